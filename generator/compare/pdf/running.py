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
_SHARE_OF_NUMBERS = 0.5
_FEW = 3
"""Pages up to which a number by itself at the edge is taken for that of the page."""
_DIGITS = re.compile(r"\d+")


def without_running(
    pages: Sequence[Page], lines: Sequence[Sequence[Line]]
) -> tuple[list[list[Line]], list[str]]:
    """Return the lines of each page without running headers, footers and page numbers, and those texts once.

    A line counts as running only when all that stands further out does too, so that the first line of a
    page's text is safe. What stands beside a page number belongs to the header, a chapter's name say.
    """
    running = _Running(pages, lines)
    kept: list[list[Line]] = []
    texts: dict[str, None] = {}
    for page, held in zip(pages, lines, strict=True):
        dropped = set(running.of(page, held))
        kept.append([line for at, line in enumerate(held) if at not in dropped])
        for at in sorted(dropped):
            if not is_page_number(held[at].text):
                texts[held[at].text] = None
    return kept, list(texts)


Key = tuple[str, bool, int]


class _Running:
    """What comes again at the edge of the pages."""

    def __init__(self, pages: Sequence[Page], lines: Sequence[Sequence[Line]]) -> None:
        self._few = len(pages) <= _FEW
        self._least = max(2, round(_SHARE * len(pages)))
        self._least_numbers = max(2, round(_SHARE_OF_NUMBERS * len(pages)))
        each = ({_key(page, line) for line in held if _zone(page, line) is not None} for page, held in
                zip(pages, lines, strict=True))  # fmt: skip
        self._seen = Counter(key for keys in each for key in keys)

    def of(self, page: Page, held: Sequence[Line]) -> Iterator[int]:
        """Yield the places of the running lines of a page."""
        for upper in (True, False):
            edge = [at for at, line in enumerate(held) if _zone(page, line) is upper]
            edge.sort(key=lambda at: -held[at].top if upper else held[at].bottom)
            last: Line | None = None
            for level in _levels(edge, held):
                first = held[level[0]]
                if last is not None and abs(first.bottom - last.bottom) > _BREAK * first.size:
                    break
                if not self._runs(page, [held[at] for at in level]):
                    break
                yield from level
                last = first

    def _runs(self, page: Page, level: Sequence[Line]) -> bool:
        known = [self._times(page, line) >= self._least for line in level]
        numbers = [self._is_number(page, line, alone=len(level) == 1) for line in level]
        return any(numbers) or all(known)

    def _is_number(self, page: Page, line: Line, *, alone: bool) -> bool:
        """Tell whether this is the page's number: most pages have one at this height, or there are few."""
        if not is_page_number(line.text):
            return False
        return self._times(page, line) >= self._least_numbers or (self._few and alone)

    def _times(self, page: Page, line: Line) -> int:
        text, upper, edge = _key(page, line)
        return max(self._seen[text, upper, edge + step] for step in (-1, 0, 1))


def _levels(edge: Sequence[int], held: Sequence[Line]) -> Iterator[list[int]]:
    """Yield the lines that stand side by side, from the edge inwards."""
    level: list[int] = []
    for at in edge:
        if level and abs(held[at].bottom - held[level[0]].bottom) > held[at].size / 2:
            yield level
            level = []
        level.append(at)
    if level:
        yield level


def _key(page: Page, line: Line) -> Key:
    upper = _zone(page, line) is True
    edge = page.height - line.top if upper else line.bottom
    text = "#" if is_page_number(line.text) else _DIGITS.sub("#", line.text)
    return text, upper, round(edge / _NEAR)


def _zone(page: Page, line: Line) -> bool | None:
    """Return True for a line at the head of the page, False at its foot, None between."""
    if line.bottom > page.height * (1 - _ZONE):
        return True
    return False if line.top < page.height * _ZONE else None
