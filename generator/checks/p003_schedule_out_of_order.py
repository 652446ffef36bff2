"""P003: en tidplan står inte i tidsordning.

Varför: den som läser en tidplan uppifrån och ner missar det som kommer före raden ovanför.

Exempel: raden 29 augusti följs av en rad för 23 augusti. En månad utan dag räknas som ett datum:
”November” kan stå både före och efter 6 november.

Rätta: flytta raden. Är ordningen menad (efter nämnd, efter ämne), godta fyndet och skriv varför.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.checks.dates import days_in
from generator.diagnostics import Diagnostic, Severity
from generator.domain.dokument import Dokument
from generator.domain.fras import Phrase
from generator.domain.hamtning import tabeller
from generator.domain.kalender import Dagar
from generator.domain.korpus import Korpus
from generator.domain.tabell import Rad, Tabell

_FEWEST = 3
"""Rows with a date that make a table a schedule."""
_TURN = 6
"""Months back that are a new year when no year is told: December is followed by January."""
_YEAR = re.compile(r"(?:19|20)\d\d")


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a note at every table of dates whose rows are not in order of time."""
    for dokument in korpus.dokument.values():
        for tabell in tabeller(dokument):
            yield from _disorder(tabell, dokument)


def _disorder(tabell: Tabell, dokument: Dokument) -> Iterator[Diagnostic]:
    years = set(_YEAR.findall(tabell.titel))
    year = int(next(iter(years))) if len(years) == 1 else None
    for column, kolumn in enumerate(tabell.kolumner):
        dates = list(_dates(tabell, column, year)) if kolumn.slag == "text" else []
        if len(dates) < _FEWEST or len(dates) < sum(1 for r in tabell.rader if r.celler[column] is not None):
            continue
        back = [(a, b) for a, b in pairwise(dates) if _goes_back(a[1:], b[1:])]
        if back:
            (before, *_), (rad, *_) = back[0]
            more = f" ({len(back)} ställen)" if len(back) > 1 else ""
            where = tabell.titel or str(kolumn.titel)
            message = f"”{rad.celler[column]}” står efter ”{before.celler[column]}” i ”{where}”{more}"
            hint = "Flytta raden, så att tiden går framåt."
            yield Diagnostic("P003", message, rad.position, hint, Severity.NOTE, (dokument.id,))
        return


def _dates(tabell: Tabell, column: int, year: int | None) -> Iterator[tuple[Rad, Dagar, bool]]:
    for rad in tabell.rader:
        cell = rad.celler[column]
        found = days_in(str(cell), year) if isinstance(cell, Phrase) else None
        if found is not None:
            yield rad, *found


def _goes_back(one: tuple[Dagar, bool], other: tuple[Dagar, bool]) -> bool:
    (before, told), (after, told_too) = one, other
    if after.last >= before.first:
        return False
    months = before.first.month - after.first.month
    return (told and told_too) or months < _TURN
