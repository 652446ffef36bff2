"""Two tables of which one became the other: rows and columns that are new or gone, cells that changed."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from copy import deepcopy

from generator.alignment.blocks import Pair, align, spoken_words
from generator.ooxml.redline.changed_properties import compare_child, differ
from generator.ooxml.redline.columns import Columns, find_columns
from generator.ooxml.redline.names import TBLGRID, TBLPR, TBLPREX, TCPR, TRPR
from generator.ooxml.redline.sides import Place, Work
from generator.ooxml.redline.whole import (
    cells,
    deleted_cell,
    deleted_row,
    mark_cell,
    mark_row,
    may_mark_cells,
    may_mark_contents,
    rows,
    text_of,
)
from generator.ooxml.xml import Element, attribute, qn

_GRID_COLUMN = qn("w:gridCol")
Compare = Callable[[Work, Element, Element, Place], None]


def compare_tables(work: Work, old: Element, new: Element, place: Place, compare: Compare) -> None:
    """Mark in ``new`` what differs from ``old``. ``compare`` compares the contents of two cells."""
    before, after = rows(old), rows(new)
    read = _Rows(find_columns(before, after))
    pairs = align(
        before, after, key=read.key, text=read.text, alike=read.alike, anchor=read.label, said=read.said
    )
    gone: list[Element] = []
    last: Element | None = None
    alone = [after[j or 0] if i is None else before[i] for i, j in pairs if i is None or j is None]
    contents = may_mark_contents(work.marks, alone)
    both = [after[j] for i, j in pairs if i is not None and j is not None and after[j] in read.columns.kept]
    cells_too = may_mark_cells(work.marks, both)
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
            columns = read.columns.pairs if read.follow(before[i], row) else ()
            _compare_cells(work, before[i], row, place, compare, columns, contents=cells_too)
            _compare_row_properties(work, before[i], row, place)
        last = row
    for element in gone:
        if last is None:
            new.append(element)
        else:
            last.addnext(element)
        last = element
    compare_child(work, old, new, place, TBLPR)
    _compare_grid(work, old, new, place, read.columns.pairs)


def table_text(table: Element) -> str:
    """Return what a table is known by: its first row, and the first cell of each other row."""
    found = rows(table)
    heads = (cells(row)[:1] for row in found[1:])
    return "\n".join([*(_text(cells(row)) for row in found[:1]), *map(_text, heads)])


def _text(found: list[Element]) -> str:
    return "\n".join(map(text_of, found))


def _shape(row: Element) -> tuple[int, ...]:
    """Return how many columns each cell of a row takes."""
    spans = (attribute(cell, "w:tcPr/w:gridSpan") for cell in cells(row))
    return tuple(int(span) if span and span.isdecimal() else 1 for span in spans)


class _Rows:
    """What the rows of two tables are paired by: the cells in columns that both tables have."""

    def __init__(self, columns: Columns) -> None:
        self.columns = columns

    def follow(self, old: Element, new: Element) -> bool:
        """Tell whether two rows have a cell in each column, some of which came or went."""
        return old in self.columns.kept and new in self.columns.kept

    def alike(self, old: Element, new: Element) -> bool:
        """Tell whether each cell of a row is a cell of the other, but for columns that came or went."""
        return self.follow(old, new) or _shape(old) == _shape(new)

    def key(self, row: Element) -> Hashable:
        shape = None if row in self.columns.kept else _shape(row)
        return shape, self.text(row)

    def text(self, row: Element) -> str:
        return _text(self.columns.cells(row))

    def said(self, row: Element) -> list[Hashable]:
        """Return the words of a row, each with its column: cells are compared with those of the same."""
        found = enumerate(self.columns.cells(row))
        return [(column, word) for column, cell in found for word in spoken_words(text_of(cell))]

    def label(self, row: Element) -> Hashable | None:
        """Return what a row of figures is known by: its first cell."""
        found = self.columns.cells(row)
        said = text_of(found[0]).strip() if found else ""
        return (said, len(found)) if any(sign.isalpha() for sign in said) else None


def _compare_cells(
    work: Work, old: Element, new: Element, place: Place, compare: Compare, columns: tuple[Pair, ...], *,
    contents: bool,
) -> None:  # fmt: skip
    """Compare the cells of two rows one by one, or (with ``columns``) those of the same column."""
    before, after = cells(old), cells(new)
    last: Element | None = None
    for i, j in columns or [(at, at) for at in range(len(after))]:
        if j is None:
            gone = deleted_cell(work, before[i or 0], place, contents=contents)
            if last is None:
                after[0].addprevious(gone)
            else:
                last.addnext(gone)
            last = gone
            continue
        last = cell = after[j]
        if i is None:
            mark_cell(work.marks, cell, "ins", contents=contents)
        elif not work.same(before[i], cell, place):
            compare(work, before[i], cell, place)
            compare_child(work, before[i], cell, place, TCPR)


def _compare_row_properties(work: Work, old: Element, new: Element, place: Place) -> None:
    at = 1 if len(new) and new[0].tag == TBLPREX else 0
    compare_child(work, old, new, place, TRPR, at)
    compare_child(work, old, new, place, TBLPREX)


def _compare_grid(work: Work, old: Element, new: Element, place: Place, columns: tuple[Pair, ...]) -> None:
    """Mark that the grid changed; while cells that are gone stand there it has their columns too."""
    left, right = next(old.iterchildren(TBLGRID), None), next(new.iterchildren(TBLGRID), None)
    if left is None or right is None:
        return
    if not columns and not differ(work, left, right, place, TBLGRID):
        return
    change = work.marks.grid()
    change.append(work.carry(left, place))
    _widen(left, right, columns)
    right.append(change)


def _widen(left: Element, right: Element, columns: tuple[Pair, ...]) -> None:
    """Give a grid the columns that are gone: LibreOffice shows no cell beyond the grid."""
    had, has = list(left.iterchildren(_GRID_COLUMN)), list(right.iterchildren(_GRID_COLUMN))
    fits = [len([pair for pair in columns if pair[side] is not None]) for side in (0, 1)]
    if [len(had), len(has)] != fits:
        return
    for at, (i, j) in enumerate(columns):
        if i is not None and j is None:
            right.insert(at, deepcopy(had[i]))
