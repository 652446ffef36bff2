"""What keeps a document from being frozen beside its step: no reason, a day to come, errors."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator.build.arkiv.records import Fattat
from generator.build.arkiv.rules import called
from generator.build.arkiv.store import Frozen
from generator.build.errors_by_document import errors_by_document
from generator.checks.catalogue import explanations
from generator.diagnostics import Diagnostic, Severity, StyrdokError
from generator.domain.arkiv import Fryssteg
from generator.domain.datum import format_date
from generator.domain.dokument import Dokument, Stadium
from generator.domain.korpus import Korpus

_MOST_SHOWN = 5


def stop_if_working_material(dokument: Dokument) -> None:
    """Raise StyrdokError for an utkast, whatever the reason."""
    if dokument.stadium is Stadium.UTKAST:
        hint = (
            "Arbetsmaterial arkiveras inte. Skriv stadium: förslag i dokument.yaml när det skickas ut,"
            " och frys det sedan."
        )
        raise StyrdokError(f"”{dokument.titel}” är ett utkast", hint, dokument.place("stadium"))


def stop_if_no_reason(steg: Fryssteg, skal: str) -> None:
    """Raise StyrdokError for a rättelse that does not say what was wrong."""
    if steg is Fryssteg.RATTELSE and not skal:
        hint = 'Skriv till exempel --skal "Fel belopp i tabellen över investeringar."'
        raise StyrdokError("En rättelse behöver ett skäl", hint)


def stop_if_to_come(fattat: Fattat, steg: Fryssteg, today: date) -> None:
    """Raise StyrdokError for a day that has not come; it can be passed."""
    if fattat.datum is not None and fattat.datum > today:
        what = "Beslutet är fattat" if steg.decided else "Dokumentet skickades ut"
        message = f"{what} {format_date(fattat.datum)}, men i dag är det enligt datorn {format_date(today)}"
        raise StyrdokError(
            message, "Rätta datumet eller datorns klocka. Är det rätt ändå, skriv --trots SKÄL."
        )


def stop_if_taken(frozen: Sequence[Frozen], steg: Fryssteg, dokument: Dokument) -> None:
    """Raise StyrdokError when the number and the step are those of a version with another text."""
    version = " ".join(dokument.version.split())
    for each in frozen:
        if (each.version, each.steg) == (version, steg):
            hint = "Det som är fryst ändras aldrig. Skriv ett nytt versionsnummer i dokument.yaml."
            message = f"{called(each).capitalize()} är redan fryst, med en annan lydelse"
            raise StyrdokError(message, hint, dokument.place("version"))


def concerning(
    korpus: Korpus, known: Sequence[str], found: Sequence[Diagnostic], dokument: Dokument
) -> tuple[Diagnostic, ...]:
    """Return the findings that concern the document: its errors, and what else is found in its folder."""
    errors = tuple(errors_by_document(korpus, known, found)[dokument.id])
    own = (d for d in found if d.position.file.startswith(f"{dokument.id}/") and d not in errors)
    return (*errors, *own)


def errors_among(found: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Return the errors that nobody has accepted."""
    return [d for d in found if d.severity is Severity.ERROR and d.accepted is None]


def stop_if_unreadable(found: Sequence[Diagnostic]) -> None:
    """Raise StyrdokError when something could not be read, whatever the reason: text would be missing."""
    for each in errors_among(found):
        known = explanations().get(each.code)
        if known is None or not known.is_check:
            hint = f"Det som inte går att läsa skulle saknas i det som fryses. {each.hint}".strip()
            raise StyrdokError(f"{each.message} ({each.code})", hint, each.position)


def stop_if_wrong(found: Sequence[Diagnostic], dokument: Dokument) -> None:
    """Raise StyrdokError when the checks have found errors; it can be passed."""
    errors = errors_among(found)
    if errors:
        many = "ett fel" if len(errors) == 1 else f"{len(errors)} fel"
        shown = [f"{d.position}: {d.code} {d.message}" for d in errors[:_MOST_SHOWN]]
        more = [f"… och {len(errors) - len(shown)} till"] if len(errors) > len(shown) else []
        remedy = "Rätta det, eller skriv --trots SKÄL; skälet sparas i arkivet."
        raise StyrdokError(
            f"”{dokument.titel}” har {many} och fryses inte", "\n     ".join([*shown, *more, remedy])
        )
