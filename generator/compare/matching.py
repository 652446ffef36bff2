"""Which item of the older view is which of the newer: by id, through successors, some by title."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from generator.alignment.blocks import align_either_way
from generator.compare.item import CHAPTER, GOAL, GROUP, MEASURE, ORDER, PROMISE, TABLE, Item, Items, Key
from generator.compare.names import Names
from generator.diagnostics.values import dataclass
from generator.domain.organisation import fold

_YEARS = re.compile(r"\b(?:19|20)\d\d(?:\s*[–-]\s*(?:19|20)\d\d)?\b")
_LOCAL = (CHAPTER, TABLE)
"""What has ids that hold inside its document only: another year's may be called otherwise."""
_RENEWED = (GOAL, ORDER, MEASURE, PROMISE)
"""What a body decides anew each year, and then gives a new id, though it says the same."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """Items and what took their place, where that is not one and one; in the order of the documents."""

    old: tuple[Item, ...]
    new: tuple[Item, ...]


class Matching:
    """The items of two views paired. Everything here is the same whichever view is called the older.

    ``renewed``: the views are of two documents, so that what has another id and says the same is the same.
    """

    def __init__(self, old: Items, new: Items, names: Names, *, renewed: bool = False) -> None:
        self.old, self.new, self.names = old, new, names
        self.pairs: dict[Key, Key] = {key: key for key in old.by_key if key in new.by_key}
        """Old keys to new ones."""
        self.paired: set[Key] = set(self.pairs.values())
        """The new keys that have an old one."""
        self.replacements: list[Replacement] = []
        self._by_successors()
        for role in _LOCAL:
            self._by_title(role)
        self.renewed: set[Key] = set()
        """The old keys of what has another id in the new document, and was found by what it says."""
        if renewed:
            known = set(self.pairs)
            for role in _RENEWED:
                self._by_title(role)
            self._by_likeness()
            self.renewed = set(self.pairs) - known
        replaced = [*self.replacements]
        self.replaced_old = {i.key: n for n, r in enumerate(replaced) for i in r.old}
        self.replaced_new = {i.key: n for n, r in enumerate(replaced) for i in r.new}

    @cached_property
    def removed(self) -> list[Item]:
        """The old items that nothing answers to."""
        return [i for i in self.old.all if i.key not in self.pairs and i.key not in self.replaced_old]

    @cached_property
    def added(self) -> list[Item]:
        """The new items that answer to nothing."""
        return [i for i in self.new.all if i.key not in self.paired and i.key not in self.replaced_new]

    def is_same(self, old: Key | None, new: Key | None) -> bool:
        """Tell whether two parents are one, or one took the place of the other."""
        if old is None or new is None:
            return old is new
        replacement = self.replaced_old.get(old)
        return self.pairs.get(old) == new or (
            replacement is not None and replacement == self.replaced_new.get(new)
        )

    def _pair(self, old: Key, new: Key) -> None:
        self.pairs[old] = new
        self.paired.add(new)

    def _by_successors(self) -> None:
        """Pair what was renamed, and gather what was divided or merged; both may still be there beside it."""
        groups: dict[Key, set[tuple[bool, Key]]] = {}
        """New keys to the group that they are in: shared sets of (is new, key)."""
        of_old: dict[Key, set[tuple[bool, Key]]] = {}
        for old in self.old.by_key:
            for new in self._successors(old):
                one = of_old.setdefault(old, {(False, old)})
                other = groups.setdefault(new, {(True, new)})
                if one is not other:
                    one |= other
                    for is_new, key in other:
                        (groups if is_new else of_old)[key] = one
        for group in {id(g): g for g in of_old.values()}.values():
            olds = [key for is_new, key in group if not is_new]
            news = [key for is_new, key in group if is_new]
            both = [*(k for k in olds if k in self.pairs), *(k for k in news if k in self.paired)]
            if len(olds) == len(news) == 1 and not both:
                self._pair(olds[0], news[0])
            else:
                self.replacements.append(
                    Replacement(_in_order(olds, self.old), _in_order(news, self.new)),
                )
        self.replacements.sort(key=lambda r: self.new.position[r.new[0].key])

    def _successors(self, old: Key) -> Iterable[Key]:
        """Yield the new keys that took the place of an old one, unless both are there on both sides."""
        if old.role == GROUP or old.role in _LOCAL:
            return
        for id_ in self.names.reached(old.id):
            new = Key(old.role, id_)
            if new in self.new.by_key and not (old in self.pairs and new in self.paired):
                yield new

    def _by_title(self, role: str) -> None:
        left = _by_title(i for i in self.old.all if i.key.role == role and i.key not in self.pairs)
        right = _by_title(i for i in self.new.all if i.key.role == role and i.key not in self.paired)
        for title, items in left.items():
            others = right.get(title, [])
            if title and len(items) == len(others) == 1:
                self._pair(items[0].key, others[0].key)

    def _by_likeness(self) -> None:
        """Pair the åtaganden of a goal that were reworded and have new ids."""
        for a, b in list(self.pairs.items()):
            old = [
                i for i in self.old.children.get(a, ()) if i.key.role == PROMISE and i.key not in self.pairs
            ]
            new = [
                i for i in self.new.children.get(b, ()) if i.key.role == PROMISE and i.key not in self.paired
            ]
            if old and new:
                for i, j in align_either_way(old, new, text=lambda item: item.titel):
                    if i is not None and j is not None:
                        self._pair(old[i].key, new[j].key)


def _by_title(items: Iterable[Item]) -> dict[str, list[Item]]:
    """Return items by their titles without years."""
    found: dict[str, list[Item]] = {}
    for item in items:
        found.setdefault(without_years(item.titel), []).append(item)
    return found


def without_years(title: str) -> str:
    """Return the words of a title as they are compared across years."""
    return fold(_YEARS.sub(" ", title))


def _in_order(keys: Iterable[Key], items: Items) -> tuple[Item, ...]:
    return tuple(sorted((items.by_key[key] for key in keys), key=lambda item: items.position[item.key]))
