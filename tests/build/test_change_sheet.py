"""The ändringsblad: what matters most between two versions, on one page of the house."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from pypdf import PdfReader

from generator.build.change_sheet import change_sheet
from generator.build.files import write_whole
from generator.build.workspace import Workspace
from generator.compare.board import board
from generator.compare.items import item_changes
from generator.documents.view import View
from generator.domain.belopp import NBSP, Belopp
from generator.domain.tabell import Tabell
from generator.ooxml.properties import read_properties
from generator.render.pages import convert_to_pdf, find_libreoffice
from tests.conftest import BLEKINGE
from tests.support import view_edits as edit
from tests.support.validator import validate, validator_available
from tests.support.view_edits import DIRECTIVE, PLAN, REGIONPLAN, REPORT, phrase, view

TRAFFIC = "verksamhetsplan-2019/trafiknämnden"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(BLEKINGE, tmp_path)


def _edited() -> View:
    old = view(REGIONPLAN)
    new = edit.measure(edit.without_goal(old, "varumärket"), "attraktionsindex", malvarde=phrase(">85 %"))
    new = edit.table(new, "budget-per-nämnd", _dearer)
    return edit.cover(new, stadium="Beslutad, ej justerad", version="1.1")


def _dearer(tabell: Tabell) -> Tabell:
    rader = []
    for rad in tabell.rader:
        cells = [replace(c, value=c.value + 1) if isinstance(c, Belopp) else c for c in rad.celler]
        rader.append(replace(rad, celler=tuple(cells)) if rad.id == "patientnämnden" else rad)
    return replace(tabell, rader=tuple(rader))


def _texts(data: bytes) -> tuple[list[str], list[list[str]]]:
    """Return the paragraphs, and the rows of all tables."""
    document = docx.Document(io.BytesIO(data))
    found = [row.cells for table in document.tables for row in table.rows]
    rows = [[cell.text.replace(NBSP, " ") for cell in cells] for cells in found]
    return [p.text.replace(NBSP, " ") for p in document.paragraphs], rows


def test_it_says_what_is_compared_and_what_changed(workspace: Workspace) -> None:
    old, new = view(REGIONPLAN), _edited()
    paragraphs, rows = _texts(change_sheet(workspace, old, new, item_changes(old, new)))
    for said in (
        "Region Blekinge",
        "Ändringar sedan version 1.0",
        "Regionplan 2019–2021, regionfullmäktige",
        "Exempel, ej handling",
        (
            "Regionplan 2019–2021, version 1.1 (beslutad, ej justerad, 28 november 2018) jämförs med "
            "Regionplan 2019–2021, version 1.0 (justerad, 28 november 2018)."
        ),
        "Tabell 1. Mål, uppdrag och åtaganden",
        "Tabell 2. Målvärden och annat om indikatorer",
        "Tabell 3. Belopp",
        "Stadium från ”Justerad” till ”Beslutad, ej justerad”; version från 1.0 till 1.1.",
    ):
        assert said in paragraphs, paragraphs
    area = "Insatsområde: Utveckla varumärket för Region Blekinge"
    for row in (
        ["Utgår", f"{area}, med 1 uppdrag", "Ett attraktivt Blekinge"],
        ["Attraktionsindex", "Förbättring", ">85 %"],
        ["Budget per nämnd Region Blekinge 2019–2021, tkr", "", "", ""],
        ["Patientnämnden 2019", "3 021,6", "3 022,6", "+1,0"],
    ):
        assert row in rows, rows
    assert not any("→" in text for text in (*paragraphs, *(cell for row in rows for cell in row)))
    assert not any("{" in text or " till, se den fullständiga" in text for text in paragraphs)


def test_no_changes_are_said_too(workspace: Workspace) -> None:
    paragraphs, rows = _texts(change_sheet(workspace, view(PLAN), view(PLAN), ()))
    assert "Inga skillnader mellan versionerna." in paragraphs
    assert rows == []


def test_it_is_marked_as_an_example_and_has_properties_of_its_own(workspace: Workspace) -> None:
    old, new = view(REGIONPLAN), _edited()
    data = change_sheet(workspace, old, new, item_changes(old, new))
    found = read_properties(data)
    assert "Exempel, ej handling" in found.subject
    assert found.title.startswith("Ändringar sedan version 1.0")
    assert data == change_sheet(workspace, old, new, item_changes(old, new))


def test_every_change_is_shown_or_counted(workspace: Workspace) -> None:
    old, new = view(PLAN), view(TRAFFIC)
    changes = item_changes(old, new)
    sheet = board(old, new, changes)
    rows = len(sheet.saker) + len(sheet.varden) + len(sheet.belopp)
    assert 0 < rows < 30
    assert sheet.fler > 100
    paragraphs, _ = _texts(change_sheet(workspace, old, new, changes))
    assert f"… och {sheet.fler} ändringar till, se den fullständiga jämförelsen." in paragraphs
    assert "Stadium, version och beslut är vart dokuments egna och jämförs inte." in paragraphs


def test_names_are_given_where_the_covers_do_not_tell_the_two_apart() -> None:
    new = edit.measure(view(PLAN), "attraktionsindex", malvarde=phrase("60"))
    names = ("huvudförslaget", "förslaget från oppositionen")
    sheet = board(view(PLAN), new, item_changes(view(PLAN), new), names)
    assert sheet.dokument.titel == "Ändringar"
    assert sheet.jamfort == "Förslaget från oppositionen jämförs med huvudförslaget."


def test_it_is_written_whole(workspace: Workspace, tmp_path: Path) -> None:
    path = tmp_path / "blad" / "ändringar.docx"
    write_whole(path, change_sheet(workspace, view(PLAN), view(PLAN), ()))
    assert path.read_bytes() == change_sheet(workspace, view(PLAN), view(PLAN), ())


def _pairs() -> list[tuple[View, View]]:
    pairs = [(REGIONPLAN, DIRECTIVE), (PLAN, TRAFFIC), (PLAN, REPORT), (TRAFFIC, PLAN)]
    return [(view(REGIONPLAN), _edited()), *((view(a), view(b)) for a, b in pairs)]


@pytest.mark.skipif(not validator_available(), reason="Open XML-validatorn saknas")
def test_it_is_a_valid_document(workspace: Workspace, tmp_path: Path) -> None:
    paths = []
    for number, (old, new) in enumerate(_pairs()):
        paths.append(tmp_path / f"{number}.docx")
        write_whole(paths[-1], change_sheet(workspace, old, new, item_changes(old, new)))
    assert validate(paths) == {path: [] for path in paths}


def _wordy(of: View) -> View:
    """Return the view with all goals renamed to something long, all targets changed, all orders turned."""
    longer = phrase("Ett mycket långt namn som behöver flera rader var det än står, " * 3)
    new = edit.goals(of, lambda nod: replace(nod, titel=longer, barn=nod.barn[::-1]))
    return edit.goals(
        new, lambda nod: replace(nod, indikatorer=tuple(replace(i, malvarde=longer) for i in nod.indikatorer))
    )


@pytest.mark.skipif(find_libreoffice() is None, reason="LibreOffice saknas")
def test_it_takes_one_page_however_much_there_is_to_tell(workspace: Workspace) -> None:
    soffice = find_libreoffice()
    assert soffice is not None
    pairs = [*_pairs(), (view(REGIONPLAN), _wordy(view(REGIONPLAN)))]
    made = {
        str(number): change_sheet(workspace, old, new, item_changes(old, new))
        for number, (old, new) in enumerate(pairs)
    }
    pages = {key: len(PdfReader(io.BytesIO(pdf)).pages) for key, pdf in convert_to_pdf(made, soffice).items()}
    assert pages == dict.fromkeys(made, 1)
