"""Markdown tables as rows of raw cells, each at its own column of the line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.content.inline import InlineReader
from generator.content.places import Spot
from generator.content.raw import RawCell, RawTable
from generator.content.source import Source
from generator.content.tokens import Token, spans
from generator.diagnostics import Position

_BAR = re.compile(r"(?<!\\)\|")


def read_cells(
    inside: Sequence[Token], inline: InlineReader, source: Source, lines: list[str], place: Position
) -> RawTable:
    """Return the table; a row with other than the heading's number of cells is noted (S003)."""
    reader = _Rows(inline, source, lines)
    rows = [reader.row(token, cells) for token, cells in spans(inside, "tr_open")]
    heads = [t for t in inside if t.type == "th_open"]
    right = tuple("right" in str(t.attrGet("style")) for t in heads)
    return RawTable(rows[0], tuple(rows[1:]), right, place)


class _Rows:
    def __init__(self, inline: InlineReader, source: Source, lines: list[str]) -> None:
        self.inline, self.source, self.lines = inline, source, lines

    def row(self, row: Token, inside: Sequence[Token]) -> tuple[RawCell, ...]:
        number = row.map[0] if row.map else 0
        columns = _columns(self.lines[number]) if number < len(self.lines) else []
        cells = [c for c in inside if c.type == "inline"]
        self._compare(len(columns), len(cells), number, columns)
        found = []
        for at, cell in enumerate(cells):
            column = columns[at] if at < len(columns) else 1
            spot = Spot(self.source, self.lines, number, number + 1, column - 1)
            place = self.source.at(number + 1, column)
            found.append(RawCell(self.inline.phrase(cell, spot), cell.content, place))
        return tuple(found)

    def _compare(self, there: int, wanted: int, number: int, columns: Sequence[int]) -> None:
        if there > wanted:
            place = self.source.at(number + 1, columns[wanted])
            hint = "Skriv \\| om tecknet hör till texten."
            self.inline.findings.error("S003", "Raden har fler celler än tabellens rubrikrad", place, hint)
        elif there < wanted:
            place = self.source.at(number + 1, columns[0] if columns else 1)
            hint = "Skriv ett lodrätt streck för varje cell, också den tomma, och en tomrad efter tabellen."
            self.inline.findings.error("S003", "Raden har färre celler än tabellens rubrikrad", place, hint)


def _columns(line: str) -> list[int]:
    """Return the column (from 1) where the text of each cell of a table row begins."""
    inner = line.strip()
    offset = len(line) - len(line.lstrip())
    if inner.startswith("|"):
        inner, offset = inner[1:], offset + 1
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    columns = []
    for cell in _BAR.split(inner):
        columns.append(offset + len(cell) - len(cell.lstrip()) + 1)
        offset += len(cell) + 1
    return columns
