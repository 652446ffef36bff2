"""C010: orders past their last day, and those nobody has reported back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import (
    FILES,
    GOAL,
    MODEL,
    ORG,
    OUTCOME,
    REPORT_DOCUMENT,
    Case,
    add,
    swap,
    told_by,
)


def on(day: str) -> dict[str, str | bytes | None]:
    """Return a change: everything is judged as of that day."""
    return {ORG: f"läge: {day}\n" + FILES[ORG]}


def order(particulars: str) -> dict[str, str | bytes | None]:
    """Return a change: the order with these particulars, in a model that says which state is done."""
    model = FILES[MODEL].replace("ord: Klart}", "ord: Klart, slutförd: ja}")
    return {MODEL: model} | swap(GOAL, "{#korta-köer}", "{#korta-köer " + particulars + "}")


CASES = [
    Case(
        "no last day",
        on("2020-03-01"),
        [],
    ),
    Case(
        "the last day is still to come",
        on("2019-06-30") | order('senast="2019-06-30"'),
        [],
    ),
    Case(
        "no day to judge as of",
        order('senast="2019-06-30"'),
        [],
    ),
    Case(
        "nobody has told, and the report is not there yet",
        on("2019-07-01") | order('senast="2019-06-30"') | {REPORT_DOCUMENT: None, OUTCOME: None},
        [
            (
                "mål/1.1-vård.md:20:1 C010 notering",
                (
                    "Uppdraget ”korta-köer” skulle vara klart senast den 30\xa0juni\xa02019, men "
                    "vårdnämnden har inte sagt att det är det"
                ),
                "Skriv läget i uppföljningen, eller besluta om en ny dag.",
            ),
        ],
    ),
    Case(
        "the report says that it goes on",
        on("2020-03-01") | order('senast="2019-06-30"'),
        [
            (
                "mål/1.1-vård.md:20:1 C010 varning",
                (
                    "Uppdraget ”korta-köer” skulle vara klart senast den 30\xa0juni\xa02019, men "
                    "vårdnämnden har inte sagt att det är det"
                ),
                "Skriv läget i uppföljningen, eller besluta om en ny dag.",
            ),
        ],
    ),
    Case(
        "the åtagande that answers it is done",
        on("2020-03-01")
        | order('senast="2019-06-30"')
        | swap(OUTCOME, "| kväll | pågår |", "| kväll | klart |"),
        [],
    ),
    Case(
        "the order itself is done",
        on("2020-03-01")
        | order('senast="2019-06-30"')
        | add(
            OUTCOME,
            ("\n## Uppdrag\n\n| Uppdrag | Status | Kommentar |\n|---|---|---|\n| korta-köer | klart | |\n"),
        ),
        [],
    ),
    Case(
        "the order has ended without being done",
        on("2020-03-01")
        | order('senast="2019-06-30"')
        | swap(MODEL, "{nyckel: pågår, ord: Pågår}", "{nyckel: pågår, ord: Pågår, avslutad: ja}"),
        [],
    ),
    Case(
        "to be reported back, and is in a comment",
        on("2020-03-01") | order('återrapporteras="ja"'),
        [],
    ),
    Case(
        "to be reported back, without a word",
        on("2020-03-01") | order('återrapporteras="ja"') | swap(OUTCOME, "Öppnar i mars.", ""),
        [
            (
                "mål/1.1-vård.md:20:1 C010 varning",
                "Uppdraget ”korta-köer” är inte återrapporterat av vårdnämnden",
                (
                    "Skriv läget och en kommentar i uppföljningen, under uppdraget eller åtagandet "
                    "som svarar på det."
                ),
            ),
        ],
    ),
    Case(
        "to be reported back, before there is a report",
        on("2020-03-01") | order('återrapporteras="ja"') | {REPORT_DOCUMENT: None, OUTCOME: None},
        [],
    ),
    Case(
        "late and not reported back is one finding",
        on("2020-03-01")
        | order('senast="2019-06-30" återrapporteras="ja"')
        | swap(OUTCOME, "Öppnar i mars.", ""),
        [
            (
                "mål/1.1-vård.md:20:1 C010 varning",
                (
                    "Uppdraget ”korta-köer” skulle vara klart senast den 30\xa0juni\xa02019, men "
                    "vårdnämnden har inte sagt att det är det"
                ),
                "Skriv läget i uppföljningen, eller besluta om en ny dag.",
            ),
        ],
    ),
    Case(
        "a proposal to direktiv has no last day yet",
        on("2020-03-01")
        | {
            "direktiv/dokument.yaml": (
                "slag: planeringsdirektiv\ntitel: D\norgan: fullmäktige\nperiod: 2019\n"
            ),
            "direktiv/1-direktiv.md": (
                '# D\n\n## Direktiv till nämnden\n\n- Göra. {#göra senast="2019-06-30"}\n'
            ),
        },
        [],
    ),
    Case(
        "a direktiv",
        on("2020-03-01")
        | {
            "direktiv/dokument.yaml": (
                "slag: planeringsdirektiv\ntitel: D\norgan: fullmäktige\nperiod: 2019\nstadium: justerad\n"
            ),
            "direktiv/1-direktiv.md": (
                '# D\n\n## Direktiv till nämnden och styrelsen\n\n- Göra. {#göra senast="2019-06-30"}\n'
            ),
        },
        [
            (
                "direktiv/1-direktiv.md:5:1 C010 varning",
                (
                    "Direktivet ”göra” skulle vara klart senast den 30\xa0juni\xa02019, men vårdnämnden "
                    "och regionstyrelsen har inte sagt att det är det"
                ),
                "Skriv läget i uppföljningen, eller besluta om en ny dag.",
            ),
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told_by("C010", tmp_path, case) == case.said
