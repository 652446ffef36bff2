"""C001: a plan that is silent on what every nämnd has to answer."""

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
    Case,
    add,
    swap,
    told_by,
)

SECOND = """\
---
id: x
nivå: mål
under: hälsa
---
# X

Text.

## Insats: Ny {#ny}

Text.
"""

CASES = [
    Case(
        "every goal is answered",
        {},
        [],
    ),
    Case(
        "silent on the only goal",
        {ANSWER: None, OUTCOME: None},
        [
            (
                "plan/nämnden/dokument.yaml:5:12 C001 notering",
                "”Verksamhetsplan 2019” säger inget om målet ”Vård i tid”",
                "Svara på det i målmappen. Varje nämnd svarar på alla mål.",
            ),
        ],
    ),
    Case(
        "silent in a plan on its way to decision",
        add(PLAN, "stadium: till beslut\n") | {ANSWER: None, OUTCOME: None},
        [
            (
                "plan/nämnden/dokument.yaml:5:12 C001 fel",
                "”Verksamhetsplan 2019” säger inget om målet ”Vård i tid”",
                "Svara på det i målmappen. Varje nämnd svarar på alla mål.",
            ),
        ],
    ),
    Case(
        "silent on one of two",
        {"mål/1.2-x.md": SECOND},
        [
            (
                "plan/nämnden/dokument.yaml:5:12 C001 notering",
                "”Verksamhetsplan 2019” säger inget om målet ”X”",
                "Svara på det i målmappen. Varje nämnd svarar på alla mål.",
            ),
        ],
    ),
    Case(
        "silent on many",
        {
            f"mål/1.{n}-x.md": SECOND.replace("id: x", f"id: x{n}")
            .replace("# X", f"# X{n}")
            .replace("#ny", f"#ny{n}")
            for n in range(2, 9)
        },
        [
            (
                "plan/nämnden/dokument.yaml:5:12 C001 notering",
                ("”Verksamhetsplan 2019” säger inget om 7 av 8 mål: ”X2”, ”X3”, ”X4”, ”X5” och 3 till"),
                "Svara på dem i målmappen. Varje nämnd svarar på alla mål.",
            ),
        ],
    ),
    Case(
        "an empty file is no answer",
        {ANSWER: "---\nsvarar på: vård\n---\n", OUTCOME: None},
        [
            (
                "plan/nämnden/dokument.yaml:5:12 C001 notering",
                "”Verksamhetsplan 2019” säger inget om målet ”Vård i tid”",
                "Svara på det i målmappen. Varje nämnd svarar på alla mål.",
            ),
        ],
    ),
    Case(
        "what lies below is answered",
        {ANSWER: "---\nsvarar på: köer\n---\nText.\n", OUTCOME: None},
        [],
    ),
    Case(
        "an åtagande elsewhere answers it",
        {"mål/1.2-x.md": SECOND} | swap(ANSWER, 'svarar på="korta-köer"', 'svarar på="korta-köer, x"'),
        [],
    ),
    Case(
        "answered in another plan of the same body",
        {
            "mål/1.2-x.md": SECOND,
            "plan/nämnden-två/dokument.yaml": FILES[PLAN],
            "plan/nämnden-två/mål/x.md": "---\nsvarar på: x\n---\nText.\n",
        },
        [],
    ),
    Case(
        "left out with a reason",
        add(PLAN, "utelämnar: {vård: Nämnden har ingen vård.}\n") | {ANSWER: None, OUTCOME: None},
        [
            (
                "plan/nämnden/dokument.yaml:6:13 C001 notering",
                "Målet ”Vård i tid” utelämnas, fast alla mål är obligatoriska",
                "Svara på målet, eller låt skälet stå.",
            ),
        ],
    ),
    Case(
        "left out together with its strategi",
        add(PLAN, "utelämnar: {hälsa: Nämnden har ingen vård.}\n") | {ANSWER: None, OUTCOME: None},
        [
            (
                "plan/nämnden/dokument.yaml:6:13 C001 notering",
                "Strategin ”God hälsa” utelämnas, fast alla mål är obligatoriska",
                "Svara på strategin, eller låt skälet stå.",
            ),
        ],
    ),
    Case(
        "left out by the plan above",
        add(BASE, "utelämnar: {vård: Prövas på nytt.}\n") | {ANSWER: None, OUTCOME: None},
        [],
    ),
    Case(
        "not valid in its year",
        swap(GOAL, "under: hälsa\n", "under: hälsa\ngäller från: 2020-01-01\n")
        | {ANSWER: None, OUTCOME: None},
        [],
    ),
    Case(
        "no level is mandatory",
        swap(MODEL, "    obligatorisk: ja\n", "") | {ANSWER: None, OUTCOME: None},
        [],
    ),
    Case(
        "a misspelt answer is told by L001",
        swap(ANSWER, "svarar på: vård", "svarar på: vaård"),
        [],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told_by("C001", tmp_path, case) == case.said
