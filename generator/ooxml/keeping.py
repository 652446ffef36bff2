"""What belongs together stays on a page: low tables, the ends of high ones, a text and what it leads to.

The tables of a template are filled by loops, so only the finished document knows how long they are. Nobody
knows where on a page they will come: a table is kept whole only when that cannot leave much of a page empty.
"""

from __future__ import annotations

from math import ceil

from lxml import etree

from generator.ooxml.styles import Styles
from generator.ooxml.visible import text_of
from generator.ooxml.xml import NS, Element, attribute, child, qn, whole

MOST_HEIGHT = 230
"""Points, a third of the text on a page. A higher table may break, but neither its head with one row nor its
last row is left alone."""
SHORT = 300
"""Letters, about four lines. A longer text under a heading may part from the table that follows it."""
_LINE, _ROW_MARGIN = 12.4, 7
"""Points. The height of a line in a table of the house style, and the space above and below a row."""
_LETTER, _CELL_MARGIN, _NARROWEST = 92, 170, 300
"""Twips. The mean width of a letter, the space beside the text of a cell, and the least that is left."""

_LOOSE = "w:tc/w:p[not(w:pPr/w:keepNext)]"
_HEAD = "w:trPr/w:tblHeader"
_ALL_ROWS = etree.XPath(f"w:tr[following-sibling::w:tr]/{_LOOSE}", namespaces=NS)
_END_ROWS = etree.XPath(
    f"w:tr[following-sibling::w:tr and ({_HEAD} or preceding-sibling::w:tr[1]/{_HEAD}"
    f" or count(following-sibling::w:tr) = 1)]/{_LOOSE}",
    namespaces=NS,
)
_LEADING = etree.XPath(
    "//w:body/w:p[not(w:pPr/w:keepNext)][following-sibling::*[1][self::w:p]]"
    "[substring(normalize-space(.), string-length(normalize-space(.))) = ':']",
    namespaces=NS,
)
_LAST_ROW_BEFORE_NOTE = etree.XPath(
    f"following-sibling::*[1][self::w:p][w:pPr/w:pStyle/@w:val = $style][w:r]"
    f"/preceding-sibling::*[1]/w:tr[last()]/{_LOOSE}",
    namespaces=NS,
)
_BEFORE = etree.XPath(
    "//w:body/w:p[w:pPr/w:pStyle/@w:val = $style]/preceding-sibling::*[1][self::w:p][not(w:pPr/w:keepNext)]",
    namespaces=NS,
)
_ROW, _CELL, _PARAGRAPH = qn("w:tr"), qn("w:tc"), qn("w:p")
_KEEP, _STYLE, _PROPERTIES, _WIDTH = qn("w:keepNext"), qn("w:pStyle"), qn("w:pPr"), qn("w:w")


def keep_together(root: Element, styles: Styles) -> None:
    """Mark what must not be torn apart.

    A text is kept with what it leads to: one that ends in a colon, or a short one that is all there is
    between a heading and a table. Kept with every table, text and table would move to the next page as one.
    A signature never stands alone on a page.
    """
    note, signature, caption = (styles.id(name) or "" for name in ("Tabellnot", "Underskrift", "caption"))
    for table in root.iter(qn("w:tbl")):
        for paragraph in (_ALL_ROWS if _height(table) <= MOST_HEIGHT else _END_ROWS)(table):
            _keep_with_next(paragraph)
        for paragraph in _LAST_ROW_BEFORE_NOTE(table, style=note):
            _keep_with_next(paragraph)
    for paragraph in (*_LEADING(root), *_BEFORE(root, style=signature)):
        _keep_with_next(paragraph)
    for paragraph in _BEFORE(root, style=caption):
        if len(text_of(paragraph)) <= SHORT and _is_heading(paragraph.getprevious(), styles):
            _keep_with_next(paragraph)


def _is_heading(element: Element | None, styles: Styles) -> bool:
    if element is None or element.tag != _PARAGRAPH:
        return False
    return styles.outline_level(attribute(element, "w:pPr/w:pStyle")) is not None


def _height(table: Element) -> float:
    """Return about how high a table is, in points."""
    rows = list(table.iterchildren(_ROW))
    lines = sum(max((_lines(cell) for cell in row.iterchildren(_CELL)), default=1) for row in rows)
    return lines * _LINE + len(rows) * _ROW_MARGIN


def _lines(cell: Element) -> int:
    width = child(cell, "w:tcPr/w:tcW")
    twips = whole(width.get(_WIDTH)) if width is not None else 0
    room = max(twips - _CELL_MARGIN, _NARROWEST) if twips else None
    return sum(_lines_of(paragraph, room) for paragraph in cell.iterchildren(_PARAGRAPH))


def _lines_of(paragraph: Element, room: int | None) -> int:
    return 1 if room is None else max(1, ceil(len(text_of(paragraph)) * _LETTER / room))


def _keep_with_next(paragraph: Element) -> None:
    properties = child(paragraph, "w:pPr")
    if properties is None:
        properties = etree.Element(_PROPERTIES)
        paragraph.insert(0, properties)
    style = properties.find(_STYLE)
    properties.insert(0 if style is None else 1, etree.Element(_KEEP))
