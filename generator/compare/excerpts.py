"""The words that changed in a text, with a little of what stands around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from generator.alignment.sequences import Run
from generator.alignment.words import word_runs, words
from generator.compare.plain import PARAGRAPH, shortened
from generator.domain.belopp import MINUS

_AROUND, _WHOLE = 10, 12
"""Words and blanks before and after a change; so few are shown whole."""
_LONGEST = 160
"""Characters of what was added or removed in one place."""
_KEPT = 0.3
"""The share of the words that must be left for a text to be the same text, reworded."""
_READ = 200_000
"""Characters that are compared word by word, around the first that differ; chapters are shorter."""
CUT = "…"
"""Stands where words are left out."""


class Piece(NamedTuple):
    """Words that stand in both texts, or that were removed or added."""

    kind: Literal["kept", "removed", "added"]
    text: str


Excerpt = tuple[Piece, ...]
"""One place where words changed; changes near each other are one place."""


def excerpts(old: str, new: str) -> tuple[Excerpt, ...]:
    """Return the places where two texts differ, in order; none when too little is left of the old one."""
    start = max(0, _first_difference(old, new) - _READ // 2) if max(len(old), len(new)) > _READ else 0
    left, right = words(old[start : start + _READ]), words(new[start : start + _READ])
    found = word_runs(left, right)
    kept = sum(_said(run.old.of(left)) for run in found if run.equal)
    if not left or not right or kept < _KEPT * min(_said(left), _said(right)):
        return ()
    return tuple(_places(found, left, right))


def _first_difference(old: str, new: str) -> int:
    differing = (n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b)
    return next(differing, min(len(old), len(new)))


def _said(part: Sequence[str]) -> int:
    return sum(word[:1].isalnum() for word in part)


def _places(found: Sequence[Run], left: Sequence[str], right: Sequence[str]) -> Iterator[Excerpt]:
    place: list[Piece] = []
    for number, run in enumerate(found):
        if not run.equal:
            place += _changed(run.old.of(left), "removed"), _changed(run.new.of(right), "added")
            continue
        part = run.old.of(left)
        is_between = 0 < number < len(found) - 1
        if is_between and len(part) <= 2 * _AROUND:
            place.append(Piece("kept", "".join(part)))
            continue
        if number:
            yield (*place, Piece("kept", first_words(part)))
            place = []
        if number < len(found) - 1:
            place = [Piece("kept", last_words(part))]
    if any(piece.kind != "kept" for piece in place):
        yield tuple(place)


def _changed(part: Sequence[str], kind: Literal["removed", "added"]) -> Piece:
    text = "".join(part)
    return Piece(kind, text if len(text) <= _LONGEST else shortened(text, _LONGEST))


def last_words(part: Sequence[str]) -> str:
    """Return the last words of a stretch, and a sign that there is more before them."""
    if len(part) <= _WHOLE:
        return "".join(part)
    start = len(part) - _AROUND
    # Not in the middle of ”hälso- och sjukvård”.
    blanks = (at for at in range(start - 1, len(part)) if part[at].isspace() and part[at - 1] != "-")
    start = next(blanks, start)
    return f"{CUT} {''.join(part[start:]).lstrip()}"


def first_words(part: Sequence[str]) -> str:
    """Return the first words of a stretch, and a sign that there is more after them."""
    if len(part) <= _WHOLE:
        return "".join(part)
    end = next((at for at in range(_AROUND, 0, -1) if part[at].isspace()), _AROUND)
    return f"{''.join(part[:end]).rstrip()} {CUT}"


def between(part: Sequence[str]) -> str:
    """Return the words of a stretch between two changes, but for what is far from both."""
    if len(part) <= 2 * _WHOLE:
        return "".join(part)
    return f"{first_words(part).removesuffix(CUT)}{last_words(part)}"


def marked(excerpt: Excerpt) -> str:
    """Return an excerpt on one line, ”inom [−tio−] [+sju+] dagar”."""
    line = ""
    for piece in excerpt:
        text = piece.text.replace(PARAGRAPH, " ")
        if piece.kind == "kept" or not text.strip():
            line += text
            continue
        lead, trail = (" " if part.isspace() else "" for part in (text[:1], text[-1:]))
        sign = MINUS if piece.kind == "removed" else "+"
        gap = " " if line.endswith("]") else ""
        line += f"{lead or gap}[{sign}{text.strip()}{sign}]{trail}"
    return " ".join(filter(None, line.split(" ")))
