"""Findings for a person: sorted by place, on a terminal with the line they stand at, never without end."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.cli.terminal import Terminal, finding
from generator.content.excerpts import Excerpt, Excerpts
from generator.diagnostics import Diagnostic

MOST = 200
"""Findings that are shown unless all are asked for. Nobody reads more; the rest is counted by code."""

_MARGIN = 12
"""Characters that the number of a line and the frame take."""


def as_text(found: Sequence[Diagnostic], excerpts: Excerpts, terminal: Terminal) -> Iterator[str]:
    """Yield the findings, then those that are accepted, then how many more there are."""
    open_ = [d for d in found if d.accepted is None]
    accepted = [d for d in found if d.accepted is not None]
    for group in (open_, accepted):
        shown = group if terminal.verbose else group[:MOST]
        for diagnostic in shown:
            excerpt = excerpts.at(diagnostic.position) if terminal.width else None
            lines = framed(excerpt, terminal.width) if excerpt else []
            yield finding(diagnostic, lines, colour=terminal.colour_out)
        if len(shown) < len(group):
            yield _more(group[len(shown) :])


def _more(left: Sequence[Diagnostic]) -> str:
    counts = Counter(d.code for d in left).most_common()
    codes = ", ".join(f"{number} {code}" for code, number in counts)
    return f"… och {len(left)} till: {codes}. Visa alla med -v, eller en kod i taget med --select."


def framed(excerpt: Excerpt, width: int) -> list[str]:
    """Return the line with its number and a caret under the column, no wider than the terminal."""
    text = "".join(c if c.isprintable() else " " for c in excerpt.text)
    start, end = max(0, excerpt.column - 1), max(0, excerpt.column - 1) + excerpt.width
    text, start, end = _cut(text, start, end, max(20, width - _MARGIN))
    label = f"{excerpt.label:>6} │ "
    lines = [f"{label}{text}".rstrip()]
    if excerpt.column:
        under = " " * columns(text[:start]) + "^" * max(1, columns(text[start:end]))
        lines.append(f"{' ' * (len(label) - 2)}│ {under}")
    return lines


def _cut(text: str, start: int, end: int, room: int) -> tuple[str, int, int]:
    """Return so much of the text around what is meant as there is room for, and where that now stands."""
    if columns(text) <= room:
        return text, start, end
    first = max(0, min(start - room // 3, len(text) - room))
    shown = text[first : first + room]
    while columns(shown) > room:
        shown = shown[:-1]
    cut = ("…" if first else "") + shown[bool(first) :]
    if first + len(shown) < len(text):
        cut = cut[:-1] + "…"
    return cut, start - first, min(end - first, len(cut))


def columns(text: str) -> int:
    """Return how many columns of a terminal the text takes."""
    return sum(_columns(c) for c in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
