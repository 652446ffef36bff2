"""Tables of contents as a template has them: found, emptied of what Word left there, and read for wishes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from generator.diagnostics import StyrdokError
from generator.ooxml import fields
from generator.ooxml.blocks import field as field_xml
from generator.ooxml.fields import Field, switch
from generator.ooxml.index import Index
from generator.ooxml.styles import Styles
from generator.ooxml.xml import NS, Element, detach, parse_strict, qn

NAMESPACES = f'xmlns:w="{NS["w"]}" xmlns:r="{NS["r"]}"'
ALL_LEVELS = (1, 9)
_PARAGRAPH, _RUN, _PPR = qn("w:p"), qn("w:r"), qn("w:pPr")
_CODE = qn("w:instr")
_OLD_MARK = re.compile(r"_(?:Toc|Hlk)\d+$")
_LEVELS = re.compile(r"(\d)\s*-\s*(\d)")


@dataclass(slots=True, eq=False)
class Contents:
    """A table of contents in the document: the emptied field and what its instruction asks for."""

    found: Field
    words: list[str]
    style: str = "toc"
    levels: tuple[int, int] | None = None
    by_style: dict[str, int] = field(default_factory=dict)
    by_outline: bool = False
    known: dict[str | None, int | None] = field(default_factory=dict)

    @property
    def linked(self) -> bool:
        """Whether the lines are links."""
        return switch(self.words, "\\h") is not None

    @property
    def label(self) -> str | None:
        """The caption label of a list of tables or figures, None for headings."""
        return switch(self.words, "\\c") or switch(self.words, "\\a")


def empty_contents(root: Element) -> list[Contents]:
    """Take the lines of every table of contents away, with the links in them, and return the tables.

    Raises StyrdokError when a field begins in one part of the page and ends in another.
    """
    for element in list(root.iter(fields.FLD_SIMPLE)):
        if (element.get(_CODE) or "").strip().upper().startswith("TOC"):
            _make_complex(element)
    tables = []
    for found in fields.scan(root):
        if found.name == "TOC" and not found.simple:
            _empty(found)
            tables.append(_asked(found))
    return tables


def listed_styles(tables: Iterable[Contents], styles: Styles) -> set[str]:
    """Return the ids of the styles that tables of contents list by name."""
    found = (styles.id(name) for table in tables for name in table.by_style)
    return {style_id for style_id in found if style_id is not None}


def _make_complex(element: Element) -> None:
    runs = parse_strict(
        f"<w:p {NAMESPACES}>{field_xml(element.get(_CODE) or '', '')}</w:p>", "Innehållsförteckningen"
    )
    for run in list(runs):
        element.addprevious(run)
    detach(element)


def _empty(found: Field) -> None:
    assert found.end is not None  # noqa: S101 - ``scan`` returns whole fields
    first = paragraph_of(found.begin)
    last = paragraph_of(found.end)
    if (
        found.separate is None
        or paragraph_of(found.separate) is not first
        or first.getparent() is not last.getparent()
    ):
        if found.separate is not None:
            raise StyrdokError(
                "Innehållsförteckningen i mallen börjar och slutar på ställen som inte hör ihop.",
                "Ta bort innehållsförteckningen i Word och infoga den på nytt.",
            )
        found.separate = _mark("separate")
        found.end.addprevious(found.separate)
    if first is last:
        for item in _between(top_in(found.separate, first), top_in(found.end, last)):
            detach(item)
        return
    for item in list(top_in(found.separate, first).itersiblings()):
        detach(item)
    for block in _between(first, last):
        detach(block)
    for item in list(top_in(found.end, last).itersiblings(preceding=True)):
        if item.tag != _PPR:
            detach(item)


def _between(start: Element, end: Element) -> list[Element]:
    found: list[Element] = []
    for item in start.itersiblings():
        if item is end:
            return found
        found.append(item)
    return []


def paragraph_of(run: Element) -> Element:
    return next(run.iterancestors(_PARAGRAPH))


def top_in(run: Element, paragraph: Element) -> Element:
    """Return what holds the run directly under its paragraph."""
    holder = run
    while (parent := holder.getparent()) is not None and parent is not paragraph:
        holder = parent
    return holder


def _mark(kind: str) -> Element:
    run = etree.Element(_RUN)
    etree.SubElement(run, fields.FLD_CHAR).set(qn("w:fldCharType"), kind)
    return run


def _asked(found: Field) -> Contents:
    words = found.words
    contents = Contents(found, words, by_outline=switch(words, "\\u") is not None)
    if contents.label:
        contents.style = "table of figures"
        return contents
    outline = switch(words, "\\o")
    contents.levels = None if outline is None else level_range(outline)
    pairs = [piece.strip() for piece in re.split("[;,]", switch(words, "\\t") or "")]
    for name, level in zip(pairs[::2], pairs[1::2], strict=False):
        if level.isdecimal():
            contents.by_style[name] = int(level)
    if contents.levels is None and not contents.by_style:
        contents.levels = ALL_LEVELS
    return contents


def level_range(text: str) -> tuple[int, int]:
    match = _LEVELS.search(text)
    return (int(match.group(1)), int(match.group(2))) if match else ALL_LEVELS


def drop_old_marks(part: Index) -> None:
    """Drop the heading bookmarks of Word's last table of contents; those that something refers to stay."""
    wanted = {link.get(qn("w:anchor")) for _, link in part.links}
    for found in part.fields:
        wanted.update(found.words[1:])
    kept = []
    for mark in part.bookmarks:
        if _OLD_MARK.match(mark.name) and mark.name not in wanted:
            for element in (mark.start, mark.end):
                if element is not None:
                    detach(element)
        else:
            kept.append(mark)
    part.bookmarks = kept
