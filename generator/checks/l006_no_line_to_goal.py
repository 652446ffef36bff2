"""L006: något går inte att följa upp till ett mål i den plan som gäller.

Varför: det är själva den röda tråden. Varje insatsområde, också nämndens eget, ska bidra till ett mål som
fullmäktige har beslutat för perioden.

Exempel: nämndens plan har ett eget insatsområde under ett mål som regionplanen har utelämnat.

Rätta: lägg det under ett mål som planen har, eller ta med målet i planen.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.wording import it, named
from generator.diagnostics import Diagnostic, Position
from generator.domain.dokument import Dokument
from generator.domain.korpus import Korpus
from generator.domain.mal import Nod
from generator.domain.styrmodell import Niva, Styrmodell
from generator.domain.wording import upper_first


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding where a document first answers something whose goal the plan in force does not have.

    A way up that is broken (L001), leads to a wrong level (L002) or round in a ring (L003) is told there, and
    a goal that is not valid in the document's own period is told by L004.
    """
    goal = goal_level(korpus.styrmodell)
    for dokument in korpus.dokument.values():
        plan = korpus.plan(dokument.bygger_pa) or dokument
        left: dict[str, list[tuple[Nod, Position]]] = {}
        for nod, place in _answered(dokument, korpus):
            reached = _goal_of(nod, goal, korpus)
            if reached is not None and _is_left_out(reached, plan, dokument):
                left.setdefault(reached.id, []).append((nod, place))
        for places in left.values():
            yield _finding(places, goal, plan, korpus)


def goal_level(styrmodell: Styrmodell) -> Niva:
    """Return the level every line has to reach: the deepest that all nämnder must handle, else the top."""
    mandatory = [n for n in styrmodell.nivaer if n.obligatorisk]
    return mandatory[-1] if mandatory else styrmodell.nivaer[0]


def _answered(dokument: Dokument, korpus: Korpus) -> Iterator[tuple[Nod, Position]]:
    """Yield what the document answers, its own included, and where; in a report what its plan does not."""
    planned = korpus.dokument.get(dokument.foljer_upp)
    for svar in dokument.svar:
        nod = korpus.nod(svar.nod)
        if nod is not None and (planned is None or planned.svar_pa(nod.id) is None):
            yield nod, svar.position


def _goal_of(nod: Nod, goal: Niva, korpus: Korpus) -> Nod | None:
    """Return the goal that the nod is or contributes to; None when the way up does not reach one."""
    return next((n for n in (nod, *korpus.anfader(nod)) if n.niva == goal.nyckel), None)


def _is_left_out(nod: Nod, plan: Dokument, dokument: Dokument) -> bool:
    """Tell whether the plan lacks the goal, though the goal is valid when the document is."""
    in_plan = nod.id not in dict(plan.utelamnar) and nod.giltighet.overlaps(plan.period)
    return not in_plan and nod.giltighet.overlaps(dokument.period)


def _finding(places: list[tuple[Nod, Position]], goal: Niva, plan: Dokument, korpus: Korpus) -> Diagnostic:
    nod, position = places[0]
    reached = _goal_of(nod, goal, korpus) or nod
    more = f" ({len(places)} ställen)" if len(places) > 1 else ""
    if nod is reached:
        message = f"{upper_first(named(nod, korpus))} ingår inte i ”{plan.titel}”{more}"
        hint = f"Ta bort svaret, eller ta med {goal.namn.bestamd} i ”{plan.titel}”."
    else:
        where = named(reached, korpus)
        message = f"{upper_first(named(nod, korpus))} hör till {where}, som inte ingår i ”{plan.titel}”{more}"
        hint = f"Lägg {it(nod, korpus)} under {goal.namn.obestamd} som ingår, eller ta med {where} i planen."
    return Diagnostic("L006", message, position, hint, ids=tuple(n.id for n, _ in places))
