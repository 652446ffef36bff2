"""trace and confirm on the command line: what is written where, exit codes, and Swedish sentences."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from generator.cli.main import main
from generator.content.confirmed import LOCK
from tests.organisations.small import FILES, ORG, written


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small organisation as the current folder."""
    monkeypatch.setenv("STYRDOK_SOFFICE", "")
    monkeypatch.chdir(written(tmp_path / "innehåll"))
    return tmp_path / "innehåll"


@pytest.mark.usefixtures("root")
def test_without_an_id_it_is_the_matrix_and_with_one_the_thread(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["trace"]) == 0
    assert capsys.readouterr().out.startswith("Mål             VN\n")
    assert main(["trace", "kväll"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("Åtagande: öppna en kväll i veckan. (nämnden/kväll)")
    assert err == ""


@pytest.mark.usefixtures("root")
def test_json_goes_to_stdout_and_is_one_value(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["trace", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["slag"] == "röd tråd"
    assert main(["trace", "vård", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["sak"]["id"] == "vård"


def test_html_and_excel_go_to_a_file(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for form in ("html", "xlsx"):
        for id_ in ((), ("vård",)):
            path = tmp_path / "ut" / f"tråd{len(id_)}.{form}"
            assert main(["trace", *id_, "--format", form, "--output", str(path)]) == 0
            out, err = capsys.readouterr()
            assert out == ""
            assert err == f"Klart: {path}\n"
    assert (tmp_path / "ut" / "tråd0.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert openpyxl.load_workbook(tmp_path / "ut" / "tråd1.xlsx").sheetnames == ["Tråd", "Står i"]
    assert sorted(p.name for p in root.iterdir()) == sorted({name.split("/")[0] for name in FILES})


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["trace", "finns-ej"], "Fel: Det finns inget som heter ”finns-ej”"),
        (["trace", "--format", "xlsx"], "Fel: En Excelfil kan inte skrivas på skärmen"),
        (
            ["trace", "--year", "1999"],
            "Fel: Ingen nämnd har en plan för 1999\n     Det finns planer för 2019.",
        ),
        (["trace", "vård", "--year", "2019"], "Fel: --year gäller tabellen med alla nämnder"),
        (["trace", "--output", "saknas"], "Fel: ”saknas” är varken en mapp eller ett filnamn"),
        (["trace", "--output", "a.txt", "--output", "b.txt"], "Fel: --output kan bara ange en fil att"),
        (["trace", "--output", "..", "--output", "."], "Fel: --output kan bara ange en mapp med byggda"),
        (["trace", "--format", "pdf"], "”pdf” finns inte"),
        (["confirm"], "Fel: Säg vad som har prövats"),
        (["confirm", "vård", "--alla"], "Fel: Säg vad som har prövats"),
        (["confirm", "--alla", "--no-meaning-change"], "Fel: --no-meaning-change gäller ett mål i taget"),
        (["confirm", "vård", "--datum", "igår"], "”igår” går inte att tolka"),
        (["confirm", "vård", "--av", "x\x1by"], "Fel: Texten efter --av går inte att anteckna"),
        (["confirm", "vård", "--skal", "x" * 600], "Fel: Texten efter --skal går inte att anteckna"),
    ],
)
def test_what_cannot_be_begun_is_a_sentence_and_exit_code_2(
    root: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    try:
        code = main(arguments)
    except SystemExit as ended:
        code = int(str(ended.code))
    assert code == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert message in err
    assert not (root / LOCK).exists()


def test_confirm_records_and_check_then_knows(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["confirm", "--alla", "--av", "Vårdchef", "--datum", "2019-03-01"]) == 0
    assert capsys.readouterr().err == "Bekräftat: 8 saker, 11 länkar uppåt.\n"
    goal = root / "mål" / "1.1-vård.md"
    goal.write_text(goal.read_text(encoding="utf-8").replace("# Vård i tid", "# Vård nu"), encoding="utf-8")
    assert main(["check"]) == 0
    assert "mål/1.1-vård.md:6:1: varning L010: Målet ”Vård nu”" in capsys.readouterr().out
    assert main(["check", "--strict"]) == 1
    capsys.readouterr()
    assert main(["confirm", "vård", "--no-meaning-change"]) == 0
    said = capsys.readouterr().err
    assert said == (
        "Bekräftat: 5 saker, 5 länkar uppåt.\nVem som har prövat är inte angivet; det sägs med --av ROLL.\n"
    )
    assert main(["check", "--strict"]) == 0


def test_a_damaged_lock_file_is_an_error_of_check_that_stops_no_document(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / LOCK).write_text("<<<<<<< HEAD\n", encoding="utf-8")
    assert main(["check"]) == 1
    assert "bekräftat.yaml:1:1: fel S003: Här ligger rester" in capsys.readouterr().out
    assert main(["build"]) == 0


def test_content_that_cannot_be_read_is_told_with_its_place(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / ORG).write_text("namn: [", encoding="utf-8")
    for arguments in (["trace"], ["trace", "vård"], ["confirm", "vård"]):
        assert main(arguments) == 2
        assert "Fel: organisation.yaml:2:1: " in capsys.readouterr().err


@pytest.mark.usefixtures("root")
def test_the_heading_is_told_when_the_document_has_been_built(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "plan/nämnden"]) == 0
    capsys.readouterr()
    assert main(["trace", "kväll"]) == 0
    told = capsys.readouterr().out
    assert re.search(r"\(plan/nämnden\): [\d.]+ Kortare köer\n", told), told
    (tmp_path / "output").rename(tmp_path / "färdiga")
    assert main(["trace", "kväll"]) == 0
    assert "(plan/nämnden)\n" in capsys.readouterr().out
    elsewhere = ["--output", str(tmp_path / "färdiga"), "--output", str(tmp_path / "tråd.txt")]
    assert main(["trace", "kväll", *elsewhere]) == 0
    assert capsys.readouterr().out == ""
    assert (tmp_path / "tråd.txt").read_text(encoding="utf-8") == told
    (tmp_path / "färdiga").rename(tmp_path / "output")
    (built,) = (tmp_path / "output").glob("*.docx")
    built.write_bytes(built.read_bytes() + b"x")
    assert main(["trace", "kväll"]) == 0
    assert "(plan/nämnden)\n" in capsys.readouterr().out


@pytest.mark.usefixtures("root")
def test_the_schema_can_be_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("trace", "trace-id"):
        assert main(["schema", name]) == 0
        assert json.loads(capsys.readouterr().out)["$schema"].endswith("2020-12/schema")


def test_a_console_with_another_code_page_gets_utf_8(root: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "generator", "trace", "kväll"],
        cwd=root,
        env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0
    assert "Uppåt" in done.stdout.decode("utf-8")
