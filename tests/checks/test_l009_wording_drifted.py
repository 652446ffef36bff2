"""L009: goals in other words than the decided ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.frozen_cases import AREA, FrozenCase, changed, differs, told_of_frozen
from tests.organisations.small import ANSWER, GOAL, PLAN, Case, add, chapter, swap, told_by

TITLE = swap(GOAL, "## Insats: Kortare köer", "## Insats: Förmedla bilden av det attraktiva länet")

CASES = [
    Case(
        "no goal is quoted",
        TITLE,
        [],
    ),
    Case(
        "quoted word for word",
        TITLE | chapter("Insatsen ”Förmedla bilden av det attraktiva länet” är viktig."),
        [],
    ),
    Case(
        "another word first, in quotation marks",
        TITLE | chapter("Insatsen ”Skapa bilden av det attraktiva länet” är viktig."),
        [
            (
                "plan/nämnden/4-text.md:3:1 L009 fel",
                (
                    "Här står ”Skapa bilden av det attraktiva länet”, men det beslutade är "
                    "insatsen ”Förmedla bilden av det attraktiva länet”"
                ),
                "Skriv det ordagrant, eller länka till det.",
            ),
        ],
    ),
    Case(
        "a word less",
        TITLE | chapter("Insatsen ”Förmedla bilden av attraktiva länet” är viktig."),
        [
            (
                "plan/nämnden/4-text.md:3:1 L009 fel",
                (
                    "Här står ”Förmedla bilden av attraktiva länet”, men det beslutade är insatsen "
                    "”Förmedla bilden av det attraktiva länet”"
                ),
                "Skriv det ordagrant, eller länka till det.",
            ),
        ],
    ),
    Case(
        "a word more",
        TITLE | chapter("Insatsen ”Förmedla bilden av det mycket attraktiva länet” är viktig."),
        [
            (
                "plan/nämnden/4-text.md:3:1 L009 fel",
                (
                    "Här står ”Förmedla bilden av det mycket attraktiva länet”, men det beslutade "
                    "är insatsen ”Förmedla bilden av det attraktiva länet”"
                ),
                "Skriv det ordagrant, eller länka till det.",
            ),
        ],
    ),
    Case(
        "in a heading",
        TITLE | chapter("## Skapa bilden av det attraktiva länet\n\nText."),
        [
            (
                "plan/nämnden/4-text.md:3:1 L009 fel",
                (
                    "Här står ”Skapa bilden av det attraktiva länet”, men det beslutade är "
                    "insatsen ”Förmedla bilden av det attraktiva länet”"
                ),
                "Skriv det ordagrant, eller länka till det.",
            ),
        ],
    ),
    Case(
        "in a cell and in a list, told once",
        TITLE
        | chapter(
            "- Skapa bilden av det attraktiva länet\n"
            "\nTabell: T\n\n| A | B |\n|---|---|\n"
            "| Skapa bilden av det attraktiva länet | x |"
        ),
        [
            (
                "plan/nämnden/4-text.md:3:1 L009 fel",
                (
                    "Här står ”Skapa bilden av det attraktiva länet”, men det beslutade är "
                    "insatsen ”Förmedla bilden av det attraktiva länet” (2 ställen)"
                ),
                "Skriv det ordagrant, eller länka till det.",
            ),
        ],
    ),
    Case(
        "in an answer",
        TITLE | swap(ANSWER, "Nämnden börjar med köerna.", "Se ”Sprida bilden av det attraktiva länet”."),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:4:1 L009 fel",
                (
                    "Här står ”Sprida bilden av det attraktiva länet”, men det beslutade är "
                    "insatsen ”Förmedla bilden av det attraktiva länet”"
                ),
                "Skriv det ordagrant, eller länka till det.",
            ),
        ],
    ),
    Case(
        "in running text it is ordinary speech",
        TITLE | chapter("Vi vill sprida bilden av det attraktiva länet."),
        [],
    ),
    Case(
        "in a quotation set apart",
        TITLE | chapter("> Skapa bilden av det attraktiva länet"),
        [],
    ),
    Case(
        "told as what it was called before",
        TITLE | chapter("I förslaget hette den ”Skapa bilden av det attraktiva länet”."),
        [],
    ),
    Case(
        "in what has changed",
        TITLE
        | add(PLAN, 'version: "1.0"\n')
        | {
            "plan/nämnden/ändringar.md": (
                '---\nsedan: "0.9"\n---\n- Rubriken ”Skapa bilden av det attraktiva länet” är ändrad.\n'
            )
        },
        [],
    ),
    Case(
        "two words differ",
        TITLE | chapter("Se ”Skapa bilden av det vackra länet”."),
        [],
    ),
    Case(
        "a short title is ordinary speech",
        chapter("Se ”Vård utan tid”."),
        [],
    ),
    Case(
        "another case of letters is no drift",
        TITLE | chapter("## FÖRMEDLA BILDEN AV DET ATTRAKTIVA LÄNET\n\nText."),
        [],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told_by("L009", tmp_path, case) == case.said


_HINT = "Ta tillbaka lydelsen. Är den nya beslutad: ge det ett nytt id, och det gamla ”gäller till”."
_REWORDED = "Här står insatsen ”Kortare köer” i en annan lydelse än i "
FOUND_IN_ONE = [
    ("mål/1.1-vård.md:16:1 L009 fel", f"{_REWORDED}den frysta ”Verksamhetsplan 2019” (plan/nämnden)", _HINT)
]
FOUND_IN_TWO = [
    ("mål/1.1-vård.md:16:1 L009 fel", f"{_REWORDED}2 frysta dokument, bland dem plan/nämnden", _HINT)
]
FROZEN = [
    FrozenCase("only printed", {}, FOUND_IN_ONE, {"plan/nämnden": differs(changed(AREA, own=False))}),
    FrozenCase(
        "printed by two",
        {},
        FOUND_IN_TWO,
        {
            "plan/nämnden": differs(changed(AREA, own=False)),
            "uppföljning/nämnden": differs(changed(AREA, own=False)),
        },
    ),
    FrozenCase(
        "told of where it was decided",
        {},
        [],
        {"regionplan": differs(changed(AREA)), "plan/nämnden": differs(changed(AREA, own=False))},
    ),
]


@pytest.mark.parametrize("case", FROZEN, ids=lambda case: case.name)
def test_a_goal_reworded_since_a_plan_with_it_was_frozen(tmp_path: Path, case: FrozenCase) -> None:
    assert told_of_frozen("L009", tmp_path, case) == case.said
