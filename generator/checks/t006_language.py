"""T006: dokumenten har inget språk, eller ett som inte går att förstå.

Varför: en skärmläsare väljer röst efter dokumentets språk, och stavningskontrollen sin ordlista. En titel
som saknas är S002.

Exempel: språk: svenska, som ska skrivas sv-SE.

Rätta: skriv språkets kod i organisation.yaml, till exempel sv-SE.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.diagnostics import Diagnostic
from generator.domain.korpus import Korpus

_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?")


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding when the language is missing or no code of a language."""
    organisation = korpus.organisation
    if not _LANGUAGE.fullmatch(organisation.sprak):
        said = f"”{organisation.sprak}” är ingen språkkod" if organisation.sprak else "Språket saknas"
        place = organisation.places.get("språk")
        hint = "Skriv språkets kod, till exempel sv-SE."
        if place is not None:
            yield Diagnostic("T006", said, place, hint)
