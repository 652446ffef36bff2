"""A table as it was taken from a sheet, before its cells are read as text."""

from __future__ import annotations

from generator.diagnostics import Position
from generator.diagnostics.values import dataclass


@dataclass(frozen=True, slots=True)
class GridCell:
    """What a cell says and where it stands. ``is_text``: it may have marks and notes."""

    text: str
    position: Position
    is_text: bool = True


@dataclass(frozen=True, slots=True)
class Grid:
    """Heading, rows of as many cells, which columns are aligned right, and the place of the heading row."""

    head: tuple[GridCell, ...]
    rows: tuple[tuple[GridCell, ...], ...]
    right: tuple[bool, ...]
    position: Position
