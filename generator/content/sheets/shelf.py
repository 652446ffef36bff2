"""The sheets that a run of reading has asked for: each file opened once, each sheet read once."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from generator.content.findings import Findings
from generator.content.sheets.areas import EVERYTHING, Area
from generator.content.sheets.csv_file import read_csv
from generator.content.sheets.grid import Grid
from generator.content.sheets.paths import TEXT, locate
from generator.content.sheets.request import Request
from generator.content.sheets.sheet import Sheet
from generator.content.sheets.tabs import find_area
from generator.content.sheets.taking import Taken, take
from generator.content.sheets.uses import Use, Uses
from generator.content.sheets.workbook import Workbook
from generator.content.source import read_bytes, relative_name
from generator.diagnostics import Position, StyrdokError

LARGEST_FILE = 32 * 1024 * 1024
"""Bytes of a workbook; one with pictures in it may be large."""

_LARGEST_TEXT = 8 * 1024 * 1024


class Sheets:
    """Opens files for all who ask, and remembers which were used, with the folders they lie in."""

    def __init__(self, root: Path, findings: Findings) -> None:
        self.root, self.findings = root, findings
        self.opened: dict[Path, Workbook | Sheet | None] = {}
        self.used: set[str] = set()
        self.uses = Uses()

    def beside(self, folder: Path) -> Shelf:
        """Return how the texts of a document, or of another folder, ask: relative to the folder."""
        return Shelf(self, folder)

    def file(self, path: Path, name: str) -> Workbook | Sheet | None:
        """Return a file's workbook, or its only sheet; None when it cannot be read, noted once (S005)."""
        self.used.update(accumulate(name.split("/"), lambda folder, part: f"{folder}/{part}"))
        if path not in self.opened:
            self.opened[path] = self._open(path, name)
        return self.opened[path]

    def _open(self, path: Path, name: str) -> Workbook | Sheet | None:
        place = Position(name)
        is_text = path.suffix.lower() == TEXT
        data = read_bytes(path, place, self.findings, _LARGEST_TEXT if is_text else LARGEST_FILE)
        if data is None:
            return None
        if is_text:
            return read_csv(data, name, self.findings)
        try:
            return Workbook(data, name)
        except StyrdokError as problem:
            self.findings.error("S005", problem.message.rstrip("."), place, problem.hint)
            return None


@dataclass(frozen=True, slots=True)
class Shelf:
    """The sheets within reach of the texts in one folder."""

    sheets: Sheets
    folder: Path

    def grid(self, request: Request) -> Grid | None:
        """Return the table that is asked for, or None when there is none to be had, which is noted."""
        findings, name = self.sheets.findings, ""
        try:
            path, name = locate(request.file, self.folder, self.sheets.root)
            opened = self.sheets.file(path, name)
            taken = None
            if opened is not None:
                sheet, area = _place_in(opened, request)
                taken = take(sheet, area, request, findings)
        except StyrdokError as problem:
            place = problem.position if problem.position.file else request.position
            findings.error(problem.code or "S005", problem.message.rstrip("."), place, problem.hint)
            taken = None
        return self._remembered(taken, name)

    def _remembered(self, taken: Taken | None, name: str) -> Grid | None:
        """Return the table, after remembering who has taken it."""
        document = "" if self.folder == self.sheets.root else relative_name(self.folder, self.sheets.root)
        if taken is None:
            self.sheets.uses.fail(document, name)
            return None
        lines = {cell.position.line for row in taken.grid.rows for cell in row}
        use = Use(document, name, taken.sheet.name, lines)
        self.sheets.uses.add(use, taken.top, taken.sought)
        return taken.grid


def _place_in(opened: Workbook | Sheet, request: Request) -> tuple[Sheet, Area]:
    """Return the sheet and the area in it. Raises StyrdokError when the request does not say which."""
    if isinstance(opened, Workbook):
        return find_area(opened, request)
    for key, said in (("blad", request.tab), ("område", request.area)):
        if said:
            message = f"”{key}” kan inte anges för en CSV-fil"
            raise StyrdokError(message, "Ta bort det.", request.position, "S001")
    return opened, opened.used or EVERYTHING
