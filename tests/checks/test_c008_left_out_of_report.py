"""C008: reports that are silent on parts of their plan."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import (
    ANSWER,
    FILES,
    GOAL,
    ORG,
    OUTCOME,
    PLAN,
    REPORT_DOCUMENT,
    Case,
    add,
    swap,
    told_by,
)


def on(day: str) -> dict[str, str | bytes | None]:
    """Return a change: everything is judged as of that day."""
    return {ORG: f"läge: {day}\n" + FILES[ORG]}


CASES = [
    Case(
        "everything is told",
        {},
        [],
    ),
    Case(
        "nothing is told of the goal",
        {OUTCOME: None},
        [
            (
                "uppföljning/nämnden/dokument.yaml:6:13 C008 notering",
                "Målet ”Vård i tid” finns i planen men inte i ”Verksamhetsberättelse 2019”",
                "Skriv hur det gick i en fil i målmappen, eller utelämna det med ett skäl.",
            ),
        ],
    ),
    Case(
        "the goal left out with a reason",
        {OUTCOME: None} | add(REPORT_DOCUMENT, "utelämnar: {vård: Redovisas av styrelsen.}\n"),
        [],
    ),
    Case(
        "on its way to decision",
        {OUTCOME: None} | add(REPORT_DOCUMENT, "stadium: till beslut\n"),
        [
            (
                "uppföljning/nämnden/dokument.yaml:6:13 C008 fel",
                "Målet ”Vård i tid” finns i planen men inte i ”Verksamhetsberättelse 2019”",
                "Skriv hur det gick i en fil i målmappen, eller utelämna det med ett skäl.",
            ),
        ],
    ),
    Case(
        "nothing told of an insats with åtaganden",
        swap(OUTCOME, "| kväll | pågår | Öppnar i mars. |\n", ""),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:2:12 C008 notering",
                "Insatsen ”Kortare köer” finns i planen men inte i ”Verksamhetsberättelse 2019”",
                "Skriv hur det gick i en fil i målmappen, eller utelämna det med ett skäl.",
            ),
        ],
    ),
    Case(
        "words on an insats are enough",
        swap(OUTCOME, "| kväll | pågår | Öppnar i mars. |\n", "\n## Insats: köer\n\nKvällarna blev av.\n"),
        [],
    ),
    Case(
        "an indikator without a row",
        swap(OUTCOME, "| väntetid | 8 dagar | 2019 | nått | |\n", ""),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:2:12 C008 notering",
                "Indikatorn ”Väntetid” finns i planen men inte i ”Verksamhetsberättelse 2019”",
                "Lägg till en rad under Utfall. Skriv ”Ingen mätning” om det inte har mätts.",
            ),
        ],
    ),
    Case(
        "an indikator without a row, before its time",
        on("2019-11-30") | swap(OUTCOME, "| väntetid | 8 dagar | 2019 | nått | |\n", ""),
        [],
    ),
    Case(
        "an indikator without a row, after its time",
        on("2020-01-15") | swap(OUTCOME, "| väntetid | 8 dagar | 2019 | nått | |\n", ""),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:2:12 C008 notering",
                "Indikatorn ”Väntetid” finns i planen men inte i ”Verksamhetsberättelse 2019”",
                "Lägg till en rad under Utfall. Skriv ”Ingen mätning” om det inte har mätts.",
            ),
        ],
    ),
    Case(
        "an indikator followed up in the delårsbokslut",
        on("2019-09-30")
        | swap(GOAL, "| Årligen |", "| Delårs- och årsbokslut |")
        | swap(OUTCOME, "| väntetid | 8 dagar | 2019 | nått | |\n", ""),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:2:12 C008 notering",
                "Indikatorn ”Väntetid” finns i planen men inte i ”Verksamhetsberättelse 2019”",
                "Lägg till en rad under Utfall. Skriv ”Ingen mätning” om det inte har mätts.",
            ),
        ],
    ),
    Case(
        "an indikator measured again next year",
        on("2020-01-15")
        | swap(GOAL, "2018=9 dagar", "2018=9 dagar (nästa mätning senast 2021)")
        | swap(OUTCOME, "| väntetid | 8 dagar | 2019 | nått | |\n", ""),
        [],
    ),
    Case(
        "an indikator that the plan leaves out",
        add(PLAN, "utelämnar: {väntetid: Nämnden har inga väntande.}\n")
        | swap(OUTCOME, "| väntetid | 8 dagar | 2019 | nått | |\n", ""),
        [],
    ),
    Case(
        "an indikator told under the nämnd's own row",
        swap(
            ANSWER,
            ("| nöjdhet | Nöjdhet | 72 (2018) | Ökning | Årligen | Enkät |"),
            "| väntetid | | | Högst 8 dagar | | |",
        )
        | swap(OUTCOME, "| nöjdhet | 71 | 2019 | ej nått | |\n", ""),
        [],
    ),
    Case(
        "many indikatorer are one finding",
        {
            "plan/nämnden/5-indikatorer.md": "# I\n\n| Id | Indikator |\n|---|---|\n"
            + "".join(f"| x{n} | X{n} |\n" for n in range(6))
        },
        [
            (
                "uppföljning/nämnden/dokument.yaml:6:13 C008 notering",
                (
                    "”Verksamhetsberättelse 2019” saknar utfall för 6 indikatorer: ”X0”, ”X1”, "
                    "”X2”, ”X3” och 2 till"
                ),
                "Lägg till en rad under Utfall. Skriv ”Ingen mätning” om det inte har mätts.",
            ),
        ],
    ),
    Case(
        "what the report cannot mean is told by L001",
        swap(OUTCOME, "| väntetid | 8 dagar", "| väntetidd | 8 dagar"),
        [],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told_by("C008", tmp_path, case) == case.said
