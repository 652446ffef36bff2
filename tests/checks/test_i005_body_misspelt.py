"""I005: names of bodies that are nearly right."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import FILES, ORG, Case, chapter, told

CULTURE = """  kultur:
    namn: Kultur- och bildningsnämnden
    slag: nämnd
    skrivs även: [Bildningsnämnden, Kultur- och bildnings-nämnden, KBN]
"""
RIGHT = """Vårdnämnden, vårdnämndens, Regionstyrelsen, en vårdnämnd, Kultur- och bildningsnämndens,
bildningsnämnden, nämnden, nämndernas, styrelse, vårdförvaltningen, arbetsförvaltningen, regionstyrelse."""
MIXED = """Kultur- och bildningsnämnden börjar.

- Där slutar Kultur- och Bildningsnämnden och kultur- och bildnings-nämndens kansli."""
SHORT = "Kultur- och bildningsnämnden börjar. Bildningsnämnden och kultur- och bildningsnämnd (KBN) slutar."
BODIES = {ORG: FILES[ORG] + CULTURE}

CASES = [
    Case(
        "right, in several forms",
        chapter(RIGHT) | BODIES,
        [],
    ),
    Case(
        "a letter missing, twice",
        chapter("Först.\n\nDet gör **vårdnämden** och vårdnämdens kansli.") | BODIES,
        [
            (
                "plan/nämnden/4-text.md:5:11 I005 varning",
                "”vårdnämden” är inget namn i organisationen (2 ställen)",
                ("Menade du ”Vårdnämnden”? Annars kan stavningen läggas till under ”skrivs även”."),
            )
        ],
    ),
    Case(
        "letters that changed places",
        chapter("Regionstyreslen gör det, och tandvården med Vårdförvlatningen.") | BODIES,
        [
            (
                "plan/nämnden/4-text.md:3:1 I005 varning",
                "”Regionstyreslen” är inget namn i organisationen",
                ("Menade du ”Regionstyrelsen”? Annars kan stavningen läggas till under ”skrivs även”."),
            ),
            (
                "plan/nämnden/4-text.md:3:45 I005 varning",
                "”Vårdförvlatningen” är inget namn i organisationen",
                ("Menade du ”Vårdförvaltningen”? Annars kan stavningen läggas till under ”skrivs även”."),
            ),
        ],
    ),
    Case(
        "a hyphen missing",
        chapter("Kultur och bildningsnämnden gör det.") | BODIES,
        [
            (
                "plan/nämnden/4-text.md:3:1 I005 varning",
                "”Kultur och bildningsnämnden” är inget namn i organisationen",
                (
                    "Menade du ”Kultur- och bildningsnämnden”? Annars kan stavningen läggas till "
                    "under ”skrivs även”."
                ),
            )
        ],
    ),
    Case(
        "two listed spellings in one document",
        chapter(MIXED) | BODIES,
        [
            (
                "plan/nämnden/4-text.md:5:14 I005 notering",
                (
                    "Kultur- och bildningsnämnden skrivs på 3 sätt: ”Kultur- och bildningsnämnden”, "
                    "”Kultur- och Bildningsnämnden” och ”kultur- och bildnings-nämndens”"
                ),
                "Använd ett av dem i hela dokumentet.",
            )
        ],
    ),
    Case(
        "a shorter name and an abbreviation",
        chapter(SHORT) | BODIES,
        [],
    ),
    Case(
        "another board",
        chapter("Kommunens byggnadsnämnd och kommunstyrelsen gör det, och Region Skånes regionstyrelse.")
        | BODIES,
        [],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said
