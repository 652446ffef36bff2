"""N001: indikatorer without a målvärde, or with one that should have been set."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import ANSWER, BASE, FILES, GOAL, ORG, OUTCOME, Case, swap, told_by


def on(day: str) -> dict[str, str | bytes | None]:
    """Return a change: everything is judged as of that day."""
    return {ORG: f"läge: {day}\n" + FILES[ORG]}


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
        "none above",
        row("Minskning", ""),
        [
            (
                "mål/1.1-vård.md:14:3 N001 fel",
                "Indikatorn ”Väntetid” saknar målvärde",
                "Skriv det i kolumnen Målvärde, eller ”Fastställs senast” och en dag.",
            ),
        ],
    ),
    Case(
        "a dash above",
        row("Minskning", "–"),
        [
            (
                "mål/1.1-vård.md:14:3 N001 fel",
                "Indikatorn ”Väntetid” saknar målvärde",
                "Skriv det i kolumnen Målvärde, eller ”Fastställs senast” och en dag.",
            ),
        ],
    ),
    Case(
        "none above, in a regionplan that is a proposal",
        row("Minskning", "") | swap(BASE, "stadium: justerad", "stadium: förslag"),
        [
            (
                "mål/1.1-vård.md:14:3 N001 varning",
                "Indikatorn ”Väntetid” saknar målvärde",
                "Skriv det i kolumnen Målvärde, eller ”Fastställs senast” och en dag.",
            ),
        ],
    ),
    Case(
        "none of the nämnd's own",
        swap(ANSWER, "| 72 (2018) | Ökning |", "| 72 (2018) | |"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:10:3 N001 notering",
                "Indikatorn ”Nöjdhet” saknar målvärde",
                "Skriv det i kolumnen Målvärde, eller ”Fastställs senast” och en dag.",
            ),
        ],
    ),
    Case(
        "none above, though the nämnd has set its own",
        row("Minskning", "")
        | swap(
            ANSWER,
            ("| nöjdhet | Nöjdhet | 72 (2018) | Ökning | Årligen | Enkät |"),
            "| väntetid | | | Högst 8 dagar | | |",
        )
        | {OUTCOME: None},
        [
            (
                "mål/1.1-vård.md:14:3 N001 fel",
                "Indikatorn ”Väntetid” saknar målvärde",
                "Skriv det i kolumnen Målvärde, eller ”Fastställs senast” och en dag.",
            ),
        ],
    ),
    Case(
        "a row that only sets another start",
        swap(
            ANSWER,
            ("| nöjdhet | Nöjdhet | 72 (2018) | Ökning | Årligen | Enkät |"),
            "| väntetid | | 8 dagar (2018) | | | |",
        )
        | {OUTCOME: None},
        [],
    ),
    Case(
        "to be set, and the day has not passed",
        on("2019-06-30") | row("Minskning", "Fastställs senast 2019-06-30"),
        [],
    ),
    Case(
        "to be set, and the day has passed",
        on("2019-07-01") | row("Minskning", "Fastställs senast den 30 juni 2019"),
        [
            (
                "mål/1.1-vård.md:14:3 N001 fel",
                ("Målvärdet för indikatorn ”Väntetid” skulle ha fastställts senast den 30\xa0juni\xa02019"),
                "Skriv det i kolumnen Målvärde, eller ”Fastställs senast” och en dag.",
            ),
        ],
    ),
    Case(
        "to be set by the end of a month",
        on("2019-07-01") | row("Minskning", "fastställs senast juni 2019"),
        [
            (
                "mål/1.1-vård.md:14:3 N001 fel",
                ("Målvärdet för indikatorn ”Väntetid” skulle ha fastställts senast den 30\xa0juni\xa02019"),
                "Skriv det i kolumnen Målvärde, eller ”Fastställs senast” och en dag.",
            ),
        ],
    ),
    Case(
        "to be set, as of no day",
        row("Minskning", "Fastställs senast 2019-06-30"),
        [],
    ),
    Case(
        "to be set some day",
        row("Minskning", "Fastställs senare"),
        [
            (
                "mål/1.1-vård.md:14:3 N001 fel",
                "Indikatorn ”Väntetid” saknar målvärde",
                "Skriv det i kolumnen Målvärde, eller ”Fastställs senast” och en dag.",
            ),
        ],
    ),
    Case(
        "said to be missing",
        row("Minskning", "Saknas"),
        [
            (
                "mål/1.1-vård.md:14:3 N001 fel",
                "Indikatorn ”Väntetid” saknar målvärde",
                "Skriv det i kolumnen Målvärde, eller ”Fastställs senast” och en dag.",
            ),
        ],
    ),
    Case(
        "a sentence",
        row("Minskning", "Alla enheter är anslutna"),
        [],
    ),
    Case(
        "what could not be read may be there",
        row("Minskning", "") | swap(GOAL, "| Målvärde |", "| Malvärdet |"),
        [
            (
                "mål/1.1-vård.md:12:35 S001 fel",
                "Okänd kolumn ”Malvärdet”",
                "Menade du ”Målvärde”?",
            ),
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told_by("N001", tmp_path, case) == case.said
