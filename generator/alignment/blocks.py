"""Paragraphs, rows or other blocks paired, in order: by name, by equality, by likeness.

In a long document nothing is compared with everything: names and contents that occur once on each side stand
fast first, and in the gaps between them only what shares a rare word is compared, unless the gap is small.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import groupby
from typing import Generic, TypeVar

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from generator.alignment.sequences import common_ends, increasing, once_in_both, runs
from generator.alignment.words import words

T = TypeVar("T")
Pair = tuple[int | None, int | None]

_LIKE = 0.45  # the share of words in common from which two paragraphs are one that was changed
_LIKE_SHORT = 0.75  # the same in characters, for a few words
_NAMED = 0.9  # how alike two blocks of one name are at least
_FEW = 4  # words
_SMALL = 900  # pairs in a gap that are all compared
_RARE = 6  # blocks of a gap that may share a word that is still rare
_CANDIDATES = 4  # blocks that one block is compared with in a large gap
_READ = 3_000  # words that are read of a block to tell how alike it is


def align(
    old: Sequence[T],
    new: Sequence[T],
    *,
    key: Callable[[T], Hashable],
    text: Callable[[T], str],
    alike: Callable[[T, T], bool] | None = None,
    anchor: Callable[[T], Hashable | None] | None = None,
    name: Callable[[T], Hashable | None] | None = None,
    said: Callable[[T], Sequence[Hashable]] | None = None,
) -> list[Pair]:
    """Return the pairs of places, in the order of both; None stands for what only the other side has.

    ``key``: equal keys are equal blocks. ``text``: what tells how alike two others are. ``alike``: which may
    be paired at all. ``anchor``: the name of a block, or None; equal names that are unique belong together
    whatever the blocks say. ``name``: what a block is called among its neighbours, or None (the first cell of
    a row); those of equal name are alike, however little else they share. ``said``: what likeness is counted
    in, the words of the text unless told.
    """
    return list(_Alignment(old, new, key, text, alike, name, said or _words_of(text)).pairs(anchor))


def align_either_way(old: Sequence[T], new: Sequence[T], *, text: Callable[[T], str]) -> list[Pair]:
    """Return the pairs of texts; those of (new, old) are the same turned round.

    Of two that are gone and come in one place, the old comes first.
    """
    before, after = (list(map(text, side)) for side in (old, new))
    turned = after < before
    pairs = align(
        after if turned else before,
        before if turned else after,
        key=lambda said: " ".join(said.split()),
        text=lambda said: said,
    )
    found: list[Pair] = []
    for _, members in groupby(pairs, key=lambda pair: None in pair):
        told = [(b, a) if turned else (a, b) for a, b in members]
        found += sorted(told, key=lambda pair: pair[0] is None)
    return found


def likeness(old: str, new: str) -> float:
    """Return the share of words that two texts have in common, in order, from 0 to 1."""
    return Indel.normalized_similarity(spoken_words(old), spoken_words(new))


def spoken_words(text: str) -> list[str]:
    """Return the words and signs at the beginning of a text that likeness is told by, blanks left out."""
    return [word for word in words(text[: _READ * 8]) if not word.isspace()]


def _words_of(text: Callable[[T], str]) -> Callable[[T], Sequence[Hashable]]:
    return lambda block: spoken_words(text(block))


class _Alignment(Generic[T]):
    def __init__(
        self,
        old: Sequence[T],
        new: Sequence[T],
        key: Callable[[T], Hashable],
        text: Callable[[T], str],
        alike: Callable[[T, T], bool] | None,
        name: Callable[[T], Hashable | None] | None,
        said: Callable[[T], Sequence[Hashable]],
    ) -> None:
        self._said = said
        self._old, self._new = old, new
        self._text, self._alike, self._name = text, alike, name
        numbers: dict[Hashable, int] = {}
        self._left = [numbers.setdefault(key(item), len(numbers)) for item in old]
        self._right = [numbers.setdefault(key(item), len(numbers)) for item in new]
        self._read: dict[tuple[bool, int], tuple[str, Sequence[Hashable]]] = {}

    def pairs(self, anchor: Callable[[T], Hashable | None] | None) -> Iterator[Pair]:
        fast: list[tuple[int, int]] = []
        if anchor is not None:
            names = [
                [_Nameless() if (name := anchor(item)) is None else name for item in side]
                for side in (self._old, self._new)
            ]
            allowed = [(i, j) for i, j in once_in_both(*names) if self._may(i, j)]
            fast = increasing(allowed)
        i = j = 0
        for a, b in (*fast, (len(self._old), len(self._new))):
            yield from self._unnamed(i, a, j, b)
            if a < len(self._old):
                yield a, b
            i, j = a + 1, b + 1

    def _may(self, i: int, j: int) -> bool:
        return self._alike is None or self._alike(self._old[i], self._new[j])

    def _unnamed(self, i: int, i_end: int, j: int, j_end: int) -> Iterator[Pair]:
        left, right = self._left[i:i_end], self._right[j:j_end]
        head, tail = common_ends(left, right)
        yield from ((i + at, j + at) for at in range(head))
        start, begin = i + head, j + head
        left, right = left[head : len(left) - tail], right[head : len(right) - tail]
        for a, b in (*self._fast(left, right, start), (len(left), len(right))):
            yield from self._gap(start, i + head + a, begin, j + head + b)
            if a < len(left):
                yield i + head + a, j + head + b
            start, begin = i + head + a + 1, j + head + b + 1
        yield from ((i_end - at, j_end - at) for at in range(tail, 0, -1))

    def _fast(self, left: list[int], right: list[int], start: int) -> list[tuple[int, int]]:
        """Return what stands fast in a large gap: equal blocks, alone of their kind, that say something."""
        if len(left) * len(right) <= _SMALL:
            return []
        once = once_in_both(left, right)
        return increasing([(a, b) for a, b in once if len(self._words(True, start + a)[1]) >= _FEW])

    def _gap(self, i: int, i_end: int, j: int, j_end: int) -> Iterator[Pair]:
        if (i_end - i) * (j_end - j) <= _SMALL:
            yield from self._by_likeness(range(i, i_end), range(j, j_end))
            return
        for run in runs(self._left[i:i_end], self._right[j:j_end]):
            old = range(i + run.old.start, i + run.old.end)
            new = range(j + run.new.start, j + run.new.end)
            yield from zip(old, new, strict=True) if run.equal else self._by_likeness(old, new)

    def _by_likeness(self, old: range, new: range) -> Iterator[Pair]:
        i, j = old.start, new.start
        for a, b in (*_heaviest(list(self._scored(old, new))), (old.stop, new.stop)):
            yield from ((at, None) for at in range(i, a))
            yield from ((None, at) for at in range(j, b))
            if a < old.stop:
                yield a, b
            i, j = a + 1, b + 1

    def _scored(self, old: range, new: range) -> Iterator[tuple[int, int, float]]:
        for i, j in self._candidates(old, new):
            likeness = self._likeness(i, j) if self._may(i, j) else 0.0
            if likeness:
                yield i, j, likeness * likeness * (1 + len(self._words(True, i)[0]))

    def _candidates(self, old: range, new: range) -> Iterator[tuple[int, int]]:
        if len(old) * len(new) <= _SMALL:
            yield from ((i, j) for i in old for j in new)
            return
        where: dict[Hashable, list[int]] = defaultdict(list)
        for j in new:
            for word in set(self._words(False, j)[1]):
                where[word].append(j)
        for i in old:
            shared: Counter[int] = Counter()
            for word in set(self._words(True, i)[1]):
                places = where.get(word, ())
                if len(places) <= _RARE:
                    shared.update(places)
            yield from ((i, j) for j in sorted(j for j, _ in shared.most_common(_CANDIDATES)))

    def _likeness(self, i: int, j: int) -> float:
        """Return how alike two blocks are: 1 when equal, 0 when too little to be called the same."""
        if self._left[i] == self._right[j]:
            return 1.0
        (text, said), (other, spoken) = self._words(True, i), self._words(False, j)
        if not said or not spoken:
            return 0.0
        likeness = Indel.normalized_similarity(said, spoken, score_cutoff=_LIKE)
        if not likeness and max(len(said), len(spoken)) <= _FEW:
            likeness = fuzz.ratio(text, other, score_cutoff=100 * _LIKE_SHORT) / 100
        if likeness < _NAMED and self._name is not None:
            called = self._name(self._old[i])
            likeness = _NAMED if called is not None and called == self._name(self._new[j]) else likeness
        return min(likeness, 0.99)

    def _words(self, is_old: bool, at: int) -> tuple[str, Sequence[Hashable]]:
        known = self._read.get((is_old, at))
        if known is None:
            block = (self._old if is_old else self._new)[at]
            known = self._read[is_old, at] = self._text(block), self._said(block)[:_READ]
        return known


class _Nameless:
    """Stands where a block has no name, equal to nothing else."""


def _heaviest(scored: list[tuple[int, int, float]]) -> list[tuple[int, int]]:
    """Return the pairs that rise on both sides and weigh most together; each is (old, new, weight)."""
    # For places on the right, rising: the weight of the best chain that ends there or before, rising too.
    places: list[int] = []
    weights: list[float] = []
    chains: list[_Chain] = []
    for i, j, weight in sorted(scored, key=lambda one: (one[0], -one[1])):
        at = bisect_right(places, j - 1)
        before = chains[at - 1] if at else None
        total = weight + (weights[at - 1] if at else 0.0)
        if at < len(places) and places[at] == j and weights[at] >= total:
            continue
        end = at
        while end < len(places) and weights[end] <= total:
            end += 1
        places[at:end], weights[at:end], chains[at:end] = [j], [total], [((i, j), before)]
    found: list[tuple[int, int]] = []
    chain = chains[-1] if chains else None
    while chain is not None:
        pair, chain = chain
        found.append(pair)
    return found[::-1]


_Chain = tuple[tuple[int, int], "_Chain | None"]
