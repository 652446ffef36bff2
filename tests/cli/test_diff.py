"""diff on the command line: which versions can be named, what is written where, exit codes, sentences."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.build.start import Start, begin
from generator.cli.main import main
from generator.ooxml.package import Package
from generator.ooxml.revisions import tracked_changes
from generator.ooxml.xml import parse_strict
from tests.support.repository import commit, git, needs_git

PLAN = "verksamhetsplan-2027/styrelsen"
CHAPTER = Path(PLAN) / "1-inledning.md"
OLD, NEW = "vad som är viktigt", "vad som är angeläget"


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new organisation; its folder is where the command is given."""
    monkeypatch.setenv("STYRDOK_SOFFICE", "")
    monkeypatch.chdir(tmp_path)
    return begin(tmp_path, Start("Region Åäö", "perspektiv", 2027))


def edit(content: Path, old: str = OLD, new: str = NEW) -> None:
    """Change the introduction of the plan."""
    path = content / CHAPTER
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def built(content: Path, name: str) -> Path:
    """Build the plan and keep the file under another name."""
    assert main(["build", PLAN, "--output", "ut", "-q"]) == 0
    return (content.parents[1] / "ut" / f"{PLAN.replace('/', '-')}.docx").rename(name)


@needs_git
def test_without_a_second_version_it_is_what_changed_since_the_last_commit(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(content.parents[1], "init", "--quiet")
    commit(content.parents[1], "Början")
    assert main(["diff", PLAN]) == 0
    assert "Inga skillnader" in capsys.readouterr().out
    edit(content)
    assert main(["diff", PLAN]) == 1
    out = capsys.readouterr().out
    assert "så som det var i HEAD" in out
    assert "vad som är [−viktigt−] [+angeläget+] i år." in out


@needs_git
def test_json_is_one_value_whatever_else_is_written(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git(content.parents[1], "init", "--quiet")
    commit(content.parents[1], "Början")
    edit(content)
    assert main(["diff", f"{PLAN}@HEAD", PLAN, "--format", "json", "--html", "ut.html"]) == 1
    (change,) = json.loads(capsys.readouterr().out)["changes"]
    assert (change["change"], change["kind"], change["field"]) == ("changed", "kapitel", "text")


def test_two_word_files_give_list_page_and_tracked_changes(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = built(content, "gammal.docx")
    edit(content)
    new = built(content, "ny.docx")
    capsys.readouterr()
    assert main(["diff", str(old), str(new), "--docx", "spår.docx", "--html", "sida.html"]) == 1
    out, err = capsys.readouterr()
    assert "… uppgift och vad som är [−viktigt−] [+angeläget+] i år." in out
    assert err == "Klart: spår.docx\nKlart: sida.html\n"
    tracked = Package.read((tmp_path / "spår.docx").read_bytes())
    assert tracked_changes(parse_strict(tracked.parts[tracked.main], ""))
    page = (tmp_path / "sida.html").read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert main(["diff", str(old), str(old)]) == 0


def test_author_and_day_are_those_that_are_given(content: Path, tmp_path: Path) -> None:
    old = built(content, "gammal.docx")
    edit(content)
    assert (
        main(["diff", str(old), PLAN, "--docx", "spår.docx", "--av", "Kansliet", "--datum", "2026-11-02"])
        == 1
    )
    tracked = Package.read((tmp_path / "spår.docx").read_bytes())
    text = tracked.parts[tracked.main].decode("utf-8")
    assert 'w:author="Kansliet"' in text
    assert 'w:date="2026-11-02T12:00:00Z"' in text


def test_content_with_an_error_is_compared_and_the_error_is_told(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = built(content, "gammal.docx")
    edit(content, OLD, f"{NEW} [=finns.inte.alls]")
    assert main(["diff", str(old), PLAN]) == 1
    assert "Innehållet har fel" in capsys.readouterr().err


def test_a_proposal_alone_is_what_would_come_after_the_content(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = content / PLAN / "förslag" / "gröna"
    folder.mkdir(parents=True)
    (folder / "förslag.yaml").write_text("avsändare: De gröna\n", encoding="utf-8")
    written = f"content/{content.name}/{PLAN}@gröna"
    assert main(["diff", written]) == 1
    out, err = capsys.readouterr()
    first, second = out.splitlines()[:2]
    assert (first.endswith("nuvarande innehåll"), second.endswith("förslaget gröna")) == (True, True)
    assert "har fel" not in err
    (folder / CHAPTER.name).write_text("# Inledning\n\nVi får [=finns.inte.alls].\n", encoding="utf-8")
    assert main(["diff", written, "--format", "json"]) == 1
    assert "förslaget gröna: Förslaget har fel: " in capsys.readouterr().err
    assert main(["diff", f"{PLAN}@gröma"]) == 2
    assert "Menade du ”gröna”?" in capsys.readouterr().err
    assert main(["diff", f"{PLAN}@7.0"]) == 2
    assert "Det finns ett förslag: gröna." in capsys.readouterr().err
    assert main(["freeze", f"{PLAN}@gröna", "--steg", "utsänd"]) == 2
    assert f"bara dokumentet, {PLAN}," in capsys.readouterr().err


def test_two_files_of_one_name_are_told_apart(content: Path, capsys: pytest.CaptureFixture[str]) -> None:
    old = built(content, "plan.docx")
    Path("ny").mkdir()
    new = old.rename("ny/plan.docx")
    built(content, "plan.docx")
    capsys.readouterr()
    assert main(["diff", "plan.docx", str(new)]) == 0
    assert capsys.readouterr().out.startswith(f"plan.docx\n→ {new}\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["gammal.docx"], "två versioner"),
        (["finns-inte"], "inget dokument ”finns-inte”"),
        (["finns-inte.docx", "gammal.docx"], "Filen finns-inte.docx finns inte"),
        (["gammal.odt", "gammal.docx"], "varken .docx eller .pdf"),
        ([f"{PLAN}@"], "saknar version"),
        ([f"{PLAN}@1.0", PLAN], "ingen version ”1.0”"),
        ([f"{PLAN}@--output=x", PLAN], "ingen version"),
        ([PLAN], "ingen tidigare version"),
        (["verksamhetsplan-2027", "verksamhetsplan-2027"], "flera dokument"),
        (["gammal.docx", PLAN, "--docx", "ut.doc"], "slutar inte på .docx"),
        (["gammal.docx", PLAN, "--docx", "gammal.docx"], "en av de filer som jämförs"),
        (["gammal.docx", PLAN, "--docx", f"content/region-åäö/{PLAN}/ut.docx"], "bland innehållet"),
        (["gammal.docx", PLAN, "--html", "templates/docx/ut.html"], "bland mallarna"),
        (["ring.docx", PLAN], "ring.docx går inte att läsa"),
        (["gammal.docx", "ring.docx", "--docx", "ring.docx"], "en av de filer som jämförs"),
        (["gammal.docx", PLAN, "--docx", "ut.docx", "--sammanfattning", "ut.docx"], "samma fil"),
        (["text.docx", PLAN], "inte ett Word-dokument"),
        (["text.pdf", PLAN, "--docx", "ut.docx"], "Spårade ändringar kan bara göras"),
        (["mapp.docx", PLAN], "är en mapp"),
    ],
)
def test_what_cannot_be_compared_is_a_sentence(
    content: Path, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    built(content, "gammal.docx")
    (content / "verksamhetsplan-2027" / "nämnden").mkdir()
    for file in (content / PLAN).glob("*.yaml"):
        (content / "verksamhetsplan-2027" / "nämnden" / file.name).write_bytes(file.read_bytes())
    Path("text.docx").write_text("inget", encoding="utf-8")
    Path("text.pdf").write_text("inget", encoding="utf-8")
    Path("mapp.docx").mkdir()
    Path("ring.docx").symlink_to("ring.docx")
    capsys.readouterr()
    assert main(["diff", *arguments]) == 2
    err = capsys.readouterr().err
    assert message in err
    assert "Traceback" not in err
    assert not [*Path().rglob("ut*.doc*"), *Path().rglob("ut*.html")]
