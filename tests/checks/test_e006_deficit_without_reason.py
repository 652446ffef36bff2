"""E006: a negative result needs a reason or a reserve."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.economy import FRAMES, GOALS, YEARS, table
from tests.organisations.small import Case, told


def shown(row: str, text: str = "Planen är i balans.") -> dict[str, str | bytes | None]:
    """Return a change: the regionplan has this result for its three years, and this text."""
    attributes = 'enhet="mnkr" tecken="överskott positivt" årgång="beslut 2018"'
    result = table("resultatbudget", attributes, YEARS, [f"| resultat | Resultat | | {row} |"])
    return {FRAMES: f"# Budget\n\n{result}\n{text}\n\n{GOALS}"}


RED = "0,1 | -4,2 | -0,3"

CASES = [
    Case(
        "a surplus",
        shown("0,1 | 4,2 | 0,3"),
        [],
    ),
    Case(
        "a deficit without a word",
        shown(RED, "Året blir tungt."),
        [
            (
                "regionplan/2-budget.md:7:3 E006 varning",
                (
                    "Resultatet för 2020 är −4,2 mnkr och negativt också 2021, utan att skäl eller "
                    "reserv anges"
                ),
                (
                    "Intäkterna ska överstiga kostnaderna (11 kap. 5 § kommunallagen, från 2018). "
                    "Ange skälen, eller ändra budgeten."
                ),
            )
        ],
    ),
    Case(
        "with reasons",
        shown(RED, "Det finns synnerliga skäl: omställningen."),
        [],
    ),
    Case(
        "with a reserve",
        shown(RED, "Underskottet täcks av resultatutjämningsreserven."),
        [],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said
