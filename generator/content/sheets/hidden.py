"""What a person does not see of a table in a sheet, or sees in other cells than it stands in (S003)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.content.findings import Findings
from generator.content.sheets.areas import LAST_ROW, Area
from generator.content.sheets.headings import Column
from generator.content.sheets.request import fold
from generator.content.sheets.sheet import Sheet

_NOT_PRINTED = ("id", "summa av")


def report_hidden(
    sheet: Sheet, rows: Sequence[int], columns: Sequence[Column], unit: str, findings: Findings
) -> None:
    """Note rows and columns that are hidden: what is in them would be printed without being seen.

    Columns that are never printed may be hidden: Id, and in a table with a unit Summa av.
    """
    for first, last in _runs([row for row in rows if row in sheet.hidden_rows]):
        one = first == last
        what = f"Rad {first} är dold" if one else f"Raderna {first}–{last} är dolda"
        show = "Rensa filtret" if sheet.is_filtered else f"Visa {'den' if one else 'dem'}"
        hint = f"{show}, eller ta bort {'raden' if one else 'raderna'}."
        findings.error("S003", what, sheet.at(first), hint)
    passed = _NOT_PRINTED if unit else _NOT_PRINTED[:1]
    for column in columns:
        if sheet.is_hidden_column(column.number) and fold(column.heading) not in passed:
            message = f"Kolumnen ”{column.heading}” är dold"
            hint = 'Visa den, eller räkna upp de andra med kolumner="…".'
            findings.error("S003", message, sheet.at(0, column.number), hint)


def report_merged(sheet: Sheet, top: int, bottom: int, columns: Sequence[Column], findings: Findings) -> None:
    """Note cells that have been made one."""
    for area in sheet.merged:
        for column in columns:
            if area.meets(Area(top, column.number, min(bottom, LAST_ROW), column.number)):
                hint = "Dela upp dem i Excel (Start, Centrera över kolumner), och fyll i varje cell."
                place = sheet.at(area.top, area.left)
                findings.error("S003", f"Cellerna {area} är sammanslagna", place, hint)
                break


def _runs(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield first and last of each run of numbers that follow on each other."""
    first = last = 0
    for number in numbers:
        if first and number != last + 1:
            yield first, last
            first = number
        first, last = first or number, number
    if first:
        yield first, last
