"""The governance model: which levels a goal chain has, what they are called, who decides them.

A model is data. Nothing here or above knows a level by name.
"""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from generator.diagnostics import NOWHERE, Position
from generator.diagnostics.values import dataclass

Kon = Literal["en", "ett"]


SMALL_TITLE = "{titel:liten}"
"""In ``Niva.rubrik``: the title with a small initial."""


@dataclass(frozen=True, slots=True)
class Ordformer:
    """The forms of a noun that Swedish sentences need: mål, målet, mål, målen.

    ``kon`` is its gender, by its article, so that no sentence has to guess: ett mål, en strategi.
    """

    ental: str
    bestamd: str
    flertal: str
    bestamt_flertal: str
    kon: Kon = "ett"

    @property
    def obestamd(self) -> str:
        """With its article: ”ett mål”, ”en strategi”."""
        return f"{self.kon} {self.ental}"

    @property
    def eget(self) -> str:
        """As a body's own: ”eget mål”, ”egen strategi”."""
        return f"{'eget' if self.kon == 'ett' else 'egen'} {self.ental}"

    @property
    def inget(self) -> str:
        """When there is none: ”inget mål”, ”ingen strategi”."""
        return f"{'inget' if self.kon == 'ett' else 'ingen'} {self.ental}"

    @property
    def vilket(self) -> str:
        """When it is asked for: ”vilket mål”, ”vilken strategi”."""
        return f"{'vilket' if self.kon == 'ett' else 'vilken'} {self.ental}"

    @property
    def det(self) -> str:
        """The pronoun: ”det” of a mål, ”den” of a strategi."""
        return "det" if self.kon == "ett" else "den"


@dataclass(frozen=True, slots=True)
class Niva:
    """One level of the goal chain.

    ``nyckel`` is its name in content files and templates; ``rubrik`` how a heading of it reads, with
    ``{titel}``, or ``{titel:liten}`` where it stands inside a phrase; ``beslutas_av`` the kind of body that
    decides it (fullmäktige, styrelse, nämnd); ``obligatorisk`` that every nämnd handles all of them;
    ``egna`` that a nämnd may add its own; ``bedoms`` that reports judge its måluppfyllelse.
    """

    nyckel: str
    djup: int
    namn: Ordformer
    rubrik: str = "{titel}"
    beslutas_av: str = ""
    beskrivning: str = ""
    obligatorisk: bool = False
    egna: bool = False
    bedoms: bool = False
    position: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Bedomning:
    """A step on the scale of måluppfyllelse: its word and the sign beside it.

    ``bedomd`` is False for a state that is no judgement yet (ännu inte bedömt).
    """

    nyckel: str
    ord: str
    tecken: str
    bedomd: bool = True


@dataclass(frozen=True, slots=True)
class Status:
    """A state in the life of an uppdrag or åtagande: its key and word.

    ``slutford``: it is done; ``avslutad``: nobody works on it any more though it is not done.
    """

    nyckel: str
    ord: str
    slutford: bool = False
    avslutad: bool = False


@dataclass(frozen=True, slots=True)
class Styrmodell:
    """The model of one organisation: its levels from the top, its scale and its states."""

    namn: str
    nivaer: tuple[Niva, ...]
    bedomningar: tuple[Bedomning, ...] = ()
    statusar: tuple[Status, ...] = ()
    beskrivning: str = ""

    def niva(self, nyckel: str) -> Niva | None:
        """Return the level with this key."""
        return next((n for n in self.nivaer if n.nyckel == nyckel), None)

    def under(self, niva: Niva) -> Niva | None:
        """Return the level right below."""
        return next((n for n in self.nivaer if n.djup == niva.djup + 1), None)

    def over(self, niva: Niva) -> Niva | None:
        """Return the level right above."""
        return next((n for n in self.nivaer if n.djup == niva.djup - 1), None)

    def bedomning(self, nyckel: str) -> Bedomning | None:
        """Return the step of the scale with this key."""
        return next((b for b in self.bedomningar if b.nyckel == nyckel), None)

    def status(self, nyckel: str) -> Status | None:
        """Return the state with this key."""
        return next((s for s in self.statusar if s.nyckel == nyckel), None)
