"""The organisation's own list of words: what not to write, and what to write instead."""

from __future__ import annotations

from dataclasses import field
from datetime import date

from generator.diagnostics import NOWHERE, Position
from generator.diagnostics.values import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A word in the forms that are outdated or unwanted (``ord``), and what to write instead (``skriv``).

    A form that ends with ``*`` stands for every word that begins so. ``undantag`` are phrases in which the
    word is right. ``fran`` is the day from which it is wrong: what is for an earlier period may have it.
    """

    ord: tuple[str, ...]
    skriv: str
    undantag: tuple[str, ...] = ()
    fran: date | None = None
    notering: str = ""
    position: Position = field(default=NOWHERE, compare=False)
