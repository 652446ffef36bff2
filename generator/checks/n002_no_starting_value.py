"""N002: en indikator har inget ingångsvärde, eller ett ingångsvärde utan mättidpunkt.

Varför: ”Ökning” säger inget om man inte vet från vad, och ett värde utan tid kan vara tio år gammalt.

Exempel: kolumnen Ingångsvärde är tom, eller har bara ”25 %”. ”25 % (2018)”, ”2018=25 %” och ”Ej relevant” går
bra, och likaså ett streck när en fotnot på raden förklarar varför värdet saknas.

Rätta: skriv värdet och när det mättes, eller säg i en fotnot när det kommer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.gathered import by_source
from generator.checks.indicators import Held, held, is_empty, notes, words
from generator.diagnostics import Diagnostic, Severity
from generator.domain.korpus import Korpus

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)", re.ASCII)
_DIGIT = re.compile(r"\d", re.ASCII)


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield findings for indikatorer without a starting value, and for those without its time."""
    all_ = list(held(korpus))
    yield from by_source(
        (each for each in all_ if _has_none(each)),
        "N002",
        lambda names, n: f"{_the(n)} {names} saknar ingångsvärde",
        "Skriv värdet och när det mättes, ”Ej relevant”, eller en fotnot om när värdet kommer.",
        lambda each: each.severity,
    )
    yield from by_source(
        (each for each in all_ if _has_no_time(each)),
        "N002",
        lambda names, n: f"Ingångsvärdet för {_the(n).lower()} {names} saknar mättidpunkt",
        "Skriv när det mättes, till exempel ”25 % (2018)”.",
        lambda each: Severity.NOTE if each.severity is Severity.NOTE else Severity.WARNING,
    )


def _the(number: int) -> str:
    return "Indikatorn" if number == 1 else "Indikatorerna"


def _has_none(each: Held) -> bool:
    indikator = each.indikator
    return is_empty(indikator.ingangsvarde) and not notes(indikator.ingangsvarde, indikator.namn)


def _has_no_time(each: Held) -> bool:
    """Tell whether there is a value in figures and no year; words are an answer of their own."""
    value = words(each.indikator.ingangsvarde)
    said = f"{value} {notes(each.indikator.ingangsvarde)}"
    return bool(_DIGIT.search(value)) and not _YEAR.search(said)
