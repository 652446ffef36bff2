"""A table taken from a sheet: the rows and columns that are asked for, and what is wrong in their cells."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

from generator.content.findings import Findings
from generator.content.sheets.areas import Area
from generator.content.sheets.figures import amount, is_aligned_right
from generator.content.sheets.grid import Grid, GridCell
from generator.content.sheets.headings import (
    Column,
    Columns,
    heading_row,
    read_headings,
    report_unnamed,
)
from generator.content.sheets.hidden import report_hidden, report_merged
from generator.content.sheets.readable import readable
from generator.content.sheets.request import Request, fold
from generator.content.sheets.sheet import Sheet
from generator.content.sheets.shown import UNREADABLE, Shown
from generator.content.sheets.slips import Slips
from generator.content.sheets.uses import Sought
from generator.content.source import LARGEST, forbidden_character, forbidden_in_words, without_forbidden
from generator.diagnostics import did_you_mean
from generator.diagnostics.values import dataclass

MOST_ROWS = 2_000
"""Rows of a table in a document; more than fifty pages of them are a slip."""

MOST_COLUMNS = 63
"""Columns of a table in Word."""

LONGEST_TEXT = 32_767
"""Characters of a cell, as Excel has it."""

_FEWER = 'Välj rader med område="…" eller rader="…".'


@dataclass(frozen=True, slots=True)
class Taken:
    """The table, the sheet it was taken from with its heading row, and by what its rows were sought."""

    grid: Grid
    sheet: Sheet
    top: int
    sought: Sought | None


def take(sheet: Sheet, area: Area, request: Request, findings: Findings) -> Taken | None:
    """Return the table, or None when it cannot be told which; what is wrong in its cells is noted.

    Raises StyrdokError when there is no table in the area.
    """
    row = heading_row(sheet, area, request)
    columns = read_headings(sheet, area, row, findings)
    below = [r for r in sheet.row_numbers if row < r <= area.bottom and _holds(sheet, r, area)]
    tested = [columns.tested(condition, request, findings) for condition in request.conditions]
    if any(column is None for column in tested):
        return None
    known = tuple(column for column in tested if column is not None)
    chosen = _chosen(columns, known, request, findings)
    amounts = columns.chosen(request.amounts, "belopp", request, findings)
    if chosen is None or amounts is None:
        return None
    if not request.columns:
        report_unnamed(columns, area, below, findings)
    return _Taker(sheet, request, findings, columns, chosen, amounts).taken(below, known)


def _holds(sheet: Sheet, row: int, area: Area) -> bool:
    return any(area.left <= column <= area.right for column in sheet.rows[row])


def _chosen(
    columns: Columns, tested: Sequence[Column], request: Request, findings: Findings
) -> tuple[Column, ...] | None:
    """Return the columns to print: those asked for, else all but those that the rows are sought by."""
    if request.columns:
        return columns.chosen(request.columns, "kolumner", request, findings)
    return tuple(c for c in columns.found if c not in tested)


@dataclass(slots=True)
class _Taker:
    sheet: Sheet
    request: Request
    findings: Findings
    columns: Columns
    chosen: tuple[Column, ...]
    amounts: tuple[Column, ...]
    sought: Sought | None = None
    missed: bool = False
    size: int = 0

    def taken(self, below: Sequence[int], tested: Sequence[Column]) -> Taken | None:
        """Return the table of those of the rows below the heading that are asked for."""
        rows = self._sought(below, tested)
        if self.missed and not rows:
            return None
        if len(rows) > MOST_ROWS or len(self.chosen) > MOST_COLUMNS:
            self._too_large(rows)
            return None
        top = self.columns.row
        head = tuple(self._cell(top, c.number, self.sheet.cell(top, c.number)) for c in self.chosen)
        places = [(row, column.number) for row in rows for column in self.chosen]
        cells = {place: readable(self.sheet, *place, self.findings) for place in places}
        rows = [r for r in rows if any(cells[r, c.number].text for c in self.chosen)]
        self._report_unseen(rows, below, tested)
        right = tuple(self._is_right(column, below) for column in self.chosen)
        self._report_second_head(rows, cells, right)
        Slips(self.sheet, self.request.unit, rows, cells).report(self.chosen, right, self.findings)
        grid = Grid(head, tuple(self._row(r, cells, right) for r in rows), right, self.sheet.at(top))
        if self.size > LARGEST:
            message = f"Tabellen har mer text än {LARGEST >> 20} MB"
            self.findings.error("S005", message, self.sheet.at(), _FEWER)
            return None
        if self.sought is not None:
            self.sought.taken.update(rows)
        return Taken(grid, self.sheet, top, None if self.missed else self.sought)

    def _too_large(self, rows: Sequence[int]) -> None:
        message = f"Tabellen skulle få {len(self.chosen)} kolumner, fler än de {MOST_COLUMNS} som Word klarar"
        hint = 'Välj kolumner med område="…" eller kolumner="…".'
        if len(rows) > MOST_ROWS:
            message, hint = f"Tabellen skulle få {len(rows)} rader, fler än {MOST_ROWS // 1000} 000", _FEWER
        self.findings.error("S005", message, self.sheet.at(), hint)

    def _sought(self, below: Sequence[int], tested: Sequence[Column]) -> list[int]:
        """Return the rows that meet all conditions; a value that no row has is noted (S002)."""
        rows = list(below)
        for condition, column in zip(self.request.conditions, tested, strict=True):
            values = self._values(rows, column)
            if column is tested[0]:
                self.sought = Sought(self.sheet, column, values, asked=set(condition.values))
            wanted = {fold(value) for value in condition.values}
            there = {fold(value) for value in values.values()}
            for value in condition.values:
                if fold(value) not in there:
                    self.missed = True
                    names = sorted({v for v in values.values() if v})
                    hint = did_you_mean(value, names, "Rätta värdet, eller fyll i raderna i bladet.")
                    message = f"Ingen rad har ”{value}” i kolumnen ”{column.heading}”"
                    self.findings.error("S002", message, self.request.position, hint)
            rows = [row for row in rows if fold(values[row]) in wanted]
        return rows

    def _values(self, rows: Sequence[int], column: Column) -> dict[int, str]:
        """Return what the cells of a column show; the first that shows what cannot be read is noted."""
        shown = {row: self.sheet.cell(row, column.number) for row in rows}
        wrong = next((row for row, cell in shown.items() if cell.kind in UNREADABLE), None)
        if wrong is not None:
            readable(self.sheet, wrong, column.number, self.findings)
        return {row: "" if cell.kind in UNREADABLE else cell.text for row, cell in shown.items()}

    def _report_unseen(self, rows: Sequence[int], below: Sequence[int], tested: Sequence[Column]) -> None:
        used = (*self.chosen, *(c for c in tested if c not in self.chosen))
        report_hidden(self.sheet, [self.columns.row, *rows], used, self.request.unit, self.findings)
        bottom = max(below, default=self.columns.row)
        report_merged(self.sheet, self.columns.row, bottom, used, self.findings)

    def _report_second_head(
        self, rows: Sequence[int], cells: Mapping[tuple[int, int], Shown], right: Sequence[bool]
    ) -> None:
        """Note headings that come again among amounts: another table begins there (S003)."""
        amounts = [c for c, is_right in zip(self.chosen, right, strict=True) if is_right]
        for row in rows if self.request.unit else ():
            filled = [c for c in amounts if cells[row, c.number].text]
            if filled and all(fold(cells[row, c.number].text) == fold(c.heading) for c in filled):
                hint = 'Ange området för den tabell som menas, område="A3:F9".'
                message = f"Rubrikerna på rad {self.columns.row} kommer igen; här börjar en annan tabell"
                self.findings.error("S003", message, self.sheet.at(row, filled[0].number), hint)

    def _is_right(self, column: Column, below: Sequence[int]) -> bool:
        """Tell whether a column is one of numbers; rows that are not asked for tell it as well."""
        if self.amounts:
            return column in self.amounts
        shown = [self.sheet.cell(row, column.number) for row in below]
        readable_ones = [cell for cell in shown if cell.kind not in UNREADABLE]
        return is_aligned_right(column, readable_ones, self.request.unit)

    def _row(
        self, row: int, cells: Mapping[tuple[int, int], Shown], right: Sequence[bool]
    ) -> tuple[GridCell, ...]:
        found = []
        for column, is_right in zip(self.chosen, right, strict=True):
            shown = cells[row, column.number]
            if is_right and self.request.unit:
                text = amount(shown, self.request.unit)
                is_text = shown.kind == "text"  # a reference to another amount
                found.append(GridCell(text, self.sheet.at(row, column.number), is_text=is_text))
            else:
                found.append(self._cell(row, column.number, shown))
        return tuple(found)

    def _cell(self, row: int, column: int, shown: Shown) -> GridCell:
        place = self.sheet.at(row, column)
        text = unicodedata.normalize("NFC", shown.text.replace("\r\n", "\n").replace("\r", "\n"))
        bad = forbidden_character(text)
        if bad:
            message, hint = forbidden_in_words(bad)
            self.findings.error("S005", message, place, hint)
        if len(text) > LONGEST_TEXT:
            message = f"Texten är längre än de {LONGEST_TEXT // 1000} 767 tecken som en cell kan ha"
            self.findings.error("S005", message, place, "Korta den.")
            text = ""
        self.size += len(text)
        return GridCell(without_forbidden(text), place, is_text=shown.kind == "text")
