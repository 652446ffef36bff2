"""L011: direktiv of the spring that the decided plan does not speak of."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.orders import DIREKTIV, ORDERS
from tests.organisations.small import BASE, Case, add, swap, told_by

CASES = [
    Case(
        "no direktiv",
        {},
        [],
    ),
    Case(
        "nothing is said",
        DIREKTIV,
        [
            (
                "regionplan/dokument.yaml:1:1 L011 fel",
                (
                    "”Regionplan 2019–2021” ger inget besked om 2 direktiv: ”mät-väntan” och "
                    "”dörrar” i ”Planeringsdirektiv 2019”"
                ),
                ("Skriv under ”direktiv” i planens dokument.yaml: Inarbetat, Kvarstår eller Förfaller."),
            ),
        ],
    ),
    Case(
        "what could not be read may speak of it",
        DIREKTIV | add(BASE, "direktör: X\n"),
        [
            (
                "regionplan/dokument.yaml:8:1 S001 fel",
                "Okänd uppgift ”direktör”",
                "Menade du ”direktiv”?",
            ),
        ],
    ),
    Case(
        "one is not spoken of",
        DIREKTIV | add(BASE, "direktiv: {mät-väntan: Inarbetat i insatsen om köer.}\n"),
        [
            (
                "regionplan/dokument.yaml:1:1 L011 fel",
                (
                    "”Regionplan 2019–2021” ger inget besked om direktivet ”dörrar” i "
                    "”Planeringsdirektiv 2019”"
                ),
                ("Skriv under ”direktiv” i planens dokument.yaml: Inarbetat, Kvarstår eller Förfaller."),
            ),
        ],
    ),
    Case(
        "all are spoken of",
        DIREKTIV
        | add(
            BASE, ("direktiv:\n  mät-väntan: kvarstår\n  dörrar: Förfaller, eftersom dörrarna är öppna.\n")
        ),
        [],
    ),
    Case(
        "the others still stand",
        DIREKTIV | add(BASE, "direktiv: {övriga: Kvarstår}\n"),
        [],
    ),
    Case(
        "the plan is not decided yet",
        DIREKTIV | swap(BASE, "stadium: justerad", "stadium: till beslut"),
        [],
    ),
    Case(
        "the direktiv are not decided",
        {**DIREKTIV, ORDERS: str(DIREKTIV[ORDERS]).replace("justerad", "förslag")},
        [],
    ),
    Case(
        "direktiv for a later plan",
        {**DIREKTIV, ORDERS: str(DIREKTIV[ORDERS]).replace("period: 2019", "period: 2020")},
        [],
    ),
    Case(
        "spoken of and misspelt is told by L001",
        DIREKTIV | add(BASE, "direktiv: {övriga: Kvarstår, mät-vantan: Kvarstår}\n"),
        [],
    ),
    Case(
        "in words that are none of the three is told by S003",
        DIREKTIV | add(BASE, "direktiv: {övriga: Får vänta}\n"),
        [
            (
                "regionplan/dokument.yaml:8:20 S003 fel",
                "Här ska stå Inarbetat, Kvarstår eller Förfaller",
                ("Skriv till exempel ”Inarbetat” och var, eller ”Förfaller” och ett skäl."),
            ),
        ],
    ),
    Case(
        "lapsed without a reason is told by S003",
        DIREKTIV | add(BASE, "direktiv: {övriga: Förfaller}\n"),
        [
            (
                "regionplan/dokument.yaml:8:20 S003 fel",
                "Skälet saknas",
                "Skriv varför direktivet förfaller: Förfaller. Skälet.",
            ),
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told_by("L011", tmp_path, case) == case.said
