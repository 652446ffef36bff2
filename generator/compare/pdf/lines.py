"""Words on a page put together to lines; what stands far apart on one level makes several."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from generator.alignment.flow import NOTE
from generator.compare.pdf.marks import is_mark
from generator.compare.pdf.pages import Page, Word
from generator.diagnostics.values import dataclass

_LEVEL = 0.5
_GAP = 1.0
_GAP_OF_FIGURES = 0.45
_GAP_AFTER_FIGURE = 0.8
_FIGURE = "0123456789+−–-"
_FEW = 3
_GAP_AFTER_MARK = 5.0
_SMALL = 0.8
_RAISED = 0.12
_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}
_DIGITS = re.compile(r"[\d¹²³]{1,3}[,)]?")


@dataclass(frozen=True, slots=True)
class Line:
    """A line, or the part of one that stands by itself. Measures in points; ``page`` from 1.

    ``first`` is the width of its first word; ``note`` the raised number it begins with, as a note does.
    """

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    bold: bool
    page: int
    first: float
    note: str = ""


def lines_of(page: Page, number: int) -> list[Line]:
    """Return the lines of a page in the order of the file."""
    found: list[Line] = []
    held: list[Word] = []
    for word in page.words:
        if held and not _follows(held, word):
            found.extend(_made(held, number))
            held = []
        held.append(word)
    found.extend(_made(held, number))
    return found


def _follows(held: Sequence[Word], word: Word) -> bool:
    last = max(held[-2:], key=lambda each: each.size)  # a raised number is no measure
    level = min(last.top, word.top) - max(last.bottom, word.bottom)
    if level < _LEVEL * min(last.top - last.bottom, word.top - word.bottom):
        return False
    gap = word.left - held[-1].right
    size = max(last.size, word.size)
    return -0.6 * size <= gap <= _reach(held, word) * size


def _reach(held: Sequence[Word], word: Word) -> float:
    """Return how far from a line its next word may stand, in sizes of type."""
    # A figure by itself is the number of a heading only where both are bold; else it is a cell.
    alone = len(held) == 1 and word.text[:1] not in _FIGURE
    if alone and is_mark(held[0].text) and (not held[0].text.isdigit() or held[0].bold is word.bold is True):
        return _GAP_AFTER_MARK
    if len(held) == 1 and held[0].size < _SMALL * word.size and _DIGITS.fullmatch(held[0].text):
        return _GAP_AFTER_MARK
    if len(held) <= _FEW and held[-1].text[-1:].isdigit() and word.text[:1].isupper():
        return _GAP_AFTER_FIGURE
    if held[-1].text[-1:].isdigit() and word.text[:1] in _FIGURE:
        return _GAP_OF_FIGURES
    usual = sum(b.left - a.right for a, b in pairwise(held)) / max(len(held) - 1, 1) / held[-1].size
    return max(_GAP, 2.2 * usual) if len(held) > _FEW else _GAP


def _made(held: Sequence[Word], number: int) -> list[Line]:
    if not held:
        return []
    size = _size(held)
    base = next(word.bottom for word in held if word.size == size)
    raised = [_is_raised(word, size, base) for word in held]
    note = ""
    if raised[0] and len(held) > 1:
        note = re.sub(r"\D", "", held[0].text)
    pieces: list[str] = []
    for at, (word, is_note) in enumerate(zip(held, raised, strict=True)):
        touches = at > 0 and word.left - held[at - 1].right < 0.12 * size
        text = NOTE if is_note else word.text.translate(_LIGATURES)
        pieces.append(text if touches or (is_note and at) or not at else f" {text}")
    text = "".join(pieces).removeprefix(NOTE).strip() if note else "".join(pieces).strip()
    return [
        Line(
            text,
            min(word.left for word in held),
            max(word.right for word in held),
            min(word.bottom for word in held if word.size == size),
            max(word.top for word in held if word.size == size),
            size,
            all(word.bold for word, is_note in zip(held, raised, strict=True) if not is_note),
            number,
            held[0].right - held[0].left,
            note,
        )
    ]


def _size(held: Sequence[Word]) -> float:
    sizes: Counter[float] = Counter()
    for word in held:
        sizes[word.size] += len(word.text)
    return max(sizes, key=lambda size: (sizes[size], size))


def _is_raised(word: Word, size: float, base: float) -> bool:
    small = word.size < _SMALL * size and word.bottom > base + _RAISED * size
    return small and _DIGITS.fullmatch(word.text) is not None


def body_size(lines: Iterable[Line]) -> float:
    """Return the size most of the text is set in."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)
