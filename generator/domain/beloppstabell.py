"""What tables of figures say of themselves: which columns are years, and what a plus means."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.domain.organisation import fold
from generator.domain.tabell import Kolumn, Tabell

_YEAR_ALONE = re.compile(r"\d{4}")
_COST = ("kostnad", "nettokostnad")
_SURPLUS = ("överskott", "resultat", "intäkt")


def year_columns(tabell: Tabell) -> Mapping[int, int]:
    """Return the columns whose heading is a year and nothing more, by year."""
    return {k.ar: n for n, k in enumerate(tabell.kolumner) if k.ar is not None and is_year(k)}


def is_year(kolumn: Kolumn) -> bool:
    """Tell whether the column holds amounts and is called by its year alone."""
    return kolumn.slag == "belopp" and bool(_YEAR_ALONE.fullmatch(str(kolumn.titel).strip()))


def surplus_sign(tabell: Tabell) -> int:
    """Return 1 when a surplus is positive in the table, -1 when a cost is, 0 when it does not say."""
    said = fold(tabell.tecken)
    if said.startswith(_COST):
        return -1
    return 1 if said.startswith(_SURPLUS) else 0
