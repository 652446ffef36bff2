"""The cached answers of fields: numbers of captions, texts of cross-references, pages that are known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from generator.ooxml.fields import Field, set_result, switch
from generator.ooxml.heading_numbers import Number, formatted
from generator.ooxml.index import Bookmark, Index
from generator.ooxml.styles import Styles
from generator.ooxml.visible import text_between
from generator.ooxml.xml import Element, attribute, qn, whole

PAGE_COUNT = ""
UNKNOWN = "–"
_PARAGRAPH = qn("w:p")
_FORMATS = {
    "arabic": "decimal",
    "alphabetic": "lowerLetter",
    "roman": "lowerRoman",
    "arabicdash": "decimal",
}


@dataclass(frozen=True, slots=True)
class Known:
    """What the caches are filled from. ``numbers`` are those of the paragraphs of the document."""

    numbers: Mapping[Element, Number]
    pages: Mapping[str, int] | None


def number_captions(part: Index, styles: Styles) -> None:
    """Number the SEQ fields of the document, each label for itself, in the order of the text."""
    counts: dict[str, int] = {}
    restarts = _Restarts(part, styles)
    for found in part.fields:
        words = found.words
        if found.name != "SEQ" or len(words) < 2:  # noqa: PLR2004 - name and label
            continue
        label = words[1].casefold()
        if restarts.due(found, label, switch(words, "\\s")):
            counts[label] = 0
        counts[label] = _next(counts.get(label, 0), words)
        hidden = switch(words, "\\h") is not None and switch(words, "\\*") is None
        set_result(found, "" if hidden else formatted(counts[label], _format(words)))


def _next(count: int, words: list[str]) -> int:
    reset = switch(words, "\\r")
    if reset:
        return whole(reset, 1)
    return count if switch(words, "\\c") is not None else count + 1


def _format(words: list[str]) -> str:
    wanted = next((word for word in _general(words) if word.casefold() in _FORMATS), "ARABIC")
    name = _FORMATS[wanted.casefold()]
    return name.replace("lower", "upper") if wanted[0].isupper() else name


def _general(words: list[str]) -> list[str]:
    return [after for word, after in pairwise(words) if word == "\\*"]


class _Restarts:
    r"""Tells when a label numbered within headings (``\s 1``) begins anew."""

    def __init__(self, part: Index, styles: Styles) -> None:
        self._part = part
        self._styles = styles
        self._headings: list[tuple[int, Element]] | None = None
        self._order: dict[Element, int] = {}
        self._seen: dict[str, Element | None] = {}

    def due(self, found: Field, label: str, level: str | None) -> bool:
        if not level:
            return False
        heading = self._heading_before(found, whole(level, 1))
        before = self._seen.get(label)
        self._seen[label] = heading
        return heading is not before

    def _heading_before(self, found: Field, level: int) -> Element | None:
        if self._headings is None:
            self._order = {paragraph: i for i, paragraph in enumerate(self._part.root.iter(_PARAGRAPH))}
            self._headings = [
                (heading, paragraph)
                for paragraph in self._order
                if (heading := self._styles.heading_level(attribute(paragraph, "w:pPr/w:pStyle")))
            ]
        here = self._order.get(next(found.begin.iterancestors(_PARAGRAPH), found.begin), 0)
        above = [p for number, p in self._headings if number <= level and self._order[p] < here]
        return above[-1] if above else None


def fill_references(parts: list[Index], known: Known) -> None:
    """Fill in what REF and PAGEREF fields refer to (a text, a number or a page), and the number of pages."""
    marks = {mark.name: mark for part in parts for mark in part.bookmarks}
    for part in parts:
        for found in part.fields:
            if found.name == "NUMPAGES" and known.pages and PAGE_COUNT in known.pages:
                set_result(found, str(known.pages[PAGE_COUNT]))
            elif found.name in {"REF", "PAGEREF"}:
                _fill(found, marks, known)


def _fill(found: Field, marks: Mapping[str, Bookmark], known: Known) -> None:
    words = found.words
    mark = marks.get(words[1]) if len(words) > 1 else None
    if mark is None or mark.end is None:
        return
    if found.name == "PAGEREF":
        page = (known.pages or {}).get(mark.name)
        set_result(found, UNKNOWN if page is None else str(page))
    elif any(switch(words, name) is not None for name in ("\\n", "\\r", "\\w")):
        paragraph = next(mark.start.iterancestors(_PARAGRAPH), None)
        number = known.numbers.get(paragraph) if paragraph is not None else None
        set_result(found, number.text.rstrip(".") if number else "0")
    elif switch(words, "\\p") is None:
        set_result(found, text_between(mark.start, mark.end))
