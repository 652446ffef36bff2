"""A small organisation on its way: what the tests of the archive freeze, and how."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from generator.build.arkiv.freezing import Done, Freezing, freeze
from generator.build.arkiv.rules import Given
from generator.build.workspace import Workspace
from generator.domain.arkiv import Fryssteg
from tests.conftest import silent
from tests.organisations.small import DECIDED, FILES, PLAN, Files, written

ID = "plan/nämnden"
NOW = datetime(2026, 3, 4, 5, 6, tzinfo=UTC)
DAY = date(2018, 12, 5)
SENT = 'stadium: förslag\nversion: "0.1"\ndatum: 2018-11-20\ndiarienummer: EX 2018/0012\n'
PASSED = f'stadium: "beslutad, ej justerad"\nversion: "1.0"{DECIDED}\n'
APPROVED = f'stadium: justerad\nversion: "1.0"{DECIDED}\n'


def workspace_with(folder: Path, stage: str, changes: Files | None = None) -> Workspace:
    """Return the organisation with the plan at a stage."""
    files = {PLAN: FILES[PLAN] + stage, **(changes or {})}
    return Workspace(written(folder / "content" / "prov", files), folder / "output")


def state(workspace: Workspace, stage: str) -> None:
    """Let the plan's dokument.yaml say another stage."""
    (workspace.content / PLAN).write_text(FILES[PLAN] + stage, encoding="utf-8", newline="\n")


def edit(workspace: Workspace, file: str, old: str, new: str) -> None:
    """Change something that is there once."""
    path = workspace.content / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def frozen(
    workspace: Workspace,
    steg: str,
    now: datetime = NOW,
    *,
    given: Given = Given(),
    document: str = ID,
    skal: str = "",
    trots: str = "",
    av: str = "Registrator",
) -> Done:
    """Freeze the plan."""
    return freeze(workspace, Freezing(document, Fryssteg(steg), given, skal, trots, av), now, silent)


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder by name, hidden ones too."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


Step = Callable[[Workspace], object]
