"""L012: ett direktiv ska göras i samverkan med en nämnd som inte har fått något motsvarande.

Varför: den som ska samverka behöver veta det. Annars väntar den ena nämnden på den andra hela året.

Exempel: regionala utvecklingsnämnden ska utveckla de kreativa näringarna i samverkan med kultur- och
bildningsnämnden, men bland direktiven till den finns inget som nämner samverkan tillbaka.

Rätta: lägg till ett direktiv under den andra nämnden, med i samverkan med="…" tillbaka, eller rikta samma
direktiv till båda. Ett åtagande i den andra nämndens plan som svarar på direktivet räcker också.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.direktiv import ids_of
from generator.checks.plans import Plan, is_broken, plans_of_boards
from generator.checks.stage import missing
from generator.checks.wording import named
from generator.diagnostics import Diagnostic
from generator.domain.dokument import Dokument
from generator.domain.korpus import Korpus
from generator.domain.mal import Direktiv
from generator.domain.wording import upper_first


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding at every direktiv for each partner that has heard nothing of it."""
    plans = plans_of_boards(korpus)
    for orders in (d for d in korpus.dokument.values() if not is_broken(d, korpus)):
        told = _told(orders)
        for direktiv in (d for g in orders.direktivgrupper for d in g.direktiv):
            for partner in _partners(direktiv):
                if not _knows(partner, direktiv, told) and not _answers(partner, direktiv, plans):
                    yield _finding(direktiv, partner, orders, korpus)


def _told(orders: Dokument) -> frozenset[tuple[str, str]]:
    """Return who has been told to work with whom."""
    pairs: set[tuple[str, str]] = set()
    for direktiv in orders.direktiv():
        pairs.update((to, partner) for to in direktiv.mottagare for partner in direktiv.samverkar_med)
        if direktiv.alla_namnder:
            pairs.update(("", partner) for partner in direktiv.samverkar_med)
    return frozenset(pairs)


def _partners(direktiv: Direktiv) -> list[str]:
    """Return the partners of a direktiv and of its points, but for those it is addressed to."""
    named_ = (p for each in (direktiv, *direktiv.punkter) for p in each.samverkar_med)
    return [p for p in dict.fromkeys(named_) if not direktiv.riktas_till(p)]


def _knows(partner: str, direktiv: Direktiv, told: frozenset[tuple[str, str]]) -> bool:
    return any((each, to) in told for each in (partner, "") for to in direktiv.mottagare)


def _answers(partner: str, direktiv: Direktiv, plans: tuple[Plan, ...]) -> bool:
    return any(p.organ == partner and (p.answered | p.explained) & ids_of(direktiv) for p in plans)


def _finding(direktiv: Direktiv, partner: str, orders: Dokument, korpus: Korpus) -> Diagnostic:
    organ = korpus.organisation.organ.get(partner)
    name = organ.namn[0].text if organ is not None else partner
    what = f"{upper_first(named(direktiv, korpus))} ska göras i samverkan med ”{name}”"
    message = f"{what}, som inte har fått något motsvarande"
    hint = "Lägg till ett direktiv dit med samverkan tillbaka, eller rikta direktivet till båda."
    return Diagnostic("L012", message, direktiv.position, hint, missing(orders), (direktiv.id,))
