"""N007: one indikator in two units."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import GOAL, OUTCOME, Case, swap, told_by

ROW = "| väntetid | Väntetid | 2018=9 dagar | Minskning | Årligen | Register |"


def row(old: str, new: str) -> dict[str, str | bytes | None]:
    """Return a change: something in the row of the superior indikator."""
    return swap(GOAL, ROW, ROW.replace(old, new))


CASES = [
    Case(
        "all in days",
        {},
        [],
    ),
    Case(
        "name in kg, start in ton",
        row("Väntetid | 2018=9 dagar", "Utsläpp (kg CO₂ per anställd) | 2018=0,3 ton") | {OUTCOME: None},
        [
            (
                "mål/1.1-vård.md:14:3 N007 varning",
                "Indikatorn ”Utsläpp (kg CO₂ per anställd)” anges i både kg och ton",
                "Välj en enhet och skriv alla värden i den.",
            ),
        ],
    ),
    Case(
        "start in ton, limit in kg",
        row("2018=9 dagar | Minskning", "2018=3 ton | Högst 2 500 kg") | {OUTCOME: None},
        [
            (
                "mål/1.1-vård.md:14:3 N007 varning",
                "Indikatorn ”Väntetid” anges i både kg och ton",
                "Välj en enhet och skriv alla värden i den.",
            ),
        ],
    ),
    Case(
        "start in days, limit in months",
        row("Minskning", "Högst 2 månader") | {OUTCOME: None},
        [
            (
                "mål/1.1-vård.md:14:3 N007 varning",
                "Indikatorn ”Väntetid” anges i både dagar och månader",
                "Välj en enhet och skriv alla värden i den.",
            ),
        ],
    ),
    Case(
        "outcome in weeks",
        swap(OUTCOME, "| 8 dagar |", "| 1 vecka |"),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:11:3 N007 varning",
                "Utfallet för indikatorn ”Väntetid” är i veckor, men planen har dagar",
                "Skriv alla värden i samma enhet.",
            ),
        ],
    ),
    Case(
        "outcome in words of the same unit",
        row("2018=9 dagar", "2018=9 dygn"),
        [],
    ),
    Case(
        "hours and minutes go together",
        row("2018=9 dagar | Minskning", "2018=7 timmar 10 minuter | Högst 6 timmar")
        | swap(OUTCOME, "| 8 dagar |", "| 340 minuter |"),
        [],
    ),
    Case(
        "share and percentage points are different things",
        row("2018=9 dagar | Minskning", "2018=9 % | Minska med 2 procentenheter")
        | swap(OUTCOME, "| 8 dagar |", "| 8 % |"),
        [],
    ),
    Case(
        "what is not certain is left alone",
        row("2018=9 dagar", "Nio dagar i norr, två veckor i söder 2018"),
        [],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told_by("N007", tmp_path, case) == case.said
