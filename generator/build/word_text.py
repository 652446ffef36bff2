"""A Word file as plain text, line by line: what git shows of it, and what a person can search."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from generator.alignment.flow import CELL, LINE, NOTE, Block, Flow, Kind
from generator.ooxml.flow import flow_of
from generator.ooxml.opened import read_for_comparing

_NAMES = {Kind.BILD: "Bild", Kind.RUTA: "Ruta", Kind.BILDTEXT: "Rubrik till tabell eller bild"}


def word_as_text(path: Path) -> tuple[str, tuple[str, ...]]:
    """Return the file's text, and sentences on what was done to read it.

    Headings begin with ``#``, points with a sign or number, rows of tables stand between bars, notes last
    in their place. Raises StyrdokError when it is no Word file that can be read.
    """
    flow = flow_of(read_for_comparing(path))
    return flow_as_text(flow), flow.said


def flow_as_text(flow: Flow) -> str:
    """Return a flow as text, a blank line between blocks but not between points or rows of the same kind."""
    numbers = _Numbers()
    lines = [f"Sidhuvud och sidfot: {_one_line(text)}" for text in flow.margins]
    if lines and flow.blocks:
        lines.append("")
    lines += _lines(flow, numbers)
    return "\n".join(lines) + "\n" if lines else ""


def _lines(flow: Flow, numbers: _Numbers) -> Iterator[str]:
    if flow.blocks:
        yield from _block(flow.blocks[0], numbers)
    for before, block in pairwise(flow.blocks):
        if not _together(before, block):
            yield ""
        yield from _block(block, numbers)


def _together(before: Block, block: Block) -> bool:
    return (
        before.kind is block.kind
        and block.kind in (Kind.PUNKT, Kind.RAD, Kind.FOTNOT)
        and (before.table == block.table)
    )


class _Numbers:
    """Counts the references to notes: the text of a flow only marks where they stand."""

    def __init__(self) -> None:
        self.count = 0

    def shown(self, text: str) -> str:
        """Return the text with a number for each note that is referred to."""
        first, *rest = text.split(NOTE)
        pieces = [first]
        for piece in rest:
            self.count += 1
            pieces.append(f"[{self.count}]{piece}")
        return "".join(pieces)


def _block(block: Block, numbers: _Numbers) -> Iterator[str]:
    if block.kind is Kind.FOTNOT:
        yield f"[{block.number}]: {_one_line(block.text)}"
        return
    text = numbers.shown(block.text)
    number = f"{block.number} " if block.number else ""
    match block.kind:
        case Kind.RUBRIK:
            yield f"{'#' * max(1, block.level)} {number}{_one_line(text)}"
        case Kind.PUNKT:
            yield f"{'  ' * block.level}{number or '- '}{_one_line(text)}"
        case Kind.RAD:
            yield f"| {' | '.join(_one_line(cell) for cell in text.split(CELL))} |"
        case Kind.STYCKE:
            yield from text.split(LINE)
        case _:
            yield f"{_NAMES[block.kind]}: {_one_line(text)}"


def _one_line(text: str) -> str:
    return text.replace(LINE, " / ").strip()
