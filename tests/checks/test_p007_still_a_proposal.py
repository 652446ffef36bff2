"""P007: decided documents that speak as proposals, and chapters that are not written."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import DECIDED, FILES, PLAN, Case, chapter, told

PLANS = """Nämnden kommer att ta fram ett förslag till avtal. Rutinerna ska kompletteras.
Nya uppgifter kommer att läggas till i registret."""
COMING = """Inledning.

Investeringsplanen **kommer att inarbetas** före beslutet. Det gäller detta förslag."""


def decided(text: str) -> dict[str, str | bytes | None]:
    """Return a change: the plan is decided and has a chapter with this text, from line 3."""
    return chapter(text) | {PLAN: FILES[PLAN] + f"stadium: justerad{DECIDED}\n"}


CASES = [
    Case(
        "speaks of what is coming",
        decided(PLANS),
        [],
    ),
    Case(
        "a proposal may speak as one",
        chapter("Investeringsplanen kommer att inarbetas före beslutet."),
        [],
    ),
    Case(
        "a decided one may not",
        decided(COMING),
        [
            (
                "plan/nämnden/4-text.md:5:22 P007 varning",
                (
                    "”Verksamhetsplan 2019” är beslutad men talar som ett förslag: ”kommer att "
                    "inarbetas” (2 ställen)"
                ),
                "Skriv in det som fattas, eller stryk meningen.",
            )
        ],
    ),
    Case(
        "an empty chapter",
        decided(""),
        [
            (
                "plan/nämnden/4-text.md:1:1 P007 varning",
                "Kapitlet ”Text” är tomt, fast dokumentet är beslutat",
                "Skriv kapitlet, eller ta bort filen.",
            )
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said
