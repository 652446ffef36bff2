"""What belongs together stays on a page: short tables, the ends of long ones, a caption and its lead.

The tables of a template are filled by loops, so only the finished document knows how long they are.
"""

from __future__ import annotations

from lxml import etree

from generator.ooxml.xml import NS, Element, child, qn

MOST_ROWS = 5
"""Rows. A longer table may break, but neither its head with one row nor its last row is left alone."""

_LOOSE = "w:tc/w:p[not(w:pPr/w:keepNext)]"
_HEAD = "w:trPr/w:tblHeader"
_ALL_ROWS = etree.XPath(f"w:tr[following-sibling::w:tr]/{_LOOSE}", namespaces=NS)
_END_ROWS = etree.XPath(
    f"w:tr[following-sibling::w:tr and ({_HEAD} or preceding-sibling::w:tr[1]/{_HEAD}"
    f" or count(following-sibling::w:tr) = 1)]/{_LOOSE}",
    namespaces=NS,
)
_BEFORE_CAPTIONS = etree.XPath(
    "descendant::w:p[w:pPr/w:pStyle/@w:val = $style]"
    "/preceding-sibling::*[1][self::w:p][not(w:pPr/w:keepNext)][w:r]",
    namespaces=NS,
)
_ROW, _KEEP, _STYLE, _PROPERTIES = qn("w:tr"), qn("w:keepNext"), qn("w:pStyle"), qn("w:pPr")


def keep_together(root: Element, caption_style: str) -> None:
    """Mark what must not be torn apart; ``caption_style`` is the id of the style of captions."""
    for table in root.iter(qn("w:tbl")):
        rows = sum(1 for _ in table.iterchildren(_ROW))
        for paragraph in (_ALL_ROWS if rows <= MOST_ROWS else _END_ROWS)(table):
            _keep_with_next(paragraph)
    for paragraph in _BEFORE_CAPTIONS(root, style=caption_style):
        _keep_with_next(paragraph)


def _keep_with_next(paragraph: Element) -> None:
    properties = child(paragraph, "w:pPr")
    if properties is None:
        properties = etree.Element(_PROPERTIES)
        paragraph.insert(0, properties)
    style = properties.find(_STYLE)
    properties.insert(0 if style is None else 1, etree.Element(_KEEP))
