"""The line, or the row of cells, that a finding stands at: what a person has to look for.

Shows, never judges: a file that has gone since it was read, or cannot be read, gives no excerpt.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from generator.content.source import LARGEST
from generator.diagnostics import Position, StyrdokError
from generator.diagnostics.values import dataclass

if TYPE_CHECKING:
    from generator.content.sheets.workbook import Workbook

_LARGEST_WORKBOOK = 32 * 1024 * 1024
_MOST_CELLS = 200
_BETWEEN = " │ "


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line as it is written (``label`` its number or the cell's name).

    ``column`` and ``width`` tell in characters from 1 what is meant in it; 0 when that is the whole line.
    """

    label: str
    text: str
    column: int = 0
    width: int = 1


@dataclass(slots=True)
class Excerpts:
    """The excerpts of one organisation's files; each file is read once."""

    root: Path
    _lines: dict[str, Sequence[str]] = field(default_factory=dict)
    _books: dict[str, Workbook | None] = field(default_factory=dict)

    def at(self, place: Position) -> Excerpt | None:
        """Return what stands at the place; None for a whole file, and where there is nothing to show."""
        if not place.line:
            return None
        if place.sheet:
            return self._cells(place)
        lines = self._text(place.file)
        if place.line > len(lines) or not lines[place.line - 1].strip():
            return None
        return Excerpt(str(place.line), lines[place.line - 1], place.column)

    def _text(self, file: str) -> Sequence[str]:
        if file not in self._lines:
            data = _bytes(self.root / file, LARGEST)
            text = unicodedata.normalize("NFC", data.decode("utf-8-sig", errors="replace"))
            self._lines[file] = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return self._lines[file]

    def _cells(self, place: Position) -> Excerpt | None:
        cells = self._row(place)
        text = _BETWEEN.join(cells)
        if not text.strip(" │"):
            return None
        if not 0 < place.column <= len(cells):
            return Excerpt(f"rad {place.line}", text)
        start = sum(len(cell) + len(_BETWEEN) for cell in cells[: place.column - 1])
        return Excerpt(place.cell, text, start + 1, max(1, len(cells[place.column - 1])))

    def _row(self, place: Position) -> Sequence[str]:
        """Return the cells of a row, up to its last filled one or up to the place."""
        from generator.content.sheets.shown import UNREADABLE

        book = self._book(place.file)
        tabs = [tab for tab in book.tabs if tab.name == place.sheet] if book is not None else []
        try:
            sheet = book.sheet(tabs[0]) if book is not None and tabs else None
        except StyrdokError:
            sheet = None
        if sheet is None:
            return ()
        stored = sheet.rows.get(place.line, {})
        last = min(max((*stored, place.column), default=0), _MOST_CELLS)
        shown = [sheet.cell(place.line, column) for column in range(1, last + 1)]
        return [
            stored[number].value if cell.kind in UNREADABLE else cell.text
            for number, cell in enumerate(shown, 1)
        ]

    def _book(self, file: str) -> Workbook | None:
        if file not in self._books:
            from generator.content.sheets.workbook import Workbook

            try:
                self._books[file] = Workbook(_bytes(self.root / file, _LARGEST_WORKBOOK), file)
            except StyrdokError:
                self._books[file] = None
        return self._books[file]


def _bytes(path: Path, largest: int) -> bytes:
    """Return the file, or nothing when it is not there any more or is no file to show."""
    try:
        with path.open("rb") as file:
            return file.read(largest)
    except OSError:
        return b""
