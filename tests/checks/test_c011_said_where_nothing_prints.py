"""C011: something said of what the document does not print."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import ANSWER, FILES, OUTCOME, PLAN, REPORT_DOCUMENT, Case, add, swap, told

CASES = [
    Case("everything said is printed", {}, []),
    Case(
        "answer to what the plan leaves out",
        add(PLAN, "utelämnar: {vård: Vilar.}\n") | {OUTCOME: None},
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:2:12 C011 fel",
                "Målet ”Vård i tid” utelämnas, men här står text om det (3 ställen)",
                "Ta bort målet ur ”utelämnar”, eller ta bort texten.",
            )
        ],
    ),
    Case(
        "answer below what the plan leaves out",
        add(PLAN, "utelämnar: {hälsa: Vilar.}\n") | {OUTCOME: None},
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:2:12 C011 fel",
                "Strategin ”God hälsa” utelämnas, men här står text om målet ”Vård i tid” (3 ställen)",
                "Ta bort strategin ur ”utelämnar”, eller ta bort texten.",
            )
        ],
    ),
    Case(
        "answer to one thing that is left out",
        add(PLAN, "utelämnar: {köer: Vilar.}\n") | {OUTCOME: None},
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:16:1 C011 fel",
                "Insatsen ”Kortare köer” utelämnas, men här står text om den",
                "Ta bort insatsen ur ”utelämnar”, eller ta bort texten.",
            )
        ],
    ),
    Case(
        "left out and not answered",
        add(PLAN, "utelämnar: {köer: Vilar.}\n") | {ANSWER: None, OUTCOME: None},
        [],
    ),
    Case(
        "report of what its plan left out",
        add(PLAN, "utelämnar: {vård: Vilar.}\n")
        | {ANSWER: None, OUTCOME: "---\nsvarar på: vård\n---\nText.\n"},
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:2:12 C011 fel",
                "Målet ”Vård i tid” utelämnas, men här står text om det",
                "Ta bort målet ur ”utelämnar”, eller ta bort texten.",
            )
        ],
    ),
    Case(
        "report of what it leaves out itself",
        add(REPORT_DOCUMENT, "utelämnar: {vård: Vilar.}\n"),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:2:12 C011 fel",
                "Målet ”Vård i tid” utelämnas, men här står text om det",
                "Ta bort målet ur ”utelämnar”, eller ta bort texten.",
            )
        ],
    ),
    Case(
        "state of another board's åtagande",
        swap(OUTCOME, "| mäta | klart", "| styrelsen/annat | klart")
        | {
            "plan/styrelsen/dokument.yaml": FILES[PLAN].replace("organ: nämnden", "organ: styrelsen"),
            "plan/styrelsen/mål/vård.md": "---\nsvarar på: vård\n---\n## Åtaganden\n\n- göra. {#annat}\n",
        },
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:18:3 C011 fel",
                "Åtagandet ”annat” finns inte i ”Verksamhetsplan 2019”, som följs upp",
                "Rätta id, eller flytta raden till den berättelse där den hör hemma.",
            )
        ],
    ),
    Case(
        "outcome of an indikator that hangs on no goal",
        {"plan/nämnden/5-indikatorer.md": "# I\n\n| Id | Indikator |\n|---|---|\n| x | X |\n"}
        | swap(OUTCOME, "| väntetid | 8 dagar", "| x | 8 dagar"),
        [],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said
