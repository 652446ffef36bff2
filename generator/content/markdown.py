"""Markdown → raw blocks with places: CommonMark, tables and footnotes; no HTML.

What a person meant as a table, a note or an id and Markdown does not take for one is said, never printed as
it stands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.content.attributes import NONE, Attributes, take_attributes
from generator.content.cells import read_cells
from generator.content.findings import Findings
from generator.content.inline import InlineReader
from generator.content.notes import read_notes, report_notes
from generator.content.places import Spot
from generator.content.plain_markdown import Block as PlainBlock
from generator.content.plain_markdown import Plain, read_plain
from generator.content.raw import (
    Page,
    Raw,
    RawHeading,
    RawItem,
    RawList,
    RawProse,
    RawTable,
    as_prose,
    list_block,
    report_unused,
    without_fetches,
)
from generator.content.sheet_tables import SheetTable, find_sheet_tables, raw_table
from generator.content.sheets.shelf import Shelf
from generator.content.source import Source
from generator.content.tokens import Token, closing
from generator.diagnostics import Position
from generator.domain.fras import Code, Footnote
from generator.domain.prosa import Block, Fetch, Paragraph, Quote

DEEPEST = 9
"""Lists and quotations in each other: Word numbers lists in nine levels."""

_FETCH = re.compile(r"\[=\s*([^\].\s]+)\s*\]")


def parse_markdown(source: Source, shelf: Shelf, findings: Findings) -> Page:
    """Return the blocks of the text, with the tables it takes from sheets; problems are noted with line."""
    clean, attributes = take_attributes(source, findings)
    page = Page(source, [], dict(attributes))
    tables = find_sheet_tables(clean, attributes, shelf, findings)
    reader = _Reader(clean, attributes, tables, findings)
    try:
        plain = read_plain(clean.text) if not tables else None
        page.blocks = reader.plain(plain) if plain is not None else reader.parsed(clean.text)
    except RecursionError:
        hint = "Dela upp den, och använd färre markeringar i varandra."
        findings.error("S005", "Texten är för invecklad för att läsas", source.at(1), hint)
    return page


class _Reader:
    def __init__(
        self,
        source: Source,
        attributes: dict[int, Attributes],
        tables: Mapping[int, SheetTable],
        findings: Findings,
    ) -> None:
        self.source, self.attributes, self.tables, self.findings = source, attributes, tables, findings
        self.lines = source.text.split("\n")
        self.notes: dict[int, Footnote] = {}
        self.inline = InlineReader(self.notes, findings)

    def plain(self, plain: Plain) -> list[Raw]:
        """Return the blocks of a plain text; the parser is loaded only for marks inside lines."""
        if plain.marked:
            from generator.content.markdown_parser import read_marks

            read_marks(plain.marked)
        found = [self._plain_block(block) for block in plain.blocks]
        self._report()
        return found

    def _plain_block(self, block: PlainBlock) -> Raw:
        first, place = block.pieces[0], self.source.at(block.at + 1)
        match block.kind:
            case "heading":
                return RawHeading(
                    block.level, self.inline.read(first, self._spot(first)), self._attributes(first), place
                )
            case "list":
                return RawList(False, 1, tuple(self._plain_item(piece) for piece in block.pieces), place)
            case "table":
                return read_cells(block.pieces, self.inline, self.source, self.lines, place)
        return RawProse(self._paragraph(first), self._attributes(first), place)

    def _plain_item(self, piece: Token) -> RawItem:
        attributes, place = self._attributes(piece), self._spot(piece).start
        block = without_fetches(self._paragraph(piece), place, self.findings)
        return RawItem((block,), attributes, place)

    def parsed(self, text: str) -> list[Raw]:
        """Return the blocks of any text."""
        from generator.content.markdown_parser import parsed

        cells = [token for table in self.tables.values() for token in table.texts.values()]
        return self._blocks(parsed(text, cells))

    def _blocks(self, tokens: Sequence[Token]) -> list[Raw]:
        start = next((i for i, t in enumerate(tokens) if t.type == "footnote_block_open"), len(tokens))
        self.notes.update(read_notes(tokens[start:], self.inline, self.source, self.lines))
        cells = [token.content for table in self.tables.values() for token in table.texts.values()]
        report_notes(self.source, self.lines, self.findings, cells)
        found: list[Raw] = []
        at = 0
        while at < start:
            raw, at = self._block(tokens, at, 0)
            self._report_both(found, raw)
            found.extend(raw)
        self._report()
        return found

    def _report(self) -> None:
        self.inline.report()
        for unused in self.attributes.values():
            report_unused(unused, self.findings)

    def _block(self, tokens: Sequence[Token], at: int, depth: int) -> tuple[list[Raw], int]:
        """Return the block that begins at the token (none for a mere rule), and the index after it."""
        end = closing(tokens, at)
        table = self._sheet_table(tokens[at])
        if table is not None:
            return self._from_sheet(table, tokens[at], tokens[at + 1]), end + 1
        raw = self._raw(tokens[at], tokens[at + 1 : end], depth)
        return ([raw] if raw is not None else []), end + 1

    def _sheet_table(self, token: Token) -> SheetTable | None:
        """Return the table that a paragraph asks for."""
        line = token.map[0] if token.type == "paragraph_open" and token.map else -1
        return self.tables.get(line)

    def _from_sheet(self, table: SheetTable, token: Token, inside: Token) -> list[Raw]:
        """Return the table that stands in a sheet, below its caption when the line has one."""
        self._attributes(token)
        found: list[Raw] = [raw_table(table, self.inline, self.source)]
        if table.has_caption:
            caption = RawProse(self._paragraph(inside), table.attributes, self._spot(token).start)
            found.insert(0, caption)
        return found

    def _report_both(self, before: Sequence[Raw], raws: Sequence[Raw]) -> None:
        """Note a table right below the line that takes another from a sheet (S004)."""
        last, first = (before[-1] if before else None), (raws[0] if raws else None)
        if not isinstance(last, RawTable) or not isinstance(first, RawTable):
            return
        if last.from_sheet and not first.from_sheet:
            message = "Raden ovanför hämtar tabellen ur ett blad, men här står också en tabell"
            self.findings.error("S004", message, first.position, "Behåll den ena.")

    def _raw(self, token: Token, inside: Sequence[Token], depth: int) -> Raw | None:
        place = self._spot(token).start
        raw: Raw | None = None
        match token.type:
            case "heading_open":
                content = self.inline.read(inside[0], self._spot(inside[0]))
                raw = RawHeading(int(token.tag[1]), content, self._attributes(token), place)
            case "paragraph_open":
                raw = RawProse(self._paragraph(inside[0]), self._attributes(token), place)
            case "bullet_list_open" | "ordered_list_open":
                raw = self._list(token, inside, depth)
            case "blockquote_open":
                self._report_depth(depth, place)
                raw = RawProse(Quote(self._prose(inside, depth + 1)), NONE, place)
            case "table_open":
                raw = read_cells(inside, self.inline, self.source, self.lines, place)
            case "fence" | "code_block":
                raw = RawProse(Paragraph((Code(token.content.rstrip("\n")),)), NONE, place)
        return raw

    def _paragraph(self, token: Token) -> Block:
        spot = self._spot(token)
        fetch = _FETCH.fullmatch(token.content.strip()) if "[=" in token.content else None
        if fetch:
            return Fetch(fetch[1], spot.start)
        if token.content.startswith("|"):
            hint = "Under rubrikraden ska stå en rad med lika många fält av streck: |---|---|."
            self.findings.error("S005", "Tabellen går inte att tolka", spot.start, hint)
        lines = tuple(self.lines[spot.line : spot.last])
        return Paragraph(self.inline.read(token, spot), spot.start, lines)

    def _prose(self, tokens: Sequence[Token], depth: int) -> tuple[Block, ...]:
        return tuple(self._nested(raw) for raw in self._inside(tokens, depth))

    def _inside(self, tokens: Sequence[Token], depth: int) -> list[Raw]:
        found: list[Raw] = []
        at = 0
        while at < len(tokens):
            raws, at = self._block(tokens, at, depth)
            found.extend(raws)
        return found

    def _nested(self, raw: Raw) -> Block:
        """Return a block inside a list or a quotation, where headings, tables and fetches have no place."""
        if isinstance(raw, RawProse | RawList):
            return without_fetches(as_prose(raw, self.findings), raw.position, self.findings)
        what = "rubrik" if isinstance(raw, RawHeading) else "tabell"
        hint = f"Sätt {what}en utanför, med en tomrad före."
        self.findings.error("S007", f"En {what} kan inte stå i en lista eller ett citat", raw.position, hint)
        return Paragraph(raw.content if isinstance(raw, RawHeading) else ())

    def _list(self, token: Token, inside: Sequence[Token], depth: int) -> RawList:
        place = self._spot(token).start
        self._report_depth(depth, place)
        items, at = [], 0
        while at < len(inside):
            end = closing(inside, at)
            items.append(self._item(inside[at], inside[at + 1 : end], depth + 1))
            at = end + 1
        return RawList(token.type[0] == "o", int(token.attrGet("start") or 1), tuple(items), place)

    def _report_depth(self, depth: int, place: Position) -> None:
        if depth == DEEPEST:
            hint = f"Använd högst {DEEPEST} nivåer."
            self.findings.error("S007", "Listor eller citat ligger för djupt i varandra", place, hint)

    def _item(self, token: Token, content: Sequence[Token], depth: int) -> RawItem:
        """Return a list item; its attributes are those of its own first paragraph.

        Lists inside it stand in its content, and are kept with their attributes as well.
        """
        attributes = NONE
        if not content:
            first = token.map[0] if token.map else 0
            attributes = self.attributes.pop(first, NONE)
        elif content[0].type == "paragraph_open":
            attributes = self._attributes(content[0])
        inside = self._inside(content, depth)
        blocks = tuple(list_block(raw) if isinstance(raw, RawList) else self._nested(raw) for raw in inside)
        points = tuple(item for raw in inside if isinstance(raw, RawList) for item in raw.items)
        return RawItem(blocks, attributes, self._spot(token).start, points)

    def _attributes(self, token: Token) -> Attributes:
        """Take up the attributes that stand on the token's lines; what is left over is noted at the end."""
        first, last = token.map or (0, 0)
        for line in range(first, last):
            if line in self.attributes:
                return self.attributes.pop(line)
        return NONE

    def _spot(self, token: Token) -> Spot:
        first, last = token.map or (0, 0)
        return Spot(self.source, self.lines, first, last)
