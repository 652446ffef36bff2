"""Where in the text a change by item is seen: by the bookmark of the item, then by the words."""

from __future__ import annotations

from collections.abc import Sequence

from generator.alignment.flow import plain
from generator.compare.change import Change
from generator.compare.laid import Pair
from generator.ooxml.bookmark_names import bookmark_name

_FAR = 400
"""Blocks after an item's bookmark that are searched for the changed words."""


def item_places(items: Sequence[Change], pairs: Sequence[Pair]) -> tuple[dict[int, str], list[str]]:
    """Return the ids that pairs need, by place, and for each change the id its link leads to, or nothing."""
    anchors: dict[str, int] = {}
    for at, pair in enumerate(pairs):
        for block in (pair.new, pair.old):
            if block is not None and block.anchor:
                anchors.setdefault(block.anchor, at)
    texts = [_said(pair) for pair in pairs]
    wanted: dict[int, str] = {}
    links: list[str] = []
    for change in items:
        found = _place(change, pairs, texts, anchors)
        links.append("" if found is None else wanted.setdefault(found, f"s{found}"))
    return wanted, links


def _said(pair: Pair) -> str:
    sides = ("".join(pair.old_words), "".join(pair.new_words))
    return plain(" ".join(sides)) if pair.changed else ""


def _place(
    change: Change, pairs: Sequence[Pair], texts: Sequence[str], anchors: dict[str, int]
) -> int | None:
    ids = (change.id, *change.new_ids, *change.old_ids)
    start = next((anchors[name] for id_ in ids if id_ and (name := bookmark_name(id_)) in anchors), None)
    sought = [words for words in (change.row, change.new, change.old, change.title) if words][:3]
    begin = start or 0
    end = len(pairs) if start is None else min(len(pairs), start + _FAR)
    for words in sought:
        found = next((at for at in range(begin, end) if words[:_FAR] in texts[at]), None)
        if found is not None:
            return found
    return start
