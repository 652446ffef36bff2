"""X003: abbreviations that the document does not write out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import Case, chapter, told

CASES = [
    Case(
        "written out in brackets",
        chapter("Avancerad sjukvård i hemmet (ASIH) byggs ut. ASIH är bra."),
        [],
    ),
    Case(
        "brackets after it",
        chapter("ASIH (avancerad sjukvård i hemmet) byggs ut."),
        [],
    ),
    Case(
        "explained in words",
        chapter("Det är IVO, som står för Inspektionen för vård och omsorg."),
        [],
    ),
    Case(
        "spelled by initials",
        chapter("Blekinge Tekniska Högskola växer. BTH är bra."),
        [],
    ),
    Case(
        "explained in a note",
        chapter("FVIS införs.[^f]\n\n[^f]: Framtidens vårdinformationsstöd (FVIS)."),
        [],
    ),
    Case(
        "what most people know",
        chapter("EU, FN och IT är kända."),
        [],
    ),
    Case(
        "never written out",
        chapter("Vi bygger ut ASIH och FVIS. SUSSA följer. LPIK och KPA också."),
        [
            (
                "plan/nämnden/4-text.md:3:14 X003 notering",
                "”ASIH”, ”FVIS”, ”SUSSA” och 2 till används utan att först skrivas ut",
                "Skriv ut orden första gången, med förkortningen inom parentes.",
            )
        ],
    ),
    Case(
        "written out too late",
        chapter("ASIH byggs ut.\n\nSedan mer.\n\nAvancerad sjukvård i hemmet (ASIH) är bra."),
        [
            (
                "plan/nämnden/4-text.md:3:1 X003 notering",
                "”ASIH” används utan att först skrivas ut",
                "Skriv ut orden första gången, med förkortningen inom parentes.",
            )
        ],
    ),
    Case(
        "in a table",
        chapter("Tabell: T\n\n| Vad | Hur |\n|-----|-----|\n| ASIH | bra |"),
        [],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said
