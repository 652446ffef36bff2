"""docs/kontroller.md: what it shows an author to write can be written."""

from __future__ import annotations

import re
from pathlib import Path

from generator.content import read_corpus
from generator.content.models import GodtagandeRecord
from generator.content.record_schema import record_schema
from tests.conftest import ROOT
from tests.organisations.small import KINDS, ORG, add, written

TEXT = (ROOT / "docs" / "kontroller.md").read_text(encoding="utf-8")
CHOICES, ACCEPTED = re.findall(r"^```yaml\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)


def test_what_it_shows_can_be_read(tmp_path: Path) -> None:
    reading = read_corpus(written(tmp_path, add(ORG, CHOICES) | {"godtagna.yaml": ACCEPTED}), KINDS)
    assert reading.diagnostics == ()
    assert reading.korpus is not None
    assert [c.kod for c in reading.korpus.organisation.kontroller] == ["X004", "N003"]
    assert [(g.kod, g.fil, g.av) for g in reading.korpus.godtagna] == [
        ("N001", "", "Regiondirektören"),
        ("E001", "5-budget.md", ""),
    ]


def test_it_tells_of_every_key() -> None:
    keys = record_schema(GodtagandeRecord)["properties"]
    assert set(re.findall(r"^\| (\w+) \|", TEXT, re.MULTILINE)) - {"Uppgift"} == set(keys)
