"""Everything one organisation has written, with one index by id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.diagnostics.values import dataclass
from generator.domain.arkiv import Arkiverat
from generator.domain.bekraftelse import Bekraftelser
from generator.domain.dokument import Dokument, Kapitel
from generator.domain.kalender import Kalender
from generator.domain.kontroller import Godtagande
from generator.domain.mal import Atagande, Indikator, Nod, Uppdrag
from generator.domain.organisation import Organisation
from generator.domain.ovan import Ovan
from generator.domain.styrmodell import Niva, Styrmodell
from generator.domain.termer import Term
from generator.domain.wording import slug

if TYPE_CHECKING:
    from generator.domain.ramar import Ramandring

Item = Nod | Uppdrag | Indikator | Atagande


@dataclass(frozen=True)
class Korpus:
    """The organisation, its model, its goals in order, its documents by id, the texts all plans build on.

    ``olasta`` are ids of documents and items that are there but could not be read: what refers to them has
    not gone wrong itself. ``*`` stands for ids that nobody knows, of a file that could not be opened.
    ``dag`` is the day that everything is judged as of; None when nobody has said one. ``godtagna`` are the
    findings that the organisation lets stand. ``bekraftat`` is what has been checked against its parents;
    None where nobody has begun to record that. ``ovan`` is what is known of another organisation's
    decisions; its goals are among ``noder``. ``kalender`` are the organisation's years, ``termer`` its list
    of words. ``trasiga`` are the files with something in them that could not be read as it was meant: what
    seems missing may be there. ``arkiv`` is what has been frozen, by document; ``ramandringar`` are the
    decisions that have changed a body's frame.
    """

    organisation: Organisation
    styrmodell: Styrmodell
    noder: tuple[Nod, ...]
    dokument: Mapping[str, Dokument]
    grund: tuple[Kapitel, ...] = ()
    olasta: frozenset[str] = frozenset()
    dag: date | None = None
    godtagna: tuple[Godtagande, ...] = ()
    bekraftat: Bekraftelser | None = None
    ovan: Ovan = Ovan()
    kalender: Mapping[int, Kalender] = field(default_factory=dict)
    termer: tuple[Term, ...] = ()
    trasiga: frozenset[str] = frozenset()
    arkiv: Mapping[str, Arkiverat] = field(default_factory=dict)
    ramandringar: tuple[Ramandring, ...] = ()

    @cached_property
    def index(self) -> Mapping[str, Item]:
        """Every item by id.

        Of what a body has year after year it is the latest; of two others with one id the first (the check
        I001 reports the second).
        """
        found, several = self._found
        if several:
            found = found | {id_: same[-1][1] for id_, same in self.aterkommande.items()}
        return found

    @cached_property
    def _found(self) -> tuple[dict[str, Item], frozenset[str]]:
        """The first item of each id, and the ids that more than one item has."""
        found: dict[str, Item] = {}
        several: set[str] = set()
        for item in self.items():
            if item.id and found.setdefault(item.id, item) is not item:
                several.add(item.id)
        return found, frozenset(several)

    @cached_property
    def aterkommande(self) -> Mapping[str, Sequence[tuple[Dokument, Item]]]:
        """What has one id in several documents of a body, each for years of its own; the latest last.

        A promise that is kept on keeps its id from one year's plan to the next, so that it can be followed.
        """
        several = self._found[1]
        if not several:
            return {}
        found: dict[str, list[tuple[Dokument, Item]]] = {}
        for dokument in self.dokument.values():
            for item in _of_document(dokument):
                if item.id in several:
                    found.setdefault(item.id, []).append((dokument, item))
        return {
            id_: sorted(same, key=lambda each: each[0].period)
            for id_, same in found.items()
            if _is_yearly(same) and slug(id_) != id_
        }

    def sak(self, id: str, dokument: Dokument) -> Item | None:
        """Return the item that an id means in a document: its own or its plan's before any other year's."""
        for holder, item in self.aterkommande.get(id, ()):
            if holder.id in (dokument.id, dokument.foljer_upp):
                return item
        return self.index.get(id)

    def items(self) -> Iterator[Item]:
        """Yield every item of the goals and of the documents, in the order of the sources."""
        for nod in self.noder:
            yield from _of_node(nod)
        for dokument in self.ovan.dokument.values():
            yield from dokument.direktiv()
        for dokument in self.dokument.values():
            yield from _of_document(dokument)

    def alla_noder(self) -> Iterator[Nod]:
        """Yield the goals above the documents and the documents' own."""
        yield from self.noder
        for dokument in self.dokument.values():
            yield from dokument.egna

    def mal_for(self, dokument: Dokument) -> tuple[Nod, ...]:
        """Return the goals above the documents that are decided for this one.

        All of them, but for those of a röd tråd that other documents are alone in answering.
        """
        bara = self.ovan.bara
        if not bara:
            return self.noder
        ids = {dokument.id, dokument.foljer_upp}
        return tuple(n for n in self.noder if n.id not in bara or not ids.isdisjoint(bara[n.id]))

    def plan(self, id: str) -> Dokument | None:
        """Return the document with this id, here or in the röd tråd of the organisation above."""
        return self.dokument.get(id) or self.ovan.dokument.get(id)

    def nod(self, id: str) -> Nod | None:
        """Return the nod with this id."""
        found = self.index.get(id)
        return found if isinstance(found, Nod) else None

    def niva(self, nod: Nod) -> Niva | None:
        """Return the level of a nod."""
        return self.styrmodell.niva(nod.niva)

    def anfader(self, nod: Nod) -> tuple[Nod, ...]:
        """Return the nodes above, nearest first; stops at a missing parent and at a cycle."""
        above: list[Nod] = []
        seen = {nod.id}
        parent = self.nod(nod.under)
        while parent is not None and parent.id not in seen:
            seen.add(parent.id)
            above.append(parent)
            parent = self.nod(parent.under)
        return tuple(above)


def _is_yearly(same: Sequence[tuple[Dokument, Item]]) -> bool:
    """Tell whether these are one thing in one body's documents of one kind, for years that do not overlap."""
    kinds = {(type(item), dokument.slag, dokument.organ) for dokument, item in same}
    periods = sorted(dokument.period for dokument, _ in same)
    return len(kinds) == 1 and all(one.end < next_.start for one, next_ in pairwise(periods))


def _of_node(nod: Nod) -> Iterator[Item]:
    yield nod
    yield from nod.uppdrag
    yield from nod.indikatorer


def _of_document(dokument: Dokument) -> Iterator[Item]:
    for nod in dokument.egna:
        yield from _of_node(nod)
    yield from dokument.indikatorer
    yield from dokument.direktiv()
    for svar in dokument.svar:
        yield from svar.uppdrag
        yield from svar.indikatorer
        yield from svar.ataganden
