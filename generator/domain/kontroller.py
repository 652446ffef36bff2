"""What an organisation has decided of the checks: how grave a code is, and which findings it accepts."""

from __future__ import annotations

from dataclasses import field
from datetime import date

from generator.diagnostics import NOWHERE, Position, Severity
from generator.diagnostics.values import dataclass


@dataclass(frozen=True, slots=True)
class Kontrollval:
    """How grave the findings of a code are in this organisation; None turns them off."""

    kod: str
    grad: Severity | None
    position: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Godtagande:
    """A finding that is accepted: which (code, and file, id or words of its message), why, when and by whom.

    ``mapp`` is the folder that it can speak of, empty for everything; ``fil`` a file, by its name from the
    content root; ``antal`` how many findings it covers; ``till`` the last day that it holds.
    """

    kod: str
    skal: str
    datum: date
    mapp: str = ""
    fil: str = ""
    id: str = ""
    ord: str = ""
    antal: int = 1
    av: str = ""
    till: date | None = None
    position: Position = field(default=NOWHERE, compare=False)
