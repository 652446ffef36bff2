"""Edits of words and of how they look."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from tests.support.edits.draft import (
    WORDS,
    XML_SPACE,
    Draft,
    drop,
    nth,
)
from tests.support.wordfile import W, local, tag

_BEFORE_BOLD = {"rStyle", "rFonts"}


def word(draft: Draft, place: int, choice: int) -> None:
    """Put another word in the place of one, or beside it; words in notes and headers too."""
    text = nth([t for t in draft.everywhere("t") if (t.text or "").strip()], place)
    if text is None:
        return
    words = (text.text or "").split(" ")
    at = choice // len(WORDS) % len(words)
    words[at] = WORDS[choice % len(WORDS)] if choice % 3 else f"{words[at]} {WORDS[choice % len(WORDS)]}"
    text.text = " ".join(words)
    text.set(XML_SPACE, "preserve")


def look(draft: Draft, place: int, choice: int) -> None:
    """Make a run bold or not, or italic, or raised."""
    run = nth([r for r in draft.everywhere("r") if r.find(f"{W}t") is not None], place)
    if run is None:
        return
    name, value = (("b", None), ("i", None), ("vertAlign", "superscript"), ("u", "single"))[choice % 4]
    own = run.find(f"{W}rPr")
    if own is None:
        own = etree.Element(f"{W}rPr")
        run.insert(0, own)
    old = own.find(W + name)
    if old is not None:
        own.remove(old)
        return
    mark = etree.Element(W + name)
    if value:
        mark.set(f"{W}val", value)
    early = sum(local(child) in _BEFORE_BOLD for child in own)
    late = len(own) - sum(local(child) in {"rtl", "cs", "lang"} for child in own)
    own.insert(late if value else early + (name == "i" and own.find(f"{W}b") is not None), mark)


def cut_run(draft: Draft, place: int, choice: int) -> None:
    """Write the same with one run more, as Word does for no reason."""
    run = nth([r for r in draft.everywhere("r") if len(r) and tag(r[-1]) == f"{W}t" and r[-1].text], place)
    if run is None:
        return
    twin, text = deepcopy(run), run[-1].text or ""
    at = choice % (len(text) + 1)
    for half, part in ((run, text[:at]), (twin, text[at:])):
        half[-1].text = part
        half[-1].set(XML_SPACE, "preserve")
    for child in twin[:-1]:
        if tag(child) != f"{W}rPr":
            twin.remove(child)
    run.addnext(twin)


def sign(draft: Draft, place: int, choice: int) -> None:
    """Put a tab or a break of line or page into a run, or take it out."""
    signs = draft.inside("tab", "br")
    in_runs = [sign for sign in signs if tag(sign.getparent()) == f"{W}r"] if choice % 2 else []  # type: ignore[arg-type]
    if (sign := nth(in_runs, place)) is not None:
        drop(sign)
        return
    run = nth([r for r in draft.inside("r") if r.find(f"{W}t") is not None], place)
    if run is not None:
        run.append(etree.Element(f"{W}tab" if choice % 3 else f"{W}br"))
