"""A Word document as a flow: headings with the numbers Word shows, paragraphs, lists, rows, notes, boxes.

Any .docx can be read, not only our own. Tracked changes count as accepted; tables of contents, which Word
makes out of the headings, are left out.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from generator.alignment.flow import CELL, LINE, NOTE, Block, Flow, Kind, placed
from generator.diagnostics import StyrdokError
from generator.ooxml.bookmark_names import PREFIX
from generator.ooxml.flow_text import flow_text
from generator.ooxml.heading_numbers import HeadingNumbers, Number
from generator.ooxml.notes import ENDNOTES, FOOTNOTES
from generator.ooxml.numbering import Numbering
from generator.ooxml.package import Package
from generator.ooxml.relationships import NUMBERING, STYLES
from generator.ooxml.revisions import accept_changes, tracked_changes
from generator.ooxml.styles import BODY_LEVEL, Styles
from generator.ooxml.xml import NS, Element, attribute, child, parse_strict, qn, style_of, whole

_NO_STYLES = f'<w:styles xmlns:w="{NS["w"]}"/>'.encode()
_P, _TBL, _TR, _TC, _SDT = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc", "sdt"))
_CONTENT, _BOX = qn("w:sdtContent"), qn("w:txbxContent")
_ALTERNATE, _CHOICE, _FALLBACK = qn("mc:AlternateContent"), qn("mc:Choice"), qn("mc:Fallback")
_REFERENCES = {FOOTNOTES.reference: "footnote", ENDNOTES.reference: "endnote"}
_BOOKMARK, _NAME, _ID, _TYPE = qn("w:bookmarkStart"), qn("w:name"), qn("w:id"), qn("w:type")
_BLIP, _EMBED, _DRAWN = qn("a:blip"), qn("r:embed"), qn("wp:docPr")
_INSIDE = (_BOX, _BLIP, _BOOKMARK, *_REFERENCES)
_HOLDERS = frozenset(qn(f"w:{name}") for name in ("customXml", "smartTag", "ins", "moveTo"))
_BULLET = "•"
_DEEPEST = 40
"""Tables in tables and boxes in boxes beyond this are a trap, not a document."""
_ACCEPTED = "har spårade ändringar; de är godkända i jämförelsen."


def flow_of(package: Package) -> Flow:
    """Return the flow of a Word document.

    Raises StyrdokError when a part is not well formed, or things stand inside one another without end.
    """
    reader = _Reader(package)
    blocks = placed(reader.story(reader.root))
    said = (f"{package.name or 'Filen'} {_ACCEPTED}",) if reader.tracked else ()
    return Flow(blocks, tuple(_margins(reader)), said=said)


class _Reader:
    def __init__(self, package: Package) -> None:
        self.package = package
        self.tracked = False
        self.links = package.relationships(package.main)
        styles = package.parts.get(self.links.target(STYLES) or "", _NO_STYLES)
        self.styles = Styles(styles)
        numbering = Numbering(package.parts.get(self.links.target(NUMBERING) or ""), self.styles)
        self._places = HeadingNumbers(self.styles, numbering)
        self._numbering = numbering
        self.root = self.part(package.main)
        self._numbers: Mapping[Element, Number] = self._places.of(self.root.iter(_P))
        self._notes = {
            kind.word: self._notes_of(self.links.target(kind.relationship)) for kind in (FOOTNOTES, ENDNOTES)
        }
        self._noted = self._tables = 0

    def part(self, name: str) -> Element:
        root = parse_strict(self.package.parts[name], name)
        if tracked_changes(root):
            self.tracked = True
            accept_changes(root)
        return root

    def _notes_of(self, name: str | None) -> Mapping[str, Element]:
        if name is None or name not in self.package.parts:
            return {}
        return {note.get(_ID) or "": note for note in self.part(name) if note.get(_TYPE) in {None, "normal"}}

    def story(self, root: Element) -> Iterator[Block]:
        """Yield the blocks of the document itself."""
        body = child(root, "w:body")
        return self._blocks(root if body is None else body, 0)

    def _blocks(self, holder: Element, depth: int, box: bool = False) -> Iterator[Block]:
        for element in _content(holder, depth):
            if element.tag == _P:
                yield from self._paragraph(element, depth, box)
            elif element.tag == _TBL:
                yield from self._table(element, depth)

    def _paragraph(self, paragraph: Element, depth: int, box: bool) -> Iterator[Block]:
        own = self._block(paragraph, box)
        if own is not None and plain_text(own.text):
            yield own
        yield from self._belonging(paragraph, depth)

    def _block(self, paragraph: Element, box: bool) -> Block | None:
        properties, style = style_of(paragraph)
        name = self.styles.name(style).casefold()
        if name.startswith("toc ") or name == "table of figures":
            return None
        text = flow_text(paragraph)
        kind, level, number = self._kind(paragraph, properties, style, name)
        if box and kind is Kind.STYCKE:
            kind = Kind.RUTA
        return Block(kind, text, level, number, anchor=_anchor(paragraph))

    def _kind(
        self, paragraph: Element, properties: Element | None, style: str | None, name: str
    ) -> tuple[Kind, int, str]:
        number = self._numbers.get(paragraph)
        said = attribute(properties, "w:outlineLvl")
        level = self.styles.outline_level(style) if said is None else whole(said, BODY_LEVEL)
        if level is not None and 0 <= level < BODY_LEVEL:
            return Kind.RUBRIK, level + 1, number.text if number else ""
        if name == "title":
            return Kind.RUBRIK, 0, ""
        if name == "caption":
            return Kind.BILDTEXT, 0, ""
        place = self._places.place(paragraph)
        if place is None or self._numbering.get(place[0]) is None:
            return Kind.STYCKE, 0, ""
        return Kind.PUNKT, place[1], number.text if number else _BULLET

    def _belonging(self, holder: Element, depth: int) -> Iterator[Block]:
        """Yield the boxes, pictures and notes of a paragraph, in the order they are anchored."""
        for element in holder.iter(*_INSIDE):
            if element.tag in _REFERENCES and _outer(element, holder):
                yield from self._note(_REFERENCES[str(element.tag)], element.get(_ID) or "")
            elif element.tag == _BOX and _outer(element, holder):
                yield from self._blocks(element, depth + 1, box=True)
            elif element.tag == _BLIP and _outer(element, holder):
                yield from self._picture(element)

    def _note(self, word: str, number: str) -> Iterator[Block]:
        note = self._notes[word].get(number)
        if note is not None:
            self._noted += 1
            text = LINE.join(filter(None, (flow_text(p) for p in note.iter(_P))))
            yield Block(Kind.FOTNOT, text.strip(), number=str(self._noted))

    def _picture(self, blip: Element) -> Iterator[Block]:
        link = self.links.get(blip.get(_EMBED) or "")
        data = self.package.parts.get(self.links.path(link)) if link and not link.external else None
        if data is not None:
            drawn = next((e for a in blip.iterancestors(qn("w:drawing")) for e in a.iter(_DRAWN)), None)
            said = "" if drawn is None else " ".join((drawn.get("descr") or "").split())
            yield Block(Kind.BILD, said or "utan beskrivning", sign=hashlib.sha256(data).hexdigest()[:16])

    def _table(self, table: Element, depth: int) -> Iterator[Block]:
        rows = [row for row in _content(table, depth) if row.tag == _TR]
        cells = [[cell for cell in _content(row, depth) if cell.tag == _TC] for row in rows]
        if max(map(len, cells), default=0) <= 1:  # a frame around text, not a table
            for held in cells:
                for cell in held:
                    yield from self._blocks(cell, depth + 1, box=True)
            return
        self._tables += 1
        number = self._tables
        for row, held in zip(rows, cells, strict=True):
            text = CELL.join(self._cell(cell, depth) for cell in held)
            if plain_text(text):
                yield Block(Kind.RAD, text, table=number, anchor=_anchor(row))
            for cell in held:
                for paragraph in cell.iter(_P):
                    if next(paragraph.iterancestors(_TC, _BOX), None) is cell:
                        yield from self._belonging(paragraph, depth + 1)

    def _cell(self, cell: Element, depth: int) -> str:
        if (
            attribute(cell, "w:tcPr/w:vMerge", qn("w:val")) is None
            and child(cell, "w:tcPr/w:vMerge") is not None
        ):
            return ""
        lines: list[str] = []
        for element in _content(cell, depth):
            if element.tag == _P:
                lines.append(self._cell_line(element))
            elif element.tag == _TBL:
                inner = (tc for tr in _content(element, depth + 1) for tc in _content(tr, depth + 1))
                lines.extend(self._cell(tc, depth + 2) for tc in inner if tc.tag == _TC)
        return LINE.join(line for line in lines if line).replace(CELL, " ")

    def _cell_line(self, paragraph: Element) -> str:
        number = self._numbers.get(paragraph)
        text = flow_text(paragraph)
        return f"{number.text} {text}" if number and text else text


def plain_text(text: str) -> str:
    """Return what is left of a text when blanks, marks and breaks are taken away."""
    return text.replace(NOTE, "").replace(CELL, "").strip()


def _content(holder: Element, depth: int) -> Iterator[Element]:
    """Yield what a body, box, table, row or cell holds, through controls and the first of alternatives."""
    if depth > _DEEPEST:
        raise StyrdokError("Dokumentet har tabeller eller rutor i varandra i orimligt många led.")
    for element in holder:
        if element.tag == _SDT:
            if not _is_contents(element) and (content := child(element, "w:sdtContent")) is not None:
                yield from _content(content, depth + 1)
        elif element.tag in _HOLDERS:
            yield from _content(element, depth + 1)
        elif element.tag == _ALTERNATE:
            if (choice := child(element, "mc:Choice")) is not None:
                yield from _content(choice, depth + 1)
        else:
            yield element


def _is_contents(control: Element) -> bool:
    gallery = attribute(control, "w:sdtPr/w:docPartObj/w:docPartGallery") or ""
    return gallery == "Table of Contents"


def _outer(element: Element, holder: Element) -> bool:
    """Tell whether this stands in ``holder`` itself: not in a box of it, nor in a second version."""
    for above in element.iterancestors():
        if above is holder:
            return True
        if above.tag in (_BOX, _FALLBACK):
            return False
    return False


def _anchor(holder: Element) -> str:
    names = (mark.get(_NAME) or "" for mark in holder.iter(_BOOKMARK))
    return next((name for name in names if name.startswith(PREFIX)), "")


def _margins(reader: _Reader) -> Iterator[str]:
    """Yield the texts of headers and footers, each once, without page numbers."""
    seen: set[str] = set()
    for link in sorted(reader.links, key=lambda item: (item.kind, item.target)):
        name = reader.links.path(link)
        if link.kind in {"header", "footer"} and not link.external and name in reader.package.parts:
            root = reader.part(name)
            text = LINE.join(filter(None, (flow_text(p, counts=False) for p in root.iter(_P))))
            if plain_text(text) and text not in seen:
                seen.add(text)
                yield text
