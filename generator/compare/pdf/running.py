"""Running headers and footers: lines at the edge of the page that come again, page after page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.compare.pdf.lines import Line
from generator.compare.pdf.marks import is_page_number
from generator.compare.pdf.pages import Page

_ZONE = 0.14
_NEAR = 4.0
_BREAK = 2.5
"""Sizes of type between two lines: beyond that the second is no part of the header that the first is in."""
_SHARE = 0.2
_DIGITS = re.compile(r"\d+")


def without_running(
    pages: Sequence[Page], lines: Sequence[Sequence[Line]]
) -> tuple[list[list[Line]], list[str]]:
    """Return the lines of each page without running headers, footers and page numbers, and those texts once.

    A line counts as running only when all that stands further out does too, so that the first line of a
    page's text is safe.
    """
    seen = Counter(key for page, held in zip(pages, lines, strict=True) for key in _keys(page, held))
    least = max(2, round(_SHARE * len(pages)))
    kept: list[list[Line]] = []
    texts: dict[str, None] = {}
    for page, held in zip(pages, lines, strict=True):
        dropped = set(_dropped(page, held, seen, least))
        kept.append([line for at, line in enumerate(held) if at not in dropped])
        for at in sorted(dropped):
            if not is_page_number(held[at].text):
                texts[held[at].text] = None
    return kept, list(texts)


Key = tuple[str, bool, int]


def _keys(page: Page, held: Sequence[Line]) -> Iterator[Key]:
    yield from {key for line in held if _zone(page, line) is not None for key in [_key(page, line)]}


def _key(page: Page, line: Line) -> Key:
    upper = _zone(page, line) is True
    edge = page.height - line.top if upper else line.bottom
    return _DIGITS.sub("#", line.text), upper, round(edge / _NEAR)


def _zone(page: Page, line: Line) -> bool | None:
    """Return True for a line at the head of the page, False at its foot, None between."""
    if line.bottom > page.height * (1 - _ZONE):
        return True
    return False if line.top < page.height * _ZONE else None


def _dropped(page: Page, held: Sequence[Line], seen: Counter[Key], least: int) -> Iterator[int]:
    for upper in (True, False):
        at_edge = [at for at, line in enumerate(held) if _zone(page, line) is upper]
        at_edge.sort(key=lambda at: -held[at].top if upper else held[at].bottom)
        level: float | None = None
        waiting: list[int] = []
        for at in at_edge:
            line = held[at]
            if level is not None and abs(line.bottom - level) > line.size:
                yield from waiting
                waiting = []
                if abs(line.bottom - level) > _BREAK * line.size:
                    break
            level = line.bottom
            text, _, edge = _key(page, line)
            times = max(seen[text, upper, edge + step] for step in (-1, 0, 1))
            if times < least and not is_page_number(line.text):
                waiting = []
                break
            waiting.append(at)
        yield from waiting
