"""Dates in texts, as Swedes write them: a day, or a month alone."""

from __future__ import annotations

import re
from datetime import date

from generator.domain.datum import MONTHS
from generator.domain.kalender import Dagar

_DATE = re.compile(
    rf"(?:(?P<day>\d{{1,2}})[ \u00a0])?(?P<month>{'|'.join(MONTHS)})(?:[ \u00a0](?P<year>(?:19|20)\d\d))?",
    re.IGNORECASE,
)
_ISO = re.compile(r"((?:19|20)\d\d)-(\d\d)-(\d\d)", re.ASCII)
_LEAP_YEAR = 2000


def on(days: Dagar | date) -> str:
    """Return when it is, as it stands in a sentence: ”den 8 maj 2019”, ”i november 2019”."""
    if isinstance(days, date):
        days = Dagar.day(days)
    return f"{'den' if days.is_day else 'i'} {days}"


def days_in(text: str, year: int | None) -> tuple[Dagar, bool] | None:
    """Return the day or month that a text consists of, and whether it tells its year; None for other texts.

    ``year`` is the year when the text has none; without one the order within a year can still be seen.
    """
    said = text.strip()
    iso = _ISO.fullmatch(said)
    match = _DATE.fullmatch(said)
    own = iso[1] if iso else match["year"] if match else None
    when = int(own) if own else year or _LEAP_YEAR
    try:
        if iso:
            return Dagar.day(date.fromisoformat(said)), True
        if match is None:
            return None
        month = MONTHS.index(match["month"].lower()) + 1
        days = Dagar.day(date(when, month, int(match["day"]))) if match["day"] else Dagar.month(when, month)
    except ValueError:
        return None
    return days, own is not None
