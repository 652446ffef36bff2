"""A proposal to change a document of the small organisation, for tests that change one thing in it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.build.inspection import inspect_all
from generator.build.proposed import Proposed
from generator.build.workspace import Workspace
from generator.content.proposals.reading import ProposalReading
from generator.domain.dokument import Dokument
from generator.domain.prosa import TableBlock
from generator.domain.tabell import Tabell
from tests.organisations.small import Files, read

PLAN = "plan/nämnden"
HOME = f"{PLAN}/förslag/annat"
WHO = "avsändare: Oppositionen\n"


def proposal(files: Mapping[str, str], who: str = WHO, name: str = "annat") -> dict[str, str | bytes | None]:
    """Return the files of a proposal to the plan, by their names in its folder."""
    home = f"{PLAN}/förslag/{name}"
    return {f"{home}/förslag.yaml": who, **{f"{home}/{file}": text for file, text in files.items()}}


def proposed(root: Path, files: Files, name: str = "annat") -> ProposalReading:
    """Return what reading a proposal to the plan gives."""
    reading = read(root, files)
    return reading.with_proposal(next(p for p in reading.proposals if p.name == name))


def plan(root: Path, files: Mapping[str, str], who: str = WHO) -> Dokument:
    """Return the plan as a proposal changes it; nothing may be wrong with that."""
    read_ = proposed(root, proposal(files, who))
    assert read_.reading.diagnostics == ()
    assert read_.reading.korpus is not None
    return read_.reading.korpus.dokument[PLAN]


def inspected(root: Path, files: Files) -> Proposed:
    """Return the only proposal with everything wrong with it."""
    read(root, files)
    (found,) = inspect_all(Workspace(root, root / "output")).proposals
    return found


def told(root: Path, files: Mapping[str, str], who: str = WHO) -> list[tuple[str, str, str]]:
    """Return what is wrong with a proposal and not with the main one: place and code, message, remedy."""
    found = inspected(root, proposal(files, who)).new
    return [(f"{d.position} {d.code}".removeprefix(f"{HOME}/"), d.message, d.hint) for d in found]


def tables(dokument: Dokument) -> list[Tabell]:
    """Return the tables of a document's chapters."""
    blocks = (block for kapitel in dokument.kapitel for block in kapitel.text.content)
    return [block.tabell for block in blocks if isinstance(block, TableBlock)]


def rows(tabell: Tabell) -> list[tuple[str, ...]]:
    """Return a table's rows as words, each with its id first."""
    return [
        (rad.id, *(str(cell or "").replace("\u00a0", " ") for cell in rad.celler)) for rad in tabell.rader
    ]
