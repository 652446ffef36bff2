"""X002: what is still to be filled in."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import FILES, GOAL, PLAN, Case, chapter, told

CASES = [
    Case(
        "words that look like it",
        chapter("Exxon och Xx-län. Vi gör allt? Ja! Kapitel XXI."),
        [],
    ),
    Case(
        "several",
        chapter("Kostnaden blev xx tkr.\n\n- TBD\n- Lorem ipsum dolor."),
        [
            (
                "plan/nämnden/4-text.md:3:16 X002 notering",
                "”xx” är en platshållare (3 platshållare)",
                "Skriv det som ska stå där, eller stryk meningen.",
            )
        ],
    ),
    Case(
        "code is shown as it is typed",
        chapter("Skriv `TBD` där."),
        [],
    ),
    Case(
        "in a document that goes to decision",
        chapter("Datum: 20XX.") | {PLAN: FILES[PLAN] + "stadium: till beslut\n"},
        [
            (
                "plan/nämnden/4-text.md:3:8 X002 fel",
                "”20XX” är en platshållare",
                "Skriv det som ska stå där, eller stryk meningen.",
            )
        ],
    ),
    Case(
        "in a goal",
        {GOAL: FILES[GOAL].replace("Vården ska komma i tid.", "Vården ska komma ???")},
        [
            (
                "mål/1.1-vård.md:8:18 X002 varning",
                "”???” är en platshållare",
                "Skriv det som ska stå där, eller stryk meningen.",
            )
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said
