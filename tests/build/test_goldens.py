"""Whole documents as normalised XML text, for a person to read when something changes.

``make test GOLDENS=update`` writes them anew; the diff says what every reader of the documents will see.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.build.workspace import Workspace
from generator.ooxml.inspect import document_text, normalised_parts
from tests.conftest import ROOT, built

GOLDENS = ROOT / "tests" / "goldens"
ORGANISATION = ROOT / "tests" / "organisations" / "halland-liknande"
PARTS = ("word/document.xml", "word/footnotes.xml", "docProps/core.xml")
UPDATE = os.environ.get("GOLDENS") == "update"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The documents of the second organisation, without page numbers (LibreOffice's versions differ)."""
    place = tmp_path_factory.mktemp("goldens")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("STYRDOK_SOFFICE", "")
        report = built(Workspace(ORGANISATION, place))
    assert report.complete, report
    return place


def _texts(path: Path) -> dict[str, str]:
    """Return a document as texts: what a person reads, and the XML part by part."""
    data = path.read_bytes()
    parts = normalised_parts(data)
    found = {f"{name.replace('/', '-')}.txt": parts[name] for name in PARTS if name in parts}
    return {"läsbar.txt": document_text(data), **found}


def test_every_document_is_as_its_golden(output: Path) -> None:
    built_now = {
        f"{p.stem}/{name}": text for p in sorted(output.glob("*.docx")) for name, text in _texts(p).items()
    }
    if UPDATE:
        for name, text in built_now.items():
            (GOLDENS / name).parent.mkdir(parents=True, exist_ok=True)
            (GOLDENS / name).write_text(text, encoding="utf-8", newline="\n")
    kept = {p.relative_to(GOLDENS).as_posix() for p in GOLDENS.rglob("*.txt")}
    assert kept == set(built_now)
    for name, text in built_now.items():
        assert text == (GOLDENS / name).read_text(encoding="utf-8"), name
