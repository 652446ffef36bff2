"""Which values of an item are compared, and between which documents.

What only a report says (utfall, bedömning, status …), what a body writes of itself and the texts of chapters
are compared between documents of one kind. The decision, the stage and the version are compared between
versions of one document: another document has its own.
"""

from __future__ import annotations

from itertools import chain

from generator.compare.change import LEFT_OUT
from generator.compare.item import ALWAYS, OF_DOCUMENT, OF_KIND, Value
from generator.compare.plain import Part, joined, paragraphs, phrase_words, points, prose_parts
from generator.documents.view import (
    AndringarVy,
    AtagandeVy,
    DirektivVy,
    DokumentVy,
    IndikatorVy,
    NodVy,
    StyrmodellVy,
    UppdragVy,
)
from generator.domain.belopp import EMPTY
from generator.domain.fras import Phrase
from generator.domain.prosa import Prosa
from generator.domain.tabell import Tabell

YES = "ja"


def prose(field: str, text: Prosa, when: int = ALWAYS) -> Value:
    """Return what is compared of a text: its paragraphs and list items, its tables by themselves."""
    return _text(field, prose_parts(text), when)


def _text(field: str, parts: tuple[Part, ...], when: int = ALWAYS) -> Value:
    return Value(field, joined(parts), when, parts=parts)


def goal(nod: NodVy, niva: str) -> tuple[Value, ...]:
    """Return what is compared of a goal; ``niva`` is its level in words."""
    return (
        Value("nivå", niva),
        Value("titel", phrase_words(nod.titel)),
        prose("text", nod.text),
        prose("egen text", nod.egen_text, OF_KIND),
        Value("beslutad av", nod.beslutad_av, bodies=True),
        Value("måluppfyllelse", nod.maluppfyllelse.ord, OF_KIND),
        Value("prognos", nod.prognos.ord, OF_KIND),
        Value(LEFT_OUT, nod.utelamnad),
    )


def order(uppdrag: UppdragVy) -> tuple[Value, ...]:
    """Return what is compared of an uppdrag."""
    return (
        prose("text", uppdrag.text),
        Value("mottagare", uppdrag.mottagare, bodies=True),
        *_carried_out(uppdrag),
        Value("beslutad av", uppdrag.beslutad_av, bodies=True),
        Value("status", uppdrag.status, OF_KIND),
        Value("kommentar", phrase_words(uppdrag.kommentar), OF_KIND),
    )


def directive(direktiv: DirektivVy) -> tuple[Value, ...]:
    """Return what is compared of a direktiv: points without an id are part of its words."""
    without_id = (points(prose_parts(p.text)) for p in direktiv.punkter if not p.id)
    return (
        prose("text", direktiv.text),
        _text("punkter", tuple(chain.from_iterable(without_id))),
        *_carried_out(direktiv),
    )


def _carried_out(vy: UppdragVy | DirektivVy) -> tuple[Value, ...]:
    return (
        Value("i samverkan med", vy.samverkar_med, bodies=True),
        Value("senast", str(vy.senast or "")),
        Value("återrapporteras", YES if vy.aterrapporteras else ""),
    )


def promise(atagande: AtagandeVy) -> tuple[Value, ...]:
    """Return what is compared of an åtagande."""
    return (
        prose("text", atagande.text),
        Value("ansvarig", atagande.ansvarig, bodies=True),
        Value("status", atagande.status, OF_KIND),
        Value("kommentar", phrase_words(atagande.kommentar), OF_KIND),
    )


def measure(indikator: IndikatorVy) -> tuple[Value, ...]:
    """Return what is compared of an indikator: how it is measured, and in a report how it came out."""
    return (
        Value("namn", phrase_words(indikator.namn)),
        Value("ingångsvärde", _measured(indikator.ingangsvarde)),
        Value("målvärde", _measured(indikator.malvarde)),
        Value("frekvens", _measured(indikator.frekvens)),
        Value("källa", _measured(indikator.kalla)),
        Value("beslutad av", indikator.beslutad_av, bodies=True),
        Value("utfall", _measured(indikator.utfall), OF_KIND),
        Value("mätt", _measured(indikator.matt), OF_KIND),
        Value("bedömning", indikator.bedomning.ord, OF_KIND),
        Value("kommentar", phrase_words(indikator.kommentar), OF_KIND),
    )


def _measured(value: Phrase) -> str:
    """Return the words; a dash says no more than nothing does."""
    words = phrase_words(value)
    return "" if words == EMPTY else words


def table(tabell: Tabell) -> tuple[Value, ...]:
    """Return what is compared of a table as a whole."""
    return (
        Value("titel", tabell.titel, OF_KIND),
        Value("enhet", tabell.enhet),
        Value("tecken", tabell.tecken),
        Value("årgång", tabell.argang),
    )


def facts(dokument: DokumentVy, andringar: AndringarVy) -> tuple[Value, ...]:
    """Return what is compared of the cover: of another year's document, what it is called and whose it is."""
    return (
        Value("titel", dokument.titel, OF_KIND),
        Value("undertitel", dokument.undertitel, OF_KIND),
        Value("organ", dokument.organ, OF_KIND, bodies=True),
        Value("period", dokument.period, OF_KIND),
        Value("stadium", dokument.stadium, OF_DOCUMENT),
        Value("version", dokument.version, OF_DOCUMENT),
        Value("datum", str(dokument.datum or ""), OF_DOCUMENT),
        Value("diarienummer", dokument.diarienummer, OF_DOCUMENT),
        Value("beslut", dokument.beslut.text, OF_DOCUMENT),
        Value("bygger på", dokument.overordnat, OF_KIND),
        Value("följer upp", dokument.foljer_upp, OF_KIND),
        Value("ansvarig", dokument.ansvarig, OF_KIND),
        Value("ansvarig för åtaganden", dokument.ansvarig_for_ataganden, OF_KIND, bodies=True),
        Value("avsändare", dokument.avsandare, OF_KIND),
        Value("undertecknas", dokument.undertecknas, OF_KIND),
        Value("märkning", dokument.markning, OF_DOCUMENT),
        Value("språk", dokument.sprak, OF_DOCUMENT),
        prose("ändringar", andringar.text, OF_DOCUMENT),
    )


def model(styrmodell: StyrmodellVy) -> tuple[Value, ...]:
    """Return what is compared of the styrmodell."""
    levels = (f"{n.namn} ({n.beslutas_av})" if n.beslutas_av else n.namn for n in styrmodell.nivaer)
    about = (f"{n.namn}: {n.beskrivning}" for n in styrmodell.nivaer if n.beskrivning)
    return (
        Value("namn", styrmodell.namn),
        _text("beskrivning", paragraphs("\n\n".join([styrmodell.beskrivning, *about]))),
        Value("nivåer", ", ".join(levels)),
        Value("bedömningar", ", ".join(b.ord for b in styrmodell.bedomningar)),
    )
