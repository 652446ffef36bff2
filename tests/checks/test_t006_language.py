"""T006: the language of the documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import FILES, ORG, Case, told


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
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said
