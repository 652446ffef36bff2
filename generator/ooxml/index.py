"""One walk through a finished part, noting everything that later passes need, in document order."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.ooxml import fields
from generator.ooxml.fields import Field
from generator.ooxml.notes import ENDNOTES, FOOTNOTES
from generator.ooxml.xml import Element, qn

_START, _END = qn("w:bookmarkStart"), qn("w:bookmarkEnd")
_LINK, _ANCHOR = qn("w:hyperlink"), qn("w:anchor")
_DRAWING, _CONTROL = qn("wp:docPr"), qn("w:sdtPr")
_SECTION = qn("w:sectPr")
_NAME, _ID, _RELATION = qn("w:name"), qn("w:id"), qn("r:id")


@dataclass(slots=True, eq=False)
class Bookmark:
    """A bookmark: its two marks, its name in the end, and where it begins among the things of its part."""

    start: Element
    order: int
    name: str
    end: Element | None = None


@dataclass(slots=True)
class Index:
    """What a part holds. ``links`` are internal links with their place, ``loose`` ends without a start.

    ``outward`` are the relationships that links to other documents name.
    """

    root: Element
    bookmarks: list[Bookmark] = field(default_factory=list)
    loose: list[Element] = field(default_factory=list)
    links: list[tuple[int, Element]] = field(default_factory=list)
    outward: set[str] = field(default_factory=set)
    fields: list[Field] = field(default_factory=list)
    footnotes: list[Element] = field(default_factory=list)
    endnotes: list[Element] = field(default_factory=list)
    drawings: list[Element] = field(default_factory=list)
    controls: list[Element] = field(default_factory=list)
    sections: list[Element] = field(default_factory=list)


_PLAIN = {
    FOOTNOTES.reference: "footnotes",
    ENDNOTES.reference: "endnotes",
    _DRAWING: "drawings",
    _CONTROL: "controls",
    _SECTION: "sections",
}
_TAGS = (*_PLAIN, _START, _END, _LINK, *fields.TAGS)


def index(root: Element) -> Index:
    """Return what a part holds."""
    found = Index(root)
    scanner = fields.Scanner()
    open_marks: dict[str | None, list[Bookmark]] = {}
    lists = {tag: getattr(found, name) for tag, name in _PLAIN.items()}
    for order, element in enumerate(root.iter(*_TAGS)):
        tag = element.tag
        if tag in lists:
            lists[tag].append(element)
        elif tag == _START:
            mark = Bookmark(element, order, element.get(_NAME) or "")
            found.bookmarks.append(mark)
            open_marks.setdefault(element.get(_ID), []).append(mark)
        elif tag == _END:
            _close(found, open_marks, element)
        elif tag == _LINK:
            _note_link(found, element, order)
        else:
            scanner.see(element, order)
    found.fields = sorted(scanner.fields, key=lambda item: item.order)
    return found


def _note_link(found: Index, link: Element, order: int) -> None:
    relationship = link.get(_RELATION)
    if relationship is not None:
        found.outward.add(relationship)
    elif link.get(_ANCHOR) is not None:
        found.links.append((order, link))


def _close(found: Index, open_marks: dict[str | None, list[Bookmark]], end: Element) -> None:
    """A loop repeats ids, so an end closes the last bookmark of its id that is still open."""
    waiting = open_marks.get(end.get(_ID))
    if waiting:
        waiting.pop().end = end
    else:
        found.loose.append(end)
