"""Pictures, charts, headers and whatever else text refers to by a relationship, with all that these need."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Callable

from generator.ooxml import relationships
from generator.ooxml.package import Package
from generator.ooxml.redline.carrying.receiver import Receiver
from generator.ooxml.relationships import Relationship
from generator.ooxml.revisions import read_accepted
from generator.ooxml.xml import Element, parse_strict, serialise

# There is one of each in a document; what leads to them from elsewhere is no content.
_ONE_ONLY = frozenset(
    f"{relationships.OFFICE}/{name}"
    for name in (
        "officeDocument", "styles", "numbering", "settings", "footnotes", "endnotes", "comments", "fontTable",
        "theme", "webSettings", "glossaryDocument",
    )
)  # fmt: skip
_UNKNOWN = "application/octet-stream"
_STORIES = frozenset(f"{relationships.OFFICE}/{name}" for name in ("header", "footer"))
_DIAGRAM = f"{relationships.OFFICE}/diagramData"
_DATA_MODEL = "{http://schemas.microsoft.com/office/drawing/2008/diagram}dataModelExt"

Fill = Callable[[Element, str, str], None]
"""Translates a tree that was copied: (tree, part of the old document, part of the new one)."""


class CarriedParts:
    """The parts of the old document that the new one receives. ``fill`` translates headers and footers."""

    def __init__(self, old: Package, new: Receiver, fill: Fill) -> None:
        self._old = old
        self._new = new
        self._fill = fill
        self._ids: dict[tuple[str, str, str], str | None] = {}
        self._names: dict[str, str] = {}
        self._waiting: list[tuple[str, str, str, str]] = []
        self._shared: dict[tuple[str, str], str] | None = None

    def relate(self, rid: str, source: str, into: str) -> str | None:
        """Return the id, among the relationships of ``into``, of what ``rid`` of ``source`` leads to.

        None for what leads nowhere: an id that does not exist, a part that the file lacks.
        """
        key = (rid, source, into)
        if key not in self._ids:
            item = self._links(source).get(rid)
            self._ids[key] = None if item is None else self._related(item, source, into)
        return self._ids[key]

    def settle(self) -> None:
        """Copy the parts that have been asked for, and those that they in turn refer to."""
        while self._waiting:
            self._copy(*self._waiting.pop())

    def _links(self, source: str) -> relationships.Relationships:
        return self._old.relationships(source)

    def _related(self, item: Relationship, source: str, into: str) -> str | None:
        if item.external or item.target.startswith("#"):
            return self._new.links(into).add(item.type, item.target, item.external)
        name = self._name(item, source, into)
        return None if name is None else self._new.relate(into, item.type, name)

    def _name(self, item: Relationship, source: str, into: str) -> str | None:
        """Return what the part a relationship leads to is called in the new document."""
        old = relationships.Relationships(source).path(item)
        if old not in self._old.parts or item.type in _ONE_ONLY:
            return None
        if old not in self._names:
            same = self._same(old)
            self._names[old] = same or self._new.reserve(old)
            if same is None and item.type in _STORIES:
                self._copy_story(old, self._names[old])
            elif same is None:
                self._waiting.append((item.type, old, source, into))
        return self._names[old]

    def _same(self, old: str) -> str | None:
        """Return a part of the new document with the same bytes, for pictures and the like."""
        if not _is_leaf(self._old, old):
            return None
        if self._shared is None:
            new = self._new.package
            self._shared = {_sum(new, name): name for name in new.parts if _is_leaf(new, name)}
        return self._shared.get(_sum(self._old, old))

    def _copy(self, kind: str, old: str, source: str, into: str) -> None:
        name = self._names[old]
        data = self._old.parts[old]
        self._copy_links(old, name)
        if kind == _DIAGRAM:
            data = self._diagram(data, old, source, into)
        self._new.put(name, data, self._old.content_type(old) or _UNKNOWN)

    def _copy_story(self, old: str, name: str) -> None:
        """Copy a header or footer at once: whoever asked for it may want to change it."""
        root = read_accepted(self._old.parts[old], old)
        self._new.put(name, b"", self._old.content_type(old) or _UNKNOWN)
        self._new.trees[name] = root
        self._fill(root, old, name)

    def _copy_links(self, old: str, name: str) -> None:
        """Give a copied part its relationships under the ids that its own text has."""
        links = self._new.links(name)
        for item in self._links(old):
            if item.external or item.target.startswith("#"):
                links.put(item.id, item.type, item.target, item.external)
            elif (target := self._name(item, old, name)) is not None:
                links.put(item.id, item.type, posixpath.relpath(target, posixpath.dirname(name) or "."))

    def _diagram(self, data: bytes, old: str, source: str, into: str) -> bytes:
        """Let a SmartArt picture find its drawing, which it names by a relationship of the text it is in."""
        root = parse_strict(data, old)
        for model in root.iter(_DATA_MODEL):
            found = self.relate(model.get("relId") or "", source, into)
            if found is None:
                model.attrib.pop("relId", None)
            else:
                model.set("relId", found)
        return serialise(root)


def _is_leaf(package: Package, name: str) -> bool:
    """Tell whether a part neither is XML nor refers to others."""
    return (
        not name.endswith((".xml", ".rels")) and relationships.relationships_name(name) not in package.parts
    )


def _sum(package: Package, name: str) -> tuple[str, str]:
    return hashlib.sha256(package.parts[name]).hexdigest(), package.content_type(name)
