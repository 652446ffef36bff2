"""C002: en nämnds plan svarar inte på ett uppdrag som riktas till den.

Varför: fullmäktige räknar med att uppdraget blir gjort. Saknas svaret i planen följs det inte upp av någon.

Exempel: uppdraget till samtliga nämnder {#miljöledning} finns inte i någon rad ”svarar på” i planen. Ett
åtagande kan svara på flera uppdrag. Ett åtagande under insatsområdet räcker när nämnden bara har ett uppdrag
där.

Rätta: skriv svarar på="miljöledning" sist på åtagandets rad. Gör nämnden redan det som begärs skrivs det
i dokument.yaml, med skälet: ”ordinarie verksamhet: {miljöledning: Nämnden är certifierad sedan 2015.}”.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.plans import Plan, whole_plans
from generator.checks.stage import missing
from generator.checks.wording import named, several
from generator.diagnostics import Diagnostic
from generator.domain.korpus import Korpus
from generator.domain.mal import Nod, Uppdrag
from generator.domain.wording import slug, upper_first

_ONE_BY_ONE = 3
"""How many are told each by itself; more than that are one matter: the plan has not been linked yet."""


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding at every place of a plan where an order to its nämnd should have been answered.

    That a plan is silent on a whole goal is told by C001, and enough.
    """
    for plan in whole_plans(korpus):
        told = [nod for nod in plan.kept if nod.uppdrag and not plan.is_silent_on(nod)]
        found = [(nod, each) for nod in told for each in unanswered(nod, plan)]
        if len(found) > _ONE_BY_ONE:
            yield _together([each for _, each in found], plan)
        else:
            yield from (_alone(nod, each, plan, korpus) for nod, each in found)


def unanswered(nod: Nod, plan: Plan) -> list[Uppdrag]:
    """Return the orders to the plan's body, inside the goal, that it gives no answer to.

    What stands under the goal itself answers the order there when there is but one to this body.
    """
    mine = [u for u in nod.uppdrag if u.riktas_till(plan.organ) and u.id]
    svar = plan.answers.get(nod.id)
    stands_there = nod.id in plan.answered or (svar is not None and bool(svar.ataganden or svar.uppdrag))
    if len(mine) == 1 and stands_there:
        return []
    return [u for u in mine if u.id not in plan.answered and u.id not in plan.explained]


def _alone(nod: Nod, uppdrag: Uppdrag, plan: Plan, korpus: Korpus) -> Diagnostic:
    message = f"{upper_first(named(uppdrag, korpus))} under {named(nod, korpus)} får inget svar i planen"
    lines = (plan.answers.get(n.id) for n in (nod, *korpus.anfader(nod)))
    place = next((svar.position for svar in lines if svar is not None), plan.place)
    return Diagnostic("C002", message, place, _hint(uppdrag), missing(plan.first), (uppdrag.id,))


def _together(found: list[Uppdrag], plan: Plan) -> Diagnostic:
    names = several([slug(u.id) for u in found])
    message = f"”{plan.first.titel}” lämnar {len(found)} uppdrag utan svar: {names}"
    ids = tuple(u.id for u in found)
    return Diagnostic("C002", message, plan.place, _hint(found[0]), missing(plan.first), ids)


def _hint(uppdrag: Uppdrag) -> str:
    return (
        f'Skriv svarar på="{slug(uppdrag.id)}" sist på ett åtagandes rad, eller skälet under '
        "”ordinarie verksamhet” i dokument.yaml."
    )
