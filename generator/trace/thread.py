"""The röd tråd of one item: up to the vision, down to what is promised and its outcome, and where it stands.

Both ways are lists of steps with a depth, not nested values: they can be as deep as somebody's mistake.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.domain.dokument import Dokument
from generator.domain.korpus import Item
from generator.domain.mal import Atagande, Indikator, Nod, Svar, Uppdrag, Utfall
from generator.domain.rod_trad import RodTrad
from generator.domain.wording import addressees, bodies, organ_name, upper_first
from generator.trace.words import kind_of, title_of, validity, vision, whose


@dataclass(frozen=True, slots=True)
class Led:
    """A step: its depth from 0, what it is, its id (or empty), its words, and facts as (name, value)."""

    djup: int
    slag: str
    id: str
    text: str
    uppgifter: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Stalle:
    """Where an item stands in a built document: the number and title of its heading, and the page from 1."""

    nummer: str = ""
    rubrik: str = ""
    sida: int = 0


@dataclass(frozen=True, slots=True)
class Trad:
    """The röd tråd of one item; ``dokument`` are those that print it, with the place when it is known."""

    sak: Led
    uppat: tuple[Led, ...]
    nedat: tuple[Led, ...]
    dokument: tuple[tuple[Dokument, Stalle], ...]


_UNKNOWN = Stalle()


def thread(trad: RodTrad, item: Item, places: Mapping[str, Stalle] | None = None) -> Trad:
    """Return the röd tråd of an item; ``places`` tells where it stands, by the id of the document."""
    known = places or {}
    found = tuple((d, known.get(d.id, _UNKNOWN)) for d in trad.dokument_med(item))
    teller = _Teller(trad)
    return Trad(teller.item(item, 0), tuple(_upwards(trad, item)), tuple(teller.below(item)), found)


def _upwards(trad: RodTrad, item: Item) -> Iterator[Led]:
    """Yield the steps from the top, what several lines share only once."""
    id_, title, words = vision(trad.korpus)
    if id_:
        yield Led(0, title.lower(), id_, words)
    first = 1 if id_ else 0
    teller, told = _Teller(trad), set[tuple[str, ...]]()
    order = {id_: n for n, id_ in enumerate(trad.korpus.index)}
    for line in sorted(trad.linjer(item), key=lambda line: [order[i.id] for i in line]):
        for depth in range(len(line)):
            road = tuple(i.id for i in line[: depth + 1])
            if road not in told:
                told.add(road)
                yield teller.item(line[depth], first + depth)


class _Teller:
    """Words the steps of one corpus."""

    def __init__(self, trad: RodTrad) -> None:
        self.trad, self.korpus = trad, trad.korpus

    def item(self, item: Item, depth: int) -> Led:
        """Return the item itself as a step."""
        return Led(depth, kind_of(item, self.korpus), item.id, self._title(item), tuple(self._facts(item)))

    def _title(self, item: Item) -> str:
        if isinstance(item, Indikator) and not item.namn:
            superior = self.trad.overordnad_indikator(item)
            return title_of(superior or item)
        return title_of(item)

    def _facts(self, item: Item) -> Iterator[tuple[str, str]]:
        organisation = self.korpus.organisation
        match item:
            case Nod():
                yield from _given("gäller", validity(item.giltighet))
            case Uppdrag():
                yield from _given("till", addressees(item, organisation))
                yield from _given("i samverkan med", bodies(item.samverkar_med, organisation))
                yield from _given("senast", str(item.senast or ""))
                yield from _given("återrapporteras", "ja" if item.aterrapporteras else "")
            case Indikator():
                yield from _given("målvärde", " ".join(str(item.malvarde).split()))
            case Atagande():
                yield from _given("ansvarig", organ_name(item.ansvarig, organisation))
        home = self.trad.plats(item.id).dokument
        if home is not None:
            yield "i", whose(home, self.korpus)
        else:
            yield from _given("beslut av", organ_name(item.beslutad_av, organisation))

    def below(self, item: Item) -> Iterator[Led]:
        """Yield what follows from the item, from depth 0."""
        match item:
            case Nod():
                yield from self._of_node(item, 0)
                for depth, each in self.trad.nedanfor(item):
                    yield self.item(each, depth - 1)
                    yield from self._of_node(each, depth)
            case _:
                yield from self._of(item, 0)

    def _of(self, item: Item, depth: int) -> Iterator[Led]:
        match item:
            case Indikator():
                yield from self._measured(item, depth)
            case _:
                for atagande in self.trad.besvarat_av.get(item.id, ()):
                    yield self.item(atagande, depth)
                    yield from self._states(atagande.id, depth + 1)
                yield from self._states(item.id, depth)

    def _measured(self, indikator: Indikator, depth: int) -> Iterator[Led]:
        for own in self.trad.egna_matt.get(indikator.id, ()):
            yield self.item(own, depth)
            yield from self._outcomes(own.id, depth + 1)
        yield from self._outcomes(indikator.id, depth)

    def _outcomes(self, id_: str, depth: int) -> Iterator[Led]:
        for dokument, utfall in self.trad.utfall.get(id_, ()):
            yield Led(depth, "utfall", "", str(utfall.varde) or "–", tuple(self._outcome(utfall, dokument)))

    def _outcome(self, utfall: Utfall, dokument: Dokument) -> Iterator[tuple[str, str]]:
        step = self.korpus.styrmodell.bedomning(utfall.bedomning)
        yield from _given("mätt", str(utfall.matt))
        yield from _given("bedömning", step.ord if step else "")
        yield from _given("kommentar", str(utfall.kommentar))
        yield "i", whose(dokument, self.korpus)

    def _states(self, id_: str, depth: int) -> Iterator[Led]:
        for dokument, lage in self.trad.lagen.get(id_, ()):
            status = self.korpus.styrmodell.status(lage.status)
            told = (*_given("kommentar", str(lage.kommentar)), ("i", whose(dokument, self.korpus)))
            yield Led(depth, "läge", "", status.ord if status else lage.status, told)

    def _of_node(self, nod: Nod, depth: int) -> Iterator[Led]:
        """Yield what hangs on a nod itself: judgements, orders, measures, answers, and who leaves it out."""
        said = self.trad.svar.get(nod.id, ())
        for dokument, svar in said:
            yield from self._judged(dokument, svar, depth)
            if self._only_text(nod, dokument, svar):
                yield Led(depth, "svar", "", "text utan åtagande", (("i", whose(dokument, self.korpus)),))
        told: set[str] = set()
        orders = (*nod.uppdrag, *(u for _, s in said for u in s.uppdrag))
        for order in orders:
            yield self.item(order, depth)
            yield from self._of(order, depth + 1)
            told.update(a.id for a in self.trad.besvarat_av.get(order.id, ()))
        own = (i for _, s in said for i in s.indikatorer if self.trad.overordnad_indikator(i) is None)
        for indikator in (*nod.indikatorer, *own):
            yield self.item(indikator, depth)
            yield from self._measured(indikator, depth + 1)
        for atagande in (*(a for _, s in said for a in s.ataganden), *self.trad.besvarat_av.get(nod.id, ())):
            if atagande.id not in told:
                told.add(atagande.id)
                yield self.item(atagande, depth)
                yield from self._states(atagande.id, depth + 1)
        for dokument in self.korpus.dokument.values():
            reason = dict(dokument.utelamnar).get(nod.id, "")
            if reason:
                yield Led(depth, "utelämnas", "", reason, (("i", whose(dokument, self.korpus)),))

    def _only_text(self, nod: Nod, dokument: Dokument, svar: Svar) -> bool:
        """Tell whether a plan answers with words alone; below a goal that is divided, promises may follow."""
        divided = bool(self.trad.under.get(nod.id))
        return bool(svar.text) and not (dokument.foljer_upp or nod.agare or svar.ataganden or divided)

    def _judged(self, dokument: Dokument, svar: Svar, depth: int) -> Iterator[Led]:
        scale = self.korpus.styrmodell
        for what, key in (("måluppfyllelse", svar.maluppfyllelse), ("prognos", svar.prognos)):
            step = scale.bedomning(key)
            if step is not None:
                yield Led(depth, what, "", step.ord, (("i", whose(dokument, self.korpus)),))


def _given(name: str, value: str) -> Iterator[tuple[str, str]]:
    if value.strip():
        yield name, value


def words_of(led: Led, *, longest: int = 0) -> str:
    """Return a step as one line; ``longest``: characters that its words may take (0: all)."""
    text = led.text
    if longest and len(text) > longest:
        text = text[:longest].rsplit(" ", 1)[0].rstrip(" ,;:–") + " …"
    named = f" ({led.id})" if led.id else ""
    facts = "; ".join(f"{name} {' '.join(value.split()).removesuffix('.')}" for name, value in led.uppgifter)
    return f"{upper_first(led.slag)}: {text}{named}" + (f" – {facts}" if facts else "")
