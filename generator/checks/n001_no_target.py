"""N001: en indikator har inget målvärde, eller så har dagen gått då det skulle fastställas.

Varför: utan målvärde går det inte att säga om målet är nått, bara hur det blev.

Exempel: kolumnen Målvärde är tom för ”Andel påbörjade och avslutade investeringar”. ”Fastställs senast
2019-06-30” räknas som målvärde till och med den dagen.

Rätta: skriv ett målvärde, eller vilken dag det ska fastställas: ”Fastställs senast 2020-03-31”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.indicators import held, is_empty, words
from generator.checks.moments import last_day_in
from generator.checks.wording import named
from generator.diagnostics import Diagnostic
from generator.domain.datum import format_date
from generator.domain.korpus import Korpus
from generator.domain.wording import upper_first

_LATER = re.compile(
    r"(?:fastställs|beslutas|anges|bestäms|sätts)\s+(?:senast\s+(?P<day>.+)|senare)", re.IGNORECASE
)
_NONE = re.compile(
    r"(?:målvärde\s+)?(?:saknas|inte fastställt|ej fastställt|ännu inte fastställt)", re.IGNORECASE
)


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding at every indikator without a målvärde, or with one that should have been set by now."""
    for each in held(korpus):
        target, later = words(each.indikator.malvarde), _LATER.match(words(each.indikator.malvarde))
        day = last_day_in(later["day"]) if later is not None and later["day"] else None
        if day is not None:
            if korpus.dag is None or korpus.dag <= day:
                continue
            what = f"Målvärdet för {named(each.indikator, korpus)}"
            message = f"{what} skulle ha fastställts senast den {format_date(day)}"
        elif later is None and not is_empty(each.indikator.malvarde) and not _NONE.fullmatch(target):
            continue
        else:
            message = f"{upper_first(named(each.indikator, korpus))} saknar målvärde"
        hint = "Skriv det i kolumnen Målvärde, eller ”Fastställs senast” och en dag."
        place = each.indikator.position
        yield Diagnostic("N001", message, place, hint, each.severity, (each.indikator.id,))
