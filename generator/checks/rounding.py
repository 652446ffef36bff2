"""How far rounding can move a sum, and how far it ever does.

A sum of n parts that were rounded each by itself, and rounded itself, can miss them by (n + 1)/2 units of the
last place (domain.md section 7). That takes every one of them to lie at the end of its half unit, all on the
same side. The errors are even over ±½ unit and independent, so their sum has the standard deviation
√((n + 1)/12) units: with thirty parts 15 units are possible, and more than 8 are met less than once in a
million sums.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from generator.diagnostics.values import dataclass

_FAR = 5
"""Standard deviations that chance does not go beyond: one in a million."""


@dataclass(frozen=True, slots=True)
class Rounding:
    """How far roundings together can move a figure: at the very most, and in practice (in the same unit)."""

    most: Decimal
    likely: Decimal


def rounding(units: Iterable[Decimal]) -> Rounding:
    """Return how far figures that were rounded to these units can be off together."""
    halves = [unit / 2 for unit in units]
    most = sum(halves, Decimal())
    deviation = (sum((half * half for half in halves), Decimal()) / 3).sqrt()
    return Rounding(most, min(most, _FAR * deviation))
