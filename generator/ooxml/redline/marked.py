"""A redlined body in groups of blocks, each of which can be accepted or rejected by itself."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from generator.ooxml.package import Package
from generator.ooxml.redline.content import Resolve, blocks
from generator.ooxml.redline.context import Context
from generator.ooxml.revisions import tracked_changes
from generator.ooxml.revisions.marks import CONTENT, MARKERS, WRAPPER_RANGES
from generator.ooxml.xml import Element, child, parse_strict, qn

_P, _TBL, _SECTPR = qn("w:p"), qn("w:tbl"), qn("w:sectPr")


class Marked:
    """The redline, read once for both ways of resolving it."""

    def __init__(self, package: Package, *, own: bool = False) -> None:
        self.context = Context(package, accept=False, own=own)
        root = parse_strict(package.parts[package.main], package.main)
        body = child(root, "w:body")
        self._body = root if body is None else body
        self._written: dict[Element, bytes] = {}
        self._groups = list(_groups(self._body))

    def resolved(self, resolve: Resolve) -> Iterator[tuple[Element, bool]]:
        """Yield the blocks as they are when resolved, and whether they are as they stand in the file."""
        for group, changed in self._groups:
            if changed:
                yield from ((block, False) for block in blocks(self._copy(group, resolve)))
            else:
                yield from ((block, True) for block in blocks(group))

    def written(self, block: Element) -> bytes:
        """Return a block as it stands in the file; both documents are held against it."""
        if block not in self._written:
            self._written[block] = etree.tostring(block, with_tail=False)
        return self._written[block]

    def last_section(self, resolve: Resolve) -> Element | None:
        """Return the properties of the last section when resolved."""
        section = child(self._body, "w:sectPr")
        return section if section is None else child(self._copy([section], resolve), "w:sectPr")

    def _copy(self, group: list[Element], resolve: Resolve) -> Element:
        scratch = etree.Element(self._body.tag, nsmap=self._body.nsmap)
        scratch.extend([deepcopy(item) for item in group])
        resolve(scratch)
        return scratch


def _groups(body: Element) -> Iterator[tuple[list[Element], bool]]:
    """Yield the blocks that belong together when marks between them go, and whether they hold changes."""
    items = [item for item in body if isinstance(item.tag, str) and item.tag != _SECTPR]
    whole = next(body.iter(*WRAPPER_RANGES), None) is not None
    group: list[Element] = []
    joins = False
    for item in items:
        group.append(item)
        joins = whole or (joins and _may_vanish(item)) or _may_join(item)
        if not joins:
            yield group, any(tracked_changes(e) for e in group)
            group = []
    if group:
        yield group, True


def _may_vanish(item: Element) -> bool:
    """Tell whether nothing of a block may be left, so that the one before it joins with the one after."""
    return item.tag in MARKERS or (item.tag != _P and tracked_changes(item))


def _may_join(item: Element) -> bool:
    """Tell whether the last mark of a block is a tracked one."""
    if item.tag == _TBL:
        return False
    last = item if item.tag == _P else next(reversed(list(item.iter(_P))), None)
    look = None if last is None else child(last, "w:pPr/w:rPr")
    return look is not None and any(mark.tag in CONTENT for mark in look)
