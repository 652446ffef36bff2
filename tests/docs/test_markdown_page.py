"""docs/markdown.md: its examples are one small organisation without faults, and show all that there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.build.workspace import Workspace
from generator.checks import run_checks
from generator.content import read_corpus
from generator.content.models import RECORDS
from generator.content.record_schema import record_schema
from generator.documents.kind import kinds
from generator.domain.hamtning import UNITS
from tests.conftest import ROOT, built
from tests.support.word import all_text

PAGE = ROOT / "docs" / "markdown.md"
_EXAMPLE = re.compile(r"^`([^`\n]+)`\n\n```(?:markdown|yaml|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TEXT = PAGE.read_text(encoding="utf-8")
EXAMPLES = {name: text for name, text in _EXAMPLE.findall(TEXT)}  # noqa: C416  # later files win


@pytest.fixture(scope="module")
def organisation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The organisation that the examples make."""
    root = tmp_path_factory.mktemp("prov")
    for name, text in EXAMPLES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return root


def test_every_fence_is_an_example_with_a_file_name() -> None:
    assert len(EXAMPLES) == len(re.findall(r"^```\w+$", TEXT, re.MULTILINE))


def test_nothing_is_wrong_in_the_examples(organisation: Path) -> None:
    reading = read_corpus(organisation, kinds())
    assert reading.korpus is not None
    assert (*reading.diagnostics, *run_checks(reading.korpus)) == ()


def test_there_is_a_document_of_every_kind(organisation: Path) -> None:
    korpus = read_corpus(organisation, kinds()).korpus
    assert korpus is not None
    assert {d.slag for d in korpus.dokument.values()} == set(kinds())


@pytest.mark.usefixtures("without_libreoffice")
def test_the_examples_build_and_print_what_they_fetch(organisation: Path, tmp_path: Path) -> None:
    report = built(Workspace(organisation, tmp_path))
    assert report.complete, report
    text = all_text(tmp_path / "verksamhetsplan-2027-vårdnämnden.docx")
    assert "Ramen är 900 200,0 tkr, eller 900,2 mnkr. Styrelsens ram 2029 är 25,0 mnkr i minus." in text
    assert "Målvärdet för väntetiden är >80 % och ingångsvärdet 2026=74 %." in text


def test_every_key_that_is_needed_often_is_shown() -> None:
    for name in ("mål", "svar", "ändringar"):
        for key in record_schema(RECORDS[name])["required"]:
            assert f"{key}:" in TEXT, (name, key)
    for unit in UNITS:
        assert unit in TEXT, unit
