"""Walking through prose: the links in it, the values it names, and the texts it fetches."""

from __future__ import annotations

from collections.abc import Iterator

from generator.domain.fras import Emphasis, Figure, Footnote, Inline, Link, Phrase, Strong
from generator.domain.prosa import (
    Block,
    Excerpt,
    Fetch,
    Heading,
    ListBlock,
    Paragraph,
    Prosa,
    Quote,
    TableBlock,
)
from generator.domain.tabell import Tabell

Reference = Link | Figure


def fetches(text: Prosa) -> Iterator[Fetch]:
    """Yield the places where a text decided above is to be printed."""
    return (block for block in text.content if isinstance(block, Fetch))


def references(text: Prosa) -> Iterator[Reference]:
    """Yield the links of a text and the values it names, those in lists, tables and notes included."""
    for block in text.content:
        yield from _in_block(block)


def phrase_references(*phrases: Phrase) -> Iterator[Reference]:
    """Yield the links of phrases and the values they name."""
    for phrase in phrases:
        yield from _in_pieces(phrase.content)


def _in_block(block: Block) -> Iterator[Reference]:
    match block:
        case Paragraph(content) | Heading(_, content):
            yield from _in_pieces(content)
        case Quote(blocks) | Excerpt(blocks, _):
            for each in blocks:
                yield from _in_block(each)
        case ListBlock(_, items):
            for each in (b for item in items for b in item):
                yield from _in_block(each)
        case TableBlock(tabell):
            yield from _in_table(tabell)
        case Fetch():
            pass


def _in_table(tabell: Tabell) -> Iterator[Reference]:
    cells = (cell for rad in tabell.rader for cell in rad.celler)
    titles = (kolumn.titel for kolumn in tabell.kolumner)
    return phrase_references(*titles, *(cell for cell in cells if isinstance(cell, Phrase)))


def _in_pieces(content: tuple[Inline, ...]) -> Iterator[Reference]:
    for piece in content:
        match piece:
            case Link(_, inner):
                yield piece
                yield from _in_pieces(inner)
            case Figure():
                yield piece
            case Strong(inner) | Emphasis(inner):
                yield from _in_pieces(inner)
            case Footnote(phrases):
                yield from phrase_references(*phrases)
