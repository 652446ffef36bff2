"""E001: printed sums and what their parts make; rounding is understood."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from generator.domain.belopp import format_number
from tests.organisations.small import BUDGET, Case, Said, swap, told

HEAD = """\
# Budget

Tabell: Budget {#tabell-budget enhet="tkr" tecken="kostnad positiv" årgång="förslag 2018"}

| Id | Post | Summa av | 2019 | 2020 |
|----|------|----------|-----:|-----:|
"""


def rows(*lines: str) -> dict[str, str | bytes | None]:
    """Return a change: a budget of these rows."""
    return {BUDGET: HEAD + "".join(f"{line}\n" for line in lines)}


ROUNDING = "I ”Budget” skiljer sig {} från sina delar med högst {} tkr, så mycket som avrundning kan ge"
ROUNDED = "Inget behöver göras. Säg gärna i en not att delarna är avrundade var för sig."
WRONG = "Räkna om summan, eller rätta raderna i Summa av."
CASES = [
    Case("a sum that is right", {}, []),
    Case(
        "ten thousand kronor missing",
        swap(BUDGET, "1 200,5", "1 190,5"),
        [
            (
                "plan/nämnden/3-budget.md:9:3 E001 fel",
                "Summan ”Totalt” för 2019 är 1\xa0190,5 tkr, men dess delar blir 1\xa0200,5 (skillnad −10,0)",
                WRONG,
            )
        ],
    ),
    Case(
        "three rounded parts can miss by two units, and it is a note",
        rows(
            "| a | A | | 1 | 1 |",
            "| b | B | | 1 | 1 |",
            "| c | C | | 1 | 1 |",
            "| s | Summa | a, b, c | 5 | 1 |",
        ),
        [
            (
                "plan/nämnden/3-budget.md:10:3 E001 notering",
                ROUNDING.format("2 summor", "2"),
                ROUNDED,
            )
        ],
    ),
    Case(
        "three rounded parts cannot miss by three",
        rows(
            "| a | A | | 1 | 1 |",
            "| b | B | | 1 | 1 |",
            "| c | C | | 1 | 1 |",
            "| s | Summa | a, b, c | 6 | 3 |",
        ),
        [
            (
                "plan/nämnden/3-budget.md:10:3 E001 fel",
                "Summan ”Summa” för 2019 är 6 tkr, men dess delar blir 3 (skillnad +3)",
                WRONG,
            )
        ],
    ),
    Case(
        "what is exactly zero is not rounded, what is empty is no part",
        rows("| a | A | | 1 | 1 |", "| b | B | | 0 | |", "| s | Summa | a, b | 3 | 2 |"),
        [
            (
                "plan/nämnden/3-budget.md:9:3 E001 notering",
                ROUNDING.format("en summa", "1"),
                ROUNDED,
            ),
            (
                "plan/nämnden/3-budget.md:9:3 E001 fel",
                "Summan ”Summa” för 2019 är 3 tkr, men dess delar blir 1 (skillnad +2)",
                WRONG,
            ),
        ],
    ),
    Case(
        "a whole number among tenths is exact to the tenth",
        rows("| a | A | | 900 | 1,5 |", "| b | B | | 0,5 | 1 |", "| s | Summa | a, b | 901,0 | 2,5 |"),
        [
            (
                "plan/nämnden/3-budget.md:9:3 E001 fel",
                "Summan ”Summa” för 2019 är 901,0 tkr, men dess delar blir 900,5 (skillnad +0,5)",
                WRONG,
            )
        ],
    ),
    Case(
        "a sum printed without decimals is rounded itself",
        rows("| a | A | | 1,4 | 1,0 |", "| b | B | | 1,0 | 1,0 |", "| s | Summa | a, b | 2 | 2 |"),
        [
            (
                "plan/nämnden/3-budget.md:9:3 E001 notering",
                ROUNDING.format("en summa", "0,4"),
                ROUNDED,
            )
        ],
    ),
    Case(
        "what is counted one by one is not rounded",
        {
            BUDGET: HEAD.replace('enhet="tkr"', 'enhet="antal"')
            + "| a | A | | 5 | 1 |\n| b | B | | 3 | 1 |\n| s | Summa | a, b | 9 | 2 |\n"
        },
        [
            (
                "plan/nämnden/3-budget.md:9:3 E001 fel",
                "Summan ”Summa” för 2019 är 9, men dess delar blir 8 (skillnad +1)",
                WRONG,
            )
        ],
    ),
    Case(
        "negative figures and sums of sums",
        rows(
            "| a | A | | -1,5 | 3,0 |",
            "| b | B | | 1,0 | 1,0 |",
            "| s | Summa | a, b | -0,5 | 4,0 |",
            "| t | Allt | s, b | 0,5 | 5,0 |",
        ),
        [],
    ),
]


def many(number: int, part: str, total: str) -> dict[str, str | bytes | None]:
    """Return a change: a budget of so many equal rows and their sum, in one column."""
    ids = [f"r{n}" for n in range(number)]
    parts = [f"| {id_} | Rad | | {part} |" for id_ in ids]
    head = HEAD.replace(" 2020 |", "").replace("|-----:|-----:|", "|-----:|")
    return {BUDGET: head + "\n".join([*parts, f"| s | Summa | {', '.join(ids)} | {total} |"]) + "\n"}


HARDLY = "Räkna efter: det krävs att nästan alla delarna är avrundade åt samma håll."
MANY = [
    # 30 delar i tiondels tkr: (30 + 1)/2 tiondelar är det mesta möjliga
    (30, "1,0", "30,8", "notering", "0,8"),
    (30, "1,0", "31,5", "varning", "+1,5"),
    (30, "1,0", "31,6", "fel", "+1,6"),
    (30, "1,0", "28,5", "varning", "−1,5"),
    # hela tkr: tio tkr går aldrig förbi som avrundning, hur hela beloppen än är
    (30, "100", "3 008", "notering", "8"),
    (30, "100", "3 010", "varning", "+10"),
    (19, "100", "1 910", "varning", "+10"),
    (18, "100", "1 810", "fel", "+10"),
    (8, "100", "804", "notering", "4"),
    (8, "100", "805", "fel", "+5"),
]


def _said_of(number: int, part: str, total: str, word: str, apart: str) -> Said:
    place = f"plan/nämnden/3-budget.md:{number + 7}:3 E001 {word}"
    if word == "notering":
        return place, ROUNDING.format("en summa", apart), ROUNDED
    parts = format_number(number * Decimal(part.replace(",", ".")))
    total = total.replace(" ", "\N{NO-BREAK SPACE}")
    message = f"Summan ”Summa” för 2019 är {total} tkr, men dess delar blir {parts} (skillnad {apart})"
    if word == "varning":
        return place, f"{message}, och så mycket ger avrundning nästan aldrig", HARDLY
    return place, message, WRONG


CASES += [
    Case(f"{number} parts of {part} and a sum of {total}", many(number, part, total), [_said_of(*each)])
    for each in MANY
    for number, part, total, *_ in [each]
]

TABLE = """
Tabell: Antal {#antal-av-allt enhet="antal"}

| Id | Post | Summa av | 2019 |
|----|------|----------|-----:|
| a | A | | 5 |
| b | B | | 3 |
| s | Summa | a, b | 18 |
"""
CASES += [
    Case(
        "a table that all documents fetch, and a number of things has no unit",
        {"grund/1-vision.md": f"# Vision\n\nAllt blir bra.\n{TABLE}"},
        [
            (
                "grund/1-vision.md:11:3 E001 fel",
                "Summan ”Summa” för 2019 är 18, men dess delar blir 8 (skillnad +10)",
                WRONG,
            )
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said
