"""Sections: paper and margins, and the landscape pages that wide tables bring with them.

``blocks.landscape_section`` cannot know where its paragraphs will land. Here they take paper, margins,
header and footer from the section around them; only the first piece of a section keeps its title page and
its first page number, and the page is turned for the piece between the two.
"""

from __future__ import annotations

from copy import deepcopy
from itertools import pairwise

from lxml import etree

from generator.ooxml.blocks import SECTION_AFTER, SECTION_BEFORE
from generator.ooxml.xml import NS, Element, attribute, child, detach, qn, whole

_MARK = qn("w:rsidSect")
_PARAGRAPH, _PPR, _TBL = qn("w:p"), qn("w:pPr"), qn("w:tbl")
_CLOSED = (qn("w:tc"), qn("w:txbxContent"))
_BLOCKS = {_PARAGRAPH, _TBL, qn("w:sdt")}
_BEFORE_TYPE = {qn(f"w:{name}") for name in ("headerReference", "footerReference", "footnotePr", "endnotePr")}
_A4 = {"w": 11906, "h": 16838}
_MARGIN = 1417


def text_width(section: Element | None, landscape: bool = False) -> int:
    """Return the width of the text in a section, in twips; that of its page turned when ``landscape``."""
    wide = whole(attribute(section, "w:pgSz", qn("w:w")), _A4["w"])
    high = whole(attribute(section, "w:pgSz", qn("w:h")), _A4["h"])
    sides = ("left", "right")
    margins = sum(abs(whole(attribute(section, "w:pgMar", qn(f"w:{side}")), _MARGIN)) for side in sides)
    gutter = whole(attribute(section, "w:pgMar", qn("w:gutter")))
    return (high if landscape else wide) - margins - gutter


def settle_sections(sections: list[Element]) -> list[Element]:
    """Give the marked sections the settings of the section around them; return all sections there now are."""
    if not any(_is_marked(section) for section in sections):
        return sections
    settled: list[Element] = []
    pieces: list[Element] = []
    for section in _joined(_possible(sections)):
        pieces.append(section)
        if not _is_marked(section):
            settled.extend(_settle_group(pieces))
            pieces = []
    for section in pieces:
        detach(section)
    return settled


def _is_marked(section: Element) -> bool:
    return section.get(_MARK) in {SECTION_BEFORE, SECTION_AFTER}


def _possible(sections: list[Element]) -> list[Element]:
    """Drop the marked sections inside tables and text boxes: a page cannot be turned there."""
    kept = []
    for section in sections:
        if _is_marked(section) and next(section.iterancestors(*_CLOSED), None) is not None:
            detach(section)
        else:
            kept.append(section)
    return kept


def _joined(sections: list[Element]) -> list[Element]:
    """Let landscape tables that follow each other share their section; there is no page between them."""
    gone: list[Element] = []
    for after, before in pairwise(sections):
        marks = (after.get(_MARK), before.get(_MARK))
        if marks == (SECTION_AFTER, SECTION_BEFORE) and _next_block(_holder(after)) is _holder(before):
            gone += [after, before]
            detach(_holder(before))
            # Its paragraph stays: two tables must not touch.
            detach(after)
    return [section for section in sections if section not in gone]


def _holder(section: Element) -> Element:
    return next(section.iterancestors(_PARAGRAPH))


def _next_block(block: Element) -> Element | None:
    return next((e for e in block.itersiblings() if e.tag in _BLOCKS), None)


def _settle_group(pieces: list[Element]) -> list[Element]:
    """Settle the pieces of one section, of which the last is the one the template has."""
    *marked, original = pieces
    pattern = deepcopy(original)
    pattern.tail = None
    if marked and marked[0].get(_MARK) == SECTION_BEFORE and _opens_section(_holder(marked[0])):
        detach(_holder(marked.pop(0)))
    if marked and marked[-1].get(_MARK) == SECTION_AFTER and _closes_section(marked[-1], original):
        detach(marked.pop())
        _turn(original)
    settled = [_replaced(piece, pattern) for piece in marked] + [original]
    for later in settled[1:]:
        _as_later_piece(later)
    for own in settled[:-1]:
        _into_paragraph_before(own)
    return settled


def _replaced(piece: Element, pattern: Element) -> Element:
    own = deepcopy(pattern)
    if piece.get(_MARK) == SECTION_AFTER:
        _turn(own)
    piece.addprevious(own)
    detach(piece)
    return own


def _opens_section(holder: Element) -> bool:
    """Tell whether nothing stands before a paragraph in its section: to end it there leaves a page empty."""
    before = next((e for e in holder.itersiblings(preceding=True) if e.tag in _BLOCKS), None)
    return before is None or child(before, "w:pPr/w:sectPr") is not None


def _closes_section(marked: Element, original: Element) -> bool:
    """Tell whether nothing stands after a landscape table in its section."""
    following = _next_block(_holder(marked))
    if following is None:
        return next(original.iterancestors(_PARAGRAPH), None) is None
    return child(following, "w:pPr/w:sectPr") is original and all(item.tag == _PPR for item in following)


def _turn(section: Element) -> None:
    size = child(section, "w:pgSz")
    if size is None:
        size = etree.Element(qn("w:pgSz"))
        _insert_after_type(section, size)
    wide, high = whole(size.get(qn("w:w")), _A4["w"]), whole(size.get(qn("w:h")), _A4["h"])
    size.set(qn("w:w"), str(high))
    size.set(qn("w:h"), str(wide))
    size.set(qn("w:orient"), "landscape")


def _as_later_piece(section: Element) -> None:
    """A piece that goes on: no second title page, pages counted on, a new page to begin with."""
    for name in ("w:titlePg", "w:type"):
        for element in section.findall(name, NS):
            detach(element)
    numbers = child(section, "w:pgNumType")
    if numbers is not None and qn("w:start") in numbers.attrib:
        del numbers.attrib[qn("w:start")]
    kind = etree.Element(qn("w:type"))
    kind.set(qn("w:val"), "nextPage")
    _insert_after_type(section, kind)


def _insert_after_type(section: Element, element: Element) -> None:
    """Insert an element where ``w:type`` stands in the order of the schema, or right after it."""
    first = _BEFORE_TYPE | {qn("w:type")}
    section.insert(sum(1 for item in section if item.tag in first), element)


def _into_paragraph_before(section: Element) -> None:
    """Let the text before a section end carry it: an empty paragraph might fall on a page of its own."""
    holder = _holder(section)
    before = next((e for e in holder.itersiblings(preceding=True) if e.tag in _BLOCKS), None)
    if before is None or before.tag != _PARAGRAPH or child(before, "w:pPr/w:sectPr") is not None:
        return
    properties = child(before, "w:pPr")
    if properties is None:
        properties = etree.Element(_PPR)
        before.insert(0, properties)
    properties.append(section)
    detach(holder)
