"""L006: the line upwards does not reach a goal of the plan in force."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import (
    ANSWER,
    BASE,
    FILES,
    GOAL,
    MODEL,
    OUTCOME,
    PLAN,
    TOP,
    Case,
    add,
    swap,
    told,
)

LEFT_OUT = add(BASE, "utelämnar: {vård: Vilar.}\n")

CASES = [
    Case("every line reaches a goal", {}, []),
    Case(
        "goal left out of the plan above",
        LEFT_OUT,
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:2:12 L006 fel",
                "Målet ”Vård i tid” ingår inte i ”Regionplan 2019–2021” (3 ställen)",
                "Ta bort svaret, eller ta med målet i ”Regionplan 2019–2021”.",
            )
        ],
    ),
    Case(
        "only what is below is answered",
        LEFT_OUT
        | {ANSWER: None, OUTCOME: None, "plan/nämnden/2-mål/köer.md": "---\nsvarar på: köer\n---\nText.\n"},
        [
            (
                "plan/nämnden/2-mål/köer.md:2:12 L006 fel",
                (
                    "Insatsen ”Kortare köer” hör till målet ”Vård i tid”, som inte ingår i ”Regionplan "
                    "2019–2021”"
                ),
                "Lägg den under ett mål som ingår, eller ta med målet ”Vård i tid” i planen.",
            )
        ],
    ),
    Case(
        "own insats under it",
        LEFT_OUT | {OUTCOME: None, ANSWER: "---\nsvarar på: vård\n---\n## Egen insats: X {#x}\n"},
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:2:12 L006 fel",
                "Målet ”Vård i tid” ingår inte i ”Regionplan 2019–2021” (2 ställen)",
                "Ta bort svaret, eller ta med målet i ”Regionplan 2019–2021”.",
            )
        ],
    ),
    Case(
        "left out by the nämnd itself is its own matter",
        add(PLAN, "utelämnar: {vård: Rör oss inte.}\n")
        | {ANSWER: None, OUTCOME: None}
        | {ANSWER: None, OUTCOME: None},
        [],
    ),
    Case(
        "goal that the plan above does not reach in time",
        swap(GOAL, "under: hälsa", "under: hälsa\ngäller från: 2022-01-01")
        | swap(PLAN, "period: 2019", "period: 2019–2022"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:2:12 L006 fel",
                "Målet ”Vård i tid” ingår inte i ”Regionplan 2019–2021” (3 ställen)",
                "Ta bort svaret, eller ta med målet i ”Regionplan 2019–2021”.",
            )
        ],
    ),
    Case(
        "goal that has ended is told by L004",
        swap(GOAL, "under: hälsa", "under: hälsa\ngäller till: 2018-12-31"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:2:12 L004 fel",
                "Målet ”Vård i tid” gäller inte 2019",
                "Ta bort svaret, eller rätta målets giltighet.",
            )
        ],
    ),
    Case(
        "parent that is missing is told by L001",
        swap(GOAL, "under: hälsa", "under: halsan"),
        [
            (
                "mål/1.1-vård.md:4:8 L001 fel",
                "Det finns ingen strategi ”halsan”, som målet ”Vård i tid” ligger under",
                "Menade du ”hälsa”?",
            )
        ],
    ),
    Case(
        "no parent is told by L001",
        swap(GOAL, "under: hälsa\n", ""),
        [
            (
                "mål/1.1-vård.md:5:1 L001 fel",
                "Det framgår inte vilken strategi som målet ”Vård i tid” hör under",
                "Lägg till raden ”under: …” i filens huvud.",
            )
        ],
    ),
    Case(
        "wrong level is told by L002",
        {
            "mål/2-x.md": "---\nid: x\nnivå: insats\nunder: hälsa\n---\n# X\n",
            "plan/nämnden/2-mål/x.md": "---\nsvarar på: x\n---\nText.\n",
        },
        [
            (
                "mål/2-x.md:4:8 L002 fel",
                "Insatsen ”X” ligger under strategin ”God hälsa”",
                "Insatser ska ligga under ett mål.",
            )
        ],
    ),
    Case(
        "ring is told by L003",
        swap(TOP, "nivå: strategi", "nivå: strategi\nunder: vård"),
        [
            (
                "mål/1-hälsa.md:4:8 L003 fel",
                "Mål ligger under varandra i ring: ”God hälsa” → ”Vård i tid” → ”God hälsa”",
                "Ändra ”under” för ett av dem.",
            )
        ],
    ),
    Case(
        "strategi above the goals needs no line",
        {"plan/nämnden/2-mål/h.md": "---\nsvarar på: hälsa\n---\nText.\n"},
        [],
    ),
    Case(
        "without mandatory levels the top is the goal",
        {MODEL: FILES[MODEL].replace("    obligatorisk: ja\n", "")}
        | add(BASE, "utelämnar: {hälsa: Vilar.}\n"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:2:12 L006 fel",
                (
                    "Målet ”Vård i tid” hör till strategin ”God hälsa”, som inte ingår i ”Regionplan "
                    "2019–2021” (3 ställen)"
                ),
                "Lägg det under en strategi som ingår, eller ta med strategin ”God hälsa” i planen.",
            )
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said
