"""Single values out of JSON: texts, numbers, days, moments, each of the type it should be, or none."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from generator.documents.json_text import WrongError

_Read = Callable[[Any, str], Any]

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MOST_DIGITS = 60


def _exactly(kind: type, what: str) -> _Read:
    def read(data: Any, where: str) -> Any:
        if type(data) is not kind:
            raise WrongError(f"vid {where} ska stå {what}")
        return data

    return read


def plain_text(data: Any, where: str) -> str:
    """Return a text. Raises WrongError for anything else, and for a character that no document can hold."""
    if type(data) is not str:
        raise WrongError(f"vid {where} ska stå en text")
    if _FORBIDDEN.search(data):
        raise WrongError(f"vid {where} står ett tecken som inte kan stå i ett dokument")
    return data


def _decimal(data: Any, where: str) -> Decimal:
    text = plain_text(data, where)
    number = Decimal(text) if len(text) <= _MOST_DIGITS else Decimal("NaN")
    if not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS:
        raise WrongError(f"vid {where} ska stå ett tal")
    return number


def _day(data: Any, where: str) -> date:
    try:
        return date.fromisoformat(plain_text(data, where))
    except ValueError as problem:
        raise WrongError(f"vid {where} ska stå ett datum") from problem


def _moment(data: Any, where: str) -> datetime:
    """Return a moment that can be compared with others, with its offset from UTC."""
    try:
        found = datetime.fromisoformat(plain_text(data, where))
        found.timestamp()
    except (ValueError, OverflowError) as problem:
        raise WrongError(f"vid {where} ska stå en tidpunkt") from problem
    if found.tzinfo is None:
        raise WrongError(f"vid {where} ska stå en tidpunkt med tidszon")
    return found


PLAIN: dict[Any, _Read] = {
    str: plain_text,
    bool: _exactly(bool, "ja eller nej"),
    int: _exactly(int, "ett heltal"),
    Decimal: _decimal,
    date: _day,
    datetime: _moment,
}
"""What reads a value of each type from what JSON gave for it; the other argument says where it stands."""
