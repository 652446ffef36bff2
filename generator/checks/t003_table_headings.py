"""T003: en tabell saknar rubrik över en kolumn, eller saknar tabellrubrik.

Varför: den som får tabellen uppläst hör kolumnens rubrik före varje värde. Är den tom vet ingen vad värdet
är. Tabellrubriken säger vad tabellen visar innan den läses.

Exempel: | | 2019 | 2020 | där den första kolumnen inte heter något.

Rätta: skriv en rubrik i varje kolumn, till exempel Post eller Nämnd, och en rad ”Tabell: …” ovanför
tabellen.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.stage import missing
from generator.diagnostics import Diagnostic, Severity
from generator.domain.dokument import Stadium
from generator.domain.hamtning import tabeller
from generator.domain.korpus import Korpus


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding at every table with an empty heading, and one note for tables without a title."""
    for dokument in korpus.dokument.values():
        untitled = []
        for tabell in tabeller(dokument):
            empty = [n for n, kolumn in enumerate(tabell.kolumner, 1) if not str(kolumn.titel).strip()]
            if empty:
                which = f"kolumn {empty[0]}" if len(empty) == 1 else f"{len(empty)} kolumner"
                name = f"”{tabell.titel}”" if tabell.titel else "Tabellen"
                message = f"{name} saknar rubrik över {which}"
                hint = "Skriv vad kolumnen innehåller."
                yield Diagnostic("T003", message, tabell.position, hint, missing(dokument), (dokument.id,))
            if not tabell.titel and dokument.stadium is not Stadium.UTKAST:
                untitled.append(tabell)
        if untitled:
            what = "en tabell" if len(untitled) == 1 else f"{len(untitled)} tabeller"
            message = f"I ”{dokument.titel}” saknar {what} tabellrubrik"
            hint = "Skriv en rad ”Tabell: …” ovanför tabellen."
            yield Diagnostic("T003", message, untitled[0].position, hint, Severity.NOTE, (dokument.id,))
