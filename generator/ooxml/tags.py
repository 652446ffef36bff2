"""The tags of a Word template → Jinja source: the one place that knows docxtpl's dialect.

``{%p …%}`` takes its paragraph with it, ``{%tr …%}`` its row, ``{%tc …%}`` its cell. What Word leaves
between the letters of a tag is mended first; then every value is wrapped so that it is escaped and keeps its
run's look, blocks learn the style of their paragraph, and every tag gets a line of its own, by which a
message finds its way back. No expression ever passes through XML: ``&``, ``<`` and ``%`` mean in a tag what
they mean in Jinja. The few tags that change cells (``{% colspan %}`` …) are left to docxtpl itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from lxml import etree

from generator.diagnostics import Severity
from generator.ooxml.flaw import Flaw
from generator.ooxml.mending import SPACE, mend, numbered_paragraphs, own_text
from generator.ooxml.nesting import Place, Places, nesting_flaws
from generator.ooxml.placement import Found, placement_flaws
from generator.ooxml.styles import Styles
from generator.ooxml.tag_text import CELL_WORDS, COMMENT, STATEMENT, TAG, VALUE, TagText, parse_tag
from generator.ooxml.xml import Element, attribute, child, detach, qn

TAG_STYLE = "Mallkod"
"""The character style of tags in the templates; what a tag prints does not wear it."""

TEXT_CALL, BLOCK_CALL, PLAIN_FILTER = "__text", "__block", "som_text"
"""What the wrapped tags call: for a place inside a run, for one that holds blocks, and for the rest."""

SHOWN_FILTER = "__visas"
"""What every value goes through first: only what a reader can make sense of is printed."""

_P, _TR, _TC, _TBL, _T, _BOX = (qn(f"w:{name}") for name in ("p", "tr", "tc", "tbl", "t", "txbxContent"))
_TAKEN = {"p": _P, "tr": _TR, "tc": _TC}
_FIRST_LINE = 2
# Private characters that no text of a template holds: they stand for tags while the XML is moved about.
_MARK = "\ue5d0{}\ue5d1"
_MARKED = re.compile("\ue5d0(\\d+)\ue5d1")
_BEFORE_BOLD = {qn("w:rStyle"), qn("w:rFonts")}
_BOLD = {qn("w:b"), qn("w:bCs"), qn("w:i"), qn("w:iCs")}
_OFF = ("0", "false", "off", "none")


@dataclass(frozen=True, slots=True)
class RunFormat:
    """The look of a run in two pieces, with room for bold and italics between (the schema has an order)."""

    before: str = ""
    after: str = ""
    bold: bool = False
    italic: bool = False

    def properties(self, *, bold: bool = False, italic: bool = False, style: str = "") -> str:
        """Return the inside of ``w:rPr``; ``style`` replaces the run's character style."""
        before = f'<w:rStyle w:val="{style}"/>' if style else self.before
        marks = ("<w:b/><w:bCs/>" if bold or self.bold else "") + (
            "<w:i/><w:iCs/>" if italic or self.italic else ""
        )
        return before + marks + self.after


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag of a part: what it says, its Jinja code, its paragraph's number (0 outside any), its place."""

    text: TagText
    code: str
    paragraph: int
    place: Place

    @property
    def seen(self) -> str:
        """The tag as a person sees it."""
        return self.text.seen


@dataclass(frozen=True, slots=True)
class TaggedPart:
    """A part of a template as Jinja source: XML in pieces, with a tag between each.

    The first tag begins line 2 of the source, each of the others the next.
    """

    name: str
    pieces: tuple[str, ...]
    tags: tuple[Tag, ...]
    formats: tuple[RunFormat, ...]
    source: str = field(default="", compare=False)

    def tag(self, line: int) -> Tag | None:
        """Return the tag that a line of the source comes from."""
        number = line - _FIRST_LINE
        return self.tags[number] if 0 <= number < len(self.tags) else None

    def with_codes(self, codes: Mapping[int, str]) -> str:
        """Return the source with other code for some tags, by their number from 0."""
        between = (codes.get(number, tag.code) for number, tag in enumerate(self.tags))
        return self.pieces[0] + "".join(c + p for c, p in zip(between, self.pieces[1:], strict=True))


