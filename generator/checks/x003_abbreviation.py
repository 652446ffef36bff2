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

from generator.checks.texts import RUNNING, Passage, Texts, texts
from generator.diagnostics import Diagnostic, Severity
from generator.domain.korpus import Korpus

_SHORT = re.compile(r"(?<![\w/-])[A-ZÅÄÖ]{2,6}(?![\w/])")
_KNOWN = frozenset(
    {"AB", "AI", "BB", "BNP", "CV", "DNA", "EES", "EG", "EKG", "EU", "EX", "FN", "GPS", "HR", "ID", "ISBN"}
    | {"ISO", "IT", "IVA", "KPI", "NATO", "OK", "PDF", "PM", "QR", "SFS", "SMS", "SOS", "SVT", "TV", "USA"}
    | {"UV", "VD", "WC", "WHO", "TBD", "TODO", "FIXME"}
)
"""What most people know, and what X002 tells of."""
_NUMBER = re.compile(r"[IVXLCM]+")
_NAMED = 4
"""Abbreviations named in one finding."""


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield one note for each document that uses abbreviations it has not written out."""
    for each in texts(korpus):
        if each.dokument is not None:
            yield from _told(each)


def _told(each: Texts) -> Iterator[Diagnostic]:
    first: dict[str, tuple[Passage, re.Match[str]]] = {}
    for passage, match in each.find(_SHORT, *RUNNING):
        if match[0] not in _KNOWN and not _NUMBER.fullmatch(match[0]):
            first.setdefault(match[0], (passage, match))
    unknown = [(word, place) for word, place in first.items() if not _is_told(word, place[1], each)]
    if unknown:
        words = [f"”{word}”" for word, _ in unknown]
        if len(words) > _NAMED:
            words[_NAMED - 1 :] = [f"{len(words) - _NAMED + 1} till"]
        named = words[0] if len(words) == 1 else f"{', '.join(words[:-1])} och {words[-1]}"
        message = f"{named} används utan att först skrivas ut"
        word, (passage, _) = unknown[0]
        hint = "Skriv ut orden första gången, med förkortningen inom parentes."
        yield Diagnostic("X003", message, passage.place(word), hint, Severity.NOTE, each.ids)


def _is_told(word: str, first: re.Match[str], each: Texts) -> bool:
    """Tell whether the words are written out before the abbreviation first stands, there, or right after."""
    end = each.joined.find("\u2029", first.end())
    after = each.joined.find("\u2029", end + 1) if end >= 0 else -1
    before = each.joined[: after if after >= 0 else None]
    short = re.escape(word)
    told = (
        rf"\w ?\({short}[),;]|\b{short} \([^)]* [^)]*\)"
        rf"|\b{short},? (?:som )?(?:står för|betyder|det vill säga|är)\b"
    )
    return bool(re.search(told, before)) or _spelled_by_initials(word, before)


def _spelled_by_initials(word: str, text: str) -> bool:
    """Tell whether words with these initials stand one after another: Blekinge Tekniska Högskola."""
    initials = r"\w*[ -](?:och |i |för |av )?".join(re.escape(letter) for letter in word)
    return bool(re.search(rf"(?<!\w){initials}[a-zåäö]\w*", text, re.IGNORECASE))
