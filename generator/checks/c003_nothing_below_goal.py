"""C003: ett mål har inget under sig, så ingen vet vad som ska göras för att nå det.

Varför: ett mål utan insatsområde är bara en önskan. Det pekar inte ut något som någon ska ta sig an.

Exempel: inriktningsmålet ”God tillgänglighet” har inget insatsområde. Där nämnderna själva sätter nivån
under räknas deras egna mål och åtaganden.

Rätta: lägg till något på nivån under, eller låt målet utgå.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.l006_no_line_to_goal import goal_level
from generator.checks.plans import gravest, plans_above, whole_plans, with_below
from generator.checks.stage import missing
from generator.checks.wording import it, named
from generator.diagnostics import Diagnostic
from generator.domain.korpus import Korpus
from generator.domain.mal import Nod
from generator.domain.styrmodell import Niva
from generator.domain.wording import upper_first


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding at every goal with nothing below it: above the nämnder, or in a nämnd's plan."""
    goal = goal_level(korpus.styrmodell)
    below = korpus.styrmodell.under(goal)
    if below is None:
        return
    if below.beslutas_av == goal.beslutas_av:
        yield from _above(goal, below, korpus)
    else:
        yield from _in_plans(goal, below, korpus)


def _above(goal: Niva, below: Niva, korpus: Korpus) -> Iterator[Diagnostic]:
    parents = {n.under for n in korpus.alla_noder()}
    plans = [(p, with_below((i for i, _ in p.utelamnar), korpus)) for p in plans_above(korpus)]
    for nod in korpus.noder:
        if nod.niva == goal.nyckel and nod.id not in parents and _has_its_place(nod, goal, korpus):
            printing = [p for p, gone in plans if nod.giltighet.overlaps(p.period) and nod.id not in gone]
            message = f"{upper_first(named(nod, korpus))} har {below.namn.inget} under sig"
            hint = f"Lägg till {below.namn.obestamd} i målets fil."
            severity = gravest(missing(p) for p in printing)
            yield Diagnostic("C003", message, nod.position, hint, severity, (nod.id,))


def _has_its_place(nod: Nod, goal: Niva, korpus: Korpus) -> bool:
    """Tell whether the goal was read whole and lies where it should; else that is told, and enough."""
    above, parent = korpus.styrmodell.over(goal), korpus.nod(nod.under)
    is_right = above is None or (parent is not None and parent.niva == above.nyckel)
    return is_right and nod.position.file not in korpus.trasiga


def _in_plans(goal: Niva, below: Niva, korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding where a nämnd answers a goal but says nothing of what it will do."""
    for plan in whole_plans(korpus):
        parents = {n.under for n in (*plan.own, *plan.goals)}
        for nod in plan.kept:
            svar = plan.answers.get(nod.id)
            if svar is None or nod.niva != goal.nyckel or nod.id in parents:
                continue
            if not svar.ataganden and not svar.uppdrag and not _is_answered_elsewhere(nod, plan.answered):
                message = f"Planen har varken {below.namn.eget} eller åtagande under {named(nod, korpus)}"
                hint = f"Lägg till {below.namn.obestamd}, eller ett åtagande för {it(nod, korpus)}."
                yield Diagnostic("C003", message, svar.position, hint, missing(plan.first), (nod.id,))


def _is_answered_elsewhere(nod: Nod, answered: frozenset[str]) -> bool:
    return nod.id in answered or any(u.id in answered for u in nod.uppdrag)
