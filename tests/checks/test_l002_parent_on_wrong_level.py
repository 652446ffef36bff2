"""L002: something below a goal on the wrong level, or below another than its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import ANSWER, GOAL, OUTCOME, TOP, Case, add, swap, told

CASES = [
    Case("every level below the one above", {}, []),
    Case(
        "insats right below a strategi",
        {"mål/2-x.md": "---\nid: x\nnivå: insats\nunder: hälsa\n---\n# X\n"},
        [
            (
                "mål/2-x.md:4:8 L002 fel",
                "Insatsen ”X” ligger under strategin ”God hälsa”",
                "Insatser ska ligga under ett mål.",
            )
        ],
    ),
    Case(
        "mål below an insats",
        {"mål/2-x.md": "---\nid: x\nnivå: mål\nunder: köer\n---\n# X\n"},
        [
            (
                "mål/2-x.md:4:8 L002 fel",
                "Målet ”X” ligger under insatsen ”Kortare köer”",
                "Mål ska ligga under en strategi.",
            )
        ],
    ),
    Case(
        "strategi below a mål",
        {"mål/2-x.md": "---\nid: x\nnivå: strategi\nunder: vård\n---\n# X\n"},
        [
            (
                "mål/2-x.md:4:8 L002 fel",
                "Strategin ”X” kan inte ligga under något annat",
                "Ta bort raden ”under”; strategier är den översta nivån.",
            )
        ],
    ),
    Case(
        "mål under a heading in a mål",
        add(GOAL, "\n## Mål: Annat {#annat}\n"),
        [
            (
                "mål/1.1-vård.md:24:1 L002 fel",
                "Målet ”Annat” ligger under målet ”Vård i tid”",
                "Mål ska ligga under en strategi.",
            )
        ],
    ),
    Case(
        "word of another level",
        swap(ANSWER, "## Insats: köer", "## Mål: köer"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:16:1 L002 fel",
                "Rubriken säger mål, men ”köer” är insatsen ”Kortare köer”",
                "Rätta rubrikens första ord, eller id.",
            )
        ],
    ),
    Case(
        "another goal's insats",
        {
            "mål/2-x.md": "---\nid: x\nnivå: mål\nunder: hälsa\n---\n# X\n",
            "plan/nämnden/2-mål/2-x.md": "---\nsvarar på: x\n---\n## Insats: köer\n",
            ANSWER: None,
            OUTCOME: None,
        },
        [
            (
                "plan/nämnden/2-mål/2-x.md:4:1 L002 fel",
                "Insatsen ”Kortare köer” hör till målet ”Vård i tid”, inte hit",
                "Flytta avsnittet till den fil som svarar på målet.",
            )
        ],
    ),
    Case(
        "own insats right below a strategi",
        {"plan/nämnden/2-mål/2-hälsa.md": "---\nsvarar på: hälsa\n---\n## Egen insats: X {#x}\n"},
        [
            (
                "plan/nämnden/2-mål/2-hälsa.md:4:1 L002 fel",
                "Insatsen ”X” ligger under strategin ”God hälsa”",
                "Insatser ska ligga under ett mål.",
            )
        ],
    ),
    Case(
        "own on a level that allows none",
        swap(ANSWER, "## Egen insats", "## Egen strategi"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:22:1 L002 fel",
                "Styrmodellen tillåter inga egna strategier",
                "Egna får läggas till bland insatser.",
            )
        ],
    ),
    Case(
        "below a parent that is missing",
        swap(TOP, "id: hälsa", "id: halsa") | swap(GOAL, "under: hälsa", "under: halsan"),
        [
            (
                "mål/1.1-vård.md:4:8 L001 fel",
                "Det finns ingen strategi ”halsan”, som målet ”Vård i tid” ligger under",
                "Menade du ”halsa”?",
            )
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said
