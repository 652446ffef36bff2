"""In which order a document is frozen, under which number, and what its dokument.yaml has to say then.

Freezing changes no author's file. What the command line says has to be what dokument.yaml says, because that
is what the document prints; where they differ the remedy is the lines to change.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.build.arkiv.records import Fattat
from generator.build.arkiv.store import Frozen
from generator.diagnostics import StyrdokError, did_you_mean
from generator.documents.facts import day_of
from generator.domain.arkiv import Fryssteg, Versionsnummer, version_number
from generator.domain.datum import format_date
from generator.domain.dokument import Dokument, Stadium
from generator.domain.organisation import Organisation
from generator.domain.wording import decision, name_inside

STAGES = {
    Fryssteg.UTSAND: (Stadium.FORSLAG, Stadium.TILL_BESLUT),
    Fryssteg.BESLUTAD: (Stadium.BESLUTAD,),
    Fryssteg.JUSTERAD: (Stadium.JUSTERAD,),
    Fryssteg.RATTELSE: (Stadium.JUSTERAD, Stadium.BESLUTAD),
    Fryssteg.REVISION: (Stadium.BESLUTAD, Stadium.JUSTERAD),
}
"""The stages that dokument.yaml may give at each step, the usual one first."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the command line says of the decision; what is empty is taken from dokument.yaml."""

    organ: str = ""
    datum: date | None = None
    paragraf: str = ""
    dnr: str = ""


@dataclass(frozen=True, slots=True)
class _Line:
    """Something that dokument.yaml does not say as it has to: the sentence, the key, the line to write."""

    said: str
    key: str
    line: str


def last_decided(frozen: Sequence[Frozen]) -> Frozen | None:
    """Return the last version that is decided."""
    return next((f for f in reversed(frozen) if f.steg.decided), None)


def next_version(steg: Fryssteg, frozen: Sequence[Frozen]) -> Versionsnummer:
    """Return the number of the next version of a document."""
    decided = last_decided(frozen)
    last = decided.number if decided else Versionsnummer(0)
    match steg:
        case Fryssteg.UTSAND:
            before = [f.number for f in frozen if f.number.is_proposal and f.number.rank > last.rank]
            if decided is None:
                return Versionsnummer(0, max((n.under for n in before), default=0) + 1)
            return Versionsnummer(last.huvud + 1, 0, max((n.forslag for n in before), default=0) + 1)
        case Fryssteg.BESLUTAD | Fryssteg.JUSTERAD:
            return last if decided else Versionsnummer(1)
        case Fryssteg.RATTELSE:
            return Versionsnummer(last.huvud or 1, last.under + 1)
        case Fryssteg.REVISION:
            return Versionsnummer((last.huvud or 1) + 1)


def stop_if_disordered(steg: Fryssteg, frozen: Sequence[Frozen], dokument: Dokument) -> None:
    """Raise StyrdokError when the document cannot take this step now; it can be passed with a reason."""
    decided = last_decided(frozen)
    name = f"”{dokument.titel}”"
    if steg in (Fryssteg.RATTELSE, Fryssteg.REVISION) and decided is None:
        what = "rätta" if steg is Fryssteg.RATTELSE else "revidera"
        raise StyrdokError(f"{name} har ingen fryst beslutad version att {what}", _BYPASS)
    if steg is Fryssteg.BESLUTAD and decided is not None:
        hint = (
            "En ändring utan nytt beslut är en rättelse (--steg rättelse), med nytt beslut en revision"
            f" (--steg revision). {_BYPASS}"
        )
        raise StyrdokError(f"{name} är redan fryst som {called(decided)}", hint)
    if steg is Fryssteg.JUSTERAD:
        if decided is None:
            hint = f"Frys den först som beslutad (--steg beslutad). {_BYPASS}"
            raise StyrdokError(f"{name} kan inte justeras: den är inte fryst som beslutad", hint)
        if decided.record.stadium == Stadium.JUSTERAD.value:
            hint = "En ändring utan nytt beslut är en rättelse, med nytt beslut en revision."
            raise StyrdokError(f"{name} är redan justerad och fryst som {called(decided)}", hint)


