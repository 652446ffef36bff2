"""N006: målvärden that nobody can tell the reaching of."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import GOAL, Case, swap, told_by

ROW = "| väntetid | Väntetid | 2018=9 dagar | Minskning | Årligen | Register |"


def row(old: str, new: str) -> dict[str, str | bytes | None]:
    """Return a change: something in the row of the superior indikator."""
    return swap(GOAL, ROW, ROW.replace(old, new))


CASES = [
    Case(
        "each can be measured",
        {},
        [],
    ),
    Case(
        "praise",
        row("Minskning", "God kvalitet"),
        [
            (
                "mål/1.1-vård.md:14:3 N006 notering",
                "Indikatorn ”Väntetid” har ett målvärde som inte går att mäta",
                "Skriv en gräns, eller vad som ska ha hänt.",
            ),
        ],
    ),
    Case(
        "more praise",
        row("Minskning", "Så hög nivå som möjligt"),
        [
            (
                "mål/1.1-vård.md:14:3 N006 notering",
                "Indikatorn ”Väntetid” har ett målvärde som inte går att mäta",
                "Skriv en gräns, eller vad som ska ha hänt.",
            ),
        ],
    ),
    Case(
        "an event",
        row("Minskning", "Förslaget är sänt på remiss"),
        [],
    ),
    Case(
        "a limit in words",
        row("Minskning", "Minst en tredjedel"),
        [],
    ),
    Case(
        "a direction from nothing",
        row("2018=9 dagar", "Ej relevant"),
        [
            (
                "mål/1.1-vård.md:14:3 N006 notering",
                ("Indikatorn ”Väntetid” har en riktning som målvärde men inget värde att utgå från"),
                "Skriv ett ingångsvärde så snart det finns, eller en gräns som målvärde.",
            ),
        ],
    ),
    Case(
        "a direction from what a note explains",
        {
            GOAL: str(row("| Väntetid | 2018=9 dagar", "| Väntetid[^n] | -")[GOAL])
            + "\n[^n]: Registret blir klart i år.\n"
        },
        [
            (
                "mål/1.1-vård.md:14:3 N006 notering",
                ("Indikatorn ”Väntetid” har en riktning som målvärde men inget värde att utgå från"),
                "Skriv ett ingångsvärde så snart det finns, eller en gräns som målvärde.",
            ),
        ],
    ),
    Case(
        "a direction from what is merely missing is told by N002",
        row("2018=9 dagar", "-"),
        [],
    ),
    Case(
        "a limit needs no start",
        row("2018=9 dagar | Minskning", "Ej relevant | Högst 8 dagar"),
        [],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told_by("N006", tmp_path, case) == case.said
