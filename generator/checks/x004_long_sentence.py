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

_END = re.compile(r"[.!?:;](?=\s|$)")


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield one note for each document with very long sentences, at the longest."""
    for each in texts(korpus):
        yield from _longest(each)


def _longest(each: Texts) -> Iterator[Diagnostic]:
    found = [(len(s.split()), p, s) for p in each.passages if p.kind in RUNNING for s in _long(p.text)]
    if found:
        words, passage, sentence = max(found, key=lambda f: f[0])
        more = f"; {len(found)} meningar är längre än {LONGEST} ord" if len(found) > 1 else ""
        start = " ".join(sentence.split()[:4])
        message = f"Meningen ”{start} …” är på {words} ord{more}"
        hint = "Dela den i två, eller gör en lista av det som räknas upp."
        yield Diagnostic("X004", message, passage.place(start), hint, Severity.NOTE, each.ids)


def _long(text: str) -> Iterator[str]:
    """Yield the sentences that are too long; most passages are too short to have any."""
    if len(text) > 2 * LONGEST and len(text.split()) > LONGEST:
        yield from (s for s in _END.split(text) if len(s.split()) > LONGEST)
