"""E004: figures that are repeated from the plan, and tables that occur twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.economy import above, budget, changed, outcome, table
from tests.organisations.small import FILES, PLAN, Case, told

PLANNED = (
    "| a | A | | 100,0 | 1,0 | 1,0 |",
    "| b | B | | 200,0 | 1,0 | 1,0 |",
    "| c | C | | 7,0 | 7,0 | 7,0 |",
)
RIGHT = "| a | A | | 100,0 | 90,0 | 10,0 |"
TOLD = (RIGHT, "| b | B | | 200,0 | 190,0 | 10,0 |")
WRONG = ("| a | A | | 110,0 | 90,0 | 20,0 |", "| b | B | | 190,0 | 190,0 | 0,0 |")
WRONG_BY_FRAME = "| b | B | | 210,0 | 200,0 | 10,0 |"
SECOND = "plan2/dokument.yaml"


def again(value: str, unit: str = "tkr", vintage: str = "förslag 2018") -> dict[str, str | bytes | None]:
    """Return a change: another document of the nämnd has the table of the plan with another figure."""
    attributes = f'enhet="{unit}" tecken="kostnad positiv" årgång="{vintage}"'
    shown = table("tabell-budget", attributes, ["2019"], [f"| personal | Personal | | {value} |"])
    return {SECOND: FILES[PLAN], "plan2/1-text.md": f"# Text\n\n{shown}"}


CASES = [
    Case(
        "the plan's budget",
        budget(*PLANNED) | outcome(*TOLD),
        [],
    ),
    Case(
        "typed wrongly",
        budget(*PLANNED) | outcome(RIGHT, WRONG[1]),
        [
            (
                "uppföljning/nämnden/2-ekonomi.md:8:3 E004 fel",
                (
                    "”B” 2019 är 190,0 tkr i ”Budget-och-utfall” men 200,0 tkr i ”Verksamhetsplan "
                    "2019” (skillnad 10,0 tkr)"
                ),
                "Rätta den som är fel, eller hämta siffran dit den behövs.",
            )
        ],
    ),
    Case(
        "two rows typed wrongly",
        budget(*PLANNED) | outcome(*WRONG),
        [
            (
                "uppföljning/nämnden/2-ekonomi.md:7:3 E004 fel",
                (
                    "”A” 2019 är 110,0 tkr i ”Budget-och-utfall” men 100,0 tkr i ”Verksamhetsplan "
                    "2019” (skillnad 10,0 tkr); tabellen har en skillnad till"
                ),
                "Rätta den som är fel, eller hämta siffran dit den behövs.",
            )
        ],
    ),
    Case(
        "other rows are another table",
        budget(*PLANNED) | outcome("| a | A | | 7,0 | 7,0 | 0,0 |", "| x | X | | 7,0 | 7,0 | 0,0 |"),
        [],
    ),
    Case(
        "the frame was changed in between, and one row with it",
        budget(*PLANNED) | above() | changed("+10,0") | outcome(RIGHT, WRONG_BY_FRAME),
        [],
    ),
    Case(
        "a row is changed more than the frame",
        budget(*PLANNED) | above() | changed("+9,0") | outcome(RIGHT, WRONG_BY_FRAME),
        [
            (
                "uppföljning/nämnden/2-ekonomi.md:8:3 E004 fel",
                (
                    "”B” 2019 är 210,0 tkr i ”Budget-och-utfall” men 200,0 tkr i ”Verksamhetsplan "
                    "2019” (skillnad 10,0 tkr)"
                ),
                "Rätta den som är fel, eller hämta siffran dit den behövs.",
            )
        ],
    ),
    Case(
        "the same table twice",
        again("1 000,5"),
        [],
    ),
    Case(
        "in millions",
        again("1,0", "mnkr"),
        [],
    ),
    Case(
        "the same table with another figure",
        again("1 010,5"),
        [
            (
                "plan2/1-text.md:7:3 E004 fel",
                (
                    "”Personal” 2019 är 1\xa0010,5 tkr i ”Tabell-budget” men 1\xa0000,5 tkr i "
                    "”Verksamhetsplan 2019” (skillnad 10,0 tkr)"
                ),
                "Rätta den som är fel, eller hämta siffran dit den behövs.",
            )
        ],
    ),
    Case(
        "in millions with another figure",
        again("1,2", "mnkr"),
        [
            (
                "plan2/1-text.md:7:3 E004 fel",
                (
                    "”Personal” 2019 är 1,2 mnkr i ”Tabell-budget” men 1\xa0000,5 tkr i "
                    "”Verksamhetsplan 2019” (skillnad 0,2 mnkr)"
                ),
                "Rätta den som är fel, eller hämta siffran dit den behövs.",
            )
        ],
    ),
    Case(
        "of another vintage",
        again("1 010,5", vintage="beslut 2018"),
        [],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said
