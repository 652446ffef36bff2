"""Which columns of a sheet hold amounts, and what an amount is when the cell shows more than a number."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.content.sheets.headings import Column
from generator.content.sheets.request import fold
from generator.content.sheets.shown import Shown
from generator.domain.belopp import parse_number

_NEVER = ("id", "summa av")
_BLANK = ("", "-", "–", "−")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LIKE_A_NUMBER = re.compile(r"[+\-−]?[\d\s.,]*\d\s*%?|\[=[^\]]+\]")
"""A number, however it is written, or a reference to one."""


def is_number_as_text(shown: Shown) -> bool:
    """Tell whether the cell is text that can be read as a number: Excel's classic slip."""
    if shown.kind != "text":
        return False
    try:
        parse_number(shown.text)
    except ValueError:
        return False
    return True


def is_aligned_right(column: Column, cells: Sequence[Shown], unit: str) -> bool:
    """Tell whether a column is one of numbers, by its heading and what its cells show.

    In a table with a unit: when the heading is a year, or when at least half of the cells that hold something
    are numbers or look like it; with a year in the heading one is enough, and none when all are empty. In
    other tables: when all are.
    """
    filled = [cell for cell in cells if cell.text not in _BLANK]
    if not unit:
        return bool(filled) and all(cell.kind == "number" for cell in filled)
    if fold(column.heading) in _NEVER:
        return False
    if _YEAR.fullmatch(column.heading):
        return True
    numbers = sum(cell.kind == "number" or bool(_LIKE_A_NUMBER.fullmatch(cell.text)) for cell in filled)
    if _YEAR.search(column.heading):
        return numbers > 0 or not filled
    return bool(filled) and numbers * 2 >= len(filled)


def amount(shown: Shown, unit: str) -> str:
    """Return the amount without what stands beside it, when that is no more than the unit of the table."""
    if shown.kind == "number" and shown.unit.casefold() in ("", unit.casefold()):
        return shown.number
    return shown.text