_BYPASS = "Är det rätt ändå, skriv --trots SKÄL."


def called(frozen: Frozen) -> str:
    """Return what a version is called in a sentence: ”version 1.0 (justerad)”."""
    return f"version {frozen.version} ({frozen.steg.value})"


def stop_if_contradicted(
    steg: Fryssteg, given: Given, dokument: Dokument, organisation: Organisation, frozen: Sequence[Frozen]
) -> Fattat:
    """Return the decision to record.

    Raises StyrdokError when dokument.yaml says otherwise than the command line, or than the step asks for,
    with all lines to change.
    """
    organ = _organ(given.organ, organisation)
    lines = [
        *_stage(steg, dokument),
        *_version(steg, frozen, dokument),
        *_number(given, dokument),
        *(_decided(given, organ, dokument, organisation) if steg.decided else _sent(given, dokument)),
    ]
    if lines:
        first, more = lines[0], len(lines) - 1
        message = first.said + (f" (och {more} uppgifter till stämmer inte)" if more > 1 else "")
        message += " (och en uppgift till stämmer inte)" if more == 1 else ""
        written = "\n     ".join(line.line for line in lines)
        hint = f"Frysning ändrar inte författarnas filer. Skriv så här i {dokument.id}/dokument.yaml:\n     "
        raise StyrdokError(message, hint + written, dokument.place(first.key))
    return _fattat(steg, given, organ, dokument, organisation)


def _organ(spelling: str, organisation: Organisation) -> str:
    if not spelling:
        return ""
    found = organisation.find(spelling)
    if found is None:
        names = [o.namn[0].text for o in organisation.organ.values()]
        raise StyrdokError(f"Det finns inget organ ”{spelling}”", did_you_mean(spelling, names))
    return found.id


def _stage(steg: Fryssteg, dokument: Dokument) -> Iterator[_Line]:
    allowed = STAGES[steg]
    if dokument.stadium not in allowed:
        said = f"Stadiet är ”{dokument.stadium.value}” enligt dokument.yaml, men steget är {steg.value}"
        value = allowed[0].value
        yield _Line(said, "stadium", f'stadium: "{value}"' if "," in value else f"stadium: {value}")


def _version(steg: Fryssteg, frozen: Sequence[Frozen], dokument: Dokument) -> Iterator[_Line]:
    number, wanted = version_number(dokument.version), next_version(steg, frozen)
    if number is None or not _fits(steg, number, wanted, frozen):
        said = f"Versionen är ”{dokument.version}” enligt dokument.yaml" if dokument.version else ""
        said = said or "Versionen står inte i dokument.yaml"
        yield _Line(f"{said}, men det här blir version {wanted}", "version", f'version: "{wanted}"')


def _fits(steg: Fryssteg, number: Versionsnummer, wanted: Versionsnummer, frozen: Sequence[Frozen]) -> bool:
    """Tell whether a version may have the number.

    Drafts may skip numbers, because a document may have been sent out before anybody froze it; so may the
    first version of one that was decided before.
    """
    if steg is Fryssteg.UTSAND:
        beside = (wanted.huvud, wanted.under) if wanted.forslag else (wanted.huvud, number.under)
        return number.rank >= wanted.rank and (number.huvud, number.under) == beside
    if last_decided(frozen) is not None:
        return number == wanted
    if number.is_proposal:
        return False
    match steg:
        case Fryssteg.RATTELSE:
            return number.under > 0
        case Fryssteg.REVISION:
            return number.under == 0 and number.huvud > 1
        case Fryssteg.BESLUTAD:
            return number == wanted
        case _:
            return True


def _number(given: Given, dokument: Dokument) -> Iterator[_Line]:
    if given.dnr and given.dnr != dokument.diarienummer:
        there = f"är {dokument.diarienummer}" if dokument.diarienummer else "står inte"
        said = f"Diarienumret {there} enligt dokument.yaml, men här står {given.dnr}"
        if not dokument.diarienummer:
            said = f"Diarienumret {given.dnr} står inte i dokument.yaml"
        yield _Line(said, "diarienummer", f"diarienummer: {given.dnr}")


