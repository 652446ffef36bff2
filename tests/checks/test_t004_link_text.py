"""T004: what a link says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import ANSWER, FILES, Case, chapter, told

CASES = [
    Case(
        "says where it leads",
        chapter("Se [kommunallagen](https://www.riksdagen.se) och [målet](#vård)."),
        [],
    ),
    Case(
        "nothing",
        chapter("Se [](#vård)."),
        [
            (
                "plan/nämnden/4-text.md:3:7 T004 varning",
                "Länken saknar text",
                "Skriv mellan [ och ] vad läsaren kommer till.",
            )
        ],
    ),
    Case(
        "addresses and empty words",
        chapter("Se <https://www.riksdagen.se> och [här](https://www.riksdagen.se).\n\n[Läs mer](#vård)"),
        [
            (
                "plan/nämnden/4-text.md:3:41 T004 varning",
                ("Länkens text ”https://www.riksdagen.se” säger inte vart den leder (3 länkar i filen)"),
                "Skriv vad läsaren kommer till: [kommunallagen](https://…).",
            )
        ],
    ),
    Case(
        "a link that leads nowhere is told of once",
        chapter("Se [här](fil.md)."),
        [
            (
                "plan/nämnden/4-text.md:3:10 L008 fel",
                "Länken ”fil.md” leder ingenstans",
                ("En länk börjar med https://, mailto: eller # och ett id, och har inga blanksteg."),
            )
        ],
    ),
    Case(
        "in a cell, a note and an indikator",
        {ANSWER: FILES[ANSWER].replace("| Enkät |", "| [här](#vård) |")},
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:10:60 T004 varning",
                "Länkens text ”här” säger inte vart den leder",
                "Skriv vad läsaren kommer till: [kommunallagen](https://…).",
            )
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said
