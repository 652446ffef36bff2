"""The nearest thing a person may have meant, and no guess when nothing is near."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property

_NEAR_ENOUGH = 0.7
_FEW = 300
"""Words that can all be compared with another in a moment."""
_LIKELY = 40
"""Of more words these many are, those that share most pairs of letters."""
_COMMON = 10
"""A pair of letters tells little when a word in so many has it."""


class Spellings:
    """Words to choose the nearest from; many, or asked for many times."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = tuple(dict.fromkeys(words))
        self._told: dict[str, str | None] = {}

    def nearest(self, word: str) -> str | None:
        """Return the word that is most like this one, or None."""
        if word not in self._told:
            self._told[word] = nearest(word, self._likely(word))
        return self._told[word]

    def _likely(self, word: str) -> Iterable[str]:
        if len(self.words) <= _FEW:
            return self.words
        shared: Counter[int] = Counter()
        found = [self._by_pair.get(pair, []) for pair in set(_pairs(word))]
        telling = [numbers for numbers in found if len(numbers) * _COMMON <= len(self.words)]
        for numbers in telling or found:
            shared.update(numbers)
        best = sorted(shared, key=lambda number: (-shared[number], number))[:_LIKELY]
        return [self.words[number] for number in sorted(best)]

    @cached_property
    def _by_pair(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for number, word in enumerate(self.words):
            for pair in set(_pairs(word)):
                found.setdefault(pair, []).append(number)
        return found


def _pairs(word: str) -> Iterator[str]:
    """Yield the letters two by two, the first and the last also by themselves."""
    whole = f" {word.casefold()} "
    return (whole[at : at + 2] for at in range(len(whole) - 1))


def nearest(word: str, candidates: Iterable[str]) -> str | None:
    """Return the candidate most like ``word``, or None when none is near enough to be helpful."""
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, "", word.casefold(), autojunk=False)
    best, found = _NEAR_ENOUGH, None
    for candidate in candidates:
        matcher.set_seq1(candidate.casefold())
        if matcher.real_quick_ratio() < best or matcher.quick_ratio() < best:
            continue
        ratio = matcher.ratio()
        if ratio > best or (found is None and ratio == best):
            best, found = ratio, candidate
    return found


def did_you_mean(word: str, candidates: Iterable[str] | Spellings, otherwise: str = "") -> str:
    """Return ”Menade du …?” for the nearest candidate, else the sentence in ``otherwise``."""
    known = candidates if isinstance(candidates, Spellings) else Spellings(candidates)
    found = known.nearest(word)
    return f"Menade du ”{found}”?" if found else otherwise
