"""L005: a document on another that is not decided; the graver the nearer the decision."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import BASE, DECIDED, PLAN, REPORT_DOCUMENT, Case, add, swap, told


def base(stage: str) -> dict[str, str | bytes | None]:
    """Return the plan above at another stage."""
    return swap(BASE, "stadium: justerad", f"stadium: {stage}") | {
        "uppföljning/nämnden/1-mål/1.1-vård.md": None,
        REPORT_DOCUMENT: None,
    }


CASES = [
    Case("decided and approved", {}, []),
    Case("decided and not yet approved", base("beslutad, ej justerad"), []),
    Case(
        "draft on a draft",
        base("utkast"),
        [
            (
                "plan/nämnden/dokument.yaml:5:12 L005 notering",
                "”Verksamhetsplan 2019” bygger på ”Regionplan 2019–2021”, som ännu är ett utkast",
                "Vänta med beslutet, eller rätta ”stadium” i det dokument som är beslutat.",
            )
        ],
    ),
    Case(
        "proposal on a proposal",
        base("förslag") | add(PLAN, "stadium: förslag\n"),
        [
            (
                "plan/nämnden/dokument.yaml:5:12 L005 varning",
                "”Verksamhetsplan 2019” bygger på ”Regionplan 2019–2021”, som ännu är ett förslag",
                "Vänta med beslutet, eller rätta ”stadium” i det dokument som är beslutat.",
            )
        ],
    ),
    Case(
        "going to decision on what goes to decision",
        base("till beslut") | add(PLAN, "stadium: till beslut\n"),
        [
            (
                "plan/nämnden/dokument.yaml:5:12 L005 fel",
                ("”Verksamhetsplan 2019” bygger på ”Regionplan 2019–2021”, som ännu är på väg till beslut"),
                "Vänta med beslutet, eller rätta ”stadium” i det dokument som är beslutat.",
            )
        ],
    ),
    Case(
        "decided on a proposal",
        base("förslag") | add(PLAN, f"stadium: justerad{DECIDED}\n"),
        [
            (
                "plan/nämnden/dokument.yaml:5:12 L005 fel",
                "”Verksamhetsplan 2019” bygger på ”Regionplan 2019–2021”, som ännu är ett förslag",
                "Vänta med beslutet, eller rätta ”stadium” i det dokument som är beslutat.",
            )
        ],
    ),
    Case(
        "on itself is told by L003",
        swap(PLAN, "bygger på: regionplan", "bygger på: plan/nämnden"),
        [
            (
                "plan/nämnden/dokument.yaml:5:12 L003 fel",
                "”Verksamhetsplan 2019” bygger på sig självt",
                "Ändra ”bygger på”.",
            )
        ],
    ),
    Case("on nothing", swap(PLAN, "bygger på: regionplan\n", ""), []),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said
