"""Number formats of a workbook: ``# ##0,0;-# ##0,0`` as sections, and those that every workbook has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache

from generator.diagnostics.values import dataclass

GENERAL = "General"

BUILT_IN: Mapping[int, str] = {
    0: GENERAL,
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '#,##0 "kr";-#,##0 "kr"',
    6: '#,##0 "kr";-#,##0 "kr"',
    7: '#,##0.00 "kr";-#,##0.00 "kr"',
    8: '#,##0.00 "kr";-#,##0.00 "kr"',
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "yyyy-mm-dd",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "yyyy-mm-dd h:mm",
    37: "#,##0;-#,##0",
    38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00",
    41: '#,##0;-#,##0;"-"',
    42: '#,##0 "kr";-#,##0 "kr";"-" "kr"',
    43: '#,##0.00;-#,##0.00;"-"',
    44: '#,##0.00 "kr";-#,##0.00 "kr";"-" "kr"',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
}
"""The formats that have a number but no text in the file, as Excel in Sweden shows them."""

LONGEST = 255
"""Characters; Excel takes no longer format."""

_TOKEN = re.compile(
    r"""
    (?P<words>"[^"]*"?) | \\(?P<sign>.) | (?P<width>[_*].) | (?P<elapsed>\[(?:h+|m+|s+)\])
    | \[\$(?P<currency>[^\]-]*)[^\]]*\] | \[(?P<test>[<>=]+)(?P<limit>-?[0-9.]+)\] | \[(?P<colour>[^\]]*)\]
    | (?P<general>General|Standard) | (?P<noon>AM/PM|A/P) | (?P<exponent>E[+-]) | (?P<digits>[0#?]+)
    | (?P<point>\.) | (?P<comma>,) | (?P<percent>%) | (?P<text>@) | (?P<fraction>/) | (?P<date>[ymdhs]+)
    | (?P<end>;) | (?P<other>.)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_LITERAL = ("words", "sign", "currency", "other")

Token = tuple[str, str]
"""A kind and its characters; a literal of any kind is ``literal``."""


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a format, between semicolons: its pieces, its condition, the letters of a date in it."""

    tokens: tuple[Token, ...]
    test: str = ""
    limit: Decimal = Decimal(0)

    @property
    def letters(self) -> str:
        """The letters of a date format, ``H`` for hours that go on after 24; empty for other formats."""
        found = "".join("H" if kind == "elapsed" else text for kind, text in self.tokens if kind in _DATES)
        return found if any(kind == "elapsed" for kind, _ in self.tokens) else found.lower()

    @property
    def is_general(self) -> bool:
        """Tell whether it leaves to Excel how the number looks."""
        return any(kind in ("general", "text") for kind, _ in self.tokens)


_DATES = ("date", "elapsed")


@cache
def sections(code: str) -> tuple[Section, ...]:
    """Return the sections of a number format."""
    found: list[Section] = []
    tokens: list[Token] = []
    test, limit = "", Decimal(0)
    for match in _TOKEN.finditer(code[:LONGEST]):
        kind = match.lastgroup or "other"
        if kind == "end":
            found.append(Section(tuple(tokens), test, limit))
            tokens, test = [], ""
        elif kind == "limit":
            test, limit = match["test"], _number(match["limit"])
        elif kind in _LITERAL:
            tokens.append(("literal", (match[kind] or "").strip('"')))
        elif kind not in ("width", "colour"):
            tokens.append((kind, match[kind]))
    return (*found, Section(tuple(tokens), test, limit))


def _number(text: str) -> Decimal:
    try:
        return Decimal(text)
    except ArithmeticError:
        return Decimal(0)


def section_for(value: Decimal, code: str) -> tuple[Section, bool]:
    """Return the section that shows the number, and whether it is one for numbers below zero only."""
    parts = sections(code)
    for part in parts:
        if part.test and _holds(value, part):
            return part, False
    parts = tuple(part for part in parts[:3] if not part.test) or parts
    if value < 0 and len(parts) > 1:
        return parts[1], True
    if value == 0 and len(parts) > 2:  # noqa: PLR2004  # the third is for zero
        return parts[2], False
    return parts[0], False


def _holds(value: Decimal, part: Section) -> bool:
    signs = {"<": value < part.limit, ">": value > part.limit, "=": value == part.limit}
    if part.test == "<>":
        return value != part.limit
    return any(signs[sign] for sign in part.test)
