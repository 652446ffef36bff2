"""P006: dates on which nobody works."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.checks.holidays import day_off, easter
from tests.organisations.small import ANSWER, DECIDED, FILES, GOAL, PLAN, Case, told

CALENDAR = "kalender/2019.yaml"
MEETINGS = """momenter:
  - {slag: x, organ: nämnden, när: 2019-06-21}
  - {slag: x, organ: nämnden, när: juni}
"""


def decided(day: str) -> dict[str, str | bytes | None]:
    """Return a change: the plan was decided that day."""
    return {PLAN: FILES[PLAN] + f"stadium: justerad{DECIDED}\n".replace("2018-12-05", day)}


def orders(*days: str) -> dict[str, str | bytes | None]:
    """Return a change: goals with orders whose last days are these."""
    text = "\n### Uppdrag till vårdnämnden {{#o{} senast='{}'}}\n\nVårdnämnden ska göra något.\n"
    orders = [text.format(n, day).replace("'", '"') for n, day in enumerate(days)]
    answered = ", ".join(["korta-köer", *(f"o{n}" for n in range(len(days)))])
    return {GOAL: FILES[GOAL] + "".join(orders), ANSWER: FILES[ANSWER].replace("korta-köer", answered)}


CASES = [
    Case(
        "a Wednesday",
        decided("2018-12-05"),
        [],
    ),
    Case(
        "a Sunday",
        decided("2018-12-09"),
        [
            (
                "plan/nämnden/dokument.yaml:8:9 P006 notering",
                "Den 9\xa0december\xa02018 är en söndag",
                "Rätta datumet, om det är fel.",
            )
        ],
    ),
    Case(
        "julafton",
        decided("2018-12-24"),
        [
            (
                "plan/nämnden/dokument.yaml:8:9 P006 notering",
                "Den 24\xa0december\xa02018 är julafton",
                "Rätta datumet, om det är fel.",
            )
        ],
    ),
    Case(
        "last days on nyårsafton",
        orders("2019-12-31"),
        [],
    ),
    Case(
        "last days on a Saturday and on Ascension Day",
        orders("2019-06-29", "2019-05-30", "2019-06-28"),
        [
            (
                "mål/1.1-vård.md:24:1 P006 notering",
                "Den 29\xa0juni\xa02019 är en lördag; på en helg infaller också 30\xa0maj\xa02019",
                "Rätta datumet, om det är fel.",
            )
        ],
    ),
    Case(
        "a calendar with a meeting on midsommarafton",
        {CALENDAR: MEETINGS},
        [
            (
                "kalender/2019.yaml:2:12 P006 notering",
                "Den 21\xa0juni\xa02019 är midsommarafton",
                "Rätta datumet, om det är fel.",
            )
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said


# The movable ones of some years, and what is a holiday only in some.
DAYS = {
    date(2019, 4, 19): "långfredagen",
    date(2019, 4, 22): "annandag påsk",
    date(2019, 5, 30): "Kristi himmelsfärdsdag",
    date(2008, 3, 21): "långfredagen",
    date(2038, 4, 26): "annandag påsk",
    date(2019, 6, 6): "nationaldagen",
    date(1983, 6, 6): "",
    date(2004, 5, 31): "annandag pingst",
    date(2021, 5, 24): "",
    date(2020, 6, 19): "midsommarafton",
    date(2026, 6, 19): "midsommarafton",
    date(2025, 6, 21): "en lördag",
    date(2019, 11, 2): "en lördag",
    date(2019, 1, 7): "",
}


@pytest.mark.parametrize(("day", "name"), DAYS.items(), ids=str)
def test_the_days_off_of_a_year(day: date, name: str) -> None:
    assert day_off(day) == name


def test_eves_are_days_off_for_meetings_only() -> None:
    assert day_off(date(2019, 12, 31)) == "nyårsafton"
    assert day_off(date(2019, 12, 31), eves=False) == ""


def test_easter_is_a_sunday_between_22_march_and_25_april() -> None:
    for year in range(1900, 2200):
        sunday = easter(year)
        assert sunday.weekday() == 6
        assert date(year, 3, 22) <= sunday <= date(year, 4, 25)
