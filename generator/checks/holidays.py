"""Days on which nobody meets: Sundays, Saturdays, public holidays (lagen 1989:253) and the three eves.

The few rules are counted here: a library of all the world's holidays takes longer to load than all checks.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache

_FIXED = {
    (1, 1): "nyårsdagen",
    (1, 6): "trettondedag jul",
    (5, 1): "första maj",
    (12, 25): "juldagen",
    (12, 26): "annandag jul",
}
_EVES = {(12, 24): "julafton", (12, 31): "nyårsafton"}
_FROM_EASTER = {-2: "långfredagen", 1: "annandag påsk", 39: "Kristi himmelsfärdsdag"}
_DAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
_SATURDAY = 5
_NATIONAL_DAY_SINCE, _WHIT_MONDAY_UNTIL = 2005, 2004


def day_off(day: date, *, eves: bool = True) -> str:
    """Return what kind of day nobody works: ”en lördag”, ”långfredagen”; empty on a working day.

    ``eves`` counts midsommarafton, julafton and nyårsafton too: no meeting is held then, but a year may well
    end on its last day.
    """
    named = _holidays(day.year).get(day) or (_eves(day.year).get(day) if eves else None)
    return named or (f"en {_DAYS[day.weekday()]}" if day.weekday() >= _SATURDAY else "")


@cache
def _holidays(year: int) -> Mapping[date, str]:
    found = {date(year, month, day): name for (month, day), name in _FIXED.items()}
    sunday = easter(year)
    found |= {sunday + timedelta(days): name for days, name in _FROM_EASTER.items()}
    if year >= _NATIONAL_DAY_SINCE:
        found[date(year, 6, 6)] = "nationaldagen"
    if year <= _WHIT_MONDAY_UNTIL:
        found[sunday + timedelta(50)] = "annandag pingst"
    return found


@cache
def _eves(year: int) -> Mapping[date, str]:
    found = {date(year, month, day): name for (month, day), name in _EVES.items()}
    found[_midsummer_eve(year)] = "midsommarafton"
    return found


def _midsummer_eve(year: int) -> date:
    """Return the Friday from the 19th to the 25th of June; the Saturday after it is a Saturday anyway."""
    first = date(year, 6, 19)
    return first + timedelta((4 - first.weekday()) % 7)


def easter(year: int) -> date:
    """Return Easter Sunday of a year in the Gregorian calendar (the anonymous algorithm of 1876)."""
    golden, century, rest = year % 19, year // 100, year % 100
    leaps, age = century // 4, (8 * century + 13) // 25
    moon = (19 * golden + century - leaps - age + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)
