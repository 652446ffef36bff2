"""What XML means, so that two documents can be compared that number and name their things differently.

An element is written canonically, rid of what says nothing (revision ids, spelling marks, bookmarks), with
the names of styles for their ids, the definitions of lists for their numbers and the bytes of pictures for
relationships.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from hashlib import blake2b

from lxml import etree

from generator.ooxml.package import Package
from generator.ooxml.redline.names import ID
from generator.ooxml.relationships import ENDNOTES, FOOTNOTES, NUMBERING, STYLES, Relationships
from generator.ooxml.xml import NS, Element, attribute, parse_strict, qn

Digest = bytes

_SIZE = 16
_NOISE = re.compile(
    rb"<w:(proofErr|bookmarkStart|bookmarkEnd|lastRenderedPageBreak|permStart|permEnd|commentRangeStart"
    rb"|commentRangeEnd|lang|noProof|headerReference|footerReference)(?: [^>]*)?></w:\1>"
    rb'| xml:space="preserve"| xmlns(?::\w+)?="[^"]*"| w:rsid\w*="[^"]*"| w14:(?:para|text)Id="[^"]*"'
    rb'| wp14:(?:anchor|edit)Id="[^"]*"| o:(?:spid|gfxdata)="[^"]*"| id="_x0000_\w*"'
    rb'| (?:ObjectID|ShapeID)="[^"]*"| relativeHeight="\d*"'
)
_EMPTY = re.compile(rb"<w:(rPr|pPr|trPr)(?: [^>]*)?></w:\1>")
_DRAWN = re.compile(rb'(<(?:wp:docPr|\w+:cNvPr)(?: descr="[^"]*")?)((?: (?:id|name)="[^"]*")+)')
_ON = re.compile(
    rb'(<w:(?:b|i|bCs|iCs|caps|smallCaps|strike|keepNext|keepLines|vanish)) w:val="(?:1|true|on)">'
)
_TOC_NAME = re.compile(rb"\b_(Toc|Ref|Hlk)\d+")
_RELATION = re.compile(rb' r:(\w+)="([^"]*)"')
_NOTE = re.compile(rb'<w:(footnote|endnote)Reference([^>]*) w:id="([^"]*)"')
_STYLE = re.compile(rb'<w:(p|r|tbl)Style w:val="([^"]*)"')
_NUMBER = re.compile(rb'<w:numId w:val="([^"]*)"')


class Meaning:
    """What the elements of one package mean."""

    def __init__(self, package: Package, roots: Mapping[str, Element]) -> None:
        """``roots``: the parts with text, read, by name."""
        self.package = package
        self._roots = roots
        self._relationships: dict[str, Relationships] = {}
        self._digests: dict[str, bytes] = {}
        self._notes: dict[tuple[str, str], bytes] = {}
        self.translates = True

    def of(self, element: Element, part: str) -> Digest:
        """Return a digest that is equal for elements of equal meaning (``part`` is where this one stands)."""
        return blake2b(self._written(element, part), digest_size=_SIZE).digest()

    def look(self, properties: Element | None, part: str, without: tuple[str, ...] = ()) -> bytes:
        """Return the meaning of run, paragraph or other properties, b"" when they say nothing.

        ``without``: tags of children that are left out.
        """
        if properties is None or not len(properties):
            return b""
        if next(properties.iterchildren(*without), None) is not None:
            return b"".join(self._written(item, part) for item in properties if item.tag not in without)
        written = self._written(properties, part)
        return written[written.find(b">") + 1 : written.rfind(b"</")] if written else b""

    def target(self, part: str, rid: str) -> bytes:
        """Return what a relationship leads to: an address, or a digest of a part and what belongs to it."""
        links = self._links(part)
        found = links.get(rid)
        if found is None:
            return rid.encode()
        return found.target.encode() if found.external else self._part(links.path(found), 0)

    def _written(self, element: Element, part: str) -> bytes:
        tail, element.tail = element.tail, None
        raw: bytes = etree.tostring(element, method="c14n", exclusive=True)
        element.tail = tail
        raw = _EMPTY.sub(b"", _NOISE.sub(b"", raw))
        if b" r:" in raw:
            raw = _RELATION.sub(lambda hit: b" " + hit[1] + b"=" + self.target(part, hit[2].decode()), raw)
        if b"cNvPr" in raw or b"docPr" in raw:
            raw = _DRAWN.sub(rb"\1", raw)
        if b"_Toc" in raw or b"_Ref" in raw or b"_Hlk" in raw:
            raw = _TOC_NAME.sub(rb"_\1", raw)
        if b"noteReference" in raw:
            raw = _NOTE.sub(lambda hit: hit[1] + hit[2] + self._note(hit[1].decode(), hit[3].decode()), raw)
        if b' w:val="' in raw:
            raw = _ON.sub(rb"\1>", raw)
            raw = self._translated(raw)
        return raw

    def _translated(self, raw: bytes) -> bytes:
        if not self.translates:
            return raw
        raw = _STYLE.sub(lambda hit: b"<" + hit[1] + b":" + self.style_names.get(hit[2], hit[2]), raw)
        return _NUMBER.sub(lambda hit: b"<number " + self.lists.get(hit[1], hit[1]), raw)

    def _links(self, part: str) -> Relationships:
        if part not in self._relationships:
            self._relationships[part] = self.package.relationships(part)
        return self._relationships[part]

    def _part(self, name: str, depth: int) -> bytes:
        known = self._digests.get(name)
        if known is not None:
            return known
        data = self.package.parts.get(name)
        if data is None:
            return name.encode()
        self._digests[name] = b""  # parts may refer to one another in a ring
        digest = blake2b(data, digest_size=_SIZE)
        links = self._links(name)
        for link in links if depth < 8 else ():  # noqa: PLR2004  # deeper than any chart's workbook
            digest.update(link.target.encode() if link.external else self._part(links.path(link), depth + 1))
        self._digests[name] = digest.hexdigest().encode()
        return self._digests[name]

    def _note(self, kind: str, number: str) -> bytes:
        key = (kind, number)
        if key not in self._notes:
            self._notes[key] = b""
            part, notes = self.notes[kind]
            note = notes.get(number)
            blocks = b"" if note is None else b"".join(self._written(block, part) for block in note)
            self._notes[key] = blake2b(blocks, digest_size=_SIZE).digest()
        return self._notes[key]

    @cached_property
    def notes(self) -> dict[str, tuple[str, dict[str, Element]]]:
        """For footnote and endnote: the name of the part and its notes by id."""
        return {
            "footnote": self._read_notes("footnote", FOOTNOTES),
            "endnote": self._read_notes("endnote", ENDNOTES),
        }

    def _read_notes(self, kind: str, relationship: str) -> tuple[str, dict[str, Element]]:
        name, root = self._beside_main(relationship)
        return name, {} if root is None else {note.get(ID) or "": note for note in root.iter(qn(f"w:{kind}"))}

    def _beside_main(self, relationship: str) -> tuple[str, Element | None]:
        name = self._links(self.package.main).target(relationship) or ""
        if name in self._roots:
            return name, self._roots[name]
        data = self.package.parts.get(name)
        return name, None if data is None else parse_strict(data, name)

    @cached_property
    def style_names(self) -> dict[bytes, bytes]:
        """The name of each style by its id."""
        _, root = self._beside_main(STYLES)
        if root is None:
            return {}
        found = (
            (style.get(qn("w:styleId")), attribute(style, "w:name")) for style in root.iterfind("w:style", NS)
        )
        return {(key or "").encode(): (name or "").casefold().encode() for key, name in found}

    @cached_property
    def lists(self) -> dict[bytes, bytes]:
        """What the list of each numId looks like, as a digest."""
        _, root = self._beside_main(NUMBERING)
        if root is None:
            return {}
        looks = {
            e.get(qn("w:abstractNumId")): b"".join(self._level(level) for level in e.iterfind("w:lvl", NS))
            for e in root.iterfind("w:abstractNum", NS)
        }
        found = {}
        for num in root.iterfind("w:num", NS):
            own = b"".join(self._level(item) for item in num.iterfind("w:lvlOverride", NS))
            look = looks.get(attribute(num, "w:abstractNumId"), b"") + own
            found[(num.get(qn("w:numId")) or "").encode()] = (
                blake2b(look, digest_size=_SIZE).hexdigest().encode()
            )
        return found

    def _level(self, level: Element) -> bytes:
        raw: bytes = etree.tostring(level, method="c14n", exclusive=True)
        return re.sub(rb' w:tplc="[^"]*"', b"", _NOISE.sub(b"", raw))
