"""L008: en hänvisning i text leder ingenstans.

Varför: läsaren klickar och kommer ingenstans, och det som skulle ha hämtats blir inte utskrivet.

Exempel: [=visionen] när texten heter vision, eller [se målet](#attraktivt-blekige).

Rätta: stava som i det som avses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from generator.checks.prose import fetches, links, phrase_links
from generator.checks.wording import slug
from generator.diagnostics import Diagnostic, did_you_mean
from generator.domain.dokument import Dokument, Kapitel
from generator.domain.fras import Link
from generator.domain.korpus import Korpus
from generator.domain.mal import Indikator, Nod, Svar
from generator.domain.prosa import Prosa, headings, tables


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding at every link and fetch without a goal."""
    grund = [k.id for k in korpus.grund]
    above = korpus.index.keys() | korpus.olasta | _anchors(korpus.grund)
    yield from _lost(_links_above(korpus), above)
    for dokument in korpus.dokument.values():
        kapitel = _chapters(dokument)
        yield from _lost(_links_of(dokument), above | _anchors(kapitel))
        for each in kapitel:
            yield from _lost_fetches(each.text, grund, korpus)


def _lost(found: Iterable[Link], places: AbstractSet[str]) -> Iterator[Diagnostic]:
    for link in found:
        target = link.href.removeprefix("#")
        if link.href.startswith("#") and target not in places:
            otherwise = "Länka till ett id som finns i dokumentet, eller ta bort länken."
            hint = did_you_mean(slug(target), [slug(p) for p in places], otherwise)
            yield Diagnostic("L008", f"Länken till ”{slug(target)}” leder ingenstans", link.position, hint)


def _lost_fetches(text: Prosa, grund: list[str], korpus: Korpus) -> Iterator[Diagnostic]:
    for fetch in fetches(text):
        if fetch.ref not in grund and fetch.ref not in korpus.olasta:
            otherwise = (
                f"Det som kan hämtas är {', '.join(grund)}." if grund else "Lägg texten i mappen grund."
            )
            hint = did_you_mean(fetch.ref, grund, otherwise)
            message = f"Texten ”{fetch.ref}” finns inte i mappen grund"
            yield Diagnostic("L008", message, fetch.position, hint)


def _chapters(dokument: Dokument) -> tuple[Kapitel, ...]:
    own = (dokument.indikatorkapitel,) if dokument.indikatorkapitel else ()
    return (*dokument.kapitel_fore, *own, *dokument.kapitel_efter)


def _anchors(kapitel: Iterable[Kapitel]) -> set[str]:
    found = set()
    for each in kapitel:
        found |= {each.id, *(h.anchor for h in headings(each.text)), *(t.id for t in tables(each.text))}
    return found - {""}


def _links_above(korpus: Korpus) -> Iterator[Link]:
    for kapitel in korpus.grund:
        yield from links(kapitel.text)
    for nod in korpus.noder:
        yield from _links_of_node(nod)


def _links_of(dokument: Dokument) -> Iterator[Link]:
    for kapitel in _chapters(dokument):
        yield from phrase_links(kapitel.titel)
        yield from links(kapitel.text)
    yield from phrase_links(*(nod.titel for nod in dokument.egna))
    for svar in dokument.svar:
        yield from _links_of_answer(svar)
    for indikator in dokument.indikatorer:
        yield from _links_of_indicator(indikator)
    for utfall in dokument.utfall:
        yield from phrase_links(utfall.varde, utfall.matt, utfall.kommentar)


def _links_of_node(nod: Nod) -> Iterator[Link]:
    yield from phrase_links(nod.titel)
    yield from links(nod.text)
    for uppdrag in nod.uppdrag:
        yield from links(uppdrag.text)
    for indikator in nod.indikatorer:
        yield from _links_of_indicator(indikator)


def _links_of_answer(svar: Svar) -> Iterator[Link]:
    for text in (svar.text, *(a.text for a in svar.ataganden), *(u.text for u in svar.uppdrag)):
        yield from links(text)
    for indikator in svar.indikatorer:
        yield from _links_of_indicator(indikator)
    for utfall in svar.utfall:
        yield from phrase_links(utfall.varde, utfall.matt, utfall.kommentar)
    for lage in svar.lagen:
        yield from phrase_links(lage.kommentar)


def _links_of_indicator(indikator: Indikator) -> Iterator[Link]:
    yield from phrase_links(
        indikator.namn, indikator.ingangsvarde, indikator.malvarde, indikator.frekvens, indikator.kalla
    )
