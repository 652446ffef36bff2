"""Paragraphs whose mark goes: what they hold joins the next paragraph, whose properties then hold."""

from __future__ import annotations

from collections.abc import Iterable

from generator.ooxml.revisions.marks import CONTENT, MARKERS, PARAGRAPH, PPR, RPR, SDT, SDT_CONTENT, TABLE
from generator.ooxml.revisions.properties import drop_if_empty
from generator.ooxml.xml import Element, child, detach, qn

_WRAPPERS = frozenset({SDT, SDT_CONTENT, qn("w:customXml"), qn("w:smartTag")})
_DESCRIPTIONS = frozenset(
    qn(f"w:{name}") for name in ("sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr", "pPr")
)
_HOLDS_BLOCKS = tuple(
    qn(f"w:{name}") for name in ("tc", "footnote", "endnote", "hdr", "ftr", "txbxContent", "comment")
)

_NO_END = frozenset({TABLE, qn("w:tcPr")})


def settle_marks(root: Element, gone: Iterable[str]) -> None:
    """Join each paragraph whose mark carries one of ``gone`` with the next; drop the marks of the others."""
    wanted = frozenset(gone)
    for paragraph in reversed(list(root.iter(PARAGRAPH))):
        look = child(paragraph, "w:pPr/w:rPr")
        marks = [] if look is None else [item for item in look if item.tag in CONTENT]
        if not marks:
            continue
        goes = any(mark.tag in wanted for mark in marks)
        for mark in marks:
            detach(mark)
        _drop_empty_properties(paragraph)
        if goes:
            _join(paragraph)


def _drop_empty_properties(paragraph: Element) -> None:
    for path in ("w:pPr/w:rPr", "w:pPr"):
        properties = child(paragraph, path)
        if properties is not None:
            drop_if_empty(properties)


def _join(paragraph: Element) -> None:
    """Move what a paragraph holds to the front of the next; its section break goes with its mark.

    A table cannot take text in, so before one only an empty paragraph goes. The last mark of a text or a
    cell cannot go at all (Word keeps it).
    """
    following = _next_block(paragraph)
    if following is None:
        return
    if following.tag == PARAGRAPH:
        _move_into(paragraph, following)
    elif not is_empty(paragraph):
        return
    else:
        for item in [e for e in paragraph if e.tag in MARKERS]:
            paragraph.addprevious(item)
    _remove(paragraph)


def _move_into(paragraph: Element, following: Element) -> None:
    properties = child(following, "w:pPr")
    for item in reversed([e for e in paragraph if e.tag != PPR]):
        if properties is None:
            following.insert(0, item)
        else:
            properties.addnext(item)


def is_empty(paragraph: Element) -> bool:
    """Tell whether a paragraph holds nothing but marks between runs, and runs without content."""
    for item in paragraph:
        if item.tag == qn("w:r"):
            if any(inside.tag != RPR for inside in item):
                return False
        elif item.tag not in MARKERS and item.tag != PPR:
            return False
    return True


def _next_block(paragraph: Element) -> Element | None:
    """Return the block after a paragraph, in or out of content controls; None at the end of a text."""
    current: Element | None = paragraph
    while current is not None:
        found = current.getnext()
        while found is not None and (not isinstance(found.tag, str) or found.tag in MARKERS):
            found = found.getnext()
        if found is None:
            current = current.getparent()
            if current is None or current.tag not in _WRAPPERS:
                return None
            continue
        if found.tag not in _WRAPPERS:
            return None if found.tag == qn("w:sectPr") else found
        inside = next(found.iter(PARAGRAPH, TABLE), None)
        if inside is not None:
            return inside
        current = found
    return None


def _remove(block: Element) -> None:
    """Take a block out, and the content controls that are empty without it."""
    holder = block.getparent()
    detach(block)
    drop_emptied(holder)


def drop_emptied(holder: Element | None) -> None:
    """Drop a wrapper from which the last content has been taken, and those around it in turn."""
    while holder is not None and holder.tag in _WRAPPERS:
        if any(isinstance(item.tag, str) and item.tag not in _DESCRIPTIONS | MARKERS for item in holder):
            return
        around = holder.getparent()
        if around is None:
            return
        for item in [e for e in holder if e.tag in MARKERS]:
            holder.addprevious(item)
        detach(holder)
        holder = around


def ends(root: Element) -> dict[Element, Element | None]:
    """Return the last block of each cell, note, header, footer and box that does not end in a paragraph.

    A file may have such, though none should (ECMA-376 part 1, 17.4.65 on cells).
    """
    found = ((holder, _last(holder)) for holder in root.iter(*_HOLDS_BLOCKS))
    return {holder: last for holder, last in found if last is None or last.tag in _NO_END}


def complete_holders(root: Element, known: dict[Element, Element | None]) -> None:
    """Give a last paragraph to those that have lost theirs; ``known`` are the ends from before."""
    for holder, last in ends(root).items():
        if holder not in known or known[holder] is not last:
            holder.append(holder.makeelement(PARAGRAPH))


def _last(holder: Element) -> Element | None:
    return next((e for e in reversed(holder) if isinstance(e.tag, str) and e.tag not in MARKERS), None)
