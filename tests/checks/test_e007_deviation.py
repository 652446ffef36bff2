"""E007: budget, utfall and avvikelse, counted in one way."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.economy import outcome
from tests.organisations.small import DECIDED, FILES, PLAN, REPORT_DOCUMENT, Case, told

GOING = {
    REPORT_DOCUMENT: FILES[REPORT_DOCUMENT] + "stadium: till beslut\n",
    PLAN: FILES[PLAN] + f"stadium: justerad{DECIDED}\n",
}
ONE = "| a | A | | 100,0 | 103,0 | -3,0 |"

CASES = [
    Case(
        "right",
        outcome(ONE, "| b | B | | 50,0 | 40,0 | 10,0 |"),
        [],
    ),
    Case(
        "right the other way round",
        outcome("| a | A | | 100,0 | 103,0 | 3,0 |", "| b | B | | 50,0 | 40,0 | -10,0 |"),
        [],
    ),
    Case(
        "ten missing",
        outcome(ONE, "| b | B | | 50,0 | 40,0 | 0,0 |"),
        [
            (
                "uppföljning/nämnden/2-ekonomi.md:8:3 E007 fel",
                "Avvikelsen för ”B” är 0,0 tkr, men budget och utfall skiljer 10,0 tkr",
                "Räkna om den som budget minus utfall.",
            )
        ],
    ),
    Case(
        "one unit is rounding",
        outcome(ONE, "| b | B | | 50 | 40 | 9 |"),
        [],
    ),
    Case(
        "two units are not",
        outcome(ONE, "| b | B | | 50 | 40 | 8 |"),
        [
            (
                "uppföljning/nämnden/2-ekonomi.md:8:3 E007 fel",
                "Avvikelsen för ”B” är 8 tkr, men budget och utfall skiljer 10 tkr",
                "Räkna om den som budget minus utfall.",
            )
        ],
    ),
    Case(
        "the sign turned on one row",
        outcome(ONE, "| b | B | | 50,0 | 40,0 | -10,0 |", "| c | C | | 5,0 | 4,0 | 1,0 |"),
        [
            (
                "uppföljning/nämnden/2-ekonomi.md:8:3 E007 fel",
                "Avvikelsen för ”B” har omvänt tecken mot tabellens andra rader",
                "Räkna budget minus utfall på alla rader.",
            )
        ],
    ),
    Case(
        "no deviation told",
        outcome("| a | A | | 100,0 | 103,0 |", columns=("Budget 2019", "Utfall 2019")),
        [
            (
                "uppföljning/nämnden/2-ekonomi.md:3:1 E007 notering",
                "”Budget-och-utfall” saknar kolumnen avvikelse",
                "Visa budget, utfall och avvikelse bredvid varandra.",
            )
        ],
    ),
    Case(
        "a report going to decision without any table",
        GOING,
        [
            (
                "uppföljning/nämnden/dokument.yaml:1:1 E007 fel",
                "”Verksamhetsberättelse 2019” saknar en tabell med budget, utfall och avvikelse",
                (
                    "Lägg till en tabell med kolumnerna Budget, Utfall och Avvikelse, högerställda "
                    "och med enhet."
                ),
            )
        ],
    ),
    Case(
        "one with a table",
        GOING | outcome(ONE),
        [],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said
