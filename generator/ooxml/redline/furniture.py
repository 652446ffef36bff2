"""Headers and footers: those of sections that answer to each other are compared.

A section without a reference of its own has the header of the section before. Which section that is can
differ between the old document and the new one, and one part can serve many sections: then a section is given
a reference of its own, to a copy of the part that is marked for it alone.
"""

from __future__ import annotations

from typing import NamedTuple

from generator.ooxml.redline.containers import compare_containers
from generator.ooxml.redline.names import BODY, PPR, SECTPR
from generator.ooxml.redline.sides import Place, Side, Work
from generator.ooxml.redline.whole import blocks, mark_contents
from generator.ooxml.revisions import accept_changes
from generator.ooxml.xml import Element, detach, qn

_RID, _TYPE = qn("r:id"), qn("w:type")
_KINDS = (qn("w:headerReference"), qn("w:footerReference"))
_BOOKMARKS = (qn("w:bookmarkStart"), qn("w:bookmarkEnd"))
Slot = tuple[str, str]


class Served(NamedTuple):
    """The part that a section shows in a slot, the reference that says so, and whether that is its own."""

    part: str
    reference: Element
    own: bool


class Section(NamedTuple):
    """The properties of a section, and what it shows where."""

    properties: Element
    slots: dict[Slot, Served]


def furniture(side: Side) -> list[Section]:
    """Return the sections of a document in order, each with its headers and footers."""
    links = side.package.relationships(side.package.main)
    slots: dict[Slot, Served] = {}
    found = []
    for properties in _sections(side):
        slots = {slot: served._replace(own=False) for slot, served in slots.items()}
        for reference in properties.iterchildren(*_KINDS):
            link = links.get(reference.get(_RID) or "")
            if link is not None and not link.external:
                slot = str(reference.tag), reference.get(_TYPE) or "default"
                slots[slot] = Served(links.path(link), reference, own=True)
        found.append(Section(properties, slots))
    return found


def _sections(side: Side) -> list[Element]:
    body = next(side.main.iterchildren(BODY), None)
    if body is None:
        return []
    properties = (own for block in blocks(body) for own in block.iterchildren(PPR))
    ended = [section for own in properties for section in own.iterchildren(SECTPR)]
    return [*ended, *body.iterchildren(SECTPR)]


def compare_furniture(work: Work, before: list[Section], after: list[Section]) -> None:
    """Compare the headers and footers of the sections that answer to each other.

    ``before`` and ``after`` are the sections of both documents before anything was marked.
    """
    places = {id(section.properties): at for at, section in enumerate(before)}
    partners = {id(new): places.get(id(old)) for old, new in work.sections}
    comparison = _Comparison(work)
    last: int | None = -1
    for section in after:
        at = partners.get(id(section.properties))
        if at is not None:
            follows = last is not None and at == last + 1
            earlier = before[at - 1].slots if at and follows else {}
            for slot in dict.fromkeys((*before[at].slots, *section.slots)):
                comparison.compare(slot, before[at], section, earlier.get(slot), follows)
        last = at


class _Comparison:
    def __init__(self, work: Work) -> None:
        self._work = work
        self._partners: dict[str, str | None] = {}
        self._brought: set[str] = set()

    def compare(self, slot: Slot, old: Section, new: Section, earlier: Served | None, follows: bool) -> None:
        """Compare one header; ``earlier`` is what the old section before showed."""
        was, has = old.slots.get(slot), new.slots.get(slot)
        if has is None:
            if was is not None and (was.own or not follows):
                self._gone(was, new.properties)
            return
        if not has.own and follows and self._same(was, earlier):
            return
        root = self._root(slot, has, was, new.properties)
        if root is None:
            return
        if was is None:
            mark_contents(self._work.marks, root, "ins")
        elif was.part in self._work.old.roots:
            compare_containers(self._work, self._work.old.roots[was.part], root, Place(was.part, has.part))

    def _root(self, slot: Slot, has: Served, was: Served | None, section: Element) -> Element | None:
        """Return the part to mark for a section; None where it is marked, for the same old part, already."""
        partner = None if was is None else was.part
        if has.own and has.part not in self._partners:
            self._partners[has.part] = partner
            return self._work.new.roots.get(has.part)
        if has.part in self._partners and self._partners[has.part] == partner:
            if not has.own:
                self._refer(slot, section, has.reference.get(_RID) or "")
            return None
        rid, root = self._work.carrier.doubled(has.part)
        accept_changes(root)
        for mark in list(root.iter(*_BOOKMARKS)):
            detach(mark)
        self._refer(slot, section, rid)
        return root

    @staticmethod
    def _refer(slot: Slot, section: Element, rid: str) -> None:
        """Let a section show the part of a relationship in a slot."""
        own = (e for e in section.iterchildren(slot[0]) if (e.get(_TYPE) or "default") == slot[1])
        reference = next(own, None)
        if reference is None:
            reference = section.makeelement(slot[0], {_TYPE: slot[1]})
            section.insert(0, reference)
        reference.set(_RID, rid)

    def _same(self, one: Served | None, other: Served | None) -> bool:
        if one is None or other is None:
            return one is other
        roots, meaning = self._work.old.roots, self._work.old.meaning
        if one.part == other.part or one.part not in roots or other.part not in roots:
            return one.part == other.part
        return meaning.of(roots[one.part], one.part) == meaning.of(roots[other.part], other.part)

    def _gone(self, was: Served, section: Element) -> None:
        """Bring along a header that the section no longer has, with all its text deleted."""
        main = self._work.new.package.main
        copy = self._work.carry(was.reference, Place(self._work.old.package.main, main))
        root = self._work.carrier.linked(main, copy.get(_RID) or "")
        section.insert(0, copy)
        rid = copy.get(_RID) or ""
        if root is not None and rid not in self._brought:
            self._brought.add(rid)
            mark_contents(self._work.marks, root, "del")
