"""A level may not be called what a template calls something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content import read_corpus
from generator.documents.reserved import reserved_names
from tests.conftest import BLEKINGE, ROOT
from tests.organisations import small

ORGANISATIONS = [BLEKINGE, ROOT / "tests" / "organisations" / "halland-liknande"]


@pytest.mark.parametrize(
    "name", ["noder", "kapitel_fore", "bedomda", "titel", "text", "barn", "djup", "for", "loop"]
)
def test_what_a_template_calls_something_else_is_reserved(name: str) -> None:
    assert name in reserved_names()


@pytest.mark.parametrize("key", ["Titel", "bedömda", "åtaganden", "noder", "loop"])
def test_a_level_of_that_name_is_told_with_its_place(tmp_path: Path, key: str) -> None:
    root = small.written(tmp_path, small.swap(small.MODEL, "nyckel: insats", f"nyckel: {key}"))
    found = read_corpus(root, small.KINDS, reserved_names()).diagnostics
    assert ("styrmodell.yaml:12:13", "I002") in [(str(d.position), d.code) for d in found]


@pytest.mark.parametrize("root", ORGANISATIONS, ids=lambda root: root.name)
def test_the_models_that_are_there_use_none_of_them(root: Path) -> None:
    assert read_corpus(root, small.KINDS, reserved_names()).diagnostics == ()
