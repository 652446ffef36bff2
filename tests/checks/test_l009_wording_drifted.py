"""L009: goals in other words than the decided ones."""

from __future__ import annotations

from pathlib import Path

import pytest

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
