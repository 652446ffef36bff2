"""``{utgår}`` and ``{ny}``: what a proposal strikes, and what it says is new."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from generator.content.attributes import MARKS, NONE, Attributes
from generator.content.findings import Findings
from generator.content.raw import RawCell
from generator.diagnostics import Position, did_you_mean, nearest
from generator.domain.fras import Text

CODE = "S009"
_STRUCK, _NEW = MARKS
_IN_CELL = re.compile(rf"\s*\{{\s*(?P<mark>{_STRUCK}|{_NEW})\s*\}}\s*$")
_SAY_NEW = "Om det är nytt: ge det ett id, eller skriv {ny} sist på raden."


def is_struck(said: Attributes) -> bool:
    """Tell whether the proposal strikes what has these attributes."""
    return said.get(_STRUCK) == "ja"


def is_new(said: Attributes) -> bool:
    """Tell whether the proposal says that it is new."""
    return said.get(_NEW) == "ja"


def unmarked(said: Attributes) -> Attributes:
    """Return the attributes without the marks."""
    if not said or not any(mark in said.values for mark in MARKS):
        return said
    values = {key: value for key, value in said.values.items() if key not in MARKS}
    return replace(said, values=values) if said.id or values else NONE


def merged(main: Attributes, own: Attributes) -> Attributes:
    """Return what is said after the proposal: what it does not mention stands, an empty value takes away."""
    own = unmarked(own)
    if not own:
        return main
    values = {key: value for key, value in {**main.values, **own.values}.items() if value}
    id_ = own.id or main.id
    if (id_, values) == (main.id, dict(main.values)):
        return main
    return Attributes(id_, values, own.position) if id_ or values else NONE


def cell_mark(cell: RawCell) -> tuple[str, bool, bool]:
    """Return the words of a row's first cell without mark, whether it is struck, whether it is new."""
    match = _IN_CELL.search(cell.text)
    if match is None:
        return cell.text.strip(), False, False
    return cell.text[: match.start()].strip(), match["mark"] == _STRUCK, match["mark"] == _NEW


def unmarked_cell(cell: RawCell) -> RawCell:
    """Return a cell without the mark in its words."""
    match = _IN_CELL.search(cell.text)
    if match is None:
        return cell
    *before, last = cell.phrase.content
    kept = (Text(_IN_CELL.sub("", last.value)),) if isinstance(last, Text) else (last,)
    phrase = replace(cell.phrase, content=(*before, *(piece for piece in kept if piece != Text(""))))
    return replace(cell, text=cell.text[: match.start()], phrase=phrase)


def report_missing(
    what: str,
    said: str,
    known: Collection[str],
    place: Position,
    findings: Findings,
    otherwise: str = _SAY_NEW,
) -> None:
    """Note something in a proposal that the main one does not have (S009), with what it is most like."""
    message = f"{what} ”{said}” finns inte i huvudförslaget"
    findings.error(CODE, message, place, did_you_mean(said, known, otherwise))


def is_misspelt(id_: str, known: Collection[str], mentioned: Collection[str]) -> str:
    """Return the id that a new one is so like that it may be meant; empty when it stands by itself.

    What the proposal mentions by its right name is not meant.
    """
    return nearest(id_, [other for other in known if other not in mentioned]) or ""
