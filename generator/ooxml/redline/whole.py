"""Blocks, rows and cells that are new or gone as a whole."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from generator.ooxml.redline.field_codes import unfold_fields
from generator.ooxml.redline.marks import Marks
from generator.ooxml.redline.names import (
    DELTEXT,
    HYPERLINK,
    MATH,
    SDT,
    SDT_CONTENT,
    SEEN_THROUGH,
    TBL,
    TBLPREX,
    TC,
    TCPR,
    TR,
    TRPR,
    P,
    R,
    T,
)
from generator.ooxml.redline.sides import Place, Work
from generator.ooxml.xml import Element, unwrap

_BLOCKS = (P, TBL)
_MANY = 2_000  # rows of a table whose text is marked: five marks a row fill the memory
_SHOWN = 60  # characters of a row that a message quotes
_EQUATIONS = (f"{MATH}oMath", f"{MATH}oMathPara")


def blocks(container: Element) -> list[Element]:
    """Return the paragraphs and tables of a body, cell, note, header or box, also in content controls."""
    return list(_found(container, _BLOCKS))


def rows(table: Element) -> list[Element]:
    """Return the rows of a table, not those of tables inside it."""
    return list(_found(table, (TR,)))


def cells(row: Element) -> list[Element]:
    """Return the cells of a row."""
    return list(_found(row, (TC,)))


def text_of(element: Element) -> str:
    """Return all text below an element, paragraphs apart."""
    return "\n".join(
        "".join(item.text or "" for item in paragraph.iter(T, DELTEXT)) for paragraph in element.iter(P)
    )


def _found(container: Element, wanted: tuple[str, ...]) -> Iterator[Element]:
    for item in container:
        if item.tag in wanted:
            yield item
        elif item.tag in SEEN_THROUGH:
            yield from _found(item, wanted)


def mark_block(marks: Marks, block: Element, name: str) -> None:
    """Mark a paragraph or a table, in its place, as inserted (``ins``) or deleted (``del``)."""
    if block.tag == P:
        mark_text(marks, block, name)
        marks.paragraph_mark(block, name)
    else:
        mark_rows(marks, rows(block), name)


def mark_contents(marks: Marks, container: Element, name: str) -> None:
    """Mark all that a header, a footer or a note holds; the end of its last paragraph has to stay."""
    found = blocks(container)
    for block in found[:-1]:
        mark_block(marks, block, name)
    for block in found[-1:]:
        if block.tag == P:
            mark_text(marks, block, name)
        else:
            mark_block(marks, block, name)


def mark_rows(marks: Marks, found: list[Element], name: str) -> None:
    """Mark rows of one table with all that is in them, or only as rows where they are too many."""
    contents = may_mark_contents(marks, found)
    for row in found:
        mark_row(marks, row, name, contents=contents)


def may_mark_contents(marks: Marks, found: list[Element]) -> bool:
    """Tell whether the text of all these rows can be marked; what cannot is told of."""
    if len(found) <= _MANY:
        return True
    number, first = _counted(found)
    marks.coarsened.append(
        f"I en tabell är {number} rader nya eller borttagna, från ”{first}”. De är märkta som rader, men"
        " texten i dem är inte märkt för sig."
    )
    return False


def may_mark_cells(marks: Marks, found: list[Element]) -> bool:
    """Tell whether the text of cells that are new or gone in all these rows can be marked, as for rows."""
    if len(found) <= _MANY:
        return True
    number, first = _counted(found)
    marks.coarsened.append(
        f"I en tabell har {number} rader fått eller förlorat celler, från ”{first}”. De är märkta som celler,"
        " men texten i dem är inte märkt för sig."
    )
    return False


def _counted(found: list[Element]) -> tuple[str, str]:
    """Return how many rows there are, and how the first begins."""
    return f"{len(found):,}".replace(",", "\u00a0"), " ".join(text_of(found[0]).split())[:_SHOWN].strip()


def mark_row(marks: Marks, row: Element, name: str, *, contents: bool = True) -> None:
    """Mark a row with all that is in it, or (without ``contents``) only the row."""
    for cell in cells(row) if contents else ():
        _mark_blocks(marks, cell, name)
    row_properties(row).append(marks.new(name))


def mark_cell(marks: Marks, cell: Element, name: str, *, contents: bool = True) -> None:
    """Mark a cell with all that is in it, or (without ``contents``) only the cell."""
    if contents:
        _mark_blocks(marks, cell, name)
    own = next(cell.iterchildren(TCPR), None)
    if own is None:
        own = etree.Element(TCPR)
        cell.insert(0, own)
    own.append(marks.new("cellIns" if name == "ins" else "cellDel"))  # last, as in the schema


def _mark_blocks(marks: Marks, cell: Element, name: str) -> None:
    for block in blocks(cell):
        mark_block(marks, block, name)


def row_properties(row: Element) -> Element:
    """Return the properties of a row, made in their place if it has none."""
    found = next(row.iterchildren(TRPR), None)
    if found is None:
        found = etree.Element(TRPR)
        row.insert(1 if len(row) and row[0].tag == TBLPREX else 0, found)
    return found


def mark_text(marks: Marks, paragraph: Element, name: str) -> None:
    """Mark all that a paragraph holds, but not its end."""
    unfold_fields(paragraph)
    for item in list(_inline(paragraph)):
        marks.wrap(item, name)


def _inline(parent: Element) -> Iterator[Element]:
    for item in parent:
        if item.tag == R or item.tag in _EQUATIONS:
            yield item
        elif item.tag == HYPERLINK or item.tag in SEEN_THROUGH:
            yield from _inline(item)


def deleted(work: Work, block: Element, place: Place) -> Element:
    """Return a paragraph or table of the old document as one that is deleted in the new."""
    copy = work.carry(block, place)
    plain(copy)
    mark_block(work.marks, copy, "del")
    return copy


def deleted_row(work: Work, row: Element, place: Place, *, contents: bool = True) -> Element:
    """Return a row of the old document as one that is deleted in the new."""
    copy = work.carry(row, place)
    plain(copy)
    mark_row(work.marks, copy, "del", contents=contents)
    return copy


def deleted_cell(work: Work, cell: Element, place: Place, *, contents: bool = True) -> Element:
    """Return a cell of the old document as one that is deleted in the new."""
    copy = work.carry(cell, place)
    plain(copy)
    mark_cell(work.marks, copy, "del", contents=contents)
    return copy


def plain(copy: Element) -> None:
    """Take the content controls off what is gone: their ids and bindings belong to what is there."""
    for control in list(copy.iter(SDT)):
        for item in [item for item in control if item.tag != SDT_CONTENT]:
            control.remove(item)
        for content in control.findall(SDT_CONTENT):
            unwrap(content)
        unwrap(control)
