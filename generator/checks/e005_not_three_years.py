"""E005: budgeten har inte tre år, eller budgetåret kommer inte först.

Varför: budgeten ska innehålla en plan för ekonomin för tre år, och budgetåret är alltid det första av dem.
Då syns vad besluten leder till, och två års planer kan jämföras.

Exempel: regionplanen gäller 2019–2021, men resultatbudgeten har bara kolumnerna 2019 och 2020, eller har
2021 före 2020.

Rätta: lägg till året som fattas och ställ åren i ordning. Tabeller som bara ser bakåt räknas inte.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.frames import result_table
from generator.checks.law import Regel, graded, rule
from generator.diagnostics import Diagnostic, Severity
from generator.domain.beloppstabell import year_columns
from generator.domain.dokument import Dokument
from generator.domain.korpus import Korpus
from generator.domain.ramar import frame_table
from generator.domain.tabell import Tabell

_YEARS = 3


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding at every budget decided by fullmäktige whose years are not three from the first on."""
    for dokument in korpus.dokument.values():
        organ = korpus.organisation.organ.get(dokument.organ)
        regel = rule("tre år", dokument.period.start)
        if organ is None or organ.slag != "fullmäktige" or regel is None or dokument.foljer_upp:
            continue
        shown = result_table(dokument)
        tables = [frame_table(dokument, korpus), shown[0] if shown else None]
        found = [t for t in tables if t is not None]
        short = list(_period(found, dokument, regel))
        yield from short or _disorder(found, dokument, regel)


def _period(found: list[Tabell], dokument: Dokument, regel: Regel) -> Iterator[Diagnostic]:
    """Yield a finding when a document with a budget covers fewer years than its budget should."""
    years = [max(year_columns(t)) for t in found]
    last = max((dokument.period.end, *years))
    if found and last - dokument.period.start + 1 < _YEARS:
        message = f"”{dokument.titel}” har en budget som slutar {last}; den ska täcka tre år"
        hint = f"Budgeten ska innehålla en plan för tre år ({regel.hanvisning})."
        severity = graded(regel, Severity.ERROR)
        yield Diagnostic("E005", message, dokument.place("period"), hint, severity, (dokument.id,))


def _disorder(found: list[Tabell], dokument: Dokument, regel: Regel) -> Iterator[Diagnostic]:
    """Yield a finding for the tables that have the same wrong years."""
    wrong: dict[str, list[Tabell]] = {}
    for tabell in found:
        what = _what(list(year_columns(tabell)), dokument)
        if what:
            years = ", ".join(map(str, year_columns(tabell)))
            wrong.setdefault(f"har åren {years}: {what}", []).append(tabell)
    for said, tables in wrong.items():
        message = f"{' och '.join(f'”{t.titel}”' for t in tables)} {said}"
        hint = f"Budgeten ska ha tre år med budgetåret först ({regel.hanvisning})."
        severity = graded(regel, Severity.ERROR)
        yield Diagnostic("E005", message, tables[0].position, hint, severity, (dokument.id,))


def _what(years: list[int], dokument: Dokument) -> str:
    """Return what is wrong with the years of a table; years before the budget year may be shown first."""
    start = dokument.period.start
    wanted = range(start, max(start + _YEARS, dokument.period.end + 1))
    missing = [str(y) for y in wanted if y not in years]
    if start not in years:
        return f"budgetåret {start} saknas"
    if years != sorted(years):
        return "åren står inte i ordning"
    return f"{' och '.join(missing)} saknas" if missing else ""
