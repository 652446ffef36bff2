"""Two paragraphs of which one became the other: compared word by word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from generator.alignment.sequences import Run, Span
from generator.alignment.words import word_runs
from generator.ooxml.redline.changed_properties import compare_paragraph_properties
from generator.ooxml.redline.names import FLD_CHAR, INSTR, NOTE_REFERENCES, PPR
from generator.ooxml.redline.pieces import Entry, Writer
from generator.ooxml.redline.sides import Place, Side, Work
from generator.ooxml.redline.tokens import Leaf, Token, text_boxes, tokens
from generator.ooxml.xml import Element, qn

Compare = Callable[[Work, Element, Element, Place], None]

# Paragraphs with less than this share in common, in characters, are marked as one another's replacement.
_REWRITTEN = 0.25
_SCATTERED = 2  # changes in a paragraph, from which on it can be hard to read
_PAGE_NUMBERS = {"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF"}
_UNSEEN = {FLD_CHAR, INSTR, *(qn(f"w:{name}") for name in ("drawing", "pict", "object"))}
_CHANGED = (qn("w:rPrChange"),)
_ID = qn("w:id")


def compare_paragraphs(
    work: Work,
    old: Element,
    new: Element,
    place: Place,
    compare: Compare,
    *,
    entirely: bool = False,
    only_text: bool = False,
) -> None:
    """Mark in ``new`` what differs from ``old``; ``entirely`` marks all its text as replaced.

    ``only_text`` leaves the properties of the paragraph as they are.
    ``compare`` compares two containers of blocks: the notes and text boxes that both paragraphs have.
    """
    left, right = tokens(old, work.old, place.old), tokens(new, work.new, place.new)
    comparison = _Comparison(work, place, compare)
    entries = list(comparison.replaced(left, right) if entirely else comparison.entries(left, right))
    Writer(work, new, place).write(entries)
    if not only_text:
        properties = old[0] if len(old) and old[0].tag == PPR else None
        compare_paragraph_properties(work, properties, new, place)


class _Comparison:
    def __init__(self, work: Work, place: Place, compare: Compare) -> None:
        self._work, self._place, self._compare = work, place, compare
        self._looks: dict[int, bytes] = {}

    def entries(self, old: list[Token], new: list[Token]) -> Iterator[Entry]:
        """Yield the entries of all tokens; marks of fields that span paragraphs hold both sides together."""
        i = j = 0
        opened = [at for at, token in enumerate(old) if token.open]
        met = [at for at, token in enumerate(new) if token.open]
        for a, b in zip(opened, met, strict=False):
            yield from self._between(old[i:a], new[j:b])
            yield from self._kept(old[a], new[b])
            i, j = a + 1, b + 1
        yield from self._between(old[i:], new[j:])

    def replaced(self, old: list[Token], new: list[Token]) -> Iterator[Entry]:
        """Yield the entries of tokens that have nothing to do with each other."""
        yield from (Entry("del", leaf, content) for token in old for leaf, content in token.everything())
        yield from (Entry("ins", leaf, content) for token in new for leaf, content in token.everything())

    def _between(self, old: list[Token], new: list[Token]) -> Iterator[Entry]:
        for run in _runs(old, new):
            before, after = old[slice(*run.old)], new[slice(*run.new)]
            yield from self._equal(before, after) if run.equal else self.replaced(before, after)

    def _equal(self, old: list[Token], new: list[Token]) -> Iterator[Entry]:
        """Yield the entries of tokens that are equal one by one, words that follow each other together."""
        at = 0
        for is_text, group in groupby(new, _is_text):
            end = at + len(list(group))
            if is_text:
                left, right = (_joined(side[at:end]) for side in (old, new))
                for leaf, content, was in _side_by_side(left, right):
                    yield self._seen(leaf, content, was)
            else:
                for before, after in zip(old[at:end], new[at:end], strict=True):
                    yield from self._kept(before, after)
            at = end

    def _kept(self, old: Token, new: Token) -> Iterator[Entry]:
        """Yield the entries of a thing, or a field, that both sides have."""
        if old.result is not None and new.result is not None:
            yield from (Entry("eq", leaf, content) for leaf, content in new.pieces)
            if self._is_layout(new):
                shown = (piece for token in new.result for piece in token.everything())
                yield from (Entry("eq", leaf, content) for leaf, content in shown)
            else:
                yield from self._between(old.result, new.result)
            yield from (Entry("eq", leaf, content) for leaf, content in new.end)
            return
        was = old.pieces[0][0]
        for leaf, content in new.pieces:
            if not isinstance(content, str):
                self._inside(old, content)
            yield self._seen(leaf, content, was)

    def _is_layout(self, field: Token) -> bool:
        """Tell whether a field only says on which page something stands, in a document of our own."""
        code = str(field.key[1]).replace("\0", " ").split() if isinstance(field.key, tuple) else []
        return self._work.own and bool(code) and code[0].upper() in _PAGE_NUMBERS

    def _inside(self, old: Token, content: Element) -> None:
        """Compare what hangs on a thing that both sides have: the text of a note, or of boxes."""
        before = old.pieces[0][1]
        if isinstance(before, str):
            return
        if content.tag in NOTE_REFERENCES:
            self._note(NOTE_REFERENCES[str(content.tag)], before.get(_ID) or "", content.get(_ID) or "")
            return
        for left, right in zip(text_boxes(before), text_boxes(content), strict=False):
            self._compare(self._work, left, right, self._place)

    def _note(self, kind: str, old: str, new: str) -> None:
        work = self._work
        if (kind, new) in work.met:
            return
        work.met.add((kind, new))
        (part, notes), (new_part, new_notes) = work.old.meaning.notes[kind], work.new.meaning.notes[kind]
        if old in notes and new in new_notes:
            self._compare(work, notes[old], new_notes[new], Place(part, new_part))

    def _seen(self, leaf: Leaf, content: str | Element, was: Leaf) -> Entry:
        """Return the entry of a piece that both sides have, with its old run if that looked different."""
        hidden = not isinstance(content, str) and content.tag in _UNSEEN
        if hidden or (was.rpr is None and leaf.rpr is None):
            return Entry("eq", leaf, content)
        work, place = self._work, self._place
        differs = self._look(was, work.old, place.old) != self._look(leaf, work.new, place.new)
        return Entry("eq", leaf, content, was if differs else None)

    def _look(self, leaf: Leaf, side: Side, part: str) -> bytes:
        known = self._looks.get(id(leaf))
        if known is None:
            known = self._looks[id(leaf)] = side.meaning.look(leaf.rpr, part, _CHANGED)
        return known


def _runs(old: list[Token], new: list[Token]) -> list[Run]:
    left, right = [token.key for token in old], [token.key for token in new]
    whole = Span(0, len(old)), Span(0, len(new))
    if left == right:
        return [Run(True, *whole)] if left else []
    found = word_runs(left, right)
    if sum(not run.equal for run in found) < _SCATTERED:
        return found
    kept = sum(_letters(token) for run in found if run.equal for token in run.old.of(old))
    both = sum(map(_letters, old)) + sum(map(_letters, new))
    return [Run(False, *whole)] if 2 * kept < _REWRITTEN * both else found


def _letters(token: Token) -> int:
    return sum(len(content.strip()) if isinstance(content, str) else 1 for _, content in token.pieces)


def _is_text(token: Token) -> bool:
    return token.result is None and isinstance(token.pieces[0][1], str)


def _joined(found: list[Token]) -> list[tuple[Leaf, str]]:
    """Return the text of words that follow each other, in one piece for each run."""
    pieces = (piece for token in found for piece in token.pieces)
    return [
        (leaf, "".join(str(content) for _, content in group))
        for leaf, group in groupby(pieces, lambda piece: piece[0])
    ]


def _side_by_side(
    old: list[tuple[Leaf, str]], new: list[tuple[Leaf, str]]
) -> Iterator[tuple[Leaf, str, Leaf]]:
    """Yield the new pieces of an equal text, cut where either side changes run, each with its old run."""
    before = iter(old)
    was, left = next(before)
    rest = len(left)
    for leaf, content in new:
        text = content
        while text:
            if not rest:
                was, left = next(before)
                rest = len(left)
            cut = min(rest, len(text))
            yield leaf, text[:cut], was
            text, rest = text[cut:], rest - cut
