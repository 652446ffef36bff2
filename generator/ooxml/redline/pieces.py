"""The pieces of a compared paragraph, written into the new one: kept, inserted and deleted text in order."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from itertools import groupby
from typing import NamedTuple

from lxml import etree

from generator.ooxml.redline.changed_properties import compare_look
from generator.ooxml.redline.marks import as_deleted
from generator.ooxml.redline.names import NOT_CONTENT, RPR, SPACE, R, T
from generator.ooxml.redline.sides import Place, Work
from generator.ooxml.redline.tokens import Leaf
from generator.ooxml.redline.whole import plain
from generator.ooxml.xml import Element, detach


class Entry(NamedTuple):
    """A piece of the result.

    ``leaf`` and ``content`` are of the old document when ``mode`` is ``del``, else of the new one; ``was`` is
    the old run when it looked different.
    """

    mode: str
    leaf: Leaf
    content: str | Element
    was: Leaf | None = None


class Writer:
    """Writes the entries of one paragraph. Runs that are as they were are not touched."""

    def __init__(self, work: Work, paragraph: Element, place: Place) -> None:
        self._work, self._paragraph, self._place = work, paragraph, place
        self._last: Element | None = None
        self._before: Leaf | None = None

    def write(self, entries: list[Entry]) -> None:
        """Change the paragraph to what the entries say, which name all its content in order."""
        at = 0
        while at < len(entries):
            end = self._stretch(entries, at)
            if entries[at].mode == "del":
                self._gap(entries[at:end], entries[end].leaf if end < len(entries) else None)
            else:
                self._leaf(entries[at:end])
            at = end

    @staticmethod
    def _stretch(entries: list[Entry], at: int) -> int:
        """Return where the entries of one run end, with what is deleted inside it; or those of one gap."""
        first = entries[at]
        end = at
        for place in range(at, len(entries)):
            entry = entries[place]
            if entry.mode == "del":
                if first.mode == "del":
                    end = place + 1
            elif first.mode == "del" or entry.leaf is not first.leaf:
                break
            else:
                end = place + 1
        return end

    def _leaf(self, entries: list[Entry]) -> None:
        leaf = entries[0].leaf
        mode, was = entries[0].mode, entries[0].was
        if all(entry.mode == mode and _former(entry.was) == _former(was) for entry in entries):
            self._last = leaf.run
            if mode == "ins":
                self._work.marks.wrap(leaf.run, "ins")
                self._last = leaf.run.getparent()
            elif was is not None:
                compare_look(self._work, was.rpr, leaf.run, self._place)
        else:
            self._rebuild(leaf, entries)
        self._before = leaf

    def _rebuild(self, leaf: Leaf, entries: list[Entry]) -> None:
        for (mode, _), group in groupby(entries, lambda entry: (entry.mode, _former(entry.was))):
            stretch = list(group)
            if mode == "del":
                for element in self._within(stretch, leaf):
                    leaf.run.addprevious(element)
                    self._last = element
                continue
            run = _run(leaf.rpr, stretch)
            leaf.run.addprevious(run)
            self._last = run
            if mode == "ins":
                self._work.marks.wrap(run, "ins")
                self._last = run.getparent()
            elif (was := stretch[0].was) is not None:
                compare_look(self._work, was.rpr, run, self._place)
        if any(item.tag != RPR and item.tag in NOT_CONTENT for item in leaf.run):
            return  # a comment's sign, say, stays in what is left of the run
        detach(leaf.run)

    def _within(self, entries: list[Entry], leaf: Leaf) -> Iterator[Element]:
        """Yield what is deleted in the middle of a run."""
        for link, group in _by_link(entries):
            stretch = list(group)
            if link != leaf.link and leaf.wrapper is not None:
                _split(leaf)
            yield from self._deleted(stretch, wrapped=link != leaf.link)

    def _gap(self, entries: list[Entry], after: Leaf | None) -> None:
        """Write what is deleted between two runs: inside a link only what stood in that link."""
        stretches = [(link, list(group)) for link, group in _by_link(entries)]
        before = self._before
        if before is not None and self._last is not None and stretches[0][0] == before.link:
            for element in self._deleted(stretches.pop(0)[1], wrapped=False):
                self._last.addnext(element)
                self._last = element
        last = stretches.pop() if after is not None and stretches and stretches[-1][0] == after.link else None
        if stretches:
            self._outside([e for _, group in stretches for e in self._deleted(group, wrapped=True)], after)
        if last is not None and after is not None:
            for element in self._deleted(last[1], wrapped=False):
                after.run.addprevious(element)

    def _outside(self, elements: list[Element], after: Leaf | None) -> None:
        before = self._before
        if after is not None:
            if after.wrapper is not None and before is not None and before.wrapper is after.wrapper:
                _split(after)
            top = after.run if after.wrapper is None else after.wrapper
            for element in elements:
                top.addprevious(element)
            return
        anchor = self._last if before is None or before.wrapper is None else before.wrapper
        for element in elements:
            if anchor is None:
                self._paragraph.append(element)
            else:
                anchor.addnext(element)
            anchor = element

    def _deleted(self, entries: list[Entry], *, wrapped: bool) -> list[Element]:
        """Return marks that hold these entries; ``wrapped``: in a link of their own if they stood in one."""
        made: list[Element] = []
        for (_, leaf), group in groupby(entries, lambda entry: (id(entry.leaf), entry.leaf)):
            stretch = list(group)
            source = leaf.run if leaf.run.tag != R else _run(leaf.rpr, stretch, copy=True)
            carried = self._work.carry(source, self._place)
            plain(carried)
            if made:
                made[-1].append(carried)
            else:
                made.append(self._work.marks.new("del"))
                made[0].append(carried)
            as_deleted(carried)
        wrapper = entries[0].leaf.wrapper
        if not wrapped or wrapper is None:
            return made
        link = self._work.carry(etree.Element(wrapper.tag, dict(wrapper.attrib)), self._place)
        link.extend(made)
        return [link]


def _by_link(entries: list[Entry]) -> Iterator[tuple[object, Iterator[Entry]]]:
    return groupby(entries, lambda entry: entry.leaf.link)


def _former(leaf: Leaf | None) -> bytes | None:
    """Return what tells the old looks of runs apart: None for a run that looks as it did."""
    if leaf is None:
        return None
    return b"" if leaf.rpr is None else etree.tostring(leaf.rpr, with_tail=False)


def _run(rpr: Element | None, entries: list[Entry], *, copy: bool = False) -> Element:
    """Return a run of these properties and contents; ``copy`` leaves the elements where they are."""
    run = etree.Element(R)
    if rpr is not None:
        run.append(deepcopy(rpr))
    for is_text, group in groupby(entries, lambda entry: isinstance(entry.content, str)):
        if is_text:
            text = etree.SubElement(run, T, {SPACE: "preserve"})
            text.text = "".join(str(entry.content) for entry in group)
        else:
            run.extend(
                deepcopy(e.content) if copy else e.content for e in group if not isinstance(e.content, str)
            )
    return run


def _split(leaf: Leaf) -> None:
    """Cut the link around a run in two before the run, so that something else can stand between."""
    wrapper = leaf.wrapper
    if wrapper is None or leaf.run.getparent() is not wrapper:
        return
    first = etree.Element(wrapper.tag, dict(wrapper.attrib))
    first.extend(list(leaf.run.itersiblings(preceding=True))[::-1])
    wrapper.addprevious(first)
