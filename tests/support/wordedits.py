"""Edits that a person could make to a Word file, each chosen by two numbers: what random tests draw.

An edit that finds nothing to do leaves the file as it is. None tracks what it does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from tests.support.edits import pages, paragraphs, tables, words
from tests.support.edits.draft import Draft


class Edit(NamedTuple):
    """What to do, where (the so-manieth of all places, counted round), and how."""

    kind: str
    place: int
    choice: int


EDITS: dict[str, Callable[[Draft, int, int], None]] = {
    "ord": words.word,
    "utseende": words.look,
    "kluven": words.cut_run,
    "tecken": words.sign,
    "nytt stycke": paragraphs.paragraph_in,
    "stycke bort": paragraphs.paragraph_out,
    "stycke flyttat": paragraphs.paragraph_moved,
    "stycke delat": paragraphs.paragraph_cut,
    "stycken ihop": paragraphs.paragraphs_joined,
    "formatmall": paragraphs.style,
    "lista": paragraphs.listed,
    "ny rad": tables.row_in,
    "rad bort": tables.row_out,
    "kolumn till": tables.column_in,
    "kolumn bort": tables.column_out,
    "celler ihop": tables.cells_joined,
    "ny tabell": tables.table_in,
    "tabell bort": tables.table_out,
    "ny not": pages.note_in,
    "not bort": pages.note_out,
    "avsnitt": pages.section,
    "sida": pages.page,
    "sidhuvud bort": pages.header,
    "länk": pages.link,
    "innehållskontroll": pages.content_control,
}


def edited(data: bytes, edits: Sequence[Edit]) -> bytes:
    """Return the file with the edits made, one after the other."""
    draft = Draft(data)
    for edit in edits:
        EDITS[edit.kind](draft, edit.place, edit.choice)
    return draft.data()
