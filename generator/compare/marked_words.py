"""The words of one side as HTML: changed ones marked so that eye, ear and printer can tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import escape

from generator.alignment.flow import CELL, LINE, NOTE
from generator.alignment.sequences import Span

REMOVED, ADDED = ("del", "borttaget"), ("ins", "tillagt")
"""The element and the words for the ear of what only the old, only the new side has."""
_SAID = "\ufffa"
"""Stands around the place of a word that something is said of; taken out of what documents say."""
_MARKED = re.compile(f"{_SAID}(\\d+){_SAID}")
_NOTE = re.compile(NOTE)
# Not what stands in an entity, nor the place of a word.
_FIGURE = re.compile(
    rf"(?<![\w&#.,{_SAID}])(?:\d{{1,3}}(?:\u00a0\d{{3}})+(?:,\d+)?|\d+,\d+|\d{{2,}})(?![\w;])"
)
_AMOUNT_SIGNS = frozenset("0123456789 ,+-−–%\u00a0")


def cells(
    said: Sequence[str],
    changed: Sequence[Span],
    mark: tuple[str, str],
    beside: Mapping[int, str],
    notes: Iterator[int],
) -> list[str]:
    """Return the cells of a side as HTML, one for what is no row.

    ``changed``: the stretches that differ. ``beside``: what is said after a word of those, by its place
    (how much a figure differs). ``notes`` numbers the references to notes.
    """
    found: list[list[str]] = [[]]
    for span, is_changed in _stretches(len(said), changed):
        first, *rest = _with_differences(said, span, beside).split(CELL)
        for number, text in enumerate((first, *rest)):
            if number:
                found.append([])
            found[-1].append(_stretch(_html(text, beside, notes), mark if is_changed else None))
    return ["".join(pieces) for pieces in found]


def _with_differences(said: Sequence[str], span: Span, beside: Mapping[int, str]) -> str:
    """Return the text of a stretch, with a mark and a place after each word that something is said of."""
    if not beside:
        return "".join(said[span.start : span.end]).replace(_SAID, "")
    pieces = (
        word.replace(_SAID, "") + (f"{_SAID}{at}{_SAID}" if at in beside else "")
        for at, word in enumerate(said[span.start : span.end], start=span.start)
    )
    return "".join(pieces)


def _html(text: str, beside: Mapping[int, str], notes: Iterator[int]) -> str:
    shown = _FIGURE.sub(r'<span class="tal">\g<0></span>', escape(text)).replace(LINE, "<br />")
    if _SAID in shown:
        shown = _MARKED.sub(lambda found: _beside(beside[int(found.group(1))]), shown)
    return _NOTE.sub(lambda _: f"<sup>{next(notes)}</sup>", shown) if NOTE in shown else shown


def is_amount(text: str) -> bool:
    """Tell whether a cell holds a figure and nothing else."""
    return any(sign.isdigit() for sign in text) and _AMOUNT_SIGNS.issuperset(text)


def _stretches(length: int, changed: Sequence[Span]) -> Iterator[tuple[Span, bool]]:
    at = 0
    for span in changed:
        yield Span(at, span.start), False
        yield span, True
        at = span.end
    yield Span(at, length), False


def _stretch(text: str, mark: tuple[str, str] | None) -> str:
    if mark is None or not text.strip():
        return text
    element, said = mark
    lead = text[: len(text) - len(text.lstrip(" "))]
    trail = text[len(text.rstrip(" ")) :]
    inner = text.strip(" ")
    ear = f'<span class="dold">[{said}: </span>{inner}<span class="dold">]</span>'
    return f"{lead}<{element}>{ear}</{element}>{trail}"


def _beside(said: str) -> str:
    return f' <span class="skillnad">({escape(said)})</span>'
