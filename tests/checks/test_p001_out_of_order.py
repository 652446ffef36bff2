"""P001: decisions before what they rest on, and moments in wrong order."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.economy import outcome
from tests.organisations.small import DECIDED, FILES, PLAN, REPORT_DOCUMENT, Case, told

CALENDAR = "kalender/2019.yaml"
REPORT_GOES = {
    REPORT_DOCUMENT: FILES[REPORT_DOCUMENT] + "stadium: till beslut\n",
    **outcome("| a | A | | 1,0 | 1,0 | 0,0 |"),
}


def decided(day: str) -> dict[str, str | bytes | None]:
    """Return a change: the plan was decided that day (the regionplan 28 November 2018)."""
    return {PLAN: FILES[PLAN] + f"stadium: justerad{DECIDED}\n".replace("2018-12-05", day)}


def moments(prepared: str, decided: str, period: str = "2020") -> dict[str, str | bytes | None]:
    """Return a change: a calendar in which the regionplan is prepared and decided then."""
    return {
        CALENDAR: "momenter:\n"
        f"  - {{slag: regionplan, steg: beredning, organ: styrelsen, när: {prepared}, period: 2020}}\n"
        f"  - {{slag: regionplan, steg: beslut, organ: fullmäktige, när: {decided}, period: {period}}}\n"
    }


CASES = [
    Case(
        "after the regionplan",
        decided("2018-12-05"),
        [],
    ),
    Case(
        "the same day",
        decided("2018-11-28"),
        [],
    ),
    Case(
        "before the regionplan",
        decided("2018-11-20"),
        [
            (
                "plan/nämnden/dokument.yaml:8:9 P001 varning",
                (
                    "”Verksamhetsplan 2019” beslutades den 20\xa0november\xa02018, före ”Regionplan "
                    "2019–2021” som den bygger på (den 28\xa0november\xa02018)"
                ),
                "Rätta datumet, om det är fel.",
            )
        ],
    ),
    Case(
        "a report on a plan that is not decided",
        REPORT_GOES,
        [
            (
                "uppföljning/nämnden/dokument.yaml:6:13 P001 varning",
                (
                    "”Verksamhetsberättelse 2019” följer upp ”Verksamhetsplan 2019”, som inte är "
                    "beslutad utan har stadiet utkast"
                ),
                "Rätta ”stadium” i planen om den är beslutad.",
            )
        ],
    ),
    Case(
        "a report on a decided plan",
        REPORT_GOES | decided("2018-12-05"),
        [],
    ),
    Case(
        "a calendar in order",
        moments("2019-10-23", "november"),
        [],
    ),
    Case(
        "a month that may come after the day",
        moments("2019-10-23", "oktober"),
        [],
    ),
    Case(
        "a calendar that decides first",
        moments("2019-10-23", "2019-10-22"),
        [
            (
                "kalender/2019.yaml:3:12 P001 varning",
                (
                    "Kalendern har beslutet om regionplan den 22\xa0oktober\xa02019, före beredningen den "
                    "23\xa0oktober\xa02019"
                ),
                "Rätta den dag som är fel.",
            )
        ],
    ),
    Case(
        "of another period",
        moments("2019-10-23", "2019-10-22", "2021"),
        [],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said
