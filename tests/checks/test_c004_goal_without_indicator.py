"""C004: goals to be judged without anything to judge them by."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import (
    ANSWER,
    BUDGET,
    FILES,
    GOAL,
    MODEL,
    OUTCOME,
    PLAN,
    REPORT_DOCUMENT,
    Case,
    add,
    swap,
    told_by,
)

HEAD = "| Id | Indikator | Ingångsvärde | Målvärde | Frekvens | Källa |\n"
RULE = "|----|-----------|--------------|----------|----------|-------|\n"
TABLE = f"## Indikatorer\n\n{HEAD}{RULE}"
ABOVE = f"{TABLE}| väntetid | Väntetid | 2018=9 dagar | Minskning | Årligen | Register |\n"
OWN = f"{TABLE}| nöjdhet | Nöjdhet | 72 (2018) | Ökning | Årligen | Enkät |\n"

CASES = [
    Case(
        "the goal has fullmäktige's and the nämnd's",
        {},
        [],
    ),
    Case(
        "fullmäktige's alone",
        swap(ANSWER, OWN, "") | {OUTCOME: None},
        [],
    ),
    Case(
        "the nämnd's alone",
        swap(GOAL, ABOVE, "") | {OUTCOME: None},
        [],
    ),
    Case(
        "an indikator of an own insats",
        swap(GOAL, ABOVE, "")
        | swap(ANSWER, OWN, "")
        | {ANSWER: FILES[ANSWER].replace(OWN, "") + OWN.replace("##", "###"), OUTCOME: None},
        [],
    ),
    Case(
        "neither",
        swap(GOAL, ABOVE, "") | swap(ANSWER, OWN, "") | {OUTCOME: None},
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:2:12 C004 notering",
                "Målet ”Vård i tid” ska bedömas, men det finns ingen indikator för det",
                ("Lägg till en egen indikator i planen, i en tabell under rubriken ”Indikatorer”."),
            ),
        ],
    ),
    Case(
        "neither, on its way to decision",
        swap(GOAL, ABOVE, "") | swap(ANSWER, OWN, "") | add(PLAN, "stadium: till beslut\n") | {OUTCOME: None},
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:2:12 C004 fel",
                "Målet ”Vård i tid” ska bedömas, men det finns ingen indikator för det",
                ("Lägg till en egen indikator i planen, i en tabell under rubriken ”Indikatorer”."),
            ),
        ],
    ),
    Case(
        "nobody judges the level",
        swap(MODEL, "    bedöms: ja\n", "") | swap(GOAL, ABOVE, "") | swap(ANSWER, OWN, "") | {OUTCOME: None},
        [],
    ),
    Case(
        "no nämnd has a plan yet",
        swap(GOAL, ABOVE, "")
        | dict.fromkeys((PLAN, ANSWER, BUDGET, "plan/nämnden/1-inledning.md", REPORT_DOCUMENT, OUTCOME)),
        [
            (
                "mål/1.1-vård.md:6:1 C004 fel",
                "Målet ”Vård i tid” ska bedömas, men det finns ingen indikator för det",
                "Lägg till en tabell under rubriken ”Indikatorer” i målets fil.",
            ),
        ],
    ),
    Case(
        "a goal that the plan is silent on is told by C001",
        swap(GOAL, ABOVE, "") | {ANSWER: None, OUTCOME: None},
        [],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told_by("C004", tmp_path, case) == case.said
