"""X005: quotation marks, and what stands between years."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import FILES, PLAN, Case, chapter, told

TITLED = {PLAN: FILES[PLAN].replace("Verksamhetsplan 2019", 'Planen "A" 2019-2021')}

CASES = [
    Case(
        "right signs",
        chapter("Planen ”Nära vård” gäller 2019–2021, tel. 0455-73 10 00, den 2019-05-08."),
        [],
    ),
    Case(
        "straight and English quotation marks",
        chapter('Planen "Nära vård" och\n“Tillsammans” gäller.'),
        [
            (
                "plan/nämnden/4-text.md:3:8 X005 varning",
                'Tecknet ’"’ är inget svenskt citattecken (3 tecken)',
                "Skriv ” på båda sidor.",
            )
        ],
    ),
    Case(
        "hyphens between years",
        chapter("Först kort.\n\nPlanen gäller 2019-2021 och *2020 - 2022*."),
        [
            (
                "plan/nämnden/4-text.md:5:15 X005 varning",
                "Mellan årtalen i ”2019-2021” står ett bindestreck (2 ställen)",
                "Skriv tankstreck: 2019–2021.",
            )
        ],
    ),
    Case(
        "a title in quotation marks, and years in it",
        TITLED,
        [
            (
                "plan/nämnden/dokument.yaml:2:8 X005 varning",
                "Mellan årtalen i ”2019-2021” står ett bindestreck",
                "Skriv tankstreck: 2019–2021.",
            )
        ],
    ),
    Case(
        "in code",
        chapter('Skriv `enhet="tkr"`.'),
        [],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said
