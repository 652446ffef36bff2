"""Figures in tables: what they mean, and how far rounding can have moved them.

Everything is counted in kronor as exact decimals, so that tkr and mnkr can be compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from generator.checks.rounding import rounding
from generator.diagnostics.values import dataclass
from generator.domain.belopp import Belopp, format_number
from generator.domain.dokument import Dokument
from generator.domain.hamtning import tabeller
from generator.domain.organisation import fold
from generator.domain.ramar import POWER
from generator.domain.tabell import Rad, Tabell

_HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class Figure:
    """A printed amount in kronor; ``slack`` is how far rounding can have moved it.

    ``own`` is half a unit of its last place; ``slack`` is more for a sum of rounded parts: as far as
    roundings ever go.
    """

    value: Decimal
    own: Decimal
    slack: Decimal
    printed: Belopp
    rad: Rad

    def __str__(self) -> str:
        return f"{self.printed} {self.printed.enhet}"


def money_tables(dokument: Dokument) -> Iterator[Tabell]:
    """Yield the tables whose amounts are money."""
    return (t for t in tabeller(dokument) if t.enhet in POWER)


def figure(tabell: Tabell, rad: Rad, column: int) -> Figure | None:
    """Return what stands in a cell, None when it is no amount of money."""
    cell = rad.celler[column]
    power = POWER.get(tabell.enhet)
    if not isinstance(cell, Belopp) or power is None:
        return None
    last = max((places(r.celler[column]) for r in tabell.rader), default=0)
    own = _half_unit(places(cell), power)
    parts = [r for r in tabell.rader if r.id in rad.summa_av and _is_rounded(r.celler[column])]
    slack = rounding((2 * own, *[2 * _half_unit(last, power)] * len(parts))).likely
    return Figure(cell.value.scaleb(power), own, slack, cell, rad)


def places(cell: object) -> int:
    """Return how many decimals an amount is written with."""
    exponent = cell.value.as_tuple().exponent if isinstance(cell, Belopp) else 0
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _half_unit(decimals: int, power: int) -> Decimal:
    return _HALF.scaleb(power - decimals)


def _is_rounded(cell: object) -> bool:
    return isinstance(cell, Belopp) and cell.value != 0


def difference(one: Figure, other: Figure) -> str:
    """Return how far apart they are, in the unit of the first: ”10,0 tkr”."""
    apart = (one.value - other.value).copy_abs().scaleb(-POWER[one.printed.enhet])
    decimals = places(one.printed)
    if one.printed.enhet == other.printed.enhet:
        decimals = max(decimals, places(other.printed))
    rounded = apart.quantize(Decimal(1).scaleb(-decimals))
    return f"{format_number(rounded or apart.normalize())} {one.printed.enhet}"


def columns_called(tabell: Tabell, *words: str) -> Mapping[int, int]:
    """Return the columns of amounts whose heading is one of the words and a year, by year."""
    found: dict[int, int] = {}
    for number, kolumn in enumerate(tabell.kolumner):
        heading = fold(str(kolumn.titel)).split()
        if kolumn.slag == "belopp" and kolumn.ar is not None and heading[:1] and heading[0] in words:
            found.setdefault(kolumn.ar, number)
    return found


def grand_total(tabell: Tabell) -> Rad | None:
    """Return the sum that is part of no other sum; None when there is none, or several."""
    parts = {id_ for rad in tabell.rader for id_ in rad.summa_av}
    found = [rad for rad in tabell.rader if rad.summa_av and (not rad.id or rad.id not in parts)]
    return found[0] if len(found) == 1 else None


def vintage(tabell: Tabell) -> str:
    """Return the decision that the figures belong to, without what is added after a comma."""
    return fold(tabell.argang.split(",")[0])