@dataclass(frozen=True, slots=True)
class Reading:
    """A part with its tags, and what is wrong with how they are placed."""

    part: TaggedPart
    flaws: tuple[Flaw, ...]

    @property
    def errors(self) -> Iterator[Flaw]:
        """Yield the flaws that break a document."""
        return (flaw for flaw in self.flaws if flaw.severity is Severity.ERROR)


def has_tags(xml: bytes) -> bool:
    """Tell whether a part may hold tags, also split and broken ones."""
    return b"{" in xml or b"}" in xml


def read_tags(name: str, root: Element, styles: Styles) -> Reading:
    """Return the tags of a part that was cleaned of what Word leaves behind; ``root`` is used up."""
    return _Reader(name, root, styles).read()


class _Reader:
    """Reads one part: tags become marks in the XML, rows and paragraphs go, marks become Jinja."""

    def __init__(self, name: str, root: Element, styles: Styles) -> None:
        self.name, self.root, self.styles = name, root, styles
        self.found: list[Found] = []
        self.codes: list[str] = []
        self.formats: list[RunFormat] = []
        self.numbers = {paragraph: number for number, paragraph in numbered_paragraphs(root)}

    def read(self) -> Reading:
        for paragraph in self.numbers:
            if "{" in own_text(paragraph):
                mend(paragraph)
        texts = {paragraph: own_text(paragraph) for paragraph in self.numbers}
        flaws = list(placement_flaws(self.name, self.numbers, texts, self._marked()))
        places = Places()
        stands = [
            places.of(item.element, _TAKEN.get(item.text.takes, item.element.tag)) for item in self.found
        ]
        for item in self.found:
            self._hoist(item)
        self._flatten()
        part = self._part(self._cells_changed(etree.tostring(self.root, encoding="unicode")), stands)
        return Reading(part, (*flaws, *nesting_flaws(self.name, _statements(part))))

    def _marked(self) -> list[Found]:
        """Put a mark in place of every tag, in document order, and return the tags."""
        for element in self.root.iter():
            if not isinstance(element.tag, str):
                continue
            for key, value in element.attrib.items():
                if "{" in value:
                    element.set(key, self._mark(str(value), element, plain=True))
            if element.text and "{" in element.text:
                element.text = self._mark(element.text, element, plain=element.tag != _T)
                if element.tag == _T:
                    element.set(SPACE, "preserve")
        return self.found

    def _mark(self, text: str, element: Element, *, plain: bool) -> str:
        return TAG.sub(lambda match: self._one(parse_tag(match[0]), element, plain), text)

    def _one(self, text: TagText, element: Element, plain: bool) -> str:
        paragraph = next((a for a in (element, *element.iterancestors(_P)) if a.tag == _P), None)
        number = self.numbers.get(paragraph, 0) if paragraph is not None else 0
        self.found.append(Found(text, element, paragraph, number))
        mark = _MARK.format(len(self.codes))
        if text.word in CELL_WORDS:
            self.codes.append(f"\n({text.rest})|{PLAIN_FILTER}")
            return f"{{% {text.word} {mark} %}}" if text.rest else f"{{% {text.word} %}}"
        self.codes.append(self._code(text, element, paragraph, plain))
        return mark

    def _code(self, text: TagText, element: Element, paragraph: Element | None, plain: bool) -> str:
        if text.mark == COMMENT:
            return ""
        if text.mark == STATEMENT:
            return f"{{%\n{text.inside} %}}"
        if plain:
            return f"{{{{\n({text.inside})|{PLAIN_FILTER} }}}}"
        if text.takes == "p" and paragraph is not None:
            style = (attribute(paragraph, "w:pPr/w:pStyle") or "").replace("\\", "").replace("'", "")
            return (
                f"{{{{\n{BLOCK_CALL}(({text.inside})|{SHOWN_FILTER}, '{style}', {_in_cell(paragraph)},"
                f" {_kept(paragraph)}) }}}}"
            )
        self.formats.append(_format(element, self.styles))
        return f"{{{{\n{TEXT_CALL}(({text.inside})|{SHOWN_FILTER}, {len(self.formats) - 1}) }}}}"

    def _hoist(self, item: Found) -> None:
        """Put the marks of a tag's paragraph, row or cell in place of it, if the tag takes it along."""
        wanted = _TAKEN.get(item.text.takes)
        if wanted is None or (wanted != _P and item.text.mark == VALUE):
            return
        taken = next((a for a in item.element.iterancestors(wanted)), None)
        if taken is None or taken.getparent() is None:
            return
        marks = "".join(match[0] for match in _MARKED.finditer("".join(taken.itertext())))
        before, parent = taken.getprevious(), taken.getparent()
        if before is not None:
            before.tail = (before.tail or "") + marks
        elif parent is not None:
            parent.text = (parent.text or "") + marks
        detach(taken)

    def _flatten(self) -> None:
        """Take away line breaks between elements: lines are counted by tags."""
        for element in self.root.iter():
            if element.tail and "\n" in element.tail:
                element.tail = element.tail.replace("\n", "")
            if element.text and "\n" in element.text:
                element.text = element.text.replace("\n", " ")

    @property
    def _changes_cells(self) -> bool:
        return any(item.text.word in CELL_WORDS for item in self.found)

    def _cells_changed(self, xml: str) -> str:
        if not self._changes_cells:
            return xml
        from docxtpl import DocxTemplate

        template = DocxTemplate.__new__(DocxTemplate)
        changed: str = template.patch_xml(xml)
        return changed

    def _part(self, xml: str, places: Sequence[Place]) -> TaggedPart:
        keep = str if self._changes_cells else _harmless
        pieces, tags, at = [], [], 0
        for match in _MARKED.finditer(xml):
            number = int(match[1])
            if not self.codes[number]:
                continue
            pieces.append(keep(_MARKED.sub("", xml[at : match.start()])))
            item = self.found[number]
            tags.append(Tag(item.text, self.codes[number], item.number, places[number]))
            at = match.end()
        pieces.append(keep(_MARKED.sub("", xml[at:])))
        part = TaggedPart(self.name, tuple(pieces), tuple(tags), tuple(self.formats))
        return TaggedPart(part.name, part.pieces, part.tags, part.formats, part.with_codes({}))


