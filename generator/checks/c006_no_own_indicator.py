"""C006: en nämnds plan har ingen egen indikator.

Varför: fullmäktiges indikatorer visar hur det går för regionen. Vad nämndens egen verksamhet har bidragit
med syns först när nämnden mäter det själv.

Exempel: planen återger fullmäktiges indikatorer men har ingen egen tabell under rubriken ”Indikatorer”.

Rätta: lägg till en egen indikator under det mål som den säger något om.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.plans import whole_plans
from generator.checks.stage import missing
from generator.diagnostics import Diagnostic
from generator.domain.korpus import Korpus


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding for each plan of a nämnd that answers goals and measures nothing itself."""
    for plan in whole_plans(korpus):
        if plan.answers and not any(plan.indicators()):
            message = f"”{plan.first.titel}” har ingen egen indikator"
            hint = "Lägg till en under det mål som den säger något om, i en tabell under ”Indikatorer”."
            severity = missing(plan.first)
            yield Diagnostic("C006", message, plan.place, hint, severity, (plan.first.id,))
