"""From what a line asks for to the table: find the file, the sheet and the area, and take the cells."""

from __future__ import annotations

from pathlib import Path

from generator.content.findings import Findings
from generator.content.sheets.areas import EVERYTHING, Area
from generator.content.sheets.csv_file import read_csv
from generator.content.sheets.paths import TEXT, locate
from generator.content.sheets.request import Request
from generator.content.sheets.sheet import Sheet
from generator.content.sheets.shelf import Shelf
from generator.content.sheets.tabs import find_area
from generator.content.sheets.taking import Taken, take
from generator.content.sheets.workbook import Workbook
from generator.content.source import read_bytes
from generator.diagnostics import Position, StyrdokError

__all__ = ["Opened", "Taken", "fetch", "open_file"]

LARGEST_FILE = 32 * 1024 * 1024
"""Bytes of a workbook; one with pictures in it may be large."""

_LARGEST_TEXT = 8 * 1024 * 1024

Opened = Workbook | Sheet
"""A workbook, or the only sheet of a CSV file."""


def open_file(path: Path, name: str, findings: Findings) -> Opened | None:
    """Return what the file holds; None when it cannot be read, which is noted (S005)."""
    place = Position(name)
    is_text = path.suffix.lower() == TEXT
    data = read_bytes(path, place, findings, _LARGEST_TEXT if is_text else LARGEST_FILE)
    if data is None:
        return None
    if is_text:
        return read_csv(data, name, findings)
    try:
        return Workbook(data, name)
    except StyrdokError as problem:
        findings.error("S005", problem.message.rstrip("."), place, problem.hint)
        return None


def fetch(request: Request, shelf: Shelf) -> tuple[Taken | None, str]:
    """Return the table, None when there is none to be had (which is noted), and the file's name."""
    findings, name = shelf.sheets.findings, ""
    try:
        path, name = locate(request.file, shelf.folder, shelf.sheets.root)
        opened = shelf.sheets.file(path, name)
        if opened is None:
            return None, name
        sheet, area = _place_in(opened, request)
        return take(sheet, area, request, findings), name
    except StyrdokError as problem:
        place = problem.position if problem.position.file else request.position
        findings.error(problem.code or "S005", problem.message.rstrip("."), place, problem.hint)
        return None, name


def _place_in(opened: Opened, request: Request) -> tuple[Sheet, Area]:
    """Return the sheet and the area in it. Raises StyrdokError when the request does not say which."""
    if isinstance(opened, Workbook):
        return find_area(opened, request)
    for key, said in (("blad", request.tab), ("område", request.area)):
        if said:
            message = f"”{key}” kan inte anges för en CSV-fil"
            raise StyrdokError(message, "Ta bort det.", request.position, "S001")
    return opened, opened.used or EVERYTHING
