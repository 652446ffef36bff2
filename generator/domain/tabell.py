"""Tables: of words, or of figures with unit, sign convention and vintage.

What a table of figures says once (unit, what its sign means, which decision the figures belong to)
holds for every amount in it (domain.md section 7).
"""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from generator.diagnostics import NOWHERE, Position
from generator.diagnostics.values import dataclass
from generator.domain.belopp import Belopp, Enhet
from generator.domain.fras import Phrase

Slag = Literal["text", "belopp"]
Roll = Literal["rad", "summa", "rubrik"]


@dataclass(frozen=True, slots=True)
class Kolumn:
    """A column: its heading, whether it holds words or amounts, and the year its amounts belong to."""

    titel: Phrase
    slag: Slag = "text"
    ar: int | None = None


@dataclass(frozen=True, slots=True)
class Rad:
    """A row: one cell per column (a phrase, an amount, or None where nothing is said).

    ``roll`` is ``summa`` for a sum of the rows named in ``summa_av``, ``rubrik`` for a row that only
    introduces the rows below it.
    """

    id: str
    celler: tuple[Phrase | Belopp | None, ...]
    roll: Roll = "rad"
    summa_av: tuple[str, ...] = ()
    position: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Tabell:
    """A table with caption.

    ``enhet`` is the unit of its amounts (tkr, mnkr; empty in a table of words), ``tecken`` what a positive
    sign means, ``argang`` the decision or proposal the figures belong to.
    """

    id: str
    titel: str
    kolumner: tuple[Kolumn, ...]
    rader: tuple[Rad, ...]
    enhet: str = ""
    tecken: str = ""
    argang: str = ""
    liggande: bool = False
    position: Position = field(default=NOWHERE, compare=False)

    @property
    def caption(self) -> str:
        """The caption with the unit as it is printed: ``Budget 2019–2021, tkr``; a mere number has none."""
        return self.titel if self.enhet in ("", Enhet.ANTAL) else f"{self.titel}, {self.enhet}"
