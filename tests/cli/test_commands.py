"""The command line as its contract says: exit codes, Swedish, stdout for data, stderr for messages."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from generator.build.start import Start, begin
from generator.cli.main import main
from generator.cli.terminal import sentence

ENGLISH = re.compile(
    r"\b(usage|error|the|required|invalid|unrecognized|optional|positional|expected|choose|show this|help "
    r"message)\b"
)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a small organisation, as the current folder, without LibreOffice."""
    begin(tmp_path, Start("Region Exempel", "perspektiv", 2027))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("STYRDOK_SOFFICE", "")
    return tmp_path


def _run(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=cwd,
        env={**os.environ, "STYRDOK_SOFFICE": "", **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )


@pytest.mark.usefixtures("here")
def test_build_tells_what_became_of_each_document(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build"]) == 0
    out, err = capsys.readouterr()
    assert "regionplan-2027-2029" in out
    assert out.count("byggt") == 2
    assert "2 byggda. Dokumenten ligger i" in err
    assert "inga sidnummer" in err
    assert main(["build"]) == 0
    assert capsys.readouterr().out.count("oförändrat") == 2


def test_build_of_one_document_by_the_name_of_its_folder(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "verksamhetsplan-2027"]) == 0
    assert "regionplan" not in capsys.readouterr().out
    assert [p.name for p in sorted((here / "output").glob("*.docx"))] == [
        "verksamhetsplan-2027-styrelsen.docx"
    ]


def test_several_boards_can_be_named(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content = here / "content" / "region-exempel"
    plan = (content / "verksamhetsplan-2027" / "styrelsen" / "dokument.yaml").read_text(encoding="utf-8")
    other = content / "verksamhetsplan-2027" / "nämnden" / "dokument.yaml"
    other.parent.mkdir()
    other.write_text(plan.replace("organ: styrelsen", "organ: nämnden"), encoding="utf-8")
    assert main(["build", "--dry-run", "--namnd", "Nämnden"]) == 0
    assert "/styrelsen" not in capsys.readouterr().out
    assert main(["build", "--dry-run", "--namnd", "Nämnden", "--namnd", "styrelsen"]) == 0
    out = capsys.readouterr().out
    assert "verksamhetsplan-2027/styrelsen" in out
    assert "verksamhetsplan-2027/nämnden" in out
    assert "regionplan" not in out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["schema", "--vscode", "finns-inte"], "Mappen finns-inte finns inte"),
        (["build", "--namnd", "styrelsen", "--namnd", "trafikn"], "Det finns ingen nämnd ”trafikn”"),
        (["build", "verksamhetsplan-2028"], "Det finns inget dokument ”verksamhetsplan-2028”"),
        (["build", "--namnd", "trafiknämden"], "Det finns ingen nämnd ”trafiknämden”"),
        (["build", "--kind", "handlingsplan"], "Inget dokument stämmer med urvalet"),
        (["build", "--content", "saknas"], "Mappen saknas finns inte"),
    ],
)
@pytest.mark.usefixtures("here")
def test_what_cannot_be_begun_is_a_sentence_and_exit_code_2(
    capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert message in err
    assert "Traceback" not in err
    assert not Path("finns-inte").exists()


def test_build_with_an_error_in_the_content_is_exit_code_1(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = here / "content" / "region-exempel" / "verksamhetsplan-2027" / "styrelsen" / "dokument.yaml"
    plan.write_text(plan.read_text(encoding="utf-8") + "nyckel: värde\n", encoding="utf-8")
    assert main(["build"]) == 1
    out, err = capsys.readouterr()
    assert "överhoppat" in out
    assert "verksamhetsplan-2027/styrelsen/dokument.yaml:9:1: fel S001: Okänd uppgift ”nyckel”" in err


def test_check_is_0_when_fine_and_1_with_an_error(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check"]) == 0
    (here / "content" / "region-exempel" / "mål" / "2-fel.md").write_text("# Utan huvud\n", encoding="utf-8")
    capsys.readouterr()
    assert main(["check"]) == 1
    assert "mål/2-fel.md" in capsys.readouterr().out


@pytest.mark.usefixtures("here")
def test_check_as_json_follows_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", "--format", "json"])
    data = json.loads(capsys.readouterr().out)
    assert data["version"] == 1
    place = {"file", "line", "column", "sheet", "cell"}
    keys = place | {"code", "severity", "message", "hint", "ids", "accepted", "accepted_on"}
    assert all(set(finding) == keys for finding in data["findings"])
    assert {f["code"] for f in data["findings"]} == {"L005"}


def test_check_can_be_narrowed_by_code_and_made_strict(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "content" / "region-exempel" / "lös.txt").write_text("x", encoding="utf-8")
    assert main(["check"]) == 0
    assert main(["check", "--strict"]) == 1
    capsys.readouterr()
    assert main(["check", "--select", "s", "--ignore", "S006"]) == 0
    assert capsys.readouterr().out == ""
    assert main(["check", "--strict", "--select", "L008,s006"]) == 1
    assert "S006" in capsys.readouterr().out
    assert main(["check", "--select", "L008, Q1"]) == 2
    assert "Ingen kod börjar med ”Q1”" in capsys.readouterr().err


def test_check_changes_no_file(here: Path) -> None:
    before = {p: p.read_bytes() for p in here.rglob("*") if p.is_file()}
    main(["check"])
    assert {p: p.read_bytes() for p in here.rglob("*") if p.is_file()} == before


@pytest.mark.parametrize("model", ["perspektiv", "strategi"])
def test_init_makes_an_organisation_that_builds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, model: str
) -> None:
    monkeypatch.setenv("STYRDOK_SOFFICE", "")
    assert (
        main(["init", str(tmp_path), "--styrmodell", model, "--namn", 'Region "Ö & Co"', "--ar", "2030"]) == 0
    )
    assert (tmp_path / "content" / "region-ö-co" / "styrmodell.yaml").is_file()
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 0
    assert main(["build"]) == 0
    assert len(list((tmp_path / "output").glob("*.docx"))) == 2


def test_init_never_writes_over_what_is_there(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", str(here), "--namn", "Region Exempel"]) == 2
    assert "finns redan" in capsys.readouterr().err


def test_schema_writes_json_to_stdout_or_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema"]) == 0
    names = set(json.loads(capsys.readouterr().out))
    assert {"organisation", "styrmodell", "dokument"} <= names
    assert main(["schema", "dokument", "--output", str(tmp_path)]) == 0
    assert json.loads((tmp_path / "dokument.schema.json").read_text(encoding="utf-8"))["type"] == "object"
    assert main(["schema", "dokumnt"]) == 2


@pytest.mark.parametrize("command", ["", "build", "check", "explain", "init", "schema", "templates"])
def test_every_help_text_is_swedish(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([command, "--help"] if command else ["--help"])
    assert ended.value.code == 0
    text = capsys.readouterr().out
    assert text.startswith("användning: styrdok")
    assert not ENGLISH.findall(text.lower().replace("styrdok", ""))


@pytest.mark.parametrize(
    "arguments",
    [
        ["byg"],
        ["build", "--okänt"],
        ["build", "--year", "i år"],
        ["build", "--output"],
        ["init"],
        ["check", "--format", "xml"],
        ["build", "--force=ja"],
    ],
)
def test_every_mistake_on_the_command_line_is_answered_in_swedish(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    err = capsys.readouterr().err
    assert err.startswith("Fel: ")
    assert "--help" in err
    assert not ENGLISH.findall(err.lower()), err


def test_no_command_at_all_shows_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([])
    assert ended.value.code == 2
    assert "kommandon" in capsys.readouterr().out


def test_version_says_what_is_installed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    text = capsys.readouterr().out
    assert text.startswith("styrdok 0.")
    assert "docxtpl" in text
    assert "LibreOffice" in text


def test_output_is_utf_8_whatever_the_console_thinks(here: Path) -> None:
    done = _run("build", cwd=here, PYTHONIOENCODING="cp1252", LC_ALL="C")
    assert done.returncode == 0
    assert "─" in done.stdout.decode("utf-8")
    assert "\x1b[" not in done.stderr.decode("utf-8")


def test_a_reader_that_goes_away_is_no_error(here: Path) -> None:
    script = f'"{sys.executable}" -m generator check --format json | head -c 1'
    done = subprocess.run(["sh", "-c", script], cwd=here, capture_output=True, check=False)
    assert b"Traceback" not in done.stderr
    assert b"BrokenPipe" not in done.stderr


def test_help_needs_no_word_and_no_yaml(tmp_path: Path) -> None:
    code = (
        "import sys; from generator.cli.main import parse; parse(['check']);"
        "heavy = {'docx', 'docxtpl', 'lxml', 'jinja2', 'yaml', 'rich', 'markdown_it', 'pypdf'};"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=True, text=True
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.usefixtures("here")
def test_names_may_stand_on_both_sides_of_an_option(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "regionplan-2027-2029", "--force", "verksamhetsplan-2027"]) == 0
    assert capsys.readouterr().out.count("byggt") == 2
    assert main(["templates", "check", "--format", "text", "verksamhetsplan"]) == 0
    assert "1 mall" in capsys.readouterr().err
    with pytest.raises(SystemExit) as stopped:
        main(["check", "--strict", "verksamhetsplan-2027"])
    assert stopped.value.code == 2


@pytest.mark.skipif(os.name != "posix", reason="pipes and /dev/full")
def test_a_reader_that_has_gone_or_a_full_disk_gives_no_traceback(here: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    for arguments in (["--version"], ["--help"], ["check"]):
        command = [sys.executable, "-m", "generator", *arguments]
        done = subprocess.run(command, cwd=here, stdout=write, stderr=subprocess.PIPE, check=False)
        assert b"Traceback" not in done.stderr
        assert "Något gick fel".encode() not in done.stderr
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "generator", "schema"]
        done = subprocess.run(command, cwd=here, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert "disken är full" in done.stderr.decode()


@pytest.mark.usefixtures("here")
def test_the_year_nought_is_no_year(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", "ny", "--ar", "0"]) == 2
    assert "0 är inget årtal" in capsys.readouterr().err


def test_a_reason_that_ends_like_a_sentence_gets_no_second_full_stop() -> None:
    assert [sentence(t) for t in ("Trasig.", "Menade du ”x”?", "Saknas")] == [
        "Trasig.",
        "Menade du ”x”?",
        "Saknas.",
    ]
