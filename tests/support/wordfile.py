"""A .docx as zip, XML and relationships: what the judge of redlines reads with, and nothing of our own.

The judge must not share a fault with what it judges, so nothing here comes from ``generator``.
"""

from __future__ import annotations

import hashlib
import io
import posixpath
import re
import zipfile
from functools import cached_property
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element as Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"

_STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/relationships": R[1:-1].encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": M[1:-1].encode(),
}

# A diagram's data names a relationship of the document that it stands in, whatever its id is there.
RELATION_OF_DIAGRAM = re.compile(rb'(?<=\brelId=")[^"]*')


def tag(element: Element) -> str:
    """Return an element's whole name; reading has left out all that has none."""
    return str(element.tag)


def local(element: Element | None) -> str:
    """Return an element's name without the namespace, and "" for none."""
    return "" if element is None else tag(element).rpartition("}")[2]


class Link(NamedTuple):
    """A relationship: the last word of its type, and the part or address it leads to."""

    kind: str
    target: str
    external: bool


class WordFile:
    """The parts of a .docx; ``main`` is the name of the document part."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self._roots: dict[str, Element] = {}
        self.main = next(link.target for link in self.links("").values() if link.kind == "officeDocument")

    def root(self, name: str) -> Element:
        """Return a part parsed, Strict Open XML as the ordinary kind."""
        if name not in self._roots:
            data = self.parts[name]
            for strict, ordinary in _STRICT.items():
                data = data.replace(strict, ordinary)
            parser = etree.XMLParser(remove_comments=True, remove_pis=True, huge_tree=True)
            self._roots[name] = etree.fromstring(data, parser)
        return self._roots[name]

    def links(self, part: str) -> dict[str, Link]:
        """Return the relationships of a part by id; "" stands for the package."""
        folder, file = posixpath.split(part)
        name = posixpath.join(folder, "_rels", f"{file}.rels")
        return {item.get("Id", ""): _link(item, folder) for item in self._children(name)}

    def _children(self, name: str) -> list[Element]:
        return list(self.root(name)) if name in self.parts else []

    def story(self, kind: str) -> str | None:
        """Return the name of the part that the document has of this kind, such as ``footnotes``."""
        found = [link.target for link in self.links(self.main).values() if link.kind == kind]
        return next((name for name in found if name in self.parts), None)

    def stories(self) -> list[str]:
        """Return the parts that hold text: the document, its notes, headers and footers."""
        kinds = {"footnotes", "endnotes", "header", "footer", "comments"}
        linked = [link.target for link in self.links(self.main).values() if link.kind in kinds]
        return [self.main, *dict.fromkeys(name for name in linked if name in self.parts)]

    def digest(self, part: str, id_: str) -> str:
        """Return what tells the target of a relationship from others: its bytes and what these refer to."""
        link = self.links(part).get(id_)
        if link is None:
            return f"saknas:{id_}"
        return link.target if link.external else self._digest(link.target, ())

    def _digest(self, name: str, seen: tuple[str, ...]) -> str:
        if name not in self.parts or name in seen:
            return "saknas" if name not in self.parts else "åter"
        below = sorted(
            f"{id_}={link.target if link.external else self._digest(link.target, (*seen, name))}"
            for id_, link in self.links(name).items()
        )
        data = _content(name, self.parts[name])
        return hashlib.sha256(data + "".join(below).encode()).hexdigest()[:12]

    @cached_property
    def notes(self) -> dict[tuple[str, str], Element]:
        """The notes by kind and id."""
        kinds = ("footnote", "endnote")
        parts = [(kind, part) for kind in kinds if (part := self.story(f"{kind}s")) is not None]
        return {
            (kind, note.get(f"{W}id", "")): note
            for kind, part in parts
            for note in reversed(list(self.root(part).iter(f"{W}{kind}")))
        }

    @cached_property
    def content_types(self) -> tuple[set[str], set[str]]:
        """Return the endings and the parts that have a content type."""
        items = self._children("[Content_Types].xml")
        endings = {item.get("Extension", "").lower() for item in items if item.tag == f"{_TYPES}Default"}
        names = {item.get("PartName", "")[1:].lower() for item in items if item.tag == f"{_TYPES}Override"}
        return endings, names

    @cached_property
    def styles(self) -> dict[str, Element]:
        """The styles by id."""
        name = self.story("styles")
        found = self.root(name).iter(f"{W}style") if name else ()
        return {style.get(f"{W}styleId", ""): style for style in found}

    def style_name(self, id_: str | None, kind: str = "paragraph") -> str:
        """Return a style's name; without an id that of the default style of the kind."""
        style = self.styles.get(id_) if id_ else self._default(kind)
        if style is None:
            return f"?{id_}" if id_ else ""
        name = style.find(f"{W}name")
        return "" if name is None else name.get(f"{W}val", "").lower()

    def _default(self, kind: str) -> Element | None:
        defaults = (style for style in self.styles.values() if style.get(f"{W}default") in {"1", "true"})
        return next((style for style in defaults if style.get(f"{W}type") == kind), None)

    @cached_property
    def numbers(self) -> dict[str, dict[str, str]]:
        """What each level of each list looks like: numId → ilvl → sign and text."""
        name = self.story("numbering")
        if name is None:
            return {}
        root = self.root(name)
        abstract = {a.get(f"{W}abstractNumId", ""): _levels(a) for a in root.iter(f"{W}abstractNum")}
        found = {}
        for num in root.iter(f"{W}num"):
            of = num.find(f"{W}abstractNumId")
            base = abstract.get("" if of is None else of.get(f"{W}val", ""), {"": "odefinierad"})
            own = {
                item.get(f"{W}ilvl", ""): level
                for item in num.iter(f"{W}lvlOverride")
                for level in _levels(item).values()
            }
            found[num.get(f"{W}numId", "")] = {**base, **own}
        return found


def _content(name: str, data: bytes) -> bytes:
    """Return a part's bytes; of XML what it says, however it is written and set out."""
    if not name.endswith(".xml"):
        return data
    root = etree.fromstring(RELATION_OF_DIAGRAM.sub(b"", data), etree.XMLParser(remove_blank_text=True))
    return etree.tostring(root, method="c14n", exclusive=True)


def _levels(holder: Element) -> dict[str, str]:
    return {level.get(f"{W}ilvl", ""): _sign(level) for level in holder.iter(f"{W}lvl")}


def _sign(level: Element) -> str:
    found = (level.find(f"{W}{name}") for name in ("numFmt", "lvlText"))
    return " ".join("" if item is None else item.get(f"{W}val", "") for item in found)


def _link(item: Element, folder: str) -> Link:
    kind, target = item.get("Type", "").rpartition("/")[2], item.get("Target", "")
    if item.get("TargetMode") == "External":
        return Link(kind, target, external=True)
    whole = target[1:] if target.startswith("/") else posixpath.join(folder, target)
    return Link(kind, posixpath.normpath(whole), external=False)
