"""Changed properties: accepting forgets the old ones, rejecting brings them back."""

from __future__ import annotations

from generator.ooxml.revisions.marks import (
    CELL_DELETED,
    CELL_INSERTED,
    CELL_MERGED,
    CONTENT,
    PROPERTY_CHANGES,
    TCPR,
)
from generator.ooxml.xml import Element, child, detach, qn

_NUMBERING, _GRID = qn("w:numberingChange"), qn("w:tblGrid")
_MARKS = CONTENT | {CELL_INSERTED, CELL_DELETED, CELL_MERGED}
# What the old properties do not tell of, since it is tracked by marks of its own or not at all.
_KEPT = {
    qn("w:rPr"): _MARKS,
    qn("w:pPr"): frozenset({qn("w:rPr"), qn("w:sectPr")}),
    qn("w:sectPr"): frozenset({qn("w:headerReference"), qn("w:footerReference")}),
    qn("w:trPr"): _MARKS,
    qn("w:tcPr"): _MARKS,
}
_FIRST = frozenset({qn("w:headerReference"), qn("w:footerReference")})
_DROPPED_WHEN_EMPTY = frozenset(qn(f"w:{name}") for name in ("rPr", "pPr", "trPr", "tblPrEx"))
_VMERGE = {"rest": "restart", "cont": "continue"}


def forget_old(root: Element) -> None:
    """Drop the record of how properties were."""
    for change in list(root.iter(*PROPERTY_CHANGES)):
        holder = change.getparent()
        detach(change)
        if holder is not None:
            drop_if_empty(holder)


def bring_back_old(root: Element) -> None:
    """Give everything with changed properties those it had.

    ``numberingChange`` tells only how a number looked in Word 97; it is dropped.
    """
    changes = list(root.iter(*PROPERTY_CHANGES))
    for nested in [e for e in changes if next(e.iterancestors(*PROPERTY_CHANGES), None) is not None]:
        detach(nested)
    for change in changes:
        holder = change.getparent()
        detach(change)
        if holder is not None and change.tag != _NUMBERING:
            _restore(holder, next((item for item in change if isinstance(item.tag, str)), None))


def _restore(holder: Element, old: Element | None) -> None:
    kept = _KEPT.get(str(holder.tag), frozenset())
    for item in [e for e in holder if e.tag not in kept]:
        holder.remove(item)
    # The schema puts references, and the marks of a paragraph, first; the marks of a row or a cell come last.
    place = sum(1 for e in holder if e.tag in _FIRST or (holder.tag == qn("w:rPr") and e.tag in _MARKS))
    for offset, item in enumerate([] if old is None else [e for e in old if e.tag not in kept]):
        holder.insert(place + offset, item)
    drop_if_empty(holder)


def drop_if_empty(properties: Element) -> None:
    """Drop properties that say nothing, where the schema lets them be absent."""
    if properties.tag in _DROPPED_WHEN_EMPTY and len(properties) == 0:
        detach(properties)


def settle_merged_cells(root: Element, *, accept: bool) -> None:
    """Merge cells as a tracked merging has them, or as they were before it."""
    for mark in list(root.iter(CELL_MERGED)):
        properties = mark.getparent()
        wanted = _VMERGE.get(mark.get(qn("w:vMerge" if accept else "w:vMergeOrig")) or "")
        if properties is None or properties.tag != TCPR:
            detach(mark)
            continue
        known = child(properties, "w:vMerge")
        if known is not None:
            detach(known)
        if wanted:
            _add_merge(properties, mark, wanted)
        detach(mark)


def _add_merge(properties: Element, mark: Element, wanted: str) -> None:
    before = {qn(f"w:{name}") for name in ("cnfStyle", "tcW", "gridSpan", "hMerge")}
    place = sum(1 for item in properties if item.tag in before)
    merge = mark.makeelement(qn("w:vMerge"), {qn("w:val"): wanted})
    properties.insert(place, merge)
