"""How wide the columns of a table are: names wide, years narrow and equal, no column one word wide."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.domain.belopp import Belopp
from generator.domain.fras import Phrase
from generator.domain.tabell import Tabell

_LETTER = 105
"""Twips. The width of a letter at 10 pt, on the generous side."""

_BREAKS = re.compile(r"[ \n-]")
_MARGINS = 240
"""Twips. The space to the left and right of the text in a cell, and a little more."""


def column_widths(tabell: Tabell, total: int) -> list[int]:
    """Return a width for each column, in twips, that add up to ``total``."""
    texts = [[_words(rad.celler[i]) for rad in tabell.rader] for i in range(len(tabell.kolumner))]
    heads = [str(kolumn.titel) for kolumn in tabell.kolumner]
    least = [_least(head, column) for head, column in zip(heads, texts, strict=True)]
    wanted = [_wanted(head, column) for head, column in zip(heads, texts, strict=True)]
    amounts = [i for i, kolumn in enumerate(tabell.kolumner) if kolumn.slag == "belopp"]
    _make_equal(least, amounts)
    _make_equal(wanted, amounts)
    if sum(wanted) > total:
        # The words need the room more: the heading of an amount may stand on two lines.
        for i in amounts:
            wanted[i] = least[i]
    return _shared(least, wanted, amounts, total)


def _make_equal(widths: list[int], columns: Sequence[int]) -> None:
    for i in columns:
        widths[i] = max(widths[j] for j in columns)


def _words(value: Phrase | Belopp | None) -> str:
    return "" if value is None else str(value)


def _least(head: str, column: Sequence[str]) -> int:
    """Return the width of the longest word, so that no word has to break."""
    longest = max(map(len, _BREAKS.split("\n".join((head, *column)))))
    return min(longest, 20) * _LETTER + _MARGINS


def _wanted(head: str, column: Sequence[str]) -> int:
    longest = max(map(len, "\n".join((head, *column)).split("\n")))
    return longest * _LETTER + _MARGINS


def _shared(least: list[int], wanted: list[int], amounts: list[int], total: int) -> list[int]:
    words = [i for i in range(len(wanted)) if i not in amounts] or list(range(len(wanted)))
    spare = total - sum(wanted)
    if spare >= 0:
        widths = list(wanted)
        _give(widths, words, spare)
    elif total >= sum(least):
        room = total - sum(least)
        hunger = [_appetite(want - low) for want, low in zip(wanted, least, strict=True)]
        whole = sum(hunger) or 1
        widths = [low + int(room * share / whole) for low, share in zip(least, hunger, strict=True)]
    else:
        widths = [int(total * low / sum(least)) for low in least]
    widths[words[0]] += total - sum(widths)
    return widths


def _give(widths: list[int], words: list[int], spare: int) -> None:
    """Share what is left over among the columns of words."""
    for i in words:
        widths[i] += spare // len(words)


def _appetite(missing: int) -> float:
    """Return how much of the room a column asks for: long texts more than short, but not in proportion."""
    return float(max(missing, 0) ** 0.6)
