"""P006: ett datum infaller på en helg.

Varför: nämnder sammanträder på vardagar. En helgdag är oftast ett skrivfel, och en sista dag på en söndag
blir i praktiken fredagen före.

Exempel: beslutets datum är 2019-12-01, en söndag. Midsommarafton, julafton och nyårsafton räknas när det
gäller sammanträden, inte när det gäller en sista dag.

Rätta: rätta datumet, om det är fel.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks.holidays import day_off
from generator.diagnostics import Diagnostic, Position, Severity
from generator.domain.datum import format_date
from generator.domain.dokument import Dokument
from generator.domain.korpus import Korpus
from generator.domain.mal import Uppdrag

Day = tuple[date, Position, str]


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield one note for each document, calendar and the goals above, with the days nobody works."""
    above = [d for nod in korpus.noder for d in _last_days(nod.uppdrag)]
    yield from _told(above)
    for dokument in korpus.dokument.values():
        yield from _told([*_decided(dokument), *_last_days(_orders(dokument))], dokument.id)
    for kalender in korpus.kalender.values():
        meetings = [(m.nar.first, m.position) for m in kalender.momenter if m.nar.is_day]
        yield from _told([(d, p, why) for d, p in meetings if (why := day_off(d))])


def _decided(dokument: Dokument) -> Iterator[Day]:
    day = dokument.beslut.datum if dokument.beslut is not None else None
    if day is not None and (why := day_off(day)):
        yield day, dokument.place("beslut"), why


def _orders(dokument: Dokument) -> Iterator[Uppdrag]:
    yield from dokument.direktiv()
    for svar in dokument.svar:
        yield from svar.uppdrag
    for nod in dokument.egna:
        yield from nod.uppdrag


def _last_days(orders: Iterator[Uppdrag] | tuple[Uppdrag, ...]) -> Iterator[Day]:
    for uppdrag in orders:
        if uppdrag.senast is not None and (why := day_off(uppdrag.senast, eves=False)):
            yield uppdrag.senast, uppdrag.position, why


def _told(days: list[Day], *ids: str) -> Iterator[Diagnostic]:
    if days:
        day, place, why = days[0]
        others = ", ".join(format_date(d) for d, _, _ in days[1:4])
        more = f"; på en helg infaller också {others}" if others else ""
        more += f" och {len(days) - 4} till" if len(days) > 4 else ""  # noqa: PLR2004  # three are named
        message = f"Den {format_date(day)} är {why}{more}"
        yield Diagnostic("P006", message, place, "Rätta datumet, om det är fel.", Severity.NOTE, ids)
