"""A workbook's sheet part → the cells that hold something, and what is hidden or merged."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from generator.content.sheets.areas import LAST_COLUMN, LAST_ROW, Area, parse_area, parse_cell
from generator.content.sheets.events import Attributes, damaged, read_events
from generator.content.sheets.sheet import Sheet, Stored
from generator.content.sheets.shown import Shown
from generator.diagnostics import StyrdokError

MOST_FILLED = 500_000
"""Cells that hold something. A sheet with more is a register, not something that a table is taken from."""

MOST_CELLS = 2_000_000
"""Cells, empty ones that have a colour included."""

_MOST_MERGED = 20_000
_YES = ("1", "true", "on")
_WHOLE = re.compile(r"[0-9]{1,9}")
_EXTERNAL = re.compile(r"\[\d+\]")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def read_worksheet(
    data: bytes, file: str, name: str, strings: Callable[[], Sequence[str]], show: Callable[[Stored], Shown]
) -> Sheet:
    """Return the sheet. ``strings`` gives the texts that the workbook's sheets share.

    Raises StyrdokError for a sheet that is damaged or too large.
    """
    return _Reader(strings).read(data, Sheet(file, name, {}, show))


def unescaped(text: str) -> str:
    r"""Return a text with ``_x000D_`` and the like as the characters they stand for."""
    return _ESCAPED.sub(_unescaped, text) if "_x" in text else text


def _unescaped(match: re.Match[str]) -> str:
    """Return the character; half of one is a lost one."""
    number = int(match[1], 16)
    return "\N{REPLACEMENT CHARACTER}" if 0xD800 <= number < 0xE000 else chr(number)  # noqa: PLR2004


class _Reader:
    """Takes up a sheet's elements one by one."""

    def __init__(self, strings: Callable[[], Sequence[str]]) -> None:
        self.strings = strings
        self.rows: dict[int, dict[int, Stored]] = {}
        self.merged: list[Area] = []
        self.hidden_rows: set[int] = set()
        self.hidden_columns: list[tuple[int, int]] = []
        self.is_filtered = False
        self.row = self.column = self.filled = self.cells = 0
        self.in_data = self.in_reading = self.taking = False
        self.type, self.style = "n", 0
        self.value: list[str] = []
        self.formula: list[str] | None = None
        self.has_value = False

    def read(self, data: bytes, sheet: Sheet) -> Sheet:
        read_events(data, self.start, self.end, self.text)
        sheet.rows = self.rows
        sheet.merged = tuple(self.merged)
        sheet.hidden_rows = frozenset(self.hidden_rows)
        sheet.hidden_columns = tuple(self.hidden_columns)
        sheet.is_filtered = self.is_filtered
        return sheet

    def start(self, name: str, attributes: Attributes) -> None:
        if self.in_data:
            self._inside(name, attributes)
        elif name == "sheetData":
            self.in_data = True
        elif name == "col":
            self._columns(attributes)
        elif name == "mergeCell":
            self._merge(attributes)
        elif name == "sheetPr":
            self.is_filtered = attributes.get("filterMode") in _YES

    def _inside(self, name: str, attributes: Attributes) -> None:
        match name:
            case "c":
                self._cell(attributes)
            case "row":
                self.row = _whole(attributes.get("r"), self.row + 1)
                self.column = 0
                if not 1 <= self.row <= LAST_ROW:
                    raise damaged()
                if attributes.get("hidden") in _YES or _is_zero(attributes.get("ht")):
                    self.hidden_rows.add(self.row)
            case "v":
                self.taking, self.has_value = not self.has_value, True
            case "t":
                self.taking = not self.in_reading
            case "f":
                self.formula, self.taking = [], True
            case "rPh":
                self.in_reading = True

    def _cell(self, attributes: Attributes) -> None:
        self.cells += 1
        name = attributes.get("r")
        place = parse_cell(name) if name is not None else (self.row, self.column + 1)
        if place is None or not place[0] or place[1] > LAST_COLUMN:
            raise damaged()
        if self.cells > MOST_CELLS:
            raise _too_large(f"Bladet har fler än {MOST_CELLS // 10**6} 000 000 celler")
        self.row, self.column = place
        self.type, self.style = attributes.get("t", "n"), _whole(attributes.get("s"), 0)
        self.value, self.formula, self.has_value = [], None, False

    def text(self, text: str) -> None:
        if self.taking:
            (self.value if self.formula is None or self.has_value else self.formula).append(text)

    def end(self, name: str) -> None:
        if not self.in_data:
            return
        if name in ("v", "t", "f"):
            self.taking = False
        elif name == "rPh":
            self.in_reading = False
        elif name == "c":
            self._store()
        elif name == "sheetData":
            self.in_data = False

    def _store(self) -> None:
        value, formula = "".join(self.value), self.formula
        if self.type == "s" and value:
            value = self._shared(value)
        elif self.type in ("str", "inlineStr"):
            value = unescaped(value)
        if not value.strip() and (formula is None or self.type == "str"):
            return
        self.filled += 1
        if self.filled > MOST_FILLED:
            raise _too_large(f"Bladet har fler än {MOST_FILLED // 1000} 000 ifyllda celler")
        external = formula is not None and _EXTERNAL.search("".join(formula)) is not None
        stored = Stored(self.type, value, self.style, formula is not None, external)
        row = self.rows.setdefault(self.row, {})
        if self.column in row:
            raise damaged()
        row[self.column] = stored

    def _shared(self, number: str) -> str:
        strings, at = self.strings(), _whole(number, -1)
        if not 0 <= at < len(strings):
            raise damaged()
        return strings[at]

    def _columns(self, attributes: Attributes) -> None:
        if attributes.get("hidden") in _YES or _is_zero(attributes.get("width")):
            self.hidden_columns.append((_whole(attributes.get("min"), 0), _whole(attributes.get("max"), 0)))

    def _merge(self, attributes: Attributes) -> None:
        area = parse_area(attributes.get("ref", ""))
        if area is None or len(self.merged) >= _MOST_MERGED:
            raise damaged()
        self.merged.append(area)


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and _WHOLE.fullmatch(text) else otherwise


def _too_large(message: str) -> StyrdokError:
    return StyrdokError(message, "Lägg det som ska skrivas ut i en egen arbetsbok.")


def _is_zero(text: str | None) -> bool:
    """Tell whether a width or a height is none at all, which hides as well as the word for it."""
    return text is not None and text.strip("0.") == "" and text != ""
