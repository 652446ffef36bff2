"""E002: a nämnd's budget and its frame; rounding is understood, units are converted."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.economy import YEARS, above, budget, changed, table
from tests.organisations.small import BUDGET, FILES, PLAN, Case, told

INVESTMENTS = table(
    "investeringsbudget",
    'enhet="tkr" tecken="kostnad positiv" årgång="nämndens beslut"',
    YEARS,
    ["| a | A | | 7,0 | 7,0 | 7,0 |", "| s | Summa | a | 7,0 | 7,0 | 7,0 |"],
)


def planned(drift: str, total: str, unit: str = "tkr") -> dict[str, str | bytes | None]:
    """Return a change: frames above, and a plan with this drift and this total for the three years."""
    personal = "| a | Personal | | 1 000,5 | 1 000,0 | 1 000,0 |"
    rows = (personal, f"| b | Drift | | {drift} |", f"| s | Totalt | a, b | {total} |")
    return above() | budget(*rows, unit=unit)


def decided_on(day: str) -> dict[str, str | bytes | None]:
    """Return a change: the day of the plan."""
    return {PLAN: FILES[PLAN] + f"datum: {day}\n"}


CASES = [
    Case(
        "no frames above",
        {},
        [],
    ),
    Case(
        "the frame, year by year",
        planned("200,0 | 210,0 | 220,0", "1 200,5 | 1 210,0 | 1 220,0"),
        [],
    ),
    Case(
        "ten thousand kronor too much in two years",
        planned("210,0 | 210,0 | 230,0", "1 210,5 | 1 210,0 | 1 230,0"),
        [
            (
                "plan/nämnden/3-budget.md:9:3 E002 fel",
                (
                    "Budgeten för vårdnämnden 2019 är 1\xa0210,5 tkr, men ramen i ”Regionplan "
                    "2019–2021” är 1\xa0200,5 tkr (skillnad 10,0 tkr); detsamma gäller 2021"
                ),
                "Rätta fördelningen så att summan blir ramen.",
            )
        ],
    ),
    Case(
        "in millions",
        above() | budget("| nämnden | Nämnden | | 1,2 | 1,2 | 1,2 |", unit="mnkr"),
        [],
    ),
    Case(
        "too much in millions",
        above() | budget("| nämnden | Nämnden | | 1,2 | 1,3 | 1,2 |", unit="mnkr"),
        [
            (
                "plan/nämnden/3-budget.md:7:3 E002 fel",
                (
                    "Budgeten för vårdnämnden 2020 är 1,3 mnkr, men ramen i ”Regionplan 2019–2021” "
                    "är 1\xa0210,0 tkr (skillnad 0,1 mnkr)"
                ),
                "Rätta fördelningen så att summan blir ramen.",
            )
        ],
    ),
    Case(
        "rounded parts",
        planned("202 | 210 | 220", "1 202 | 1 210,0 | 1 220,0"),
        [
            (
                "plan/nämnden/3-budget.md:9:3 E001 notering",
                (
                    "I ”Nämndens-budget” skiljer sig en summa från sina delar med högst 0,5 tkr, så "
                    "mycket som avrundning kan ge"
                ),
                "Inget behöver göras. Säg gärna i en not att delarna är avrundade var för sig.",
            ),
            (
                "plan/nämnden/3-budget.md:9:3 E002 fel",
                (
                    "Budgeten för vårdnämnden 2019 är 1\xa0202 tkr, men ramen i ”Regionplan 2019–2021” "
                    "är 1\xa0200,5 tkr (skillnad 1,5 tkr)"
                ),
                "Rätta fördelningen så att summan blir ramen.",
            ),
        ],
    ),
    Case(
        "the frame as it was changed before the plan was decided",
        planned("300,0 | 210,0 | 220,0", "1 300,5 | 1 210,0 | 1 220,0")
        | decided_on("2019-03-28")
        | changed(),
    ),
    Case(
        "a change that came after the plan",
        planned("200,0 | 210,0 | 220,0", "1 200,5 | 1 210,0 | 1 220,0")
        | decided_on("2018-12-05")
        | changed(),
    ),
    Case(
        "a change that the plan should have taken up",
        planned("200,0 | 210,0 | 220,0", "1 200,5 | 1 210,0 | 1 220,0")
        | decided_on("2019-03-28")
        | changed(),
        [
            (
                "plan/nämnden/3-budget.md:9:3 E002 fel",
                (
                    "Budgeten för vårdnämnden 2019 är 1\xa0200,5 tkr, men den gällande ramen den "
                    "28\xa0mars\xa02019 är 1\xa0300,5 tkr (skillnad 100,0 tkr)"
                ),
                "Rätta fördelningen så att summan blir ramen.",
            )
        ],
    ),
    Case(
        "a year that the frames do not have",
        above() | budget("| nämnden | Nämnden | | 7,0 |", years=["2022"]),
        [],
    ),
    Case(
        "the budget of the running of things only",
        above() | {BUDGET: f"# Budget\n\n{INVESTMENTS}"},
        [],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == list(case.said)
