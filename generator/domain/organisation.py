"""The organisation: its bodies with their names at different times, and the spellings that occur."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import field
from datetime import date
from functools import cached_property
from typing import Literal

from generator.diagnostics import NOWHERE, Position
from generator.diagnostics.values import dataclass
from generator.domain.datum import Giltighet
from generator.domain.kontroller import Kontrollval

Slag = Literal["fullmäktige", "styrelse", "nämnd", "beredning", "förvaltning", "basenhet"]


@dataclass(frozen=True, slots=True)
class Namn:
    """A name and the time it was in use."""

    text: str
    giltighet: Giltighet = Giltighet()


@dataclass(frozen=True, slots=True)
class Organ:
    """A body: fullmäktige, styrelse, nämnd, förvaltning or basenhet (``slag``).

    ``namn`` holds its names, the present one first; ``skrivs_aven`` spellings of it that occur in texts;
    ``under`` the body it belongs to; ``efterfoljare`` those that took over when it ended; ``egennamn`` tells
    that its name keeps its capital inside a sentence (Folktandvården, but nämnden).
    """

    id: str
    slag: Slag
    namn: tuple[Namn, ...]
    forkortning: str = ""
    skrivs_aven: tuple[str, ...] = ()
    under: str = ""
    giltighet: Giltighet = Giltighet()
    efterfoljare: tuple[str, ...] = ()
    position: Position = field(default=NOWHERE, compare=False)
    egennamn: bool = False

    def namn_vid(self, day: date | None) -> str:
        """Return the name the body had on that day (its present one when the day is not known)."""
        if day is not None:
            for namn in self.namn:
                if namn.giltighet.covers(day):
                    return namn.text
        return self.namn[0].text

    @property
    def beslutar(self) -> bool:
        """Tell whether it is a political body that makes plans (not a förvaltning or a unit of one)."""
        return self.slag in ("styrelse", "nämnd")

    def spellings(self) -> tuple[str, ...]:
        """Return every spelling the body is known by."""
        return tuple(
            s for s in (self.id, self.forkortning, *(n.text for n in self.namn), *self.skrivs_aven) if s
        )


@dataclass(frozen=True)
class Organisation:
    """The region or kommun: its name, its bodies by id, and what marks example content.

    ``lage`` is the day that its content is judged as of, ``kontroller`` how grave it holds some codes;
    ``rod_trad`` names the files with goals that another organisation has decided above this one.
    """

    namn: str
    organ: Mapping[str, Organ]
    markning: str = ""
    sprak: str = "sv-SE"
    lage: date | None = None
    logotyp: str = ""
    kontroller: tuple[Kontrollval, ...] = ()
    rod_trad: tuple[str, ...] = ()
    places: Mapping[str, Position] = field(default_factory=dict, compare=False)

    def find(self, spelling: str) -> Organ | None:
        """Return the body that is spelled so, whatever the case."""
        return self.by_spelling.get(fold(spelling))

    @cached_property
    def by_spelling(self) -> Mapping[str, Organ]:
        """Every spelling of every body, folded, the longest first: one name may begin with another."""
        pairs = [(fold(s), o) for o in self.organ.values() for s in o.spellings()]
        found: dict[str, Organ] = {}
        for spelling, organ in sorted(pairs, key=lambda pair: -len(pair[0])):
            found.setdefault(spelling, organ)
        return found


def fold(text: str) -> str:
    """Return the text made comparable: composed letters, one kind of space, no case."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
