"""E002: en nämnds budget är inte den ram som gäller.

Varför: fullmäktige ger ramen och nämnden fördelar den. Summerar nämnden till något annat har den antingen
mer att göra av med än den har fått, eller pengar som ingen har planerat för.

Exempel: trafiknämndens budget för 2019 är 335 922,6 tkr, men ramen i regionplanen är 335 912,6 tkr. En
tabell räknas som nämndens budget när den heter budget och raderna har en gemensam summa, eller när radens
id är organets. Har ramen ändrats enligt ramar.yaml gäller den ändrade, från och med beslutets dag.

Rätta: rätta fördelningen så att summan blir ramen. En avrundning behöver inte rättas.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.checks.figures import Figure, columns_called, difference, figure
from generator.checks.frames import Budget, Frame, body_name, budgets, frame_in_force, whence
from generator.diagnostics import Diagnostic, Severity
from generator.domain.beloppstabell import year_columns
from generator.domain.dokument import Dokument
from generator.domain.korpus import Korpus
from generator.domain.wording import upper_first

Pair = tuple[int, Figure, Frame]
"""A year, the budget, and the frame."""


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding at every budget of a plan that is not the frame in the document it builds on."""
    for dokument in korpus.dokument.values():
        base = korpus.dokument.get(dokument.bygger_pa)
        organ = korpus.organisation.organ.get(dokument.organ)
        if base is None or dokument.foljer_upp or organ is None or organ.slag == "fullmäktige":
            continue
        for budget in budgets(dokument, korpus):
            yield from _compared(budget, dokument, korpus)


def _compared(budget: Budget, dokument: Dokument, korpus: Korpus) -> Iterator[Diagnostic]:
    pairs = list(_pairs(budget, dokument, korpus))
    wrong = [p for p in pairs if _apart(p) > p[1].slack + p[2].amount.own]
    rounded = [p for p in pairs if p not in wrong and _apart(p) > p[1].own + p[2].amount.own]
    for found, severity in ((wrong, Severity.ERROR), (rounded, Severity.NOTE)):
        if found:
            yield _told(found, severity, budget, dokument, korpus)


def _apart(pair: Pair) -> Decimal:
    return abs(pair[1].value - pair[2].amount.value)


def _pairs(budget: Budget, dokument: Dokument, korpus: Korpus) -> Iterator[Pair]:
    columns = {**columns_called(budget.tabell, "budget"), **year_columns(budget.tabell)}
    for year, column in columns.items():
        own = figure(budget.tabell, budget.rad, column)
        frame = frame_in_force(dokument, korpus, budget.organ, year)
        if own is not None and frame is not None:
            yield year, own, frame


def _told(
    found: list[Pair], severity: Severity, budget: Budget, dokument: Dokument, korpus: Korpus
) -> Diagnostic:
    (year, own, frame), *others = found
    more = f"; detsamma gäller {' och '.join(str(y) for y, _, _ in others)}" if others else ""
    name = body_name(budget.organ, dokument, korpus)
    message = (
        f"{upper_first(f'budgeten för {name} {year}')} är {own}, men {whence(frame, dokument, korpus)} är "
        f"{frame.amount} (skillnad {difference(own, frame.amount)}){more}"
    )
    hint = "Rätta fördelningen så att summan blir ramen."
    if severity is Severity.NOTE:
        hint = "Inget behöver göras: så mycket kan avrundning ge. Säg det gärna i en not."
    return Diagnostic("E002", message, budget.rad.position, hint, severity, (dokument.id,))
