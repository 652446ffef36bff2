"""C010: ett uppdrag är inte klart fast dess sista dag har gått, eller så är det inte återrapporterat.

Varför: en sista dag som ingen bevakar är ingen sista dag, och den som beslutade får aldrig veta hur det gick.

Exempel: senast="2020-06-30" har passerat, och nämndens uppföljning för 2020 säger varken om uppdraget eller
om åtagandet som svarar på det att det är slutfört. Tills uppföljningen finns är det en notering.

Rätta: skriv läget i nämndens uppföljning, med en kommentar när uppdraget ska återrapporteras.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.direktiv import decided_orders
from generator.checks.plans import addressed, is_report
from generator.checks.wording import named
from generator.diagnostics import Diagnostic, Severity
from generator.diagnostics.values import dataclass
from generator.domain.datum import Period, format_date
from generator.domain.dokument import Dokument
from generator.domain.korpus import Korpus
from generator.domain.mal import Lage, Uppdrag
from generator.domain.wording import upper_first


@dataclass(frozen=True, slots=True)
class _Order:
    """An order in force, and the years it is for when it has no last day."""

    uppdrag: Uppdrag
    period: Period | None = None

    @property
    def year(self) -> int | None:
        """The year whose report has to tell of it."""
        if self.uppdrag.senast is not None:
            return self.uppdrag.senast.year
        return self.period.start if self.period is not None else None


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding at every order that is late, or that nobody has reported back."""
    if korpus.dag is None:
        return
    told = _Told(korpus)
    for order in _orders(korpus):
        uppdrag = order.uppdrag
        bodies = addressed(uppdrag, korpus)
        if uppdrag.senast is not None and uppdrag.senast < korpus.dag:
            late = [b for b in bodies if not told.is_done(uppdrag, b)]
            if late:
                yield _late(uppdrag, late, told, korpus)
                continue
        if uppdrag.aterrapporteras:
            silent = [b for b in bodies if told.report(b, order.year) and not told.is_explained(uppdrag, b)]
            if silent:
                yield _silent(uppdrag, silent, korpus)


def _orders(korpus: Korpus) -> Iterator[_Order]:
    """Yield what has to be done by a day or reported back."""
    found = [_Order(u) for n in korpus.noder for u in n.uppdrag]
    found += [_Order(d, orders.period) for orders in decided_orders(korpus) for d in orders.direktiv()]
    for dokument in korpus.dokument.values():
        if dokument.stadium.decided:
            found += [_Order(u, dokument.period) for s in dokument.svar for u in s.uppdrag]
    return (o for o in found if o.uppdrag.senast is not None or o.uppdrag.aterrapporteras)


class _Told:
    """What the reports of each body say of orders, and of the åtaganden that answer them."""

    def __init__(self, korpus: Korpus) -> None:
        self.korpus = korpus
        self.reports: dict[str, list[Dokument]] = {}
        for dokument in korpus.dokument.values():
            if is_report(dokument):
                self.reports.setdefault(dokument.organ, []).append(dokument)
        self.answers: dict[str, list[str]] = {}
        for svar in (s for d in korpus.dokument.values() for s in d.svar):
            for atagande in svar.ataganden:
                for id_ in atagande.svarar_pa:
                    self.answers.setdefault(id_, []).append(atagande.id)
        self.can_be_done = any(s.slutford for s in korpus.styrmodell.statusar)

    def report(self, organ: str, year: int | None) -> Dokument | None:
        """Return the report that has to tell: the body's for that year, or its last."""
        found = self.reports.get(self._board(organ), [])
        if year is None:
            return max(found, key=lambda d: d.period, default=None)
        return next((d for d in found if year in d.period), None)

    def is_done(self, uppdrag: Uppdrag, organ: str) -> bool:
        """Tell whether the order itself, or all that answers it, is said to be done or ended."""
        lagen = list(self._lagen(uppdrag, organ))
        own = [x for x in lagen if x.gallande == uppdrag.id] or lagen
        return bool(own) and all(self._is_over(x) for x in own)

    def is_explained(self, uppdrag: Uppdrag, organ: str) -> bool:
        """Tell whether a report says in words how it went."""
        return any(x.kommentar for x in self._lagen(uppdrag, organ))

    def _lagen(self, uppdrag: Uppdrag, organ: str) -> Iterator[Lage]:
        """Yield the last state told of the order and of each åtagande that answers it."""
        ids = {uppdrag.id, *self.answers.get(uppdrag.id, ())}
        last: dict[str, Lage] = {}
        for report in sorted(self.reports.get(self._board(organ), []), key=lambda d: d.period):
            last.update({x.gallande: x for x in report.lagen() if x.gallande in ids})
        yield from last.values()

    def _is_over(self, lage: Lage) -> bool:
        status = self.korpus.styrmodell.status(lage.status)
        return not self.can_be_done or (status is not None and (status.slutford or status.avslutad))

    def _board(self, organ: str) -> str:
        """Return the body that reports: a nämnd itself, for its förvaltning too."""
        bodies = self.korpus.organisation.organ
        seen: set[str] = set()
        while organ in bodies and not bodies[organ].beslutar and organ not in seen:
            seen.add(organ)
            organ = bodies[organ].under
        return organ


def _late(uppdrag: Uppdrag, late: list[str], told: _Told, korpus: Korpus) -> Diagnostic:
    day = uppdrag.senast
    year = day.year if day is not None else None
    when = format_date(day) if day is not None else ""
    message = (
        f"{upper_first(named(uppdrag, korpus))} skulle vara klart senast den {when}, "
        f"men {_names(late, korpus)} har inte sagt att det är det"
    )
    reported = any(told.report(b, year) for b in late)
    severity = Severity.WARNING if reported else Severity.NOTE
    hint = "Skriv läget i uppföljningen, eller besluta om en ny dag."
    return Diagnostic("C010", message, uppdrag.position, hint, severity, (uppdrag.id,))


def _silent(uppdrag: Uppdrag, silent: list[str], korpus: Korpus) -> Diagnostic:
    message = f"{upper_first(named(uppdrag, korpus))} är inte återrapporterat av {_names(silent, korpus)}"
    hint = "Skriv läget och en kommentar i uppföljningen, under uppdraget eller åtagandet som svarar på det."
    return Diagnostic("C010", message, uppdrag.position, hint, Severity.WARNING, (uppdrag.id,))


def _names(organ: list[str], korpus: Korpus) -> str:
    bodies = korpus.organisation.organ
    names = [bodies[id_].namn_vid(korpus.dag) if id_ in bodies else id_ for id_ in organ]
    small = [name[:1].lower() + name[1:] for name in names]
    return f"{', '.join(small[:-1])} och {small[-1]}" if len(small) > 1 else small[0]
