"""N008: placeholders for outcomes that are known by now."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import ANSWER, FILES, GOAL, ORG, PLAN, Case, add, swap, told_by


def on(day: str) -> dict[str, str | bytes | None]:
    """Return a change: everything is judged as of that day."""
    return {ORG: f"läge: {day}\n" + FILES[ORG]}


ROW = "| väntetid | Väntetid | 2018=9 dagar | Minskning | Årligen | Register |"


def row(old: str, new: str) -> dict[str, str | bytes | None]:
    """Return a change: something in the row of the superior indikator."""
    return swap(GOAL, ROW, ROW.replace(old, new))


CASES = [
    Case(
        "no placeholder",
        on("2019-12-31"),
        [],
    ),
    Case(
        "before the outcome is known",
        on("2019-04-14") | row("2018=9 dagar", "Utfall 2018"),
        [],
    ),
    Case(
        "above, after it is known",
        on("2019-04-15") | row("2018=9 dagar", "Utfall 2018"),
        [
            (
                "mål/1.1-vård.md:14:3 N008 notering",
                ("Ingångsvärdet för indikatorn ”Väntetid” är ännu en platshållare, fast utfallet är känt"),
                "Skriv in värdet i stället för ”Utfall” och året.",
            ),
        ],
    ),
    Case(
        "in a draft",
        on("2019-06-01") | swap(ANSWER, "72 (2018)", "Utfall 2018"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:10:3 N008 notering",
                ("Ingångsvärdet för indikatorn ”Nöjdhet” är ännu en platshållare, fast utfallet är känt"),
                "Skriv in värdet i stället för ”Utfall” och året.",
            ),
        ],
    ),
    Case(
        "in a proposal",
        on("2019-06-01") | swap(ANSWER, "72 (2018)", "Utfall 2018") | add(PLAN, "stadium: förslag\n"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:10:3 N008 varning",
                ("Ingångsvärdet för indikatorn ”Nöjdhet” är ännu en platshållare, fast utfallet är känt"),
                "Skriv in värdet i stället för ”Utfall” och året.",
            ),
        ],
    ),
    Case(
        "in a decided plan it was right",
        on("2019-06-01") | swap(ANSWER, "72 (2018)", "Utfall 2018") | add(PLAN, "stadium: justerad\n"),
        [],
    ),
    Case(
        "known from a report before that",
        on("2020-02-01") | swap(ANSWER, "72 (2018)", "Utfall 2019"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:10:3 N008 notering",
                ("Ingångsvärdet för indikatorn ”Nöjdhet” är ännu en platshållare, fast utfallet är känt"),
                "Skriv in värdet i stället för ”Utfall” och året.",
            ),
        ],
    ),
    Case(
        "with a value it is none",
        on("2019-06-01") | row("2018=9 dagar", "Utfall 2018=9 dagar"),
        [],
    ),
    Case(
        "as of no day",
        row("2018=9 dagar", "Utfall 2018"),
        [],
    ),
    Case(
        "two are one finding",
        on("2019-06-01")
        | row("2018=9 dagar", "Utfall 2018")
        | {
            "mål/1.2-x.md": (
                "---\nid: x\nnivå: mål\nunder: hälsa\n"
                "---\n# X\n\n## Indikatorer\n\n| Id | Indikator | "
                "Ingångsvärde |\n|---|---|---|\n| y | Y | Utfall 2018 |\n"
            )
        },
        [
            (
                "mål/1.1-vård.md:14:3 N008 notering",
                (
                    "Ingångsvärdet för indikatorerna ”Väntetid” och ”Y” är ännu en platshållare, "
                    "fast utfallet är känt"
                ),
                "Skriv in värdet i stället för ”Utfall” och året.",
            ),
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told_by("N008", tmp_path, case) == case.said
