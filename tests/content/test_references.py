"""Values fetched by reference: ``[=tabell-budget.totalt.2019 i mnkr]`` in prose and in cells."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.domain.belopp import Belopp
from generator.domain.hamtning import tabeller
from tests.organisations.small import (
    ANSWER,
    BUDGET,
    CHAPTER,
    GOAL,
    OUTCOME,
    PLAN,
    Files,
    aloud,
    chapter,
    findings,
    korpus,
    swap,
)

REPORT_CHAPTER = "uppföljning/nämnden/2-ekonomi.md"


def prose(root: Path, changes: Files) -> str:
    """Return the text of the chapter that the tests add, as it will be printed."""
    kapitel = korpus(root, changes).dokument["plan/nämnden"].kapitel_efter[-1]
    return str(kapitel.text)


def said(root: Path, changes: Files) -> list[tuple[str, str, str]]:
    return aloud(findings(root, changes))


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("[=tabell-budget.totalt.2019]", "1\xa0200,5"),
        ("[=tabell-budget.totalt.2019 i tkr]", "1\xa0200,5\xa0tkr"),
        ("[=tabell-budget.totalt.2019 i mnkr]", "1,2\xa0mnkr"),
        ("[=tabell-budget.totalt.2019 i miljoner kronor]", "1,2\xa0miljoner kronor"),
        ("[=tabell-budget.totalt.2019 med tecken]", "+1\xa0200,5"),
        ("[= plan/nämnden#tabell-budget.drift.2019  i  mnkr ]", "0,2\xa0mnkr"),
        ("[=tabell-budget.totalt.post]", "Totalt"),
        ("[=nöjdhet.ingångsvärde]", "72 (2018)"),
        ("[=väntetid.målvärde]", "Minskning"),
        ("[=väntetid.källa]", "Register"),
    ],
)
def test_a_value_is_printed_as_it_stands_in_its_place(tmp_path: Path, written: str, printed: str) -> None:
    assert prose(tmp_path, chapter(f"Det blir {written}.")) == f"Det blir {printed}."


@pytest.mark.parametrize(
    "text",
    [
        "[=tabell-budget.totalt.2019]",
        "- a\n- [=tabell-budget.totalt.2019]",
        "> **[=tabell-budget.totalt.2019]**",
        "[[=tabell-budget.totalt.2019]](#mäta)",
        "Text.[^n]\n\n[^n]: [=tabell-budget.totalt.2019]",
        "| A | B |\n|---|---|\n| [=tabell-budget.totalt.2019] | b |",
    ],
)
def test_it_is_printed_wherever_text_can_stand(tmp_path: Path, text: str) -> None:
    kapitel = korpus(tmp_path, chapter(text)).dokument["plan/nämnden"].kapitel_efter[-1]
    assert "1\\xa0200,5" in repr(kapitel.text)
    assert "Figure" not in repr(kapitel.text)


def test_a_change_of_the_table_changes_the_text(tmp_path: Path) -> None:
    changed = swap(BUDGET, "| 200,0 |", "| 300,0 |") | {
        BUDGET: swap(BUDGET, "| 200,0 |", "| 300,0 |")[BUDGET].replace("1 200,5", "1 300,5")  # type: ignore[union-attr, arg-type]
    }
    assert prose(tmp_path, chapter("[=tabell-budget.totalt.2019]") | changed) == "1\xa0300,5"


def test_half_is_rounded_up_away_from_zero_and_the_sign_can_be_left_out(tmp_path: Path) -> None:
    changes = swap(BUDGET, "| 200,0 |", "| -50,0 |") | chapter(
        "[=tabell-budget.drift.2019 i mnkr] [=tabell-budget.drift.2019 i mnkr utan tecken]"
    )
    kapitel = [*findings(tmp_path, changes)]
    assert [d.code for d in kapitel] == ["E001"]
    found = korpus_with(tmp_path, changes)
    assert found == "−0,1\xa0mnkr 0,1\xa0mnkr"


def korpus_with(root: Path, changes: Files) -> str:
    from generator.content import read_corpus
    from tests.organisations.small import KINDS, written

    reading = read_corpus(written(root, changes), KINDS)
    assert reading.korpus is not None
    return str(reading.korpus.dokument["plan/nämnden"].kapitel_efter[-1].text)


REPORT = """\
# Ekonomi

