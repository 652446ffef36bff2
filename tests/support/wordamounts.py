"""How much a redline marks as inserted and deleted, and the least that could be marked word by word."""

from __future__ import annotations

import re

from lxml.etree import _Element as Element
from rapidfuzz.distance import Indel

from tests.support.wordfile import MC, M, W, WordFile

_TEXT = (f"{W}t", f"{W}delText", f"{M}t")
_MARKS = {f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo")}
_CELLS = {f"{W}cellIns", f"{W}cellDel"}
_MOST = 400_000_000
_WORDS = re.compile(r"\w+|\s|[^\w\s]")


def marked(file: WordFile) -> int:
    """Return how many characters are marked, in the text, the notes, headers, footers and boxes."""
    texts = (text for name in file.stories() for text in file.root(name).iter(*_TEXT))
    return sum(len(text.text or "") for text in texts if _is_marked(text))


def _is_marked(text: Element) -> bool:
    found = False
    for above in text.iterancestors():
        if above.tag == f"{MC}Fallback":
            return False
        if above.tag in _MARKS:
            found = True
        elif above.tag == f"{W}tr":
            found = found or _has(above.find(f"{W}trPr"), _MARKS)
        elif above.tag == f"{W}tc":
            found = found or _has(above.find(f"{W}tcPr"), _CELLS)
    return found


def _has(properties: Element | None, tags: set[str]) -> bool:
    return properties is not None and any(child.tag in tags for child in properties)


def least(old: list[str], new: list[str]) -> int:
    """Return how many characters have to be marked between two lists of paragraphs, in whole words.

    Between long texts equal paragraphs are laid side by side first, which may give a little more.
    """
    before, after = _words(old), _words(new)
    if len(before) * len(after) <= _MOST:
        return _between(before, after)
    gaps = (op for op in Indel.opcodes(old, new) if op.tag != "equal")
    merged = _side_by_side([(op.src_start, op.src_end, op.dest_start, op.dest_end) for op in gaps])
    return sum(_between(_words(old[i:j]), _words(new[k:m])) for i, j, k, m in merged)


def _side_by_side(gaps: list[tuple[int, int, int, int]]) -> list[tuple[int, int, int, int]]:
    """Join gaps that touch: what goes out and what comes in at the same place belong together."""
    found: list[tuple[int, int, int, int]] = []
    for gap in gaps:
        if found and found[-1][1] == gap[0] and found[-1][3] == gap[2]:
            found[-1] = (found[-1][0], gap[1], found[-1][2], gap[3])
        else:
            found.append(gap)
    return found


def _between(before: list[str], after: list[str]) -> int:
    return sum(
        _length(before[op.src_start : op.src_end]) + _length(after[op.dest_start : op.dest_end])
        for op in Indel.opcodes(before, after)
        if op.tag != "equal"
    )


def _words(paragraphs: list[str]) -> list[str]:
    return _WORDS.findall("\n".join(paragraphs))


def _length(words: list[str]) -> int:
    """Return the characters; the breaks between paragraphs are not text."""
    return sum(len(word) for word in words if word != "\n")
