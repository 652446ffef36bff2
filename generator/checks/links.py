"""The links of all texts."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.prose import phrase_references, references
from generator.domain.dokument import Dokument
from generator.domain.fras import Link
from generator.domain.korpus import Korpus
from generator.domain.mal import Indikator, Svar, Utfall
from generator.domain.prosa import Prosa


def links(korpus: Korpus) -> Iterator[Link]:
    """Yield every link: those of the texts above all documents, then document by document."""
    prose = [k.text for k in korpus.grund]
    for nod in korpus.noder:
        prose.extend((nod.text, *(u.text for u in nod.uppdrag)))
        yield from _in_indicators(nod.indikatorer)
    yield from _in_prose(prose)
    for dokument in korpus.dokument.values():
        yield from _in_document(dokument)


def _in_document(dokument: Dokument) -> Iterator[Link]:
    changes = (dokument.andringar.text,) if dokument.andringar is not None else ()
    chapters = [k.text for k in dokument.kapitel]
    groups = [g.text for g in dokument.direktivgrupper]
    yield from _in_prose([*changes, *chapters, *groups, *(d.text for d in dokument.direktiv())])
    for svar in dokument.svar:
        yield from _in_answer(svar)
    yield from _in_indicators(dokument.indikatorer)
    yield from _in_outcomes(dokument.utfall)
    found = phrase_references(*(x.kommentar for x in dokument.direktivlagen))
    yield from (each for each in found if isinstance(each, Link))


def _in_answer(svar: Svar) -> Iterator[Link]:
    yield from _in_prose([svar.text, *(a.text for a in svar.ataganden), *(u.text for u in svar.uppdrag)])
    yield from _in_indicators(svar.indikatorer)
    yield from _in_outcomes(svar.utfall)
    found = phrase_references(*(x.kommentar for x in svar.lagen))
    yield from (each for each in found if isinstance(each, Link))


def _in_indicators(indikatorer: tuple[Indikator, ...]) -> Iterator[Link]:
    for i in indikatorer:
        found = phrase_references(i.namn, i.ingangsvarde, i.malvarde, i.frekvens, i.kalla)
        yield from (each for each in found if isinstance(each, Link))


def _in_outcomes(outcomes: tuple[Utfall, ...]) -> Iterator[Link]:
    for u in outcomes:
        found = phrase_references(u.varde, u.matt, u.kommentar)
        yield from (each for each in found if isinstance(each, Link))


def _in_prose(prose: list[Prosa]) -> Iterator[Link]:
    for text in prose:
        yield from (each for each in references(text) if isinstance(each, Link))
