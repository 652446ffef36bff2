"""X001: the organisation's list of words; what is right in its place is left in peace."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import FILES, PLAN, Case, chapter, told

TERMS = """termer:
  - ord: [landsting, landstinget]
    skriv: regionen
    undantag: Landstinget Prov
    från: 2019-01-01
    not: Nytt namn.
  - {ord: landstingsdir*, skriv: regiondirektören, från: 2020-01-01}
  - {ord: LS, skriv: RS}
  - {ord: skall, skriv: ska}
"""
ACCOUNT = """Värdena för 2018 gäller landstinget. Landstinget har hittills betalat.
Före regionbildningen beslutade landstinget om det."""
TITLED = {PLAN: FILES[PLAN].replace("Verksamhetsplan 2019", "Verksamhetsplan för landstinget")}


def said(text: str) -> dict[str, str | bytes | None]:
    """Return a change: a list of words, and a chapter with this text from line 3."""
    return {"termer.yaml": TERMS} | chapter(text)


CASES = [
    Case(
        "no list",
        chapter("Landstinget skall."),
        [],
    ),
    Case(
        "right words",
        said("Regionen ska."),
        [],
    ),
    Case(
        "wrong words, each once and with the number of places",
        said("Nämnden **skall** börja.\n\nDen Skall sluta, och landstinget skall betala."),
        [
            (
                "plan/nämnden/4-text.md:3:11 X001 varning",
                "”skall” står i listan över ord som inte används (3 ställen)",
                "Skriv ska.",
            ),
            (
                "plan/nämnden/4-text.md:5:22 X001 varning",
                "”landstinget” står i listan över ord som inte används",
                "Skriv regionen. Nytt namn.",
            ),
        ],
    ),
    Case(
        "parts of other words",
        said("Han skalla. Ett lands ting. Skall-krav, els och ls."),
        [],
    ),
    Case(
        "an abbreviation in capitals",
        said("Det har LS sagt."),
        [
            (
                "plan/nämnden/4-text.md:3:9 X001 varning",
                "”LS” står i listan över ord som inte används",
                "Skriv RS.",
            )
        ],
    ),
    Case(
        "not wrong yet in that year",
        said("Landstingsdirektören bestämmer."),
        [],
    ),
    Case(
        "a phrase in which it is right",
        said("Landstinget Prov fanns då."),
        [],
    ),
    Case(
        "a quotation",
        said("> Landstinget skall.\n\nSå stod det: ”landstinget skall”."),
        [],
    ),
    Case(
        "accounts of an older time",
        said(ACCOUNT),
        [],
    ),
    Case(
        "an account that does not excuse another sentence",
        said("Värdena för 2018 gäller landstinget. Nu gör landstinget annat."),
        [
            (
                "plan/nämnden/4-text.md:3:45 X001 varning",
                "”landstinget” står i listan över ord som inte används",
                "Skriv regionen. Nytt namn.",
            )
        ],
    ),
    Case(
        "in a table and in a title",
        said("Tabell: Landstinget\n\n| Vad | Vem |\n|-----|-----|\n| Vård | landstinget |")
        | {PLAN: FILES[PLAN].replace("Verksamhetsplan 2019", "Verksamhetsplan 2019 för landstinget")},
        [
            (
                "plan/nämnden/4-text.md:3:1 X001 varning",
                "”Landstinget” står i listan över ord som inte används (2 ställen)",
                "Skriv regionen. Nytt namn.",
            )
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said
