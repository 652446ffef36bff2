"""C005: det framgår inte vem som ansvarar för ett åtagande, eller så finns inte den som anges.

Varför: det som ingen har fått ansvar för blir inte gjort, och ingen kan svara när det följs upp.

Exempel: inget av planens åtaganden har ansvarig="…". Eller: åtagandet ligger på en förvaltning som har
upphört. Anger planen förvaltning på andra åtaganden svarar nämnden själv för dem som saknar.

Rätta: skriv ansvarig="förvaltningens-id" sist på åtagandets rad, eller nämndens eget id.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.plans import Plan, whole_plans
from generator.checks.stage import missing
from generator.checks.wording import named
from generator.diagnostics import Diagnostic
from generator.domain.korpus import Korpus
from generator.domain.mal import Atagande
from generator.domain.organisation import Organ
from generator.domain.wording import upper_first


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding for each plan that names nobody, and at each åtagande of a body that is not there."""
    for plan in whole_plans(korpus):
        ataganden = list(plan.commitments())
        if ataganden and not any(a.ansvarig for a in ataganden) and _has_others(plan, korpus):
            yield _nobody(ataganden, plan)
        for atagande in ataganden:
            organ = korpus.organisation.organ.get(atagande.ansvarig)
            if organ is not None and not organ.giltighet.overlaps(plan.period):
                yield _gone(atagande, organ, plan, korpus)


def _has_others(plan: Plan, korpus: Korpus) -> bool:
    """Tell whether the body has anyone under it that could answer; else it answers for all itself."""
    bodies = korpus.organisation.organ.values()
    return any(o.under == plan.organ and o.giltighet.overlaps(plan.period) for o in bodies)


def _nobody(ataganden: list[Atagande], plan: Plan) -> Diagnostic:
    first = ataganden[0]
    how_many = "åtagandet" if len(ataganden) == 1 else f"något av planens {len(ataganden)} åtaganden"
    message = f"Det framgår inte vem som ansvarar för {how_many}"
    hint = 'Skriv ansvarig="…" med förvaltningens id sist på åtagandets rad.'
    ids = tuple(a.id for a in ataganden)
    return Diagnostic("C005", message, first.position, hint, missing(plan.first), ids)


def _gone(atagande: Atagande, organ: Organ, plan: Plan, korpus: Korpus) -> Diagnostic:
    name = organ.namn[0].text
    message = f"{upper_first(named(atagande, korpus))} ligger på ”{name}”, som inte finns {plan.period}"
    successors = [s.namn[0].text for id_ in organ.efterfoljare if (s := korpus.organisation.organ.get(id_))]
    hint = f"Skriv den som har tagit över: {', '.join(successors)}." if successors else "Ange någon annan."
    return Diagnostic("C005", message, atagande.position, hint, ids=(atagande.id,))
