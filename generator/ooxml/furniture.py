"""Headers and footers of the house in a template that has the same kinds of them in the same sections."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.ooxml.package import Package
from generator.ooxml.relationships import Relationships, relationships_name
from generator.ooxml.xml import NS, Element, parse_strict, qn

Kind = tuple[str, str]
"""header or footer, and default, first or even."""

_WORDS = {"header": "sidhuvudet", "footer": "sidfoten"}
_PAGES = {"default": "", "first": " på första sidan", "even": " på jämna sidor"}


@dataclass(slots=True)
class Furniture:
    """The parts to be replaced with what they become, and in words what differed. ``types`` are theirs."""

    parts: dict[str, bytes] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    types: dict[str, str] = field(default_factory=dict)
    changed: list[str] = field(default_factory=list)


def carried_furniture(base: Package, template: Package) -> Furniture:
    """Return the headers and footers of the house for a template; none when it has other kinds of them."""
    carrying = _Carrying(base, template)
    mine, theirs = list(_by_section(base)), list(_by_section(template))
    if [set(kinds) for kinds in mine] != [set(kinds) for kinds in theirs]:
        return carrying.found
    for number, (one, other) in enumerate(zip(mine, theirs, strict=True), 1):
        for kind, part in other.items():
            if part not in carrying.found.parts:
                carrying.carry(one[kind], part, _name(kind, number, len(mine)))
    return carrying.found


def _name(kind: Kind, section: int, sections: int) -> str:
    where = f" i avsnitt {section}" if sections > 1 else ""
    return f"{_WORDS[kind[0]]}{_PAGES.get(kind[1], '')}{where}"


def _by_section(package: Package) -> Iterator[Mapping[Kind, str]]:
    """Yield the parts of each section that names any; the others go on with those of the one before."""
    links = package.relationships(package.main)
    root = parse_strict(package.parts[package.main], package.main)
    for section in root.iter(qn("w:sectPr")):
        kinds = dict(_references(section, links))
        if kinds:
            yield kinds


def _references(section: Element, links: Relationships) -> Iterator[tuple[Kind, str]]:
    for word in _WORDS:
        for reference in section.iterfind(f"w:{word}Reference", NS):
            item = links.get(reference.get(qn("r:id")) or "")
            if item is not None:
                yield (word, reference.get(qn("w:type")) or "default"), links.path(item)


@dataclass(slots=True)
class _Carrying:
    """One carrying over of headers and footers."""

    base: Package
    template: Package
    found: Furniture = field(default_factory=Furniture)

    def carry(self, source: str, part: str, name: str) -> None:
        """Put a header of the house in place of the template's, with the pictures it shows."""
        links = self.base.relationships(source)
        moved = Relationships(part)
        for item in links:
            target = item.target if item.external else self._place(links.path(item), part)
            moved.put(item.id, item.type, target, item.external)
        own = relationships_name(part)
        old = (self.template.parts.get(part), self.template.relationships(part).serialise())
        if old == (self.base.parts[source], moved.serialise()):
            return
        self.found.changed.append(name)
        self.found.parts[part] = self.base.parts[source]
        if len(moved):
            self.found.parts[own] = moved.serialise()
        elif own in self.template.parts:
            self.found.gone.add(own)

    def _place(self, source: str, part: str) -> str:
        """Return the target, as a relationship of ``part`` names it, of a part taken over from the house."""
        data = self.base.parts.get(source, b"")
        folder = part.rpartition("/")[0]
        stem, _, ending = source.rpartition("/")[2].rpartition(".")
        name = f"{folder}/media/{stem}.{ending}"
        if self.template.parts.get(name, data) != data or self.found.parts.get(name, data) != data:
            name = f"{folder}/media/{stem}-{hashlib.sha256(data).hexdigest()[:8]}.{ending}"
        if self.template.parts.get(name) != data:
            self.found.parts[name] = data
            self.found.types[name] = self.base.content_type(source)
        return name.removeprefix(f"{folder}/")
