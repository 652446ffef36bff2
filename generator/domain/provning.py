"""What is to be checked against what: each item of a plan against all it answers to.

An answer has no id of its own; it is known as ``dokumentets-id#målets-id``. What reports tell is history and
is not checked again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from generator.diagnostics import NOWHERE, Position
from generator.diagnostics.values import dataclass
from generator.domain.avtryck import avtryck
from generator.domain.dokument import Dokument
from generator.domain.korpus import Item
from generator.domain.mal import Indikator, Nod, Svar, Uppdrag
from generator.domain.rod_trad import RodTrad, riktas_till

SVAR = "#"
"""Between document and nod in the name of an answer."""


@dataclass(frozen=True, slots=True)
class Lank:
    """A child (an item, or an answer) and one parent, by id; ``dokument`` is where the child stands."""

    barn: str
    mot: str
    dokument: Dokument | None = None
    position: Position = field(default=NOWHERE, compare=False)


def lankar(trad: RodTrad) -> Iterator[Lank]:
    """Yield every link that can be confirmed, in the order of the content, each once."""
    seen: set[tuple[str, str]] = set()
    for lank in _all(trad):
        if (lank.barn, lank.mot) not in seen:
            seen.add((lank.barn, lank.mot))
            yield lank


def _all(trad: RodTrad) -> Iterator[Lank]:
    for nod in trad.korpus.noder:
        yield from _up(trad, nod, None)
    for dokument in trad.korpus.dokument.values():
        if dokument.foljer_upp:
            continue
        for nod in dokument.egna:
            yield from _up(trad, nod, dokument)
        for svar in dokument.svar:
            yield from _answer(trad, svar, dokument)
            added: tuple[Item, ...] = (*svar.uppdrag, *svar.indikatorer, *svar.ataganden)
            for item in added:
                yield from _up(trad, item, dokument)


def _up(trad: RodTrad, item: Item, dokument: Dokument | None) -> Iterator[Lank]:
    for parent in trad.over(item):
        yield Lank(item.id, parent.id, dokument, item.position)


def _answer(trad: RodTrad, svar: Svar, dokument: Dokument) -> Iterator[Lank]:
    """Yield what an answer answers to: the nod, the orders in it to this body, and how it is measured."""
    nod = trad.korpus.nod(svar.nod)
    if nod is None or nod.agare == dokument.organ:
        return
    parents: tuple[Nod | Uppdrag | Indikator, ...] = (
        nod,
        *riktas_till(nod, dokument.organ),
        *nod.indikatorer,
    )
    for parent in parents:
        if parent.id:
            yield Lank(f"{dokument.id}{SVAR}{nod.id}", parent.id, dokument, svar.position)


def avtryck_av(trad: RodTrad, id_: str) -> str:
    """Return the fingerprint of an item as it is now; empty when there is no such item."""
    above = trad.korpus.ovan.avtryck.get(id_)
    item = trad.korpus.index.get(id_)
    if above is not None:
        return above
    if item is None:
        return ""
    text = trad.egen_text(item) if isinstance(item, Nod) else None
    return avtryck(item, text)


def finns(trad: RodTrad, id_: str) -> bool:
    """Tell whether there is such an item or answer."""
    dokument, mark, nod = id_.partition(SVAR)
    if not mark:
        return id_ in trad.korpus.index
    return dokument in trad.korpus.dokument and trad.korpus.nod(nod) is not None
