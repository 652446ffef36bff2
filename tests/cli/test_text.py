"""A Word file as plain text, and what git shows of a changed one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from generator.alignment.flow import CELL, LINE, NOTE, Block, Flow, Kind
from generator.build.git_attributes import LINES, NAME, tell_git
from generator.build.word_text import flow_as_text, word_as_text
from generator.cli import main
from generator.diagnostics import StyrdokError
from tests.conftest import ROOT
from tests.support.repository import commit, git, needs_git


def _written(path: Path, *paragraphs: str) -> Path:
    document = docx.Document()
    document.add_heading("Mål", 1)
    for text in paragraphs:
        document.add_paragraph(text)
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Drift", "1 234,5"
    document.save(str(path))
    return path


def test_it_prints_headings_paragraphs_and_rows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["text", str(_written(tmp_path / "plan å.docx", "Fler ska må bra."))]) == 0
    assert capsys.readouterr().out == "# Mål\n\nFler ska må bra.\n\n| Drift | 1 234,5 |\n"


def test_points_rows_and_notes_stand_together_and_notes_are_numbered() -> None:
    blocks = (
        Block(Kind.RUBRIK, "Mål", level=2, number="1.1"),
        Block(Kind.STYCKE, f"Ett{NOTE} och två{NOTE}.{LINE}Ny rad."),
        Block(Kind.FOTNOT, "Första.", number="1"),
        Block(Kind.FOTNOT, "Andra.", number="2"),
        Block(Kind.PUNKT, "punkt", number="•"),
        Block(Kind.PUNKT, "under", level=1, number="a)"),
        Block(Kind.RAD, f"Post{CELL}2020", table=1),
        Block(Kind.RAD, f"Drift{CELL}1{LINE}2", table=1),
        Block(Kind.RAD, f"Annan{CELL}tabell", table=2),
        Block(Kind.BILD, "karta"),
    )
    assert flow_as_text(Flow(blocks, ("Sida",))) == (
        "Sidhuvud och sidfot: Sida\n\n## 1.1 Mål\n\nEtt[1] och två[2].\nNy rad.\n\n"
        "[1]: Första.\n[2]: Andra.\n\n"
        "• punkt\n  a) under\n\n| Post | 2020 |\n| Drift | 1 / 2 |\n\n| Annan | tabell |\n\nBild: karta\n"
    )
    assert flow_as_text(Flow(())) == ""


@pytest.mark.parametrize(
    "data", [b"", b"PK\x03\x04", b"%PDF-1.7", b"version https://git-lfs.github.com/spec/v1"]
)
def test_what_is_no_word_file_is_said(
    tmp_path: Path, data: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "fil.docx"
    path.write_bytes(data)
    assert main(["text", str(path)]) == 2
    assert capsys.readouterr().out == ""
    assert main(["text", "--alltid", str(path)]) == 0
    assert capsys.readouterr().out.startswith("(Visas inte som text. fil.docx")


def test_a_folder_a_pipe_or_nothing_is_no_file(tmp_path: Path) -> None:
    pipe = tmp_path / "rör.docx"
    if hasattr(os, "mkfifo"):
        os.mkfifo(pipe)
    for path in (tmp_path, pipe, tmp_path / "saknas.docx"):
        with pytest.raises(StyrdokError):
            word_as_text(path)


@needs_git
def test_git_shows_what_has_changed_in_a_word_file(tmp_path: Path) -> None:
    assert tell_git(tmp_path)
    git(tmp_path, "init", "--quiet")
    git(
        tmp_path,
        "config",
        "diff.docx.textconv",
        f'"{Path(sys.executable).as_posix()}" -m generator text --alltid',
    )
    _written(tmp_path / "plan.docx", "Fler ska må bra.")
    commit(tmp_path, "Början")
    _written(tmp_path / "plan.docx", "Alla ska må bra.")
    shown = subprocess.run(
        ("git", "diff"),
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    ).stdout
    assert "-Fler ska må bra.\n+Alla ska må bra.\n" in shown
    assert " | Drift | 1 234,5 |" in shown


def test_a_new_organisation_gets_the_file_and_one_that_has_it_keeps_it(tmp_path: Path) -> None:
    assert main(["init", str(tmp_path), "--namn", "Region Ny", "--ar", "2027", "-q"]) == 0
    assert (tmp_path / NAME).read_text(encoding="utf-8") == LINES
    (tmp_path / NAME).write_text("* text\n", encoding="utf-8")
    assert not tell_git(tmp_path)
    assert (tmp_path / NAME).read_text(encoding="utf-8") == "* text\n"


def test_the_project_itself_compares_word_files_as_text() -> None:
    own = (ROOT / NAME).read_text(encoding="utf-8").splitlines()
    assert set(own) >= {line for line in LINES.splitlines() if "diff=" in line}
