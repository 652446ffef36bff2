"""What a reader meets in a stretch of Word's XML, as plain values: equal values, equal content.

Paragraphs, tables, rows and cells with their properties, text with its look and where it links to, notes with
their text, pictures by their bytes, lists by how they look. Left out is what says nothing: revision ids,
spelling marks, bookmarks, languages, how text is cut into runs, and the pages that fields last counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lxml import etree

from generator.ooxml.redline.context import Context
from generator.ooxml.redline.said import MATH, properties
from generator.ooxml.redline.told import Token, Told
from generator.ooxml.xml import NS, Element, child, qn

Resolve = Callable[[Element], None]

_P, _TBL, _TR, _TC, _R, _T = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc", "r", "t"))
_PPR, _RPR, _SECTPR = qn("w:pPr"), qn("w:rPr"), qn("w:sectPr")
_NOT_OWN = (_RPR, _SECTPR, qn("w:pStyle"))
_TAB, _INSTR, _FLD_CHAR, _FLD_SIMPLE = qn("w:tab"), qn("w:instrText"), qn("w:fldChar"), qn("w:fldSimple")
_HYPERLINK, _BOX = qn("w:hyperlink"), qn("w:txbxContent")
_ALTERNATE = qn("mc:AlternateContent")
_NOTES = {qn(f"w:{kind}Reference"): kind for kind in ("footnote", "endnote")}
_THROUGH = frozenset(qn(f"w:{name}") for name in ("sdt", "sdtContent", "smartTag", "customXml", "dir", "bdo"))
_SILENT = frozenset(
    qn(f"w:{name}")
    for name in (
        "proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak", "permStart", "permEnd",
        "commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef", "pPr", "rPr", "tblPr",
        "tblGrid", "trPr", "tcPr", "tblPrEx", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "numPr",
        "fldData",
    )
)  # fmt: skip
_MATH_TEXT, _MATH_RUN = f"{MATH}t", f"{MATH}r"
_EMPTY = 2
_NAMELESS = frozenset(("docPr", "cNvPr"))
_NOISE = frozenset(
    ("anchorId", "editId", "relativeHeight", "spid", "gfxdata", "ObjectID", "ShapeID", "connectortype")
)


def blocks(container: Iterable[Element]) -> Iterator[Element]:
    """Yield the blocks of a body, cell, note, header or box, as if there were no content controls."""
    for item in container:
        if item.tag in _THROUGH:
            yield from blocks(item)
        elif isinstance(item.tag, str) and item.tag not in _SILENT and item.tag != _SECTPR:
            yield item


class Reader:
    """Reads one part of a document. ``resolve`` accepts or rejects the tracked changes of notes it meets."""

    def __init__(self, context: Context, part: str, resolve: Resolve | None = None) -> None:
        self._context = context
        self._part = part
        self._resolve = resolve

    def block(self, block: Element) -> tuple[Token, ...]:
        """Return what a block says."""
        return _Block(self._context, self._part, self._resolve).read([block])

    def is_empty(self, block: Element) -> bool:
        """Tell whether a block is a paragraph with nothing in it that ends no section."""
        return len(self.block(block)) == _EMPTY and child(block, "w:pPr/w:sectPr") is None

    def section(self, section: Element | None) -> Token:
        """Return the properties of a section but for its headers and footers."""
        return () if section is None else properties(section, self._context)


class _Block:
    def __init__(self, context: Context, part: str, resolve: Resolve | None) -> None:
        self._context, self._part, self._resolve = context, part, resolve
        self._told = Told()
        self._link: Token = None

    def read(self, found: Iterable[Element]) -> tuple[Token, ...]:
        """Return what these blocks say."""
        for block in found:
            self._block(block)
        return self._told.tokens()

    def _block(self, block: Element) -> None:
        if block.tag == _P:
            self._paragraph(block)
        elif block.tag == _TBL:
            self._table(block)
        else:
            self._inline(block, None)

    def _blocks(self, container: Element) -> None:
        for block in blocks(container):
            self._block(block)

    def _paragraph(self, paragraph: Element) -> None:
        own = child(paragraph, "w:pPr")
        mark = None if own is None else child(own, "w:rPr")
        section = None if own is None else child(own, "w:sectPr")
        said = self._said(own, *_NOT_OWN, *self._context.layout)
        self._told.tell(("p", self._context.paragraph_style(own), said))
        for item in paragraph:
            self._inline(item, None)
        self._told.tell(("/p", self._said(mark), self._said(section)))

    def _table(self, table: Element) -> None:
        self._told.tell(("tbl", self._said(child(table, "w:tblPr"))))
        for row in _through(table, _TR):
            self._told.tell(("tr", self._said(child(row, "w:trPr")), self._said(child(row, "w:tblPrEx"))))
            for cell in _through(row, _TC):
                self._told.tell(("tc", self._said(child(cell, "w:tcPr"))))
                self._blocks(cell)
        self._told.tell("/tbl")

    def _said(self, element: Element | None, *without: str) -> Token:
        return () if element is None else properties(element, self._context, without)

    def _inline(self, item: Element, look: Token) -> None:
        tag = item.tag
        if tag == _R:
            self._run(item)
        elif tag == _HYPERLINK:
            before, self._link = self._link, self._context.link(item, self._part)
            self._children(item, look)
            self._link = before
        elif tag == _FLD_SIMPLE:
            self._told.begin()
            self._told.instruct(item.get(qn("w:instr")) or "")
            self._told.separate()
            self._children(item, look)
            self._told.end()
        elif tag in _THROUGH:
            self._children(item, look)
        elif tag == _ALTERNATE:
            self._alternate(item, look)
        elif tag == _BOX:
            self._blocks(item)
        elif isinstance(tag, str) and tag.startswith(MATH):
            self._math(item)
        elif isinstance(tag, str) and tag not in _SILENT:
            self._thing(item, look)

    def _children(self, element: Element, look: Token) -> None:
        for item in element:
            self._inline(item, look)

    def _run(self, run: Element) -> None:
        look = self._said(child(run, "w:rPr"))
        for item in run:
            tag = item.tag
            if tag == _T:
                self._told.write(item.text or "", (look, self._link))
            elif tag == _TAB:
                self._told.write("\t", (look, self._link))
            elif tag == _INSTR:
                self._told.instruct(item.text or "")
            elif tag == _FLD_CHAR:
                self._told.mark(item.get(qn("w:fldCharType")) or "")
            elif tag in _NOTES:
                self._note(item, look)
            elif tag != _RPR:
                self._inline(item, look)

    def _note(self, reference: Element, look: Token) -> None:
        kind = _NOTES[str(reference.tag)]
        follows = reference.get(qn("w:customMarkFollows")) in {"1", "true", "on"}
        found = self._context.note(kind, reference.get(qn("w:id")) or "", self._resolve)
        if found is None:
            return
        part, note = found
        inside = _Block(self._context, part, self._resolve)
        # A note in a note does not exist in Word; a file that has one must not lead round in a ring.
        for nested in list(note.iter(*_NOTES)):
            nested.tag = qn("w:noteInNote")
        said = inside.read(blocks(note))
        # Its last paragraph cannot go, so a note that was emptied has one where another may have none.
        self._told.tell((kind, follows, look, self._link, said if len(said) > _EMPTY else ()))

    def _alternate(self, item: Element, look: Token) -> None:
        choice, fallback = child(item, "mc:Choice"), child(item, "mc:Fallback")
        if choice is None:
            self._children(item if fallback is None else fallback, look)
            return
        self._children(choice, look)
        if fallback is not None and next(fallback.iter(_BOX), None) is not None:
            texts = [_letters(e) for e in (choice, fallback)]
            if texts[0] != texts[1]:
                self._told.tell(("otherwise", texts[1]))

    def _math(self, item: Element) -> None:
        tag = str(item.tag)
        if tag == _MATH_RUN:
            look = (
                self._said(child(item, "w:rPr")),
                *(properties(e, self._context) for e in item if e.tag == f"{MATH}rPr"),
            )
            for inside in item:
                if inside.tag == _MATH_TEXT:
                    self._told.write(inside.text or "", (look, self._link))
                elif inside.tag not in {_RPR, f"{MATH}rPr"}:
                    self._inline(inside, look)
        elif tag.endswith("Pr"):
            self._told.tell((tag, properties(item, self._context)))
        else:
            self._told.tell((tag, tuple(sorted(item.attrib.items()))))
            self._children(item, None)
            self._told.tell("/m")

    def _thing(self, item: Element, look: Token) -> None:
        """Say an element as it is: a break, a symbol, a drawing with its pictures and boxes."""
        self._told.tell(
            (
                str(item.tag),
                tuple(sorted(self._attributes(item))),
                look,
                self._link,
                (item.text or "").strip(),
            )
        )
        for inside in item:
            self._inline(inside, None)
        if len(item):
            self._told.tell("/")

    def _attributes(self, item: Element) -> Iterator[tuple[str, str]]:
        local = etree.QName(item).localname
        for key, value in item.attrib.items():
            name = str(key)
            plain = name.rpartition("}")[2]
            if "rsid" in plain or plain in _NOISE or (local in _NAMELESS and plain in {"id", "name"}):
                continue
            if plain == "id" and str(value).startswith("_x0000_"):
                continue
            if name.startswith(f"{{{NS['r']}}}") or plain == "relid":
                yield name, self._context.target(self._part, str(value))
            else:
                yield name, str(value)


def _through(container: Element, wanted: str) -> Iterator[Element]:
    for item in container:
        if item.tag == wanted:
            yield item
        elif item.tag in _THROUGH:
            yield from _through(item, wanted)


def _letters(element: Element) -> str:
    return "".join(e.text or "" for box in element.iter(_BOX) for e in box.iter(_T))
