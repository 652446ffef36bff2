"""The elements by which Word tracks changes, by what they do (ECMA-376 part 1, 17.13.5)."""

from __future__ import annotations

from generator.ooxml.xml import Element, qn

INSERTED = frozenset({qn("w:ins"), qn("w:moveTo")})
DELETED = frozenset({qn("w:del"), qn("w:moveFrom")})
CONTENT = INSERTED | DELETED

PROPERTY_CHANGES = frozenset(
    qn(f"w:{name}Change")
    for name in ("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "numbering")
)
CELL_INSERTED, CELL_DELETED, CELL_MERGED = qn("w:cellIns"), qn("w:cellDel"), qn("w:cellMerge")

# Where a moved stretch or a changed content control begins and ends; they hold nothing.
MOVE_RANGES = frozenset(
    qn(f"w:{way}Range{end}") for way in ("moveFrom", "moveTo") for end in ("Start", "End")
)
WRAPPER_RANGES = frozenset(
    qn(f"w:customXml{way}Range{end}")
    for way in ("Ins", "Del", "MoveFrom", "MoveTo")
    for end in ("Start", "End")
)
_ALL = (
    *CONTENT, *PROPERTY_CHANGES, CELL_INSERTED, CELL_DELETED, CELL_MERGED, *MOVE_RANGES, *WRAPPER_RANGES
)  # fmt: skip

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
RPR, PPR, TRPR, TCPR, NUMPR = (qn(f"w:{name}") for name in ("rPr", "pPr", "trPr", "tcPr", "numPr"))
PARAGRAPH, TABLE, ROW, CELL = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc"))
SDT, SDT_CONTENT = qn("w:sdt"), qn("w:sdtContent")

# What says nothing by itself and stands between blocks and runs.
MARKERS = MOVE_RANGES | WRAPPER_RANGES | frozenset(
    qn(f"w:{name}")
    for name in (
        "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "proofErr", "permStart",
        "permEnd",
    )
)  # fmt: skip


def tracked_changes(root: Element) -> bool:
    """Tell whether a part, or a stretch of one, holds tracked changes."""
    return next(root.iter(*_ALL), None) is not None


def is_property_mark(element: Element) -> bool:
    """Tell whether an ``ins``, ``del`` and so on speaks of what it stands in rather than holding text.

    So it is in the properties of a paragraph mark, a row or a list, and in those of a formula or its runs.
    """
    parent = element.getparent()
    if parent is None:
        return False
    return parent.tag in {RPR, TRPR, NUMPR} or parent.tag in {f"{MATH}ctrlPr", f"{MATH}r"}
