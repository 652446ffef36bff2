"""C007: en nämnd har inte det dokument som kalendern säger skulle ha beslutats.

Varför: saknas en nämnds plan saknas dess del i uppföljningen. Det ska synas innan året har börjat.

Exempel: kalendern säger att nämnderna beslutar sina verksamhetsplaner för 2020 i december 2019. Det är
januari, sex av nämnderna har en plan och den sjunde ingen. Det som inget organ har skrivit ännu lämnas i
fred.

Rätta: skriv dokumentet, eller rätta organ, period eller dag i kalendern.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Diagnostic, Severity
from generator.domain.datum import Period
from generator.domain.kalender import Moment, Steg
from generator.domain.korpus import Korpus
from generator.domain.organisation import Organ
from generator.domain.wording import upper_first


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a warning at every moment that has passed without the document of all its bodies.

    A kind of document that nobody has written for those years is not kept here, or not begun.
    """
    if korpus.dag is None:
        return
    written = {(d.slag, d.period, d.organ) for d in korpus.dokument.values()}
    begun = {(slag, period) for slag, period, _ in written}
    for kalender in korpus.kalender.values():
        for moment in kalender.momenter:
            period = moment.period
            if period is None or moment.steg is not Steg.BESLUT or moment.nar.last >= korpus.dag:
                continue
            if (moment.slag, period) in begun:
                absent = [o for o in moment.organ if (moment.slag, period, o) not in written]
                bodies = _existing(absent, period, korpus)
                if bodies:
                    yield _finding(moment, period, bodies, korpus)


def _existing(ids: list[str], period: Period, korpus: Korpus) -> list[Organ]:
    """Return the bodies that exist in those years."""
    found = (korpus.organisation.organ.get(id_) for id_ in ids)
    return [o for o in found if o is not None and o.giltighet.overlaps(period)]


def _finding(moment: Moment, period: Period, bodies: list[Organ], korpus: Korpus) -> Diagnostic:
    *first, last = [_small(o.namn_vid(korpus.dag)) for o in bodies]
    whose = f"{', '.join(first)} och {last}" if first else last
    message = f"{upper_first(moment.slag)} för {period} saknas från {whose}, fast tiden var {moment.nar}"
    hint = "Skriv dokumentet, eller rätta kalendern."
    return Diagnostic("C007", message, moment.position, hint, Severity.WARNING, tuple(o.id for o in bodies))


def _small(name: str) -> str:
    """Return a name as it stands inside a sentence."""
    return name[:1].lower() + name[1:]
