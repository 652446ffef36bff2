"""Fingerprints of what an item means: the same while only its white space, emphasis or place changes.

Two texts have the same fingerprint when a reader would call them the same text. What does not carry meaning
(where it is measured, how often, its baseline, who is told) is left out: a fingerprint that changes
for nothing makes people confirm without reading.
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator

from generator.domain.fras import Emphasis, Footnote, Inline, Link, Phrase, Strong, plain
from generator.domain.korpus import Item
from generator.domain.mal import Atagande, Direktiv, Indikator, Nod, Uppdrag
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

LENGTH = 16
"""Hexadecimal digits. 64 bits tell more texts apart than anybody writes."""

_INVISIBLE = dict.fromkeys(map(ord, "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{WORD JOINER}\ufeff"))


def avtryck(item: Item, text: Prosa | None = None) -> str:
    """Return the fingerprint of an item's meaning, 16 hexadecimal digits.

    ``text`` is the text of a nod whose text stands elsewhere: a nämnd's own, in the answer to it.
    """
    parts = "\x1f".join(normalised(part) for part in _meaning(item, text))
    return hashlib.sha256(parts.encode("utf-8", "replace")).hexdigest()[:LENGTH]


def normalised(text: str) -> str:
    """Return the text with composed letters and one ordinary space where there is any white space."""
    return " ".join(unicodedata.normalize("NFC", text.translate(_INVISIBLE)).split())


def _meaning(item: Item, text: Prosa | None) -> Iterator[str]:
    match item:
        case Nod():
            yield "mål"
            yield str(item.titel)
            yield _prose(item.text)
            yield _prose(text or Prosa())
        case Uppdrag():
            yield from _order(item)
        case Indikator():
            yield "indikator"
            yield from (_phrase(item.namn), _phrase(item.malvarde))
        case Atagande():
            yield "åtagande"
            yield _prose(item.text)
            yield item.ansvarig


def _order(uppdrag: Uppdrag) -> Iterator[str]:
    yield "uppdrag"
    yield _prose(uppdrag.text)
    yield " ".join(sorted(uppdrag.mottagare)) + (" *" if uppdrag.alla_namnder else "")
    yield " ".join(sorted(uppdrag.samverkar_med))
    yield str(uppdrag.senast or "")
    yield "återrapporteras" if uppdrag.aterrapporteras else ""
    for punkt in uppdrag.punkter if isinstance(uppdrag, Direktiv) else ():
        yield from _order(punkt)


def _prose(text: Prosa) -> str:
    """Return the words; where a paragraph ends is a matter of layout."""
    return " ".join(words for block in text.content for words in _block(block))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(content) | Heading(_, content):
            yield _pieces(content)
        case Quote(blocks) | Excerpt(blocks, _):
            for each in blocks:
                yield from _block(each)
        case ListBlock(_, items):
            for each in (b for item in items for b in item):
                yield from _block(each)
        case TableBlock(tabell):
            yield tabell.titel
            for rad in tabell.rader:
                yield from (_phrase(c) if isinstance(c, Phrase) else str(c or "") for c in rad.celler)
        case Fetch(ref):
            yield ref


def _phrase(phrase: Phrase) -> str:
    return _pieces(phrase.content)


def _pieces(content: tuple[Inline, ...]) -> str:
    """Return the words without marks; a note comes where it is referred to, as it limits what is said."""
    return "".join(_piece(piece) for piece in content)


def _piece(piece: Inline) -> str:
    match piece:
        case Strong(content) | Emphasis(content) | Link(_, content):
            return _pieces(content)
        case Footnote(phrases):
            return f" ({' '.join(_phrase(p) for p in phrases)}) "
        case _:
            return plain((piece,))
