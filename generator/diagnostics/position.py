"""A place in a source file that a person can be led to."""

from __future__ import annotations

from dataclasses import replace
from functools import total_ordering

from generator.diagnostics.values import dataclass


@total_ordering
@dataclass(frozen=True, slots=True)
class Position:
    """File (relative to the content root, with ``/``), line and column, both from 1; 0 means the whole file.

    With a ``sheet``, line and column are those of a spreadsheet: a cell, a whole row or column, or the sheet.

    Domain values carry positions in fields that take no part in equality, so that moving a text
    to another line never makes it another text.
    """

    file: str
    line: int = 0
    column: int = 0
    sheet: str = ""

    def __str__(self) -> str:
        if self.sheet:
            return ", ".join(part for part in (self.file, f"blad ”{self.sheet}”", self._in_sheet()) if part)
        numbers = [str(n) for n in (self.line, self.column) if n]
        return ":".join([self.file, *numbers])

    def __lt__(self, other: Position) -> bool:
        return self._order() < other._order()

    @property
    def cell(self) -> str:
        """The cell as it is called in a spreadsheet, ``C7``; empty where the place is no single cell."""
        return f"{column_letters(self.column)}{self.line}" if self.sheet and self.line and self.column else ""

    def moved(self, lines: int = 0, columns: int = 0) -> Position:
        """Return the place so many lines below and columns to the right."""
        return replace(self, line=self.line + lines, column=self.column + columns)

    def _order(self) -> tuple[str, str, int, int]:
        return self.file, self.sheet, self.line, self.column

    def _in_sheet(self) -> str:
        if self.line and self.column:
            return f"cell {self.cell}"
        if self.line:
            return f"rad {self.line}"
        return f"kolumn {column_letters(self.column)}" if self.column else ""


def column_letters(number: int) -> str:
    """Return what a spreadsheet calls its column with this number from 1: A, Z, AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


NOWHERE = Position("")
