"""C003: goals with nothing below them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import BASE, MODEL, Case, swap, told_by

X = """\
---
id: x
nivå: mål
under: hälsa
---
# X

Text.
"""
OWN = swap(
    MODEL,
    "    beslutas av: fullmäktige\n    egna: ja",
    "    beslutas av: nämnd\n    egna: ja",
)

CASES = [
    Case(
        "every goal has an insats",
        {},
        [],
    ),
    Case(
        "a goal without",
        {"mål/1.2-x.md": X},
        [
            (
                "mål/1.2-x.md:6:1 C003 fel",
                "Målet ”X” har ingen insats under sig",
                "Lägg till en insats i målets fil.",
            ),
        ],
    ),
    Case(
        "a goal without, in a plan that is a draft",
        {"mål/1.2-x.md": X} | swap(BASE, "stadium: justerad", "stadium: utkast"),
        [
            (
                "mål/1.2-x.md:6:1 C003 notering",
                "Målet ”X” har ingen insats under sig",
                "Lägg till en insats i målets fil.",
            ),
        ],
    ),
    Case(
        "a goal without that no plan has",
        {"mål/1.2-x.md": X.replace("under: hälsa", "under: hälsa\ngäller från: 2030-01-01")},
        [
            (
                "mål/1.2-x.md:7:1 C003 notering",
                "Målet ”X” har ingen insats under sig",
                "Lägg till en insats i målets fil.",
            ),
        ],
    ),
    Case(
        "a nämnd's own insats counts",
        {
            "mål/1.2-x.md": X,
            "plan/nämnden/2-mål/x.md": ("---\nsvarar på: x\n---\n## Egen insats: Ny {#ny}\n\nText.\n"),
        },
        [],
    ),
    Case(
        "a goal that lies nowhere is told by L001",
        {"mål/1.2-x.md": X.replace("under: hälsa", "under: halsan")},
        [],
    ),
    Case(
        "where the nämnder set the level below, one that says nothing of it",
        OWN | {"mål/1.2-x.md": X, "plan/nämnden/2-mål/x.md": "---\nsvarar på: x\n---\nText.\n"},
        [
            (
                "plan/nämnden/2-mål/x.md:2:12 C003 notering",
                "Planen har varken egen insats eller åtagande under målet ”X”",
                "Lägg till en insats, eller ett åtagande för det.",
            ),
        ],
    ),
    Case(
        "where the nämnder set the level below, an åtagande is enough",
        OWN
        | {
            "mål/1.2-x.md": X,
            "plan/nämnden/2-mål/x.md": "---\nsvarar på: x\n---\n## Åtaganden\n\n- göra. {#göra}\n",
        },
        [],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told_by("C003", tmp_path, case) == case.said
