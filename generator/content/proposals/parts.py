"""A text as headings with what stands right under each, so that one can be laid over another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field

from generator.content.attributes import NONE, Attributes
from generator.content.raw import Raw, RawHeading, RawItem, RawList, RawProse
from generator.diagnostics.values import dataclass


@dataclass(slots=True, eq=False)
class Part:
    """A heading (None for the whole text), what stands right under it, and the headings below it."""

    heading: RawHeading | None = None
    own: list[Raw] = field(default_factory=list)
    children: list[Part] = field(default_factory=list)

    @property
    def level(self) -> int:
        """The heading's level; 0 for the whole."""
        return self.heading.level if self.heading is not None else 0

    @property
    def said(self) -> Attributes:
        """The heading's attributes."""
        return self.heading.attributes if self.heading is not None else NONE

    @property
    def text(self) -> str:
        """The heading's words."""
        return self.heading.text if self.heading is not None else ""

    def below(self) -> Iterator[tuple[Part, Part]]:
        """Yield everything below with its holder, in the order of the text."""
        for child in self.children:
            yield child, self
            yield from child.below()


def parts_of(blocks: Iterable[Raw]) -> Part:
    """Return the blocks under their headings."""
    root = Part()
    open_ = [root]
    for raw in blocks:
        if isinstance(raw, RawHeading):
            while open_[-1].level >= raw.level:
                open_.pop()
            part = Part(raw)
            open_[-1].children.append(part)
            open_.append(part)
        else:
            open_[-1].own.append(raw)
    return root


def blocks_of(part: Part) -> list[Raw]:
    """Return the blocks of a text in order again."""
    found: list[Raw] = [part.heading] if part.heading is not None else []
    found += part.own
    for child in part.children:
        found += blocks_of(child)
    return found


def attributes_in(blocks: Iterable[Raw]) -> Iterator[Attributes]:
    """Yield the attributes of all headings, captions and items."""
    for raw in blocks:
        if isinstance(raw, RawHeading | RawProse):
            if raw.attributes:
                yield raw.attributes
        elif isinstance(raw, RawList):
            yield from _of_items(raw.items)


def _of_items(items: tuple[RawItem, ...]) -> Iterator[Attributes]:
    for item in items:
        if item.attributes:
            yield item.attributes
        yield from _of_items(item.points)
