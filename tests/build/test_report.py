"""``styrdok check --report``: a document of the house, with everything found and why some of it may stand."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest

from generator.build import inspection
from generator.build.inspection import inspect
from generator.build.report import write_report
from generator.build.workspace import Workspace
from generator.cli.main import main
from generator.content import Reading, read_corpus
from generator.diagnostics import Diagnostic, Position
from generator.documents.kontrollrapport import MOST, report
from generator.ooxml.properties import read_properties
from tests.organisations.small import BUDGET, chapter, korpus, swap, written
from tests.support.validator import validate, validator_available

ACCEPTED = """\
godtagna:
  - kod: L008
    ord: borta
    skäl: Texten skrivs i nästa version.
    datum: 2019-02-03
    av: Regiondirektören
    till: 2019-12-31
"""
SUMMARY = "Kontrollen av 3 dokument gav ett fel, en varning och en notering."
LINK = "Länka till ett id som finns i dokumentet, eller ta bort länken."
FILE = "Texter är filer som slutar på .md, med små bokstäver."
REASON = (
    "Skäl: Texten skrivs i nästa version. Godtaget 3 februari 2019 av regiondirektören, gäller till och med "
    "31 december 2019."
)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """An organisation with an error, a note, a warning and an accepted error."""
    broken = chapter("Se [a](#vaard) och [b](#borta).")
    files = broken | swap(BUDGET, "1 200,5", "1 200,6") | {"plan/nämnden/godtagna.yaml": ACCEPTED}
    return written(tmp_path / "region", files | {"mål/lös.txt": "x"})


def _texts(path: Path) -> list[str]:
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [*(p.text.replace("\N{NO-BREAK SPACE}", " ") for p in document.paragraphs), *cells]


def test_the_content_is_read_once(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    read: list[Path] = []

    def counting(root: Path, *rest: Any) -> Reading:
        read.append(root)
        return read_corpus(root, *rest)

    monkeypatch.setattr(inspection, "read_corpus", counting)
    path = tmp_path / "rapport.docx"
    for _ in range(2):
        assert main(["check", "--content", str(content), "--report", str(path)]) == 1
    assert read == [content, content]
    capsys.readouterr()


def test_it_tells_what_was_found_where_what_it_means_and_the_remedy(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "rapporter" / "rapport.docx"
    command = ["check", "--content", str(content), "--datum", "2019-06-30", "--report", str(path)]
    assert main(command) == 1
    assert f"Rapporten ligger i {path}." in capsys.readouterr().err
    texts = _texts(path)
    for said in (
        "Region Prov",
        "Kontrollrapport",
        "Exempel, ej handling",
        "Vad kontrollen av styrdokumenten visar per den 30 juni 2019",
        f"{SUMMARY} Ett fynd har godtagits, med skäl och dag.",
        "Gemensamt innehåll",
        "Verksamhetsplan 2019, vårdnämnden",
        "En hänvisning i text leder ingenstans (L008)",
        f"Fel: Länken till ”vaard” leder ingenstans. {LINK} Var: 4-text.md, rad 3.",
        f"Varning: Filen används inte av något dokument. {FILE} Var: mål/lös.txt.",
        "Godtagna fynd",
        f"L008: Länken till ”borta” leder ingenstans. {REASON} Var: 4-text.md, rad 3.",
    ):
        assert said in texts, texts
    assert not any("{" in text or "Traceback" in text for text in texts)


def test_every_page_and_the_properties_are_marked_as_an_example(content: Path, tmp_path: Path) -> None:
    path = tmp_path / "rapport.docx"
    main(["check", "--content", str(content), "--report", str(path), "-q"])
    with zipfile.ZipFile(path) as archive:
        headers = [archive.read(n).decode() for n in archive.namelist() if n.startswith("word/header")]
    assert any("Exempel, ej handling" in header for header in headers)
    assert "Exempel, ej handling" in read_properties(path.read_bytes()).subject


def test_equal_findings_give_equal_bytes(content: Path, tmp_path: Path) -> None:
    made = []
    for name in ("a.docx", "b.docx"):
        main(["check", "--content", str(content), "--datum", "2019-06-30", "--report", str(tmp_path / name)])
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]


@pytest.mark.skipif(not validator_available(), reason="Open XML-validatorn saknas")
def test_it_is_a_valid_document(content: Path, tmp_path: Path) -> None:
    path = tmp_path / "rapport.docx"
    main(["check", "--content", str(content), "--report", str(path), "--select", "L", "-q"])
    assert validate([path]) == {path: []}
    assert "Rapporten visar bara koder som börjar med L." in _texts(path)


def test_nothing_found_is_a_report_too(tmp_path: Path) -> None:
    path = tmp_path / "rapport.docx"
    assert main(["check", "--content", str(written(tmp_path / "region")), "--report", str(path)]) == 0
    assert "Kontrollen av 3 dokument gav inget att anmärka på." in _texts(path)


def test_many_findings_of_a_code_are_counted_not_printed(tmp_path: Path) -> None:
    found = [Diagnostic("L008", f"Länken {n}", Position("plan/nämnden/a.md", n)) for n in range(1, 1001)]
    view = report(korpus(tmp_path), ("plan/nämnden",), found, date(2019, 6, 30))
    (granskning,) = view.granskningar
    (grupp,) = granskning.grupper
    assert (len(grupp.fynd), grupp.fler, granskning.fel) == (MOST, 1000 - MOST, 1000)


def test_what_lies_in_a_document_inside_another_is_told_there(tmp_path: Path) -> None:
    found = [Diagnostic("L008", "Länken", Position("plan/nämnden/a.md", 2))]
    view = report(korpus(tmp_path), ("plan", "plan/nämnden"), found, date(2019, 6, 30))
    assert [(g.titel, g.fel) for g in view.granskningar] == [("plan", 0), ("Verksamhetsplan 2019", 1)]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("rapport.pdf", "rapport.pdf efter --report slutar inte på .docx"),
        ("region/rapport.docx", "Filen efter --report kan inte ligga bland innehållet"),
        ("templates/docx/bas.docx", "Filen efter --report kan inte ligga bland mallarna"),
    ],
)
def test_a_place_where_it_cannot_be_meant_to_lie_is_refused_before_anything_is_done(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, said: str
) -> None:
    before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    assert main(["check", "--content", str(content), "--report", str(tmp_path / name)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert said in err
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == before


def test_without_an_organisation_the_findings_are_told_and_no_report_is_written(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (content / "styrmodell.yaml").write_text("namn: [\n", encoding="utf-8")
    path = tmp_path / "rapport.docx"
    assert main(["check", "--content", str(content), "--report", str(path)]) == 1
    out, err = capsys.readouterr()
    assert "styrmodell.yaml" in out
    assert "Rapporten kan inte skrivas" in err
    assert not path.exists()


def test_the_organisations_own_template_goes_before(content: Path, tmp_path: Path) -> None:
    own = content / "mallar" / "kontrollrapport.docx"
    own.parent.mkdir()
    own.write_bytes(b"x")
    workspace = Workspace(content, tmp_path)
    whole, found, known = inspect(workspace)
    assert whole is not None
    with pytest.raises(Exception, match=r"kontrollrapport\.docx"):
        write_report(tmp_path / "r.docx", workspace, whole, known, found, date(2019, 6, 30))
