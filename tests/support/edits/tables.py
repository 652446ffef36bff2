"""Edits of tables."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree
from lxml.etree import _Element as Element

from tests.support.edits.draft import (
    Draft,
    anew,
    drop,
    has,
    like,
    nth,
    whole,
)
from tests.support.wordfile import W, local


def row_in(draft: Draft, place: int, choice: int) -> None:
    row = nth(draft.inside("tr"), place)
    if row is not None:
        copy = anew(row)
        for text in list(copy.iter(f"{W}t"))[:1]:
            text.text = f"Ny rad {choice % 5}"
        row.addnext(copy)


def row_out(draft: Draft, place: int, _choice: int) -> None:
    rows = [r for r in draft.inside("tr") if local(r.getparent()) == "tbl" and whole(r)]
    row = nth([r for r in rows if len(r.xpath("../*[local-name()='tr']")) > 1], place)
    if row is not None:
        drop(row)


def column_in(draft: Draft, place: int, choice: int) -> None:
    """Copy a column beside itself, now and then under another heading."""
    found = _columns(draft, place)
    if found is None:
        return
    rows, grid = found
    at = choice % len(rows[0])
    for number, cells in enumerate(rows):
        copy = anew(cells[at])
        for text in list(copy.iter(f"{W}t"))[:1] if choice % 3 else ():
            text.text = f"{number} {choice}" if number else f"År {choice}"
        cells[at].addnext(copy)
    columns = list(grid.iterchildren(f"{W}gridCol"))
    columns[min(at, len(columns) - 1)].addnext(deepcopy(columns[-1]))


def column_out(draft: Draft, place: int, choice: int) -> None:
    """Take a column away, whatever it holds."""
    found = _columns(draft, place)
    if found is None:
        return
    rows, grid = found
    at = choice % len(rows[0])
    if len(rows[0]) > 1 and all(whole(cells[at]) for cells in rows):
        for cells in rows:
            drop(cells[at])
        columns = list(grid.iterchildren(f"{W}gridCol"))
        if len(columns) > 1:
            grid.remove(columns[min(at, len(columns) - 1)])


def _columns(draft: Draft, place: int) -> tuple[list[list[Element]], Element] | None:
    """Return the cells of a table, row by row, and its grid, where no cell is wider than the others."""
    table = nth([t for t in draft.inside("tbl") if not has(t, "gridSpan", "vMerge")], place)
    if table is None:
        return None
    cells = [row.findall(f"{W}tc") for row in table.iterchildren(f"{W}tr")]
    grid = table.find(f"{W}tblGrid")
    if grid is None or grid.find(f"{W}gridCol") is None or not cells:
        return None
    return (cells, grid) if cells[0] and len({len(found) for found in cells}) == 1 else None


def cells_joined(draft: Draft, place: int, _choice: int) -> None:
    """Make the first two cells of a row one."""
    rows = [r for r in draft.inside("tr") if len(r.findall(f"{W}tc")) > 1]
    row = nth([r for r in rows if not has(r, "gridSpan", "vMerge")], place)
    if row is None:
        return
    first, second = row.findall(f"{W}tc")[:2]
    own = first.find(f"{W}tcPr")
    if own is None or not whole(second):
        return
    span = etree.Element(f"{W}gridSpan")
    span.set(f"{W}val", "2")
    own.insert(sum(local(child) in {"cnfStyle", "tcW"} for child in own), span)
    drop(second)


def table_in(draft: Draft, place: int, _choice: int) -> None:
    """Put a copy of a table, with a paragraph above it, before a paragraph of the body."""
    table = nth(list(draft.body.iterchildren(f"{W}tbl")), place)
    there = nth(list(draft.body.iterchildren(f"{W}p")), place)
    if table is not None and there is not None:
        there.addprevious(like(etree.Element(f"{W}p"), "Ännu en tabell"))
        there.addprevious(anew(table))


def table_out(draft: Draft, place: int, _choice: int) -> None:
    table = nth([t for t in draft.body.iterchildren(f"{W}tbl") if whole(t)], place)
    if table is not None:
        drop(table)
