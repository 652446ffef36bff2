"""T005: något sägs bara med färg.

Varför: den som inte ser skillnad på färger, eller läser en svartvit utskrift, får inte veta det. Det
gäller också den som lyssnar på dokumentet.

Exempel: ”de grönmarkerade målen är uppfyllda” eller ”negativa belopp visas i rött”.

Rätta: säg det med ord eller tecken också: ”målen med ● är uppfyllda”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.texts import texts
from generator.diagnostics import Diagnostic, Severity
from generator.domain.korpus import Korpus

_COLOUR = r"(?:röd|rött|röda|grön|grönt|gröna|gul|gult|gula|blå|blått|blåa|orange|grå|grått|gråa)"
_COLOURS = ("röd", "rött", "grön", "gul", "blå", "orange", "grå")
_BY_COLOUR = re.compile(
    rf"\b(?:röd|grön|gul|blå|grå)(?:markera\w*|färga\w*)"
    rf"|\b(?:marker|visa|skriv|ange|står|fram\w*häv|tryck)\w*(?: \w+)? (?:i|med) {_COLOUR}\b"
    rf"|\b{_COLOUR} (?:betyder|innebär|visar|anger|markerar|står för)\b"
    rf"|\b{_COLOUR} (?:text|färg|markering|fält|ruta|rutor|prick|prickar|siffror|celler|rader|staplar"
    rf"|staplarna|fälten|rutorna|siffrorna|cellerna|raderna|markeringen)\b",
)


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield one finding for each document that points at things by their colour."""
    for each in texts(korpus):
        if not any(word.startswith(_COLOURS) for word in each.folded):
            continue
        found = list(each.find(_BY_COLOUR, lower=True))
        if found:
            more = f" ({len(found)} ställen)" if len(found) > 1 else ""
            message = f"”{found[0].words}” säger något bara med färg{more}"
            hint = "Säg det också med ord eller tecken."
            yield Diagnostic("T005", message, found[0].position, hint, Severity.WARNING, each.ids)
