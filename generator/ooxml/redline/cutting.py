"""A paragraph that was cut in two, or two that were joined: only the end of a paragraph came or went."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from copy import deepcopy

from lxml import etree

from generator.alignment.blocks import Pair, likeness
from generator.alignment.words import word_runs
from generator.ooxml.redline.names import NOT_CONTENT, PPR, RPR, SPACE, P, R, T
from generator.ooxml.redline.paragraphs import Compare, compare_paragraphs
from generator.ooxml.redline.sides import Place, Work
from generator.ooxml.redline.tokens import Token, tokens
from generator.ooxml.redline.whole import text_of
from generator.ooxml.xml import Element

_WHOLE = 0.8  # how alike two paragraphs together and the one must be
_BETTER = 0.1  # and how much more so than the paragraph that it would be compared with otherwise
_TWO = 2


def cut_or_joined(both: list[Pair], before: list[Element], after: list[Element]) -> bool:
    """Tell whether two pairs that follow each other are one paragraph on one side, and two on the other.

    ``before`` and ``after`` are the paragraphs that the pairs name.
    """
    if len(both) != _TWO or {len(before), len(after)} != {1, _TWO}:
        return False
    if (None in both[0]) == (None in both[1]):
        return False
    paired = int(None in both[0])
    alone = likeness(text_of(before[paired % len(before)]), text_of(after[paired % len(after)]))
    together = likeness(*(" ".join(map(text_of, side)) for side in (before, after)))
    return together >= _WHOLE and together > alone + _BETTER


def compare_cut(
    work: Work, old: Element, new: tuple[Element, Element], place: Place, compare: Compare
) -> bool:
    """Compare a paragraph with the two that it was cut into; False where it cannot be cut."""
    source = deepcopy(old)
    head = _cut(source, tokens(source, work.old, place.old), _texts(work, new, place, of_new=True))
    if head is None:
        return False
    compare_paragraphs(work, head, new[0], place, compare, only_text=True)
    work.marks.paragraph_mark(new[0], "ins")
    compare_paragraphs(work, source, new[1], place, compare)
    return True


def compare_joined(
    work: Work, old: tuple[Element, Element], new: Element, place: Place, compare: Compare
) -> bool:
    """Compare two paragraphs with the one that they became; False where that cannot be cut."""
    head = _cut(new, tokens(new, work.new, place.new), _texts(work, old, place, of_new=False))
    if head is None:
        return False
    properties = next(old[0].iterchildren(PPR), None)
    if properties is not None:
        head.insert(0, work.carry(properties, place))
    new.addprevious(head)
    compare_paragraphs(work, old[0], head, place, compare, only_text=True)
    work.marks.paragraph_mark(head, "del")
    compare_paragraphs(work, old[1], new, place, compare)
    return True


def _texts(
    work: Work, both: tuple[Element, Element], place: Place, *, of_new: bool
) -> tuple[list[Token], list[Token]]:
    side, part = (work.new, place.new) if of_new else (work.old, place.old)
    return tokens(both[0], side, part), tokens(both[1], side, part)


def _cut(paragraph: Element, found: list[Token], halves: tuple[list[Token], list[Token]]) -> Element | None:
    """Take out of a paragraph what answers to the first half, and return it as a paragraph of its own."""
    at = _boundary([token.key for token in found], *([token.key for token in half] for half in halves))
    if not 0 < at < len(found):
        return None
    leaf = found[at].pieces[0][0]
    run = leaf.run
    if leaf.wrapper is not None or run.tag != R or run.getparent() is not paragraph:
        return None
    if any(item.tag in NOT_CONTENT and item.tag != RPR for item in run):
        return None
    head = etree.Element(P)
    head.extend(item for item in list(run.itersiblings(preceding=True))[::-1] if item.tag != PPR)
    first, rest = (
        [content for token in part for one, content in token.everything() if one is leaf]
        for part in (found[:at], found[at:])
    )
    if first:
        head.append(_run(leaf.rpr, first))
        run.addprevious(_run(leaf.rpr, rest))
        paragraph.remove(run)
    return head


def _boundary(whole: Sequence[Hashable], first: list[Hashable], second: list[Hashable]) -> int:
    """Return where in the whole the first half ends."""
    for run in word_runs(whole, [*first, *second]):
        if run.new.end >= len(first):
            return run.old.start + len(first) - run.new.start if run.equal else run.old.end
    return len(whole)


def _run(rpr: Element | None, contents: list[str | Element]) -> Element:
    run = etree.Element(R)
    if rpr is not None:
        run.append(deepcopy(rpr))
    for content in contents:
        if isinstance(content, str):
            etree.SubElement(run, T, {SPACE: "preserve"}).text = content
        else:
            run.append(content)
    return run
