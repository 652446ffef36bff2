"""Cells that come or go, and the columns of the table's grid that go with them."""

from __future__ import annotations

from collections.abc import Iterable

from generator.ooxml.revisions.marks import CELL, CELL_DELETED, CELL_INSERTED, ROW, SDT, SDT_CONTENT, TABLE
from generator.ooxml.xml import Element, attribute, child, detach, qn, whole

_GRID_COLUMN = qn("w:gridCol")
_THROUGH = frozenset({SDT, SDT_CONTENT, qn("w:customXml")})
_WIDEST = 63  # columns that a table of Word can have


def cells_that_go(root: Element, gone: str) -> list[Element]:
    """Take all marks of cells off, and return the cells whose mark was ``gone``."""
    found = []
    for mark in list(root.iter(CELL_INSERTED, CELL_DELETED)):
        properties = mark.getparent()
        cell = None if properties is None else properties.getparent()
        detach(mark)
        if cell is not None and mark.tag == gone:
            found.append(cell)
    return found


def columns_of(found: Iterable[Element]) -> dict[Element, set[int]]:
    """Return, for each table that some cells stand in, the columns of its grid that they take."""
    columns: dict[Element, set[int]] = {}
    wanted = set(found)
    for row in dict.fromkeys(
        row for cell in wanted if (row := next(cell.iterancestors(ROW), None)) is not None
    ):
        table = next(row.iterancestors(TABLE), None)
        if table is None:
            continue
        at = _beside(row, "w:trPr/w:gridBefore")
        for cell in _inside(row, CELL):
            if cell in wanted:
                columns.setdefault(table, set()).update(range(at, at + _span(cell)))
            at += _span(cell)
    return columns


def narrow_grids(columns: dict[Element, set[int]]) -> None:
    """Drop these columns from the grids of tables that have more columns than any of their rows."""
    for table, places in columns.items():
        grid = child(table, "w:tblGrid")
        known = [] if grid is None else list(grid.iterchildren(_GRID_COLUMN))
        spare = len(known) - max(map(_width, _inside(table, ROW)), default=len(known))
        for at in sorted(at for at in places if at < len(known))[: max(spare, 0)]:
            detach(known[at])


def _width(row: Element) -> int:
    beside = _beside(row, "w:trPr/w:gridBefore") + _beside(row, "w:trPr/w:gridAfter")
    return beside + sum(map(_span, _inside(row, CELL)))


def _span(cell: Element) -> int:
    return min(max(whole(attribute(cell, "w:tcPr/w:gridSpan"), 1), 1), _WIDEST)


def _beside(row: Element, path: str) -> int:
    return min(max(whole(attribute(row, path)), 0), _WIDEST)


def _inside(holder: Element, tag: str) -> list[Element]:
    found: list[Element] = []
    for item in holder:
        if item.tag == tag:
            found.append(item)
        elif item.tag in _THROUGH:
            found += _inside(item, tag)
    return found
