"""P002: decisions after the calendar's day, or the law's."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.economy import above
from tests.organisations.small import BASE, DECIDED, FILES, ORG, PLAN, Case, told

NOVEMBER = (
    "momenter:\n  - {slag: verksamhetsplan, steg: beslut, organ: nämnden, när: november, period: 2019}\n"
)


def plan(stage: str, day: str = "", today: str = "2018-12-24") -> dict[str, str | bytes | None]:
    """Return a change: the plan is to be decided in November; it is in this stage, decided that day."""
    said = f"{DECIDED}\n".replace("2018-12-05", day) if day else "\n"
    return {
        "kalender/2018.yaml": NOVEMBER,
        PLAN: FILES[PLAN] + f"stadium: {stage}{said}",
        ORG: FILES[ORG] + f"läge: {today}\n",
    }


def decided(day: str, year: int = 2019) -> dict[str, str | bytes | None]:
    """Return a change: a regionplan with a budget from that year, decided that day."""
    base = FILES[BASE].replace("2019–2021\nstadium", f"{year}–{year + 2}\nstadium")
    return above(years=[str(year + n) for n in range(3)]) | {BASE: base.replace("2018-11-28", day)}


CASES = [
    Case(
        "in time",
        plan("justerad", "2018-11-30"),
        [],
    ),
    Case(
        "in December",
        plan("justerad", "2018-12-05"),
        [
            (
                "plan/nämnden/dokument.yaml:8:9 P002 varning",
                (
                    "”Verksamhetsplan 2019” beslutades den 5\xa0december\xa02018; kalendern säger "
                    "november 2018"
                ),
                "Rätta datumet eller stadiet, eller ändra kalendern om tiden har flyttats.",
            )
        ],
    ),
    Case(
        "not decided, and its time has come",
        plan("förslag"),
        [
            (
                "plan/nämnden/dokument.yaml:6:10 P002 varning",
                (
                    "”Verksamhetsplan 2019” skulle enligt kalendern ha beslutats i november 2018 "
                    "men har stadiet förslag"
                ),
                "Rätta datumet eller stadiet, eller ändra kalendern om tiden har flyttats.",
            )
        ],
    ),
    Case(
        "a draft whose time has come",
        plan("utkast"),
        [
            (
                "plan/nämnden/dokument.yaml:6:10 P002 notering",
                (
                    "”Verksamhetsplan 2019” skulle enligt kalendern ha beslutats i november 2018 "
                    "men har stadiet utkast"
                ),
                "Rätta datumet eller stadiet, eller ändra kalendern om tiden har flyttats.",
            )
        ],
    ),
    Case(
        "not decided, and its time has not come",
        plan("förslag", today="2018-11-30"),
        [],
    ),
    Case(
        "no day to judge as of",
        plan("förslag") | {ORG: FILES[ORG]},
        [],
    ),
    Case(
        "a budget in November",
        decided("2019-11-27", 2020),
        [],
    ),
    Case(
        "a budget in December",
        decided("2019-12-04", 2020),
        [
            (
                "regionplan/dokument.yaml:7:9 P002 varning",
                (
                    "Budgeten i ”Regionplan 2019–2021” beslutades den 4\xa0december\xa02019, efter den "
                    "30\xa0november\xa02019"
                ),
                ("Så sent får den beslutas bara i särskilda fall (11 kap. 10 § kommunallagen, från 2018)."),
            )
        ],
    ),
    Case(
        "a budget in December of an election year",
        decided("2018-12-03"),
        [],
    ),
    Case(
        "a budget in January",
        decided("2019-01-23"),
        [
            (
                "regionplan/dokument.yaml:7:9 P002 varning",
                (
                    "Budgeten i ”Regionplan 2019–2021” beslutades den 23\xa0januari\xa02019, efter den "
                    "31\xa0december\xa02018"
                ),
                ("Så sent får den beslutas bara i särskilda fall (11 kap. 10 § kommunallagen, från 2018)."),
            )
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said
