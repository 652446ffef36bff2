"""X005: fel citattecken, eller bindestreck mellan årtal.

Varför: svenska citattecken är ” på båda sidor, och mellan årtal står ett tankstreck utan mellanslag.
Blandade tecken gör att dokumentet ser ofärdigt ut och att en sökning missar.

Exempel: "Nära vård" med raka citattecken, “Nära vård” med engelska, eller 2019-2021.

Rätta: skriv ”Nära vård” och 2019–2021. Hårda blanksteg i tal och datum sätter programmet självt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.texts import RUNNING, Kind, texts
from generator.diagnostics import Diagnostic, Severity
from generator.domain.korpus import Korpus

_NOT_TITLES: tuple[Kind, ...] = ("rubrik", *RUNNING, "cell", "citat")
"""A title stands in YAML, where quotation marks have a meaning of their own."""
_QUOTES = re.compile(r"[\"“„«»]")
_YEARS = re.compile(r"(?<![\w/-])(?:19|20)\d\d ?- ?(?:19|20)\d\d(?![\w-])")


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield at most two findings for each document: its quotation marks, and its hyphens between years."""
    for each in texts(korpus):
        quotes = list(each.find(_QUOTES, *_NOT_TITLES))
        if quotes:
            more = f" ({len(quotes)} tecken)" if len(quotes) > 1 else ""
            message = f"Tecknet ’{quotes[0].words}’ är inget svenskt citattecken{more}"
            hint = "Skriv ” på båda sidor."
            yield Diagnostic("X005", message, quotes[0].position, hint, Severity.WARNING, each.ids)
        years = list(each.find(_YEARS))
        if years:
            said = years[0].words
            more = f" ({len(years)} ställen)" if len(years) > 1 else ""
            message = f"Mellan årtalen i ”{said}” står ett bindestreck{more}"
            hint = f"Skriv tankstreck: {said[:4]}–{said[-4:]}."
            yield Diagnostic("X005", message, years[0].position, hint, Severity.WARNING, each.ids)
