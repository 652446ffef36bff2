"""How many changes a person sees in a redline: marks that stand beside each other are one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from generator.ooxml.redline.names import (
    BODY,
    DEL,
    FALLBACK,
    INS,
    MATH,
    PPR,
    RPR,
    TBL,
    TC,
    TCPR,
    TR,
    TRPR,
    P,
    R,
)
from generator.ooxml.xml import Element, qn

_CONTENT = (INS, DEL)
_CELL = (qn("w:cellIns"), qn("w:cellDel"))
_LOOKS = tuple(qn(f"w:{name}Change") for name in ("rPr", "pPr", "tblPr", "tblPrEx", "trPr", "tcPr", "sectPr"))
_CELL_LOOK = qn("w:tcPrChange")
_NOTES = (qn("w:footnotes"), qn("w:endnotes"))
_EQUATION = f"{MATH}oMath"


def count_changes(roots: Iterable[Element]) -> int:
    """Return how many stretches of changed text, and of changed looks, there are in some parts.

    What is deleted and what is inserted in its place are one change, and so are a column, and paragraphs or
    rows that follow each other. A note that came or went with its reference is no change of its own.
    """
    return sum(_Count().of(root) for root in roots)


class _Count:
    def __init__(self) -> None:
        self._changes = 0
        self._in_text = self._in_looks = False
        self._is_reset = True
        self._row: tuple[Element | None, bool] = (None, False)
        self._columns: set[tuple[Element, int]] = set()
        self._ended: bool | None = None
        """Whether the end of the paragraph before is marked; None at the beginning of a text."""

    def of(self, root: Element) -> int:
        for block in _blocks(root):
            if next(block.iter(*_CONTENT, *_CELL, *_LOOKS), None) is None:
                self._in_text = self._in_looks = False
                self._ended = False
            elif root.tag not in _NOTES or not _is_whole(block):
                self._walk(block)
        return self._changes

    def _walk(self, block: Element) -> None:
        walk = etree.iterwalk(block, events=("start",))
        for _, element in walk:
            tag = element.tag
            if tag == FALLBACK:
                walk.skip_subtree()
            elif tag == TR and _is_marked(element, TRPR):
                self._end_paragraph()
                self._text(changed=True)
                self._ended = True
                walk.skip_subtree()
            elif tag == TC and _is_marked(element, TCPR, _CELL):
                self._column(element)
                walk.skip_subtree()
            elif tag == P:
                self._end_paragraph()
                self._ended = _has_marked_end(element)
                self._is_reset = next(element.iterchildren(PPR), element).find(_LOOKS[1]) is None
            elif tag in {R, _EQUATION} and (parent := element.getparent()) is not None:
                self._text(changed=parent.tag in _CONTENT)
                if self._is_reset and element.find(f"{RPR}/{_LOOKS[0]}") is None:
                    self._in_looks = False
            elif tag in _LOOKS:
                if tag != _CELL_LOOK or not self._makes_room(element):
                    self._changes += not self._in_looks
                    self._in_looks = True
                walk.skip_subtree()

    def _column(self, cell: Element) -> None:
        """Count a new or a gone cell, once for those beside it and for those of other rows in its place."""
        before = list(cell.itersiblings(TC, preceding=True))
        table = next(cell.iterancestors(TBL), cell)
        if (not before or not _is_marked(before[0], TCPR, _CELL)) and (
            table,
            len(before),
        ) not in self._columns:
            self._columns.add((table, len(before)))
            self._changes += 1
        self._in_text = self._in_looks = self._ended = False

    def _makes_room(self, look: Element) -> bool:
        """Tell whether a cell looks otherwise beside one that came or went: its width follows from that."""
        row = next(look.iterancestors(TR), None)
        if row is not None and row is not self._row[0]:
            self._row = row, any(_is_marked(cell, TCPR, _CELL) for cell in row.iterchildren(TC))
        return self._row[1]

    def _end_paragraph(self) -> None:
        if self._ended is not None:
            self._text(changed=self._ended)

    def _text(self, *, changed: bool) -> None:
        self._changes += changed and not self._in_text
        self._in_text = changed


def _blocks(root: Element) -> Iterator[Element]:
    for block in next(root.iterchildren(BODY), root):
        if isinstance(block.tag, str):
            yield block


def _has_marked_end(paragraph: Element) -> bool:
    properties = next(paragraph.iterchildren(PPR), None)
    return properties is not None and _is_marked(properties, RPR)


def _is_marked(element: Element, holder: str, marks: tuple[str, ...] = _CONTENT) -> bool:
    held = next(element.iterchildren(holder), None)
    return held is not None and next(held.iterchildren(*marks), None) is not None


def _is_whole(note: Element) -> bool:
    """Tell whether all of a note is inserted, or deleted."""
    return all((parent := run.getparent()) is not None and parent.tag in _CONTENT for run in note.iter(R))
