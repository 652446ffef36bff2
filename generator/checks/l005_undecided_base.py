"""L005: ett dokument bygger på ett annat som inte är beslutat.

Varför: målen kan ändras vid beslutet. En plan som går till beslut före det den bygger på kan få fel mål.

Exempel: verksamhetsplanen går till beslut medan regionplanen ännu är ett förslag.

Rätta: vänta med beslutet, eller rätta ”stadium” i det dokument som är beslutat.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.stage import missing
from generator.diagnostics import Diagnostic
from generator.domain.dokument import Stadium
from generator.domain.korpus import Korpus

_STILL = {
    Stadium.UTKAST: "ett utkast",
    Stadium.FORSLAG: "ett förslag",
    Stadium.TILL_BESLUT: "på väg till beslut",
}


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding at every document on an undecided one; an error only when it goes to decision."""
    for dokument in korpus.dokument.values():
        above = korpus.plan(dokument.bygger_pa)
        if above is not None and above is not dokument and not above.stadium.decided:
            message = f"”{dokument.titel}” bygger på ”{above.titel}”, som ännu är {_STILL[above.stadium]}"
            hint = "Vänta med beslutet, eller rätta ”stadium” i det dokument som är beslutat."
            yield Diagnostic(
                "L005", message, dokument.place("bygger på"), hint, missing(dokument), (dokument.id,)
            )
