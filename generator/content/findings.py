"""The growing list of what reading finds: nothing is raised across files, everything is said at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from generator.diagnostics import Diagnostic, Position, Severity

UNKNOWN = "*"
"""Stands among the lost ids for those of a file that could not be read at all."""


class Findings:
    """Collects findings while the sources are read, and the ids of what could not be read.

    What is ``lost`` has been complained about where it stands; nobody who refers to it is at fault.
    """

    def __init__(self) -> None:
        self.found: list[Diagnostic] = []
        self.lost: set[str] = set()

    def error(self, code: str, message: str, position: Position, hint: str = "") -> None:
        """Note an error."""
        self.found.append(Diagnostic(code, message, position, hint, Severity.ERROR))

    def warning(self, code: str, message: str, position: Position, hint: str = "") -> None:
        """Note a warning."""
        self.found.append(Diagnostic(code, message, position, hint, Severity.WARNING))

    def withdraw(self, code: str, files: Collection[str]) -> None:
        """Take back what was said of files or folders before it was known what they are for."""
        self.found = [d for d in self.found if not (d.code == code and d.position.file in files)]

    def lose(self, ids: Iterable[str]) -> None:
        """Remember what could not be read."""
        self.lost.update(id_ for id_ in ids if id_)
