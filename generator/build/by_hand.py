"""D005: finished documents that a person has changed since they were built."""

from __future__ import annotations

import os
from pathlib import Path

from generator.build.files import checksum
from generator.build.manifest import Manifest
from generator.build.workspace import Workspace
from generator.diagnostics import Diagnostic, Position, Severity

_HINT = "Gör samma ändring i innehållet och bygg på nytt. Den ändrade filen läggs undan under ett eget namn."


def changed_by_hand(workspace: Workspace) -> tuple[Diagnostic, ...]:
    """Return a warning for each file in the output folder that is not as it was built."""
    found = []
    for document, entry in sorted(Manifest(workspace.output).entries.items()):
        path = workspace.output / Path(entry.file).name
        if _is_changed(path, entry.checksum):
            message = f"Dokumentet {path.name} har ändrats för hand sedan det byggdes"
            place = Position(_seen_from(workspace.content, path))
            found.append(Diagnostic("D005", message, place, _HINT, Severity.WARNING, (document,)))
    return tuple(found)


def _is_changed(path: Path, built: str) -> bool:
    try:
        return checksum(path.read_bytes()) != built
    except OSError:
        return False


def _seen_from(content: Path, path: Path) -> str:
    """Return the path relative to the content, as all places are; whole where none leads there."""
    try:
        return Path(os.path.relpath(path, content)).as_posix()
    except ValueError:
        return path.as_posix()
