"""The facts of a document and of the styrmodell, in words."""

from __future__ import annotations

from collections import Counter
from datetime import date

from generator.documents.view import (
    AndringarVy,
    BedomningVy,
    BeslutVy,
    DokumentVy,
    NivaVy,
    StyrmodellVy,
)
from generator.domain.datum import Datum
from generator.domain.dokument import Dokument
from generator.domain.korpus import Korpus
from generator.domain.styrmodell import Bedomning, Styrmodell
from generator.domain.wording import decision, organ_name, upper_first


def day_of(dokument: Dokument) -> date:
    """Return the day whose names a document prints: the first day of its period.

    A plan for 2019 is written in 2018, for bodies that carry their new names when it takes effect.
    """
    return date(dokument.period.start, 1, 1)


def document_facts(korpus: Korpus, dokument: Dokument) -> DokumentVy:
    """Return what the cover, the header and the footer say."""
    organisation, day = korpus.organisation, day_of(dokument)
    above = korpus.plan(dokument.bygger_pa)
    followed = korpus.dokument.get(dokument.foljer_upp)
    return DokumentVy(
        f"{dokument.id}@{dokument.forslag}" if dokument.forslag else dokument.id,
        dokument.slag,
        dokument.titel,
        dokument.undertitel,
        organisation.namn,
        organ_name(dokument.organ, organisation, day),
        dokument.organ,
        str(dokument.period),
        dokument.forslagstitel or upper_first(dokument.stadium.value),
        dokument.stadium.decided,
        dokument.version,
        Datum(dokument.datum) if dokument.datum else None,
        dokument.diarienummer,
        dokument.ansvarig,
        _decision(korpus, dokument),
        organisation.markning,
        above.titel if above else "",
        organ_name(above.organ, organisation, day) if above else "",
        followed.titel if followed else "",
        organ_name(usually_responsible(followed or dokument), organisation, day),
        organisation.sprak,
        dokument.avsandare,
        dokument.undertecknas,
        dokument.forslagstitel,
    )


def changes(dokument: Dokument) -> AndringarVy:
    """Return what has changed since the version before; nothing when nothing is said."""
    said = dokument.andringar
    if said is None:
        return AndringarVy()
    return AndringarVy(said.sedan, Datum(said.datum) if said.datum else None, said.text)


def usually_responsible(plan: Dokument) -> str:
    """Return the body that answers for more than half of a plan's åtaganden, or nothing."""
    named = Counter(a.ansvarig for svar in plan.svar for a in svar.ataganden)
    organ, number = named.most_common(1)[0] if named else ("", 0)
    return organ if organ and 2 * number > named.total() else ""


def _decision(korpus: Korpus, dokument: Dokument) -> BeslutVy:
    beslut = dokument.beslut
    if beslut is None:
        return BeslutVy()
    return BeslutVy(
        organ_name(beslut.organ, korpus.organisation, day_of(dokument)),
        Datum(beslut.datum) if beslut.datum else None,
        beslut.paragraf,
        decision(beslut, korpus.organisation, day_of(dokument)),
    )


def judgement(bedomning: Bedomning | None) -> BedomningVy:
    """Return a step of the scale as sign and word; nothing when there is none."""
    if bedomning is None:
        return BedomningVy()
    return BedomningVy(bedomning.nyckel, bedomning.tecken, bedomning.ord, bedomning.bedomd)


def model_in_words(styrmodell: Styrmodell) -> StyrmodellVy:
    """Return the styrmodell as a document can print it."""
    return StyrmodellVy(
        styrmodell.namn,
        styrmodell.beskrivning,
        tuple(
            NivaVy(n.nyckel, n.namn.ental, n.namn.flertal, n.beslutas_av, n.beskrivning)
            for n in styrmodell.nivaer
        ),
        tuple(judgement(b) for b in styrmodell.bedomningar),
    )
