"""P005: the body that decided, and whose document it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import DECIDED, FILES, PLAN, Case, told


def decided_by(body: str, whose: str = "nämnden") -> dict[str, str | bytes | None]:
    """Return a change: the plan of one body decided by another."""
    said = f"stadium: justerad{DECIDED}\n".replace("organ: nämnden", f"organ: {body}")
    return {PLAN: FILES[PLAN].replace("organ: nämnden", f"organ: {whose}") + said}


CASES = [
    Case(
        "its own body",
        decided_by("nämnden"),
        [],
    ),
    Case(
        "fullmäktige",
        decided_by("fullmäktige"),
        [],
    ),
    Case(
        "another board",
        decided_by("styrelsen"),
        [
            (
                "plan/nämnden/dokument.yaml:8:9 P005 fel",
                ("”Verksamhetsplan 2019” är beslutad av regionstyrelsen, men dokumentet är vårdnämndens"),
                "Rätta ”organ”, eller det organ som står under ”beslut”.",
            )
        ],
    ),
    Case(
        "one under it",
        decided_by("förvaltningen"),
        [
            (
                "plan/nämnden/dokument.yaml:8:9 P005 fel",
                ("”Verksamhetsplan 2019” är beslutad av Vårdförvaltningen, men dokumentet är vårdnämndens"),
                "Rätta ”organ”, eller det organ som står under ”beslut”.",
            )
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said