Tabell: Utfall {#utfall enhet="mnkr" tecken="kostnad positiv"}

| Id | Post | Budget 2019 | Utfall 2019 |
|----|------|------------:|------------:|
| totalt | Totalt | [=tabell-budget.totalt.2019] | 1,3 |

Utfallet blev [=utfall.totalt.utfall-2019] mot [=utfall.totalt.budget-2019], och väntan [=väntetid.utfall].
"""


def test_a_report_fetches_from_its_plan_also_into_a_column_of_figures(tmp_path: Path) -> None:
    dokument = korpus(tmp_path, {REPORT_CHAPTER: REPORT}).dokument["uppföljning/nämnden"]
    (tabell,) = tabeller(dokument)
    amount = tabell.rader[0].celler[1]
    assert isinstance(amount, Belopp)
    assert (str(amount), amount.enhet) == ("1,2", "mnkr")
    assert "Utfallet blev 1,3 mot 1,2, och väntan 8 dagar." in str(dokument.kapitel_efter[0].text)


L008 = "L008 fel"


@pytest.mark.parametrize(
    ("written", "message", "hint"),
    [
        (
            "[=tabel-budget.totalt.2019]",
            "Det finns ingen tabell ”tabel-budget” i dokumentet eller det som det bygger på",
            "Menade du ”tabell-budget”?",
        ),
        (
            "[=tabell-budget.total.2019]",
            "Raden ”total” finns inte i tabellen ”tabell-budget”",
            "Menade du ”totalt”?",
        ),
        (
            "[=tabell-budget.totalt.2022]",
            "Kolumnen ”2022” finns inte i tabellen ”tabell-budget”",
            "Här finns post, 2019.",
        ),
        (
            "[=plan/annan#tabell-budget.totalt.2019]",
            "Det finns inget dokument ”plan/annan”",
            "Menade du ”plan/nämnden”?",
        ),
        ("[=nöjdheten.målvärde]", "Det finns ingen indikator ”nöjdheten”", "Menade du ”nöjdhet”?"),
        (
            "[=nöjdhet.värde]",
            "En indikator har inget som heter ”värde”",
            "Menade du ”målvärde”?",
        ),
        (
            "[=nöjdhet.utfall]",
            "Dokumentet anger inget utfall för indikatorn ”nöjdhet”",
            "Fyll i det under Utfall.",
        ),
        (
            "[=tabell-budget.totalt.2019 i kr]",
            "”tabell-budget.totalt.2019” är i tkr och kan inte skrivas i kr",
            "Skriv i samma enhet som tabellen, eller i en större.",
        ),
        (
            "[=nöjdhet.målvärde i tkr]",
            "”nöjdhet.målvärde” är ingen siffra, utan texten ”Ökning”",
            "Ta bort det som står efter namnet.",
        ),
    ],
)
def test_a_reference_that_leads_nowhere_is_told_at_its_place(
    tmp_path: Path, written: str, message: str, hint: str
) -> None:
    assert said(tmp_path, chapter(f"Se {written}.")) == [(f"{CHAPTER}:3:4 {L008}", message, hint)]


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("[=a.b.c.d]", "Hänvisningen ”[=a.b.c.d]” går inte att tolka"),
        ("[=tabell-budget.totalt.2019 i euro]", "”euro” är ingen känd enhet"),
        ("[=tabell-budget.totalt.2019 i\nmnkr]", "Hänvisningen saknar ] på samma rad"),
    ],
)
def test_a_reference_that_cannot_be_read_is_told(tmp_path: Path, written: str, message: str) -> None:
    ((place, found, _),) = said(tmp_path, chapter(f"Se {written}."))
    assert (place, found) == (f"{CHAPTER}:3:4 S003 fel", message)


def test_what_is_fetched_in_a_ring_is_told_once_for_each(tmp_path: Path) -> None:
    changes = swap(BUDGET, "| 1 000,5 |", "| [=tabell-budget.drift.2019] |") | {
        BUDGET: BUDGET_RING,
    }
    found = said(tmp_path, changes)
    assert [(place, message) for place, message, _ in found] == [
        ("plan/nämnden/3-budget.md:7:25 L008 fel", "Värdena hämtas från varandra i en ring"),
        ("plan/nämnden/3-budget.md:8:19 L008 fel", "Värdena hämtas från varandra i en ring"),
    ]


BUDGET_RING = """\
# Budget

Tabell: Budget {#tabell-budget enhet="tkr" tecken="kostnad positiv"}

| Id | Post | 2019 |
|----|------|-----:|
| personal | Personal | [=tabell-budget.drift.2019] |
| drift | Drift | [=tabell-budget.personal.2019] |
"""


def test_a_cell_of_another_unit_is_told(tmp_path: Path) -> None:
    table = (
        '# Andel\n\nTabell: Andel {#andel enhet="%"}\n\n| Id | Vad | 2019 |\n|---|---|---:|\n'
        "| x | X | [=tabell-budget.totalt.2019] |\n"
    )
    ((place, message, _),) = said(tmp_path, {"plan/nämnden/5-andelar.md": table})
    assert place == "plan/nämnden/5-andelar.md:7:11 L008 fel"
    assert message == "[=tabell-budget.totalt.2019] är inget belopp i tabellens enhet"


def test_an_empty_cell_has_nothing_to_fetch(tmp_path: Path) -> None:
    changes = swap(BUDGET, "| 200,0 |", "| |") | {BUDGET: BUDGET_EMPTY}
    ((_, message, hint),) = said(tmp_path, changes | chapter("[=tabell-budget.drift.2019]"))
    assert message == "Cellen tabell-budget.drift.2019 är tom"
    assert hint == "Fyll i den, eller hämta en annan."


BUDGET_EMPTY = """\
# Budget

Tabell: Budget {#tabell-budget enhet="tkr" tecken="kostnad positiv"}

| Id | Post | 2019 |
|----|------|-----:|
| personal | Personal | 1,0 |
| drift | Drift | |
"""


def test_the_goals_above_all_documents_fetch_nothing(tmp_path: Path) -> None:
    text = "Vården ska komma i tid."
    changes = swap(GOAL, text, f"{text} [=tabell-budget.totalt.2019]")
    ((_, message, _),) = said(tmp_path, changes)
    assert message == ("[=tabell-budget.totalt.2019] kan inte hämtas hit: texten hör till flera dokument")


def test_comments_and_outcomes_can_fetch(tmp_path: Path) -> None:
    changes = swap(
        OUTCOME,
        "| väntetid | 8 dagar | 2019 | nått | |",
        "| väntetid | 8 dagar | 2019 | nått | Mål: [=väntetid.målvärde] |",
    )
    svar = korpus(tmp_path, changes).dokument["uppföljning/nämnden"].svar[0]
    assert str(svar.utfall[0].kommentar) == "Mål: Minskning"


def test_an_answer_can_fetch(tmp_path: Path) -> None:
    text = "Nämnden börjar med köerna."
    changes = swap(ANSWER, text, f"{text} Det kostar [=tabell-budget.totalt.2019 i mnkr].")
    svar = korpus(tmp_path, changes).dokument["plan/nämnden"].svar[0]
    assert str(svar.text) == f"{text} Det kostar 1,2\xa0mnkr."


ODD = """\
Tabell: Odd {#odd enhet="tkr" tecken="kostnad positiv"}

| Id | Post | Avvikelse % | Avvikelse | 2019 |
|----|------|------------:|----------:|-----:|
| a | A | 1 | 200 | -1 234,5 |
| b | B | 1 | 200 | 40 |

Tabell: Ord {#ord}

| Id | Vad |
|----|-----|
| r | [=odd.a.2019 i mnkr utan tecken] |
| s | **ca [=odd.a.2019 i mnkr]** eller så[^n] |

[^n]: En not.

"""


def test_columns_that_have_the_same_name_are_not_chosen_between(tmp_path: Path) -> None:
    ((_, message, hint),) = said(tmp_path, chapter(ODD + "[=odd.a.avvikelse i tkr]"))
    assert message == "Tabellen ”odd” har flera kolumner som heter ”avvikelse”"
    assert hint == "Ge dem rubriker som skiljer sig i något ord."


def test_an_amount_does_not_become_nothing_in_a_larger_unit(tmp_path: Path) -> None:
    ((_, message, hint),) = said(tmp_path, chapter(ODD + "[=odd.b.2019 i mnkr]"))
    assert (message, hint) == ("”odd.b.2019” är 40 tkr och blir noll i mnkr", "Skriv det i tkr.")


def test_words_that_fetch_in_their_turn_are_fetched_as_they_are_printed(tmp_path: Path) -> None:
    text = prose(tmp_path, chapter(ODD + "Det är [=ord.r.vad], [=ord.s.vad]."))
    assert text.endswith("Det är 1,2\xa0mnkr, ca −1,2\xa0mnkr eller så.")


def test_an_indicator_whose_values_are_fetched(tmp_path: Path) -> None:
    changes = swap(
        ANSWER, "| 72 (2018) | Ökning |", "| [=tabell-budget.drift.2019] | Högst [=nöjdhet.ingångsvärde] |"
    )
    assert prose(tmp_path, changes | chapter("[=nöjdhet.målvärde]")) == "Högst 200,0"


@pytest.mark.parametrize(
    ("cell", "printed"),
    [
        ("[=odd.a.2019 utan tecken]", "1\xa0234,5"),
        ("[=odd.b.2019 med tecken]", "+40"),
        ("**[=odd.a.2019]**", "−1\xa0234,5"),
    ],
)
def test_a_cell_of_figures_has_the_sign_it_asks_for(tmp_path: Path, cell: str, printed: str) -> None:
    table = f'Tabell: T {{#t enhet="tkr"}}\n\n| Id | P | 2019 |\n|---|---|---:|\n| x | X | {cell} |\n'
    dokument = korpus(tmp_path, chapter(ODD + table + "\nText")).dokument["plan/nämnden"]
    assert str(list(tabeller(dokument))[-1].rader[0].celler[1]) == printed


@pytest.mark.parametrize("tecken", ["kostnad negativ", "överskott positivt"])
def test_an_amount_whose_sign_means_the_opposite_is_not_fetched(tmp_path: Path, tecken: str) -> None:
    changes = {REPORT_CHAPTER: REPORT.replace("kostnad positiv", tecken)}
    ((place, message, _),) = [each for each in said(tmp_path, changes) if ":7:" in each[0]]
    assert place == f"{REPORT_CHAPTER}:7:21 L008 fel"
    assert message == (f"[=tabell-budget.totalt.2019] betyder ”kostnad positiv”, men tabellen här ”{tecken}”")


def test_words_for_the_same_sign_are_no_obstacle(tmp_path: Path) -> None:
    korpus(tmp_path, {REPORT_CHAPTER: REPORT.replace("kostnad positiv", "överskott negativt")})
    korpus(tmp_path, {REPORT_CHAPTER: REPORT.replace("kostnad positiv", "avvikelse positiv")})


def test_a_heading_of_a_column_fetches_and_a_caption_does_not(tmp_path: Path) -> None:
    table = "Tabell: T {}\n\n| A [=tabell-budget.totalt.2019] |\n|---|\n| a |\n"
    dokument = korpus(tmp_path, chapter(table.format("{#t}"))).dokument["plan/nämnden"]
    assert str(list(tabeller(dokument))[-1].kolumner[0].titel) == "A 1\xa0200,5"
    ((_, message, _),) = said(tmp_path, chapter(table.format("[=tabell-budget.totalt.2019] {#t}")))
    assert message == "En tabellrubrik kan inte hämta någon siffra"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("titel: Verksamhetsplan 2019", "titel: Plan [=tabell-budget.totalt.2019]"),
        ("period: 2019", 'undertitel: "[=tabell-budget.totalt.2019]"\nperiod: 2019'),
        ("period: 2019", 'period: 2019\nutelämnar: {väntetid: "För [=tabell-budget.totalt.2019]."}'),
    ],
)
def test_what_the_document_says_of_itself_fetches_nothing(tmp_path: Path, old: str, new: str) -> None:
    found = [each for each in said(tmp_path, swap(PLAN, old, new)) if each[0].startswith(PLAN)]
    assert [(message, hint) for _, message, hint in found] == [
        ("[=tabell-budget.totalt.2019] kan inte hämtas hit", "Skriv ut värdet.")
    ]
