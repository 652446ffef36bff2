"""A text as it is compared: words and the form in which two of them are the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from generator.alignment.flow import CELL, LINE, NOTE
from generator.alignment.words import words
from generator.compare.pdf.marks import BULLETS
from generator.domain.belopp import NBSP

_GROUPED = re.compile(r"(?<![\d,.])\d{1,3}(?: \d{3})+(?!\d)")
_SPACES = str.maketrans(
    {"\u202f": NBSP, "\u2009": " ", "\u2007": NBSP, "\u200b": None, "\u2060": None, "\ufeff": None}
)
_QUOTES = dict.fromkeys('"“”„«»‟', "”") | dict.fromkeys("'‘’‚`´", "’")
_DASHES = dict.fromkeys("‐‑‒–—―−\u00ad", "-")
_BREAKS = {NBSP: " ", LINE: " ", CELL: " "}
_LOOSE = str.maketrans(_QUOTES | _DASHES | _BREAKS)
_STRICT = str.maketrans({NBSP: " ", "\u2011": "-"})
_KNOWN = 50_000
"""Words whose form is remembered: more than any plan has, and no more memory than a few megabytes."""
_WHITE = frozenset(map(chr, (*range(9, 14), *range(28, 33), 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B)))) | {
    "\u2028", "\u2029", "\u202f", "\u205f", "\u3000",
}  # fmt: skip

BLANK = _WHITE | {NOTE}
"""The words that say nothing: blanks, and the mark of a note."""
SILENT = BLANK | frozenset(BULLETS)
"""Those that say nothing after printing, where a bullet may be the writer's or the list's."""


def read_words(text: str) -> list[str]:
    """Return the words of a text as they are shown; thousands are held together whatever blank parts them."""
    return words(_GROUPED.sub(lambda found: found.group().replace(" ", NBSP), text.translate(_SPACES)))


def same_form(said: list[str], *, printed: bool) -> list[str]:
    """Return each word in the form it is compared in; ``printed``: as after a way over printed pages.

    What kind of blank stands between words is never a change; which quotes and dashes are used is one, except
    after printing.
    """
    return list(map(_loose if printed else _strict, said))


@lru_cache(_KNOWN)
def _strict(word: str) -> str:
    return word if word.isascii() else _form(word, _STRICT)


@lru_cache(_KNOWN)
def _loose(word: str) -> str:
    form = _form(word, _LOOSE)
    # Word prints what is set in capitals as capitals, whatever was typed.
    return form.casefold() if len(word) > 1 else form


def _form(word: str, table: Mapping[int, str]) -> str:
    if len(word) > 1 and NBSP in word:
        return word.replace(NBSP, "")
    return unicodedata.normalize("NFC", word).translate(table)
