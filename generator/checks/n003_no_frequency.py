"""N003: det framgår inte hur ofta en indikator följs upp, eller varifrån siffran kommer.

Varför: den som ska lämna siffran behöver veta när, och den som läser behöver kunna pröva den.

Exempel: kolumnen Frekvens är tom. Saknas bara källan är det en notering, en för hela planen.

Rätta: skriv till exempel ”Delårs- och årsbokslut” i kolumnen Frekvens och ”SCB” i kolumnen Källa.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.gathered import by_source
from generator.checks.indicators import held, is_empty
from generator.diagnostics import Diagnostic, Severity
from generator.domain.korpus import Korpus


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield findings for indikatorer without frekvens, and a note on those without källa."""
    all_ = list(held(korpus))
    yield from by_source(
        (each for each in all_ if is_empty(each.indikator.frekvens)),
        "N003",
        lambda names, n: f"{'Indikatorn' if n == 1 else 'Indikatorerna'} {names} saknar frekvens",
        "Skriv hur ofta den följs upp i kolumnen Frekvens.",
        lambda each: each.severity,
    )
    yield from by_source(
        (each for each in all_ if is_empty(each.indikator.kalla) and not is_empty(each.indikator.frekvens)),
        "N003",
        lambda names, n: f"{'Indikatorn' if n == 1 else 'Indikatorerna'} {names} saknar källa",
        "Skriv varifrån siffran kommer i kolumnen Källa.",
        lambda _: Severity.NOTE,
        most=1,
    )
