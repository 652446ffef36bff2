"""N002: indikatorer without a starting value, or without its time."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import ANSWER, GOAL, Case, swap, told_by

ROW = "| väntetid | Väntetid | 2018=9 dagar | Minskning | Årligen | Register |"


def row(old: str, new: str) -> dict[str, str | bytes | None]:
    """Return a change: something in the row of the superior indikator."""
    return swap(GOAL, ROW, ROW.replace(old, new))


CASES = [
    Case(
        "every one has",
        {},
        [],
    ),
    Case(
        "none",
        row("2018=9 dagar", ""),
        [
            (
                "mål/1.1-vård.md:14:3 N002 fel",
                "Indikatorn ”Väntetid” saknar ingångsvärde",
                ("Skriv värdet och när det mättes, ”Ej relevant”, eller en fotnot om när värdet kommer."),
            ),
        ],
    ),
    Case(
        "a dash",
        row("2018=9 dagar", "-"),
        [
            (
                "mål/1.1-vård.md:14:3 N002 fel",
                "Indikatorn ”Väntetid” saknar ingångsvärde",
                ("Skriv värdet och när det mättes, ”Ej relevant”, eller en fotnot om när värdet kommer."),
            ),
        ],
    ),
    Case(
        "a dash that a note explains",
        row("2018=9 dagar", "-[^n]")
        | {GOAL: str(row("2018=9 dagar", "-[^n]")[GOAL]) + "\n[^n]: Registret blir klart i år.\n"},
        [],
    ),
    Case(
        "a dash, and a note at the name",
        {
            GOAL: str(row("| Väntetid | 2018=9 dagar", "| Väntetid[^n] | -")[GOAL])
            + "\n[^n]: Registret blir klart i år.\n"
        },
        [],
    ),
    Case(
        "not relevant",
        row("2018=9 dagar", "Ej relevant"),
        [],
    ),
    Case(
        "words",
        row("2018=9 dagar", "Har inte mätts"),
        [],
    ),
    Case(
        "a value without time",
        row("2018=9 dagar", "9 dagar"),
        [
            (
                "mål/1.1-vård.md:14:3 N002 varning",
                "Ingångsvärdet för indikatorn ”Väntetid” saknar mättidpunkt",
                "Skriv när det mättes, till exempel ”25 % (2018)”.",
            ),
        ],
    ),
    Case(
        "a value without time, in a draft",
        swap(ANSWER, "72 (2018)", "72"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:10:3 N002 notering",
                "Ingångsvärdet för indikatorn ”Nöjdhet” saknar mättidpunkt",
                "Skriv när det mättes, till exempel ”25 % (2018)”.",
            ),
        ],
    ),
    Case(
        "a value whose time is in a note",
        {GOAL: str(row("2018=9 dagar", "9 dagar[^n]")[GOAL]) + "\n[^n]: Mätt i maj 2018.\n"},
        [],
    ),
    Case(
        "a year to come",
        row("2018=9 dagar", "Utfall 2018"),
        [],
    ),
    Case(
        "many are one finding",
        {
            "plan/nämnden/5-indikatorer.md": "# I\n\n| Id | Indikator |\n|---|---|\n"
            + "".join(f"| x{n} | X{n} |\n" for n in range(6))
        },
        [
            (
                "plan/nämnden/5-indikatorer.md:5:3 N002 notering",
                "Indikatorerna ”X0”, ”X1”, ”X2” och 3 till saknar ingångsvärde",
                ("Skriv värdet och när det mättes, ”Ej relevant”, eller en fotnot om när värdet kommer."),
            ),
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told_by("N002", tmp_path, case) == case.said
