"""What is compared: the items of a view, each with its parent and its values."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from generator.compare.plain import Part
from generator.diagnostics.values import dataclass
from generator.domain.tabell import Tabell

GOAL, ORDER, DIRECTIVE, MEASURE, PROMISE = "mål", "uppdrag", "direktiv", "indikator", "åtagande"
CHAPTER, TABLE, DOCUMENT, MODEL, GROUP = "kapitel", "tabell", "dokument", "styrmodell", "grupp"
"""What an item is, whatever a styrmodell calls it. A group only tells where other things stand."""

ACROSS, ALWAYS, OF_KIND, OF_DOCUMENT = -1, 0, 1, 2
"""When a value can be compared: between documents of two kinds alone, always, between documents of one kind,
between versions of one document."""


class Key(NamedTuple):
    """What an item is known by in one view: its role, its id, and which of those with that id it is."""

    role: str
    id: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Value:
    """A value of an item in words. ``bodies``: it names bodies, whose names change of themselves.

    ``parts`` are the paragraphs and list items of a text; none of what is no text.
    """

    field: str
    text: str
    when: int = ALWAYS
    bodies: bool = False
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """An item; ``place`` are the titles above it, ``left_out`` that the document does not take it up."""

    key: Key
    id: str
    kind: str
    plural: str
    titel: str
    parent: Key | None
    place: tuple[str, ...]
    values: tuple[Value, ...] = ()
    tabell: Tabell | None = None
    left_out: bool = False


class Items:
    """The items of one view in the order of the document."""

    def __init__(self, items: tuple[Item, ...]) -> None:
        self.all = items
        self.by_key = {item.key: item for item in items}
        self.position = {item.key: number for number, item in enumerate(items)}

    @cached_property
    def children(self) -> dict[Key | None, list[Item]]:
        """The items right below each other item."""
        found: dict[Key | None, list[Item]] = {}
        for item in self.all:
            found.setdefault(item.parent, []).append(item)
        return found

    @cached_property
    def roles(self) -> frozenset[str]:
        """The roles that occur."""
        return frozenset(item.key.role for item in self.all)

    def above(self, item: Item) -> Iterator[Item]:
        """Yield the items above, nearest first."""
        parent = item.parent
        while parent is not None:
            found = self.by_key[parent]
            yield found
            parent = found.parent
