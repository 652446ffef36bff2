"""C005: åtaganden that nobody answers for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import ANSWER, ORG, PLAN, Case, add, swap, told_by

CASES = [
    Case(
        "one names nobody, so the nämnd answers for it",
        {},
        [],
    ),
    Case(
        "none names anybody",
        swap(ANSWER, ' ansvarig="förvaltningen"', ""),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:14:1 C005 notering",
                "Det framgår inte vem som ansvarar för något av planens 2 åtaganden",
                'Skriv ansvarig="…" med förvaltningens id sist på åtagandets rad.',
            ),
        ],
    ),
    Case(
        "none, in a proposal",
        swap(ANSWER, ' ansvarig="förvaltningen"', "") | add(PLAN, "stadium: förslag\n"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:14:1 C005 varning",
                "Det framgår inte vem som ansvarar för något av planens 2 åtaganden",
                'Skriv ansvarig="…" med förvaltningens id sist på åtagandets rad.',
            ),
        ],
    ),
    Case(
        "the body has nobody under it",
        swap(ANSWER, ' ansvarig="förvaltningen"', "")
        | swap(ORG, "    under: nämnden\n", "    under: styrelsen\n"),
        [],
    ),
    Case(
        "the nämnd names itself",
        swap(ANSWER, 'ansvarig="förvaltningen"', 'ansvarig="VN"'),
        [],
    ),
    Case(
        "a body that has ended",
        swap(
            ORG,
            "    under: nämnden\n",
            ("    under: nämnden\n    gäller till: 2018-12-31\n    efterföljare: [styrelsen]\n"),
        ),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:14:1 C005 fel",
                "Åtagandet ”mäta” ligger på ”Vårdförvaltningen”, som inte finns 2019",
                "Skriv den som har tagit över: Regionstyrelsen.",
            ),
        ],
    ),
    Case(
        "a body that is to come",
        swap(ORG, "    under: nämnden\n", "    under: nämnden\n    gäller från: 2021-01-01\n"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:14:1 C005 fel",
                "Åtagandet ”mäta” ligger på ”Vårdförvaltningen”, som inte finns 2019",
                "Ange någon annan.",
            ),
        ],
    ),
    Case(
        "a body that ends during the year",
        swap(ORG, "    under: nämnden\n", "    under: nämnden\n    gäller till: 2019-06-30\n"),
        [],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told_by("C005", tmp_path, case) == case.said
