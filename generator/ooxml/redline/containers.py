"""Bodies, cells, notes, headers and boxes: which of their paragraphs and tables are new, gone or changed."""

from __future__ import annotations

from collections.abc import Hashable
from copy import deepcopy
from functools import partial

from generator.alignment.blocks import Pair, align
from generator.ooxml.bookmark_names import PREFIX
from generator.ooxml.redline.changed_properties import compare_paragraph_properties, differ
from generator.ooxml.redline.columns import same_but_columns
from generator.ooxml.redline.cutting import compare_cut, compare_joined, cut_or_joined
from generator.ooxml.redline.names import BODY, PPR, SECTPR, TBL, P
from generator.ooxml.redline.paragraphs import compare_paragraphs
from generator.ooxml.redline.replaced import with_replaced
from generator.ooxml.redline.sides import Place, Work
from generator.ooxml.redline.spanning import open_marks, settle_fields
from generator.ooxml.redline.tables import compare_tables, table_text
from generator.ooxml.redline.whole import blocks, deleted, mark_block, mark_text, text_of
from generator.ooxml.xml import Element, child, qn

_BOOKMARK, _NAME = qn("w:bookmarkStart"), qn("w:name")
_TWO = 2
_SHORT = 6  # words of a line that another can have taken the place of
_THINGS = tuple(qn(f"w:{name}") for name in ("drawing", "pict", "object", "br", "tab", "footnoteReference"))


def compare_containers(work: Work, old: Element, new: Element, place: Place) -> None:
    """Mark in ``new`` what differs from ``old``."""
    _Container(work, old, new, place).compare()


class _Container:
    def __init__(self, work: Work, old: Element, new: Element, place: Place) -> None:
        self._work, self._place, self._new_container = work, place, new
        self._old, self._new = blocks(old), blocks(new)
        self._gone: list[Element] = []
        self._last: Element | None = None
        coarse = work.coarse if new.tag == BODY else frozenset()
        self._apart = {id(self._old[at]) for side, at in coarse if side == "old" and at < len(self._old)}
        self._apart |= {id(self._new[at]) for side, at in coarse if side == "new" and at < len(self._new)}

    def compare(self) -> None:
        old, new = self._old, self._new
        pairs = align(old, new, key=self._key, text=_text, alike=self._alike, anchor=self._anchor)
        pairs = settle_fields(with_replaced(pairs, self._is_replaced), old, new)
        pairs, tail = _settled(pairs, old, new)
        at, end = 0, len(pairs) - tail
        while at < end or (tail == _TWO and at == end):
            if self._is_cut(pairs[at : at + 2]):
                at += 2
            elif at == end:
                break
            else:
                self._pair(*pairs[at])
                at += 1
        if tail and at == end:
            self._shifted(pairs[end:])
        self._place_gone(None)

    def _is_replaced(self, i: int, j: int) -> bool:
        """Tell whether two short lines of the same look, no sentences and no items with a name, are one.

        So are two tables with columns in common.
        """
        old, new = self._old[i], self._new[j]
        if old.tag == new.tag == TBL:
            return not self._apart & {id(old), id(new)} and same_but_columns(old, new)
        if any(text_of(block).rstrip().endswith((".", "?", "!")) for block in (old, new)):
            return False
        if any(_is_bound(block) or id(block) in self._apart for block in (old, new)):
            return False
        if not all(0 < len(text_of(block).split()) <= _SHORT for block in (old, new)):
            return False
        if self._anchor(old) != self._anchor(new):
            return False
        return not differ(self._work, _properties(old), _properties(new), self._place, PPR)

    def _is_cut(self, both: list[Pair]) -> bool:
        """Compare a paragraph that was cut in two, or two that were joined; False for anything else."""
        before = [self._old[i] for i, _ in both if i is not None]
        after = [self._new[j] for _, j in both if j is not None]
        if any(_is_bound(block) or id(block) in self._apart for block in (*before, *after)):
            return False
        if not cut_or_joined(both, before, after):
            return False
        self._place_gone(after[0])
        work, place = self._work, self._place
        if len(before) == 1:
            done = compare_cut(work, before[0], (after[0], after[1]), place, compare_containers)
        else:
            done = compare_joined(work, (before[0], before[1]), after[0], place, compare_containers)
        if done:
            self._last = after[-1]
        return done

    def _key(self, block: Element) -> Hashable:
        if id(block) in self._apart:
            return id(block)
        if block.tag == TBL:
            return TBL, text_of(block)
        things = "".join("\ufffc" for _ in block.iter(*_THINGS))
        return text_of(block), things, open_marks(block), _ends_section(block)

    def _alike(self, old: Element, new: Element) -> bool:
        if id(old) in self._apart or id(new) in self._apart or old.tag != new.tag:
            return False
        if old.tag == TBL:
            return True
        return _ends_section(old) == _ends_section(new) and open_marks(old) == open_marks(new)

    def _anchor(self, block: Element) -> Hashable | None:
        """Return the name of the item that begins in a paragraph, in documents of our own."""
        if block.tag != P or not self._work.own:
            return None
        names = (mark.get(_NAME) or "" for mark in block.iterchildren(_BOOKMARK))
        return next((name for name in names if name.startswith(PREFIX)), None)

    def _pair(self, i: int | None, j: int | None) -> None:
        if j is None:
            self._gone.append(deleted(self._work, self._old[i or 0], self._place))
            return
        block = self._new[j]
        self._place_gone(block)
        if i is None:
            mark_block(self._work.marks, block, "ins")
        else:
            self._note_section(self._old[i], block)
            if not self._work.same(self._old[i], block, self._place):
                self._compare(self._old[i], block)
        self._last = block

    def _note_section(self, old: Element, new: Element) -> None:
        if self._new_container.tag == BODY and new.tag == P:
            ended, ends = child(old, "w:pPr/w:sectPr"), child(new, "w:pPr/w:sectPr")
            if ended is not None and ends is not None:
                self._work.sections.append((ended, ends))

    def _compare(self, old: Element, new: Element) -> None:
        if new.tag == TBL:
            compare_tables(self._work, old, new, self._place, compare_containers)
            return
        entirely = id(old) in self._apart or id(new) in self._apart
        compare_paragraphs(self._work, old, new, self._place, compare_containers, entirely=entirely)

    def _place_gone(self, before: Element | None) -> None:
        """Put what is gone before the next block or after the last, outside content controls if it can."""
        last, parent = self._last, self._new_container
        if before is not None and (last is None or before.getparent() is parent):
            for element in self._gone:
                before.addprevious(element)
        else:
            for element in self._gone:
                if last is None:
                    _append(parent, element)
                else:
                    last.addnext(element)
                last = element
            self._last = last
        self._gone = []

    def _shifted(self, pairs: list[Pair]) -> None:
        """Write a last paragraph with what came or went after it.

        The end of the very last paragraph cannot be inserted or deleted: so the end of the one before is, and
        the very last one is told to have looked as that did.
        """
        i, j = pairs[0]
        if i is None or j is None:
            return
        old, new = self._old[i], self._new[j]
        gone = pairs[-1][1] is None
        ended = deepcopy(_properties(new)) if gone else deepcopy(_properties(old))
        self._pair(i, j)
        self._work.marks.paragraph_mark(new, "del" if gone else "ins")
        for pair in pairs[1:-1]:
            self._pair(*pair)
        if gone:
            self._last_gone(self._old[pairs[-1][0] or 0], ended)
            return
        last = self._new[pairs[-1][1] or 0]
        self._place_gone(last)
        mark_text(self._work.marks, last, "ins")
        compare_paragraph_properties(self._work, ended, last, self._place)
        self._last = last

    def _last_gone(self, source: Element, ended: Element | None) -> None:
        block = deleted(self._work, source, self._place)
        own = _properties(block)
        if own is not None:
            block.remove(own)
        if ended is not None:
            block.insert(0, ended)
        compare_paragraph_properties(self._work, _properties(source), block, self._place)
        self._gone.append(block)


