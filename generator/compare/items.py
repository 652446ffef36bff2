"""What changed between two versions, item by item, as the newer document reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType

from generator.compare.change import LEFT_OUT, PARENT, REPLACED, Along, Change
from generator.compare.item import (
    ACROSS,
    CHAPTER,
    DOCUMENT,
    GROUP,
    MODEL,
    TABLE,
    Item,
    Items,
    Key,
    Value,
)
from generator.compare.matching import Matching, without_years
from generator.compare.names import Names, Successors
from generator.compare.parts import part_changes
from generator.compare.plain import same
from generator.compare.scope import is_of_other_years, is_same_document, reach
from generator.compare.tables import table_changes
from generator.compare.told import below_title, changed, counted, path, reordered, replaced, whole
from generator.compare.walk import items_of
from generator.documents.view import View

NOTHING: Successors = MappingProxyType({})
_EVERYWHERE = (DOCUMENT, MODEL)
"""What every document has: it is neither added nor removed."""
_PRINTED = (CHAPTER, TABLE)
"""What each kind of document has of its own."""
_NONE = Key("", "")
_DATED = ("titel", "period")
"""What is another every year of itself: ”Budget 2019”, ”Budget 2020”."""

Place = tuple[int, int, int, int]
"""Where a change is told: place in the new document, at it or after it (1), place in the old one, turn."""


def item_changes(old: View, new: View, successors: Successors = NOTHING) -> tuple[Change, ...]:
    """Return what changed from one view to another; nothing when they say the same.

    ``successors`` maps ids of the older to those that replaced them. Of documents of different kinds only
    what both can have is compared (``values``). The changes of (new, old), with the successors turned round,
    mirror these.
    """
    found = _Comparison(old, new, Names(successors)).changes()
    return tuple(change for _, change in sorted(found, key=lambda each: each[0]))


class _Comparison:
    def __init__(self, old: View, new: View, names: Names) -> None:
        self.names = names
        self.same_kind = old.dokument.slag == new.dokument.slag
        self.most = reach(old, new)
        self.old, self.new = items_of(old), items_of(new)
        self.matching = Matching(self.old, self.new, names, renewed=not is_same_document(old, new))
        self.years_differ = is_of_other_years(old, new)
        self.back = {new: old for old, new in self.matching.pairs.items()}
        self.removed = {item.key for item in self.matching.removed}
        self.added = {item.key for item in self.matching.added}
        self.moved = frozenset(self._moved())

    def _moved(self) -> Iterator[Key]:
        """Yield the old keys of what has another parent now."""
        for a, b in self.matching.pairs.items():
            is_told = self.same_kind or a.role not in _PRINTED
            if is_told and not self.matching.is_same(self.old.by_key[a].parent, self.new.by_key[b].parent):
                yield a

    def changes(self) -> Iterator[tuple[Place, Change]]:
        """Yield every change and where it is told: removed things where they stood."""
        yield from self._of_order(None, None)
        for a, b in self.matching.pairs.items():
            old, new = self.old.by_key[a], self.new.by_key[b]
            for number, change in enumerate(self._of_pair(old, new)):
                yield (self.new.position[b], 0, number, 0), change
            yield from self._of_order(old, new)
        for replacement in self.matching.replacements:
            yield (self.new.position[replacement.new[0].key], 0, -1, 0), replaced(replacement)
        for item in self.matching.added:
            if self._is_told(item, self.new, self.added):
                yield (self.new.position[item.key], 0, 0, 0), self._whole(item, is_new=True)
        places = self._where_removed()
        for item in self.matching.removed:
            if self._is_told(item, self.old, self.removed):
                yield places[item.key], self._whole(item, is_new=False)

    def _of_pair(self, old: Item, new: Item) -> Iterator[Change]:
        is_other = old.key.id != new.key.id and old.key not in self.matching.renewed
        is_replaced = is_other and new.key.role not in _PRINTED
        if is_replaced:
            yield changed(old, new, REPLACED, old.titel, new.titel)
        if old.key in self.moved:
            yield replace(changed(old, new, PARENT, path(old), path(new)), change="moved")
        for before, after in zip(old.values, new.values, strict=True):
            if self._differs(before, after) and not (is_replaced and before.field == "titel"):
                change = changed(old, new, before.field, before.text, after.text)
                is_left = before.field == LEFT_OUT
                told = replace(change, along=self._left(old, new)) if is_left else change
                yield from part_changes(before.parts, after.parts, told)
        if old.tabell is not None and new.tabell is not None and old.tabell != new.tabell:
            yield from table_changes(old.tabell, new.tabell, changed(old, new, "", "", ""), self.names)

    def _differs(self, old: Value, new: Value) -> bool:
        if old.when > self.most or (old.when == ACROSS and self.same_kind) or same(old.text, new.text):
            return False
        if self.years_differ and old.field in _DATED and without_years(old.text) == without_years(new.text):
            return False
        now = [self.names.now(value.text).casefold() for value in (old, new)]
        return not (old.bodies and same(*now))

    def _left(self, old: Item, new: Item) -> tuple[Along, ...]:
        """Return what went when a document left a goal out, or came when it no longer did."""
        gone = self._below(old, self.old, self.removed) if new.left_out else ()
        come = self._below(new, self.new, self.added) if old.left_out else ()
        return counted((*gone, *come))

    def _of_order(self, old: Item | None, new: Item | None) -> Iterator[tuple[Place, Change]]:
        """Yield one change for each kind of things that stand in another order below a parent."""
        before = [i for i in self.old.children.get(old.key if old else None, ()) if self._stayed(i)]
        children = self.new.children.get(new.key if new else None, ())
        for role in dict.fromkeys(item.key.role for item in before):
            ours = [i for i in before if i.key.role == role]
            where = {self.matching.pairs[i.key]: n for n, i in enumerate(ours)}
            theirs = [i for i in children if i.key in where]
            order = [where[i.key] for i in theirs]
            if order != sorted(order):
                at = self.new.position[new.key if new else theirs[0].key]
                yield (at, 0, len(theirs), 0), reordered(old, new, ours, theirs)

    def _stayed(self, item: Item) -> bool:
        """Tell whether an old item stands below the same parent, and where it stands is worth telling."""
        role = item.key.role
        is_there = item.key in self.matching.pairs and item.key not in self.moved
        return is_there and role != GROUP and (self.same_kind or role not in _PRINTED)

    def _whole(self, item: Item, *, is_new: bool) -> Change:
        items, gone = (self.new, self.added) if is_new else (self.old, self.removed)
        below = () if item.key.role == GROUP else self._below(item, items, gone)
        above = self.new.by_key.get(self.matching.pairs.get(item.parent, _NONE)) if item.parent else None
        place = item.place if is_new or above is None else below_title(above)
        return replace(whole(item, counted(below), is_new=is_new), place=place)

    def _below(self, item: Item, items: Items, gone: set[Key]) -> Iterator[Item]:
        """Yield what comes or goes with an item: all below it that is new, or that is nowhere else now."""
        for child in items.children.get(item.key, ()):
            if child.key in gone:
                yield child
                yield from self._below(child, items, gone)

    def _is_told(self, item: Item, items: Items, gone: set[Key]) -> bool:
        """Tell whether an item's coming or going is a change by itself, and not one with something above."""
        role, others = item.key.role, self.old if items is self.new else self.new
        if role in _EVERYWHERE or (role == GROUP and not any(v.text for v in item.values)):
            return False
        if item.parent in gone and item.parent.role != GROUP:
            return False
        if not self.same_kind and (role in _PRINTED or role not in others.roles):
            return False
        return not self._left_with_goal(item, items)

    def _left_with_goal(self, item: Item, items: Items) -> bool:
        """Tell whether it came or went because the document left out, or did not, the goal above it."""
        if item.parent is None:
            return False
        if items is self.old:
            other = self.new.by_key.get(self.matching.pairs.get(item.parent, _NONE))
        else:
            other = self.old.by_key.get(self.back.get(item.parent, _NONE))
        return other is not None and other.left_out and not items.by_key[item.parent].left_out

    def _where_removed(self) -> Mapping[Key, Place]:
        """Return the places of what is gone: after what stood before it and has stayed where it was."""
        found: dict[Key, Place] = {}
        last = -1
        for number, item in enumerate(self.old.all):
            if item.key in self.matching.pairs and item.key not in self.moved:
                last = self.new.position[self.matching.pairs[item.key]]
            found[item.key] = (last, 1, number, 0)
        return found
