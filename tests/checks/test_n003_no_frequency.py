"""N003: indikatorer that nobody knows when, or from what, to follow up."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import ANSWER, GOAL, OUTCOME, Case, swap, told_by

ROW = "| väntetid | Väntetid | 2018=9 dagar | Minskning | Årligen | Register |"


def row(old: str, new: str) -> dict[str, str | bytes | None]:
    """Return a change: something in the row of the superior indikator."""
    return swap(GOAL, ROW, ROW.replace(old, new))


CASES = [
    Case(
        "every one has both",
        {},
        [],
    ),
    Case(
        "no frekvens",
        row("Årligen", ""),
        [
            (
                "mål/1.1-vård.md:14:3 N003 fel",
                "Indikatorn ”Väntetid” saknar frekvens",
                "Skriv hur ofta den följs upp i kolumnen Frekvens.",
            ),
        ],
    ),
    Case(
        "no källa is a note",
        row("Register", ""),
        [
            (
                "mål/1.1-vård.md:14:3 N003 notering",
                "Indikatorn ”Väntetid” saknar källa",
                "Skriv varifrån siffran kommer i kolumnen Källa.",
            ),
        ],
    ),
    Case(
        "neither is one finding",
        row("| Årligen | Register |", "| | |"),
        [
            (
                "mål/1.1-vård.md:14:3 N003 fel",
                "Indikatorn ”Väntetid” saknar frekvens",
                "Skriv hur ofta den följs upp i kolumnen Frekvens.",
            ),
        ],
    ),
    Case(
        "no frekvens in a draft",
        swap(ANSWER, "| Ökning | Årligen |", "| Ökning | - |"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:10:3 N003 notering",
                "Indikatorn ”Nöjdhet” saknar frekvens",
                "Skriv hur ofta den följs upp i kolumnen Frekvens.",
            ),
        ],
    ),
    Case(
        "no källa in two is one note",
        {
            "plan/nämnden/5-indikatorer.md": (
                "# I\n\n| Id | Indikator | Frekvens |\n"
                "|---|---|---|\n| x | X | Årligen |\n"
                "| y | Y | Årligen |\n"
            )
        },
        [
            (
                "plan/nämnden/5-indikatorer.md:5:3 N003 notering",
                "Indikatorerna ”X” och ”Y” saknar källa",
                "Skriv varifrån siffran kommer i kolumnen Källa.",
            ),
        ],
    ),
    Case(
        "a row that only sets a target",
        swap(
            ANSWER,
            ("| nöjdhet | Nöjdhet | 72 (2018) | Ökning | Årligen | Enkät |"),
            "| väntetid | | | Högst 8 dagar | | |",
        )
        | {OUTCOME: None},
        [],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told_by("N003", tmp_path, case) == case.said
