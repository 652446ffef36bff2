"""Prose as a small tree: what Markdown can say that a steering document needs, and nothing more.

Blocks hold blocks or phrases, phrases hold inline pieces. The tree knows neither Markdown nor Word.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from generator.diagnostics import NOWHERE, Position
from generator.diagnostics.values import dataclass
from generator.domain.fras import Inline, plain
from generator.domain.tabell import Tabell


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph.

    ``lines`` are its lines as they were typed, so that a finding can lead to the very word.
    """

    content: tuple[Inline, ...]
    position: Position = field(default=NOWHERE, compare=False)
    lines: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside prose; level 2 stands under a chapter's title, which is level 1."""

    level: int
    content: tuple[Inline, ...]
    anchor: str = ""
    position: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A bullet list, or a numbered one that starts at ``start``; every list begins anew."""

    ordered: bool
    items: tuple[tuple[Block, ...], ...]
    start: int = 1


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation set apart."""

    content: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table, of words or of figures; its caption is the table's title."""

    tabell: Tabell


@dataclass(frozen=True, slots=True)
class Fetch:
    """A place where a text decided above is to be printed: written ``[=vision]`` on a line of its own."""

    ref: str
    position: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A text decided above, fetched word for word, and the name of the body that decided it."""

    content: tuple[Block, ...]
    beslutad_av: str


Block = Paragraph | Heading | ListBlock | Quote | TableBlock | Fetch | Excerpt


@dataclass(frozen=True, slots=True)
class Prosa:
    """A text of several blocks. The empty text is falsy.

    ``position`` is where it begins in its source; ``anchor`` the id of the item whose text it is, or empty.
    """

    content: tuple[Block, ...] = ()
    anchor: str = ""
    position: Position = field(default=NOWHERE, compare=False)

    def __bool__(self) -> bool:
        return bool(self.content)

    def __str__(self) -> str:
        return "\n\n".join(block_text(block) for block in self.content)


def block_text(block: Block) -> str:
    """Return the words of a block as plain text, for comparing and for tests."""
    match block:
        case Paragraph(content) | Heading(_, content):
            return plain(content)
        case ListBlock(_, items):
            return "\n".join("\n".join(block_text(b) for b in item) for item in items)
        case Quote(blocks) | Excerpt(blocks, _):
            return "\n".join(block_text(b) for b in blocks)
        case TableBlock(tabell):
            return tabell.titel
        case Fetch(ref):
            return ref


def headings(prosa: Prosa) -> Iterator[Heading]:
    """Yield the headings of a text in order."""
    return (block for block in prosa.content if isinstance(block, Heading))


def tables(prosa: Prosa) -> Iterator[Tabell]:
    """Yield the tables of a text in order."""
    return (block.tabell for block in prosa.content if isinstance(block, TableBlock))
