"""C009: direktiv that a plan of the same year gives no answer to."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.orders import DIREKTIV, LIST, ORDERS
from tests.organisations.small import ANSWER, BASE, PLAN, Case, add, swap, told_by

CASES = [
    Case(
        "no direktiv",
        {},
        [],
    ),
    Case(
        "none is answered",
        DIREKTIV,
        [
            (
                "plan/nämnden/dokument.yaml:5:12 C009 notering",
                "Direktivet ”dörrar” i ”Planeringsdirektiv 2019” får inget svar i planen",
                (
                    'Skriv svarar på="dörrar" sist på ett åtagandes rad, eller skälet under '
                    "”ordinarie verksamhet” i dokument.yaml."
                ),
            ),
            (
                "plan/nämnden/dokument.yaml:5:12 C009 notering",
                "Direktivet ”mät-väntan” i ”Planeringsdirektiv 2019” får inget svar i planen",
                (
                    'Skriv svarar på="mät-väntan" sist på ett åtagandes rad, eller skälet under '
                    "”ordinarie verksamhet” i dokument.yaml."
                ),
            ),
        ],
    ),
    Case(
        "answered by åtaganden, one of them by its point",
        DIREKTIV | swap(ANSWER, 'svarar på="korta-köer"', 'svarar på="korta-köer, mät-väntan, dörrar-norr"'),
        [],
    ),
    Case(
        "answered by the usual work and left out",
        DIREKTIV
        | add(
            PLAN,
            (
                "ordinarie verksamhet: {mät-väntan: Mäts redan.}\n"
                "utelämnar: {dörrar: Nämnden har inga dörrar.}\n"
            ),
        ),
        [],
    ),
    Case(
        "a proposal binds nobody",
        {**DIREKTIV, ORDERS: str(DIREKTIV[ORDERS]).replace("justerad", "förslag")},
        [],
    ),
    Case(
        "direktiv for another year",
        {**DIREKTIV, ORDERS: str(DIREKTIV[ORDERS]).replace("period: 2019", "period: 2020")},
        [],
    ),
    Case(
        "direktiv to somebody else",
        {**DIREKTIV, LIST: str(DIREKTIV[LIST]).replace("till nämnden", "till styrelsen")},
        [],
    ),
    Case(
        "taken into the regionplan, or lapsed",
        DIREKTIV
        | add(
            BASE,
            (
                "direktiv:\n  mät-väntan: Inarbetat i insatsen om köer.\n"
                "  övriga: Förfaller. Dörrarna är redan öppna.\n"
            ),
        ),
        [],
    ),
    Case(
        "one that still stands",
        DIREKTIV
        | add(BASE, ("direktiv:\n  mät-väntan: Inarbetat i insatsen om köer.\n  dörrar: Kvarstår\n")),
        [
            (
                "plan/nämnden/dokument.yaml:5:12 C009 notering",
                "Direktivet ”dörrar” i ”Planeringsdirektiv 2019” får inget svar i planen",
                (
                    'Skriv svarar på="dörrar" sist på ett åtagandes rad, eller skälet under '
                    "”ordinarie verksamhet” i dokument.yaml."
                ),
            ),
        ],
    ),
    Case(
        "many are one finding",
        {
            **DIREKTIV,
            LIST: "# D\n\n## Direktiv till nämnden\n\n"
            + "".join(f"- Göra. {{#nytt-{n}}}\n" for n in range(6)),
        },
        [
            (
                "plan/nämnden/dokument.yaml:5:12 C009 notering",
                (
                    "Planen svarar inte på 6 direktiv i ”Planeringsdirektiv 2019”: ”nytt-0”, "
                    "”nytt-1”, ”nytt-2”, ”nytt-3” och 2 till"
                ),
                (
                    'Skriv svarar på="nytt-0" sist på ett åtagandes rad, eller skälet under '
                    "”ordinarie verksamhet” i dokument.yaml."
                ),
            ),
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told_by("C009", tmp_path, case) == case.said
