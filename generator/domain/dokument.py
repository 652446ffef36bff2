"""A document: what it is, who decides it, on what it builds, and its parts in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import date
from enum import StrEnum

from generator.diagnostics import NOWHERE, Position
from generator.diagnostics.values import dataclass
from generator.domain.datum import Period
from generator.domain.fras import Phrase
from generator.domain.mal import Direktiv, Indikator, Lage, Nod, Svar, Utfall
from generator.domain.prosa import Prosa

OTHERS = "övriga"
"""The key that stands for every direktiv that is not named."""


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
    """A chapter of prose and tables; its title is a heading of the first level.

    ``bilaga`` tells that it is an appendix, which is printed after everything else.
    """

    id: str
    titel: Phrase
    text: Prosa = Prosa()
    beslutad_av: str = ""
    position: Position = field(default=NOWHERE, compare=False)
    bilaga: bool = False


@dataclass(frozen=True, slots=True)
class Direktivgrupp:
    """The direktiv to some bodies (``mottagare``: ids) or to all nämnder, and what is said of them all."""

    mottagare: tuple[str, ...]
    alla_namnder: bool
    text: Prosa
    direktiv: tuple[Direktiv, ...]
    position: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Andringar:
    """What has changed since the version before (``sedan``), and the date of that version."""

    sedan: str
    text: Prosa
    datum: date | None = None
    position: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Dokument:
    """A document of one body for one period.

    ``bygger_pa`` and ``foljer_upp`` are ids of documents; ``utelamnar`` maps the items left out to the
    reason; ``kapitel_fore`` and ``kapitel_efter`` stand before and after the goals; ``svar`` and ``egna``
    (own nodes) are in the order of the files.

    ``indikatorer`` are those that hang on no goal, each with its category, and ``utfall`` their outcomes in
    a report; ``indikatorkapitel`` is what the document says about them. ``direktivgrupper`` are the orders of
    a planeringsdirektiv, ``direktivkapitel`` what it says of them all; they stand where goals would stand.
    ``direktivlagen`` are how far direktiv have come, in a report, whose ``direktivkapitel`` opens them.

    ``ordinarie_verksamhet`` maps the uppdrag and direktiv that need no åtagande, because the usual work
    answers them, to the reason; ``direktivbesked`` the direktiv of the spring to what a decided plan made of
    them.

    ``rod_trad`` are the files with goals that another organisation has decided for this document alone.

    ``avsandare`` is who proposes it, when that is not the body itself; ``undertecknas`` the role that signs.
    ``forslag`` is the name of the proposal that this is instead of the main one, ``forslagstitel`` what that
    proposal is called.
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
    direktivkapitel: Kapitel | None = None
    direktivgrupper: tuple[Direktivgrupp, ...] = ()
    avsandare: str = ""
    undertecknas: str = ""
    andringar: Andringar | None = None
    ordinarie_verksamhet: tuple[tuple[str, str], ...] = ()
    direktivbesked: tuple[tuple[str, str], ...] = ()
    forslag: str = ""
    forslagstitel: str = ""
    rod_trad: tuple[str, ...] = ()
    direktivlagen: tuple[Lage, ...] = ()

    @property
    def kapitel(self) -> tuple[Kapitel, ...]:
        """The chapters in order: those before and after the goals, and what opens what stands between."""
        opening = (self.direktivkapitel, self.indikatorkapitel)
        return (*self.kapitel_fore, *(k for k in opening if k is not None), *self.kapitel_efter)

    def direktiv(self) -> Iterator[Direktiv]:
        """Yield the orders of a planeringsdirektiv, each followed by its points."""
        for grupp in self.direktivgrupper:
            for direktiv in grupp.direktiv:
                yield direktiv
                yield from direktiv.punkter

    def lagen(self) -> Iterator[Lage]:
        """Yield how far things have come, as a report tells it, under its goals and of direktiv."""
        for svar in self.svar:
            yield from svar.lagen
        yield from self.direktivlagen

    def place(self, key: str) -> Position:
        """Return where the document's file gives this value, or where the file begins."""
        return self.places.get(key, self.position)

    def svar_pa(self, nod: str) -> Svar | None:
        """Return what the document says of the nod."""
        return next((s for s in self.svar if s.nod == nod), None)
