"""The goal chain and what hangs on it: nod, uppdrag, indikator, åtagande, and how they came out.

A *nod* is an item on one of the styrmodell's levels. Its id holds neither parent nor year, so that it
keeps its id when it moves or is carried over; what a nämnd decides itself has ids ``organ/slug``.
"""

from __future__ import annotations

from dataclasses import field
from datetime import date

from generator.diagnostics import NOWHERE, Position
from generator.diagnostics.values import dataclass
from generator.domain.datum import Giltighet
from generator.domain.fras import Phrase
from generator.domain.prosa import Prosa


@dataclass(frozen=True, slots=True)
class Uppdrag:
    """An order inside a nod, to bodies (``mottagare``: ids) or to all nämnder (``alla_namnder``).

    ``samverkar_med`` are the bodies (ids) that it is to be carried out with, ``senast`` its last day;
    ``aterrapporteras`` tells that those who carry it out have to report back.
    """

    id: str
    text: Prosa
    mottagare: tuple[str, ...] = ()
    alla_namnder: bool = False
    beslutad_av: str = ""
    position: Position = field(default=NOWHERE, compare=False)
    samverkar_med: tuple[str, ...] = ()
    senast: date | None = None
    aterrapporteras: bool = False

    def riktas_till(self, organ: str) -> bool:
        """Tell whether the body has to answer it."""
        return self.alla_namnder or organ in self.mottagare


@dataclass(frozen=True, slots=True)
class Direktiv(Uppdrag):
    """An order of the planeringsdirektiv: an uppdrag without a goal above it, perhaps in several points.

    A point (``punkter``) is for the same bodies; its id may be empty, and it may have a last day of its own.
    """

    punkter: tuple[Direktiv, ...] = ()


@dataclass(frozen=True, slots=True)
class Indikator:
    """What a goal or an åtagande is followed up with; every value stands as it was written.

    ``malvarde`` may be empty (a case for a check), a direction, a limit or a sentence.
    """

    id: str
    namn: Phrase
    ingangsvarde: Phrase = Phrase()
    malvarde: Phrase = Phrase()
    frekvens: Phrase = Phrase()
    kalla: Phrase = Phrase()
    kategori: str = ""
    beslutad_av: str = ""
    position: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Atagande:
    """What a nämnd promises to do; reads on from ”Nämnden ska”.

    ``svarar_pa`` names what else it answers beside the nod it stands under.
    """

    id: str
    text: Prosa
    ansvarig: str = ""
    svarar_pa: tuple[str, ...] = ()
    beslutad_av: str = ""
    position: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Nod:
    """An item of the goal chain with everything decided together with it.

    ``agare`` is the body whose own it is (empty for what fullmäktige decides for all).
    """

    id: str
    niva: str
    titel: Phrase
    under: str = ""
    text: Prosa = Prosa()
    uppdrag: tuple[Uppdrag, ...] = ()
    indikatorer: tuple[Indikator, ...] = ()
    beslutad_av: str = ""
    agare: str = ""
    giltighet: Giltighet = Giltighet()
    efterfoljare: tuple[str, ...] = ()
    position: Position = field(default=NOWHERE, compare=False)
    under_position: Position = field(default=NOWHERE, compare=False)
    efterfoljare_position: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Utfall:
    """The outcome of an indikator in a report; ``bedomning`` a key of the styrmodell's scale."""

    indikator: str
    varde: Phrase = Phrase()
    matt: Phrase = Phrase()
    bedomning: str = ""
    kommentar: Phrase = Phrase()
    position: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Lage:
    """How far an åtagande or an uppdrag has come; ``status`` a key of the styrmodell's states."""

    gallande: str
    status: str
    kommentar: Phrase = Phrase()
    position: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Svar:
    """What one document says of one nod: its text and what it adds in a plan, how it came out in a report.

    ``niva`` and ``under`` are the level and the nod that the source's heading claims for it (empty: none).
    """

    nod: str
    text: Prosa = Prosa()
    uppdrag: tuple[Uppdrag, ...] = ()
    indikatorer: tuple[Indikator, ...] = ()
    ataganden: tuple[Atagande, ...] = ()
    maluppfyllelse: str = ""
    prognos: str = ""
    utfall: tuple[Utfall, ...] = ()
    lagen: tuple[Lage, ...] = ()
    niva: str = ""
    under: str = ""
    position: Position = field(default=NOWHERE, compare=False)
