"""The words of one side as HTML: changed ones marked so that eye, ear and printer can tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from generator.alignment.flow import CELL, LINE, NOTE
from generator.alignment.sequences import Span

REMOVED, ADDED = ("del", "borttaget"), ("ins", "tillagt")
"""The element and the words for the ear of what only the old, only the new side has."""
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
        held: list[str] = []
        for at in range(*span):
            if said[at] == CELL:
                found[-1].append(_stretch(held, mark if is_changed else None))
                found.append([])
                held = []
            else:
                held.append(_word(said[at], notes) + _beside(beside.get(at, "")))
        found[-1].append(_stretch(held, mark if is_changed else None))
    return ["".join(pieces) for pieces in found]


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


def _stretch(held: Sequence[str], mark: tuple[str, str] | None) -> str:
    text = "".join(held)
    if mark is None or not text.strip():
        return text
    element, said = mark
    lead = text[: len(text) - len(text.lstrip(" "))]
    trail = text[len(text.rstrip(" ")) :]
    inner = text.strip(" ")
    ear = f'<span class="dold">[{said}: </span>{inner}<span class="dold">]</span>'
    return f"{lead}<{element}>{ear}</{element}>{trail}"


def _word(word: str, notes: Iterator[int]) -> str:
    if word == NOTE:
        return f"<sup>{next(notes)}</sup>"
    if word == LINE:
        return "<br />"
    text = escape(word)
    return f'<span class="tal">{text}</span>' if word[:1].isdigit() and len(word) > 1 else text


def _beside(said: str) -> str:
    return f' <span class="skillnad">({escape(said)})</span>' if said else ""
