"""Two paragraphs of which one became the other: compared word by word."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.alignment.sequences import Run, Span
from generator.alignment.words import word_runs
from generator.ooxml.redline.changed_properties import compare_paragraph_properties
from generator.ooxml.redline.names import FLD_CHAR, INSTR, NOTE_REFERENCES, PPR
from generator.ooxml.redline.pieces import Entry, Writer
from generator.ooxml.redline.sides import Place, Work
from generator.ooxml.redline.tokens import Leaf, Piece, Token, text_boxes, tokens
from generator.ooxml.xml import Element, qn

Compare = Callable[[Work, Element, Element, Place], None]

_REWRITTEN = (
    0.25  # two paragraphs with less in common, in characters, are marked as one another's replacement
)
_PAGE_NUMBERS = {"PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF"}
_UNSEEN = {FLD_CHAR, INSTR, *(qn(f"w:{name}") for name in ("drawing", "pict", "object"))}


def compare_paragraphs(
    work: Work, old: Element, new: Element, place: Place, compare: Compare, *, entirely: bool = False
) -> None:
    """Mark in ``new`` what differs from ``old``; ``entirely`` marks all its text as replaced.

    ``compare`` compares two containers of blocks: the notes and text boxes that both paragraphs have.
    """
    left, right = tokens(old, work.old, place.old), tokens(new, work.new, place.new)
    comparison = _Comparison(work, place, compare)
    entries = list(comparison.replaced(left, right) if entirely else comparison.entries(left, right))
    Writer(work, new, place).write(entries)
    properties = old[0] if len(old) and old[0].tag == PPR else None
    compare_paragraph_properties(work, properties, new, place)


class _Comparison:
    def __init__(self, work: Work, place: Place, compare: Compare) -> None:
        self._work, self._place, self._compare = work, place, compare
        self._looks: dict[tuple[int, int], bool] = {}

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
            before, after = run.old.of(old), run.new.of(new)
            if run.equal:
                for left, right in zip(before, after, strict=True):
                    yield from self._kept(left, right)
            else:
                yield from self.replaced(list(before), list(after))

    def _kept(self, old: Token, new: Token) -> Iterator[Entry]:
        if new.result is not None and old.result is not None:
            yield from (Entry("eq", leaf, content) for leaf, content in new.pieces)
            if self._is_layout(new) or not (old.pieces and new.pieces):
                for token in new.result:
                    yield from (Entry("eq", leaf, content) for leaf, content in token.everything())
            else:
                yield from self._between(old.result, new.result)
            yield from (Entry("eq", leaf, content) for leaf, content in new.end)
            return
        for leaf, content, was in _side_by_side(old.pieces, new.pieces):
            if not isinstance(content, str):
                self._inside(old, content)
            changed = was is not None and self._look_differs(was, leaf, content)
            yield Entry("eq", leaf, content, was if changed else None)

    def _is_layout(self, field: Token) -> bool:
        """Tell whether a field only says on which page something stands, in a document of our own."""
        key = field.key
        code = str(key[1]).split() if isinstance(key, tuple) else []
        return self._work.own and bool(code) and code[0].lstrip("\0").upper() in _PAGE_NUMBERS

    def _inside(self, old: Token, content: Element) -> None:
        """Compare what hangs on a thing that both sides have: the text of a note, or of boxes."""
        before = old.pieces[0][1]
        if isinstance(before, str):
            return
        if content.tag in NOTE_REFERENCES:
            self._note(
                NOTE_REFERENCES[content.tag], before.get(qn("w:id")) or "", content.get(qn("w:id")) or ""
            )
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

    def _look_differs(self, old: Leaf, new: Leaf, content: str | Element) -> bool:
        if not isinstance(content, str) and content.tag in _UNSEEN:
            return False
        key = (id(old), id(new))
        if key not in self._looks:
            without = (qn("w:rPrChange"),)
            before = self._work.old.meaning.look(old.rpr, self._place.old, without)
            after = self._work.new.meaning.look(new.rpr, self._place.new, without)
            self._looks[key] = before != after
        return self._looks[key]


def _runs(old: list[Token], new: list[Token]) -> list[Run]:
    left, right = [token.key for token in old], [token.key for token in new]
    found = word_runs(left, right)
    kept = sum(_letters(token) for run in found if run.equal for token in run.old.of(old))
    whole = sum(map(_letters, old)) + sum(map(_letters, new))
    if old and new and len(found) > 1 and 2 * kept < _REWRITTEN * whole:
        return [Run(False, Span(0, len(old)), Span(0, len(new)))]
    return found


def _letters(token: Token) -> int:
    return sum(len(content.strip()) if isinstance(content, str) else 1 for _, content in token.pieces)


def _side_by_side(old: list[Piece], new: list[Piece]) -> Iterator[tuple[Leaf, str | Element, Leaf | None]]:
    """Yield the new pieces of a kept token, cut where either side changes run, each with its old run."""
    if not isinstance(new[0][1], str):
        yield from ((leaf, content, old[0][0]) for leaf, content in new)
        return
    before = iter(old)
    was, left = next(before)
    rest = len(left) if isinstance(left, str) else 0
    for leaf, content in new:
        text = str(content)
        while text:
            if not rest:
                was, left = next(before)
                rest = len(str(left))
            cut = min(rest, len(text))
            yield leaf, text[:cut], was
            text, rest = text[cut:], rest - cut
