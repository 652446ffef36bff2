"""N004: outcomes that are due and missing."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import FILES, GOAL, ORG, OUTCOME, REPORT_DOCUMENT, Case, add, swap, told_by


def on(day: str) -> dict[str, str | bytes | None]:
    """Return a change: everything is judged as of that day."""
    return {ORG: f"läge: {day}\n" + FILES[ORG]}


CASES = [
    Case(
        "every one is told",
        on("2020-01-15"),
        [],
    ),
    Case(
        "one is missing",
        on("2020-01-15") | swap(OUTCOME, "| 8 dagar | 2019 | nått |", "| | | |"),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:11:3 N004 notering",
                "Utfallet för indikatorn ”Väntetid” saknas",
                "Skriv utfallet, eller ”Ingen mätning” och varför i kolumnen Kommentar.",
            ),
        ],
    ),
    Case(
        "one is a dash, on its way to decision",
        on("2020-01-15")
        | swap(OUTCOME, "| 8 dagar | 2019 | nått |", "| – | | |")
        | add(REPORT_DOCUMENT, "stadium: till beslut\n"),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:11:3 N004 fel",
                "Utfallet för indikatorn ”Väntetid” saknas",
                "Skriv utfallet, eller ”Ingen mätning” och varför i kolumnen Kommentar.",
            ),
        ],
    ),
    Case(
        "not measured, and said so",
        on("2020-01-15")
        | swap(OUTCOME, "| 8 dagar | 2019 | nått |", "| Ingen mätning | | ännu inte bedömt |"),
        [],
    ),
    Case(
        "missing, and the comment says why",
        on("2020-01-15") | swap(OUTCOME, "| 8 dagar | 2019 | nått | |", "| | | | Kommer i mars. |"),
        [],
    ),
    Case(
        "missing before the year has ended",
        on("2019-12-30") | swap(OUTCOME, "| 8 dagar | 2019 | nått |", "| | | |"),
        [],
    ),
    Case(
        "missing on the last day of the year",
        on("2019-12-31") | swap(OUTCOME, "| 8 dagar | 2019 | nått |", "| | | |"),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:11:3 N004 notering",
                "Utfallet för indikatorn ”Väntetid” saknas",
                "Skriv utfallet, eller ”Ingen mätning” och varför i kolumnen Kommentar.",
            ),
        ],
    ),
    Case(
        "missing after the tertial that it is followed up in",
        on("2019-05-15")
        | swap(GOAL, "| Årligen |", "| Varje tertial |")
        | swap(OUTCOME, "| 8 dagar | 2019 | nått |", "| | | |"),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:11:3 N004 notering",
                "Utfallet för indikatorn ”Väntetid” saknas",
                "Skriv utfallet, eller ”Ingen mätning” och varför i kolumnen Kommentar.",
            ),
        ],
    ),
    Case(
        "missing, and measured every other year",
        on("2020-01-15")
        | swap(GOAL, "| Årligen |", "| Vartannat år, nästa gång hösten 2020 |")
        | swap(OUTCOME, "| 8 dagar | 2019 | nått |", "| | | |"),
        [],
    ),
    Case(
        "missing, as of no day",
        swap(OUTCOME, "| 8 dagar | 2019 | nått |", "| | | |"),
        [],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told_by("N004", tmp_path, case) == case.said
