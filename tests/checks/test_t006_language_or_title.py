"""T006: language and title."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import FILES, ORG, PLAN, Case, told


def language(code: str) -> dict[str, str | bytes | None]:
    """Return a change: the organisation's language."""
    return {ORG: FILES[ORG].replace("namn: Region Prov\n", f"namn: Region Prov\nspråk: {code}\n")}


CASES = [
    Case(
        "Swedish",
        language("sv-SE"),
        [],
    ),
    Case(
        "only the language",
        language("sv"),
        [],
    ),
    Case(
        "nothing said",
        {},
        [],
    ),
    Case(
        "a word",
        language("svenska"),
        [
            (
                "organisation.yaml:2:8 T006 fel",
                "”svenska” är ingen språkkod",
                "Skriv språkets kod, till exempel sv-SE.",
            )
        ],
    ),
    Case(
        "empty",
        language('""'),
        [("organisation.yaml:2:8 T006 fel", "Språket saknas", "Skriv språkets kod, till exempel sv-SE.")],
    ),
    Case(
        "a title without words",
        {PLAN: FILES[PLAN].replace("Verksamhetsplan 2019", "2019")},
        [
            (
                "plan/nämnden/dokument.yaml:2:8 T006 fel",
                "Titeln ”2019” säger inte vad dokumentet är",
                "Skriv en titel med ord, till exempel Verksamhetsplan 2019.",
            )
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said
