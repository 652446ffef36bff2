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

_PLACEHOLDER = re.compile(
    r"(?<![\w-])(?:TBD|TODO|FIXME|[xX]{2,3}|20[xX]{2}|[yY]{4}|[åÅ]{4}(?:-mm-dd)?)(?![\w-])"
    r"|(?i:\blorem ipsum\b|\btext kommer\b|\bfyll i (?:här|text|siffr\w*)\b|\bskriv text här\b"
    r"|\[(?:…|\.\.\.|text|datum|belopp|namn)\])"
    r"|\?{3,}|_{4,}"
)


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield one finding for each document in which something is still to be filled in."""
    for each in texts(korpus):
        found = list(each.find(_PLACEHOLDER))
        if found:
            passage, match = found[0]
            more = f" ({len(found)} platshållare)" if len(found) > 1 else ""
            severity = missing(each.dokument) if each.dokument is not None else Severity.WARNING
            message = f"”{match[0]}” är en platshållare{more}"
            hint = "Skriv det som ska stå där, eller stryk meningen."
            yield Diagnostic("X002", message, passage.place(match[0]), hint, severity, each.ids)
