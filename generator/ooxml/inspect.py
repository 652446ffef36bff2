"""Finished files made readable: as text for people, as indented XML for comparing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from lxml import etree

from generator.ooxml.heading_numbers import HeadingNumbers, Number
from generator.ooxml.numbering import Numbering
from generator.ooxml.package import Package
from generator.ooxml.relationships import ENDNOTES, FOOTNOTES, NUMBERING, STYLES
from generator.ooxml.styles import Styles
from generator.ooxml.visible import text_of
from generator.ooxml.xml import Element, attribute, child, parse_strict, qn

_P, _TBL, _TR, _TC, _SDT = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc", "sdt"))
_ID, _TYPE = qn("w:id"), qn("w:type")
_NO_STYLES = b'<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'
_REFERENCES = (qn("w:footnoteReference"), qn("w:endnoteReference"))
_NOTES = ((FOOTNOTES, "Fotnot"), (ENDNOTES, "Slutnot"))
_FURNITURE = {"header": "Sidhuvud", "footer": "Sidfot"}


def document_text(data: bytes) -> str:
    """Return the text of a .docx: one line a paragraph with its style, one line a table row, notes last.

    Numbers of headings and list items are shown as Word would show them. Raises StyrdokError when the file
    cannot be read.
    """
    package = Package.read(data)
    return "\n".join(_Reader(package).lines()) + "\n"


class _Reader:
    def __init__(self, package: Package) -> None:
        self._package = package
        self._links = package.relationships(package.main)
        self._styles = Styles(package.parts.get(self._links.target(STYLES) or "", _NO_STYLES))
        numbering = Numbering(package.parts.get(self._links.target(NUMBERING) or ""), self._styles)
        self._counts = HeadingNumbers(self._styles, numbering)
        self._numbers: dict[Element, Number] = {}

    def lines(self) -> Iterator[str]:
        for item in self._links:
            if item.kind in _FURNITURE:
                yield f"{_FURNITURE[item.kind]}: {self._furniture(self._links.path(item))}"
        root = parse_strict(self._package.parts[self._package.main], self._package.main)
        self._numbers = self._counts.of(root.iter(_P))
        body = child(root, "w:body")
        if body is not None:
            yield from self._blocks(body)
        for relationship, word in _NOTES:
            part = self._links.target(relationship)
            if part is not None and part in self._package.parts:
                yield from self._note_lines(part, word)

    def _furniture(self, part: str) -> str:
        root = parse_strict(self._package.parts[part], part)
        return " / ".join(text for paragraph in root.iter(_P) if (text := text_of(paragraph).strip()))

    def _note_lines(self, part: str, word: str) -> Iterator[str]:
        for note in parse_strict(self._package.parts[part], part):
            if note.get(_TYPE) in {None, "normal"}:
                text = " ".join(self._text(paragraph) for paragraph in note.iter(_P))
                yield f"{word} {note.get(_ID)}: {text.strip()}"

    def _blocks(self, holder: Element) -> Iterator[str]:
        waiting = list(reversed(holder))
        while waiting:
            block = waiting.pop()
            if block.tag == _P:
                yield self._paragraph(block).rstrip()
            elif block.tag == _TBL:
                yield from self._table(block)
            elif block.tag == _SDT:
                content = child(block, "w:sdtContent")
                waiting += [] if content is None else reversed(content)

    def _paragraph(self, paragraph: Element) -> str:
        style = self._styles.name(attribute(paragraph, "w:pPr/w:pStyle"))
        number = self._numbers.get(paragraph)
        counted = f"{number.text} " if number else ""
        end = " [avsnittsslut]" if child(paragraph, "w:pPr/w:sectPr") is not None else ""
        return f"{style}: {counted}{self._text(paragraph)}{end}"

    def _text(self, paragraph: Element) -> str:
        marks = [e.get(_ID) or "" for e in paragraph.iter(*_REFERENCES)]
        pictures = sum(1 for _ in paragraph.iter(qn("wp:docPr")))
        text = text_of(paragraph).replace("\n", "↵").replace("\t", "→")
        return text + "".join(f"[{mark}]" for mark in marks) + "[bild]" * pictures

    def _table(self, table: Element) -> Iterator[str]:
        style = self._styles.name(attribute(table, "w:tblPr/w:tblStyle"), "table")
        yield f"Tabell ({style})"
        for row in table.iter(_TR):
            if next(row.iterancestors(_TBL)) is not table:
                continue
            head = child(row, "w:trPr/w:tblHeader") is not None
            cells = [cell for cell in row.iter(_TC) if next(cell.iterancestors(_TR)) is row]
            texts = (" ¶ ".join(self._text(p) for p in cell.iter(_P)) for cell in cells)
            yield f"  {'=' if head else '|'} " + " | ".join(texts)


def normalised_parts(data: bytes) -> dict[str, str]:
    """Return the parts of a .docx as text that can be compared line by line: XML indented, the rest as a sum.

    Raises StyrdokError when the file cannot be read.
    """
    package = Package.read(data)
    return {name: _normalised(name, content) for name, content in sorted(package.parts.items())}


def _normalised(name: str, content: bytes) -> str:
    if not name.endswith((".xml", ".rels")):
        return f"{len(content)} byte, sha256 {hashlib.sha256(content).hexdigest()}\n"
    root = parse_strict(content, name)
    etree.indent(root)
    return etree.tostring(root, encoding="unicode") + "\n"
