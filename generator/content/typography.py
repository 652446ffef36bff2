"""Spaces that must not break: an amount, a date or a paragraph sign is never split between two lines."""

from __future__ import annotations

import re

from generator.domain.belopp import NBSP
from generator.domain.datum import MONTHS

_MAYBE = re.compile(r"[\d§] ")
_GROUPED = re.compile(r"(?<![\d,])[1-9]\d{0,2}(?: \d{3})+(?!\d)", re.ASCII)
_UNITS = ("%", "‰", "mnkr", "tkr", "kr", "kronor", "miljoner", "miljarder", "procent", "kap")
_AFTER_NUMBER = re.compile(rf"(?<=\d) (?=(?:{'|'.join((*_UNITS, *MONTHS))})(?!\w))")
_BEFORE_SIGN = re.compile(r"(?<=\d)(?<!(?:19|20)\d\d) (?=§)")
"""In ”5 § kommunallagen”. After a year, ”12 november 2018 § 124”, the sign belongs to what follows."""

_AFTER_SIGN = re.compile(r"(?<=§) (?=\d)")


def no_break(text: str) -> str:
    """Return the text with no-break spaces in ``1 234``, ``12 %``, ``8 maj``, ``11 kap.``, ``§ 45``."""
    if not _MAYBE.search(text):
        return text
    text = _GROUPED.sub(lambda match: match[0].replace(" ", NBSP), text)
    for pattern in (_AFTER_NUMBER, _BEFORE_SIGN, _AFTER_SIGN):
        text = pattern.sub(NBSP, text)
    return text
