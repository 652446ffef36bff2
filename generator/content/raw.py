"""Markdown as blocks with places, before anyone has said what they mean.

Tables are still cells of text, list items still carry their attributes. The readers of goals, answers and
chapters decide what they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from generator.content.attributes import Attributes
from generator.content.findings import Findings
from generator.content.source import Source
from generator.diagnostics import Position
from generator.diagnostics.values import dataclass
from generator.domain.fras import Inline, Phrase, plain
from generator.domain.prosa import Block, Fetch, ListBlock, Paragraph


@dataclass(frozen=True, slots=True)
class RawHeading:
    """A heading with its level from 1."""

    level: int
    content: tuple[Inline, ...]
    attributes: Attributes
    position: Position

    @property
    def text(self) -> str:
        """The heading's words."""
        return plain(self.content).strip()


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell of a table: its phrase, and its text as it was typed."""

    phrase: Phrase
    text: str
    position: Position


@dataclass(frozen=True, slots=True)
class RawTable:
    """A table of raw cells; ``right`` tells which columns are aligned right.

    It may come ``from_sheet``; one that could not be read there ``is_lost``, and nothing more is said of it.
    """

    head: tuple[RawCell, ...]
    rows: tuple[tuple[RawCell, ...], ...]
    right: tuple[bool, ...]
    position: Position
    from_sheet: bool = False
    is_lost: bool = False


@dataclass(frozen=True, slots=True)
class RawItem:
    """An item of a list with its attributes; ``points`` are the items of the lists inside it."""

    content: tuple[Block, ...]
    attributes: Attributes
    position: Position
    points: tuple[RawItem, ...] = ()


@dataclass(frozen=True, slots=True)
class RawList:
    """A list whose items keep their attributes."""

    ordered: bool
    start: int
    items: tuple[RawItem, ...]
    position: Position


@dataclass(frozen=True, slots=True)
class RawProse:
    """A block that means just what it says; only a caption may have attributes."""

    block: Block
    attributes: Attributes
    position: Position


Raw = RawHeading | RawTable | RawList | RawProse


@dataclass(slots=True)
class Page:
    """The blocks of one Markdown text, and all its attributes by line."""

    source: Source
    blocks: list[Raw] = field(default_factory=list)
    attributes: Mapping[int, Attributes] = field(default_factory=dict)

    def ids(self) -> frozenset[str]:
        """Return every id that the text gives to something."""
        named = {a.id for a in self.attributes.values()}
        rows = (r for b in self.blocks if isinstance(b, RawTable) for r in (_ids(b)))
        return frozenset((*named, *rows))


def _ids(table: RawTable) -> list[str]:
    if not table.head or table.head[0].text.strip().casefold() != "id":
        return []
    return [row[0].text.strip() for row in table.rows]


def as_prose(raw: RawProse | RawList, findings: Findings) -> Block:
    """Return the block as prose; attributes that nothing takes up are noted (S001)."""
    if isinstance(raw, RawList):
        report_unused_in(raw.items, findings)
        return list_block(raw)
    report_unused(raw.attributes, findings)
    return raw.block


def list_block(raw: RawList) -> ListBlock:
    """Return the list as prose; what its items' attributes say is for others to take up."""
    return ListBlock(raw.ordered, tuple(item.content for item in raw.items), raw.start)


def report_unused_in(items: tuple[RawItem, ...], findings: Findings) -> None:
    """Note attributes of items, and of items inside them, that nothing takes up (S001)."""
    for item in items:
        report_unused(item.attributes, findings)
        report_unused_in(item.points, findings)


def report_unused(attributes: Attributes, findings: Findings) -> None:
    """Note attributes that stand where they mean nothing (S001)."""
    if attributes:
        said = f"#{attributes.id}" if attributes.id else " ".join(f'{k}="…"' for k in attributes.values)
        hint = "Ta bort klammern, eller flytta den till rubriken, listpunkten eller tabellen som den gäller."
        findings.error("S001", f"”{{{said}}}” hör inte till något här", attributes.position, hint)


def without_fetches(block: Block, position: Position, findings: Findings) -> Block:
    """Return the block; a text cannot be fetched into it, and an attempt is noted (S003)."""
    if isinstance(block, Fetch):
        hint = "Hämta texten i ett av dokumentets kapitel."
        findings.error("S003", f"Texten ”{block.ref}” kan inte hämtas hit", position, hint)
        return Paragraph(())
    return block
