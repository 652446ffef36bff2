"""Text cut into words, and two texts compared word by word so that a person can read the answer."""

from __future__ import annotations

import re
from collections.abc import Hashable, Sequence

from generator.alignment.sequences import Run, Span, runs, tidied

_NO_BREAK = "\u00a0\u202f"
# A number with no-break spaces between its thousands, decimals and all; a word; one blank; any one sign.
_WORD = re.compile(rf"\d+(?:[{_NO_BREAK}]\d{{3}})*(?:[.,:]\d+)*(?!\w)|\w+(?:[\u0300-\u036f]+\w*)*|\s|[^\w\s]")
_SHORT = 3  # characters: och, som, för
_OUTWEIGHED = 3  # a short word goes with changes on both sides that are this many times as long


def words(text: str) -> list[str]:
    """Return the words of a text, with each blank and each other sign by itself; joined they are the text.

    A number is one word whatever it holds: 35 063,9 (with no-break spaces), 1.500, 08:30.
    """
    return _WORD.findall(text)


def word_runs(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Run]:
    """Return the runs of two sequences of words, made for reading.

    Blanks and signs that happen to be equal between two changes go with the changes, and so does one short
    word between two long ones. What was only added or only removed begins with a word where it can, rather
    than with the blank before it. Elements other than text are never swallowed.
    """
    found = runs(old, new)
    return _slid(_swallowed(found, old, new), old, new) if len(found) > 1 else found


def _swallowed(found: list[Run], old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Run]:
    kept: list[tuple[int, int, int]] = []
    removed = added = 0
    for at, run in enumerate(found):
        island = run.old.of(old)
        if not run.equal:
            removed += _letters(island)
            added += _letters(run.new.of(new))
            continue
        if 0 < at < len(found) - 1:
            after = found[at + 1]
            sides = (removed, added), (_letters(after.old.of(old)), _letters(after.new.of(new)))
            if _is_island(island, *sides):
                removed += _letters(island)
                added += _letters(island)
                continue
        kept.append((run.old.start, run.new.start, run.old.end - run.old.start))
        removed = added = 0
    return tidied(kept, len(old), len(new))


def _is_island(part: Sequence[Hashable], before: tuple[int, int], after: tuple[int, int]) -> bool:
    """Tell whether an equal stretch says so little that the changes around it read better as one.

    The changes are given as letters removed and letters added.
    """
    if not all(isinstance(word, str) for word in part):
        return False
    said = [word for word in part if isinstance(word, str) and word[:1].isalnum()]
    if not said:
        return len(part) <= _SHORT and all(map(sum, zip(before, after, strict=True)))
    length = len(said[0])
    return len(said) == 1 and length <= _SHORT and min(*before, *after) >= _OUTWEIGHED * length


def _letters(part: Sequence[Hashable]) -> int:
    return sum(len(word) if isinstance(word, str) and not word.isspace() else 0 for word in part)


def _slid(found: list[Run], old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Run]:
    """Move each pure addition and removal one step where it then begins with a word, not with a blank."""
    slid = list(found)
    for at in range(1, len(slid) - 1):
        run, after = slid[at], slid[at + 1]
        removed = run.new.start == run.new.end
        if run.equal or not (removed or run.old.start == run.old.end):
            continue
        changed = run.old.of(old) if removed else run.new.of(new)
        follows = old[after.old.start]
        if not _is_blank(changed[0]) or changed[0] != follows or after.old.end - after.old.start == 1:
            continue
        before = slid[at - 1]
        slid[at - 1] = Run(True, _moved(before.old, 0, 1), _moved(before.new, 0, 1))
        slid[at] = Run(False, _moved(run.old, 1, 1), _moved(run.new, 1, 1))
        slid[at + 1] = Run(True, _moved(after.old, 1, 0), _moved(after.new, 1, 0))
    return slid


def _moved(span: Span, start: int, end: int) -> Span:
    return Span(span.start + start, span.end + end)


def _is_blank(word: Hashable) -> bool:
    return isinstance(word, str) and word.isspace()
