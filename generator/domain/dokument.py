"""A document: what it is, who decides it, on what it builds, and its parts in order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from generator.diagnostics import NOWHERE, Position
from generator.domain.datum import Period
from generator.domain.fras import Phrase
from generator.domain.mal import Indikator, Nod, Svar, Utfall
from generator.domain.prosa import Prosa


class Stadium(StrEnum):
    """How far a document has come on its road (domain.md section 3)."""

    UTKAST = "utkast"
    FORSLAG = "förslag"
    TILL_BESLUT = "till beslut"
    BESLUTAD = "beslutad, ej justerad"
    JUSTERAD = "justerad"

    @property
    def decided(self) -> bool:
        """Tell whether the decision has been made."""
        return self in (Stadium.BESLUTAD, Stadium.JUSTERAD)


@dataclass(frozen=True, slots=True)
class Beslut:
    """A decision: body (id), date, paragraph of the minutes."""

    organ: str
    datum: date | None = None
    paragraf: str = ""


@dataclass(frozen=True, slots=True)
class Kapitel:
    """A chapter of prose and tables; its title is a heading of the first level."""

    id: str
    titel: Phrase
    text: Prosa = Prosa()
    beslutad_av: str = ""
    position: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Dokument:
    """A document of one body for one period.

    ``bygger_pa`` and ``foljer_upp`` are ids of documents; ``utelamnar`` maps the items left out to the
    reason; ``kapitel_fore`` and ``kapitel_efter`` stand before and after the goals; ``svar`` and ``egna``
    (own nodes) are in the order of the files.

    ``indikatorer`` are those that hang on no goal, each with its category, and ``utfall`` their outcomes in
    a report; ``indikatorkapitel`` is what the document says about them.
    """

    id: str
    slag: str
    titel: str
    organ: str
    period: Period
    undertitel: str = ""
    stadium: Stadium = Stadium.UTKAST
    version: str = ""
    diarienummer: str = ""
    ansvarig: str = ""
    datum: date | None = None
    beslut: Beslut | None = None
    bygger_pa: str = ""
    foljer_upp: str = ""
    utelamnar: tuple[tuple[str, str], ...] = ()
    kapitel_fore: tuple[Kapitel, ...] = ()
    kapitel_efter: tuple[Kapitel, ...] = ()
    svar: tuple[Svar, ...] = ()
    egna: tuple[Nod, ...] = ()
    position: Position = field(default=NOWHERE, compare=False)
    places: Mapping[str, Position] = field(default_factory=dict, compare=False)
    indikatorkapitel: Kapitel | None = None
    indikatorer: tuple[Indikator, ...] = ()
    utfall: tuple[Utfall, ...] = ()

    def place(self, key: str) -> Position:
        """Return where the document's file gives this value, or where the file begins."""
        return self.places.get(key, self.position)

    def svar_pa(self, nod: str) -> Svar | None:
        """Return what the document says of the nod."""
        return next((s for s in self.svar if s.nod == nod), None)
