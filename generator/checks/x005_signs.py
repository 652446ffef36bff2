"""X005: fel citattecken, eller bindestreck mellan årtal.

Varför: svenska citattecken är ” på båda sidor, och mellan årtal står ett tankstreck utan mellanslag.
Blandade tecken gör att dokumentet ser ofärdigt ut och att en sökning missar.

Exempel: "Nära vård" med raka citattecken, “Nära vård” med engelska, eller 2019-2021.

Rätta: skriv ”Nära vård” och 2019–2021. Hårda blanksteg i tal och datum sätter programmet självt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.texts import texts
from generator.diagnostics import Diagnostic, Severity
from generator.domain.korpus import Korpus

_QUOTES = re.compile(r"[\"“„«»]")
_YEARS = re.compile(r"(?<![\w/-])((?:19|20)\d\d) ?- ?((?:19|20)\d\d)(?![\w-])")


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield at most two findings for each document: its quotation marks, and its hyphens between years."""
    for each in texts(korpus):
        quotes = list(each.find(_QUOTES))
        if quotes:
            passage, match = quotes[0]
            more = f" ({len(quotes)} tecken)" if len(quotes) > 1 else ""
            message = f"Tecknet ’{match[0]}’ är inget svenskt citattecken{more}"
            place = passage.place(match[0])
            yield Diagnostic("X005", message, place, "Skriv ” på båda sidor.", Severity.WARNING, each.ids)
        years = list(each.find(_YEARS))
        if years:
            passage, match = years[0]
            more = f" ({len(years)} ställen)" if len(years) > 1 else ""
            message = f"Mellan årtalen i ”{match[0]}” står ett bindestreck{more}"
            hint = f"Skriv tankstreck: {match[1]}–{match[2]}."
            place = passage.place(match[0])
            yield Diagnostic("X005", message, place, hint, Severity.WARNING, each.ids)
