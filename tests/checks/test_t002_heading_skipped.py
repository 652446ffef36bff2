"""T002: headings that skip a level, in chapters, goals and answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import ANSWER, GOAL, Case, chapter, swap, told

CASES = [
    Case(
        "in a chapter",
        chapter("### Djupt"),
        [
            (
                "plan/nämnden/4-text.md:3:1 T002 fel",
                "Rubriken ”Djupt” hoppar över en nivå",
                "Skriv ## i stället för ###.",
            )
        ],
    ),
    Case(
        "after one that is right",
        chapter("## Brett\n\n#### Djupt"),
        [
            (
                "plan/nämnden/4-text.md:5:1 T002 fel",
                "Rubriken ”Djupt” hoppar över en nivå",
                "Skriv ### i stället för ####.",
            )
        ],
    ),
    Case(
        "in a goal",
        swap(GOAL, "### Uppdrag till", "#### Uppdrag till"),
        [
            (
                "mål/1.1-vård.md:20:1 T002 fel",
                "Rubriken ”Uppdrag till samtliga nämnder” hoppar över en nivå",
                "Skriv ### i stället för ####.",
            )
        ],
    ),
    Case(
        "in an answer",
        swap(ANSWER, "### Åtaganden", "#### Åtaganden"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:18:1 T002 fel",
                "Rubriken ”Åtaganden” hoppar över en nivå",
                "Skriv ### i stället för ####.",
            )
        ],
    ),
    Case("down one by one and up again at once", chapter("## a\n\n### b\n\n#### c\n\n## d"), []),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said
