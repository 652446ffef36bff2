"""E010: goals for god ekonomisk hushållning in the budget, and what became of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.economy import above, table
from tests.organisations.small import BASE, FILES, Case, told

YEARLY = {
    "bokslut/dokument.yaml": "slag: verksamhetsberättelse\ntitel: Årsredovisning 2019\n"
    "organ: fullmäktige\nperiod: 2019\nföljer upp: regionplan\nstadium: förslag\n",
}


def evaluated(text: str) -> dict[str, str | bytes | None]:
    """Return a change: a follow-up of the regionplan with this text."""
    columns = ["Budget 2019", "Utfall 2019", "Avvikelse"]
    attributes = 'enhet="mnkr" tecken="överskott positivt" årgång="bokslut"'
    shown = table("utfall", attributes, columns, ["| a | A | | 1,0 | 1,0 | 0,0 |"])
    return above() | YEARLY | {"bokslut/1-text.md": f"# Ekonomi\n\n{text}\n\n{shown}"}


CASES = [
    Case(
        "no budget",
        {},
        [],
    ),
    Case(
        "a chapter with goals",
        above(),
        [],
    ),
    Case(
        "a budget without goals",
        above(text=""),
        [
            (
                "regionplan/dokument.yaml:1:1 E010 varning",
                ("”Regionplan 2019–2021” har en budget men inga mål för god ekonomisk hushållning"),
                (
                    "Skriv ett kapitel med målen för verksamheten och för ekonomin (11 kap. 6 § "
                    "kommunallagen, från 2018)."
                ),
            )
        ],
    ),
    Case(
        "financial goals by another name",
        above(text="## Finansiella mål\n\nResultatet ska vara positivt.\n"),
        [],
    ),
    Case(
        "in a draft",
        above(text="") | {BASE: FILES[BASE].split("stadium")[0]},
        [
            (
                "plan/nämnden/dokument.yaml:5:12 L005 notering",
                ("”Verksamhetsplan 2019” bygger på ”Regionplan 2019–2021”, som ännu är ett utkast"),
                "Vänta med beslutet, eller rätta ”stadium” i det dokument som är beslutat.",
            ),
            (
                "uppföljning/nämnden/dokument.yaml:5:12 L005 notering",
                ("”Verksamhetsberättelse 2019” bygger på ”Regionplan 2019–2021”, som ännu är ett utkast"),
                "Vänta med beslutet, eller rätta ”stadium” i det dokument som är beslutat.",
            ),
        ],
    ),
    Case(
        "a follow-up that evaluates them",
        evaluated("Målen för god ekonomisk hushållning nåddes."),
        [],
    ),
    Case(
        "a follow-up that does not",
        evaluated("Året gick bra."),
        [
            (
                "bokslut/dokument.yaml:1:1 E010 varning",
                "”Årsredovisning 2019” säger inte om målen för god ekonomisk hushållning nåddes",
                (
                    "Skriv ett avsnitt som utvärderar dem (11 kap. 8 § lagen om kommunal bokföring "
                    "och redovisning, från 2019)."
                ),
            )
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said
