"""The ledger of the frames: which frame is in force on a day, and how it is printed and fetched."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from generator.documents.kind import kinds
from generator.domain.korpus import Korpus
from generator.domain.prosa import Paragraph, TableBlock, block_text
from generator.domain.ramar import frame, ledger
from generator.domain.tabell import Tabell
from tests.organisations.economy import FRAME_CHANGES, FRAMES, above, changed
from tests.organisations.orders import DIREKTIV, ORDERS
from tests.organisations.small import FILES, PLAN, Case, chapter, korpus, told

TWO = (
    str(changed()[FRAME_CHANGES]) + str(changed("-20,5", day="2019-10-02")[FRAME_CHANGES]).partition("\n")[2]
)
REPORT = "uppföljning/nämnden"
TEXT = f"{REPORT}/2-text.md"


@pytest.fixture
def twice(tmp_path: Path) -> Korpus:
    """A frame that has been changed in March and in October 2019."""
    return korpus(tmp_path, above() | {FRAME_CHANGES: TWO})


def _in_force(corpus: Korpus, organ: str, year: int, day: date | None) -> Decimal:
    found = frame(corpus, corpus.dokument["regionplan"], organ, year, day)
    assert found is not None
    return found.gallande.value


@pytest.mark.parametrize(
    ("day", "amount"),
    [
        (date(2018, 12, 31), "1200.5"),
        (date(2019, 3, 19), "1200.5"),
        (date(2019, 3, 20), "1300.5"),
        (date(2019, 12, 31), "1280.0"),
        (None, "1280.0"),
    ],
)
def test_the_frame_in_force_is_a_question_with_a_date(twice: Korpus, day: date | None, amount: str) -> None:
    assert _in_force(twice, "nämnden", 2019, day) == Decimal(amount)
    assert _in_force(twice, "nämnden", 2020, day) == Decimal("1210.0")
    assert _in_force(twice, "styrelsen", 2019, day) == Decimal("-1300.5")


def test_a_body_or_a_year_without_a_frame_has_none(twice: Korpus) -> None:
    plan = twice.dokument["regionplan"]
    assert frame(twice, plan, "förvaltningen", 2019, None) is None
    assert frame(twice, plan, "nämnden", 2030, None) is None
    assert frame(twice, twice.dokument["plan/nämnden"], "nämnden", 2019, None) is None


def test_a_sum_changes_with_what_it_counts(tmp_path: Path) -> None:
    rows = (
        "| nämnden | Vårdnämnden | | 100,0 | 100,0 | 100,0 |",
        "| förvaltningen | Förvaltningen | | 50,0 | 50,0 | 50,0 |",
        "| styrelsen | Regionstyrelsen | förvaltningen | 50,0 | 50,0 | 50,0 |",
        "| totalt | Resultat | nämnden, styrelsen | 150,0 | 150,0 | 150,0 |",
    )
    files = above(rows, result=["| skatt | Skatt | | 1,0 | 1,0 | 1,0 |"]) | changed(
        "-8", organ="förvaltningen"
    )
    found = korpus(tmp_path, files)
    assert _in_force(found, "styrelsen", 2019, None) == Decimal("42.0")
    assert _in_force(found, "nämnden", 2019, None) == Decimal("100.0")


def _rows(tabell: Tabell | None) -> list[tuple[str, ...]]:
    assert tabell is not None
    return [
        (rad.id, *(str(cell or "–").replace("\N{NO-BREAK SPACE}", " ") for cell in rad.celler))
        for rad in tabell.rader
    ]


def test_the_ledger_of_a_report_shows_what_was_decided_and_each_change(twice: Korpus) -> None:
    tabell = ledger(twice, twice.dokument[REPORT])
    assert tabell is not None
    assert (tabell.titel, tabell.enhet, tabell.tecken) == (
        "Ram 2019 för vårdnämnden",
        "tkr",
        "kostnad positiv",
    )
    assert _rows(tabell) == [
        ("beslutad", "Ram i Regionplan 2019–2021 (Regionfullmäktige 28 november 2018, § EX 7)", "1 200,5"),
        ("ändring-1", "Fler mottagningar (Regionfullmäktige 20 mars 2019, § EX 21)", "+100,0"),
        ("ändring-2", "Fler mottagningar (Regionfullmäktige 2 oktober 2019, § EX 21)", "−20,5"),
        ("gällande", "Gällande ram den 31 december 2019", "1 280,0"),
    ]


def test_the_ledger_of_a_plan_shows_every_year_and_what_was_preliminary(tmp_path: Path) -> None:
    spring = {
        ORDERS: str(DIREKTIV[ORDERS]).replace("stadium: justerad\n", ""),
        "direktiv/1-direktiv.md": "# D\n\n## Direktiv till nämnden\n\n- Göra. {#göra}\n",
        "direktiv/2-ramar.md": str(above()[FRAMES]).replace("1 200,5", "1 190,5"),
    }
    found = korpus(tmp_path, above() | spring | changed() | {PLAN: f"{FILES[PLAN]}datum: 2019-03-28\n"})
    assert _rows(ledger(found, found.dokument["plan/nämnden"])) == [
        ("preliminär", "Preliminär ram i Planeringsdirektiv 2019", "1 190,5", "1 210,0", "1 220,0"),
        (
            "beslutad",
            "Ram i Regionplan 2019–2021 (Regionfullmäktige 28 november 2018, § EX 7)",
            *("1 200,5", "1 210,0", "1 220,0"),
        ),
        ("ändring-1", "Fler mottagningar (Regionfullmäktige 20 mars 2019, § EX 21)", "+100,0", "–", "–"),
        ("gällande", "Gällande ram den 28 mars 2019", "1 300,5", "1 210,0", "1 220,0"),
    ]


def test_it_is_printed_where_it_is_fetched_and_its_figures_can_be_too(tmp_path: Path) -> None:
    text = "# Ram\n\n[=ram]\n\nFrån [=ram.beslutad.2019 i tkr] till [=ram.gällande.2019 i mnkr].\n"
    found = korpus(tmp_path, above() | changed() | {TEXT: text})
    view = kinds()["verksamhetsberättelse"].build(found, found.dokument[REPORT])
    (shown,) = [k for k in view.kapitel_fore + view.kapitel_efter if str(k.titel) == "Ram"]
    table, paragraph = shown.text.content
    assert isinstance(table, TableBlock)
    assert [row[0] for row in _rows(table.tabell)] == ["beslutad", "ändring-1", "gällande"]
    assert isinstance(paragraph, Paragraph)
    assert block_text(paragraph).replace("\N{NO-BREAK SPACE}", " ") == "Från 1 200,5 tkr till 1,3 mnkr."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[=ram]", "Det finns ingen ram att hämta"),
        (
            "Ramen är [=ram.gällande.2019].",
            "Det finns ingen tabell ”ram” i dokumentet eller det som det bygger på",
        ),
    ],
)
def test_where_there_is_no_frame_that_is_told(tmp_path: Path, text: str, message: str) -> None:
    ((_, said, _),) = told(tmp_path, Case("", chapter(text)))
    assert said == message
