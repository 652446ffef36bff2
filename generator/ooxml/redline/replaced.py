"""Short lines that others have taken the place of: their words are marked, and no paragraph comes or goes."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from generator.alignment.blocks import Pair

_MOST = 3  # lines that can have been replaced together, as in a signature


def with_replaced(pairs: list[Pair], takes_the_place: Callable[[int, int], bool]) -> list[Pair]:
    """Return the pairs with lines put together that stand in one gap, as many on each side.

    ``takes_the_place`` tells whether a new block (second) can be marked as another wording of an old one.
    """
    found: list[Pair] = []
    for is_gap, group in groupby(pairs, lambda pair: None in pair):
        stretch = list(group)
        both = _both(stretch) if is_gap else []
        found += both if both and all(takes_the_place(i, j) for i, j in both) else stretch
    return found


def _both(gap: list[Pair]) -> list[tuple[int, int]]:
    """Return what is gone and what is new one by one; nothing where they are not as many, or too many."""
    gone = [i for i, _ in gap if i is not None]
    came = [j for _, j in gap if j is not None]
    return list(zip(gone, came, strict=True)) if len(gone) == len(came) <= _MOST else []
