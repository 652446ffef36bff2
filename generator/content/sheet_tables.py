"""``Tabell: … {från="…"}``: lines that stand for a table in a sheet → raw tables with the sheet's places.

Text in a sheet is read as text in Markdown is: a note may hang on a name, a word may be bold.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from generator.content.attributes import Attributes
from generator.content.findings import UNKNOWN, Findings
from generator.content.inline import InlineReader
from generator.content.places import Spot
from generator.content.raw import RawCell, RawTable
from generator.content.sheets.grid import Grid, GridCell
from generator.content.sheets.request import FILE, read_request, split
from generator.content.sheets.shelf import Shelf
from generator.content.source import Source
from generator.content.tokens import Token
from generator.content.typography import no_break
from generator.diagnostics import Position, did_you_mean, nearest
from generator.diagnostics.values import dataclass
from generator.domain.fras import Phrase

_LINE = re.compile(r"\s*Tabell:", re.IGNORECASE)
_TITLED = re.compile(r"\s*Tabell:\s*\S", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SheetTable:
    """A table in a sheet and the line that asks for it.

    ``attributes`` are what the line says of the table itself; ``texts`` the cells that may hold marks and
    notes, as tokens for the parser, by place. Without a ``grid`` the table could not be read.
    """

    attributes: Attributes
    position: Position
    has_caption: bool
    grid: Grid | None
    texts: Mapping[Position, Token]


def find_sheet_tables(
    source: Source, attributes: Mapping[int, Attributes], shelf: Shelf, findings: Findings
) -> dict[int, SheetTable]:
    """Return the tables that lines of a text ask for, by the line's number from 0."""
    lines = source.text.split("\n")
    return {
        number: _table(lines[number], said, shelf, findings)
        for number, said in attributes.items()
        if _LINE.match(lines[number]) and (split(said)[0].values or _misspelt(said))
    }


def _misspelt(said: Attributes) -> str:
    """Return the key that must have been meant for the file; empty when there is none."""
    return next((key for key in said.values if key != FILE and nearest(key, [FILE])), "")


def _table(line: str, said: Attributes, shelf: Shelf, findings: Findings) -> SheetTable:
    _, rest = split(said)
    grid = None
    if _misspelt(said):
        message = f"Okänd uppgift ”{_misspelt(said)}”"
        findings.error("S001", message, said.position, did_you_mean(_misspelt(said), [FILE]))
    elif not said.get(FILE):
        hint = 'Lägg till från="underlag/….xlsx".'
        findings.error("S002", "Raden säger inte vilken fil tabellen hämtas från", said.position, hint)
    else:
        request = read_request(said, findings)
        grid = shelf.grid(request) if request is not None else None
    if grid is None:
        findings.lose([UNKNOWN])
    cells = [cell for row in (grid.head, *grid.rows) for cell in row] if grid is not None else []
    texts = {cell.position: _token(cell.text) for cell in cells if cell.is_text and cell.text}
    has_caption = bool(_TITLED.match(line) or rest.id or rest.values)
    return SheetTable(rest, said.position, has_caption, grid, texts)


def _token(text: str) -> Token:
    from markdown_it.token import Token as Parsed

    return Parsed("inline", "", 0, content=text.replace("\n", "<br>"))


class _CellSpot(Spot):
    """A cell of a sheet: everything in it is at the cell."""

    def __init__(self, source: Source, place: Position) -> None:
        super().__init__(source, [], 0, 0)
        self.place = place

    @property
    def start(self) -> Position:
        return self.place


def raw_table(table: SheetTable, inline: InlineReader, source: Source) -> RawTable:
    """Return the table as those that are written in Markdown."""
    grid = table.grid
    if grid is None:
        return RawTable((), (), (), table.position, from_sheet=True, is_lost=True)

    def raw(cell: GridCell) -> RawCell:
        token = table.texts.get(cell.position) if cell.is_text else None
        if token is None:
            return RawCell(Phrase.of(no_break(cell.text)), cell.text, cell.position)
        return RawCell(inline.phrase(token, _CellSpot(source, cell.position)), cell.text, cell.position)

    head = tuple(replace(raw(cell), text=" ".join(cell.text.split())) for cell in grid.head)
    rows = tuple(tuple(raw(cell) for cell in row) for row in grid.rows)
    return RawTable(head, rows, grid.right, grid.position, from_sheet=True)
