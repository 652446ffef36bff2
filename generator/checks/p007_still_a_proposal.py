"""P007: ett beslutat dokument talar ännu som ett förslag, eller har ett kapitel som inte är skrivet.

Varför: det som är beslutat ska gå att läsa som det gäller. ”Kommer att inarbetas” betyder att något
fattas, och läsaren kan inte veta om det kom.

Exempel: en justerad plan där det står att investeringsplanen kommer att inarbetas före beslutet.

Rätta: skriv in det som fattas, eller stryk meningen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.texts import texts
from generator.diagnostics import Diagnostic, Severity
from generator.domain.korpus import Korpus

_PROPOSAL = re.compile(
    r"\bkommer att inarbetas\b"
    r"|\bkommer att (?:arbetas in|kompletteras|läggas till|fyllas på)"
    r"(?= (?:före|inför|senare|när|till (?:beslut|sammanträde)|i (?:den|det) (?:slutliga|färdiga))|[.,])"
    r"|\binarbetas (?:senare|före|inför|när)\b"
    r"|\bkompletteras (?:senare|före beslut\w*|inför beslut\w*)\b"
    r"|\b(?:detta|det här) (?:förslag|utkast)(?:et)?\b"
    r"|\bförslaget till (?:verksamhetsplan|regionplan|verksamhetsberättelse)(?:en)?\b"
    r"|\b(?:kapitlet|avsnittet|texten|tabellen) (?:skrivs|läggs in|fylls i|lämnas) senare\b"
    r"|\b(?:är|var) (?:ännu )?inte (?:klar|klart|färdig|färdigt)"
    r" (?:när|vid) (?:detta|det här|förslaget|tryck\w+)",
)


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield one finding for each decided document that speaks as a proposal, and at every empty chapter."""
    for each in texts(korpus):
        dokument = each.dokument
        if dokument is None or not dokument.stadium.decided:
            continue
        found = list(each.find(_PROPOSAL, "stycke", "punkt", "cell", "not", lower=True))
        if found:
            more = f" ({len(found)} ställen)" if len(found) > 1 else ""
            message = f"”{dokument.titel}” är beslutad men talar som ett förslag: ”{found[0].words}”{more}"
            hint = "Skriv in det som fattas, eller stryk meningen."
            yield Diagnostic("P007", message, found[0].position, hint, Severity.WARNING, (dokument.id,))
        for kapitel in dokument.kapitel:
            opens = (dokument.direktivkapitel, dokument.indikatorkapitel)
            if not kapitel.text and kapitel not in opens:
                message = f"Kapitlet ”{kapitel.titel}” är tomt, fast dokumentet är beslutat"
                hint = "Skriv kapitlet, eller ta bort filen."
                yield Diagnostic("P007", message, kapitel.position, hint, Severity.WARNING, (dokument.id,))
