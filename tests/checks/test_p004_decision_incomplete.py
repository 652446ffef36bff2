"""P004: what a decided document says of its decision."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import FILES, PLAN, Case, told


def plan(*lines: str) -> dict[str, str | bytes | None]:
    """Return a change: these lines last in the plan's dokument.yaml."""
    return {PLAN: FILES[PLAN] + "".join(f"{line}\n" for line in lines)}


NUMBER = "diarienummer: EX 2018/0012"

CASES = [
    Case(
        "a draft without anything",
        {},
        [],
    ),
    Case(
        "everything",
        plan("stadium: justerad", NUMBER, "beslut: {organ: VN, datum: 2018-12-05, paragraf: EX 9}"),
        [],
    ),
    Case(
        "nothing",
        plan("stadium: justerad"),
        [
            (
                "plan/nämnden/dokument.yaml:6:10 P004 fel",
                ("”Verksamhetsplan 2019” är justerad men saknar uppgift om beslutet och diarienummer"),
                "Fyll i det i dokument.yaml.",
            )
        ],
    ),
    Case(
        "neither day nor paragraph",
        plan("stadium: beslutad, ej justerad", NUMBER, "beslut: {organ: VN}"),
        [
            (
                "plan/nämnden/dokument.yaml:8:9 P004 fel",
                "”Verksamhetsplan 2019” är beslutad men saknar beslutets datum och paragraf",
                "Fyll i det i dokument.yaml.",
            )
        ],
    ),
    Case(
        "no number",
        plan("stadium: justerad", "beslut: {organ: VN, datum: 2018-12-05, paragraf: EX 9}"),
        [
            (
                "plan/nämnden/dokument.yaml:7:9 P004 fel",
                "”Verksamhetsplan 2019” är justerad men saknar diarienummer",
                "Fyll i det i dokument.yaml.",
            )
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said
