"""A place in a source file that a person can be led to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """File (relative to the content root, with ``/``), line and column, both from 1; 0 means the whole file.

    Domain values carry positions in fields that take no part in equality, so that moving a text
    to another line never makes it another text.
    """

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        numbers = [str(n) for n in (self.line, self.column) if n]
        return ":".join([self.file, *numbers])

    def moved(self, lines: int = 0, columns: int = 0) -> Position:
        """Return the place so many lines below and columns to the right."""
        return Position(self.file, self.line + lines, self.column + columns)


NOWHERE = Position("")
