"""What changed in a text of several paragraphs: each paragraph or list item by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.alignment.blocks import Pair, align_either_way
from generator.compare.change import Change
from generator.compare.plain import Part
from generator.domain.avtryck import normalised

_FEWEST = 2
"""Parts on both sides together, beyond which there is something to tell apart."""


def part_changes(old: Sequence[Part], new: Sequence[Part], told: Change) -> Iterator[Change]:
    """Yield what changed in each part of a text; ``told`` is the change of the whole of it.

    A part is reworded, came, went, or only stands elsewhere. Where nothing of the text is left, and of a text
    of one paragraph, the whole is told. The changes of (new, old) mirror these.
    """
    pairs = align_either_way(old, new, text=lambda part: normalised(part.text))
    if len(old) + len(new) <= _FEWEST or all(None in pair for pair in pairs):
        yield told
        return
    moved = _moved(old, new, pairs)
    elsewhere = set(moved.values())
    for a, b in pairs:
        if b is None:
            if a is not None and a not in elsewhere:
                yield _told(told, old[a], None)
        elif a is not None:
            if not _same(old[a], new[b]):
                yield _told(told, old[a], new[b])
        elif b in moved:
            yield replace(_told(told, old[moved[b]], new[b]), change="moved")
        else:
            yield _told(told, None, new[b])


def _moved(old: Sequence[Part], new: Sequence[Part], pairs: Sequence[Pair]) -> dict[int, int]:
    """Return new places of parts that stand elsewhere, and their old ones: nothing else says the same."""
    gone = _alone([(a, old[a]) for a, b in pairs if a is not None and b is None])
    come = _alone([(b, new[b]) for a, b in pairs if b is not None and a is None])
    return {come[text]: gone[text] for text in come if text in gone}


def _alone(parts: Sequence[tuple[int, Part]]) -> dict[str, int]:
    found: dict[str, int] = {}
    twice = set()
    for at, part in parts:
        text = normalised(part.text)
        if text in found:
            twice.add(text)
        found[text] = at
    return {text: at for text, at in found.items() if text not in twice}


def _same(old: Part, new: Part) -> bool:
    return normalised(old.text) == normalised(new.text)


def _told(told: Change, old: Part | None, new: Part | None) -> Change:
    part = new or old
    before, after = (old.text if old else ""), (new.text if new else "")
    change = replace(told, old=before, new=after, part=part.kind if part else "")
    if old is None:
        return replace(change, change="added")
    return replace(change, change="removed") if new is None else change
