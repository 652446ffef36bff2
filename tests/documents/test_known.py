"""What is written down of the kinds is what they are."""

from __future__ import annotations

from generator.documents.kind import kinds
from generator.documents.known import KINDS, RESERVED
from generator.documents.reserved import reserved_names
from scripts.known import FILE, known

REMEDY = "run python -m scripts.known"


def test_what_a_check_knows_of_the_kinds_is_true() -> None:
    assert set(KINDS) == set(kinds()), REMEDY
    assert reserved_names() == RESERVED, REMEDY
    assert FILE.read_text(encoding="utf-8") == known(), REMEDY
