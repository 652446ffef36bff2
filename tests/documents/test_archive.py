"""A view's hash follows what the document says, and nothing else."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

from generator.diagnostics import Position
from generator.documents.archive import as_json, content_hash
from generator.domain.belopp import Belopp
from generator.domain.fras import Phrase
from generator.domain.prosa import Paragraph, Prosa
from tests.support.small import prose, view


def test_a_change_of_words_changes_the_hash() -> None:
    assert content_hash(view(prose("a"))) != content_hash(view(prose("b")))


def test_a_change_of_place_does_not() -> None:
    text = Prosa((Paragraph(Phrase.of("a").content),), position=Position("en.md", 3, 1))
    moved = replace(text, position=Position("annan.md", 9, 1))
    assert content_hash(view(text)) == content_hash(view(moved))


def test_amounts_are_kept_exactly() -> None:
    assert json.loads(as_json(Belopp(Decimal("1074.40"), "mnkr")))["value"] == "1074.40"


def test_a_view_can_be_read_back_as_plain_data() -> None:
    data = json.loads(as_json(view(prose("a"))))
    assert data["dokument"]["titel"] == "Plan & budget"
    assert data["kapitel_fore"][0]["text"]["content"][0]["content"][0]["value"] == "a"
