"""Tracked changes of a template, accepted: a tag that lies across one would otherwise be cut in two."""

from __future__ import annotations

from generator.ooxml.xml import NS, Element, child, detach, qn, unwrap

_KEPT = ("w:ins", "w:moveTo", "w:smartTag", "w:customXml")
_REMOVED = (
    "w:del", "w:moveFrom", "w:moveFromRangeStart", "w:moveFromRangeEnd", "w:moveToRangeStart",
    "w:moveToRangeEnd", "w:rPrChange", "w:pPrChange", "w:sectPrChange", "w:tblPrChange", "w:trPrChange",
    "w:tcPrChange", "w:tblGridChange", "w:tblPrExChange", "w:numberingChange", "w:cellIns",
    "w:customXmlInsRangeStart", "w:customXmlInsRangeEnd", "w:customXmlDelRangeStart",
    "w:customXmlDelRangeEnd",
)  # fmt: skip
_CHANGES = tuple(qn(name) for name in (*_REMOVED, "w:ins", "w:moveTo", "w:cellDel"))
_PARAGRAPH, _PPR = qn("w:p"), qn("w:pPr")
_PROPERTIES = {qn("w:rPr"), qn("w:trPr")}


def tracked_changes(root: Element) -> bool:
    """Tell whether a part holds tracked changes."""
    return next(root.iter(*_CHANGES), None) is not None


def accept_changes(root: Element) -> None:
    """Make a part what it is with all tracked changes accepted."""
    _drop_holders(root, "w:trPr", "w:trPr/w:del")
    _drop_holders(root, "w:tcPr", "w:tcPr/w:cellDel")
    for paragraph in reversed(list(root.iter(_PARAGRAPH))):
        mark = child(paragraph, "w:pPr/w:rPr")
        if mark is not None and (child(mark, "w:del") is not None or child(mark, "w:moveFrom") is not None):
            _join_with_next(paragraph)
    for element in list(root.iter(*map(qn, _REMOVED))):
        detach(element)
    for element in list(root.iter(*map(qn, _KEPT))):
        _keep(element)


def _drop_holders(root: Element, properties: str, mark: str) -> None:
    """Drop the rows or cells that are marked as deleted."""
    for holder in [found.getparent() for found in root.iter(qn(properties))]:
        if holder is not None and child(holder, mark) is not None:
            detach(holder)


def _keep(element: Element) -> None:
    """Keep what a mark holds and drop the mark; inside properties it holds nothing."""
    parent = element.getparent()
    if parent is not None and parent.tag in _PROPERTIES:
        detach(element)
        return
    for properties in element.findall("w:smartTagPr", NS) + element.findall("w:customXmlPr", NS):
        detach(properties)
    unwrap(element)


def _join_with_next(paragraph: Element) -> None:
    """Move what a paragraph holds to the front of the next one, whose properties then hold."""
    following = paragraph.getnext()
    if following is None or following.tag != _PARAGRAPH or child(paragraph, "w:pPr/w:sectPr") is not None:
        return
    place = 0 if child(following, "w:pPr") is None else 1
    for item in [e for e in paragraph if e.tag != _PPR]:
        following.insert(place, item)
        place += 1
    detach(paragraph)
