"""L008: en hänvisning i text leder ingenstans.

Varför: läsaren klickar och kommer ingenstans, och den text eller siffra som skulle ha hämtats skrivs inte ut.

Exempel: [=visionen] när texten heter vision, [se målet](#attraktivt-blekige), eller [=budget.totalt.2022] när
tabellen slutar med 2021.

Rätta: stava som i det som avses. En siffra hämtas med tabellens id, radens id och kolumnens rubrik.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from types import MappingProxyType

from generator.checks.prose import Reference, fetches, phrase_references, references
from generator.diagnostics import Diagnostic, Position, Spellings, did_you_mean
from generator.domain.dokument import Dokument, Kapitel
from generator.domain.fras import Figure
from generator.domain.hamtning import Lookup, Missing, single, tabeller
from generator.domain.korpus import Korpus
from generator.domain.mal import Indikator, Nod, Svar
from generator.domain.prosa import Prosa, headings, tables
from generator.domain.ramar import RAM, ledger
from generator.domain.wording import slug

_FETCH = re.compile(r"\[=[^\[\]]*\]")
_MOST = 12
"""How many names a person reads through."""


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding at every link and fetch without a goal."""
    grund = [k.id for k in korpus.grund]
    above = korpus.index.keys() | korpus.olasta | _anchors(korpus.grund)
    yield from _lost(_references_above(korpus), above, None)
    for dokument in korpus.dokument.values():
        kapitel = dokument.kapitel
        lookup = Lookup(korpus, dokument)
        amounts = _lost_amounts(lookup)
        yield from _lost(_references_of(dokument), above | _anchors(kapitel), lookup, amounts)
        yield from _unfetched(dokument)
        for each in kapitel:
            yield from _lost_fetches(each.text, grund, dokument, korpus)


def _unfetched(dokument: Dokument) -> Iterator[Diagnostic]:
    """Yield the values that are named in dokument.yaml, where nothing is fetched."""
    said = [("titel", dokument.titel), ("undertitel", dokument.undertitel)]
    said += [("utelämnar", reason) for _, reason in dokument.utelamnar]
    for key, text in said:
        for match in _FETCH.finditer(text):
            place = dokument.place(key)
            yield Diagnostic("L008", f"{match[0]} kan inte hämtas hit", place, "Skriv ut värdet.")


def _lost(
    found: Iterable[Reference],
    places: AbstractSet[str],
    lookup: Lookup | None,
    amounts: Mapping[Position, Missing] = MappingProxyType({}),
) -> Iterator[Diagnostic]:
    known: Spellings | None = None
    for each in found:
        if isinstance(each, Figure):
            yield from _lost_figure(each, lookup, amounts.get(each.position))
            continue
        target = each.href.removeprefix("#")
        if each.href.startswith("#") and target not in places:
            otherwise = "Länka till ett id som finns i dokumentet, eller ta bort länken."
            known = known or Spellings(sorted(map(slug, places)))
            hint = did_you_mean(slug(target), known, otherwise)
            yield Diagnostic("L008", f"Länken till ”{slug(target)}” leder ingenstans", each.position, hint)


def _lost_amounts(lookup: Lookup) -> Mapping[Position, Missing]:
    """Return why cells of figures are still only names of values, by the place of the name."""
    found: dict[Position, Missing] = {}
    for tabell in tabeller(lookup.dokument):
        amounts = [n for n, kolumn in enumerate(tabell.kolumner) if kolumn.slag == "belopp" and tabell.enhet]
        for figure in (single(rad.celler[n]) for rad in tabell.rader for n in amounts):
            missing = lookup.amount(figure, tabell) if figure is not None else None
            if figure is not None and isinstance(missing, Missing):
                found[figure.position] = missing
    return found


