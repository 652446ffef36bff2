"""Den röda tråden as a graph: what lies above each item, what answers it, and what is told of it.

Built in one walk over the corpus, so that asking for every item of a large organisation stays linear. What
leads nowhere, or round in a ring, is left out here; the checks L001 and L003 tell of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import field

from generator.diagnostics.values import dataclass
from generator.domain.dokument import Dokument
from generator.domain.korpus import Item, Korpus
from generator.domain.mal import Atagande, Direktiv, Indikator, Lage, Nod, Svar, Uppdrag, Utfall
from generator.domain.prosa import Prosa


@dataclass(frozen=True, slots=True)
class Hemvist:
    """Where an item stands: under which nod (its id, or empty), in whose document (None: above them all)."""

    nod: str = ""
    dokument: Dokument | None = None


_NOWHERE = Hemvist()


@dataclass(frozen=True)
class RodTrad:
    """The graph of one corpus. Everything is by id, in the order of the sources.

    ``under``: the nodes right below a nod. ``svar``: what documents say of a nod. ``besvarat_av``: the
    åtaganden that name an item in ``svarar på``. ``utfall`` and ``lagen``: what reports tell. ``egna_matt``:
    a body's own versions of a superior indikator.
    """

    korpus: Korpus
    hemvist: dict[str, Hemvist] = field(default_factory=dict)
    under: dict[str, list[Nod]] = field(default_factory=lambda: defaultdict(list))
    svar: dict[str, list[tuple[Dokument, Svar]]] = field(default_factory=lambda: defaultdict(list))
    besvarat_av: dict[str, list[Atagande]] = field(default_factory=lambda: defaultdict(list))
    utfall: dict[str, list[tuple[Dokument, Utfall]]] = field(default_factory=lambda: defaultdict(list))
    lagen: dict[str, list[tuple[Dokument, Lage]]] = field(default_factory=lambda: defaultdict(list))
    egna_matt: dict[str, list[Indikator]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        """Walk through the corpus once."""
        for nod in self.korpus.noder:
            self._nod(nod, None)
        for dokument in self.korpus.dokument.values():
            self._dokument(dokument)

    def _nod(self, nod: Nod, dokument: Dokument | None) -> None:
        is_repeated = nod.id in self.hemvist and nod.id in self.korpus.aterkommande
        self._settle(nod, Hemvist(nod.under, dokument))
        if self.korpus.nod(nod.under) is not None and not is_repeated:
            self.under[nod.under].append(nod)
        below: tuple[Item, ...] = (*nod.uppdrag, *nod.indikatorer)
        for item in below:
            self._settle(item, Hemvist(nod.id, dokument))

    def _settle(self, item: Item, place: Hemvist) -> None:
        """Note where an item stands: the first place, or of what comes again year after year the latest."""
        if item.id not in self.hemvist or item is self.korpus.index.get(item.id):
            self.hemvist[item.id] = place

    def _dokument(self, dokument: Dokument) -> None:
        for nod in dokument.egna:
            self._nod(nod, dokument)
        loose: tuple[Item, ...] = (*dokument.indikatorer, *dokument.direktiv())
        for item in loose:
            self._settle(item, Hemvist("", dokument))
        for svar in dokument.svar:
            self._svar(svar, dokument)
        for utfall in dokument.utfall:
            self.utfall[utfall.indikator].append((dokument, utfall))
        for lage in dokument.lagen():
            self.lagen[lage.gallande].append((dokument, lage))

    def _svar(self, svar: Svar, dokument: Dokument) -> None:
        self.svar[svar.nod].append((dokument, svar))
        added: tuple[Item, ...] = (*svar.uppdrag, *svar.indikatorer, *svar.ataganden)
        for item in added:
            self._settle(item, Hemvist(svar.nod, dokument))
        for atagande in svar.ataganden:
            for id_ in dict.fromkeys(atagande.svarar_pa):
                self.besvarat_av[id_].append(atagande)
        for indikator in svar.indikatorer:
            superior = self.overordnad_indikator(indikator)
            if superior is not None:
                self.egna_matt[superior.id].append(indikator)
        for utfall in svar.utfall:
            self.utfall[utfall.indikator].append((dokument, utfall))

    def overordnad_indikator(self, indikator: Indikator) -> Indikator | None:
        """Return the indikator from above that this one sets an own målvärde for: of its slug and name."""
        organ, _, slug = indikator.id.rpartition("/")
        above = self.korpus.index.get(slug) if organ else None
        if isinstance(above, Indikator) and str(indikator.namn) in ("", str(above.namn)):
            return above
        return None

    def plats(self, id_: str) -> Hemvist:
        """Return where an item stands."""
        return self.hemvist.get(id_, _NOWHERE)

    def over(self, item: Item) -> tuple[Item, ...]:
        """Return what an item directly answers to: the nod it stands under, and what it names."""
        named: list[str] = []
        match item:
            case Atagande():
                named += item.svarar_pa
            case Indikator():
                superior = self.overordnad_indikator(item)
                named += [superior.id] if superior else []
        index = self.korpus.index
        ids = dict.fromkeys((*named, self.plats(item.id).nod))
        return tuple(index[id_] for id_ in ids if id_ in index and id_ != item.id)

    def linjer(self, item: Item) -> tuple[tuple[Item, ...], ...]:
        """Return the lines upwards, each from the top down to what the item directly answers to.

        A line that another one passes along is not given twice.
        """
        found = [line for parent in self.over(item) if (line := tuple(self._line(parent, item.id)))]
        passed = {each.id for line in found for each in line[1:]}
        kept = [line for line in found if line[0].id not in passed] or found
        return tuple(tuple(reversed(line)) for line in kept)

    def _line(self, item: Item | None, below: str) -> Iterator[Item]:
        """Yield the item and those above it, nearest first; stops at a ring, and at what it came from."""
        seen = {below}
        while item is not None and item.id not in seen:
            seen.add(item.id)
            yield item
            item = next(iter(reversed(self.over(item))), None)

    def nedanfor(self, nod: Nod) -> Iterator[tuple[int, Nod]]:
        """Yield the nodes below, each with its depth from 1, a parent before its children; rings once."""
        seen = {nod.id}
        waiting: list[tuple[int, Nod]] = [(1, n) for n in reversed(self.under.get(nod.id, ()))]
        while waiting:
            depth, each = waiting.pop()
            if each.id not in seen:
                seen.add(each.id)
                yield depth, each
                waiting += [(depth + 1, n) for n in reversed(self.under.get(each.id, ()))]

    def egen_text(self, nod: Nod) -> Prosa:
        """Return the text of a body's own nod, which stands in its answer; empty for what is from above."""
        home = self.plats(nod.id).dokument
        own = (s.text for d, s in self.svar.get(nod.id, ()) if home is not None and d.id == home.id)
        return next(own, Prosa())

    def dokument_med(self, item: Item) -> tuple[Dokument, ...]:
        """Return the documents that print the item, in the order of the content."""
        held = self.korpus.aterkommande.get(item.id)
        homes = [holder for holder, _ in held] if held else [self.plats(item.id).dokument]
        documents = self.korpus.dokument.values()
        return tuple(d for d in documents if any(self._prints(d, item, home) for home in homes))

    def _prints(self, dokument: Dokument, item: Item, home: Dokument | None) -> bool:
        if home is not None:
            loose = not isinstance(item, Direktiv) and not self.plats(item.id).nod
            follows = dokument.foljer_upp == home.id or (loose and dokument.bygger_pa == home.id)
            return dokument.id == home.id or follows
        if dokument.direktivkapitel is not None:
            return False
        nod = item if isinstance(item, Nod) else self.korpus.nod(self.plats(item.id).nod)
        if nod is None or not nod.giltighet.overlaps(dokument.period):
            return False
        plan = self.korpus.dokument.get(dokument.foljer_upp, dokument)
        left_out = {id_ for id_, _ in (*plan.utelamnar, *dokument.utelamnar)}
        above = {n.id for n in self.korpus.anfader(nod)}
        return left_out.isdisjoint(above if item is nod else above | {nod.id})


def utelamnad(dokument: Dokument, line: Sequence[str]) -> str:
    """Return why a document leaves out one of the nodes (ids, nearest first); empty when it does not."""
    reasons = dict(dokument.utelamnar)
    return next((reasons[id_] for id_ in line if id_ in reasons), "")


def riktas_till(nod: Nod, organ: str) -> tuple[Uppdrag, ...]:
    """Return the uppdrag of the nod that the body has to answer."""
    return tuple(u for u in nod.uppdrag if u.riktas_till(organ))
