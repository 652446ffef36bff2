"""C001: en nämnds plan säger inget om ett mål som varje nämnd ska svara på.

Varför: det som fullmäktige har gjort obligatoriskt gäller alla. Tiger en nämnd vet ingen om den har avstått
eller glömt, och i årsredovisningen fattas dess del av målet.

Exempel: regionplanen har elva inriktningsmål, men planens målmapp har tio filer. Står målet under
”utelämnar” med ett skäl är det bara en notering.

Rätta: lägg till en fil i målmappen med ”svarar på” och målets id, och skriv vad nämnden bidrar med.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.plans import Plan, whole_plans
from generator.checks.stage import missing
from generator.checks.wording import it, named, several, the
from generator.diagnostics import Diagnostic, Severity
from generator.domain.korpus import Korpus
from generator.domain.mal import Nod
from generator.domain.styrmodell import Niva
from generator.domain.wording import upper_first


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield one finding for the goals of a level that a plan is silent on, and a note for each left out."""
    for plan in whole_plans(korpus):
        for niva in korpus.styrmodell.nivaer:
            if niva.obligatorisk:
                goals = [n for n in plan.goals if n.niva == niva.nyckel]
                silent = [n for n in goals if n.id not in plan.handled and not _reasons(n, plan, korpus)]
                if silent:
                    yield _silent(silent, len(goals), niva, plan, korpus)
                yield from _left_out(goals, niva, plan, korpus)


def _reasons(nod: Nod, plan: Plan, korpus: Korpus) -> list[str]:
    """Return the ids left out, with a reason, that the goal falls with."""
    return [n.id for n in (nod, *korpus.anfader(nod)) if n.id in plan.left_out]


def _silent(silent: list[Nod], number: int, niva: Niva, plan: Plan, korpus: Korpus) -> Diagnostic:
    first = silent[0]
    about = named(first, korpus)
    hint = f"Svara på {it(first, korpus)} i målmappen. Varje nämnd svarar på alla {niva.namn.flertal}."
    if len(silent) > 1:
        about = f"{len(silent)} av {number} {niva.namn.flertal}: {several([str(n.titel) for n in silent])}"
        hint = f"Svara på dem i målmappen. Varje nämnd svarar på alla {niva.namn.flertal}."
    message = f"”{plan.first.titel}” säger inget om {about}"
    ids = tuple(n.id for n in silent)
    return Diagnostic("C001", message, plan.place, hint, missing(plan.first), ids)


def _left_out(goals: list[Nod], niva: Niva, plan: Plan, korpus: Korpus) -> Iterator[Diagnostic]:
    for id_ in dict.fromkeys(r for n in goals for r in _reasons(n, plan, korpus)[:1]):
        nod = korpus.nod(id_)
        if nod is not None:
            message = (
                f"{upper_first(named(nod, korpus))} utelämnas, fast alla {niva.namn.flertal} är obligatoriska"
            )
            hint = f"Svara på {the(nod, korpus)}, eller låt skälet stå."
            yield Diagnostic("C001", message, plan.reason_place(id_), hint, Severity.NOTE, (id_,))