def _lost_figure(
    figure: Figure, lookup: Lookup | None, in_cell: Missing | None = None
) -> Iterator[Diagnostic]:
    """Yield why a value is still only named; one that could not be read is told of where it was read.

    ``in_cell`` is why it cannot stand in its cell of figures, which words can be another reason for.
    """
    if not figure.path:
        return
    if lookup is None:
        hint = "Skriv den i ett dokument, eller skriv ut värdet."
        message = f"{figure.written} kan inte hämtas hit: texten hör till flera dokument"
        yield Diagnostic("L008", message, figure.position, hint)
        return
    missing = in_cell or lookup.words(figure)
    if not isinstance(missing, Missing):
        message = f"{figure.written} kan inte hämtas hit"
        yield Diagnostic("L008", message, figure.position, "Skriv ut värdet.")
        return
    if not lookup.korpus.olasta & {*figure.path, figure.dokument, "*"}:
        otherwise = missing.remedy or _choice(missing.candidates)
        hint = did_you_mean(missing.name, missing.candidates, otherwise)
        yield Diagnostic("L008", missing.message, figure.position, hint)


def _choice(candidates: tuple[str, ...]) -> str:
    """Return what there is to choose from, when it is little enough to read."""
    if not candidates or len(candidates) > _MOST:
        return "Rätta stavningen."
    return f"Här finns {', '.join(candidates)}."


def _lost_fetches(text: Prosa, grund: list[str], dokument: Dokument, korpus: Korpus) -> Iterator[Diagnostic]:
    for fetch in fetches(text):
        if fetch.ref == RAM and RAM not in grund:
            if ledger(korpus, dokument) is None:
                hint = "Låt ”bygger på” i dokument.yaml peka på planen, och ge organet en rad i dess ramar."
                message = "Det finns ingen ram att hämta"
                yield Diagnostic("L008", message, fetch.position, hint)
        elif fetch.ref not in grund and fetch.ref not in korpus.olasta:
            otherwise = (
                f"Det som kan hämtas är {', '.join(grund)}." if grund else "Lägg texten i mappen grund."
            )
            hint = did_you_mean(fetch.ref, grund, otherwise)
            message = f"Texten ”{fetch.ref}” finns inte i mappen grund"
            yield Diagnostic("L008", message, fetch.position, hint)


def _anchors(kapitel: Iterable[Kapitel]) -> set[str]:
    found = set()
    for each in kapitel:
        found |= {each.id, *(h.anchor for h in headings(each.text)), *(t.id for t in tables(each.text))}
    return found - {""}


def _references_above(korpus: Korpus) -> Iterator[Reference]:
    for kapitel in korpus.grund:
        yield from references(kapitel.text)
    for nod in korpus.noder:
        yield from _references_of_node(nod)


def _references_of(dokument: Dokument) -> Iterator[Reference]:
    for kapitel in dokument.kapitel:
        yield from phrase_references(kapitel.titel)
        yield from references(kapitel.text)
    yield from phrase_references(*(nod.titel for nod in dokument.egna))
    others = (dokument.andringar, *dokument.direktivgrupper, *dokument.direktiv())
    for text in (each.text for each in others if each is not None):
        yield from references(text)
    for svar in dokument.svar:
        yield from _references_of_answer(svar)
    for indikator in dokument.indikatorer:
        yield from _references_of_indicator(indikator)
    for utfall in dokument.utfall:
        yield from phrase_references(utfall.varde, utfall.matt, utfall.kommentar)
    yield from phrase_references(*(lage.kommentar for lage in dokument.direktivlagen))


def _references_of_node(nod: Nod) -> Iterator[Reference]:
    yield from phrase_references(nod.titel)
    yield from references(nod.text)
    for uppdrag in nod.uppdrag:
        yield from references(uppdrag.text)
    for indikator in nod.indikatorer:
        yield from _references_of_indicator(indikator)


def _references_of_answer(svar: Svar) -> Iterator[Reference]:
    for text in (svar.text, *(a.text for a in svar.ataganden), *(u.text for u in svar.uppdrag)):
        yield from references(text)
    for indikator in svar.indikatorer:
        yield from _references_of_indicator(indikator)
    for utfall in svar.utfall:
        yield from phrase_references(utfall.varde, utfall.matt, utfall.kommentar)
    for lage in svar.lagen:
        yield from phrase_references(lage.kommentar)


def _references_of_indicator(indikator: Indikator) -> Iterator[Reference]:
    yield from phrase_references(
        indikator.namn, indikator.ingangsvarde, indikator.malvarde, indikator.frekvens, indikator.kalla
    )
