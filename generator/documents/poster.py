"""What a view says under names of its own, each with a hash: small enough to be read by every check."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.documents.archive import as_json
from generator.documents.view import AtagandeVy, DirektivVy, DokumentVy, IndikatorVy, NodVy, UppdragVy, View
from generator.domain.arkiv import KAPITEL, UPPGIFT, Post

_LENGTH = 16
_FROM_ABOVE = frozenset(
    {"id", "organisation", "organ", "markning", "overordnat", "overordnat_organ", "foljer_upp", "sprak"}
)
_FACTS = {
    "titel": "titeln",
    "undertitel": "undertiteln",
    "period": "perioden",
    "version": "versionen",
    "datum": "datumet",
    "diarienummer": "diarienumret",
    "ansvarig": "den ansvariga",
    "beslut": "beslutet",
    "avsandare": "avsändaren",
    "undertecknas": "underskriften",
    "organ": "organets namn",
    "organisation": "organisationens namn",
    "markning": "märkningen",
    "overordnat": "det överordnade dokumentets titel",
}


def poster_of(view: View) -> tuple[Post, ...]:
    """Return what the view says under names of its own; of two with one id only the first."""
    found: dict[tuple[str, str], Post] = {}
    for post in _posts(view):
        found.setdefault((post.slag if not post.is_item else "", post.id), post)
    return tuple(found.values())


def _posts(view: View) -> Iterator[Post]:
    yield from _facts(view.dokument)
    opening = [view.indikatorkapitel, getattr(view, "direktivkapitel", None)]
    for kapitel in (*view.kapitel_fore, *view.kapitel_efter, *view.bilagor, *filter(None, opening)):
        yield Post(kapitel.id, KAPITEL, str(kapitel.titel), True, _code(kapitel.titel, kapitel.text))
    if view.andringar:
        yield Post("ändringar", KAPITEL, "Ändringar", True, _code(view.andringar))
    words = {niva.nyckel: niva.namn for niva in view.styrmodell.nivaer}
    for nod in view.noder:
        yield from _node(nod, words.get(nod.niva, "mål"), view.dokument)
    for grupp in view.indikatorgrupper:
        yield from (_indicator(i, view.dokument) for i in grupp.indikatorer)
    for group in getattr(view, "direktivgrupper", ()):
        yield Post(f"direktiv till {group.mottagare}", KAPITEL, group.rubrik, True, _code(group.text))
        yield from _orders(group.direktiv)


def _facts(dokument: DokumentVy) -> Iterator[Post]:
    for name, words in _FACTS.items():
        value = getattr(dokument, name)
        yield Post(name, UPPGIFT, words, name not in _FROM_ABOVE, _code(str(value or "")))


def _node(nod: NodVy, word: str, dokument: DokumentVy) -> Iterator[Post]:
    own = nod.eget or nod.beslutad_av == dokument.organ
    decided = _code(nod.niva, nod.titel, nod.rubrik, nod.text)
    added = _code(nod.egen_text, nod.maluppfyllelse, nod.prognos, nod.utelamnad)
    yield Post(nod.id, word, str(nod.titel), own, decided, added)
    for uppdrag in nod.uppdrag:
        yield _order(uppdrag, dokument)
    for indikator in nod.indikatorer:
        yield _indicator(indikator, dokument)
    for atagande in nod.ataganden:
        yield _commitment(atagande)


def _order(uppdrag: UppdragVy, dokument: DokumentVy) -> Post:
    own = uppdrag.eget or uppdrag.beslutad_av == dokument.organ
    helped = (uppdrag.mottagare, uppdrag.samverkar_med, str(uppdrag.senast or ""), uppdrag.aterrapporteras)
    added = _code(uppdrag.status, uppdrag.kommentar)
    return Post(uppdrag.id, "uppdrag", _short(str(uppdrag.text)), own, _code(uppdrag.text, *helped), added)


def _indicator(indikator: IndikatorVy, dokument: DokumentVy) -> Post:
    own = indikator.eget or indikator.beslutad_av == dokument.organ
    decided = _code(
        indikator.namn, indikator.ingangsvarde, indikator.malvarde, indikator.frekvens, indikator.kalla
    )
    added = _code(indikator.utfall, indikator.matt, indikator.bedomning, indikator.kommentar)
    return Post(indikator.id, "indikator", str(indikator.namn), own, decided, added)


def _commitment(atagande: AtagandeVy) -> Post:
    said = _code(atagande.text, atagande.ansvarig, atagande.status, atagande.kommentar)
    return Post(atagande.id, "åtagande", _short(str(atagande.text)), True, said)


def _orders(direktiv: Sequence[DirektivVy]) -> Iterator[Post]:
    for each in direktiv:
        if each.id:
            helped = (each.samverkar_med, str(each.senast or ""), each.aterrapporteras)
            yield Post(each.id, "direktiv", _short(str(each.text)), True, _code(each.text, *helped))
        yield from _orders(each.punkter)


def without_stage(view: View) -> View:
    """Return the view without what changes on the road from beslutad to justerad while the text stays."""
    return replace(view, dokument=replace(view.dokument, stadium="", beslutat=True))


def _code(*said: object) -> str:
    return hashlib.sha256(as_json(said).encode("utf-8", errors="surrogatepass")).hexdigest()[:_LENGTH]


_LONGEST = 80


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[:_LONGEST].rpartition(" ")[0] + " …"
