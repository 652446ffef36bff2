"""A document of as many pages as are asked for, and the same with one block in twenty edited.

Made by counting, so that it is the same in every run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from zlib import crc32

from benchmarks.document import CHAPTERS, forty_pages
from generator.documents.view import KapitelVy, View
from generator.domain.belopp import Belopp
from generator.domain.fras import Footnote, Inline, Phrase, Text, plain
from generator.domain.prosa import Block, Heading, Paragraph, Prosa, TableBlock
from generator.domain.tabell import Rad

PAGES = 40
EVERY = 20
"""Pages of a document with so many chapters as ``CHAPTERS``; one block in so many is edited."""

_ADDED = "Nämnden återkommer i frågan när underlaget har granskats, senast i samband med årsredovisningen."
_REWRITTEN = (
    "Förslaget har arbetats om efter remissen och ersätter det som tidigare stod här om ansvar och tid"
)


def pair(pages: int) -> tuple[View, View]:
    """Return the document before and after the edits."""
    view = forty_pages(max(1, pages * CHAPTERS // PAGES))
    numbers = count(1)
    chapters = tuple(_edited(chapter, numbers) for chapter in view.kapitel_fore)
    return view, replace(view, kapitel_fore=chapters)


def _edited(chapter: KapitelVy, numbers: Iterator[int]) -> KapitelVy:
    blocks: list[Block] = []
    for block in chapter.text.content:
        number = next(numbers)
        blocks += _edit(block, number) if _chosen(number) else (block,)
    title = f"{chapter.titel} och mål" if _chosen(next(numbers)) else str(chapter.titel)
    return replace(chapter, titel=Phrase.of(title, chapter.titel.anchor), text=Prosa(tuple(blocks)))


def _chosen(number: int) -> bool:
    """Tell whether a block is among those to edit: spread as if thrown, and the same each time."""
    return crc32(str(number).encode()) % EVERY == 0


def _edit(block: Block, turn: int) -> tuple[Block, ...]:
    """Return what becomes of a block; what is done to paragraphs goes by turns."""
    match block:
        case Heading():
            return (replace(block, content=(Text(f"{plain(block.content)} och omland"),)),)
        case TableBlock(tabell):
            return (TableBlock(replace(tabell, rader=_rows(tabell.rader, turn))),)
        case Paragraph():
            return _PARAGRAPHS[turn % len(_PARAGRAPHS)](block)
        case _:
            return (block,)


def _reworded(block: Paragraph) -> tuple[Block, ...]:
    changed = (_changed(piece) for piece in block.content)
    return (Paragraph(tuple(changed)),)


def _changed(piece: Inline) -> Inline:
    match piece:
        case Text(value):
            return Text(
                value.replace(" som ", " vilken ").replace(" och ", " samt ").replace(" i ", " inom ")
            )
        case Footnote(content):
            return Footnote(tuple(Phrase.of(f"{phrase} Se även bilagan.") for phrase in content))
        case _:
            return piece


def _followed(block: Paragraph) -> tuple[Block, ...]:
    return block, Paragraph((Text(_ADDED),))


def _gone(block: Paragraph) -> tuple[Block, ...]:
    return () if not any(isinstance(piece, Footnote) for piece in block.content) else _reworded(block)


def _anew(block: Paragraph) -> tuple[Block, ...]:
    return (Paragraph((Text(f"{_REWRITTEN}: {len(plain(block.content))}."),)),)


_PARAGRAPHS: tuple[Callable[[Paragraph], tuple[Block, ...]], ...] = (
    _reworded,
    _reworded,
    _followed,
    _gone,
    _reworded,
    _anew,
)


def _rows(rows: tuple[Rad, ...], turn: int) -> tuple[Rad, ...]:
    """Return the rows with an amount changed, a row less, or a row more, by turns."""
    first, second, *rest = rows
    if turn % 3 == 1:
        return (first, *rest)
    if turn % 3 == 2:  # noqa: PLR2004 - the third of three
        return (
            first,
            replace(first, id="ny", celler=(Phrase.of("Tandvård"), *first.celler[1:])),
            second,
            *rest,
        )
    name, amount, *others = second.celler
    more = Belopp(amount.value + 1, amount.enhet) if isinstance(amount, Belopp) else amount
    return (first, replace(second, celler=(name, more, *others)), *rest)
