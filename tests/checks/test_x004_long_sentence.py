"""X004: very long sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import Case, chapter, told

FORTY = " ".join(["Nämnden", *["ord"] * 39])
FORTY_ONE = " ".join(["Styrelsen", "ska", "göra", "mycket", *["ord"] * 37])

CASES = [
    Case(
        "forty words",
        chapter(f"{FORTY}."),
        [],
    ),
    Case(
        "forty-one words",
        chapter(f"{FORTY}.\n\nKort. {FORTY_ONE}. Kort."),
        [
            (
                "plan/nämnden/4-text.md:5:7 X004 notering",
                "Meningen ”Styrelsen ska göra mycket …” är på 41 ord",
                "Dela den i två, eller gör en lista av det som räknas upp.",
            )
        ],
    ),
    Case(
        "two of them",
        chapter(f"{FORTY_ONE}.\n\n{FORTY_ONE} till."),
        [
            (
                "plan/nämnden/4-text.md:5:1 X004 notering",
                ("Meningen ”Styrelsen ska göra mycket …” är på 42 ord; 2 meningar är längre än 40 ord"),
                "Dela den i två, eller gör en lista av det som räknas upp.",
            )
        ],
    ),
    Case(
        "a list is no sentence",
        chapter("\n".join(f"- {w} ord ord" for w in FORTY_ONE.split())),
        [],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said
