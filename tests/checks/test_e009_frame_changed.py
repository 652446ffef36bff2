"""E009: a report against another budget than the frame, with and without word of a decision."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.economy import above, outcome
from tests.organisations.small import Case, told

TOLD = "| nämnden | Vårdnämnden | | 1 300,5 | 1 300,5 | 0,0 |"

CASES = [
    Case(
        "the frame",
        above() | outcome(TOLD.replace("1 300,5", "1 200,5")),
        [],
    ),
    Case(
        "another budget",
        above() | outcome(TOLD),
        [
            (
                "uppföljning/nämnden/2-ekonomi.md:7:3 E009 varning",
                (
                    "Budgeten för vårdnämnden 2019 är 1\xa0300,5 tkr, men ramen i ”Regionplan "
                    "2019–2021” är 1\xa0200,5 tkr (skillnad 100,0 tkr), och inget beslut om ändrad ram "
                    "nämns"
                ),
                "Skriv vilket beslut som ändrade ramen, eller rätta budgeten.",
            )
        ],
    ),
    Case(
        "with word of a decision",
        above() | outcome(TOLD, text="Fullmäktige höjde i mars nämndens ram med 100 tkr.\n"),
        [],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said
