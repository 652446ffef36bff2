"""X002: en platshållare står kvar.

Varför: den skrivs ut i dokumentet, och läsaren vet inte om något fattas eller vad som var tänkt.

Exempel: ”Nettokostnaden blev xx tkr”, ”Text kommer”, ”TBD”, ”lorem ipsum”.

Rätta: skriv det som ska stå där, eller stryk meningen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.stage import missing
from generator.checks.texts import texts
from generator.diagnostics import Diagnostic, Severity
from generator.domain.korpus import Korpus

_WORDS = frozenset(
    {"TBD", "TODO", "FIXME", "xx", "XX", "xxx", "XXX", "20xx", "20XX", "yyyy", "åååå", "ÅÅÅÅ", "åååå-mm-dd"}
)
_SIGNS = ("???", "____", "lorem ipsum", "text kommer", "fyll i ", "skriv text här", "[…]", "[...]", "[text]")
_PLACEHOLDER = re.compile(
    rf"(?<![\w-])(?:{'|'.join(sorted(_WORDS, reverse=True))})(?![\w-])"
    r"|(?i:\blorem ipsum\b|\btext kommer\b|\bfyll i (?:här|text|siffr\w*)\b|\bskriv text här\b)"
    r"|\[(?:…|\.\.\.|text)\]|\?{3,}|_{4,}"
)


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield one finding for each document in which something is still to be filled in."""
    for each in texts(korpus):
        if each.words.isdisjoint(_WORDS) and not any(sign in each.lower for sign in _SIGNS):
            continue
        found = list(each.find(_PLACEHOLDER))
        if found:
            more = f" ({len(found)} platshållare)" if len(found) > 1 else ""
            severity = missing(each.dokument) if each.dokument is not None else Severity.WARNING
            message = f"”{found[0].words}” är en platshållare{more}"
            hint = "Skriv det som ska stå där, eller stryk meningen."
            yield Diagnostic("X002", message, found[0].position, hint, severity, each.ids)
