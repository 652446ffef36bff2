"""What there is room for on one page: heights in points as LibreOffice and Word set the house style."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from generator.compare.board_rest import Sentence
from generator.compare.board_rows import Entry

POINTS, NOTE = 482, 19
"""The height of the page below five lines of what is compared and summed up, and of a note at its end; a
little is left, as Word breaks lines elsewhere."""
_TABLE, _ROW, _LINE = 50, 6.4, 12.4
"""What a table takes with caption and head, what a row takes beside its lines, and a line."""
_SENTENCE_WIDTH, _SENTENCE = 80, 15
_USUAL_LINES = 5
_ASSURED = 3
"""Rows of each table that are shown before any table shows more."""


def extra(*said: str) -> float:
    """Return the height of what stands before the tables, beyond what is usual."""
    lines = sum(ceil(len(text) / _SENTENCE_WIDTH) for text in said)
    return max(0, lines - _USUAL_LINES) * _SENTENCE


class Page:
    """What is left of the page."""

    def __init__(self, points: float) -> None:
        self.left = points

    def tables(self, tables: Sequence[Sequence[Entry]]) -> list[list[Entry]]:
        """Return what is shown of each table: some of all of them, then as much as there is room for."""
        chosen: list[set[int]] = [set() for _ in tables]
        for most in (_ASSURED, None):
            for number, entries in enumerate(tables):
                ranked = sorted(range(len(entries)), key=lambda place: entries[place].rank)
                for place in ranked[:most]:
                    self._take(place, entries, chosen[number])
        return [
            [entries[at] for at in sorted(places)] for entries, places in zip(tables, chosen, strict=True)
        ]

    def _take(self, place: int, entries: Sequence[Entry], chosen: set[int]) -> None:
        height = _ROW + _LINE * entries[place].lines + (0 if chosen else _TABLE)
        if entries[place].row.rubrik and entries[place].row.rubrik not in {
            entries[c].row.rubrik for c in chosen
        }:
            height += _ROW + _LINE
        if place not in chosen and height <= self.left:
            self.left -= height
            chosen.add(place)

    def sentences(self, rest: Sequence[Sentence]) -> list[Sentence]:
        """Return the first sentences that there is room for."""
        shown: list[Sentence] = []
        for sentence in rest:
            height = _SENTENCE * ceil(len(sentence.text) / _SENTENCE_WIDTH) + (0 if shown else _TABLE / 2)
            if height > self.left:
                break
            self.left -= height
            shown.append(sentence)
        return shown
