"""C006: plans without an indikator of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import ANSWER, OUTCOME, PLAN, Case, add, swap, told_by

OWN = """\
## Indikatorer

| Id | Indikator | Ingångsvärde | Målvärde | Frekvens | Källa |
|----|-----------|--------------|----------|----------|-------|
| nöjdhet | Nöjdhet | 72 (2018) | Ökning | Årligen | Enkät |
"""

CASES = [
    Case(
        "the plan has one",
        {},
        [],
    ),
    Case(
        "none",
        swap(ANSWER, OWN, "") | {OUTCOME: None},
        [
            (
                "plan/nämnden/dokument.yaml:5:12 C006 notering",
                "”Verksamhetsplan 2019” har ingen egen indikator",
                ("Lägg till en under det mål som den säger något om, i en tabell under ”Indikatorer”."),
            ),
        ],
    ),
    Case(
        "none, in a decided plan",
        swap(ANSWER, OWN, "") | add(PLAN, "stadium: justerad\n") | {OUTCOME: None},
        [
            (
                "plan/nämnden/dokument.yaml:5:12 C006 fel",
                "”Verksamhetsplan 2019” har ingen egen indikator",
                ("Lägg till en under det mål som den säger något om, i en tabell under ”Indikatorer”."),
            ),
        ],
    ),
    Case(
        "one that hangs on no goal",
        swap(ANSWER, OWN, "")
        | {OUTCOME: None, "plan/nämnden/5-indikatorer.md": "# I\n\n" + OWN.partition("\n\n")[2]},
        [],
    ),
    Case(
        "a target of its own for a superior one",
        swap(
            ANSWER,
            ("| nöjdhet | Nöjdhet | 72 (2018) | Ökning | Årligen | Enkät |"),
            "| väntetid | | | Högst 8 dagar | | |",
        )
        | {OUTCOME: None},
        [],
    ),
    Case(
        "a plan that answers no goal",
        {ANSWER: None, OUTCOME: None},
        [],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told_by("C006", tmp_path, case) == case.said
