"""When an outcome is due: what ”Delårs- och årsbokslut” means for a year."""

from __future__ import annotations

import re
from datetime import date

from generator.domain.datum import MONTHS, Period

_MOMENTS = (
    ("månad", (1, 31)),
    ("kvartal", (3, 31)),
    ("tertial", (4, 30)),
    ("halvår", (6, 30)),
    ("delår", (8, 31)),
)
"""What a word in Frekvens means: the day of the year that the first outcome is of."""

_SWEDISH = re.compile(rf"(?:(\d{{1,2}})\s+)?({'|'.join(MONTHS)})\s+((?:19|20)\d\d)", re.IGNORECASE)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_YEAR = re.compile(r"(?<![\d–-])((?:19|20)\d\d)(?![\d])", re.ASCII)
_NEXT = re.compile(r"nästa\s+(?:mätning|gång)", re.IGNORECASE)


def first_due(frekvens: str, period: Period) -> date:
    """Return the day that the first outcome of a period is of.

    What only comes at årsbokslut, and what is not understood, is due when the year has ended.
    """
    words = frekvens.casefold()
    for word, (month, day) in _MOMENTS:
        if word in words:
            return date(period.start, month, day)
    return date(period.start, 12, 31)


def next_measured(*texts: str) -> date | None:
    """Return the day before which no new outcome can be asked for: ”nästa mätning senast 2020”."""
    for text in texts:
        said = _NEXT.search(text)
        if said is not None:
            return last_day_in(text[said.end() :])
    return None


def last_day_in(text: str) -> date | None:
    """Return the last day of the first date in a text: 2019-06-30, 30 juni 2019, juni 2019 or 2019."""
    if found := _ISO.search(text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _SWEDISH.search(text):
        month = MONTHS.index(found[2].casefold()) + 1
        return _day(int(found[3]), month, int(found[1])) if found[1] else _end(int(found[3]), month)
    if found := _YEAR.search(text):
        return date(int(found[1]), 12, 31)
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _end(year: int, month: int) -> date:
    later = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(later.toordinal() - 1)
