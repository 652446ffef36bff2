"""Amounts and numbers as Swedes write them: 1 234,5 with a no-break space, a true minus, a decimal comma.

Amounts are exact decimals, never floats. A figure keeps the number of decimals it was written with,
because rounding is a property of the printed figure (domain: off by at most (n+1)/2 units of the last place).
"""

from __future__ import annotations

import re
from decimal import Decimal
from enum import StrEnum

from generator.diagnostics.values import dataclass

NBSP = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
EMPTY = "\N{EN DASH}"

_SPACES = "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}"
_NUMBER = re.compile(rf"[+\-{MINUS}]?(?:\d{{1,3}}(?: \d{{3}})+|\d+)(?:,\d+)?", re.ASCII)


class Enhet(StrEnum):
    """The unit of an amount."""

    TKR = "tkr"
    MNKR = "mnkr"
    KR = "kr"
    PROCENT = "%"
    ANTAL = "antal"


@dataclass(frozen=True, slots=True)
class Belopp:
    """An exact number in a unit (empty for a plain number); prints as Swedes write it, without the unit."""

    value: Decimal
    enhet: str = ""
    signed: bool = False

    def __str__(self) -> str:
        return format_number(self.value, signed=self.signed)

    def __bool__(self) -> bool:
        return True


def parse_number(text: str) -> Decimal:
    """Return the number a Swede wrote: ``1 074,4``, ``-5 478,4``, ``−900``, ``10 000``.

    Raises ValueError for anything else; a point is never taken for a decimal comma, because
    ``1.074`` means two things.
    """
    cleaned = text.strip()
    for space in _SPACES:
        cleaned = cleaned.replace(space, " ")
    if not _NUMBER.fullmatch(cleaned):
        raise ValueError(text)
    return Decimal(cleaned.replace(" ", "").replace(",", ".").replace(MINUS, "-"))


def format_number(value: Decimal, *, signed: bool = False) -> str:
    """Return ``1 234,5`` with no-break spaces and a true minus.

    Every decimal the value has is printed; ``signed`` puts + before what is above zero.
    """
    sign = MINUS if value.is_signed() and value != 0 else "+" if signed and value > 0 else ""
    whole, _, decimals = f"{value.copy_abs():f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", NBSP)
    return sign + grouped + ("," + decimals if decimals else "")
