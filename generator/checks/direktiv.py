"""The orders of the spring: which documents have them, and what the plans after them say."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.plans import plans_above
from generator.domain.dokument import OTHERS, Dokument
from generator.domain.korpus import Korpus
from generator.domain.mal import Direktiv, Uppdrag

_STANDS = "kvarstår"


def decided_orders(korpus: Korpus) -> Iterator[Dokument]:
    """Yield the documents with direktiv that have been decided; a proposal binds nobody."""
    return (d for d in korpus.dokument.values() if d.direktivgrupper and d.stadium.decided)


def plan_after(orders: Dokument, korpus: Korpus) -> Dokument | None:
    """Return the decided plan, of those who gave the orders, that begins with the year they are for."""
    for plan in plans_above(korpus):
        if plan.organ == orders.organ and plan.period.start == orders.period.start and plan.stadium.decided:
            return plan
    return None


def outcome(direktiv: Direktiv, plan: Dokument | None) -> str:
    """Return what the plan says became of a direktiv (its own words); empty when it says nothing."""
    said = dict(plan.direktivbesked) if plan is not None else {}
    return said.get(direktiv.id, said.get(OTHERS, ""))


def still_stands(direktiv: Direktiv, plan: Dokument | None) -> bool:
    """Tell whether a nämnd has to answer it: it was neither taken into the plan nor has it lapsed."""
    said = outcome(direktiv, plan)
    return not said or said.casefold().startswith(_STANDS)


def with_points(uppdrag: Uppdrag) -> tuple[Uppdrag, ...]:
    """Return the order and its points."""
    return (uppdrag, *uppdrag.punkter) if isinstance(uppdrag, Direktiv) else (uppdrag,)


def ids_of(direktiv: Direktiv) -> frozenset[str]:
    """Return the ids that an answer may name: the direktiv's, and those of its points."""
    return frozenset(each.id for each in with_points(direktiv) if each.id)
