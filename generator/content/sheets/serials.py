"""Excel's dates, which are numbers of days, as Swedes write them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal

from generator.domain.datum import format_date

_LAST = 2_958_465  # 31 December 9999
_NEVER = 60  # 29 February 1900, which Excel thinks there was
_FIRST = date(1904, 1, 1)
_SECONDS = 86_400
_HOUR = 3_600


def day_of(number: int, *, from_1904: bool) -> date | None:
    """Return the day with this number; None for what is no day."""
    if from_1904:
        return _FIRST + timedelta(number) if 0 <= number <= _LAST - 1_462 else None
    if number == _NEVER or not 1 <= number <= _LAST:
        return None
    return date(1899, 12, 31 if number < _NEVER else 30) + timedelta(number)


def show_moment(value: Decimal, letters: str, *, from_1904: bool) -> str | None:
    """Return date and time of day as far as the number format shows them, or None for what is no date.

    ``letters`` are those of the format: y, m, d, h, s, and H for hours that go on after 24.
    """
    if not 0 <= value <= _LAST + 1:
        return None
    seconds = int((value * _SECONDS).quantize(Decimal(1), ROUND_HALF_UP))
    if "H" in letters:
        return f"{seconds // _HOUR}:{seconds % _HOUR // 60:02}"
    number, rest = divmod(seconds, _SECONDS)
    parts = []
    if any(letter in letters for letter in "yd") or ("m" in letters and not _has_time(letters)):
        day = day_of(number, from_1904=from_1904)
        if day is None:
            return None
        parts.append(_date(day, letters))
    if _has_time(letters):
        clock = f"{rest // _HOUR:02}.{rest % _HOUR // 60:02}"
        parts.append(f"kl. {clock}" if parts else clock)
    return " ".join(parts)


def _has_time(letters: str) -> bool:
    return "h" in letters or "s" in letters


def _date(day: date, letters: str) -> str:
    """Return 8 maj 2019, maj 2019, 8 maj, 2019."""
    there = [part in letters for part in "dmy"]
    if _has_time(letters) and "y" in letters:
        there = [True, True, True]
    words = format_date(day).split("\N{NO-BREAK SPACE}")
    shown = [word for word, wanted in zip(words, there, strict=True) if wanted]
    # Only day and month must not part; a month and its year may.
    return "\N{NO-BREAK SPACE}".join(shown) if there[0] else " ".join(shown)


def show_iso(text: str) -> str | None:
    """Return a date that the file gives in letters (ISO 8601), as Swedes write it."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    day = format_date(moment.date())
    return day if len(text) <= len("2019-05-08") else f"{day} kl. {moment:%H.%M}"
