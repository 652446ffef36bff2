"""E004: samma siffra är olika i två dokument.

Varför: en siffra som skrivs av på flera ställen kommer till slut att skilja sig, och då vet ingen vilken
som gäller. Siffror från olika beslut jämförs inte: en budget och en senare budget får vara olika.

Exempel: planens budget för personal 2019 är 86 075,1 tkr, men kolumnen Budget 2019 i berättelsen har 86
175,1. Två tabeller med samma id, samma årgång och samma rad jämförs också, också när den ena är i mnkr. Har
ramen ändrats sedan planen, enligt ramar.yaml, får en rad skilja sig så mycket som ändringarna.

Rätta: rätta den som är fel. Hämta hellre siffran dit den behövs: [=budget.personal.2019].
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from types import MappingProxyType

from generator.checks.figures import Figure, columns_called, difference, figure, money_tables, vintage
from generator.checks.frames import changed_between
from generator.diagnostics import Diagnostic
from generator.domain.beloppstabell import year_columns
from generator.domain.dokument import Dokument
from generator.domain.korpus import Korpus
from generator.domain.tabell import Tabell

Differing = list[tuple[str, int, Figure, Figure]]
"""Name of the row, year, and the two figures."""

_FEWEST = 2
"""Rows that two tables must have in common to be taken for the same."""


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding at every table whose figures differ from those it repeats."""
    seen: dict[tuple[str, str, str], tuple[Tabell, Dokument]] = {}
    for dokument in korpus.dokument.values():
        plan = korpus.dokument.get(dokument.foljer_upp)
        for tabell in money_tables(dokument):
            if plan is not None and plan is not dokument:
                yield from _from_plan(tabell, dokument, plan, korpus)
            if tabell.id and tabell.argang:
                first = seen.setdefault((dokument.organ, tabell.id, vintage(tabell)), (tabell, dokument))
                if first[0] is not tabell:
                    yield from _again(tabell, dokument, *first)


def _again(tabell: Tabell, dokument: Dokument, first: Tabell, where: Dokument) -> Iterator[Diagnostic]:
    """Compare a table with one of the same name and vintage in another document."""
    there = year_columns(first)
    columns = [(year, c, there[year]) for year, c in year_columns(tabell).items() if year in there]
    yield from _told(_differing(tabell, first, columns), tabell, dokument, where)


def _from_plan(tabell: Tabell, dokument: Dokument, plan: Dokument, korpus: Korpus) -> Iterator[Diagnostic]:
    """Compare what a report calls the budget with the table of the plan that has the same rows."""
    called = columns_called(tabell, "budget", "plan", "krav")
    ids = {rad.id for rad in tabell.rader if rad.id}
    if not called or len(ids) < _FEWEST:
        return
    for other in money_tables(plan):
        years = year_columns(other)
        columns = [(year, c, years[year]) for year, c in called.items() if year in years]
        if columns and ids <= {rad.id for rad in other.rader}:
            moved = {year: changed_between(plan, dokument, korpus, year) for year, _, _ in columns}
            yield from _told(_differing(tabell, other, columns, moved), tabell, dokument, plan)
            return


def _differing(
    tabell: Tabell,
    other: Tabell,
    columns: list[tuple[int, int, int]],
    moved: Mapping[int, Decimal] = MappingProxyType({}),
) -> Differing:
    """Return the figures that differ by more than rounding and what the frame has ``moved`` (kronor)."""
    rows = {rad.id: rad for rad in other.rader if rad.id}
    found = []
    for rad in tabell.rader:
        for year, here, there in columns if rad.id in rows else ():
            one, two = figure(tabell, rad, here), figure(other, rows[rad.id], there)
            if one is None or two is None:
                continue
            if abs(one.value - two.value) > one.slack + two.slack + moved.get(year, 0):
                found.append((str(rad.celler[0] or rad.id), year, one, two))
    return found


def _told(found: Differing, tabell: Tabell, dokument: Dokument, where: Dokument) -> Iterator[Diagnostic]:
    if not found:
        return
    (name, year, one, two), *more = found
    again = f"; tabellen har {len(more)} skillnader till" if len(more) > 1 else ""
    again = "; tabellen har en skillnad till" if len(more) == 1 else again
    message = (
        f"”{name}” {year} är {one} i ”{tabell.titel}” men {two} i ”{where.titel}” "
        f"(skillnad {difference(one, two)}){again}"
    )
    hint = "Rätta den som är fel, eller hämta siffran dit den behövs."
    yield Diagnostic("E004", message, one.rad.position, hint, ids=(dokument.id,))
