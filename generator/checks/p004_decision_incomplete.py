"""P004: ett beslutat dokument saknar organ, datum, paragraf eller diarienummer.

Varför: dokumentet är en allmän handling. Den som läser det ska kunna hitta beslutet i protokollet och
ärendet i diariet.

Exempel: stadium är justerad, men i dokument.yaml står ingen paragraf under beslut.

Rätta: fyll i ”beslut: {organ: …, datum: …, paragraf: …}” och ”diarienummer”.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.stage import missing
from generator.diagnostics import Diagnostic
from generator.domain.dokument import Dokument
from generator.domain.korpus import Korpus


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding at every decided document that does not say by whom, when and where."""
    for dokument in korpus.dokument.values():
        gone = list(_gone(dokument)) if dokument.stadium.decided else []
        if gone:
            what = gone[0] if len(gone) == 1 else f"{', '.join(gone[:-1])} och {gone[-1]}"
            message = f"”{dokument.titel}” är {_decided(dokument)} men saknar {what}"
            place = dokument.place("beslut") if dokument.beslut else dokument.place("stadium")
            hint = "Fyll i det i dokument.yaml."
            yield Diagnostic("P004", message, place, hint, missing(dokument), (dokument.id,))


def _decided(dokument: Dokument) -> str:
    return dokument.stadium.value.partition(",")[0]


def _gone(dokument: Dokument) -> Iterator[str]:
    beslut = dokument.beslut
    if beslut is None:
        yield "uppgift om beslutet"
    else:
        if not beslut.organ:
            yield "beslutande organ"
        if beslut.datum is None:
            yield "beslutets datum"
        if not beslut.paragraf:
            yield "paragraf"
    if not dokument.diarienummer:
        yield "diarienummer"
