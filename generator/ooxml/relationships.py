"""Which part of a package belongs to which, and where links lead."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from generator.ooxml.text import escape_text
from generator.ooxml.xml import NS, parse_strict

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
MAIN_DOCUMENT = f"{OFFICE}/officeDocument"
HYPERLINK = f"{OFFICE}/hyperlink"
STYLES = f"{OFFICE}/styles"
NUMBERING = f"{OFFICE}/numbering"
SETTINGS = f"{OFFICE}/settings"
FOOTNOTES = f"{OFFICE}/footnotes"
ENDNOTES = f"{OFFICE}/endnotes"
CORE_PROPERTIES = f"{PACKAGE}/metadata/core-properties"
EXTENDED_PROPERTIES = f"{OFFICE}/extended-properties"
CUSTOM_PROPERTIES = f"{OFFICE}/custom-properties"


@dataclass(frozen=True, slots=True)
class Relationship:
    """One relationship; ``target`` is as written, a web address when ``external``."""

    id: str
    type: str
    target: str
    external: bool = False

    @property
    def kind(self) -> str:
        """The last word of the type: ``footnotes``, ``image``, ``hyperlink``."""
        return self.type.rpartition("/")[2]


def relationships_name(part: str) -> str:
    """Return the name of the part that holds a part's relationships; "" stands for the package."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"


class Relationships:
    """The relationships of one part, in the order of the file."""

    def __init__(self, part: str, items: tuple[Relationship, ...] = ()) -> None:
        self.part = part
        self._items = {item.id: item for item in items}
        self._external = {(item.type, item.target): item.id for item in items if item.external}
        self._last = 0

    @classmethod
    def read(cls, part: str, xml: bytes | None) -> Relationships:
        """Read the relationships of a part; None gives none. Raises StyrdokError for XML not well formed."""
        if xml is None:
            return cls(part)
        root = parse_strict(xml, relationships_name(part))
        items = (
            Relationship(
                element.get("Id") or "",
                element.get("Type") or "",
                element.get("Target") or "",
                element.get("TargetMode") == "External",
            )
            for element in root.iterfind("rel:Relationship", NS)
        )
        return cls(part, tuple(items))

    def __iter__(self) -> Iterator[Relationship]:
        return iter(self._items.values())

    def __len__(self) -> int:
        return len(self._items)

    def __contains__(self, rid: object) -> bool:
        return rid in self._items

    def get(self, rid: str) -> Relationship | None:
        """Return a relationship by its id."""
        return self._items.get(rid)

    def path(self, item: Relationship) -> str:
        """Return the name of the part a relationship leads to."""
        if item.target.startswith("/"):
            return item.target[1:]
        return posixpath.normpath(posixpath.join(posixpath.dirname(self.part), item.target))

    def target(self, relationship_type: str) -> str | None:
        """Return the name of the first part of a type."""
        for item in self:
            if item.type == relationship_type and not item.external:
                return self.path(item)
        return None

    def add(self, relationship_type: str, target: str, external: bool = False) -> str:
        """Return the id of a relationship, made if it is not there; an external one only once per address."""
        if external and (known := self._external.get((relationship_type, target))):
            return known
        rid = self._next_id()
        self.put(rid, relationship_type, target, external)
        return rid

    def put(self, rid: str, relationship_type: str, target: str, external: bool = False) -> None:
        """Add a relationship with an id that is known not to be there."""
        self._items[rid] = Relationship(rid, relationship_type, target, external)
        if external:
            self._external[relationship_type, target] = rid

    def _next_id(self) -> str:
        self._last += 1
        while (rid := f"rId{self._last}") in self._items:
            self._last += 1
        return rid

    def remove(self, rid: str) -> None:
        """Take a relationship away, if it is there."""
        item = self._items.pop(rid, None)
        if item is not None:
            self._external.pop((item.type, item.target), None)

    def copy(self) -> Relationships:
        """Return relationships of their own to change."""
        return Relationships(self.part, tuple(self))

    def serialise(self) -> bytes:
        """Return the part."""
        items = "".join(_element(item) for item in self)
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        return f'{head}<Relationships xmlns="{PACKAGE}">{items}</Relationships>'.encode()


def _element(item: Relationship) -> str:
    mode = ' TargetMode="External"' if item.external else ""
    target = escape_text(item.target)
    return (
        f'<Relationship Id="{escape_text(item.id)}" Type="{escape_text(item.type)}" Target="{target}"{mode}/>'
    )
