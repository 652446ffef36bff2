"""T004: en länk saknar text, eller dess text är en bar adress eller ”här”.

Varför: en skärmläsare kan läsa upp länkarna för sig. ”Här” och en lång adress säger inte vart länken
leder, och i ett utskrivet dokument säger de ingenting alls.

Exempel: [här](https://www.riksdagen.se), [](#vision) eller <https://www.riksdagen.se/sv/dokument>.

Rätta: skriv vad läsaren kommer till: [kommunallagen](https://…).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.links import links
from generator.diagnostics import Diagnostic, Severity
from generator.domain.fras import Link, plain
from generator.domain.korpus import Korpus

_ADDRESS = re.compile(r"(?:https?://|www\.|mailto:)\S*", re.IGNORECASE)
_LEADS = re.compile(r"(?:https?://|mailto:|tel:|#)\S", re.IGNORECASE)
_EMPTY_WORDS = frozenset({"här", "klicka här", "länk", "länken", "läs mer", "läs mer här", "denna länk"})


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding at every link without text, and one for each file's bare addresses and empty words."""
    bare: dict[str, list[tuple[Link, str]]] = {}
    for link in links(korpus):
        if not _LEADS.match(link.href):
            continue  # L008 has told of it
        said = " ".join(plain(link.content).split())
        if not said:
            hint = "Skriv mellan [ och ] vad läsaren kommer till."
            yield Diagnostic("T004", "Länken saknar text", link.position, hint, Severity.WARNING)
        elif _ADDRESS.fullmatch(said) or said.casefold().strip(".") in _EMPTY_WORDS:
            bare.setdefault(link.position.file, []).append((link, said))
    for found in bare.values():
        link, said = found[0]
        more = f" ({len(found)} länkar i filen)" if len(found) > 1 else ""
        message = f"Länkens text ”{said}” säger inte vart den leder{more}"
        hint = "Skriv vad läsaren kommer till: [kommunallagen](https://…)."
        yield Diagnostic("T004", message, link.position, hint, Severity.WARNING)
