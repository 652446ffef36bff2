"""Tables: rows and cells, captions, exact amounts and sums."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from generator.domain.belopp import Belopp
from generator.domain.prosa import tables
from tests.organisations.small import BUDGET, FILES, Case, chapter, korpus, swap, told

CASES = [
    Case(
        "too many cells",
        chapter("| a | b |\n|---|---|\n| c | d | e |"),
        [
            (
                "plan/nämnden/4-text.md:5:11 S003 fel",
                "Raden har fler celler än tabellens rubrikrad",
                "Skriv \\| om tecknet hör till texten.",
            )
        ],
    ),
    Case(
        "too few cells",
        chapter("| a | b |\n|---|---|\n| c |"),
        [
            (
                "plan/nämnden/4-text.md:5:3 S003 fel",
                "Raden har färre celler än tabellens rubrikrad",
                ("Skriv ett lodrätt streck för varje cell, också den tomma, och en tomrad efter tabellen."),
            )
        ],
    ),
    Case(
        "text right after",
        chapter("| a | b |\n|---|---|\n| c | d |\nText."),
        [
            (
                "plan/nämnden/4-text.md:6:1 S003 fel",
                "Raden har färre celler än tabellens rubrikrad",
                ("Skriv ett lodrätt streck för varje cell, också den tomma, och en tomrad efter tabellen."),
            )
        ],
    ),
    Case(
        "too few dashes",
        chapter("| a | b |\n|---|\n| c | d |"),
        [
            (
                "plan/nämnden/4-text.md:3:1 S005 fel",
                "Tabellen går inte att tolka",
                "Under rubrikraden ska stå en rad med lika många fält av streck: |---|---|.",
            )
        ],
    ),
    Case(
        "no dashes",
        chapter("| a | b |\n| c | d |"),
        [
            (
                "plan/nämnden/4-text.md:3:1 S005 fel",
                "Tabellen går inte att tolka",
                "Under rubrikraden ska stå en rad med lika många fält av streck: |---|---|.",
            )
        ],
    ),
    Case(
        "no rows",
        chapter("Tabell: A\n\n| a | b |\n|---|---|"),
        [("plan/nämnden/4-text.md:5:1 S002 fel", "Tabellen har inga rader", "Skriv en rad till.")],
    ),
    Case(
        "only an id",
        chapter("| Id |\n|---|\n| a |"),
        [
            (
                "plan/nämnden/4-text.md:3:1 S002 fel",
                "Tabellen har inga kolumner att skriva ut",
                "Lägg till en kolumn som ska skrivas ut.",
            )
        ],
    ),
    Case(
        "caption without table",
        chapter("Tabell: A\n\nText."),
        [
            (
                "plan/nämnden/4-text.md:3:1 S003 fel",
                "”Tabell: A” följs inte av någon tabell",
                "Tabellen ska stå närmast under raden, med en tomrad emellan.",
            )
        ],
    ),
    Case(
        "caption at the end",
        chapter("Text.\n\nTabell: A"),
        [
            (
                "plan/nämnden/4-text.md:5:1 S003 fel",
                "”Tabell: A” följs inte av någon tabell",
                "Tabellen ska stå närmast under raden, med en tomrad emellan.",
            )
        ],
    ),
    Case(
        "caption without title",
        chapter("Tabell:\n\n| a |\n|---|\n| b |"),
        [
            (
                "plan/nämnden/4-text.md:3:1 S002 fel",
                "Tabellen saknar titel",
                "Skriv tabellens titel efter kolonet.",
            )
        ],
    ),
    Case(
        "caption with a note",
        chapter("Tabell: A[^a]\n\n| a |\n|---|\n| b |\n\n[^a]: A."),
        [
            (
                "plan/nämnden/4-text.md:3:1 S003 fel",
                "En tabellrubrik kan inte ha någon fotnot",
                "Sätt noten i tabellen eller i texten före den.",
            )
        ],
    ),
    Case(
        "unknown unit",
        swap(BUDGET, 'enhet="tkr"', 'enhet="tusen"'),
        [
            (
                "plan/nämnden/3-budget.md:3:16 S003 fel",
                "”tusen” är ingen känd enhet",
                "Enheten kan vara tkr, mnkr, kr, %, antal.",
            )
        ],
    ),
    Case(
        "figures without unit",
        swap(BUDGET, 'enhet="tkr" ', ""),
        [
            (
                "plan/nämnden/3-budget.md:3:16 S001 fel",
                "”tecken” och ”årgång” hör till en tabell med belopp, och den här har ingen enhet",
                'Lägg till enheten, till exempel enhet="tkr".',
            )
        ],
    ),
    Case(
        "neither landscape nor not",
        swap(BUDGET, 'enhet="tkr"', 'enhet="tkr" liggande="yes"'),
        [
            (
                "plan/nämnden/3-budget.md:3:16 S003 fel",
                "”yes” kan inte stå efter liggande",
                'Skriv liggande="ja", eller ta bort uppgiften.',
            )
        ],
    ),
    Case(
        "no column of amounts",
        swap(BUDGET, "-----:|", "------|"),
        [
            (
                "plan/nämnden/3-budget.md:3:1 S003 fel",
                "Tabellen har en enhet men ingen kolumn med belopp",
                "Högerställ kolumnerna med belopp: |---:|.",
            )
        ],
    ),
    Case(
        "point between thousands",
        swap(BUDGET, "1 000,5", "1.000,5"),
        [
            (
                "plan/nämnden/3-budget.md:7:27 S003 fel",
                "”1.000,5” är inget belopp",
                "Skriv decimalkomma, och blanksteg mellan tusental: 1 234,5.",
            )
        ],
    ),
    Case(
        "English amount",
        swap(BUDGET, "1 000,5", "1,000.5"),
        [
            (
                "plan/nämnden/3-budget.md:7:27 S003 fel",
                "”1,000.5” är inget belopp",
                "Skriv decimalkomma, och blanksteg mellan tusental: 1 234,5.",
            )
        ],
    ),
    Case(
        "percent",
        swap(BUDGET, "1 000,5", "12 %"),
        [
            (
                "plan/nämnden/3-budget.md:7:27 S003 fel",
                "”12 %” är inget belopp",
                "Skriv bara talet; enheten står i raden före tabellen.",
            )
        ],
    ),
    Case(
        "wrong grouping",
        swap(BUDGET, "1 000,5", "1 0000,5"),
        [
            (
                "plan/nämnden/3-budget.md:7:27 S003 fel",
                "”1 0000,5” är inget belopp",
                "Skriv beloppet som 1 234,5 eller −1 234,5, eller lämna cellen tom.",
            )
        ],
    ),
    Case(
        "words for an amount",
        swap(BUDGET, "1 000,5", "cirka 1 000"),
        [
            (
                "plan/nämnden/3-budget.md:7:27 S003 fel",
                "”cirka 1 000” är inget belopp",
                "Skriv beloppet som 1 234,5 eller −1 234,5, eller lämna cellen tom.",
            )
        ],
    ),
    Case(
        "decimal comma without decimals",
        swap(BUDGET, "1 000,5", "1 000,"),
        [
            (
                "plan/nämnden/3-budget.md:7:27 S003 fel",
                "”1 000,” är inget belopp",
                "Skriv beloppet som 1 234,5 eller −1 234,5, eller lämna cellen tom.",
            )
        ],
    ),
    Case(
        "sum of a misspelt row",
        swap(BUDGET, "personal, drift", "personel, drift"),
        [
            (
                "plan/nämnden/3-budget.md:9:21 L008 fel",
                "Summan räknar med raden ”personel”, som inte finns i tabellen",
                "Menade du ”personal”?",
            )
        ],
    ),
    Case(
        "sum of an unknown row",
        swap(BUDGET, "personal, drift", "personal, drift, hyror"),
        [
            (
                "plan/nämnden/3-budget.md:9:21 L008 fel",
                "Summan räknar med raden ”hyror”, som inte finns i tabellen",
                "Skriv radernas id med komma emellan.",
            )
        ],
    ),
    Case(
        "sum of a row twice",
        swap(BUDGET, "personal, drift", "personal, drift, personal"),
        [
            (
                "plan/nämnden/3-budget.md:9:21 S004 fel",
                "Summan räknar med raden ”personal” två gånger",
                "Ta bort den ena.",
            )
        ],
    ),
    Case(
        "sum of itself",
        swap(BUDGET, "personal, drift", "personal, totalt"),
        [
            (
                "plan/nämnden/3-budget.md:9:21 L003 fel",
                "Summan ”totalt” räknar med sig själv",
                "Ta bort den ur Summa av.",
            )
        ],
    ),
    Case(
        "row id twice",
        swap(BUDGET, "| totalt | Totalt", "| drift | Totalt"),
        [
            (
                "plan/nämnden/3-budget.md:9:3 I001 fel",
                "Rad-id ”drift” finns redan i tabellen, på rad 8",
                "Ge den ena raden ett annat id.",
            ),
            (
                "plan/nämnden/3-budget.md:9:20 L003 fel",
                "Summan ”drift” räknar med sig själv",
                "Ta bort den ur Summa av.",
            ),
        ],
    ),
    Case(
        "row id with capitals",
        swap(BUDGET, "| totalt | Totalt", "| Totalt | Totalt"),
        [
            (
                "plan/nämnden/3-budget.md:9:3 I002 fel",
                "Id ”Totalt” har inte den form som ett id ska ha",
                "Skriv små bokstäver med bindestreck emellan, till exempel ”totalt”.",
            )
        ],
    ),
    Case(
        "two columns of ids",
        swap(BUDGET, "| Id | Post |", "| Id | Id |"),
        [("plan/nämnden/3-budget.md:5:8 S004 fel", "Kolumnen ”Id” finns två gånger", "Behåll en av dem.")],
    ),
    Case(
        "two columns of sums",
        swap(BUDGET, "| Post | Summa av |", "| Summa av | Summa av |"),
        [
            (
                "plan/nämnden/3-budget.md:5:19 S004 fel",
                "Kolumnen ”Summa av” finns två gånger",
                "Behåll en av dem.",
            ),
            (
                "plan/nämnden/3-budget.md:7:14 L008 fel",
                "Summan räknar med raden ”Personal”, som inte finns i tabellen",
                "Menade du ”personal”?",
            ),
            (
                "plan/nämnden/3-budget.md:8:11 L008 fel",
                "Summan räknar med raden ”Drift”, som inte finns i tabellen",
                "Menade du ”drift”?",
            ),
            (
                "plan/nämnden/3-budget.md:9:12 L008 fel",
                "Summan räknar med raden ”Totalt”, som inte finns i tabellen",
                "Menade du ”totalt”?",
            ),
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_says_what_is_wrong_where_and_how_to_mend_it(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said


def test_amounts_are_exact_and_keep_their_decimals(tmp_path: Path) -> None:
    rows = (
        FILES[BUDGET]
        .replace("1 000,5", "-1\u00a0000,50")
        .replace("200,0", "−0,4")
        .replace("| 1 200,5 |", "| – |")
    )
    plan = korpus(tmp_path, {BUDGET: rows}).dokument["plan/nämnden"]
    (table,) = tables(plan.kapitel_efter[0].text)
    assert [row.celler[1] for row in table.rader] == [
        Belopp(Decimal("-1000.50"), "tkr"),
        Belopp(Decimal("-0.4"), "tkr"),
        None,
    ]
    assert [row.roll for row in table.rader] == ["rad", "rad", "summa"]


def test_a_row_that_only_names_what_follows_is_a_heading(tmp_path: Path) -> None:
    plan = korpus(
        tmp_path,
        swap(
            BUDGET,
            "| personal | Personal | | 1 000,5 |",
            "| k | **Kostnader** | | |\n| personal | Personal | | 1 000,5 |",
        ),
    ).dokument["plan/nämnden"]
    (table,) = tables(plan.kapitel_efter[0].text)
    assert [row.roll for row in table.rader] == ["rubrik", "rad", "rad", "summa"]
    assert str(table.rader[0].celler[0]) == "Kostnader"
    assert (table.kolumner[1].ar, table.argang, table.tecken) == (2019, "förslag 2018", "kostnad positiv")


def test_a_bar_may_be_escaped_and_a_line_broken_in_a_cell(tmp_path: Path) -> None:
    plan = korpus(tmp_path, chapter("| a | b |\n|---|---|\n| c \\| d | e<br>f |")).dokument["plan/nämnden"]
    (table,) = tables(plan.kapitel_efter[-1].text)
    assert [str(cell) for cell in table.rader[0].celler] == ["c | d", "e\nf"]
