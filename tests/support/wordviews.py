"""A Word file as a reader sees it once every tracked change is accepted, or rejected.

Nothing is changed to find out: the tree is read as it is, and what is not there in this view is passed by.
How Word joins: a paragraph whose mark is gone runs on into the next one, whose properties then hold, unless
a table follows: there it stays if it holds anything. The last paragraph of a cell, box, note or body stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import NamedTuple

from lxml.etree import _Element as Element

from tests.support.wordfile import MC, R, W, WordFile, local, tag
from tests.support.wordinline import Content, Inline
from tests.support.wordlooks import meaning, paragraph_look, properties, table_look

_HIDDEN = re.compile(r"\b_(?:Toc|Ref)\d+")
_BLOCKS = {f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc"}
_FURNITURE = (f"{W}headerReference", f"{W}footerReference")
_TRANSPARENT = {
    f"{W}{name}"
    for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "del", "moveFrom", "moveTo")
}


class Line(NamedTuple):
    """A paragraph, or the beginning or end of something. ``spare``: shown only by programs of long ago."""

    words: str
    exact: str
    look: str = ""
    spare: bool = False


@dataclass
class View:
    """What is read: the lines, and what the headers and footers say, section by section."""

    lines: list[Line] = field(default_factory=list)
    headers: list[tuple[tuple[str, str, tuple[str, ...]], ...]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @property
    def words(self) -> list[str]:
        """The paragraphs that say something, wherever they stand."""
        return [line.words.strip() for line in self.lines if line.words.strip() and not line.spare]

    @property
    def exact(self) -> list[str]:
        """Every paragraph, table, row, cell, note, box and break of section, with all that is in it."""
        return [line.exact for line in self.lines]

    @property
    def looks(self) -> list[str]:
        """How each line looks."""
        return [line.look for line in self.lines]


def read(data: bytes, *, rejected: bool = False) -> View:
    """Return the view of a file with every change accepted, or rejected."""
    file = WordFile(data)
    reader = _Reader(file, file.main, rejected=rejected)
    body = file.root(file.main).find(f"{W}body")
    assert body is not None
    reader.container(body)
    reader.section(body.find(f"{W}sectPr"))
    reader.end_fields()
    reader.notes()
    return _with_hidden_links(reader.view, reader.inline.bookmarks)


def _with_hidden_links(view: View, bookmarks: set[str]) -> View:
    """Name by kind the bookmarks that Word makes, whose names are numbers; note those that are not there."""
    found = {name for line in view.lines for name in _HIDDEN.findall(line.exact)}
    view.faults += [f"{name[:4]} leder ingenstans" for name in sorted(found - bookmarks)]
    view.lines = [
        line._replace(exact=_HIDDEN.sub(_kind_of, line.exact), look=_HIDDEN.sub(_kind_of, line.look))
        for line in view.lines
    ]
    return view


def _kind_of(name: re.Match[str]) -> str:
    return name[0][:4]


class _Reader:
    """Reads one part; what is read of other parts (notes, headers) is read by others of this kind."""

    def __init__(self, file: WordFile, part: str, *, rejected: bool) -> None:
        self.file, self.part, self.rejected = file, part, rejected
        self.inline = Inline(file, part, rejected=rejected)
        self.gone = self.inline.gone
        self.view = View()
        self.in_force: dict[tuple[str, str], str] = {}
        self.spare = False
        self.open_fields = 0

    # Blocks

    def container(self, holder: Element) -> None:
        """Read what stands in a body, cell, box or note."""
        content = Content()
        blocks = [block for block in self._blocks(holder) if self._stays(block)]
        for block, following in zip_longest(blocks, blocks[1:]):
            if tag(block) == f"{W}tbl":
                self._table(block)
                continue
            self.inline.read(block, content)
            if not self._runs_on(block, following, content):
                self._paragraph(block, content)
                content = Content()

    def _runs_on(self, paragraph: Element, following: Element | None, content: Content) -> bool:
        mark = paragraph.find(f"{W}pPr/{W}rPr")
        if mark is None or following is None or not any(tag(child) in self.gone for child in mark):
            return False
        return tag(following) == f"{W}p" or not content

    def _blocks(self, holder: Element) -> Iterator[Element]:
        """Find paragraphs, tables, rows or cells through what is wrapped around them."""
        for child in holder:
            if tag(child) in self.gone:
                continue
            if tag(child) == f"{W}bookmarkStart":
                self.inline.bookmarks.add(child.get(f"{W}name", ""))
            elif tag(child) in _BLOCKS:
                yield child
            elif tag(child) in _TRANSPARENT:
                yield from self._blocks(child)
            elif tag(child) == f"{MC}AlternateContent":
                for choice in child.findall(f"{MC}Choice")[:1]:
                    yield from self._blocks(choice)

    def _stays(self, block: Element) -> bool:
        """Tell whether a paragraph, or a table for any of its rows, is there in this view."""
        return tag(block) == f"{W}p" or any(self._row_stays(row) for row in self._blocks(block))

    def _row_stays(self, row: Element) -> bool:
        own = row.find(f"{W}trPr")
        return own is None or not any(tag(child) in self.gone for child in own)

    def _say(self, words: str, exact: str, look: str = "") -> None:
        self.view.lines.append(Line(words, exact, look, self.spare))

    def _table(self, table: Element) -> None:
        self._say("", "<tabell>", table_look(self.file, table, rejected=self.rejected))
        cell_gone = f"{W}cellIns" if self.rejected else f"{W}cellDel"
        for row in filter(self._row_stays, self._blocks(table)):
            self._say("", "<rad>", meaning(properties(row, "trPr", rejected=self.rejected)))
            for cell in self._blocks(row):
                if cell.find(f"{W}tcPr/{cell_gone}") is None:
                    self._cell(cell)
        self._say("", "</tabell>")

    def _cell(self, cell: Element) -> None:
        own = properties(cell, "tcPr", rejected=self.rejected)
        span = None if own is None else own.find(f"{W}gridSpan")
        wide = "1" if span is None else span.get(f"{W}val", "1")
        self._say("", f"<cell bredd={wide} {self._merged(cell, own)}>", meaning(own))
        self.container(cell)

    def _merged(self, cell: Element, own: Element | None) -> str:
        change = cell.find(f"{W}tcPr/{W}cellMerge")
        if change is not None:
            merged = change.get(f"{W}vMergeOrig" if self.rejected else f"{W}vMerge", "")
            return {"rest": "restart", "cont": "continue"}.get(merged, "")
        found = None if own is None else own.find(f"{W}vMerge")
        return "" if found is None else found.get(f"{W}val", "continue")

    # Paragraphs

    def _paragraph(self, paragraph: Element, content: Content) -> None:
        look = paragraph_look(self.file, paragraph, rejected=self.rejected)
        self._say(content.words, f"¶ {content.exact}", f"{look} {content.looks}")
        self._follow_fields(content)
        for box, spare in content.boxes:
            self._box(box, spare=spare)
        if (section := paragraph.find(f"{W}pPr/{W}sectPr")) is not None:
            self.section(section)

    def _follow_fields(self, content: Content) -> None:
        """Note where a field goes on or ends that has not begun."""
        for sign in (piece.exact for piece in content.pieces if not piece.words):
            if sign == "{":
                self.open_fields += 1
            elif sign in {"|", "}"} and not self.open_fields:
                self.view.faults.append("fält som inte har börjat")
            elif sign == "}":
                self.open_fields -= 1

    def end_fields(self) -> None:
        """Note the fields that are still open at the end."""
        self.view.faults += ["fält som inte slutar"] * self.open_fields

    def _box(self, box: Element, *, spare: bool) -> None:
        before, self.spare = self.spare, self.spare or spare
        self._say("", "<ruta>")
        if tag(box) == f"{MC}Fallback":
            content = Content()
            self.inline.read(box, content)
            self._say(content.words, f"¶ {content.exact}", str(content.looks))
            for nested, also in content.boxes:
                self._box(nested, spare=also)
        else:
            self.container(box)
        self._say("", "</ruta>")
        self.spare = before

    # Sections, headers, notes

    def section(self, found: Element | None) -> None:
        """Read the end of a section, and the headers and footers that are in force in it.

        The last one is there even where nothing is said of it.
        """
        change = None if found is None else found.find(f"{W}sectPrChange")
        shown = found if change is None or not self.rejected else change.find(f"{W}sectPr")
        kind = None if shown is None else shown.find(f"{W}type")
        self._say("", f"<avsnitt {'' if kind is None else kind.get(f'{W}val')}>", meaning(shown))
        links = self.file.links(self.part)
        references = () if found is None else found.iterchildren(*_FURNITURE)
        for item in references:
            link = links.get(item.get(f"{R}id", ""))
            place = local(item), item.get(f"{W}type", "default")
            self.in_force[place] = link.target if link else "saknas"
        shows = [(*place, self._said_by(part)) for place, part in sorted(self.in_force.items())]
        self.view.headers.append(tuple(show for show in shows if show[2]))

    def _said_by(self, part: str) -> tuple[str, ...]:
        """Return the lines of a header or footer; an empty one is as good as none."""
        if part not in self.file.parts:
            return ("saknas",)
        reader = _Reader(self.file, part, rejected=self.rejected)
        reader.container(self.file.root(part))
        lines = [line.exact for line in reader.view.lines if not line.spare]
        return tuple(lines) if any(line.strip("¶ ") for line in lines) else ()

    def notes(self) -> None:
        """Read the notes, in the order in which the text refers to them."""
        for kind, id_ in self.inline.references:
            part, note = self.file.story(f"{kind}s"), self.file.notes.get((kind, id_))
            self._say("", f"<{kind}>")
            if note is None or part is None:
                self._say("saknad not", "saknad not")
                continue
            reader = _Reader(self.file, part, rejected=self.rejected)
            reader.container(note)
            reader.end_fields()
            self.view.lines += reader.view.lines
            self.view.faults += reader.view.faults
