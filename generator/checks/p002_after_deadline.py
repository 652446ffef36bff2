"""P002: beslutet kommer efter den dag som kalendern eller lagen sätter.

Varför: den som väntar på beslutet hinner inte med sitt. Budgeten ska dessutom enligt lag vara beslutad
före november månads utgång, och under valår i december.

Exempel: kalendern säger att fullmäktige beslutar planeringsdirektivet den 8 maj, men det är ännu ett
förslag när innehållet bedöms i december.

Rätta: rätta datumet eller stadiet, eller ändra kalendern om tiden har flyttats.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks.dates import on
from generator.checks.frames import result_table
from generator.checks.law import graded, is_election_year, rule
from generator.diagnostics import Diagnostic, Severity
from generator.domain.dokument import Dokument, Stadium
from generator.domain.kalender import Kalender, Moment, Steg
from generator.domain.korpus import Korpus
from generator.domain.ramar import frame_table

_PROPOSING = "planeringsdirektiv"


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding at every document decided too late, or not decided though its time has come."""
    for dokument in korpus.dokument.values():
        moments = list(_moments(dokument, korpus))
        if moments:
            yield from _by_calendar(dokument, moments[-1], korpus.dag)
        yield from _by_law(dokument, korpus)


def _moments(dokument: Dokument, korpus: Korpus) -> Iterator[Moment]:
    """Yield the decisions of the calendars that are about this document."""
    for kalender in korpus.kalender.values():
        for moment in kalender.momenter:
            about = moment.slag == dokument.slag and moment.steg is Steg.BESLUT
            if about and dokument.organ in moment.organ and _for_its_time(dokument, moment, kalender):
                yield moment


def _for_its_time(dokument: Dokument, moment: Moment, kalender: Kalender) -> bool:
    if moment.period is not None:
        return moment.period.start == dokument.period.start
    day = (dokument.beslut.datum if dokument.beslut else None) or dokument.datum
    return day is not None and day.year == kalender.ar


def _by_calendar(dokument: Dokument, moment: Moment, today: date | None) -> Iterator[Diagnostic]:
    decided = dokument.beslut.datum if dokument.beslut else None
    if decided is not None and decided > moment.nar.last:
        message = f"”{dokument.titel}” beslutades {on(decided)}; kalendern säger {moment.nar}"
        place = dokument.place("beslut")
    elif not dokument.stadium.decided and decided is None and today is not None and today > moment.nar.last:
        message = (
            f"”{dokument.titel}” skulle enligt kalendern ha beslutats {on(moment.nar)} men har stadiet "
            f"{dokument.stadium}"
        )
        place = dokument.place("stadium")
    else:
        return
    hint = "Rätta datumet eller stadiet, eller ändra kalendern om tiden har flyttats."
    severity = Severity.NOTE if dokument.stadium is Stadium.UTKAST else Severity.WARNING
    yield Diagnostic("P002", message, place, hint, severity, (dokument.id,))


def _by_law(dokument: Dokument, korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding at a budget that fullmäktige decides later than the law allows."""
    decided = dokument.beslut.datum if dokument.beslut else None
    regel = rule("budgetbeslut", dokument.period.start)
    if decided is None or regel is None or dokument.foljer_upp or dokument.slag == _PROPOSING:
        return
    organ = korpus.organisation.organ.get(dokument.organ)
    is_budget = frame_table(dokument, korpus) is not None or result_table(dokument) is not None
    year = dokument.period.start - 1
    last = date(year, 12, 31) if is_election_year(year) else date(year, 11, 30)
    if organ is not None and organ.slag == "fullmäktige" and is_budget and decided > last:
        message = f"Budgeten i ”{dokument.titel}” beslutades {on(decided)}, efter {on(last)}"
        hint = f"Så sent får den beslutas bara i särskilda fall ({regel.hanvisning})."
        severity = graded(regel, Severity.ERROR)
        yield Diagnostic("P002", message, dokument.place("beslut"), hint, severity, (dokument.id,))
