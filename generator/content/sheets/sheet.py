"""A sheet as it was read: cells as they are stored, shown when they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from functools import cached_property
from typing import NamedTuple

from generator.content.sheets.areas import Area
from generator.content.sheets.shown import Shown
from generator.diagnostics import Position
from generator.diagnostics.values import dataclass


class Stored(NamedTuple):
    """What a file holds of a cell: the type it states, the value as it is written, the style's number."""

    type: str
    value: str
    style: int = 0
    is_formula: bool = False
    is_external: bool = False


@dataclass
class Sheet:
    """A sheet's cells by row and column from 1, and what a person does not see of it.

    ``places`` tells where in a text file the cells stand; a workbook's cells are places themselves.
    """

    file: str
    name: str
    rows: dict[int, dict[int, Stored]]
    show: Callable[[Stored], Shown]
    merged: tuple[Area, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: tuple[tuple[int, int], ...] = ()
    is_filtered: bool = False
    places: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)

    def cell(self, row: int, column: int) -> Shown:
        """Return what the cell shows."""
        stored = self.rows.get(row, {}).get(column)
        return self.show(stored) if stored is not None else Shown()

    def is_external(self, row: int, column: int) -> bool:
        """Tell whether the cell is a formula that takes its value from another workbook."""
        stored = self.rows.get(row, {}).get(column)
        return stored is not None and stored.is_external

    def at(self, row: int = 0, column: int = 0) -> Position:
        """Return the place of a cell, of a row or column as a whole, or of the sheet."""
        if self.name:
            return Position(self.file, row, column, self.name)
        line, start = self.places.get((row, column), (0, 0))
        if not line and row:
            line, start = self.places.get((row, 1), (0, 0))
        return Position(self.file, line, start)

    def is_hidden_column(self, column: int) -> bool:
        """Tell whether a person does not see the column."""
        return any(first <= column <= last for first, last in self.hidden_columns)

    @cached_property
    def used(self) -> Area | None:
        """The smallest area with all cells that hold something; None for an empty sheet."""
        filled = [number for number, row in self.rows.items() if row]
        if not filled:
            return None
        columns = [column for number in filled for column in self.rows[number]]
        return Area(min(filled), min(columns), max(filled), max(columns))

    @cached_property
    def row_numbers(self) -> list[int]:
        """The rows that hold something, in order."""
        return sorted(number for number, row in self.rows.items() if row)
