"""Two tables of which one became the other: rows that are new or gone, and cells whose text changed."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from itertools import zip_longest

from generator.alignment.blocks import align, spoken_words
from generator.ooxml.redline.changed_properties import compare_child, differ
from generator.ooxml.redline.names import TBLGRID, TBLPR, TBLPREX, TCPR, TRPR, P, T
from generator.ooxml.redline.sides import Place, Work
from generator.ooxml.redline.whole import cells, deleted_row, mark_row, may_mark_contents, rows
from generator.ooxml.xml import Element, attribute, qn

Compare = Callable[[Work, Element, Element, Place], None]
_WORDS = (T, qn("w:delText"))


def compare_tables(work: Work, old: Element, new: Element, place: Place, compare: Compare) -> None:
    """Mark in ``new`` what differs from ``old``. ``compare`` compares the contents of two cells."""
    before, after = rows(old), rows(new)
    pairs = align(before, after, key=_key, text=_row_text, alike=_alike, anchor=_label, said=_said)
    gone: list[Element] = []
    last: Element | None = None
    alone = [after[j or 0] if i is None else before[i] for i, j in pairs if i is None or j is None]
    contents = may_mark_contents(work.marks, alone)
    for i, j in pairs:
        if j is None and i is not None:
            gone.append(deleted_row(work, before[i], place, contents=contents))
            continue
        row = after[j or 0]
        for element in gone:
            row.addprevious(element)
        gone = []
        if i is None:
            mark_row(work.marks, row, "ins", contents=contents)
        elif not work.same(before[i], row, place):
            _compare_rows(work, before[i], row, place, compare)
        last = row
    for element in gone:
        if last is None:
            new.append(element)
        else:
            last.addnext(element)
        last = element
    compare_child(work, old, new, place, TBLPR)
    _compare_grid(work, old, new, place)


def table_text(table: Element) -> str:
    """Return what a table is known by: its first row, and the first cell of each other row."""
    found = rows(table)
    heads = (cells(row)[:1] for row in found[1:])
    return "\n".join([*map(_row_text, found[:1]), *(text_of(cell) for head in heads for cell in head)])


def text_of(element: Element) -> str:
    """Return all text below an element, paragraphs apart."""
    return "\n".join(
        "".join(item.text or "" for item in paragraph.iter(*_WORDS)) for paragraph in element.iter(P)
    )


def _row_text(row: Element) -> str:
    return "\n".join(text_of(cell) for cell in cells(row))


def _said(row: Element) -> list[Hashable]:
    """Return the words of a row, each with its column: cells are compared with those of the same column."""
    found = enumerate(cells(row))
    return [(column, word) for column, cell in found for word in spoken_words(text_of(cell))]


def _shape(row: Element) -> tuple[int, ...]:
    """Return how many columns each cell of a row takes."""
    spans = (attribute(cell, "w:tcPr/w:gridSpan") for cell in cells(row))
    return tuple(int(span) if span and span.isdecimal() else 1 for span in spans)


def _key(row: Element) -> Hashable:
    return _shape(row), _row_text(row)


def _alike(old: Element, new: Element) -> bool:
    return _shape(old) == _shape(new)


def _label(row: Element) -> Hashable | None:
    """Return what a row of figures is known by: its first cell."""
    first = cells(row)[:1]
    said = text_of(first[0]).strip() if first else ""
    return (said, len(cells(row))) if any(sign.isalpha() for sign in said) else None


def _compare_rows(work: Work, old: Element, new: Element, place: Place, compare: Compare) -> None:
    for before, after in zip_longest(cells(old), cells(new)):
        if not work.same(before, after, place):
            compare(work, before, after, place)
            compare_child(work, before, after, place, TCPR)
    at = 1 if len(new) and new[0].tag == TBLPREX else 0
    compare_child(work, old, new, place, TRPR, at)
    compare_child(work, old, new, place, TBLPREX)


def _compare_grid(work: Work, old: Element, new: Element, place: Place) -> None:
    left, right = next(old.iterchildren(TBLGRID), None), next(new.iterchildren(TBLGRID), None)
    if left is None or right is None or not differ(work, left, right, place, TBLGRID):
        return
    change = work.marks.grid()
    change.append(work.carry(left, place))
    right.append(change)
