"""C004: ett mål som ska bedömas har ingen indikator.

Varför: bedömningen av målet ska gå att pröva. Utan något att mäta blir den en åsikt, och nästa år har ingen
något att jämföra med.

Exempel: styrmodellen säger att inriktningsmålen bedöms, men under ”Ett engagerat medarbetarskap” finns
varken fullmäktiges eller nämndens indikator. En indikator på nivån under räknas också.

Rätta: lägg till en indikator i målets fil, eller en egen i nämndens plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.checks.plans import Plan, plans_above, whole_plans, with_below
from generator.checks.stage import missing
from generator.checks.wording import it, named, several
from generator.diagnostics import Diagnostic
from generator.domain.dokument import Dokument
from generator.domain.korpus import Korpus
from generator.domain.mal import Nod
from generator.domain.wording import upper_first

_ONE_BY_ONE = 3
_HINT = "Lägg till en egen indikator i planen, i en tabell under rubriken ”Indikatorer”."


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding for the judged goals that a plan answers and nobody measures.

    Where no nämnd has a plan yet, it is told of the goals themselves.
    """
    plans = whole_plans(korpus)
    for plan in plans:
        answered = [n for n in (*plan.kept, *plan.own) if n.id in plan.answers]
        own = (id_ for id_, svar in plan.answers.items() if svar.indikatorer)
        bare = _bare(answered, (*(n.id for n in plan.kept if n.indikatorer), *own), korpus)
        if len(bare) > _ONE_BY_ONE:
            yield _together(bare, plan)
        else:
            yield from (_in_plan(nod, plan, korpus) for nod in bare)
    followed = {p.first.bygger_pa for p in plans}
    for dokument in plans_above(korpus):
        if dokument.id not in followed:
            gone = with_below((i for i, _ in dokument.utelamnar), korpus)
            noder = [
                n
                for n in korpus.mal_for(dokument)
                if n.giltighet.overlaps(dokument.period) and n.id not in gone
            ]
            for nod in _bare(noder, (n.id for n in noder if n.indikatorer), korpus):
                yield _above(nod, dokument, korpus)


def _bare(noder: Sequence[Nod], measured: Iterable[str], korpus: Korpus) -> list[Nod]:
    """Return the goals to be judged with no indikator at or below them; of two in a line the lower."""
    covered = _upwards(measured, korpus)
    bare = [n for n in noder if n.id not in covered and (niva := korpus.niva(n)) is not None and niva.bedoms]
    above = _upwards((n.under for n in bare), korpus)
    return [n for n in bare if n.id not in above]


def _upwards(ids: Iterable[str], korpus: Korpus) -> frozenset[str]:
    """Return the ids with those of the goals above them."""
    noder = [n for id_ in ids if (n := korpus.nod(id_)) is not None]
    return frozenset(each.id for nod in noder for each in (nod, *korpus.anfader(nod)))


def _in_plan(nod: Nod, plan: Plan, korpus: Korpus) -> Diagnostic:
    message = (
        f"{upper_first(named(nod, korpus))} ska bedömas, men det finns ingen indikator för {it(nod, korpus)}"
    )
    place = plan.answers[nod.id].position
    return Diagnostic("C004", message, place, _HINT, missing(plan.first), (nod.id,))


def _together(bare: list[Nod], plan: Plan) -> Diagnostic:
    names = several([str(n.titel) for n in bare])
    message = f"{len(bare)} mål i ”{plan.first.titel}” ska bedömas men har ingen indikator: {names}"
    return Diagnostic("C004", message, plan.place, _HINT, missing(plan.first), tuple(n.id for n in bare))


def _above(nod: Nod, dokument: Dokument, korpus: Korpus) -> Diagnostic:
    message = (
        f"{upper_first(named(nod, korpus))} ska bedömas, men det finns ingen indikator för {it(nod, korpus)}"
    )
    hint = "Lägg till en tabell under rubriken ”Indikatorer” i målets fil."
    return Diagnostic("C004", message, nod.position, hint, missing(dokument), (nod.id,))
