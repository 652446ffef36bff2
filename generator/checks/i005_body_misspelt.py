"""I005: ett organs namn är felstavat, eller stavat på ett sätt som inte finns i listan.

Varför: en nämnd ska heta likadant överallt. Ett namn som nästan är rätt är ett skrivfel, eller ett sätt
att skriva som organisationen bör ta ställning till.

Exempel: ”trafiknämden”, eller ”Kultur och bildningsnämnden” utan bindestreck när bara ”Kultur- och
bildningsnämnden” finns i organisation.yaml. Att två listade stavningar blandas i ett dokument noteras.

Rätta: rätta namnet i texten, eller lägg till det under ”skrivs även” i organisation.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache

from generator.checks.texts import Found, Texts, texts
from generator.checks.variants import Spellings
from generator.diagnostics import Diagnostic, Severity
from generator.diagnostics.values import dataclass
from generator.domain.korpus import Korpus
from generator.domain.organisation import fold

_ENDINGS = ("nämn", "näm", "nmän", "nänm", "styrels", "styels", "stryels", "fullmäkt", "fulmäkt", "fullmätk")
"""What the names of political bodies end with, misspelt or not."""
_INFLECTED = re.compile(r"(?:ernas|arnas|erna|arna|ers|ars|er|ar|ens|en|es|e|ns|n|et|s)$")
_SHORTEST = 9
"""Letters of a name that another word is not like by chance."""
_LIKE = 4
"""Letters that a word begins with like the name it is meant to be."""
_GENERIC = frozenset({"nämnd", "styrels", "fullmäktig", "förvaltning"})
_MOST_WORDS = 4


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield one finding for each document and spelling that is nearly the name of a body."""
    names, spellings = _Names.of(korpus), Spellings(korpus)
    maybe = cache(names.may_be)
    for each in texts(korpus):
        yield from _several(each, spellings)
        wanted = sorted(re.escape(word) for word in each.folded if maybe(word))
        found: dict[str, list[tuple[Found, str, str]]] = {}
        for place in _places(each, wanted):
            said, meant = names.nearly(place.words, place.before)
            if meant:
                found.setdefault(_stem(fold(said)), []).append((place, said, meant))
        for places in found.values():
            yield _told(places, each)


def _places(each: Texts, words: list[str]) -> Iterator[Found]:
    if words:
        yield from each.find(re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])"), lower=True)


@dataclass(frozen=True)
class _Names:
    """The names of bodies, folded, with their spelling; and what a word that may be one looks like."""

    known: Mapping[str, str]
    stems: frozenset[str]
    last: frozenset[str]
    begin: tuple[str, ...]

    @classmethod
    def of(cls, korpus: Korpus) -> _Names:
        """Return the names of some length: of political bodies, and of others when they are one word."""
        known: dict[str, str] = {}
        for organ in korpus.organisation.organ.values():
            political = organ.beslutar or organ.slag == "fullmäktige"
            for spelling in organ.spellings():
                if len(spelling) >= _SHORTEST and spelling != organ.id and (political or " " not in spelling):
                    known.setdefault(fold(spelling), spelling)
        stems = frozenset(_stem(name) for name in known)
        last = frozenset(_stem(name.split(" ")[-1]) for name in known if " " in name)
        return cls(known, stems, last, tuple({name[:_LIKE] for name in known if " " not in name}))

    def may_be(self, word: str) -> bool:
        """Tell whether a word is nearly a name, or may end a name of several words."""
        if not (word.startswith(self.begin) or any(part in word for part in _ENDINGS)):
            return False
        stem = _stem(word)
        if stem in _GENERIC:
            return False
        ends_a_name = stem in self.last or any(_one_apart(stem, other) for other in self.last)
        return ends_a_name or (stem not in self.stems and bool(self._meant(word)))

    def nearly(self, word: str, before: str) -> tuple[str, str]:
        """Return the words that are nearly a name, and the name; empty when they are one, or are none.

        The name may have begun in the words before.
        """
        words = [*before.split(" ")[-_MOST_WORDS:-1], word] if before.endswith(" ") else [word]
        readings = [" ".join(words[start:]) for start in range(len(words))]
        if _stem(fold(word)) in _GENERIC:
            return "", ""
        for said in readings:
            if _stem(fold(said)) in self.stems:
                return "", ""
            meant = self._meant(fold(said))
            if meant:
                return said, meant
        return "", ""

    def _meant(self, said: str) -> str:
        if len(said) < _SHORTEST:
            return ""
        for name, spelling in self.known.items():
            same_words = said.count(" ") == name.count(" ")
            if same_words and (_bare(said) == _bare(name) or _one_apart(_stem(said), _stem(name))):
                return spelling
        return ""


@lru_cache(maxsize=4096)
def _stem(name: str) -> str:
    return _INFLECTED.sub("", name)


def _bare(name: str) -> str:
    return _stem(name.replace("-", ""))


def _one_apart(one: str, other: str) -> bool:
    """Tell whether one letter is added, lost, exchanged, or has changed places with the next.

    What only goes on longer is another form of the word: regiongemensam, regiongemensamt.
    """
    if abs(len(one) - len(other)) > 1 or one[:1] != other[:1]:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), -1)
    if start < 0:
        return False
    a, b = one[start:], other[start:]
    if a[1:] == b or a == b[1:] or a[1:] == b[1:]:
        return True
    return a[:2] == b[:2][::-1] and a[2:] == b[2:]


def _several(each: Texts, spellings: Spellings) -> Iterator[Diagnostic]:
    """Yield one note for each document that spells a body now in one listed way, now in another."""
    found = list(spellings.of(each))
    if found:
        first, *others = found
        ways = [f"”{way}”" for way in first.ways]
        more = f"; detsamma gäller {len(others)} organ till" if others else ""
        said = f"{', '.join(ways[:-1])} och {ways[-1]}"
        message = f"{first.organ.namn[0].text} skrivs på {len(ways)} sätt: {said}{more}"
        hint = "Använd ett av dem i hela dokumentet."
        yield Diagnostic("I005", message, first.found.position, hint, Severity.NOTE, each.ids)


def _told(places: list[tuple[Found, str, str]], each: Texts) -> Diagnostic:
    first, said, meant = places[0]
    more = f" ({len(places)} ställen)" if len(places) > 1 else ""
    message = f"”{said}” är inget namn i organisationen{more}"
    hint = f"Menade du ”{meant}”? Annars kan stavningen läggas till under ”skrivs även”."
    place = first.passage.place(said, first.at + len(first.words) - len(said))
    return Diagnostic("I005", message, place, hint, Severity.WARNING, each.ids)
