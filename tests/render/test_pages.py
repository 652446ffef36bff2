"""Page numbers come from LibreOffice's layout, or are not there at all."""

from __future__ import annotations

import os
import re
import sys
import time
from pathlib import Path

import pytest

from generator.build.results import Outcome
from generator.build.workspace import Workspace
from generator.render.pages import convert_to_pdf, find_libreoffice, page_map
from tests.conftest import BLEKINGE, built
from tests.support.word import all_text

IN_CI = bool(os.environ.get("CI"))
PLAN = "verksamhetsplan-2019-regionstyrelsen.docx"


def test_the_contents_give_the_page_on_which_each_heading_stands(demo: Path) -> None:
    soffice = find_libreoffice()
    if soffice is None and not IN_CI:
        pytest.skip("LibreOffice är inte installerat här")
    assert soffice is not None
    data = (demo / PLAN).read_bytes()
    pages = page_map(convert_to_pdf({"plan": data}, soffice)["plan"])
    entries = _entries(demo / PLAN)
    assert len(entries) > 30
    assert {name: page for name, page in entries.items() if pages.get(name) != page} == {}


def _entries(path: Path) -> dict[str, int]:
    """Return what the contents print: page by bookmark."""
    import zipfile

    xml = zipfile.ZipFile(path).read("word/document.xml").decode("utf-8")
    found = {}
    for name, rest in re.findall(r"PAGEREF (\S+) \\h.*?separate\"/>(.*?)fldCharType=\"end\"", xml, re.DOTALL):
        number = re.search(r"<w:t[^>]*>(\d+)</w:t>", rest)
        assert number is not None, name
        found[name] = int(number[1])
    return found


@pytest.mark.usefixtures("without_libreoffice")
def test_without_libreoffice_entries_are_links_without_numbers_and_one_line_says_so(tmp_path: Path) -> None:
    report = built(Workspace(BLEKINGE, tmp_path), None, "verksamhetsplan-2019")
    assert report.complete
    assert len(report.remarks) == 1
    assert "inga sidnummer" in report.remarks[0]
    assert _entries(tmp_path / PLAN) == {}
    assert "Inriktningsmål – ett attraktivt Blekinge" in all_text(tmp_path / PLAN)


def test_a_libreoffice_that_does_not_work_costs_the_numbers_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "soffice"
    broken.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    broken.chmod(0o755)
    monkeypatch.setenv("STYRDOK_SOFFICE", str(broken))
    report = built(Workspace(BLEKINGE, tmp_path / "ut"), None, "verksamhetsplan-2019")
    assert report.complete
    assert "kunde inte räkna sidorna" in report.remarks[0]


def test_no_document_asks_to_update_fields_when_it_is_opened(demo: Path) -> None:
    import zipfile

    for path in demo.glob("*.docx"):
        archive = zipfile.ZipFile(path)
        assert b"updateFields" not in archive.read("word/settings.xml")
        assert b'w:dirty="' not in archive.read("word/document.xml")


@pytest.mark.parametrize(
    "pdf", [b"", b"no pdf at all", b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n", b"\0" * 5000]
)
def test_a_pdf_that_cannot_be_read_gives_no_pages(pdf: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    assert page_map(pdf) == {}
    assert capfd.readouterr().err == ""


ONE = "verksamhetsplan-2019/regionstyrelsen"


@pytest.mark.skipif(os.name != "posix", reason="the fake LibreOffice is a shell script")
def test_pages_that_could_not_be_counted_are_counted_by_the_next_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake = tmp_path / "soffice"
    fake.write_text("#!/bin/sh\nfor f in d0.docx; do echo rubbish > ${f%.docx}.pdf; done\n", encoding="utf-8")
    fake.chmod(0o755)
    monkeypatch.setenv("STYRDOK_SOFFICE", str(fake))
    workspace = Workspace(BLEKINGE, tmp_path / "ut")
    for _ in range(2):
        report = built(workspace, None, ONE)
        assert [r.outcome for r in report.results] == [Outcome.BUILT]
        assert "kunde inte räkna sidorna" in report.remarks[0]
    monkeypatch.setenv("STYRDOK_SOFFICE", "")
    assert [r.outcome for r in built(workspace, None, ONE).results] == [Outcome.UNCHANGED]


@pytest.mark.skipif(sys.platform != "linux", reason="looks in /proc")
def test_a_libreoffice_that_hangs_is_ended_with_what_it_has_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake, started = tmp_path / "soffice", tmp_path / "started"
    fake.write_text(f"#!/bin/sh\nsleep 60 &\necho $! > {started}\nwait\n", encoding="utf-8")
    fake.chmod(0o755)
    monkeypatch.setattr("generator.render.pages._PATIENCE", 1)
    monkeypatch.setattr("generator.render.pages._EACH", 0)
    assert convert_to_pdf({"plan": b""}, fake) == {}
    deadline = time.monotonic() + 10
    while _alive(int(started.read_text())):
        assert time.monotonic() < deadline
        time.sleep(0.01)


def _alive(process: int) -> bool:
    """Tell whether a process runs; one that has ended and that no one has asked about does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
