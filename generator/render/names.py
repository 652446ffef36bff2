"""How a template's names meet the view's: with or without å, ä and ö, and by the names of the levels."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache, lru_cache
from typing import Any

from generator.documents.view import NodVy, View
from generator.domain.belopp import Belopp
from generator.domain.datum import Datum
from generator.domain.fras import Phrase
from generator.domain.prosa import Prosa

LEAVES = (Phrase, Prosa, Datum, Belopp)
"""Values that are printed as they are: nothing follows them and a point."""


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """Return the ASCII spelling of a name: ``målvärde`` gives ``malvarde``."""
    split = unicodedata.normalize("NFD", name)
    return (
        "".join(c for c in split if not unicodedata.combining(c)).lower().replace("-", "_").replace(" ", "_")
    )


def roots(view: View) -> dict[str, Any]:
    """Return everything a template can name at the start of an expression, by folded name.

    A level's name means all nodes on it, in the order of the document; a field of the view comes first.
    """
    found: dict[str, Any] = {}
    for niva in view.styrmodell.nivaer:
        found[fold(niva.nyckel)] = tuple(n for n in view.noder if n.niva == niva.nyckel)
    found.update({f.name: getattr(view, f.name) for f in fields(view)})
    return found


def below(nod: NodVy, name: str) -> tuple[NodVy, ...] | None:
    """Return the nodes right below that are on the level with this folded name; None when none are."""
    found = tuple(b for b in nod.barn if fold(b.niva) == name)
    return found or None


def names_of(value: Any) -> Iterator[str]:
    """Yield the names that can follow a value and a point."""
    if isinstance(value, LEAVES):
        return
    yield from _field_names(value.__class__)
    if isinstance(value, NodVy):
        yield from {fold(b.niva) for b in value.barn}


@cache
def _field_names(kind: type) -> tuple[str, ...]:
    return tuple(f.name for f in fields(kind)) if is_dataclass(kind) else ()
