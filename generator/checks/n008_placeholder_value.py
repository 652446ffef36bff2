"""N008: ett ingångsvärde är fortfarande ”Utfall 2018” fast utfallet för 2018 är känt.

Varför: platshållaren var rätt när planen skrevs. Står den kvar vet ingen läsare vilket värde man utgår från.

Exempel: ingångsvärdet är ”Utfall 2018”, och det är juni 2019. Ett utfall räknas som känt från den 15 april
året efter, eller när en uppföljning anger det. Planer som redan är beslutade lämnas i fred.

Rätta: skriv in värdet: ”2018=81 %”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.checks.gathered import by_source
from generator.checks.indicators import Held, held, words
from generator.checks.measured import outcome
from generator.checks.plans import is_report, outcomes
from generator.checks.quantities import plain_spaces
from generator.diagnostics import Diagnostic, Severity
from generator.domain.korpus import Korpus

_TO_COME = re.compile(r"\butfall(?:et)? ((?:19|20)\d\d)\b(?! ?[=:] ?[\d+−-])")
_KNOWN = (4, 15)
"""The day that the årsredovisning has to be with fullmäktige and the revisorer."""


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield findings for starting values that could have been filled in by now."""
    if korpus.dag is None:
        return
    told = _told(korpus)
    found = (each for each in held(korpus) if not _is_history(each) and _is_known(each, told, korpus.dag))
    yield from by_source(
        found,
        "N008",
        lambda names, n: (
            f"Ingångsvärdet för {'indikatorn' if n == 1 else 'indikatorerna'} {names} "
            "är ännu en platshållare, fast utfallet är känt"
        ),
        "Skriv in värdet i stället för ”Utfall” och året.",
        lambda each: each.severity if each.source is not None else Severity.NOTE,
        most=1,
    )


def _is_history(each: Held) -> bool:
    """Tell whether the document has been decided: then the placeholder was right, and stays."""
    return each.source is not None and each.source.stadium.decided


def _is_known(each: Held, told: set[tuple[str, int]], day: date) -> bool:
    said = _TO_COME.search(plain_spaces(words(each.indikator.ingangsvarde)))
    if said is None:
        return False
    year = int(said[1])
    return day >= date(year + 1, *_KNOWN) or any((id_, year) in told for id_ in each.ids)


def _told(korpus: Korpus) -> set[tuple[str, int]]:
    """Return the indikatorer and years that a report of that year gives an outcome for."""
    found: set[tuple[str, int]] = set()
    for report in korpus.dokument.values():
        if is_report(report):
            for utfall in outcomes(report):
                if outcome(str(utfall.varde)) is not None:
                    found.add((utfall.indikator, report.period.start))
    return found
