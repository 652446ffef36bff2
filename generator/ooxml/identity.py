"""What must be there once is there once: bookmark names and ids, ids of drawings and content controls.

A loop in a template repeats its bookmarks with everything else. The first copy keeps the name, later ones
get a suffix, and a reference follows the copy it stands in: the nearest before it, or the nearest after it
when the template has the reference first (such references carry ``AHEAD`` from ``mark_references`` on).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.ooxml.fields import Field, drop_field
from generator.ooxml.index import Bookmark, Index
from generator.ooxml.xml import Element, child, detach, qn, unwrap, whole

AHEAD = "~"
MAX_NAME = 40
_NAME, _ID, _ANCHOR = qn("w:name"), qn("w:id"), qn("w:anchor")
_REFERENCES = {"REF", "PAGEREF", "NOTEREF", "HYPERLINK"}
_BUILT_IN = {"_top"}


@dataclass(slots=True)
class Names:
    """The bookmarks of a document by the name they had: (part number, place, name now) of every copy.

    ``ahead`` are those that the template only refers to in advance.
    """

    ahead: frozenset[str] = frozenset()
    copies: dict[str, list[tuple[int, int, str]]] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    count: int = 0

    def number(self) -> str:
        """Return an id for one more bookmark."""
        self.count += 1
        return str(self.count - 1)

    def give(self, part: int, mark: Bookmark) -> None:
        """Give a bookmark a name that no other has; Word compares names without regard to case."""
        name = mark.name[:MAX_NAME]
        number = 1
        while name.casefold() in self.taken:
            number += 1
            suffix = f"_{number}"
            name = mark.name[: MAX_NAME - len(suffix)] + suffix
        self.taken.add(name.casefold())
        self.copies.setdefault(mark.name, []).append((part, mark.order, name))
        mark.name = name

    def meant(self, written: str, part: int, order: int) -> str | None:
        """Return the name of the copy that a reference at this place means, None when there is none."""
        name = written.removesuffix(AHEAD)
        ahead = name != written or name in self.ahead
        copies = self.copies.get(name)
        if not copies:
            return None
        before = [now for number, place, now in copies if number == part and place < order]
        after = [now for number, place, now in copies if number == part and place > order]
        nearest = (after[:1] or before[-1:]) if ahead else (before[-1:] or after[:1])
        return (nearest or [copies[0][2]])[0]


def mark_references(part: Index) -> frozenset[str]:
    """Note on each reference of a template that its bookmark comes later, while this can still be told.

    Return the bookmarks that are always referred to in advance, for a text that lost the notes.
    """
    first: dict[str, int] = {}
    for mark in part.bookmarks:
        first.setdefault(mark.name, mark.order)
    ahead: set[str] = set()
    behind: set[str] = set()
    for order, link in part.links:
        name = link.get(_ANCHOR) or ""
        (ahead if first.get(name, -1) > order else behind).add(name)
        if first.get(name, -1) > order:
            link.set(_ANCHOR, name + AHEAD)
    for found in part.fields:
        name = reference(found) or ""
        (ahead if first.get(name, -1) > found.order else behind).add(name)
        if first.get(name, -1) > found.order:
            rename(found, name, name + AHEAD)
    return frozenset(ahead - behind)


def reference(found: Field) -> str | None:
    """Return the bookmark a field refers to, None for a field that refers to none."""
    words = found.words
    if not words or words[0].upper() not in _REFERENCES:
        return None
    if words[0].upper() != "HYPERLINK":
        return words[1] if len(words) > 1 else None
    place = next((i for i, word in enumerate(words) if word.casefold() == "\\l"), None)
    # A HYPERLINK that names a file besides the bookmark leads out of the document.
    return words[2] if place == 1 and len(words) > 2 else None  # noqa: PLR2004 - HYPERLINK \l name


def rename(found: Field, old: str, new: str) -> None:
    """Make a field refer to another bookmark."""
    found.rewrite(found.instruction.replace(old, new, 1))


def settle_bookmarks(parts: list[Index], ahead: frozenset[str]) -> Names:
    """Give every bookmark of the document a name and an id of its own; drop those without an end."""
    names = Names(ahead)
    for place, part in enumerate(parts):
        for end in part.loose:
            detach(end)
        for mark in part.bookmarks:
            if mark.end is None or not mark.name:
                _drop(mark)
                continue
            names.give(place, mark)
            mark.start.set(_NAME, mark.name)
            number = names.number()
            for element in (mark.start, mark.end):
                element.set(_ID, number)
        part.bookmarks = [mark for mark in part.bookmarks if mark.end is not None and mark.name]
    return names


def _drop(mark: Bookmark) -> None:
    detach(mark.start)
    if mark.end is not None:
        detach(mark.end)


def settle_references(parts: list[Index], names: Names, link_style: str | None) -> None:
    """Let links and fields follow the bookmarks; a link to nowhere becomes plain text."""
    for number, part in enumerate(parts):
        for order, link in part.links:
            _settle_link(link, names, number, order, link_style)
        gone = []
        for found in part.fields:
            written = reference(found)
            if written is None or written in _BUILT_IN:
                continue
            meant = names.meant(written, number, found.order)
            if meant is not None and meant != written:
                rename(found, written, meant)
            elif meant is None and found.name == "HYPERLINK":
                gone.append(found)
            elif meant is None and written.endswith(AHEAD):
                rename(found, written, written.removesuffix(AHEAD))
        for found in gone:
            drop_field(found)
        part.fields = [found for found in part.fields if found not in gone]


def _settle_link(link: Element, names: Names, part: int, order: int, link_style: str | None) -> None:
    written = link.get(_ANCHOR) or ""
    if written in _BUILT_IN:
        return
    meant = names.meant(written, part, order)
    if meant is not None:
        link.set(_ANCHOR, meant)
        return
    for look in [e for e in link.iter(qn("w:rStyle")) if e.get(qn("w:val")) == link_style]:
        detach(look)
    unwrap(link)


def settle_ids(parts: Iterable[Index]) -> None:
    """Give drawings and content controls ids of their own; the first of an id keeps it."""
    drawings: set[int] = set()
    controls: set[int] = set()
    for part in parts:
        for drawing in part.drawings:
            drawing.set("id", str(_free(whole(drawing.get("id")), drawings)))
        for control in part.controls:
            mark = child(control, "w:id")
            if mark is not None:
                mark.set(qn("w:val"), str(_free(whole(mark.get(qn("w:val"))), controls)))


def _free(wanted: int, taken: set[int]) -> int:
    number = wanted or 1
    while number in taken:
        number = number + 1 if number > 0 else number - 1
    taken.add(number)
    return number
