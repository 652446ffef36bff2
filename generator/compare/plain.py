"""The words of a text, for comparing: without layout, with notes where they are referred to.

Tables are left out: they are compared row by row.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.domain.avtryck import normalised
from generator.domain.fras import Emphasis, Footnote, Inline, Link, Phrase, Strong, plain
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

PARAGRAPH = "\n\n"
_WHITE = re.compile(r"[ \t\r\n\f\v]+")
_ODD = re.compile("[\t\r\n\f\v\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{WORD JOINER}\ufeff]|  ")
_INVISIBLE = dict.fromkeys(map(ord, "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{WORD JOINER}\ufeff"))


PIECE, POINT, HEADING = "stycke", "punkt", "rubrik"
"""What a text is made of."""


class Part(NamedTuple):
    """A paragraph, list item or heading of a text: what it is (``PIECE`` …), and its words."""

    kind: str
    text: str


def phrase_words(phrase: Phrase) -> str:
    """Return the words of a phrase on one line; no-break spaces stay, as they hold a number together."""
    return _tidied(_pieces(phrase.content))


def prose_words(text: Prosa) -> str:
    """Return the words of a text, its paragraphs, headings and list items with an empty line between."""
    return joined(prose_parts(text))


def joined(parts: Iterable[Part]) -> str:
    """Return the words of a text from its parts."""
    return PARAGRAPH.join(part.text for part in parts)


def prose_parts(text: Prosa) -> tuple[Part, ...]:
    """Return the paragraphs, headings and list items of a text that say something, in order."""
    found = (Part(kind, _tidied(words)) for kind, words in _blocks(text.content))
    return tuple(part for part in found if part.text)


def paragraphs(text: str) -> tuple[Part, ...]:
    """Return the paragraphs of words with an empty line between."""
    return tuple(Part(PIECE, words) for words in text.split(PARAGRAPH) if words)


def tables_in(blocks: Iterable[Block]) -> Iterator[Tabell]:
    """Yield the tables of a text in order, those in lists and quotations too."""
    for block in blocks:
        match block:
            case TableBlock(tabell):
                yield tabell
            case Quote(inner) | Excerpt(inner, _):
                yield from tables_in(inner)
            case ListBlock(_, items):
                for item in items:
                    yield from tables_in(item)


def same(one: str, other: str) -> bool:
    """Tell whether a reader would call two texts the same."""
    return one == other or normalised(one) == normalised(other)


def shortened(text: str, longest: int) -> str:
    """Return a text on one line, cut between words and with ”…” where it has more characters than that."""
    line = _WHITE.sub(" ", text).strip()
    if len(line) <= longest:
        return line
    cut = line.rfind(" ", 0, longest - 1)
    return f"{line[: cut if cut > 0 else longest - 2].rstrip(' ,;:')} …"


def _tidied(text: str) -> str:
    if _ODD.search(text) is None and unicodedata.is_normalized("NFC", text):
        return text.strip(" ")
    return _WHITE.sub(" ", unicodedata.normalize("NFC", text.translate(_INVISIBLE))).strip(" ")


def _blocks(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        match block:
            case Paragraph(content):
                yield PIECE, _pieces(content)
            case Heading(_, content):
                yield HEADING, _pieces(content)
            case Quote(inner) | Excerpt(inner, _):
                yield from _blocks(inner)
            case ListBlock(_, items):
                for item in items:
                    yield from points(_blocks(item))
            case Fetch(ref):
                yield PIECE, ref


def points(parts: Iterable[tuple[str, str]]) -> Iterator[Part]:
    """Yield the parts of a list item: the first is the item, what follows is as it is."""
    for number, (kind, words) in enumerate(parts):
        yield Part(kind if number else POINT, words)


def _pieces(content: tuple[Inline, ...]) -> str:
    return "".join(map(_piece, content))


def _piece(piece: Inline) -> str:
    match piece:
        case Strong(content) | Emphasis(content):
            return _pieces(content)
        case Link(href, content):
            words = _pieces(content)
            return words if href.startswith("#") or href in words else f"{words} ({href})"
        case Footnote(phrases):
            return f" ({' '.join(_pieces(p.content) for p in phrases)}) "
        case _:
            return plain((piece,))
