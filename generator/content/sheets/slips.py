"""Slips that leave a table readable but are probably not meant: warnings, one of a kind in a column."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from generator.content.findings import Findings
from generator.content.sheets.figures import is_number_as_text
from generator.content.sheets.headings import Column
from generator.content.sheets.sheet import Sheet
from generator.content.sheets.shown import Shown
from generator.diagnostics.values import dataclass

_MONTHS = "jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec"
_LIKE_A_DATE = re.compile(
    rf"\d{{4}}-\d\d?-\d\d?|\d\d?[./]\d\d?[-./ ]\d{{2,4}}|(?:\d\d?\.? )?(?:{_MONTHS})\w*\.? \d{{4}}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Slips:
    """The cells of a table, looked at column by column."""

    sheet: Sheet
    unit: str
    rows: Sequence[int]
    cells: Mapping[tuple[int, int], Shown]

    def report(self, columns: Sequence[Column], right: Sequence[bool], findings: Findings) -> None:
        """Note numbers and dates that are text, numbers of endless decimals, values from other workbooks."""
        for column, is_right in zip(columns, right, strict=True):
            name = f"kolumnen ”{column.heading}”"
            if is_right and self.unit:
                hint = "Omvandla cellen till ett tal i Excel."
                self._tell(column, is_number_as_text, f"Ett tal i {name} är sparat som text", hint, findings)
            message = f"Ett tal i {name} har fler decimaler än cellen visar"
            self._tell(column, _is_rounded, message, "Välj ett talformat i Excel.", findings)
            if any(self.cells[row, column.number].kind == "date" for row in self.rows):
                message, hint = f"Ett datum i {name} är skrivet som text", "Skriv det som datum i Excel."
                self._tell(column, _is_date_as_text, message, hint, findings)
            message = f"Ett värde i {name} hämtas av en formel ur en annan arbetsbok"
            others = [row for row in self.rows if self.sheet.is_external(row, column.number)]
            self._note(column, others, message, "Kontrollera att det är det senaste.", findings)

    def _tell(
        self, column: Column, test: Callable[[Shown], bool], message: str, hint: str, findings: Findings
    ) -> None:
        rows = [row for row in self.rows if test(self.cells[row, column.number])]
        self._note(column, rows, message, hint, findings)

    def _note(self, column: Column, rows: Sequence[int], message: str, hint: str, findings: Findings) -> None:
        if rows:
            more = f" ({len(rows)} celler)" if len(rows) > 1 else ""
            findings.warning("S003", message + more, self.sheet.at(rows[0], column.number), hint)


def _is_rounded(shown: Shown) -> bool:
    return shown.rounded


def _is_date_as_text(shown: Shown) -> bool:
    return shown.kind == "text" and bool(_LIKE_A_DATE.fullmatch(shown.text))
