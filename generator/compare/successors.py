"""What replaced what in an organisation: goals by their successors, bodies by theirs and by new names."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from generator.compare.names import Successors
from generator.domain.korpus import Korpus
from generator.domain.organisation import Organ


def successors_of(korpus: Korpus) -> Successors:
    """Return old id → new ids, one to many and many to one, of goals (those of plans too) and of bodies.

    For bodies old names lead to new ones as well: a document prints the names of its own day.
    """
    found: dict[str, dict[str, None]] = {}
    for nod in korpus.alla_noder():
        for after in nod.efterfoljare:
            _add(found, nod.id, after)
    organ = korpus.organisation.organ
    for body in organ.values():
        for newer, older in pairwise(_names(body)):
            _add(found, older, newer)
        for later in (organ[id_] for id_ in body.efterfoljare if id_ in organ):
            _add(found, body.id, later.id)
            _add(found, body.namn[0].text, _names(later)[-1])
    return {id_: tuple(after) for id_, after in found.items()}


def turned_round(successors: Successors) -> Successors:
    """Return the mapping from new ids to old ones, for a comparison the other way."""
    found: dict[str, dict[str, None]] = {}
    for id_, after in successors.items():
        for each in after:
            _add(found, each, id_)
    return {id_: tuple(before) for id_, before in found.items()}


def _names(body: Organ) -> list[str]:
    """Return the names of a body, the present one first and then the one it had last."""
    present, *earlier = body.namn
    earlier.sort(key=lambda namn: namn.giltighet.end or date.min, reverse=True)
    return [present.text, *(namn.text for namn in earlier)]


def _add(found: dict[str, dict[str, None]], old: str, new: str) -> None:
    if old != new:
        found.setdefault(old, {})[new] = None
