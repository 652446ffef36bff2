"""A text as it is compared: words and the form in which two of them are the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

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


def read_words(text: str) -> list[str]:
    """Return the words of a text as they are shown; thousands are held together whatever blank parts them."""
    return words(_GROUPED.sub(lambda found: found.group().replace(" ", NBSP), text.translate(_SPACES)))


def same_form(said: list[str], *, printed: bool) -> list[str]:
    """Return each word in the form it is compared in; ``printed``: as after a way over printed pages.

    What kind of blank stands between words is never a change; which quotes and dashes are used is one, except
    after printing.
    """
    table = _LOOSE if printed else _STRICT
    return [word if word.isascii() and not printed else _form(word, table) for word in said]


def _form(word: str, table: Mapping[int, str]) -> str:
    if len(word) > 1 and NBSP in word:
        return word.replace(NBSP, "")
    form = unicodedata.normalize("NFC", word).translate(table)
    # Word prints what is set in capitals as capitals, whatever was typed.
    return form.casefold() if table is _LOOSE and len(word) > 1 else form


def is_blank(word: str) -> bool:
    """Tell whether a word says nothing: a blank, or the mark of a note."""
    return word.isspace() or word == NOTE


def is_silent(word: str) -> bool:
    """Tell whether a word says nothing after printing, where a bullet may be the writer's or the list's."""
    return is_blank(word) or word in BULLETS
