"""The changes for a terminal: a line that sums them up, then each below its goal or chapter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from generator.compare.change import SEPARATOR, Change
from generator.compare.item import MODEL
from generator.compare.sentences import is_of_whole, told
from generator.compare.summary import summary
from generator.domain.belopp import MINUS

MARKS = {"added": "+", "removed": MINUS, "moved": "\N{RIGHTWARDS ARROW}", "changed": "~"}
"""What stands before a change on the terminal."""
_INDENT = "  "


def changes_as_text(changes: Sequence[Change], not_compared: Sequence[str] = ()) -> str:
    """Return the changes; ”Inga skillnader” when there are none. ``not_compared`` is said last."""
    lines = [summary(changes)]
    for heading, members in groupby(changes, key=heading_of):
        lines += ["", heading, *_lines(list(members))]
    if not_compared:
        lines += ["", *not_compared]
    return "\n".join(lines) + "\n"


def heading_of(change: Change) -> str:
    """Return what a change is told below: the titles above it, or that it is the whole document."""
    if change.role == MODEL:
        return "Styrmodellen"
    place = (*change.place, change.title) if is_of_whole(change) else change.place
    return SEPARATOR.join(filter(None, place)) or "Dokumentet"


def _lines(members: Sequence[Change]) -> Iterator[str]:
    for change in members:
        yield f"{_INDENT}{MARKS[change.change]} {told(change)}"
