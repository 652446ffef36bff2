"""Edits of whole paragraphs."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element as Element

from tests.support.edits.draft import (
    WORDS,
    Draft,
    closed,
    drop,
    has,
    is_block,
    like,
    nth,
    properties,
)
from tests.support.wordfile import W, local, tag

_BEFORE_NUMBERING = {"pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl"}


def paragraph_in(draft: Draft, place: int, choice: int) -> None:
    """Put a paragraph after another, looking like it."""
    paragraph = nth(draft.everywhere("p"), place)
    if paragraph is not None and is_block(paragraph):
        paragraph.addnext(like(paragraph, f"Nytt stycke {WORDS[choice % len(WORDS)]}, nummer {choice % 7}."))


def paragraph_out(draft: Draft, place: int, _choice: int) -> None:
    paragraph = nth([p for p in draft.everywhere("p") if _can_go(p)], place)
    if paragraph is not None:
        drop(paragraph)


def _can_go(paragraph: Element) -> bool:
    """Tell whether what is left stays whole: fields and bookmarks closed, cells and notes not empty."""
    if not is_block(paragraph) or has(paragraph, "fldChar", "sectPr", "footnoteRef"):
        return False
    before, after = local(paragraph.getprevious()), local(paragraph.getnext())
    return closed(paragraph) and (after == "p" or (after == "sectPr" and before == "p"))


def paragraph_moved(draft: Draft, place: int, choice: int) -> None:
    paragraph = nth([p for p in draft.body.iterchildren(f"{W}p") if _can_go(p)], place)
    there = nth(list(draft.body.iterchildren(f"{W}p")), place + choice)
    if paragraph is not None and there is not None and paragraph is not there:
        drop(paragraph)
        there.addnext(paragraph)


def paragraph_cut(draft: Draft, place: int, choice: int) -> None:
    """Press Enter in the middle of a paragraph."""
    found = [p for p in draft.everywhere("p") if is_block(p) and closed(p) and not has(p, "fldChar")]
    paragraph = nth([p for p in found if len(p.findall(f"{W}r")) > 1], place)
    if paragraph is None:
        return
    runs = paragraph.findall(f"{W}r")
    at = paragraph.index(runs[1 + choice % (len(runs) - 1)])
    rest = like(paragraph, "")
    rest.remove(rest[-1])
    rest.extend(paragraph[at:])
    paragraph.addnext(rest)
    section = paragraph.find(f"{W}pPr/{W}sectPr")
    if section is not None:
        rest[0].append(section)
    if not closed(paragraph):
        paragraph.extend(rest[1 if rest.find(f"{W}pPr") is not None else 0 :])
        drop(rest)


def paragraphs_joined(draft: Draft, place: int, _choice: int) -> None:
    """Take the break between two paragraphs away."""
    pairs = [p for p in draft.everywhere("p") if is_block(p) and local(p.getnext()) == "p"]
    first = nth([p for p in pairs if not has(p, "sectPr")], place)
    second = None if first is None else first.getnext()
    if first is None or second is None or has(second, "sectPr", "footnoteRef", "hyperlink"):
        return
    first.extend(child for child in list(second) if tag(child) != f"{W}pPr")
    drop(second)


def style(draft: Draft, place: int, choice: int) -> None:
    names = [id_ for id_, s in sorted(draft.file.styles.items()) if s.get(f"{W}type") == "paragraph"]
    paragraph = nth([p for p in draft.everywhere("p") if is_block(p)], place)
    if paragraph is None or not names:
        return
    own = properties(paragraph)
    style = own.find(f"{W}pStyle")
    if style is None:
        style = etree.Element(f"{W}pStyle")
        own.insert(0, style)
    style.set(f"{W}val", names[choice % len(names)])


def listed(draft: Draft, place: int, choice: int) -> None:
    """Make a paragraph an item of a list, of another level, or none."""
    paragraph = nth([p for p in draft.everywhere("p") if is_block(p)], place)
    numbers = sorted(draft.file.numbers)
    if paragraph is None or not numbers:
        return
    own = properties(paragraph)
    old = own.find(f"{W}numPr")
    if old is not None:
        own.remove(old)
    if choice % 3:
        number = etree.Element(f"{W}numPr")
        etree.SubElement(number, f"{W}ilvl").set(f"{W}val", str(choice % 3 - 1))
        etree.SubElement(number, f"{W}numId").set(f"{W}val", numbers[choice % len(numbers)])
        own.insert(sum(local(child) in _BEFORE_NUMBERING for child in own), number)
