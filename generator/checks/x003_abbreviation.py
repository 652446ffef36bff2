"""X003: en förkortning används innan den skrivs ut.

Varför: den som inte arbetar med frågan vet inte vad förkortningen står för, och en förtroendevald eller
invånare ska kunna läsa dokumentet utan att fråga.

Exempel: ”ASIH byggs ut” utan att det någonstans före står avancerad sjukvård i hemmet (ASIH).
Förkortningar som de flesta känner (EU, FN, IT) räknas inte, inte heller sådana som bara står i tabeller.

Rätta: skriv ut orden första gången, med förkortningen inom parentes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.texts import RUNNING, Found, Texts, texts
from generator.diagnostics import Diagnostic, Position, Severity
from generator.domain.korpus import Korpus

_KNOWN = frozenset(
    {"AB", "AI", "BB", "BNP", "CV", "DNA", "EES", "EG", "EKG", "EU", "EX", "FN", "GPS", "HR", "ID", "ISBN"}
    | {"ISO", "IT", "IVA", "KPI", "NATO", "OK", "PDF", "PM", "QR", "SFS", "SMS", "SOS", "SVT", "TV", "USA"}
    | {"UV", "VD", "WC", "WHO", "TBD", "TODO", "FIXME"}
)
"""What most people know, and what X002 tells of."""
_NUMBER = re.compile(r"[IVXLCM]+")
_BETWEEN = "\n"
_LONGEST = 6
"""Letters of an abbreviation; longer words in capitals are names or cries."""
_NAMED = 4
"""Abbreviations named in one finding."""


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield one note for each document that uses abbreviations it has not written out."""
    for each in texts(korpus):
        if each.dokument is not None:
            yield from _told(each)


def _told(each: Texts) -> Iterator[Diagnostic]:
    unknown = sorted(
        (found for word in each.words if _is_short(word) for found in _unknown(word, each)), key=_order
    )
    if unknown:
        words = [f"”{found.words}”" for found in unknown]
        if len(words) > _NAMED:
            words[_NAMED - 1 :] = [f"{len(words) - _NAMED + 1} till"]
        named = words[0] if len(words) == 1 else f"{', '.join(words[:-1])} och {words[-1]}"
        message = f"{named} används utan att först skrivas ut"
        hint = "Skriv ut orden första gången, med förkortningen inom parentes."
        yield Diagnostic("X003", message, unknown[0].position, hint, Severity.NOTE, each.ids)


def _order(found: Found) -> tuple[Position, int]:
    return found.passage.position, found.at


def _is_short(word: str) -> bool:
    fits = 1 < len(word) <= _LONGEST and word.isalpha() and word.isupper()
    return fits and word not in _KNOWN and not _NUMBER.fullmatch(word)


def _unknown(word: str, each: Texts) -> Iterator[Found]:
    """Yield the first place of an abbreviation, when it is not written out before, there, or right after."""
    short = re.escape(word)
    first = next(each.find(re.compile(rf"(?<![\w/-]){short}(?![\w/])"), *RUNNING), None)
    if first is None:
        return
    number = next(n for n, passage in enumerate(each.passages) if passage is first.passage)
    before = _BETWEEN.join(p.text for p in each.passages[: number + 2])
    told = (
        rf"\w ?\({short}[),;]|\b{short} \([^)\n]{{0,200}} [^)\n]{{0,200}}\)"
        rf"|\b{short},? (?:som )?(?:står för|betyder|det vill säga|är)\b"
    )
    if not re.search(told, before) and not _spelled_by_initials(word, before):
        yield first


def _spelled_by_initials(word: str, text: str) -> bool:
    """Tell whether words with these initials stand one after another: Blekinge Tekniska Högskola."""
    initials = r"\w*[ -](?:och |i |för |av )?".join(re.escape(letter) for letter in word.lower())
    return bool(re.search(rf"(?<!\w){initials}[a-zåäö]\w*", text.lower()))
