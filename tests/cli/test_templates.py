"""``styrdok templates``: what a person sees, and that nothing of theirs is lost."""

from __future__ import annotations

import io
import json
import shutil
from pathlib import Path

import docx
import pytest

from generator.cli.main import main
from tests.ooxml.test_house_style import BAS, TEMPLATES, saved_in_swedish

PLAN = "verksamhetsplan.docx"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder without content, with the four templates beside."""
    place = tmp_path / "templates" / "docx"
    shutil.copytree(TEMPLATES, place)
    monkeypatch.chdir(tmp_path)
    return place


def broken(path: Path, *tags: str) -> None:
    """Add paragraphs at the end of a template."""
    document = docx.Document(str(path))
    for tag in tags:
        document.add_paragraph(tag, style="Body Text")
    document.save(str(path))


def run(*arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    """Exit code, what was printed, what was said."""
    code = main(["templates", *arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.mark.usefixtures("folder")
def test_the_shipped_templates_are_found_right(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = run("check", capsys=capsys)
    assert (code, out) == (0, "")
    assert err == "Inget att anmärka på i 7 mallar.\n"


def test_an_error_is_told_and_the_exit_code_is_1(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    broken(folder / PLAN, "{{ dokument.titl }}")
    code, out, err = run("check", "verksamhetsplan", capsys=capsys)
    assert code == 1
    assert "verksamhetsplan.docx: fel D001: Mallen verksamhetsplan.docx (word/document.xml, stycke" in out
    assert "Menade du ”titel”?" in out
    assert err == "1 fel i 1 mall.\n"


def test_warnings_alone_are_no_failure(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    document = docx.Document(str(folder / PLAN))
    document.styles["heading 2"].font.size = docx.shared.Pt(15)
    document.save(str(folder / PLAN))
    code, out, err = run("check", PLAN, capsys=capsys)
    assert code == 0
    assert (
        "varning D004: Mallen verksamhetsplan.docx (word/document.xml): Rubrik 2: teckenstorlek 15 i stället"
        " för 16" in out
    )
    assert err == "1 varning i 1 mall.\n"


def test_findings_as_json(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    broken(folder / PLAN, "{{ dokument.titl }}")
    code, out, _ = run("check", "--format", "json", capsys=capsys)
    found = json.loads(out)
    assert code == 1
    assert found["version"] == 1
    assert [(f["code"], f["severity"], f["file"]) for f in found["findings"]] == [("D001", "error", PLAN)]


@pytest.mark.usefixtures("folder")
def test_a_template_is_shown_with_numbers_styles_tags_and_names(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run("show", "verksamhetsberättelse", capsys=capsys)
    lines = out.splitlines()
    assert code == 0
    assert lines[0] == "verksamhetsberättelse.docx: mall för verksamhetsberättelse"
    assert any(line.split()[:4] == ["2", "Rubrik", "{{", "dokument.titel|omslag"] for line in lines)
    assert "Text (word/document.xml)" in lines
    assert "Sidhuvud (word/header2.xml)" in lines
    assert any(line.startswith("En post i målkedjan (i noder") for line in lines)
    assert any(line.split()[0:1] == ["målvärde"] and "Värdet som ska nås" in line for line in lines)
    assert "Filter: " in out


def test_the_numbers_are_those_of_the_findings(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    broken(folder / PLAN, "{{ dokument.titl }}")
    _, shown, _ = run("show", "verksamhetsplan", capsys=capsys)
    _, found, _ = run("check", "verksamhetsplan", capsys=capsys)
    number = found.partition("stycke ")[2].partition(",")[0]
    assert any(line.split()[0:1] == [number] and "{{ dokument.titl }}" in line for line in shown.splitlines())


def test_the_style_is_carried_and_told(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    original = (folder / PLAN).read_bytes()
    (folder / PLAN).write_bytes(saved_in_swedish(original))
    code, out, _ = run("sync", capsys=capsys)
    assert code == 0
    assert "verksamhetsplan.docx: är ändrad." in out
    assert "  formatens id följer husets (Beskrivning heter nu caption, Betoning heter nu Emphasis)" in out
    assert "regionplan.docx: har redan husets stil." in out
    assert "bas.docx:" not in out
    assert len(docx.Document(str(folder / PLAN)).paragraphs) == len(
        docx.Document(io.BytesIO(original)).paragraphs
    )
    assert run("check", capsys=capsys)[0] == 0
    written = (folder / PLAN).read_bytes()
    assert "är ändrad" not in run("sync", capsys=capsys)[1]
    assert (folder / PLAN).read_bytes() == written


def test_a_dry_run_writes_nothing(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    swedish = saved_in_swedish((folder / PLAN).read_bytes())
    (folder / PLAN).write_bytes(swedish)
    code, out, _ = run("sync", "--dry-run", capsys=capsys)
    assert code == 0
    assert "verksamhetsplan.docx: skulle ändras." in out
    assert (folder / PLAN).read_bytes() == swedish


@pytest.mark.parametrize(
    "mark", ["~$rksamhetsplan.docx", "~$verksamhetsplan.docx", ".~lock.verksamhetsplan.docx#"]
)
def test_a_template_that_is_open_is_left_alone_and_the_others_are_done(
    capsys: pytest.CaptureFixture[str], folder: Path, mark: str
) -> None:
    for name in (PLAN, "regionplan.docx"):
        (folder / name).write_bytes(saved_in_swedish((folder / name).read_bytes()))
    before = (folder / PLAN).read_bytes()
    (folder / mark).write_bytes(b"")
    code, out, err = run("sync", capsys=capsys)
    assert code == 1
    assert "Mallen verksamhetsplan.docx är öppen i Word" in err
    assert (folder / PLAN).read_bytes() == before
    assert "regionplan.docx: är ändrad." in out


def test_the_organisations_own_template_goes_before(
    capsys: pytest.CaptureFixture[str], folder: Path, tmp_path: Path
) -> None:
    assert (
        main(["init", str(tmp_path), "--namn", "Region Prov", "--styrmodell", "strategi", "--ar", "2027"])
        == 0
    )
    own = tmp_path / "content" / "region-prov" / "mallar"
    own.mkdir()
    shutil.copy(folder / PLAN, own / PLAN)
    broken(own / PLAN, "{{ perspektiv|length }} {{ fokusområde|length }} {{ dokument.titl }}")
    capsys.readouterr()
    code, out, _ = run("check", "verksamhetsplan", capsys=capsys)
    assert code == 1
    assert "”perspektiv” finns inte." in out
    assert "”titl” finns inte där." in out
    assert "fokusområde” finns inte" not in out


def test_without_an_organisation_every_level_that_ships_is_known(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    broken(folder / PLAN, "{{ perspektiv|length }} {{ strategi|length }} {{ nivå_som_inte_finns|length }}")
    _, out, _ = run("check", "verksamhetsplan", capsys=capsys)
    assert out.count("D001") == 1
    assert "nivå_som_inte_finns" in out


def test_templates_that_ship_with_the_program_are_not_written(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = run("sync", capsys=capsys)
    assert (code, out) == (0, "")
    assert "följer med programmet och ändras inte" in err


@pytest.mark.usefixtures("folder")
def test_a_file_anywhere_can_be_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "egen.docx").write_bytes(BAS)
    assert run("check", "egen.docx", capsys=capsys)[0] == 0
    assert run("show", str(tmp_path / "egen.docx"), capsys=capsys)[1].startswith(
        "egen.docx: mall för inget särskilt"
    )


@pytest.mark.usefixtures("folder")
def test_a_file_that_is_no_word_file_is_a_finding(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "egen.docx").write_bytes(b"text")
    code, out, _ = run("check", "egen.docx", capsys=capsys)
    assert code == 1
    assert "fel S005: egen.docx är inte ett Word-dokument" in out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["check", "verksamhetsplna"],
            "Det finns ingen mall ”verksamhetsplna”\n     Menade du ”verksamhetsplan”?",
        ),
        (
            ["check", "xyz"],
            "De som finns är bas, kontrollrapport, planeringsdirektiv, regionplan,",
        ),
        (["show"], "show visar en mall i taget"),
        (["show", "bas", "regionplan"], "show visar en mall i taget"),
        (["check", "--dry-run"], "--dry-run hör till sync, inte till check"),
        (["sync", "--format", "json"], "--format hör till check, inte till sync"),
        (["check", "--content", "finns-inte"], "Mappen finns-inte finns inte"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_what_cannot_be_begun_is_said_with_exit_code_2(
    capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    code, out, err = run(*arguments, capsys=capsys)
    assert (code, out) == (2, "")
    assert said in err


@pytest.mark.parametrize("action", ["check", "sync"])
def test_without_any_template_there_is_a_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, action: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("generator.build.templates.shipped", lambda _: tmp_path / "inget")
    code, out, err = run(action, capsys=capsys)
    assert (code, out) == (2, "")
    assert err.startswith("Fel: Här finns inga mallar\n     Lägg dem i ")


def test_without_a_base_nothing_can_be_carried(
    capsys: pytest.CaptureFixture[str], folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.build.templates.shipped", lambda _: tmp_path / "inget")
    (folder / "bas.docx").unlink()
    before = (folder / PLAN).read_bytes()
    code, out, err = run("sync", PLAN, capsys=capsys)
    assert (code, out) == (2, "")
    assert "Det finns ingen bas.docx att hämta husets stil ur" in err
    assert (folder / PLAN).read_bytes() == before
    assert run("check", PLAN, capsys=capsys)[0] == 0


def test_a_wrong_action_is_told_in_swedish(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["templates", "chek"])
    assert caught.value.code == 2
    assert "”chek” finns inte (välj bland" in capsys.readouterr().err
