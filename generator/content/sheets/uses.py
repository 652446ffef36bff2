"""Who takes what from which sheet: whom an error in a cell concerns, and which rows nobody takes."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import field
from typing import TYPE_CHECKING

from generator.content.findings import Findings
from generator.content.sheets.request import fold
from generator.diagnostics import Position, did_you_mean
from generator.diagnostics.values import dataclass

if TYPE_CHECKING:
    from generator.content.sheets.headings import Column
    from generator.content.sheets.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Use:
    """A document (empty: texts that all documents share) takes cells at these lines of a file's sheet.

    Without lines it could not be told which.
    """

    document: str
    file: str
    sheet: str = ""
    lines: Collection[int] = ()


def concerned(place: Position, uses: Iterable[Use]) -> tuple[str, ...]:
    """Return the documents that take something from the place; none when all may."""
    of_file = [u for u in uses if u.file == place.file and (not place.sheet or u.sheet in ("", place.sheet))]
    exact = [u for u in of_file if place.line in u.lines]
    found = {u.document for u in exact or of_file}
    return () if "" in found else tuple(sorted(found))


@dataclass(slots=True)
class Sought:
    """The rows of a sheet below one heading row: those that were taken, and by which values of a column."""

    sheet: Sheet
    column: Column
    values: dict[int, str] = field(default_factory=dict)
    taken: set[int] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)

    def report(self, findings: Findings) -> None:
        """Note the rows that no table takes, once for each value (S006): most often it is misspelt."""
        left: dict[str, list[int]] = {}
        for row, value in self.values.items():
            if row not in self.taken:
                left.setdefault(fold(value), []).append(row)
        for rows in left.values():
            value = self.values[rows[0]]
            more = f" ({len(rows)} rader)" if len(rows) > 1 else ""
            said = f"har ”{value}”" if value else "är tom"
            message = f"Raden hämtas inte av någon tabell: cellen i kolumnen ”{self.column.heading}” {said}"
            hint = did_you_mean(
                value, sorted(self.asked), "Rätta cellen, eller hämta raden där den hör hemma."
            )
            findings.warning("S006", message + more, self.sheet.at(rows[0], self.column.number), hint)


class Uses:
    """Gathers what is taken while the texts are read."""

    def __init__(self) -> None:
        self.found: list[Use] = []
        self.sought: dict[tuple[str, str, int], Sought] = {}
        self.failed: set[str] = set()

    def fail(self, document: str, file: str) -> None:
        """Remember that a document wanted something that could not be had."""
        self.found.append(Use(document, file))
        self.failed.add(file)

    def add(self, use: Use, top: int, sought: Sought | None) -> None:
        """Remember what is taken below a heading row; ``sought`` is None when all rows are."""
        self.found.append(use)
        if sought is None or not use.document or not use.file.startswith(f"{use.document}/"):
            self.failed.add(use.file)  # another's sheet, or all of it: nobody need take every row
            return
        known = self.sought.setdefault((use.file, use.sheet, top), sought)
        if known is not sought:
            known.values |= sought.values
            known.taken |= sought.taken
            known.asked |= sought.asked

    def report(self, findings: Findings) -> None:
        """Note the rows of the documents' own sheets that are taken by nobody."""
        for sought in self.sought.values():
            if sought.sheet.file not in self.failed:
                sought.report(findings)
