"""The new document while it receives parts of the old one: trees, relationships, content types, names."""

from __future__ import annotations

import posixpath

from generator.ooxml import content_types
from generator.ooxml.package import Package
from generator.ooxml.relationships import Relationships, relationships_name
from generator.ooxml.xml import NS, Element, parse_strict, serialise

_DIGITS = "0123456789"


class Receiver:
    """The new document. ``trees`` holds the parsed parts by name and grows as more are needed."""

    def __init__(self, package: Package, trees: dict[str, Element]) -> None:
        self.package = package
        self.main = package.main
        self.trees = trees
        self._types = package.types
        self._links: dict[str, Relationships] = {}
        self._added: dict[str, bytes] = {}
        self._names = {name.casefold() for name in package.parts}

    def tree(self, part: str) -> Element:
        """Return a part as the tree that will be written. Raises StyrdokError for XML not well formed."""
        if part not in self.trees:
            data = self._added.get(part) or self.package.parts[part]
            self.trees[part] = parse_strict(data, part)
        return self.trees[part]

    def links(self, part: str) -> Relationships:
        """Return the relationships of a part, to be added to."""
        if part not in self._links:
            self._links[part] = self.package.relationships(part)
        return self._links[part]

    def has(self, part: str) -> bool:
        """Tell whether the document has a part of this name."""
        return part in self.trees or part in self._added or part in self.package.parts

    def singleton(self, relationship: str) -> str | None:
        """Return the name of the part of which a document has one, such as the styles; None without it."""
        found = self.links(self.main).target(relationship)
        known = found is not None and (found in self.package.parts or found in self._added)
        return found if known else None

    def make_singleton(self, relationship: str, content_type: str, word: str) -> Element:
        """Return the part of which a document has one, made empty if it lacks it; ``word`` names its root."""
        found = self.singleton(relationship)
        if found is None:
            folder = posixpath.dirname(self.main)
            empty = f'<w:{word} xmlns:w="{NS["w"]}" xmlns:r="{NS["r"]}"/>'.encode()
            found = self.add(posixpath.join(folder, f"{word}.xml"), empty, content_type)
            self.relate(self.main, relationship, found)
        return self.tree(found)

    def add(self, wanted: str, data: bytes, content_type: str) -> str:
        """Return the name under which a part has been added: the wanted one, with a number if it is taken."""
        name = self.reserve(wanted)
        self.put(name, data, content_type)
        return name

    def reserve(self, wanted: str) -> str:
        """Return a name that no part has, in upper or lower case (ECMA-376 part 2, 6.2.2.3)."""
        stem, dot, ending = wanted.rpartition(".")
        stem, ending = (stem, dot + ending) if dot and "/" not in ending else (wanted, "")
        name, number = wanted, 0
        while name.casefold() in self._names:
            number += 1
            name = f"{stem.rstrip(_DIGITS)}{number}{ending}"
        self._names.add(name.casefold())
        return name

    def put(self, name: str, data: bytes, content_type: str) -> None:
        """Add a part under a reserved name."""
        self._added[name] = data
        if self._types.get(name) != content_type:
            self._types.state(name, content_type)

    def relate(self, part: str, relationship: str, target: str) -> str:
        """Return the id of a relationship from one part to another."""
        links = self.links(part)
        known = next(
            (r for r in links if r.type == relationship and not r.external and links.path(r) == target), None
        )
        if known is not None:
            return known.id
        return links.add(relationship, posixpath.relpath(target, posixpath.dirname(part) or "."))

    def parts(self) -> dict[str, bytes]:
        """Return all that was added or can have been changed, with relationships and content types."""
        found = {**self._added, **{name: serialise(tree) for name, tree in self.trees.items()}}
        for part, links in self._links.items():
            if len(links):
                found[relationships_name(part)] = links.serialise()
        # A redline of a template (.dotx) is a document.
        self._types.set(self.main, content_types.DOCUMENT)
        everything = frozenset({*self.package.parts, *found})
        found[content_types.PART] = self._types.serialise(everything)
        return found
