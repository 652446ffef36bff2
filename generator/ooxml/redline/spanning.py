"""Fields that span paragraphs, such as a table of contents: both ends are kept, or neither."""

from __future__ import annotations

from collections.abc import Iterator

from generator.alignment.blocks import Pair
from generator.ooxml.redline.names import FLD_CHAR, FLD_TYPE, P
from generator.ooxml.xml import Element


def open_marks(paragraph: Element) -> tuple[str, ...]:
    """Return the marks of fields that begin or end in another paragraph, in order."""
    if paragraph.tag != P or next(paragraph.iter(FLD_CHAR), None) is None:
        return ()
    found: list[str] = []
    begun: list[int] = []
    for mark in _marks(paragraph):
        if mark == "end" and begun:
            del found[begun.pop() :]
            continue
        if mark == "begin":
            begun.append(len(found))
        found.append(mark)
    return tuple(found)


def _marks(paragraph: Element) -> Iterator[str]:
    for mark in paragraph.iter(FLD_CHAR):
        if next(mark.iterancestors(P)) is paragraph:
            yield mark.get(FLD_TYPE) or ""


def settle_fields(pairs: list[Pair], old: list[Element], new: list[Element]) -> list[Pair]:
    """Part the pairs that hold one end of a field whose other end has no partner."""
    spans = _spans(old), _spans(new)
    if not spans[0] and not spans[1]:
        return pairs
    parted: set[Pair] = set()
    while found := _torn([pair for pair in pairs if pair not in parted], *spans):
        parted |= found
    return [
        one for pair in pairs for one in (((pair[0], None), (None, pair[1])) if pair in parted else (pair,))
    ]


def _torn(pairs: list[Pair], old: set[tuple[int, int]], new: set[tuple[int, int]]) -> set[Pair]:
    right = {i: j for i, j in pairs if i is not None and j is not None}
    left = {j: i for i, j in right.items()}
    torn: set[Pair] = set()
    for begin, end in old:
        partners = right.get(begin), right.get(end)
        if partners != (None, None) and partners not in new:
            torn |= {(i, j) for i, j in zip((begin, end), partners, strict=True) if j is not None}
    for begin, end in new:
        partners = left.get(begin), left.get(end)
        if partners != (None, None) and partners not in old:
            torn |= {(i, j) for i, j in zip(partners, (begin, end), strict=True) if i is not None}
    return torn


def _spans(blocks: list[Element]) -> set[tuple[int, int]]:
    """Return the places of the paragraphs where each field that spans some begins and ends."""
    spans = set()
    begun: list[int] = []
    for at, block in enumerate(blocks):
        for mark in open_marks(block):
            if mark == "begin":
                begun.append(at)
            elif mark == "end" and begun:
                spans.add((begun.pop(), at))
    return spans
