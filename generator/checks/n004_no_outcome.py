"""N004: ett utfall saknas i en uppföljning fast tiden för mätningen är inne.

Varför: en tom ruta läses som att det gick dåligt eller att ingen brydde sig.

Exempel: indikatorn följs upp i årsbokslutet, året är slut, men rutan Utfall är tom.

Rätta: skriv utfallet. Är det inte mätt skrivs ”Ingen mätning”, och varför i kolumnen Kommentar.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.indicators import is_due, is_empty, superior, with_target
from generator.checks.plans import is_report, outcomes
from generator.checks.stage import missing
from generator.checks.wording import named
from generator.diagnostics import Diagnostic
from generator.domain.korpus import Korpus
from generator.domain.mal import Indikator


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding at every empty outcome that is due; one with a comment says why it is empty."""
    if korpus.dag is None:
        return
    for report in korpus.dokument.values():
        for utfall in outcomes(report) if is_report(report) else ():
            indikator = korpus.sak(utfall.indikator, report)
            if isinstance(indikator, Indikator) and is_empty(utfall.varde) and is_empty(utfall.kommentar):
                above = superior(indikator, korpus)
                whole = with_target(above, indikator) if above is not None else indikator
                if is_due(whole, report, korpus):
                    message = f"Utfallet för {named(whole, korpus)} saknas"
                    hint = "Skriv utfallet, eller ”Ingen mätning” och varför i kolumnen Kommentar."
                    severity = missing(report)
                    yield Diagnostic("N004", message, utfall.position, hint, severity, (indikator.id,))
