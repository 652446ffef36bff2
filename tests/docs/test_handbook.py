"""docs/handbok.md: its commands are run, its edits are made, what it shows is what is said."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.conftest import ROOT

PAGE = ROOT / "docs" / "handbok.md"
TEXT = PAGE.read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (.+?)\n(.*?)(?=^## |\Z)", TEXT, re.MULTILINE | re.DOTALL))
_BLOCK = re.compile(
    r"^(?:`(?P<file>[^`\n]+)`\n\n)?```(?P<kind>diff|console(?P<fails> fel)?)\n(?P<body>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_RUN = "import sys; from generator.cli import main; sys.exit(main())"
SECONDS = 300


@dataclass(frozen=True)
class Edit:
    """Whole lines of a file that a reader replaces."""

    file: str
    old: str
    new: str


@dataclass(frozen=True)
class Command:
    """A command, what it is shown to say (… stands for anything), and whether it finds something wrong."""

    line: str
    said: tuple[str, ...]
    fails: bool


def steps(section: str) -> Iterator[Edit | Command]:
    """Yield what a reader of a section does, in order."""
    for block in _BLOCK.finditer(section):
        lines = block["body"].splitlines()
        if block["kind"] == "diff":
            old, new = ("".join(f"{x[2:]}\n" for x in lines if x.startswith(mark)) for mark in "-+")
            yield Edit(block["file"], old, new)
            continue
        for shown in re.split(r"^> ", block["body"], flags=re.MULTILINE)[1:]:
            line, *said = shown.splitlines()
            yield Command(line, tuple(x for x in said if x.strip()), bool(block["fails"]))


def make(edit: Edit, root: Path) -> None:
    """Make an edit; the lines must be there once."""
    path = root / edit.file
    text = path.read_text(encoding="utf-8")
    assert text.count(edit.old) == 1, (edit.file, edit.old)
    path.write_text(text.replace(edit.old, edit.new), encoding="utf-8", newline="\n")


def run(command: Command, root: Path) -> None:
    """Run a command as a reader does and compare what it says with what the handbook shows."""
    program, *arguments = shlex.split(command.line)
    assert program == "styrdok", command.line
    done = subprocess.run(
        [sys.executable, "-c", _RUN, *arguments, "--no-color"],
        cwd=root,
        env={**os.environ, "STYRDOK_SOFFICE": "", "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )
    said = done.stdout.replace("\N{NO-BREAK SPACE}", " ")
    assert (done.returncode != 0) == command.fails, f"{command.line}\n{said}"
    for line in command.said:
        pattern = ".*".join(re.escape(part.strip()) for part in line.split("…"))
        assert re.search(pattern, said), f"{command.line}: {line}\n{said}"


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which everything has been built once, as a reader's has."""
    root = tmp_path_factory.mktemp("verkstad")
    shutil.copytree(ROOT / "content", root / "content")
    run(Command("styrdok build", (), fails=False), root)
    return root


@pytest.mark.parametrize("name", [name for name, text in SECTIONS.items() if _BLOCK.search(text)])
def test_the_section_does_what_it_says(name: str, workshop: Path, tmp_path: Path) -> None:
    shutil.copytree(workshop, tmp_path, dirs_exist_ok=True)
    for step in steps(SECTIONS[name]):
        if isinstance(step, Edit):
            make(step, tmp_path)
        else:
            run(step, tmp_path)


def test_every_section_is_in_the_list_and_the_links_lead_to_files_and_headings() -> None:
    listed = re.findall(r"^- \[([^\]]+)\]\(#([^)]+)\)", TEXT, re.MULTILINE)
    assert [title for title, _ in listed] == list(SECTIONS)
    for title, anchor in listed:
        assert anchor == re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")
    for target in re.findall(r"\]\((?!#|https?:)([^)]+)\)", TEXT):
        assert (PAGE.parent / target).exists(), target


def test_every_fence_is_understood() -> None:
    assert len(_BLOCK.findall(TEXT)) == len(re.findall(r"^```\w", TEXT, re.MULTILINE))
