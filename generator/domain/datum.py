"""Dates and periods as Swedish documents print them: 8 maj 2019, november 2019, 2019–2021."""

from __future__ import annotations

from datetime import date

from generator.diagnostics.values import dataclass
from generator.domain.belopp import NBSP

MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)


def format_date(day: date) -> str:
    """Return ``8 maj 2019``; day and month never part at the end of a line."""
    return f"{day.day}{NBSP}{MONTHS[day.month - 1]}{NBSP}{day.year}"


@dataclass(frozen=True, slots=True)
class Datum:
    """A day; prints as ``8 maj 2019``."""

    value: date

    def __str__(self) -> str:
        return format_date(self.value)

    def __bool__(self) -> bool:
        return True


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """The calendar years a document covers, first and last included."""

    start: int
    end: int

    def __str__(self) -> str:
        return str(self.start) if self.start == self.end else f"{self.start}–{self.end}"

    def __contains__(self, year: int) -> bool:
        return self.start <= year <= self.end


@dataclass(frozen=True, slots=True)
class Giltighet:
    """Validity in time, open at either end (None)."""

    start: date | None = None
    end: date | None = None

    def covers(self, day: date) -> bool:
        """Tell whether the day lies within."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)

    def overlaps(self, period: Period) -> bool:
        """Tell whether any day of the period lies within."""
        begins_in_time = self.start is None or self.start.year <= period.end
        return begins_in_time and (self.end is None or self.end.year >= period.start)
