"""E003: ramarna går inte ihop med resultatet.

Varför: ramarna per nämnd och resultatbudgeten visar samma pengar från två håll. Stämmer de inte överens
har någon nämnd fått pengar som inte finns, eller fallit bort ur summan.

Exempel: raderna i budgeten per nämnd blir −24 611,8 tkr, men resultatbudgeten visar +23,6 mnkr. Eller: en
nämnd har en rad i tabellen som ingen summa räknar med.

Rätta: rätta det belopp som är fel, eller lägg till nämndens rad i Summa av.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.figures import difference, figure, grand_total, vintage
from generator.checks.frames import bodies, body_name, result_table
from generator.diagnostics import Diagnostic, Severity
from generator.domain.beloppstabell import year_columns
from generator.domain.dokument import Dokument
from generator.domain.korpus import Korpus
from generator.domain.ramar import counted, frame_table
from generator.domain.tabell import Rad, Tabell


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding at every document whose frames and result do not agree."""
    for dokument in korpus.dokument.values():
        tabell = frame_table(dokument, korpus)
        total = grand_total(tabell) if tabell is not None else None
        if tabell is not None and total is not None:
            yield from _left_out(tabell, total, dokument, korpus)
            yield from _against_result(tabell, total, dokument)


def _left_out(tabell: Tabell, total: Rad, dokument: Dokument, korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding at each body whose row no sum on the way to the total counts."""
    within = counted(tabell, total)
    for rad, organ in bodies(tabell, korpus):
        if rad.id not in within and rad is not total:
            name = body_name(organ.id, dokument, korpus)
            message = f"Ramen för {name} räknas inte in i ”{total.celler[0] or total.id}”"
            hint = f"Lägg till {rad.id} i Summa av, eller ta bort raden."
            yield Diagnostic("E003", message, rad.position, hint, ids=(dokument.id,))


def _against_result(tabell: Tabell, total: Rad, dokument: Dokument) -> Iterator[Diagnostic]:
    shown = result_table(dokument)
    if shown is None or vintage(shown[0]) != vintage(tabell):
        return
    result, row = shown
    wrong, rounded = [], []
    for year, column in year_columns(tabell).items():
        there = year_columns(result).get(year)
        own = figure(tabell, total, column)
        other = figure(result, row, there) if there is not None else None
        if own is None or other is None:
            continue
        apart = abs(own.value + other.value)
        if apart > own.slack + other.slack:
            wrong.append((year, own, other))
        elif apart > own.own + other.own:
            rounded.append((year, own, other))
    for found, severity in ((wrong, Severity.ERROR), (rounded, Severity.NOTE)):
        if found:
            (year, own, other), *more = found
            again = f"; detsamma gäller {' och '.join(str(y) for y, _, _ in more)}" if more else ""
            turned = type(other)(-other.value, other.own, other.slack, other.printed, other.rad)
            message = (
                f"Ramarna för {year} blir {own}, men resultatet i ”{result.titel}” är {other} "
                f"(skillnad {difference(own, turned)}){again}"
            )
            hint = "Rätta den av tabellerna som är fel."
            if severity is Severity.NOTE:
                hint = "Inget behöver göras: så mycket kan avrundning ge. Säg det gärna i en not."
            yield Diagnostic("E003", message, total.position, hint, severity, (dokument.id,))
