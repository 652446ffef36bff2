"""The organisation's year: what is prepared and decided when, by whom."""

from __future__ import annotations

import calendar
from dataclasses import field
from datetime import date
from enum import StrEnum

from generator.diagnostics import NOWHERE, Position
from generator.diagnostics.values import dataclass
from generator.domain.datum import MONTHS, Period, format_date


class Steg(StrEnum):
    """What happens at a moment of the year: a body prepares a document, or decides it."""

    BEREDNING = "beredning"
    BESLUT = "beslut"


@dataclass(frozen=True, slots=True)
class Dagar:
    """A day, or a whole month when only the month is known; prints as ``8 maj 2019`` or ``maj 2019``."""

    first: date
    last: date

    @classmethod
    def day(cls, day: date) -> Dagar:
        """Return the one day."""
        return cls(day, day)

    @classmethod
    def month(cls, year: int, month: int) -> Dagar:
        """Return the whole month."""
        return cls(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]))

    @property
    def is_day(self) -> bool:
        """Tell whether the very day is known."""
        return self.first == self.last

    def __str__(self) -> str:
        if self.is_day:
            return format_date(self.first)
        return f"{MONTHS[self.first.month - 1]} {self.first.year}"


@dataclass(frozen=True, slots=True)
class Moment:
    """One moment of the year: a kind of document (``slag``) and a step.

    The kind need not be one that can be built. ``organ`` are the bodies (ids) that prepare or decide it then;
    ``period`` the years that the document is for, None when the calendar does not say; ``notering`` what else
    there is to know.
    """

    slag: str
    steg: Steg
    organ: tuple[str, ...]
    nar: Dagar
    period: Period | None = None
    notering: str = ""
    position: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Kalender:
    """The moments of one calendar year, as the file has them."""

    ar: int
    momenter: tuple[Moment, ...]
    position: Position = field(default=NOWHERE, compare=False)
