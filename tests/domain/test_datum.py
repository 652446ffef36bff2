"""Days, periods and validity."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.declared import WrongValueError
from generator.content.fields import read_period
from generator.domain.belopp import NBSP
from generator.domain.datum import Datum, Giltighet, Period, format_date

DAYS = st.dates(date(1800, 1, 1), date(2999, 12, 31))
PERIODS = st.builds(
    lambda start, years: Period(start, start + years), st.integers(1800, 2990), st.integers(0, 9)
)


def test_a_day_as_a_document_prints_it() -> None:
    assert format_date(date(2019, 5, 8)) == f"8{NBSP}maj{NBSP}2019"
    assert str(Datum(date(2020, 2, 29))) == f"29{NBSP}februari{NBSP}2020"
    assert Datum(date(1, 1, 1))


@given(DAYS)
def test_a_printed_day_holds_day_month_and_year_and_never_breaks(day: date) -> None:
    number, month, year = format_date(day).split(NBSP)
    assert (int(number), int(year)) == (day.day, day.year)
    assert month.isalpha()
    assert month == month.lower()


@given(DAYS, DAYS)
def test_two_days_are_printed_alike_only_if_they_are_one(one: date, other: date) -> None:
    assert (format_date(one) == format_date(other)) == (one == other)


def test_a_period_of_one_year_is_a_year_and_a_longer_one_has_a_dash() -> None:
    assert str(Period(2019, 2019)) == "2019"
    assert str(Period(2019, 2021)) == "2019–2021"


@given(PERIODS)
def test_a_printed_period_is_read_again(period: Period) -> None:
    assert read_period(str(period)) == period
    assert read_period(f"{period.start} - {period.end}") == period


@pytest.mark.parametrize(
    "text", ["", "19", "2019-", "2019–20", "i år", "2021–2019", "٢٠١٩", "0000", "2019 2020"]
)
def test_what_is_no_period(text: str) -> None:
    with pytest.raises(WrongValueError):
        read_period(text)


@given(PERIODS, st.integers(1790, 3010))
def test_a_period_holds_its_years(period: Period, year: int) -> None:
    assert (year in period) == (period.start <= year <= period.end)


@given(st.none() | DAYS, st.none() | DAYS, DAYS)
def test_what_covers_a_day_overlaps_its_year(start: date | None, end: date | None, day: date) -> None:
    giltighet = Giltighet(start, end)
    if giltighet.covers(day):
        assert giltighet.overlaps(Period(day.year, day.year))


@given(PERIODS)
def test_validity_without_bounds_covers_all(period: Period) -> None:
    assert Giltighet().overlaps(period)
    last = date(period.end, 12, 31)
    assert Giltighet(last, None).overlaps(period)
    assert not Giltighet(last + timedelta(days=1), None).overlaps(period)
    first = date(period.start, 1, 1)
    assert Giltighet(None, first).overlaps(period)
    assert not Giltighet(None, first - timedelta(days=1)).overlaps(period)
