"""C002: orders that a plan gives no answer to."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import ANSWER, GOAL, OUTCOME, PLAN, Case, add, swap, told_by

CASES = [
    Case(
        "every order is answered",
        {},
        [],
    ),
    Case(
        "an åtagande under the insats is enough for its only order",
        swap(ANSWER, ' svarar på="korta-köer"', ""),
        [],
    ),
    Case(
        "nothing under the insats",
        swap(
            ANSWER,
            (
                "## Insats: köer\n\n### Åtaganden\n"
                "\n- öppna en kväll i veckan. {#kväll svarar "
                'på="korta-köer"}\n'
            ),
            "",
        )
        | {OUTCOME: None},
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:2:12 C002 notering",
                "Uppdraget ”korta-köer” under insatsen ”Kortare köer” får inget svar i planen",
                (
                    'Skriv svarar på="korta-köer" sist på ett åtagandes rad, eller skälet under '
                    "”ordinarie verksamhet” i dokument.yaml."
                ),
            ),
        ],
    ),
    Case(
        "two orders in one insats, one of them answered",
        add(GOAL, ("\n### Uppdrag till nämnden {#mät-köer}\n\nNämnden ska mäta köerna.\n")),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:16:1 C002 notering",
                "Uppdraget ”mät-köer” under insatsen ”Kortare köer” får inget svar i planen",
                (
                    'Skriv svarar på="mät-köer" sist på ett åtagandes rad, eller skälet under '
                    "”ordinarie verksamhet” i dokument.yaml."
                ),
            ),
        ],
    ),
    Case(
        "one åtagande answers both",
        add(GOAL, ("\n### Uppdrag till nämnden {#mät-köer}\n\nNämnden ska mäta köerna.\n"))
        | swap(ANSWER, 'svarar på="korta-köer"', 'svarar på="korta-köer, mät-köer"'),
        [],
    ),
    Case(
        "the usual work answers it",
        add(GOAL, ("\n### Uppdrag till nämnden {#mät-köer}\n\nNämnden ska mäta köerna.\n"))
        | add(PLAN, ("ordinarie verksamhet:\n  mät-köer: Köerna mäts varje vecka sedan 2015.\n")),
        [],
    ),
    Case(
        "the order is left out with a reason",
        add(GOAL, ("\n### Uppdrag till nämnden {#mät-köer}\n\nNämnden ska mäta köerna.\n"))
        | add(PLAN, "utelämnar: {mät-köer: Nämnden har inga köer.}\n"),
        [],
    ),
    Case(
        "the insats is left out with a reason",
        add(PLAN, "utelämnar: {köer: Vilar.}\n")
        | {ANSWER: "---\nsvarar på: vård\n---\nText.\n", OUTCOME: None},
        [],
    ),
    Case(
        "an order to somebody else",
        add(GOAL, ("\n### Uppdrag till styrelsen {#mät-köer}\n\nStyrelsen ska mäta köerna.\n")),
        [],
    ),
    Case(
        "an order before the year of the plan",
        swap(GOAL, "under: hälsa\n", "under: hälsa\ngäller till: 2018-12-31\n"),
        [],
    ),
    Case(
        "many orders are one finding",
        add(GOAL, "".join(f"\n### Uppdrag till nämnden {{#nytt-{n}}}\n\nText.\n" for n in range(7))),
        [
            (
                "plan/nämnden/dokument.yaml:5:12 C002 notering",
                (
                    "”Verksamhetsplan 2019” lämnar 7 uppdrag utan svar: ”nytt-0”, ”nytt-1”, "
                    "”nytt-2”, ”nytt-3” och 3 till"
                ),
                (
                    'Skriv svarar på="nytt-0" sist på ett åtagandes rad, eller skälet under '
                    "”ordinarie verksamhet” i dokument.yaml."
                ),
            ),
        ],
    ),
    Case(
        "the usual work and an order that does not exist is told by L001",
        add(PLAN, "ordinarie verksamhet: {korta-köerna: Görs redan.}\n"),
        [],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told_by("C002", tmp_path, case) == case.said
