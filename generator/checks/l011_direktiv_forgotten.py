"""L011: den beslutade planen säger inte vad som blev av ett av vårens direktiv.

Varför: ett direktiv ska tas in i planen, stå kvar eller förfalla. Sägs det inte vet nämnderna inte om det
gäller, och revisorerna kan inte följa det.

Exempel: planeringsdirektivet för 2020 har arton direktiv. Regionplanen 2020–2022 är beslutad, men i dess
dokument.yaml finns bara besked om femton.

Rätta: skriv i planens dokument.yaml ”direktiv: {medflyttarservice: Kvarstår}”. Det kan stå Inarbetat,
Kvarstår eller Förfaller, och förfaller det behövs ett skäl. Raden ”övriga: Kvarstår” gäller resten.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.direktiv import decided_orders, outcome, plan_after
from generator.checks.plans import is_broken
from generator.checks.stage import missing
from generator.checks.wording import several
from generator.diagnostics import Diagnostic
from generator.domain.korpus import Korpus
from generator.domain.wording import slug


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield one finding for each decided plan that is silent on direktiv of the spring before."""
    for orders in decided_orders(korpus):
        plan = plan_after(orders, korpus)
        if plan is None or is_broken(plan, korpus) or is_broken(orders, korpus):
            continue
        ids = [d.id for g in orders.direktivgrupper for d in g.direktiv if d.id and not outcome(d, plan)]
        if ids:
            names = several([slug(id_) for id_ in ids])
            what = "direktivet" if len(ids) == 1 else f"{len(ids)} direktiv:"
            message = f"”{plan.titel}” ger inget besked om {what} {names} i ”{orders.titel}”"
            hint = "Skriv under ”direktiv” i planens dokument.yaml: Inarbetat, Kvarstår eller Förfaller."
            yield Diagnostic("L011", message, plan.place("direktiv"), hint, missing(plan), tuple(ids))
