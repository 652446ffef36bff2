"""The numbers Word shows before headings and list items, worked out from the lists they belong to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.ooxml.numbering import LEVELS, Level, Num, Numbering
from generator.ooxml.styles import Styles
from generator.ooxml.xml import Element, attribute, child, qn, style_of, whole

_PLACEHOLDER = re.compile(r"%(\d)")
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
_LETTERS = 26
_PARAGRAPH = qn("w:p")
_PSTYLE, _VAL = qn("w:pStyle"), qn("w:val")
_MARKS = (_PSTYLE, qn("w:numPr"), qn("w:outlineLvl"))


@dataclass(frozen=True, slots=True)
class Number:
    """The number of a paragraph as it is printed (``2.1``), and what stands between it and the text."""

    text: str
    suffix: str


def formatted(value: int, number_format: str) -> str:
    """Return a count in one of Word's number formats; plain digits for those no Swedish template uses."""
    if number_format in {"none", "bullet"}:
        return ""
    if number_format == "decimalZero":
        return f"{value:02d}"
    if value < 1:
        return str(value)
    if number_format in {"upperRoman", "lowerRoman"}:
        text = _roman(value)
    elif number_format in {"upperLetter", "lowerLetter"}:
        text = chr(ord("A") + (value - 1) % _LETTERS) * ((value - 1) // _LETTERS + 1)
    else:
        return str(value)
    return text.lower() if number_format.startswith("lower") else text


def _roman(value: int) -> str:
    text = ""
    for size, sign in _ROMAN:
        text += sign * (value // size)
        value %= size
    return text


@dataclass(frozen=True, slots=True)
class Headings:
    """The paragraphs that headings are among, in document order, and the numbers of those that have one."""

    paragraphs: Sequence[Element]
    numbers: Mapping[Element, Number]


def counted_paragraphs(root: Element, styles: Styles, more: Iterable[str] = ()) -> list[Element]:
    """Return the paragraphs that have a number or an outline level, or one of ``more`` styles, in order.

    Most paragraphs of a document stand in its tables and are none of these; they are passed over unread.
    """
    wanted = styles.counted | set(more)
    if styles.default() in wanted:
        return list(root.iter(_PARAGRAPH))
    found: dict[Element, None] = {}
    for mark in root.iter(*_MARKS):
        if mark.tag != _PSTYLE or mark.get(_VAL) in wanted:
            properties = mark.getparent()
            paragraph = None if properties is None else properties.getparent()
            if paragraph is not None and paragraph.tag == _PARAGRAPH:
                found[paragraph] = None
    return list(found)


class _Counter:
    """The state of one abstractNum on the way through the document."""

    def __init__(self) -> None:
        self.values: list[int | None] = [None] * LEVELS
        self.started: set[tuple[int, int]] = set()

    def step(self, num_id: int, num: Num, level: int) -> None:
        start = num.starts[level]
        anew = start is not None and (num_id, level) not in self.started
        self.started.add((num_id, level))
        value = self.values[level]
        if anew:
            self.values[level] = start
        else:
            self.values[level] = num.levels[level].start if value is None else value + 1
        for above in range(level):
            if self.values[above] is None:
                self.values[above] = num.levels[above].start
        for below in range(level + 1, LEVELS):
            restart = num.levels[below].restart
            if restart is None or 0 < level + 1 <= restart:
                self.values[below] = None

    def text(self, levels: tuple[Level, ...], level: int) -> str:
        own = levels[level]

        def value(match: re.Match[str]) -> str:
            place = int(match.group(1)) - 1
            if not 0 <= place <= level:
                return ""
            shown = levels[place].format
            plain = own.legal and shown not in {"none", "bullet"}
            return formatted(self.values[place] or 0, "decimal" if plain else shown)

        return "" if own.format == "bullet" else _PLACEHOLDER.sub(value, own.text)


class HeadingNumbers:
    """Numbers the paragraphs of a document by style and by their own numbering."""

    def __init__(self, styles: Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering
        self._of_style: dict[str | None, tuple[int, int] | None] = {}

    def of(self, paragraphs: Iterable[Element]) -> dict[Element, Number]:
        """Return the number of each numbered paragraph, given those that may have one in document order."""
        counters: dict[int, _Counter] = {}
        found: dict[Element, Number] = {}
        for paragraph in paragraphs:
            place = self.place(paragraph)
            num = self._numbering.get(place[0]) if place else None
            if place is None or num is None:
                continue
            counter = counters.setdefault(num.abstract, _Counter())
            counter.step(place[0], num, place[1])
            text = counter.text(num.levels, place[1])
            if text:
                found[paragraph] = Number(text, num.levels[place[1]].suffix)
        return found

    def place(self, paragraph: Element) -> tuple[int, int] | None:
        """Return (numId, level from 0) of a paragraph, None when it has no number."""
        properties, style = style_of(paragraph)
        inherited = self._by_style(style)
        # Most paragraphs have a style and nothing else.
        own = (
            None
            if properties is None or len(properties) <= (style is not None)
            else child(properties, "w:numPr")
        )
        if own is None:
            return inherited
        number, level = attribute(own, "w:numId"), attribute(own, "w:ilvl")
        if number is None:
            return None if inherited is None else (inherited[0], whole(level, inherited[1]))
        if whole(number) == 0:
            return None
        place = whole(level, inherited[1] if inherited and inherited[0] == whole(number) else 0)
        return whole(number), min(max(place, 0), LEVELS - 1)

    def _by_style(self, style: str | None) -> tuple[int, int] | None:
        if style not in self._of_style:
            self._of_style[style] = self._numbering.of_style(self._styles, style)
        return self._of_style[style]
