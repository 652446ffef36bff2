"""L007: ett uppdrag riktas till ett organ som inte finns då.

Varför: ett uppdrag till en nämnd som har upphört når ingen. Den som tog över vet inte att den har fått det.

Exempel: landstingsstyrelsen upphörde den 31 december 2018, men ett direktiv för 2019 riktas till den.

Rätta: rikta uppdraget till den som har tagit över, eller rätta organets datum i organisation.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.checks.direktiv import with_points
from generator.checks.wording import named
from generator.diagnostics import Diagnostic, Severity
from generator.domain.datum import Giltighet, Period, format_date
from generator.domain.korpus import Korpus
from generator.domain.mal import Uppdrag
from generator.domain.organisation import Organ
from generator.domain.wording import upper_first


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding at every order to, or in cooperation with, a body outside its time."""
    for nod in korpus.noder:
        for uppdrag in nod.uppdrag:
            yield from _bodies(uppdrag, nod.giltighet, korpus)
    for dokument in korpus.dokument.values():
        time = _time_of(dokument.period)
        direktiv = (d for g in dokument.direktivgrupper for d in g.direktiv)
        for uppdrag in (*direktiv, *(u for s in dokument.svar for u in s.uppdrag)):
            yield from _bodies(uppdrag, time, korpus)


def _time_of(period: Period) -> Giltighet:
    return Giltighet(date(period.start, 1, 1), date(period.end, 12, 31))


def _bodies(uppdrag: Uppdrag, time: Giltighet, korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding for each body of the order; its points are to the same, but may name other partners."""
    partners = (p for each in with_points(uppdrag) for p in each.samverkar_med)
    for id_ in dict.fromkeys((*uppdrag.mottagare, *partners)):
        organ = korpus.organisation.organ.get(id_)
        if organ is None:
            continue
        if _is_apart(organ.giltighet, time):
            yield _finding(uppdrag, organ, korpus, Severity.ERROR)
        elif _has_ended(organ, time, korpus):
            yield _finding(uppdrag, organ, korpus, Severity.WARNING)


def _is_apart(one: Giltighet, other: Giltighet) -> bool:
    """Tell whether two times have no day in common."""
    ends_before = one.end is not None and other.start is not None and one.end < other.start
    begins_after = one.start is not None and other.end is not None and one.start > other.end
    return ends_before or begins_after


def _has_ended(organ: Organ, time: Giltighet, korpus: Korpus) -> bool:
    """Tell whether the body is gone by now, while the order still stands."""
    end, day = organ.giltighet.end, korpus.dag
    return end is not None and day is not None and end < day and time.covers(day)


def _finding(uppdrag: Uppdrag, organ: Organ, korpus: Korpus, severity: Severity) -> Diagnostic:
    bodies, time = korpus.organisation.organ, organ.giltighet
    name = organ.namn[0].text
    if time.end is not None:
        when = f"som upphörde den {format_date(time.end)}"
    else:
        when = f"som kom till först den {format_date(time.start)}" if time.start is not None else ""
    how = "riktas till" if organ.id in uppdrag.mottagare else "ska göras i samverkan med"
    message = f"{upper_first(named(uppdrag, korpus))} {how} ”{name}”, {when}"
    successors = [bodies[id_].namn[0].text for id_ in organ.efterfoljare if id_ in bodies]
    hint = "Rikta det till någon annan, eller rätta organets datum i organisation.yaml."
    if successors:
        hint = f"Det som har tagit över är {' och '.join(f'”{s}”' for s in successors)}."
    return Diagnostic("L007", message, uppdrag.position, hint, severity, (uppdrag.id,))