def _harmless(xml: str) -> str:
    """Return XML in which what looks like the beginning of a tag and is none cannot be taken for one."""
    if "{" not in xml:
        return xml
    return re.sub(r"\{(?=[{%#])", "&#123;", xml)


def _statements(part: TaggedPart) -> list[Tag]:
    return [tag for tag in part.tags if tag.text.mark == STATEMENT and tag.text.word not in CELL_WORDS]


def _in_cell(paragraph: Element) -> bool:
    """Tell whether the paragraph stands in a cell, so that the cell may have nothing but it."""
    holder = next(paragraph.iterancestors(_TC, _BOX), None)
    return holder is not None and holder.tag == _TC


def _kept(paragraph: Element) -> bool:
    """Tell whether a person has set that the paragraph is kept on the page of what follows it."""
    mark = child(paragraph, "w:pPr/w:keepNext")
    return mark is not None and attribute(mark) not in _OFF


def _format(text: Element, styles: Styles) -> RunFormat:
    run = text.getparent()
    properties = child(run, "w:rPr") if run is not None else None
    if properties is None:
        return RunFormat()
    style = child(properties, "w:rStyle")
    if style is not None and styles.name(attribute(style), "character") == TAG_STYLE:
        detach(style)
    marks = {e.tag for e in properties if attribute(e) not in _OFF}
    before = "".join(_xml(e) for e in properties if e.tag in _BEFORE_BOLD)
    after = "".join(_xml(e) for e in properties if e.tag not in _BEFORE_BOLD | _BOLD)
    return RunFormat(before, after, qn("w:b") in marks, qn("w:i") in marks)


def _xml(element: Element) -> str:
    """Return an element without the namespace declarations that its part's root makes anyway."""
    text = etree.tostring(element, encoding="unicode", with_tail=False)
    return re.sub(r' xmlns:\w+="[^"]*"', "", text)
