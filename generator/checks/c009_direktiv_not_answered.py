"""C009: en nämnds plan svarar inte på ett direktiv som den har fått.

Varför: fullmäktige ger direktiven i maj för att de ska synas i nämndernas planer på hösten.

Exempel: direktivet {#medflyttarservice} riktas till regionala utvecklingsnämnden, men i nämndens plan för
samma år finns inget åtagande som svarar på det. Direktiv som regionplanen har tagit in eller låtit förfalla
behöver inget svar, och inte heller ett förslag till direktiv.

Rätta: skriv svarar på="medflyttarservice" sist på ett åtagandes rad, eller skälet under ”ordinarie
verksamhet” eller ”utelämnar” i dokument.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.direktiv import decided_orders, ids_of, plan_after, still_stands
from generator.checks.plans import Plan, whole_plans
from generator.checks.stage import missing
from generator.checks.wording import named, several
from generator.diagnostics import Diagnostic
from generator.domain.dokument import Dokument
from generator.domain.korpus import Korpus
from generator.domain.mal import Direktiv
from generator.domain.wording import slug, upper_first

_ONE_BY_ONE = 3


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding for the direktiv that a plan of the same year gives no answer to."""
    plans = whole_plans(korpus)
    for orders in decided_orders(korpus):
        after = plan_after(orders, korpus)
        for plan in plans:
            if plan.period.start == orders.period.start:
                found = _unanswered(orders, after, plan)
                if len(found) > _ONE_BY_ONE:
                    yield _together(found, orders, plan)
                else:
                    yield from (_alone(d, orders, plan, korpus) for d in found)


def _unanswered(orders: Dokument, after: Dokument | None, plan: Plan) -> list[Direktiv]:
    said = plan.answered | plan.explained
    mine = (d for g in orders.direktivgrupper for d in g.direktiv if d.riktas_till(plan.organ))
    return [d for d in mine if still_stands(d, after) and ids_of(d) and not said & ids_of(d)]


def _alone(direktiv: Direktiv, orders: Dokument, plan: Plan, korpus: Korpus) -> Diagnostic:
    message = f"{upper_first(named(direktiv, korpus))} i ”{orders.titel}” får inget svar i planen"
    severity = missing(plan.first)
    return Diagnostic("C009", message, plan.place, _hint(direktiv), severity, (direktiv.id,))


def _together(found: list[Direktiv], orders: Dokument, plan: Plan) -> Diagnostic:
    names = several([slug(d.id) for d in found])
    message = f"Planen svarar inte på {len(found)} direktiv i ”{orders.titel}”: {names}"
    ids = tuple(d.id for d in found)
    return Diagnostic("C009", message, plan.place, _hint(found[0]), missing(plan.first), ids)


def _hint(direktiv: Direktiv) -> str:
    return (
        f'Skriv svarar på="{slug(direktiv.id)}" sist på ett åtagandes rad, eller skälet under '
        "”ordinarie verksamhet” i dokument.yaml."
    )
