"""Tables of contents and lists of tables, filled as Word would, page numbers only where they are known."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from generator.ooxml.blocks import field as field_xml
from generator.ooxml.blocks import hyperlink, text_run
from generator.ooxml.contents import ALL_LEVELS, NAMESPACES, Contents, level_range, paragraph_of, top_in
from generator.ooxml.fields import switch
from generator.ooxml.heading_numbers import Headings, Number
from generator.ooxml.identity import Names
from generator.ooxml.index import Bookmark, Index
from generator.ooxml.sections import text_width
from generator.ooxml.styles import BODY_LEVEL, Styles
from generator.ooxml.text import escape_text
from generator.ooxml.visible import line_of
from generator.ooxml.xml import Element, attribute, child, detach, parse_strict, qn, style_of, whole

_PPR = qn("w:pPr")
_ID, _NAME = qn("w:id"), qn("w:name")
_DIGITS = 9
_NUMBER_STOP = 440


@dataclass(frozen=True, slots=True)
class Entry:
    """A line to be listed: the paragraph it stands for, its level from 1, and how it reads."""

    paragraph: Element
    level: int
    text: str
    number: Number | None = None


class Filler:
    """Fills the tables of contents of one document."""

    def __init__(
        self,
        part: Index,
        names: Names,
        styles: Styles,
        headings: Headings,
        pages: Mapping[str, int] | None,
    ) -> None:
        self._part = part
        self._names = names
        self._styles = styles
        self._all = headings
        self._pages = pages
        self._marks: dict[Element, str] = {}

    def fill(self, contents: Contents) -> None:
        """Write the lines of a table of contents, with a bookmark at each heading it lists."""
        found = contents.found
        assert found.end is not None and found.separate is not None  # noqa: S101, PT018 - made so by ``_empty``
        entries = list(self._captions(contents) if contents.label else self._headings(contents))
        first, last = paragraph_of(found.begin), paragraph_of(found.end)
        width = _width_at(first, self._part.sections)
        text = "".join(self._line(contents, entry, width) for entry in entries)
        lines = list(parse_strict(f"<w:body {NAMESPACES}>{text}</w:body>", "Innehållsförteckningen"))
        if not lines:
            return
        opening = [item for item in first if item.tag != _PPR]
        closing: list[Element] = []
        if first is last:
            place = opening.index(top_in(found.end, first))
            opening, closing = opening[:place], opening[place:]
        for number, item in enumerate(opening):
            lines[0].insert(1 + number, item)
        lines[-1].extend(closing)
        _carry_section(first, lines[-1], needed=first is last)
        for line in lines:
            first.addprevious(line)
        detach(first)

    def _headings(self, contents: Contents) -> Iterable[Entry]:
        for paragraph in self._all.paragraphs:
            level = self._level(contents, paragraph)
            text = line_of(paragraph) if level else ""
            if level and text:
                yield Entry(paragraph, level, text, self._all.numbers.get(paragraph))

    def _captions(self, contents: Contents) -> Iterable[Entry]:
        wanted = (contents.label or "").casefold()
        bare = switch(contents.words, "\\a") is not None
        for found in self._part.fields:
            words = found.words
            if found.name != "SEQ" or len(words) < 2 or words[1].casefold() != wanted:  # noqa: PLR2004
                continue
            paragraph = paragraph_of(found.begin)
            text = line_of(paragraph)
            if bare:
                text = re.sub(rf"^{re.escape(words[1])}\s+\S+\s*", "", text, flags=re.IGNORECASE)
            yield Entry(paragraph, 1, text)

    def _level(self, contents: Contents, paragraph: Element) -> int | None:
        properties, style = style_of(paragraph)
        if style not in contents.known:
            contents.known[style] = self._level_of_style(contents, style)
        named = contents.known[style]
        if not contents.by_outline or properties is None or len(properties) <= (style is not None):
            return named
        own = attribute(properties, "w:outlineLvl")
        if own is None or (named is not None and self._styles.heading_level(style)):
            return named
        return _within(whole(own, BODY_LEVEL) + 1, contents.levels or ALL_LEVELS)

    def _level_of_style(self, contents: Contents, style: str | None) -> int | None:
        for name, level in contents.by_style.items():
            if style is not None and self._styles.id(name) == style:
                return level
        if contents.levels and (heading := self._styles.heading_level(style)):
            return _within(heading, contents.levels)
        if not contents.by_outline:
            return None
        outline = self._styles.outline_level(style)
        return None if outline is None else _within(outline + 1, contents.levels or ALL_LEVELS)

    def _line(self, contents: Contents, entry: Entry, width: int) -> str:
        style = self._line_style(contents, entry.level)
        mark = self._bookmark(entry)
        page = self._page(contents, entry, mark)
        text = text_run(entry.text)
        if entry.number:
            between = {"tab": "\t", "space": " "}.get(entry.number.suffix, "")
            text = text_run(f"{entry.number.text}{between}{entry.text}")
        tail = "" if page is None else text_run("\t", "<w:webHidden/>")
        tail += "" if page is None else field_xml(f"PAGEREF {mark} \\h", str(page), "<w:webHidden/>")
        inside = hyperlink(text + tail, anchor=mark) if contents.linked else text + tail
        numbered = entry.number is not None and entry.number.suffix == "tab"
        stops = self._stops(style, entry.level, numbered, width, page is not None)
        named = f'<w:pStyle w:val="{escape_text(style)}"/>' if style else ""
        return f"<w:p><w:pPr>{named}{stops}</w:pPr>{inside}</w:p>"

    def _line_style(self, contents: Contents, level: int) -> str | None:
        name = contents.style if contents.label else f"{contents.style} {level}"
        return self._styles.id(name)

    def _stops(self, style: str | None, level: int, numbered: bool, width: int, paged: bool) -> str:
        kinds = {kind for _, kind in self._styles.tabs(style)}
        stops = ""
        if numbered and not kinds & {"left", "start", "num"}:
            stops += f'<w:tab w:val="left" w:pos="{_NUMBER_STOP * level}"/>'
        if paged and not kinds & {"right", "end"}:
            stops += f'<w:tab w:val="right" w:leader="dot" w:pos="{width}"/>'
        return f"<w:tabs>{stops}</w:tabs>" if stops else ""

    def _page(self, contents: Contents, entry: Entry, mark: str) -> int | None:
        left_out = switch(contents.words, "\\n")
        if left_out is not None and (not left_out or _within(entry.level, level_range(left_out))):
            return None
        if self._pages is None:
            return None
        names = [mark, *(e.get(_NAME) or "" for e in entry.paragraph.iter(qn("w:bookmarkStart")))]
        return next((self._pages[name] for name in names if name in self._pages), None)

    def _bookmark(self, entry: Entry) -> str:
        """Return the bookmark around a heading, made on first need; its name follows from its text."""
        if entry.paragraph in self._marks:
            return self._marks[entry.paragraph]
        copy = 0
        while (name := _mark_name(entry.text, copy)).casefold() in self._names.taken:
            copy += 1
        self._names.taken.add(name.casefold())
        self._marks[entry.paragraph] = name
        start, end = etree.Element(qn("w:bookmarkStart")), etree.Element(qn("w:bookmarkEnd"))
        number = self._names.number()
        for element in (start, end):
            element.set(_ID, number)
        start.set(_NAME, name)
        entry.paragraph.insert(0 if child(entry.paragraph, "w:pPr") is None else 1, start)
        entry.paragraph.append(end)
        self._part.bookmarks.append(Bookmark(start, -1, name, end))
        return name


def _within(level: int, levels: tuple[int, int]) -> int | None:
    return level if levels[0] <= level <= levels[1] else None


def _mark_name(text: str, copy: int) -> str:
    digest = hashlib.blake2b(f"{copy}\n{text}".encode(), digest_size=8).digest()
    return f"_Toc{int.from_bytes(digest) % 10**_DIGITS:0{_DIGITS}d}"


def _carry_section(first: Element, last: Element, needed: bool) -> None:
    section = child(first, "w:pPr/w:sectPr")
    properties = child(last, "w:pPr")
    if needed and section is not None and properties is not None:
        properties.append(deepcopy(section))


def _width_at(paragraph: Element, sections: list[Element]) -> int:
    """Return the width of the text in the section a paragraph stands in, in twips."""
    return text_width(next((s for s in sections if _precedes(paragraph, s)), None))


def _precedes(paragraph: Element, section: Element) -> bool:
    """Tell whether a paragraph comes before the end of a section, going by the blocks of the body."""
    path = [paragraph, *paragraph.iterancestors()]
    other = [section, *section.iterancestors()]
    for holder in path:
        if holder in other:
            mine, theirs = path[path.index(holder) - 1], other[other.index(holder) - 1]
            return holder is paragraph or holder.index(mine) <= holder.index(theirs)
    return False
