"""The two documents of a redline: their parts with text, read, and made ready for comparing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.ooxml.package import Package
from generator.ooxml.redline.carrying import Carrier
from generator.ooxml.redline.marks import Marks
from generator.ooxml.redline.meaning import Meaning
from generator.ooxml.revisions import accept_changes, tracked_changes
from generator.ooxml.xml import Element, parse_strict

_TEXT = ("header", "footer", "footnotes", "endnotes")


class Side:
    """One document: its package, the roots of its parts with text, and what its XML means."""

    def __init__(self, package: Package) -> None:
        """Read the parts. Raises StyrdokError when one is not well formed."""
        self.package = package
        self.roots = {name: parse_strict(package.parts[name], name) for name in _parts(package)}
        changed = [root for root in self.roots.values() if tracked_changes(root)]
        for root in changed:
            accept_changes(root)
        self.had_revisions = bool(changed)
        self.meaning = Meaning(package, self.roots)

    @property
    def main(self) -> Element:
        """The root of the document itself."""
        return self.roots[self.package.main]


class Place(NamedTuple):
    """The names of the parts that two elements stand in."""

    old: str
    new: str


class Work(NamedTuple):
    """What every step of a comparison needs.

    ``coarse`` holds the places of blocks, of the old body and of the new one, that are marked as a whole.
    ``own`` tells that both documents are made here. ``met`` are the notes that have been compared,
    ``sections`` the sections that answer to each other.
    """

    old: Side
    new: Side
    marks: Marks
    carrier: Carrier
    coarse: frozenset[tuple[str, int]]
    own: bool
    met: set[tuple[str, str]]
    sections: list[tuple[Element, Element]]

    def carry(self, element: Element, place: Place) -> Element:
        """Return a copy of an element of the old document, fit for where it goes in the new one."""
        return self.carrier.carry(element, place.old, place.new)

    def same(self, old: Element, new: Element, place: Place) -> bool:
        """Tell whether two elements mean the same."""
        return self.old.meaning.of(old, place.old) == self.new.meaning.of(new, place.new)


def _parts(package: Package) -> Iterator[str]:
    yield package.main
    links = package.relationships(package.main)
    seen = {package.main}
    for link in links:
        name = links.path(link)
        if not link.external and link.kind in _TEXT and name in package.parts and name not in seen:
            seen.add(name)
            yield name
