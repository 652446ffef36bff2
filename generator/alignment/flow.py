"""A document as the text a reader meets, in order: what two versions are laid beside each other by.

A flow knows nothing of the file it came from, but whether it was read out of a printed page, where
line breaks, hyphens and generated numbers are traces of the printing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import StrEnum

from generator.diagnostics.values import dataclass

NOTE = "\ufff9"
"""Stands in a text where a note is referred to; never printed (an interlinear mark that no text has)."""
CELL = "\t"
"""Stands between the cells of a row; a tab inside a cell is a blank."""
LINE = "\n"
"""A line break that is kept: inside an address, between the paragraphs of a cell."""


class Kind(StrEnum):
    """What a block of a flow is."""

    RUBRIK = "rubrik"
    STYCKE = "stycke"
    PUNKT = "punkt"
    RAD = "rad"
    FOTNOT = "fotnot"
    BILDTEXT = "bildtext"
    RUTA = "ruta"
    BILD = "bild"


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item, table row (cells parted by ``CELL``), note, caption, box, picture.

    ``level``: of a heading 1–9 (0 the title), of a list item from 0. ``number``: as printed (``3.1``,
    ``a)``, ``•``); never part of ``text``. ``table``: which table a row belongs to, counted from 1; else 0.
    ``anchor`` is the bookmark of the item that stands here; ``sign`` tells what is not text (a picture's
    digest). ``place``: the headings it stands under, outermost first. ``page`` from 1, 0 when not known.
    """

    kind: Kind
    text: str
    level: int = 0
    number: str = ""
    table: int = 0
    anchor: str = ""
    sign: str = ""
    place: tuple[str, ...] = ()
    page: int = 0

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of a row; the whole text of anything else."""
        return tuple(self.text.split(CELL))


@dataclass(frozen=True, slots=True)
class Flow:
    """A document's blocks in reading order. ``margins`` are its headers and footers, each text once.

    ``printed``: read from pages, so that the traces of printing are not changes. ``said``: Swedish
    sentences on what was done on the way (tracked changes accepted).
    """

    blocks: tuple[Block, ...]
    margins: tuple[str, ...] = ()
    printed: bool = False
    said: tuple[str, ...] = ()


def placed(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return the blocks with the headings above each; a heading stands under those of higher rank."""
    found: list[Block] = []
    above: list[tuple[int, str]] = []
    place: tuple[str, ...] = ()
    for block in blocks:
        if block.kind is Kind.RUBRIK and block.level > 0:
            while above and above[-1][0] >= block.level:
                above.pop()
            found.append(replace(block, place=tuple(words for _, words in above)))
            above.append((block.level, heading_words(block)))
            place = tuple(words for _, words in above)
        else:
            found.append(replace(block, place=place))
    return tuple(found)


def heading_words(block: Block) -> str:
    """Return a heading as it is named: ”3.1 Mål”."""
    return " ".join(f"{block.number} {block.text}".replace(NOTE, "").split(" ")).strip()


def plain(text: str) -> str:
    """Return a text on one line, without the marks of notes, cells and lines."""
    return " ".join(text.replace(NOTE, "").replace(CELL, " ").replace(LINE, " ").split(" ")).strip()


def notes_last(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks with the notes after all else: printed pages do not tell where each belongs."""
    rest = [block for block in blocks if block.kind is not Kind.FOTNOT]
    return (*rest, *(block for block in blocks if block.kind is Kind.FOTNOT))
