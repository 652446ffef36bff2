"""Rows and columns of two tables paired: by what they are called, else by what stands in them."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import TypeVar

T = TypeVar("T")
Name = Callable[[T], Hashable | None]


def paired(old: Sequence[T], new: Sequence[T], names: Sequence[tuple[Name[T], Name[T]]]) -> dict[int, int]:
    """Return places in ``old`` and the places in ``new`` that answer to them.

    Each pair of functions names the old and the new ones in one way, from the surest; None is no name. What
    is left, and whose name is unique among the left on both sides, is paired.
    """
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for name_old, name_new in names:
        left = _unique(old, name_old, pairs)
        right = _unique(new, name_new, taken)
        for name, number in left.items():
            if name in right:
                pairs[number] = right[name]
                taken.add(right[name])
    return pairs


def numbered(items: Sequence[T], name: Name[T]) -> Callable[[T], Hashable | None]:
    """Return a name that also tells the first of those that have it from the second, and so on."""
    found: dict[int, Hashable] = {}
    counted: dict[Hashable, int] = {}
    for item in items:
        key = name(item)
        if key is not None:
            found[id(item)] = key, counted.setdefault(key, 0)
            counted[key] += 1
    return lambda item: found.get(id(item))


def _unique(
    items: Sequence[T], name: Name[T], taken: Sequence[int] | dict[int, int] | set[int]
) -> dict[Hashable, int]:
    """Return the places that are left by the names that only one has."""
    found: dict[Hashable, int] = {}
    twice = set()
    for number, item in enumerate(items):
        key = None if number in taken else name(item)
        if key is None:
            continue
        if key in found:
            twice.add(key)
        found[key] = number
    return {key: number for key, number in found.items() if key not in twice}
