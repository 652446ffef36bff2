"""X001: ett ord i organisationens lista över föråldrade eller olämpliga ord används.

Varför: samma sak ska heta likadant överallt, och det som har bytt namn ska kallas det som det heter nu.
Listan är organisationens egen och ligger i termer.yaml.

Exempel: ”landstingsdirektören” i en plan för 2019, när regionen bildades den 1 januari det året. Citat,
titlar och meningar som berättar om en äldre tid (dåvarande, hittills, 2017) lämnas i fred.

Rätta: skriv det ord som listan anger, eller lägg till uttrycket under ”undantag” om ordet är rätt där.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from generator.checks.texts import Kind, Passage, Texts, texts
from generator.diagnostics import Diagnostic, Severity
from generator.domain.korpus import Korpus
from generator.domain.organisation import fold
from generator.domain.termer import Term

_WHERE: tuple[Kind, ...] = ("rubrik", "stycke", "punkt", "uppdrag", "cell", "not")
_ACCOUNT = re.compile(
    r"\b(?:dåvarande|tidigare|förut|hittills|hette|historisk\w*|före detta|f\.d\.|fram till|till och med)\b"
    r"|\bföre (?:den )?\w*(?:bildning|sammanslagning|omorganisation)\w*",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_QUOTED = re.compile(r"”[^”\u2029]*”|»[^»\u2029]*»")
_END = re.compile(r"[.!?](?=\s|$)")


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield one finding for each document and word, at the first place."""
    if not korpus.termer:
        return
    pattern = re.compile("|".join(_pattern(form) for term in korpus.termer for form in term.ord))
    for each in texts(korpus):
        found: dict[Term, list[tuple[Passage, re.Match[str]]]] = {}
        for passage in dict.fromkeys(passage for passage, _ in each.find(pattern, *_WHERE)):
            for term, match in _wrong(passage, pattern, _day(each, korpus), korpus.termer):
                found.setdefault(term, []).append((passage, match))
        for term, places in found.items():
            yield _told(term, places, each)


def _wrong(
    passage: Passage, pattern: re.Pattern[str], day: date | None, termer: tuple[Term, ...]
) -> Iterator[tuple[Term, re.Match[str]]]:
    """Yield the words of a passage that are wrong in their sentence."""
    bare = _QUOTED.sub(_blank, passage.text)
    for phrase in {p for term in termer for p in term.undantag}:
        bare = re.sub(re.escape(phrase), _blank, bare, flags=re.IGNORECASE)
    for match in pattern.finditer(bare):
        term = _term(match[0], termer)
        if term is None or (term.fran is not None and day is not None and day < term.fran):
            continue
        if not _is_account(_sentence(bare, match), term.fran):
            yield term, match


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _sentence(text: str, match: re.Match[str]) -> str:
    """Return the sentence that a match stands in."""
    ends = [0, *(m.end() for m in _END.finditer(text)), len(text)]
    start = max(e for e in ends if e <= match.start())
    return text[start : min(e for e in ends if e >= match.end())]


def _pattern(form: str) -> str:
    """Return the form as a whole word; an abbreviation only in capitals."""
    word = re.escape(form.rstrip("*")) + (r"\w*" if form.endswith("*") else "")
    whole = rf"(?<![\w-]){word}(?![\w-])"
    return whole if form.isupper() else f"(?i:{whole})"


def _term(word: str, termer: tuple[Term, ...]) -> Term | None:
    said = fold(word)
    for term in termer:
        for form in map(fold, term.ord):
            if said == form or (form.endswith("*") and said.startswith(form[:-1])):
                return term
    return None


def _day(each: Texts, korpus: Korpus) -> date | None:
    """Return the day whose words the text is to use: the first of the document's period."""
    return date(each.dokument.period.start, 1, 1) if each.dokument is not None else korpus.dag


def _is_account(sentence: str, since: date | None) -> bool:
    """Tell whether a sentence tells of the time when the word was right."""
    if since is None:
        return False
    return bool(_ACCOUNT.search(sentence)) or any(int(y) < since.year for y in _YEAR.findall(sentence))


def _told(term: Term, places: list[tuple[Passage, re.Match[str]]], each: Texts) -> Diagnostic:
    passage, match = places[0]
    more = f" ({len(places)} ställen)" if len(places) > 1 else ""
    hint = f"Skriv {term.skriv}." + (f" {term.notering.rstrip('.')}." if term.notering else "")
    message = f"”{match[0]}” står i listan över ord som inte används{more}"
    place = passage.place(match[0], match.start())
    return Diagnostic("X001", message, place, hint, Severity.WARNING, each.ids)
