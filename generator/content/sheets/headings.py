"""The columns of an area by their headings: which there are, which rows are sought, what is printed."""

from __future__ import annotations

from collections.abc import Sequence

from generator.content.findings import Findings
from generator.content.sheets.areas import Area
from generator.content.sheets.readable import readable
from generator.content.sheets.request import Condition, Request, fold
from generator.content.sheets.sheet import Sheet
from generator.diagnostics import StyrdokError, did_you_mean
from generator.diagnostics.values import dataclass

_EXAMPLE = 'Skriv rubrikerna med komma emellan: kolumner="Id, Post, 2019".'


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the sheet with its heading as it is shown."""

    number: int
    heading: str


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns that have a heading, in the order of the sheet, and where the heading row is."""

    sheet: Sheet
    row: int
    found: tuple[Column, ...]

    def named(self, heading: str) -> tuple[Column, ...]:
        """Return the columns with this heading."""
        return tuple(c for c in self.found if fold(c.heading) == fold(heading))

    def listed(self) -> str:
        """Return the headings as a sentence has them."""
        return ", ".join(c.heading for c in self.found)

    def tested(self, condition: Condition, request: Request, findings: Findings) -> Column | None:
        """Return the column that a condition is about; one that is not there is noted (S001)."""
        named = self._only(condition.column, findings)
        if not self.named(condition.column):
            self._unknown(condition.column, "rader", request, findings)
        return named

    def chosen(self, said: str, key: str, request: Request, findings: Findings) -> tuple[Column, ...] | None:
        """Return the columns that are listed under ``key``; None when one is unknown or twice."""
        found: list[Column] = []
        for heading in self._parted(said):
            if not self.named(heading):
                self._unknown(heading, key, request, findings)
                return None
            column = self._only(heading, findings)
            if column is None:
                return None
            if column in found:
                message = f"Kolumnen ”{heading}” står två gånger i {key}"
                findings.error("S004", message, request.position, "Behåll en av dem.")
                return None
            found.append(column)
        return tuple(found)

    def _only(self, heading: str, findings: Findings) -> Column | None:
        """Return the column with this heading; two of them are noted (S004)."""
        named = self.named(heading)
        if len(named) > 1:
            hint = f"Ge dem olika rubriker i {'bladet' if self.sheet.name else 'filen'}."
            what = "Bladet" if self.sheet.name else "Filen"
            message = f"{what} har flera kolumner som heter ”{heading}”"
            findings.error("S004", message, self.sheet.at(self.row, named[1].number), hint)
        return named[0] if len(named) == 1 else None

    def _parted(self, said: str) -> list[str]:
        """Return the headings in a list with commas; the longest known heading counts, commas and all."""
        rest, found = [part.strip() for part in said.split(",")], []
        while rest:
            size = next((n for n in range(len(rest), 1, -1) if self.named(", ".join(rest[:n]))), 1)
            heading, rest = ", ".join(rest[:size]), rest[size:]
            if heading:
                found.append(heading)
        return found

    def _unknown(self, heading: str, key: str, request: Request, findings: Findings) -> None:
        hint = did_you_mean(heading, [c.heading for c in self.found], f"Kolumnerna är {self.listed()}.")
        message = f"Kolumnen ”{heading}”, som står i {key}, finns inte{_where(self.sheet)}"
        findings.error("S001", message, request.position, hint)


def _where(sheet: Sheet) -> str:
    return f" i bladet ”{sheet.name}”" if sheet.name else " i filen"


def heading_row(sheet: Sheet, area: Area, request: Request) -> int:
    """Return the row with the headings. Raises StyrdokError when the area holds none."""
    rows = [row for row in sheet.row_numbers if area.top <= row <= area.bottom and _holds(sheet, row, area)]
    if request.head:
        if request.head in rows:
            return request.head
        message = f"Rubrikraden, rad {request.head}, är tom eller ligger utanför området"
        raise StyrdokError(message, "Rätta rubrikrad eller område.", request.position, "S003")
    if not rows:
        empty = (
            f"Området {request.area} är tomt"
            if request.area
            else "Bladet är tomt"
            if sheet.name
            else "Filen är tom"
        )
        raise StyrdokError(empty, _FILL, sheet.at(), "S002")
    return rows[0]


_FILL = "Skriv en rad med rubriker, och raderna under den."


def _holds(sheet: Sheet, row: int, area: Area) -> bool:
    return any(area.left <= column <= area.right for column in sheet.rows[row])


def read_headings(sheet: Sheet, area: Area, row: int, findings: Findings) -> Columns:
    """Return the columns whose headings stand in the row."""
    numbers = sorted(c for c in sheet.rows[row] if area.left <= c <= area.right)
    found = [Column(n, " ".join(readable(sheet, row, n, findings).text.split())) for n in numbers]
    return Columns(sheet, row, tuple(c for c in found if c.heading))


def report_unnamed(columns: Columns, area: Area, rows: Sequence[int], findings: Findings) -> None:
    """Note a column that holds something but has no heading (S002), at the first such cell."""
    known = {c.number for c in columns.found}
    for row in rows:
        for column in sorted(columns.sheet.rows[row]):
            if area.left <= column <= area.right and column not in known:
                known.add(column)
                hint = 'Ge kolumnen en rubrik, eller ange rubrikrad="…", område="…" eller kolumner="…".'
                message = f"Cellen står i en kolumn utan rubrik på rad {columns.row}"
                findings.error("S002", message, columns.sheet.at(row, column), hint)
