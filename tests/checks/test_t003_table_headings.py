"""T003: headings of columns, and of tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import FILES, PLAN, Case, chapter, told

WITHOUT = "| Vad | Hur |\n|-----|-----|\n| a | b |"
GOING = {PLAN: FILES[PLAN] + "stadium: förslag\n"}

CASES = [
    Case(
        "headed",
        chapter(f"Tabell: T\n\n{WITHOUT}") | GOING,
        [],
    ),
    Case(
        "one column without heading",
        chapter("Tabell: T\n\n|  | Hur |\n|-----|-----|\n| a | b |") | GOING,
        [
            (
                "plan/nämnden/4-text.md:3:1 T003 varning",
                "”T” saknar rubrik över kolumn 1",
                "Skriv vad kolumnen innehåller.",
            )
        ],
    ),
    Case(
        "no heading at all",
        chapter("|  |  |\n|-----|-----|\n| a | b |"),
        [
            (
                "plan/nämnden/4-text.md:3:1 T003 notering",
                "Tabellen saknar rubrik över 2 kolumner",
                "Skriv vad kolumnen innehåller.",
            )
        ],
    ),
    Case(
        "tables without titles",
        chapter(f"{WITHOUT}\n\nText.\n\n{WITHOUT}") | GOING,
        [
            (
                "plan/nämnden/4-text.md:3:1 T003 notering",
                "I ”Verksamhetsplan 2019” saknar 2 tabeller tabellrubrik",
                "Skriv en rad ”Tabell: …” ovanför tabellen.",
            )
        ],
    ),
    Case(
        "a draft may lack titles",
        chapter(WITHOUT),
        [],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said
