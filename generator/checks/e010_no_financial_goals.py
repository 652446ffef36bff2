"""E010: planen har inga mål för god ekonomisk hushållning, eller uppföljningen utvärderar dem inte.

Varför: budgeten ska innehålla mål för verksamheten och för ekonomin som visar vad god ekonomisk
hushållning är, och bokslutet ska säga om de nåddes. Utan mål kan ingen pröva om hushållningen är god.

Exempel: en regionplan med budget där varken ett kapitel, en rubrik eller en tabell handlar om god
ekonomisk hushållning eller finansiella mål.

Rätta: skriv ett kapitel om god ekonomisk hushållning med målen, och utvärdera dem i uppföljningen av
planen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.frames import result_table
from generator.checks.law import graded, rule
from generator.checks.stage import missing
from generator.checks.texts import Texts, texts
from generator.diagnostics import Diagnostic
from generator.domain.dokument import Dokument, Stadium
from generator.domain.korpus import Korpus
from generator.domain.ramar import frame_table

_GOALS = re.compile(r"\bekonomiska? hushållning|\bfinansiellt? mål\b|\bfinansiella mål", re.IGNORECASE)
_PROPOSING = "planeringsdirektiv"


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding at every budget without such goals, and every follow-up that is silent of them."""
    for each in texts(korpus):
        dokument = each.dokument
        if dokument is None or dokument.stadium is Stadium.UTKAST or dokument.slag == _PROPOSING:
            continue
        plan = korpus.dokument.get(dokument.foljer_upp)
        if plan is not None and _is_budget(plan, korpus):
            yield from _report(dokument, each)
        elif not dokument.foljer_upp and _is_budget(dokument, korpus):
            yield from _plan(dokument, each)


def _is_budget(dokument: Dokument, korpus: Korpus) -> bool:
    """Tell whether fullmäktige decides a budget in the document."""
    organ = korpus.organisation.organ.get(dokument.organ)
    is_theirs = organ is not None and organ.slag == "fullmäktige"
    return is_theirs and (frame_table(dokument, korpus) is not None or result_table(dokument) is not None)


def _plan(dokument: Dokument, written: Texts) -> Iterator[Diagnostic]:
    regel = rule("mål för hushållning", dokument.period.start)
    if regel is not None and next(written.find(_GOALS, "rubrik"), None) is None:
        message = f"”{dokument.titel}” har en budget men inga mål för god ekonomisk hushållning"
        hint = f"Skriv ett kapitel med målen för verksamheten och för ekonomin ({regel.hanvisning})."
        severity = graded(regel, missing(dokument))
        yield Diagnostic("E010", message, dokument.position, hint, severity, (dokument.id,))


def _report(dokument: Dokument, written: Texts) -> Iterator[Diagnostic]:
    regel = rule("utvärdering", dokument.period.start)
    if regel is not None and next(written.find(_GOALS), None) is None:
        message = f"”{dokument.titel}” säger inte om målen för god ekonomisk hushållning nåddes"
        hint = f"Skriv ett avsnitt som utvärderar dem ({regel.hanvisning})."
        severity = graded(regel, missing(dokument))
        yield Diagnostic("E010", message, dokument.position, hint, severity, (dokument.id,))
