"""A1 and A3:F9: cells and areas of a sheet by name."""

from __future__ import annotations

import re

from generator.diagnostics import column_letters
from generator.diagnostics.values import dataclass

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
"""The size of a sheet."""

_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})")
_COLUMN = re.compile(r"\$?([A-Za-z]{1,3})")
_ALPHABET = 26


@dataclass(frozen=True, slots=True)
class Area:
    """Rows and columns from 1, the last ones included."""

    top: int
    left: int
    bottom: int
    right: int

    def __str__(self) -> str:
        first = f"{column_letters(self.left)}{self.top}"
        last = f"{column_letters(self.right)}{self.bottom}"
        return first if first == last else f"{first}:{last}"

    def meets(self, other: Area) -> bool:
        """Tell whether the two have a cell in common."""
        rows = self.top <= other.bottom and other.top <= self.bottom
        return rows and self.left <= other.right and other.left <= self.right

    def within(self, other: Area) -> Area:
        """Return the part that lies in the other too; empty (bottom above top) when there is none."""
        return Area(
            max(self.top, other.top),
            max(self.left, other.left),
            min(self.bottom, other.bottom),
            min(self.right, other.right),
        )


EVERYTHING = Area(1, 1, LAST_ROW, LAST_COLUMN)
"""A whole sheet."""


def column_number(letters: str) -> int:
    """Return the number from 1 of the column with these letters."""
    number = 0
    for letter in letters.upper():
        number = number * _ALPHABET + ord(letter) - ord("A") + 1
    return number


def parse_cell(text: str) -> tuple[int, int] | None:
    """Return row and column of ``C7`` or ``$C$7``, or None for what is no cell of a sheet."""
    match = _CELL.fullmatch(text)
    if match is None:
        return None
    row, column = int(match[2]), column_number(match[1])
    return (row, column) if 1 <= row <= LAST_ROW and column <= LAST_COLUMN else None


def parse_area(text: str) -> Area | None:
    """Return the area ``A3:F9``, ``A:F`` or ``C7``, whichever corner comes first; None for anything else."""
    first, _, last = text.replace(" ", "").partition(":")
    start, end = parse_cell(first), parse_cell(last or first)
    if start is not None and end is not None:
        rows, columns = sorted((start[0], end[0])), sorted((start[1], end[1]))
        return Area(rows[0], columns[0], rows[1], columns[1])
    if last and _COLUMN.fullmatch(first) and _COLUMN.fullmatch(last):
        left, right = sorted((column_number(first.strip("$")), column_number(last.strip("$"))))
        return Area(1, left, LAST_ROW, right) if right <= LAST_COLUMN else None
    return None