def _properties(paragraph: Element) -> Element | None:
    return paragraph[0] if len(paragraph) and paragraph[0].tag == PPR else None


def _text(block: Element) -> str:
    return table_text(block) if block.tag == TBL else text_of(block)


def _is_bound(block: Element) -> bool:
    """Tell whether a block is more than a paragraph that can be cut anywhere."""
    return block.tag != P or _ends_section(block) or bool(open_marks(block))


def _ends_section(block: Element) -> bool:
    return block.tag == P and child(block, "w:pPr/w:sectPr") is not None


def _settled(pairs: list[Pair], old: list[Element], new: list[Element]) -> tuple[list[Pair], int]:
    """Return the pairs, the last paragraphs of both sides seen to, and how many at the end are shifted."""
    if not old or not new or pairs[-1] == (len(old) - 1, len(new) - 1):
        return pairs, 0
    last, end = old[-1], new[-1]
    if not (last.tag == end.tag == P) or _ends_section(last) != _ends_section(end):
        return pairs, 0
    at = max((n for n, (i, j) in enumerate(pairs) if i is not None and j is not None), default=-1)
    tail = pairs[at + 1 :]
    if at >= 0 and _is_one_sided(tail) and all(map(partial(_is_plain, old, new), pairs[at:])):
        return pairs, len(tail) + 1
    kept = ((None if i == len(old) - 1 else i, None if j == len(new) - 1 else j) for i, j in pairs)
    return [*(pair for pair in kept if pair != (None, None)), (len(old) - 1, len(new) - 1)], 0


def _is_one_sided(pairs: list[Pair]) -> bool:
    return all(i is None for i, _ in pairs) or all(j is None for _, j in pairs)


def _is_plain(old: list[Element], new: list[Element], pair: Pair) -> bool:
    """Tell whether a pair is of paragraphs that end no section."""
    i, j = pair
    found = [*(() if i is None else (old[i],)), *(() if j is None else (new[j],))]
    return all(block.tag == P and not _ends_section(block) for block in found)


def _append(container: Element, block: Element) -> None:
    """Put a block last in a container, before the properties of a body's last section."""
    section = next(container.iterchildren(SECTPR), None)
    if section is None:
        container.append(block)
    else:
        section.addprevious(block)
