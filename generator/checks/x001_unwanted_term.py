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

from generator.checks.texts import Found, Kind, Passage, Texts, texts
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
    words = _Words(korpus.termer)
    for each in texts(korpus) if korpus.termer else ():
        pattern = words.in_text(each)
        if pattern is None:
            continue
        found: dict[Term, list[Found]] = {}
        for passage in dict.fromkeys(place.passage for place in each.find(pattern, *_WHERE)):
            for term, place in words.wrong(passage, pattern, _day(each, korpus)):
                found.setdefault(term, []).append(place)
        for term, places in found.items():
            yield _told(term, places, each)


class _Words:
    """The words of the list, looked up word by word: that is quicker than searching the texts for all."""

    def __init__(self, termer: tuple[Term, ...]) -> None:
        self.exact: dict[str, Term] = {}
        self.begin: dict[str, Term] = {}
        self.allowed = [re.compile(re.escape(p), re.IGNORECASE) for term in termer for p in term.undantag]
        for term in termer:
            for form in term.ord:
                kept = form if form.isupper() else fold(form)
                (self.begin if form.endswith("*") else self.exact).setdefault(kept.rstrip("*"), term)
        self.first = tuple(self.begin)

    def term(self, word: str) -> Term | None:
        """Return what the list says of a word; an abbreviation is meant only in capitals."""
        small = word.casefold()
        found = self.exact.get(word) or self.exact.get(small)
        if found is not None or not small.startswith(self.first):
            return found
        return next((term for form, term in self.begin.items() if small.startswith(form)), None)

    def in_text(self, each: Texts) -> re.Pattern[str] | None:
        """Return a pattern for the words of the list that are there; None when there are none."""
        there = [re.escape(word) for word in each.words if self.term(word) is not None]
        phrases = [re.escape(form) for form in self.exact if " " in form and form in each.lower]
        found = "|".join([*there, *(f"(?i:{phrase})" for phrase in phrases)])
        return re.compile(rf"(?<![\w-])(?:{found})(?![\w-])") if found else None

    def wrong(
        self, passage: Passage, pattern: re.Pattern[str], day: date | None
    ) -> Iterator[tuple[Term, Found]]:
        """Yield the words of a passage that are wrong in their sentence."""
        bare = _QUOTED.sub(_blank, passage.text)
        for phrase in self.allowed:
            bare = phrase.sub(_blank, bare)
        for match in pattern.finditer(bare):
            term = self.term(match[0])
            if term is None or (term.fran is not None and day is not None and day < term.fran):
                continue
            if not _is_account(_sentence(bare, match), term.fran):
                yield term, Found(passage, match[0], match.start())


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _sentence(text: str, match: re.Match[str]) -> str:
    """Return the sentence that a match stands in."""
    ends = [0, *(m.end() for m in _END.finditer(text)), len(text)]
    start = max(e for e in ends if e <= match.start())
    return text[start : min(e for e in ends if e >= match.end())]


def _day(each: Texts, korpus: Korpus) -> date | None:
    """Return the day whose words the text is to use: the first of the document's period."""
    return date(each.dokument.period.start, 1, 1) if each.dokument is not None else korpus.dag


def _is_account(sentence: str, since: date | None) -> bool:
    """Tell whether a sentence tells of the time when the word was right."""
    if since is None:
        return False
    return bool(_ACCOUNT.search(sentence)) or any(int(y) < since.year for y in _YEAR.findall(sentence))


def _told(term: Term, places: list[Found], each: Texts) -> Diagnostic:
    more = f" ({len(places)} ställen)" if len(places) > 1 else ""
    hint = f"Skriv {term.skriv}." + (f" {term.notering.rstrip('.')}." if term.notering else "")
    message = f"”{places[0].words}” står i listan över ord som inte används{more}"
    return Diagnostic("X001", message, places[0].position, hint, Severity.WARNING, each.ids)
