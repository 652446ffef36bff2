"""P003: tables of dates; a month alone is a date, and a year may turn."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import Case, chapter, told


def schedule(*days: str, title: str = "Tidplan 2019") -> dict[str, str | bytes | None]:
    """Return a change: a chapter with a table of these days, the first on line 7."""
    rows = "".join(f"| {day} | Beslut |\n" for day in days)
    return chapter(f"Tabell: {title}\n\n| När | Vad |\n|-----|-----|\n{rows}")


CASES = [
    Case(
        "in order",
        schedule("24 april", "8 maj", "21 augusti", "November", "December"),
        [],
    ),
    Case(
        "two out of order",
        schedule("29 augusti", "23 augusti", "25 september", "6 november", "Oktober"),
        [
            (
                "plan/nämnden/4-text.md:8:3 P003 notering",
                "”23\xa0augusti” står efter ”29\xa0augusti” i ”Tidplan 2019” (2 ställen)",
                "Flytta raden, så att tiden går framåt.",
            )
        ],
    ),
    Case(
        "a month around a day",
        schedule("6 november", "November", "20 november"),
        [],
    ),
    Case(
        "the year turns",
        schedule("November", "December", "Januari", "Februari", title="Tidplan"),
        [],
    ),
    Case(
        "with years",
        schedule("1 november 2019", "1 januari 2019", "1 februari 2019"),
        [
            (
                "plan/nämnden/4-text.md:8:3 P003 notering",
                "”1\xa0januari 2019” står efter ”1\xa0november 2019” i ”Tidplan 2019”",
                "Flytta raden, så att tiden går framåt.",
            )
        ],
    ),
    Case(
        "ISO dates",
        schedule("2019-11-01", "2019-01-01", "2019-02-01"),
        [
            (
                "plan/nämnden/4-text.md:8:3 P003 notering",
                "”2019-01-01” står efter ”2019-11-01” i ”Tidplan 2019”",
                "Flytta raden, så att tiden går framåt.",
            )
        ],
    ),
    Case(
        "two dates are no schedule",
        schedule("8 maj", "24 april"),
        [],
    ),
    Case(
        "words among the dates",
        schedule("8 maj", "24 april", "23 april", "senare"),
        [],
    ),
    Case(
        "a day that is not in the almanac",
        schedule("8 maj", "31 april", "23 april"),
        [],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said
