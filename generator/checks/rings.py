"""Rings: things that lie under each other so that no way leads up."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from generator.domain.korpus import Korpus
from generator.domain.mal import Nod


def ring(start: str, above: Callable[[str], str]) -> Sequence[str]:
    """Return the ids from this one round to itself again; nothing when the way leads elsewhere."""
    road, seen = [start], {start}
    next_ = above(start)
    while next_ and next_ not in seen:
        road.append(next_)
        seen.add(next_)
        next_ = above(next_)
    return road if next_ == start else []


def is_in_ring(nod: Nod, korpus: Korpus) -> bool:
    """Tell whether the nod lies under itself."""
    return bool(ring(nod.id, lambda id_: under(id_, korpus)))


def under(id_: str, korpus: Korpus) -> str:
    """Return what the nod with this id lies under; empty when that is nothing."""
    nod = korpus.nod(id_)
    return nod.under if nod is not None and korpus.nod(nod.under) is not None else ""
