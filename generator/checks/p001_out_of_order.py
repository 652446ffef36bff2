"""P001: beslut fattas i en annan ordning än processen kräver.

Varför: en plan fördelar det som fullmäktige har beslutat, och en uppföljning följer upp en beslutad plan.
Kommer de i omvänd ordning har någon beslutat om något som ännu inte fanns.

Exempel: nämndens plan beslutas den 20 november men regionplanen den 28 november. Eller: berättelsen går
till beslut medan planen som den följer upp ännu är ett förslag.

Rätta: rätta datum eller stadium. Är ordningen verkligen sådan, godta fyndet och skriv varför.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.dates import on
from generator.diagnostics import Diagnostic, Severity
from generator.domain.dokument import Dokument, Stadium
from generator.domain.kalender import Kalender, Moment, Steg
from generator.domain.korpus import Korpus

_GOING = (Stadium.TILL_BESLUT, Stadium.BESLUTAD, Stadium.JUSTERAD)


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding at every decision before the one it rests on, and every moment in wrong order."""
    for dokument in korpus.dokument.values():
        for other, how in ((dokument.bygger_pa, "bygger på"), (dokument.foljer_upp, "följer upp")):
            above = korpus.dokument.get(other)
            if above is not None and above is not dokument:
                yield from _before(dokument, above, how)
        plan = korpus.dokument.get(dokument.foljer_upp)
        if plan is not None and plan is not dokument:
            yield from _undecided(dokument, plan)
    for kalender in korpus.kalender.values():
        yield from _moments(kalender)


def _before(dokument: Dokument, above: Dokument, how: str) -> Iterator[Diagnostic]:
    own = dokument.beslut.datum if dokument.beslut else None
    first = above.beslut.datum if above.beslut else None
    if own is not None and first is not None and own < first:
        message = f"”{dokument.titel}” beslutades {on(own)}, före ”{above.titel}” som den {how} ({on(first)})"
        hint = "Rätta datumet, om det är fel."
        yield Diagnostic("P001", message, dokument.place("beslut"), hint, Severity.WARNING, (dokument.id,))


def _undecided(dokument: Dokument, plan: Dokument) -> Iterator[Diagnostic]:
    if dokument.stadium in _GOING and not plan.stadium.decided:
        stage = f"som inte är beslutad utan har stadiet {plan.stadium}"
        message = f"”{dokument.titel}” följer upp ”{plan.titel}”, {stage}"
        hint = "Rätta ”stadium” i planen om den är beslutad."
        place = dokument.place("följer upp")
        yield Diagnostic("P001", message, place, hint, Severity.WARNING, (dokument.id,))


def _moments(kalender: Kalender) -> Iterator[Diagnostic]:
    """Yield a finding at every decision that the calendar puts before what prepares it."""
    prepared = [m for m in kalender.momenter if m.steg is Steg.BEREDNING]
    for moment in kalender.momenter:
        if moment.steg is Steg.BESLUT:
            late = [m for m in prepared if _same(m, moment) and m.nar.first > moment.nar.last]
            if late:
                prepared_on = f"före beredningen {on(late[0].nar)}"
                message = f"Kalendern har beslutet om {moment.slag} {on(moment.nar)}, {prepared_on}"
                hint = "Rätta den dag som är fel."
                yield Diagnostic("P001", message, moment.position, hint, Severity.WARNING)


def _same(one: Moment, other: Moment) -> bool:
    return one.slag == other.slag and one.period == other.period
