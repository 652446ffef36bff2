"""T005: what is told by colour alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import Case, chapter, told

CASES = [
    Case(
        "colours that tell nothing",
        chapter("Den röda tråden. Gröna linjen till Ronneby. Vi visar gröna transporter."),
        [],
    ),
    Case(
        "by colour",
        chapter("Mål som nås är **grönmarkerade**.\n\nNegativa belopp visas i rött. Gult betyder delvis."),
        [
            (
                "plan/nämnden/4-text.md:3:18 T005 varning",
                "”grönmarkerade” säger något bara med färg (3 ställen)",
                "Säg det också med ord eller tecken.",
            )
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said
