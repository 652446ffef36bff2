"""Rows of a proposal's table laid over those of the main one: changed, added, struck."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.content.findings import Findings
from generator.content.proposals.layer import Trail
from generator.content.proposals.marks import CODE, cell_mark, is_misspelt, report_missing, unmarked_cell
from generator.content.raw import RawCell, RawTable
from generator.diagnostics import Position, did_you_mean
from generator.domain.organisation import fold

Row = tuple[RawCell, ...]


def rows_laid_over(main: RawTable, own: RawTable, trail: Trail, findings: Findings) -> RawTable:
    """Return the main table with the rows that the proposal gives.

    A row is known by its first cell; the proposal may give only some of the columns. What is not in the main
    table is noted (S009), a row that could be two as well (S004).
    """
    if main.is_lost or own.is_lost:
        return main
    columns = _columns(main, own, findings)
    if columns is None:
        return main
    rows = _Rows(main, own, columns, findings).laid()
    for row in main.rows:
        for cell in row:
            trail.touch(cell.position, own.position)
    trail.touch(main.position, own.position)
    return replace(main, rows=tuple(rows), position=own.position)


def _columns(main: RawTable, own: RawTable, findings: Findings) -> list[int] | None:
    """Return which column of the main table each of the proposal's is; None when one is not there."""
    names = [fold(cell.text) for cell in main.head]
    found = []
    for cell in own.head:
        if fold(cell.text) not in names:
            known = [c.text.strip() for c in main.head]
            listed = f"Kolumnerna är {', '.join(known)}."
            report_missing("Kolumnen", cell.text.strip(), known, cell.position, findings, listed)
            return None
        found.append(names.index(fold(cell.text)))
    if len(set(found)) < len(found):
        findings.error("S004", "Samma kolumn står två gånger", own.position, "Behåll en av dem.")
        return None
    return found


class _Rows:
    def __init__(self, main: RawTable, own: RawTable, columns: Sequence[int], findings: Findings) -> None:
        self.main, self.own, self.columns, self.findings = main, own, columns, findings
        self.key = columns[0]
        self.rows: list[Row] = list(main.rows)
        self.names = [self._name(row) for row in main.rows]
        self.mentioned = {fold(cell_mark(row[0])[0]) for row in own.rows}
        self.next: int | None = None
        self.waiting: list[Row] = []

    def _name(self, row: Row) -> str:
        return fold(row[self.key].text) if self.key < len(row) else ""

    def laid(self) -> list[Row]:
        """Return the rows as they are after the proposal."""
        seen: set[str] = set()
        for given in self.own.rows:
            said, struck, new = cell_mark(given[0])
            if fold(said) in seen:
                message = f"Raden ”{said}” står två gånger"
                self.findings.error("S004", message, given[0].position, "Behåll en av dem.")
                continue
            seen.add(fold(said))
            at = self._find(said, given[0].position)
            if at is not None and at >= 0:
                self._there(at, given, said, struck=struck, new=new)
            elif at is not None:
                self._not_there(given, said, struck=struck, new=new)
        self.rows += self.waiting
        return self.rows

    def _there(self, at: int, given: Row, said: str, *, struck: bool, new: bool) -> None:
        """Change or strike a row; new ones that stood before it in the proposal come before it."""
        if new:
            message, hint = f"Raden ”{said}” finns redan i huvudförslaget", "Ta bort {ny}."
            self.findings.error("S004", message, given[0].position, hint)
            return
        self.rows[at:at] = self.waiting
        at += len(self.waiting)
        self.waiting.clear()
        if struck:
            del self.rows[at]
        else:
            row = list(self.rows[at])
            for column, cell in zip(self.columns, given, strict=False):
                row[column] = cell
            self.rows[at] = tuple(row)
        self.next = at if struck else at + 1

    def _not_there(self, given: Row, said: str, *, struck: bool, new: bool) -> None:
        """Add a row after the one before it in the proposal."""
        if struck:
            report_missing("Raden", said, self._known(), given[0].position, self.findings, "")
        elif self._may_be_added(said, given, new=new):
            if self.next is None:
                self.waiting.append(self._added(given))
            else:
                self.rows.insert(self.next, self._added(given))
                self.next += 1

    def _find(self, said: str, place: Position) -> int | None:
        """Return the row's number, −1 when there is none, None when there are several (S004)."""
        found = [n for n, row in enumerate(self.rows) if fold(said) and self._name(row) == fold(said)]
        if len(found) > 1:
            hint = "Skriv kolumnen Id först i tabellen, eller ge raderna id i huvudförslaget."
            message = f"I huvudförslagets tabell finns flera rader ”{said}”"
            self.findings.error("S004", message, place, hint)
            return None
        return found[0] if found else -1

    def _known(self) -> list[str]:
        return [row[self.key].text.strip() for row in self.main.rows if self.key < len(row)]

    def _may_be_added(self, said: str, given: Row, *, new: bool) -> bool:
        """Tell whether the row can be a new one; what is more likely a slip is noted (S009)."""
        place = given[0].position
        if len(given) < len(self.main.head):
            otherwise = "Är raden ny: skriv tabellens alla kolumner."
            report_missing("Raden", said, self._known(), place, self.findings, otherwise)
            return False
        meant = "" if new else is_misspelt(fold(said), self.names, self.mentioned)
        if meant:
            hint = did_you_mean(said, [meant]) + " Om raden är ny: skriv {ny} sist i dess första cell."
            self.findings.error(CODE, f"Raden ”{said}” finns inte i huvudförslaget", place, hint)
        return not meant

    def _added(self, given: Row) -> Row:
        """Return a new row in the order of the main table's columns."""
        row = dict(zip(self.columns, (unmarked_cell(given[0]), *given[1:]), strict=False))
        return tuple(row[n] for n in range(len(self.main.head)))
