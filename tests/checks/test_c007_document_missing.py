"""C007: nämnder without the document that the calendar asks for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import FILES, ORG, Case, told_by


def on(day: str) -> dict[str, str | bytes | None]:
    """Return a change: everything is judged as of that day."""
    return {ORG: f"läge: {day}\n" + FILES[ORG]}


def year(organ: str, period: str = "2019") -> dict[str, str | bytes | None]:
    """Return a change: a calendar in which these bodies decide their plans in December."""
    moment = f"{{slag: verksamhetsplan, organ: {organ}, när: december, period: {period}}}"
    return {"kalender/2019.yaml": f"momenter:\n  - {moment}\n"}


CASES = [
    Case(
        "no calendar",
        on("2020-01-15"),
        [],
    ),
    Case(
        "the plan of every body is there",
        on("2020-01-15") | year("nämnden"),
        [],
    ),
    Case(
        "one body has none",
        on("2020-01-15") | year("[nämnden, styrelsen]"),
        [
            (
                "kalender/2019.yaml:2:12 C007 varning",
                ("Verksamhetsplan för 2019 saknas från regionstyrelsen, fast tiden var december 2019"),
                "Skriv dokumentet, eller rätta kalendern.",
            ),
        ],
    ),
    Case(
        "one body has none, but the day has not passed",
        on("2019-12-31") | year("[nämnden, styrelsen]"),
        [],
    ),
    Case(
        "as of no day",
        year("[nämnden, styrelsen]"),
        [],
    ),
    Case(
        "nobody has written one for those years",
        on("2021-01-15") | year("[nämnden, styrelsen]", "2020"),
        [],
    ),
    Case(
        "prepared, not decided",
        on("2020-01-15")
        | {
            k: str(v).replace("slag:", "steg: beredning, slag:")
            for k, v in year("[nämnden, styrelsen]").items()
        },
        [],
    ),
    Case(
        "a body that does not exist in those years",
        {
            ORG: "läge: 2020-01-15\n"
            + FILES[ORG].replace(
                "    namn: Regionstyrelsen\n", "    namn: Regionstyrelsen\n    gäller från: 2020-01-01\n"
            )
        }
        | year("[nämnden, styrelsen]"),
        [],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told_by("C007", tmp_path, case) == case.said