def _decided(given: Given, organ: str, dokument: Dokument, organisation: Organisation) -> Iterator[_Line]:
    """Yield what the file says otherwise of the decision: one line, as it is one line in the file."""
    beslut = dokument.beslut
    if beslut is None:
        if organ or given.datum or given.paragraf:
            line = _line(organ or dokument.organ, given.datum, given.paragraf)
            yield _Line("Beslutet står inte i dokument.yaml, och skulle inte skrivas ut", "beslut", line)
        return
    differs = (
        (organ and organ != beslut.organ)
        or (given.datum and given.datum != beslut.datum)
        or (given.paragraf and _bare(given.paragraf) != _bare(beslut.paragraf))
    )
    if differs:
        there = decision(beslut, organisation, day_of(dokument))
        said = f"Enligt dokument.yaml är beslutet {there}, men här sägs något annat"
        line = _line(organ or beslut.organ, given.datum or beslut.datum, given.paragraf or beslut.paragraf)
        yield _Line(said, "beslut", line)


def _line(organ: str, day: date | None, paragraf: str) -> str:
    facts = [f"organ: {organ}"]
    facts += [f"datum: {day.isoformat()}"] if day else []
    facts += [f"paragraf: {_bare(paragraf)}"] if paragraf else []
    return f"beslut: {{{', '.join(facts)}}}"


def _bare(paragraf: str) -> str:
    return " ".join(paragraf.replace("§", " ").split())


def _sent(given: Given, dokument: Dokument) -> Iterator[_Line]:
    if given.paragraf:
        raise StyrdokError(
            "--paragraf hör till ett beslut, och det här är ännu inte beslutat", "Ta bort den."
        )
    if given.datum is not None and dokument.datum is not None and given.datum < dokument.datum:
        said = f"Dokumentet är daterat {format_date(dokument.datum)}, efter den dag det skulle ha skickats ut"
        yield _Line(said, "datum", f"datum: {given.datum.isoformat()}")


def _fattat(
    steg: Fryssteg, given: Given, organ: str, dokument: Dokument, organisation: Organisation
) -> Fattat:
    if steg.decided and dokument.beslut is not None:
        beslut = dokument.beslut
        name = name_inside(beslut.organ, organisation, day_of(dokument))
        return Fattat(beslut.organ, name, beslut.datum, _bare(beslut.paragraf))
    day = None if steg.decided else given.datum or dokument.datum
    if not steg.decided and day is None:
        hint = "Skriv --datum ÅÅÅÅ-MM-DD, eller datum i dokument.yaml."
        raise StyrdokError("Det står inte vilken dag dokumentet skickades ut", hint)
    to = organ or dokument.organ
    return Fattat(to, name_inside(to, organisation, day_of(dokument)), day)


def stop_if_decision_repeats(steg: Fryssteg, fattat: Fattat, frozen: Sequence[Frozen]) -> None:
    """Raise StyrdokError for a revision without a new decision and a rättelse with one; it can be passed."""
    decided = last_decided(frozen)
    if decided is None or steg not in (Fryssteg.RATTELSE, Fryssteg.REVISION, Fryssteg.JUSTERAD):
        return
    before = decided.record.beslut
    same = (before.organ, before.datum, before.paragraf) == (fattat.organ, fattat.datum, fattat.paragraf)
    if steg is Fryssteg.REVISION and same:
        hint = f"Utan nytt beslut är det en rättelse (--steg rättelse). {_BYPASS}"
        raise StyrdokError(
            f"En revision har ett nytt beslut, men detta är det som {called(decided)} har", hint
        )
    if steg is Fryssteg.REVISION and before.datum and fattat.datum and fattat.datum < before.datum:
        message = f"Beslutet är äldre än det som {called(decided)} har ({format_date(before.datum)})"
        raise StyrdokError(message, f"Rätta beslutets datum i dokument.yaml. {_BYPASS}")
    if steg is not Fryssteg.REVISION and not same:
        what = "En rättelse" if steg is Fryssteg.RATTELSE else "Det justerade"
        hint = f"Ett nytt beslut är en revision (--steg revision). {_BYPASS}"
        raise StyrdokError(f"{what} har samma beslut som {called(decided)}, men här är det ett annat", hint)
