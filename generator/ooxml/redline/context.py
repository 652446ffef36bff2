"""What the ids in a document's text stand for: styles, lists, notes, and where relationships lead."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from copy import deepcopy
from hashlib import blake2b

from generator.ooxml import relationships
from generator.ooxml.house import House, folded
from generator.ooxml.package import Package
from generator.ooxml.redline.names import KEEP_NEXT
from generator.ooxml.relationships import Relationships
from generator.ooxml.revisions import accept_changes, tracked_changes
from generator.ooxml.xml import NS, Element, attribute, parse_strict, qn, whole

_ID, _TYPE = qn("w:id"), qn("w:type")
_PARTS = {"footnote": relationships.FOOTNOTES, "endnote": relationships.ENDNOTES}
_LEVEL_SILENT = frozenset(qn(f"w:{name}") for name in ("pStyle", "lvlPicBulletId", "nsid", "tmpl", "rsid"))
_DEEPEST = 8
_NORMAL = "normal"
"""The style that Word gives to paragraphs of a file that defines none."""


class Context:
    """One document. ``accept``: tracked changes in its notes are accepted, as in a version to compare.

    ``own``: it is held against another that was made here too, so that mere layout says nothing.
    """

    def __init__(self, package: Package, *, accept: bool, own: bool = False) -> None:
        self.package = package
        self.own = own
        self.layout = (KEEP_NEXT,) if own else ()
        self._accept = accept
        self._house = House(package)
        self._links: dict[str, Relationships] = {}
        self._targets: dict[str, str] = {}
        self._lists: dict[str, Hashable] = {}
        self._notes: dict[str, tuple[str, dict[str, Element]]] = {}
        self._resolved: dict[tuple[str, str, object], Element] = {}
        self._names = {key: folded(attribute(e, "w:name") or "") for key, e in self._house.by_id.items()}
        defaults = (self._names[key] for key, e in self._house.by_id.items() if _is_default(e))
        self._default = next(defaults, _NORMAL)

    @property
    def styles(self) -> tuple[dict[str, str], str]:
        """The names of the styles by id, and the name of the default paragraph style."""
        return self._names, self._default

    @property
    def numbers(self) -> dict[str, Hashable]:
        """The looks of all lists by numId."""
        return {str(number): self.list_look(str(number)) for number in self._house.nums}

    def style(self, style_id: str) -> str:
        """Return the name of a style; that of no style when the document lacks it."""
        return self._names.get(style_id, "")

    def paragraph_style(self, properties: Element | None) -> str:
        """Return the name of the style that a paragraph has, the default one when it names none."""
        return self._names.get(attribute(properties, "w:pStyle") or "", self._default)

    def list_look(self, number: str) -> Hashable:
        """Return what the list of a numId looks like; 0 for none."""
        if number not in self._lists:
            self._lists[number] = self._list_look(whole(number))
        return self._lists[number]

    def _list_look(self, number: int) -> Hashable:
        num, abstract = self._house.nums.get(number), self._house.abstract_of(number)
        if num is None or abstract is None:
            return 0
        levels = (*abstract.iterfind("w:lvl", NS), *num.iterfind("w:lvlOverride", NS))
        return hash(tuple(self._level(e) for e in levels)) or 1

    def _level(self, element: Element) -> Hashable:
        own = tuple(
            sorted((str(k), str(v)) for k, v in element.attrib.items() if not str(k).endswith("}tplc"))
        )
        if element.tag == qn("w:rStyle"):
            own = (("style", self.style(attribute(element) or "")),)
        return element.tag, own, tuple(self._level(e) for e in element if e.tag not in _LEVEL_SILENT)

    def link(self, hyperlink: Element, part: str) -> Hashable:
        """Return where a link leads: the address and the place; Word names its own places anew each time."""
        rid, anchor = hyperlink.get(qn("r:id")), hyperlink.get(qn("w:anchor")) or ""
        steady = anchor.rstrip("0123456789") if anchor.startswith(("_Toc", "_Ref", "_Hlk")) else anchor
        return ("to", self.target(part, rid) if rid else "", steady, hyperlink.get(qn("w:docLocation")) or "")

    def target(self, part: str, rid: str) -> str:
        """Return what a relationship leads to: an address, or a sum over a part and what that needs."""
        found = self.links(part).get(rid)
        if found is None:
            return ""
        if found.external or found.target.startswith("#"):
            return found.target
        return self._part(self.links(part).path(found), 0)

    def links(self, part: str) -> Relationships:
        """Return the relationships of a part."""
        if part not in self._links:
            self._links[part] = self.package.relationships(part)
        return self._links[part]

    def _part(self, name: str, depth: int) -> str:
        if name not in self._targets:
            data = self.package.parts.get(name)
            self._targets[name] = ""  # parts may refer to one another in a ring
            if data is not None:
                self._targets[name] = self._sum(name, data, depth)
        return self._targets[name]

    def _sum(self, name: str, data: bytes, depth: int) -> str:
        links = self.links(name)
        # Where SmartArt finds its drawing is said by an id that belongs to the text around it.
        digest = blake2b(b"" if b"dataModelExt" in data else data, digest_size=16)
        for item in links if depth < _DEEPEST else ():
            said = item.target if item.external else self._part(links.path(item), depth + 1)
            digest.update(said.encode())
        return digest.hexdigest()

    def note(
        self, kind: str, number: str, resolve: Callable[[Element], None] | None
    ) -> tuple[str, Element] | None:
        """Return the part and a copy of a note, its tracked changes resolved; None when there is none."""
        if kind not in self._notes:
            self._notes[kind] = self._read_notes(kind)
        part, notes = self._notes[kind]
        found = notes.get(number)
        if found is None:
            return None
        key = (kind, number, resolve)
        if key not in self._resolved:
            copy = deepcopy(found)
            if resolve is not None and tracked_changes(copy):
                resolve(copy)
            self._resolved[key] = copy
        return part, self._resolved[key]

    def _read_notes(self, kind: str) -> tuple[str, dict[str, Element]]:
        part = self.links(self.package.main).target(_PARTS[kind]) or ""
        if part not in self.package.parts:
            return part, {}
        root = parse_strict(self.package.parts[part], part)
        if self._accept and tracked_changes(root):
            accept_changes(root)
        return part, {e.get(_ID) or "": e for e in root if e.get(_TYPE) in {None, "normal"}}


def _is_default(style: Element) -> bool:
    kind = style.get(qn("w:type")) or "paragraph"
    return kind == "paragraph" and style.get(qn("w:default")) in {"1", "true", "on"}
