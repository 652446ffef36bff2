"""E003: the frames and the result show the same money with opposite signs."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.economy import above
from tests.organisations.small import Case, told

LEFT_OUT = (
    "| nämnden | Vårdnämnden | | 1 200,5 | 1 210,0 | 1 220,0 |",
    "| styrelsen | Regionstyrelsen | | -100,0 | -100,0 | -100,0 |",
    "| totalt | Resultat | styrelsen | -100,0 | -100,0 | -100,0 |",
)


ROUNDED = (
    "| a | A | | 0,10 | 0,10 | 0,10 |",
    "| b | B | | 0,01 | 0,00 | 0,00 |",
    "| resultat | Resultat | a, b | 0,11 | 0,10 | 0,10 |",
)


def result(shown: str) -> tuple[str, ...]:
    """Return rows whose result for the three years is this."""
    return (f"| resultat | Resultat | | {shown} |",)


CASES = [
    Case(
        "they agree",
        above(),
        [],
    ),
    Case(
        "a million missing in one year",
        above(result=result("0,1 | 1,1 | 0,1")),
        [
            (
                "regionplan/2-budget.md:9:3 E003 fel",
                (
                    "Ramarna för 2020 blir −100,0 tkr, men resultatet i ”Resultatbudget” är 1,1 "
                    "mnkr (skillnad 1\xa0000,0 tkr)"
                ),
                "Rätta den av tabellerna som är fel.",
            )
        ],
    ),
    Case(
        "in every year",
        above(result=result("0,2 | 0,3 | 0,4")),
        [
            (
                "regionplan/2-budget.md:9:3 E003 fel",
                (
                    "Ramarna för 2019 blir −100,0 tkr, men resultatet i ”Resultatbudget” är 0,2 "
                    "mnkr (skillnad 100,0 tkr); detsamma gäller 2020 och 2021"
                ),
                "Rätta den av tabellerna som är fel.",
            )
        ],
    ),
    Case(
        "of another vintage",
        above(result=result("9,9 | 9,9 | 9,9"), proposed="förslag 2018"),
        [],
    ),
    Case(
        "a nämnd that no sum counts",
        above(frames=LEFT_OUT),
        [
            (
                "regionplan/2-budget.md:7:3 E003 fel",
                "Ramen för vårdnämnden räknas inte in i ”Resultat”",
                "Lägg till nämnden i Summa av, eller ta bort raden.",
            )
        ],
    ),
    Case(
        "ten that rounding explains",
        above(result=ROUNDED),
        [
            (
                "regionplan/2-budget.md:9:3 E003 notering",
                (
                    "Ramarna för 2019 blir −100,0 tkr, men resultatet i ”Resultatbudget” är 0,11 "
                    "mnkr (skillnad 10,0 tkr)"
                ),
                "Inget behöver göras: så mycket kan avrundning ge. Säg det gärna i en not.",
            )
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said
