"""D007: sentences said twice in one document."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import Case, chapter, told

LONG = "Kostnaden räknas upp med samma index som förra året i hela planen."

CASES = [
    Case(
        "said once",
        chapter(f"{LONG} Mer text."),
        [],
    ),
    Case(
        "said twice",
        chapter(f"Först. {LONG}\n\nSedan. {LONG}"),
        [
            (
                "plan/nämnden/4-text.md:5:8 D007 notering",
                (
                    "”Kostnaden räknas upp med samma …” står ordagrant också på annat håll "
                    "(plan/nämnden/4-text.md:3:8)"
                ),
                "Säg det en gång, eller hänvisa dit.",
            )
        ],
    ),
    Case(
        "two sentences in list and text",
        chapter(f"{LONG}\n\n{LONG.replace('index', 'tal')}\n\n- {LONG}\n- {LONG.replace('index', 'tal')}"),
        [
            (
                "plan/nämnden/4-text.md:7:3 D007 notering",
                (
                    "”Kostnaden räknas upp med samma …” står ordagrant också på annat håll "
                    "(plan/nämnden/4-text.md:3:1); 2 meningar upprepas"
                ),
                "Säg det en gång, eller hänvisa dit.",
            )
        ],
    ),
    Case(
        "short ones",
        chapter("Det är bra.\n\nDet är bra."),
        [],
    ),
    Case(
        "in two documents",
        chapter(LONG) | {"regionplan/2-text.md": f"# Text\n\n{LONG}\n"},
        [],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said
