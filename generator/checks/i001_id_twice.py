"""I001: ett id används två gånger, eller samma sak besvaras två gånger.

Varför: ett id är det enda som håller ihop en sak genom åren och mellan dokumenten. Används det två gånger
vet ingen vilken av dem ett svar, ett utfall eller en länk gäller. Besvaras samma sak två gånger skrivs bara
det första svaret ut. Att en nämnds planer för olika år har samma id är däremot rätt: då är det samma sak som
går vidare.

Exempel: två uppdrag med {#beakta-rus} i samma fil, eller två filer som båda svarar på god-kvalitet.

Rätta: ge den ena ett annat id, och ändra det också där den nämns; flytta ihop svar på samma sak.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.checks.wording import named
from generator.diagnostics import Diagnostic, Position, Severity
from generator.domain.dokument import Dokument, Kapitel
from generator.domain.korpus import Item, Korpus
from generator.domain.prosa import headings, tables
from generator.domain.wording import slug

Place = tuple[str, Position]


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding at every item whose id is taken, and at every second answer."""
    yield from _items(korpus)
    yield from _twice(_named_texts(korpus.grund))
    for dokument in korpus.dokument.values():
        yield from _anchors(dokument, korpus)
        yield from _answers(dokument, korpus)


def _items(korpus: Korpus) -> Iterator[Diagnostic]:
    first: dict[str, Item] = {}
    for item in korpus.items():
        if not item.id or item.id in korpus.aterkommande:
            continue
        other = first.setdefault(item.id, item)
        if other is not item:
            message = f"Id ”{slug(item.id)}” används redan av {named(other, korpus)} ({other.position})"
            yield Diagnostic("I001", message, item.position, "Ge den ena ett annat id.", ids=(item.id,))


def _anchors(dokument: Dokument, korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield what a link in the document could mean twice."""
    places = list(_named_texts(dokument.kapitel))
    yield from _twice(places)
    for id_, position in dict(reversed(places)).items():
        item = korpus.index.get(id_) or korpus.index.get(f"{dokument.organ}/{id_}")
        if item is not None:
            message = f"”{id_}” är också id för {named(item, korpus)}; en länk dit kan betyda båda"
            hint = "Ge kapitlet, rubriken eller tabellen ett annat id."
            yield Diagnostic("I001", message, position, hint, Severity.WARNING, (item.id,))


def _named_texts(kapitel: Iterable[Kapitel]) -> Iterator[Place]:
    for each in kapitel:
        yield each.id, each.position
        yield from ((h.anchor, h.position) for h in headings(each.text) if h.anchor)
        yield from ((t.id, t.position) for t in tables(each.text) if t.id)


def _answers(dokument: Dokument, korpus: Korpus) -> Iterator[Diagnostic]:
    own = {n.id for n in dokument.egna}
    answers = ((s.nod, s.position) for s in dokument.svar if s.nod not in own)
    yield from _again(answers, "Det finns redan ett svar på", korpus)
    outcomes = (*(u for s in dokument.svar for u in s.utfall), *dokument.utfall)
    yield from _again(((u.indikator, u.position) for u in outcomes), "Det finns redan ett utfall för", korpus)
    states = ((x.gallande, x.position) for x in dokument.lagen())
    yield from _again(states, "Läget finns redan för", korpus)


def _again(places: Iterable[Place], what: str, korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding at every place that says something of what has been spoken of before."""
    for id_, position, other in _repeated(places):
        item = korpus.index.get(id_)
        if item is not None:
            message = f"{what} {named(item, korpus)} ({other})"
            yield Diagnostic("I001", message, position, "Behåll det ena.", ids=(id_,))


def _twice(places: Iterable[Place]) -> Iterator[Diagnostic]:
    """Yield a finding at every place in a text whose id has occurred."""
    for id_, position, other in _repeated(places):
        hint = "Ge det ena ett annat id; ett kapitels id är filens namn om inget annat sägs."
        yield Diagnostic("I001", f"”{id_}” är redan id för något annat ({other})", position, hint)


def _repeated(places: Iterable[Place]) -> Iterator[tuple[str, Position, Position]]:
    first: dict[str, Position] = {}
    for id_, position in places:
        other = first.setdefault(id_, position)
        if id_ and other is not position:
            yield id_, position, other
