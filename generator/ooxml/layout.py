"""How wide the text of a document is, in twips (1/20 pt)."""

from __future__ import annotations

from generator.ooxml.xml import Element, attribute, child, parse_strict, qn, whole

_A4_WIDTH, _A4_HEIGHT, _MARGIN = 11906, 16838, 1701


def text_width(document: bytes) -> int:
    """Return the width between the margins on the pages of the last section."""
    section = _last_section(parse_strict(document, "word/document.xml"))
    if section is None:
        return _A4_WIDTH - 2 * _MARGIN
    return _page(section, "w:w", _A4_WIDTH) - _margin(section, "w:left") - _margin(section, "w:right")


def landscape_width(document: bytes) -> int:
    """Return the width between the margins when the page of the last section is turned."""
    section = _last_section(parse_strict(document, "word/document.xml"))
    if section is None:
        return _A4_HEIGHT - 2 * _MARGIN
    return _page(section, "w:h", _A4_HEIGHT) - _margin(section, "w:left") - _margin(section, "w:right")


def _last_section(root: Element) -> Element | None:
    found = list(root.iter(qn("w:sectPr")))
    return found[-1] if found else None


def _page(section: Element, side: str, otherwise: int) -> int:
    return whole(attribute(child(section, "w:pgSz"), name=qn(side)), otherwise)


def _margin(section: Element, side: str) -> int:
    return whole(attribute(child(section, "w:pgMar"), name=qn(side)), _MARGIN)
