"""E005: three years with the budget year first, in the budget that fullmäktige decides."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.economy import above
from tests.organisations.small import BASE, FILES, Case, told

ROWS = ("| nämnden | Vårdnämnden | | {} |", "| styrelsen | Regionstyrelsen | | {} |")


def years(*heads: str, period: str = "2019–2021") -> dict[str, str | bytes | None]:
    """Return a change: the frames have these columns."""
    rows = [row.format(" | ".join("1 200,5" if head == "2019" else "0" for head in heads)) for row in ROWS]
    result = [f"| resultat | Resultat | | {' | '.join('0,1' for _ in heads)} |"]
    head = {BASE: FILES[BASE].replace("2019–2021\nstadium", f"{period}\nstadium")}
    return head | above(rows, result, heads)


CASES = [
    Case(
        "three years",
        years("2019", "2020", "2021"),
        [],
    ),
    Case(
        "two years",
        years("2019", "2020"),
        [
            (
                "regionplan/2-budget.md:3:1 E005 varning",
                "”Ramar” och ”Resultatbudget” har åren 2019, 2020: 2021 saknas",
                "Budgeten ska ha tre år med budgetåret först (11 kap. 6 § kommunallagen, från 2018).",
            )
        ],
    ),
    Case(
        "the budget year last",
        years("2020", "2021", "2019"),
        [
            (
                "regionplan/2-budget.md:3:1 E005 varning",
                ("”Ramar” och ”Resultatbudget” har åren 2020, 2021, 2019: åren står inte i ordning"),
                "Budgeten ska ha tre år med budgetåret först (11 kap. 6 § kommunallagen, från 2018).",
            )
        ],
    ),
    Case(
        "the budget year missing",
        years("2020", "2021", "2022"),
        [
            (
                "regionplan/2-budget.md:3:1 E005 varning",
                "”Ramar” och ”Resultatbudget” har åren 2020, 2021, 2022: budgetåret 2019 saknas",
                "Budgeten ska ha tre år med budgetåret först (11 kap. 6 § kommunallagen, från 2018).",
            )
        ],
    ),
    Case(
        "a year before",
        years("2018", "2019", "2020", "2021"),
        [],
    ),
    Case(
        "four years, as the period says",
        years("2019", "2020", "2021", "2022", period="2019–2022"),
        [],
    ),
    Case(
        "one year only",
        years("2019", period="2019"),
        [
            (
                "regionplan/dokument.yaml:4:9 E005 varning",
                "”Regionplan 2019–2021” har en budget som slutar 2019; den ska täcka tre år",
                "Budgeten ska innehålla en plan för tre år (11 kap. 6 § kommunallagen, från 2018).",
            )
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said
