"""Accepting and rejecting all tracked changes of a part."""

from __future__ import annotations

from generator.ooxml.revisions.cells import cells_that_go, columns_of, narrow_grids
from generator.ooxml.revisions.marks import (
    CELL,
    CELL_DELETED,
    CELL_INSERTED,
    CONTENT,
    DELETED,
    INSERTED,
    MARKERS,
    MATH,
    MOVE_RANGES,
    NUMPR,
    PARAGRAPH,
    ROW,
    RPR,
    SDT,
    SDT_CONTENT,
    TABLE,
    TRPR,
    WRAPPER_RANGES,
    is_property_mark,
    tracked_changes,
)
from generator.ooxml.revisions.paragraphs import (
    complete_holders,
    drop_emptied,
    ends,
    settle_marks,
)
from generator.ooxml.revisions.properties import (
    bring_back_old,
    drop_if_empty,
    forget_old,
    settle_merged_cells,
)
from generator.ooxml.xml import Element, child, detach, parse_strict, qn, unwrap

_RESTORED = {qn("w:delText"): qn("w:t"), qn("w:delInstrText"): qn("w:instrText")}
_INLINE = frozenset(
    qn(f"w:{name}") for name in ("hyperlink", "smartTag", "customXml", "fldSimple", "dir", "bdo")
) | {f"{MATH}oMath", f"{MATH}oMathPara"}
_WRAPPERS = (SDT, qn("w:customXml"), qn("w:smartTag"))
_DESCRIPTIONS = tuple(qn(f"w:{name}") for name in ("customXmlPr", "smartTagPr"))


def accept_changes(root: Element) -> None:
    """Make a part what it is with all tracked changes accepted."""
    _resolve(root, accept=True)


def reject_changes(root: Element) -> None:
    """Make a part what it was before its tracked changes."""
    _resolve(root, accept=False)


def read_accepted(data: bytes, what: str) -> Element:
    """Return the root of a part with all its tracked changes accepted; ``what`` names it in messages.

    Raises StyrdokError for XML that is not well formed.
    """
    root = parse_strict(data, what)
    if tracked_changes(root):
        accept_changes(root)
    return root


def _resolve(root: Element, *, accept: bool) -> None:
    gone = DELETED if accept else INSERTED
    before = ends(root)
    (forget_old if accept else bring_back_old)(root)
    settle_merged_cells(root, accept=accept)
    _settle_wrappers(root, "Del" if accept else "Ins")
    _settle_rows(root, gone)
    _settle_cells(root, CELL_DELETED if accept else CELL_INSERTED)
    _settle_properties(root, gone)
    _settle_content(root, gone)
    settle_marks(root, gone)
    for mark in list(root.iter(*MOVE_RANGES, *WRAPPER_RANGES)):
        detach(mark)
    complete_holders(root, before)


def _settle_wrappers(root: Element, way: str) -> None:
    """Take off the content controls whose beginning lies in a range that says they are not there."""
    move = "MoveFrom" if way == "Del" else "MoveTo"
    starts = {qn(f"w:customXml{way}RangeStart"), qn(f"w:customXml{move}RangeStart")}
    if next(root.iter(*starts), None) is None:
        return
    ends = {tag.replace("RangeStart", "RangeEnd") for tag in starts}
    open_ranges = 0
    dropped = []
    for element in root.iter(*starts, *ends, *_WRAPPERS):
        if element.tag in starts:
            open_ranges += 1
        elif element.tag in ends:
            open_ranges = max(0, open_ranges - 1)
        elif open_ranges:
            dropped.append(element)
    for element in dropped:
        content = child(element, "w:sdtContent") if element.tag == SDT else element
        if content is not None:
            for item in [e for e in content if e.tag not in _DESCRIPTIONS]:
                element.addprevious(item)
        detach(element)


def _settle_rows(root: Element, gone: frozenset[str]) -> None:
    """Drop the rows that go, and a table with its last row."""
    for properties in list(root.iter(TRPR)):
        row = properties.getparent()
        if row is not None and row.tag == ROW and any(mark.tag in gone for mark in properties):
            _drop_row(row)


def _drop_row(row: Element) -> None:
    table = next(row.iterancestors(TABLE), None)
    holder = row.getparent()
    detach(row)
    drop_emptied(holder)
    if table is not None and next(table.iter(ROW), None) is None:
        around = table.getparent()
        detach(table)
        drop_emptied(around)


def _settle_cells(root: Element, gone: str) -> None:
    """Drop the cells that go, and a row with its last cell; the others lose their marks."""
    found = cells_that_go(root, gone)
    columns = columns_of(found)
    for cell in found:
        row = next(cell.iterancestors(ROW), None)
        holder = cell.getparent()
        detach(cell)
        drop_emptied(holder)
        if row is not None and next(row.iter(CELL), None) is None:
            _drop_row(row)
    narrow_grids(columns)


def _settle_properties(root: Element, gone: frozenset[str]) -> None:
    """Settle the marks in properties, but for those of paragraphs: they stay until runs are settled."""
    for mark in [e for e in root.iter(*CONTENT) if is_property_mark(e)]:
        holder = mark.getparent()
        if holder is None:
            continue
        if holder.tag in {TRPR, NUMPR, RPR}:
            _settle_property(mark, holder, gone)
        elif mark.tag in gone:
            _drop_math(holder)
        else:
            unwrap(mark)


def _settle_property(mark: Element, holder: Element, gone: frozenset[str]) -> None:
    around = holder.getparent()
    if holder.tag == RPR and around is not None and around.tag == qn("w:pPr"):
        return
    detach(mark)
    if holder.tag == NUMPR and mark.tag in gone:
        detach(holder)
    else:
        drop_if_empty(holder)


def _drop_math(holder: Element) -> None:
    """Drop a run of a formula, or the whole (a fraction, a root) whose properties hold the mark."""
    whole: Element | None = holder
    if holder.tag == f"{MATH}ctrlPr":
        properties = holder.getparent()
        whole = None if properties is None else properties.getparent()
    if whole is not None:
        _drop(whole)


def _settle_content(root: Element, gone: frozenset[str]) -> None:
    """Drop the stretches that go with all they hold, and take the marks off the others."""
    marks = [e for e in root.iter(*CONTENT) if not is_property_mark(e)]
    for mark in marks:
        if mark.tag in gone:
            _drop(mark)
    for mark in marks:
        if mark.tag not in gone and mark.getparent() is not None:
            for text in mark.iter(*_RESTORED):
                text.tag = _RESTORED[str(text.tag)]
            unwrap(mark)


def _drop(element: Element) -> None:
    """Take an element out, and the links, fields, formulas and controls that hold nothing without it."""
    holder = element.getparent()
    detach(element)
    while holder is not None and holder.tag in _INLINE and not _holds_something(holder):
        around = holder.getparent()
        if around is None:
            return
        detach(holder)
        holder = around
    if holder is not None and holder.tag == SDT_CONTENT and _is_inline(holder):
        drop_emptied(holder)


def _holds_something(element: Element) -> bool:
    return any(
        isinstance(item.tag, str) and item.tag not in MARKERS and not item.tag.endswith("Pr")
        for item in element
    )


def _is_inline(content: Element) -> bool:
    return next(content.iterancestors(PARAGRAPH), None) is not None
