"""X004: en mening är mycket lång.

Varför: språklagen ber myndigheter skriva vårdat, enkelt och begripligt. Den som läser en mening på fyrtio
ord har glömt början när den når slutet.

Exempel: en mening på 52 ord med tre bisatser.

Rätta: dela den i två, eller gör en lista av det som räknas upp.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.texts import RUNNING, Texts, texts
from generator.diagnostics import Diagnostic, Severity
from generator.domain.korpus import Korpus

LONGEST = 40
"""Words. Plain language speaks of fifteen to twenty on average."""

_LONG = re.compile(
    rf"[^\s\u2029.!?:;]+(?:[.:]\w+)?(?:[ \n\u00a0]+[^\s\u2029.!?:;]+(?:[.:]\w+)*){{{LONGEST},}}"
)


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield one note for each document with very long sentences, at the longest."""
    for each in texts(korpus):
        yield from _longest(each)


def _longest(each: Texts) -> Iterator[Diagnostic]:
    found = [(len(m[0].split()), p, m[0]) for p, m in each.find(_LONG, *RUNNING)]
    if found:
        words, passage, sentence = max(found, key=lambda f: f[0])
        more = f"; {len(found)} meningar är längre än {LONGEST} ord" if len(found) > 1 else ""
        start = " ".join(sentence.split()[:4])
        message = f"Meningen ”{start} …” är på {words} ord{more}"
        hint = "Dela den i två, eller gör en lista av det som räknas upp."
        yield Diagnostic("X004", message, passage.place(start), hint, Severity.NOTE, each.ids)
