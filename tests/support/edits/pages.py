"""Edits of notes, sections, headers and links."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree
from lxml.etree import _Element as Element

from tests.support.edits.draft import (
    WORDS,
    Draft,
    closed,
    drop,
    has,
    like,
    nth,
    properties,
)
from tests.support.wordfile import W, local


def note_in(draft: Draft, place: int, choice: int) -> None:
    part = draft.file.story("footnotes")
    run = nth([r for r in draft.body.iter(f"{W}r") if _is_text_of_body(r)], place)
    if part is None or run is None:
        return
    notes = draft.file.root(part)
    id_ = str(1 + max(int(note.get(f"{W}id", "0")) for note in notes))
    note = etree.SubElement(notes, f"{W}footnote")
    note.set(f"{W}id", id_)
    note.append(like(etree.Element(f"{W}p"), f"Ny not {WORDS[choice % len(WORDS)]}."))
    reference = etree.Element(f"{W}r")
    etree.SubElement(reference, f"{W}footnoteReference").set(f"{W}id", id_)
    run.addnext(reference)


def _is_text_of_body(run: Element) -> bool:
    if run.find(f"{W}t") is None or local(run.getparent()) != "p":
        return False
    above = {local(item) for item in run.iterancestors()}
    inside = "".join(
        t.get(f"{W}fldCharType", "") for t in run.itersiblings(f"{W}r", preceding=True) for t in t
    )
    return not above & {"txbxContent", "Fallback"} and "begin" not in inside


def note_out(draft: Draft, place: int, _choice: int) -> None:
    reference = nth(draft.inside("footnoteReference", "endnoteReference"), place)
    if reference is not None:
        drop(reference)


def section(draft: Draft, place: int, _choice: int) -> None:
    """Begin a new section after a paragraph, or take such a break away."""
    last = draft.body.find(f"{W}sectPr")
    paragraph = nth([p for p in draft.body.iterchildren(f"{W}p") if local(p.getnext()) != "sectPr"], place)
    if last is None or paragraph is None:
        return
    own = properties(paragraph)
    old = own.find(f"{W}sectPr")
    if old is not None:
        own.remove(old)
    else:
        own.append(deepcopy(last))
        own[-1].tail = None


def page(draft: Draft, place: int, choice: int) -> None:
    """Turn the page of a section, or move its edge."""
    section = nth(draft.inside("sectPr"), place)
    size = None if section is None else section.find(f"{W}pgSz")
    if size is not None:
        size.set(f"{W}w", str(11906 + choice % 3 * 500))


def header(draft: Draft, place: int, _choice: int) -> None:
    """Take a header or footer away from its section."""
    reference = nth(draft.inside("headerReference", "footerReference"), place)
    if reference is not None:
        drop(reference)


def link(draft: Draft, place: int, choice: int) -> None:
    """Make a run a link within the document, or a link mere text."""
    links = [link for link in draft.inside("hyperlink") if not has(link, "fldChar")]
    if choice % 2 and (link := nth(links, place)) is not None:
        for child in reversed(list(link)):
            link.addnext(child)
        drop(link)
        return
    run = nth([r for r in draft.body.iter(f"{W}r") if _is_text_of_body(r)], place)
    if run is not None:
        link = etree.Element(f"{W}hyperlink")
        link.set(f"{W}anchor", f"plats-{choice % 3}")
        run.addprevious(link)
        link.append(run)


def content_control(draft: Draft, place: int, _choice: int) -> None:
    """Put a paragraph into a content control, or take it out."""
    paragraph = nth(list(draft.body.iterchildren(f"{W}p")), place)
    if paragraph is None or not closed(paragraph) or has(paragraph, "fldChar", "sectPr"):
        return
    control = etree.Element(f"{W}sdt")
    etree.SubElement(control, f"{W}sdtPr")
    content = etree.SubElement(control, f"{W}sdtContent")
    paragraph.addprevious(control)
    content.append(paragraph)
