"""E006: budgeten visar underskott, men dokumentet anger varken skäl eller reserv.

Varför: budgetens intäkter ska överstiga kostnaderna. Ett underskott går bara att besluta om det finns
synnerliga skäl eller en reserv som täcker det, och då ska det sägas.

Exempel: resultatet för 2020 är −4,2 mnkr, och ingenstans i dokumentet står något om synnerliga skäl, om en
resultatutjämningsreserv eller om hur underskottet ska återställas.

Rätta: ändra budgeten, eller skriv i budgetkapitlet varför resultatet får vara negativt och hur det
återställs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.figures import figure
from generator.checks.frames import result_table
from generator.checks.law import graded, rule
from generator.checks.texts import Texts, texts
from generator.diagnostics import Diagnostic, Severity
from generator.domain.beloppstabell import year_columns
from generator.domain.dokument import Dokument
from generator.domain.korpus import Korpus

_REASON = re.compile(
    r"synnerliga skäl|resultatutjämningsreserv|resultatreserv|\bRUR\b|balanskrav|återställ\w+", re.IGNORECASE
)


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding at every negative result in a plan that says nothing of why."""
    for each in texts(korpus):
        if each.dokument is not None and not each.dokument.foljer_upp:
            yield from _deficits(each.dokument, each)


def _deficits(dokument: Dokument, written: Texts) -> Iterator[Diagnostic]:
    shown = result_table(dokument)
    regel = rule("balans", dokument.period.start)
    if shown is None or regel is None:
        return
    tabell, row = shown
    found = [
        (year, amount)
        for year, column in year_columns(tabell).items()
        if (amount := figure(tabell, row, column)) is not None and amount.value < 0
    ]
    if found and not _REASON.search(written.joined):
        year, amount = found[0]
        more = f" och negativt också {' och '.join(str(y) for y, _ in found[1:])}" if found[1:] else ""
        message = f"Resultatet för {year} är {amount}{more}, utan att skäl eller reserv anges"
        hint = (
            f"Intäkterna ska överstiga kostnaderna ({regel.hanvisning}). Ange skälen, eller ändra budgeten."
        )
        severity = graded(regel, Severity.ERROR)
        yield Diagnostic("E006", message, row.position, hint, severity, (dokument.id,))
