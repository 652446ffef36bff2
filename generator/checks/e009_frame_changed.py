"""E009: ramen har ändrats, men inget beslut om det nämns.

Varför: en ram ändras bara genom beslut. Följer en berättelse upp mot en annan budget än den ram som gällde
måste läsaren få veta vem som ändrade den, när och med hur mycket.

Exempel: regionplanen ger trafiknämnden 335 912,6 tkr för 2019, men berättelsen redovisar mot 340 912,6 tkr
utan att nämna något beslut om ändrad ram.

Rätta: skriv vilket beslut som ändrade ramen, eller rätta budgeten. Innehållet har ännu ingen liggare över
ramarna, så kontrollen ser bara om ett ändringsbeslut nämns, inte om det räcker till beloppet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.figures import columns_called, difference, figure
from generator.checks.frames import Budget, body_name, budgets, frames
from generator.checks.texts import Texts, texts
from generator.diagnostics import Diagnostic, Severity
from generator.domain.dokument import Dokument
from generator.domain.korpus import Korpus
from generator.domain.wording import upper_first

_CHANGED = re.compile(
    r"\btilläggsanslag\w*|\btilläggsbudget\w*|\bramförändring\w*|\bramjustering\w*|\bramväxling\w*"
    r"|\b(?:ändra|höj|sänk|utök|minsk|justera|omförd)\w*(?: \w+){0,4} (?:ram|budget)(?:en|ens|ar|arna)?\b"
    r"|\b(?:ram|budget)(?:en|ar|arna)?(?: \w+){0,4} (?:ändra|höj|sänk|utök|minsk|justera|omförd)\w*",
    re.IGNORECASE,
)


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding at every report against another budget than the frame, with no word of a decision."""
    for each in texts(korpus):
        dokument = each.dokument
        base = (
            korpus.dokument.get(dokument.bygger_pa) if dokument is not None and dokument.foljer_upp else None
        )
        if dokument is not None and base is not None:
            yield from _changed(dokument, base, each, korpus)


def _changed(dokument: Dokument, base: Dokument, written: Texts, korpus: Korpus) -> Iterator[Diagnostic]:
    given = frames(base, korpus)
    told: set[tuple[str, int]] = set()
    for budget in budgets(dokument, korpus) if given else ():
        for year, column in columns_called(budget.tabell, "budget", "ram").items():
            own, frame = figure(budget.tabell, budget.rad, column), given.get((budget.organ, year))
            if own is None or frame is None or (budget.organ, year) in told:
                continue
            if abs(own.value - frame.value) > own.slack + frame.slack and not _CHANGED.search(written.joined):
                told.add((budget.organ, year))
                name = body_name(budget.organ, dokument, korpus)
                message = (
                    f"{upper_first(f'budgeten för {name} {year}')} är {own}, men ramen i ”{base.titel}” är "
                    f"{frame} (skillnad {difference(own, frame)}), och inget beslut om ändrad ram nämns"
                )
                yield _told(message, budget, dokument)


def _told(message: str, budget: Budget, dokument: Dokument) -> Diagnostic:
    hint = "Skriv vilket beslut som ändrade ramen, eller rätta budgeten."
    return Diagnostic("E009", message, budget.rad.position, hint, Severity.WARNING, (dokument.id,))
