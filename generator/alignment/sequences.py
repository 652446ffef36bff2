"""The fewest deletions and insertions that lead from one sequence to another."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from rapidfuzz.distance import Indel

T = TypeVar("T")

# The table of an exact comparison takes a bit for each pair of elements: at most 4 MB.
_TABLE = 32_000_000


class Span(NamedTuple):
    """A stretch of a sequence, from ``start`` up to but not including ``end``."""

    start: int
    end: int

    def of(self, sequence: Sequence[T]) -> Sequence[T]:
        """Return the stretch."""
        return sequence[self.start : self.end]


class Run(NamedTuple):
    """A stretch that is equal on both sides, or one that differs (and may be empty on one side)."""

    equal: bool
    old: Span
    new: Span


def runs(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Run]:
    """Return the runs that together cover both sequences, equal and differing by turns.

    As few elements as possible are in differing runs. Where both sides differ in so long a stretch that the
    exact answer would take too much memory, the elements that occur once on each side are held fast first,
    and what is too long even then is cut in two.
    """
    numbers: dict[Hashable, int] = {}
    left = [numbers.setdefault(item, len(numbers)) for item in old]
    right = [numbers.setdefault(item, len(numbers)) for item in new]
    return tidied(_equal(left, right), len(left), len(right))


def tidied(equal: Iterable[tuple[int, int, int]], old: int, new: int) -> list[Run]:
    """Return runs from equal stretches (start in old, start in new, length) in order, for these lengths."""
    found: list[Run] = []
    i = j = 0
    for start, begin, length in (*equal, (old, new, 0)):
        if i < start or j < begin:
            found.append(Run(False, Span(i, start), Span(j, begin)))
        i, j = start + length, begin + length
        if not length:
            continue
        if found and found[-1].equal:
            last = found.pop()
            start, begin = last.old.start, last.new.start  # noqa: PLW2901  # one stretch with the last
        found.append(Run(True, Span(start, i), Span(begin, j)))
    return found


def increasing(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the most pairs that rise on both sides, of pairs that rise on the first."""
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, (_, right) in enumerate(pairs):
        place = bisect_left(tops, right)
        before.append(ends[place - 1] if place else -1)
        tops[place : place + 1] = [right]
        ends[place : place + 1] = [at]
    chain: list[tuple[int, int]] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]


def once_in_both(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Return the pairs of places of elements that occur exactly once on each side, rising on the first."""
    left, right = Counter(old), Counter(new)
    where = {item: at for at, item in enumerate(new) if right[item] == 1}
    return [(at, where[item]) for at, item in enumerate(old) if left[item] == 1 and item in where]


def common_ends(old: Sequence[Hashable], new: Sequence[Hashable]) -> tuple[int, int]:
    """Return how many elements are equal at the beginning, and how many after those at the end."""
    most = min(len(old), len(new))
    head = 0
    while head < most and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < most - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return head, tail


def _equal(old: Sequence[int], new: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    # A stack rather than recursion: a hostile text may ask for very many cuts.
    waiting = [(0, len(old), 0, len(new))]
    while waiting:
        i, i_end, j, j_end = waiting.pop()
        left, right = old[i:i_end], new[j:j_end]
        head, tail = common_ends(left, right)
        if head:
            yield i, j, head
        middle = (i + head, i_end - tail, j + head, j_end - tail)
        if tail:
            # An equal stretch waits as a task of its own, behind what stands before it.
            waiting.append((i_end - tail, i_end, j_end - tail, j_end))
        left, right = left[head : len(left) - tail], right[head : len(right) - tail]
        if not left or not right:
            continue
        if len(left) * len(right) <= _TABLE:
            yield from _exact(left, right, middle[0], middle[2])
        else:
            waiting += reversed(_cut(left, right, middle))


def _exact(left: Sequence[int], right: Sequence[int], i: int, j: int) -> Iterator[tuple[int, int, int]]:
    for code in Indel.opcodes(left, right):
        if code.tag == "equal":
            yield i + code.src_start, j + code.dest_start, code.src_end - code.src_start


def _cut(
    left: Sequence[int], right: Sequence[int], place: tuple[int, int, int, int]
) -> list[tuple[int, int, int, int]]:
    """Return the parts of a stretch that is too long, in order: between what stands fast, else its halves."""
    i, i_end, j, j_end = place
    fast = increasing(once_in_both(left, right)) or [(len(left) // 2, len(right) // 2)]
    parts = []
    for a, b in fast:
        parts.append((i, place[0] + a, j, place[2] + b))
        i, j = place[0] + a, place[2] + b
    return [*parts, (i, i_end, j, j_end)]
