"""D007: samma mening står flera gånger i ett dokument.

Varför: det som sägs två gånger ändras på ett ställe och inte på det andra, och läsaren undrar vad
skillnaden är.

Exempel: samma mening om uppräkningen i två budgetkapitel. Uppdrag och direktiv räknas inte: samma direktiv
kan gå till två nämnder.

Rätta: säg det en gång och hänvisa dit, eller hämta texten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.texts import Passage, Texts, texts
from generator.diagnostics import Diagnostic, Severity
from generator.domain.korpus import Korpus

_SHORTEST = 10
"""Words of a sentence that is not said twice by chance."""
_END = re.compile(r"(?<=[.!?])\s+")


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield one note for each document that repeats sentences word for word, at the first repetition."""
    for each in texts(korpus):
        if each.dokument is not None:
            yield from _repeated(each)


def _repeated(each: Texts) -> Iterator[Diagnostic]:
    first: dict[str, Passage] = {}
    again: list[tuple[str, Passage]] = []
    for passage in each.passages:
        if passage.kind in ("stycke", "punkt") and len(passage.text) > _SHORTEST * 2:
            again.extend(
                (said, passage)
                for said in _sentences(passage.text)
                if len(said.split()) >= _SHORTEST and first.setdefault(said, passage) is not passage
            )
    if again:
        said, passage = again[0]
        start = " ".join(said.split(" ")[:5])
        more = f"; {len(again)} meningar upprepas" if len(again) > 1 else ""
        where = first[said].place(start)
        message = f"”{start} …” står ordagrant också på annat håll ({where}){more}"
        hint = "Säg det en gång, eller hänvisa dit."
        yield Diagnostic("D007", message, passage.place(start), hint, Severity.NOTE, each.ids)


def _sentences(text: str) -> list[str]:
    """Return the sentences; most points of a list are one."""
    ends = text.count(".", 0, -1) or text.count("!", 0, -1) or text.count("?", 0, -1)
    return _END.split(text) if ends else [text]
