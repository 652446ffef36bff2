"""A fingerprint changes with what an item means, and with nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.domain.avtryck import avtryck, normalised
from generator.domain.fras import Emphasis, Footnote, Link, Phrase, Strong, Text
from generator.domain.mal import Atagande, Direktiv, Indikator, Nod, Uppdrag
from generator.domain.prosa import ListBlock, Paragraph, Prosa, Quote, TableBlock
from generator.domain.tabell import Kolumn, Rad, Tabell
from tests.organisations.small import ANSWER, GOAL, korpus, swap


def _prose(*texts: str) -> Prosa:
    return Prosa(tuple(Paragraph(Phrase.of(t).content) for t in texts))


NOD = Nod("vård", "mål", Phrase.of("Vård i tid"), "hälsa", _prose("Vården ska komma i tid."))
WITH_NOTE = Prosa((Paragraph((Text("Vården ska komma i tid."), Footnote((Phrase.of("Inte akut."),)))),))
ORDER = Uppdrag("korta", _prose("Korta köerna."), ("nämnden",))
MEASURE = Indikator("kö", Phrase.of("Väntetid"), malvarde=Phrase.of(">80 %"))
PROMISE = Atagande("n/x", _prose("öppna."), "förvaltningen")


def test_the_form_is_fixed_because_it_is_published() -> None:
    assert avtryck(NOD) == "87755fc59302d294"
    assert avtryck(Nod("annat-id", "nivå", NOD.titel, "annan", NOD.text)) == avtryck(NOD)


@pytest.mark.parametrize(
    "text",
    [
        _prose("Vården  ska\nkomma i tid."),
        _prose("Vården\N{NO-BREAK SPACE}ska komma i\N{NARROW NO-BREAK SPACE}tid. "),
        _prose("Vår\N{SOFT HYPHEN}den ska komma i tid."),
        _prose("Va\u030arden ska komma i tid."),
        _prose("Vården ska", "komma i tid."),
        Prosa((Quote(_prose("Vården ska komma i tid.").content),)),
        Prosa((Paragraph((Text("Vården "), Strong((Text("ska"),)), Text(" komma i tid."))),)),
        Prosa(
            (Paragraph((Emphasis((Text("Vården"),)), Link("#x", (Text(" ska"),)), Text(" komma i tid."))),)
        ),
    ],
)
def test_white_space_emphasis_and_layout_mean_nothing(text: Prosa) -> None:
    assert avtryck(replace(NOD, text=text)) == avtryck(NOD)


@pytest.mark.parametrize(
    ("item", "other"),
    [
        (NOD, replace(NOD, titel=Phrase.of("Vård i god tid"))),
        (NOD, replace(NOD, text=_prose("Vården bör komma i tid."))),
        (NOD, replace(NOD, titel=Phrase.of("Vård"), text=_prose("i tid Vården ska komma i tid."))),
        (NOD, replace(NOD, text=WITH_NOTE)),
        (NOD, replace(NOD, text=Prosa((*NOD.text.content, ListBlock(False, (_prose("Alltid.").content,)))))),
        (ORDER, replace(ORDER, text=_prose("Korta alla köer."))),
        (ORDER, replace(ORDER, mottagare=("nämnden", "styrelsen"))),
        (ORDER, replace(ORDER, alla_namnder=True)),
        (ORDER, replace(ORDER, senast=date(2020, 1, 1))),
        (ORDER, replace(ORDER, aterrapporteras=True)),
        (ORDER, replace(ORDER, samverkar_med=("styrelsen",))),
        (MEASURE, replace(MEASURE, malvarde=Phrase.of(">90 %"))),
        (MEASURE, replace(MEASURE, namn=Phrase.of("Väntan"))),
        (PROMISE, replace(PROMISE, text=_prose("stänga."))),
        (PROMISE, replace(PROMISE, ansvarig="")),
    ],
)
def test_what_is_said_in_other_words_is_another_meaning(
    item: Nod | Uppdrag | Indikator | Atagande, other: Nod | Uppdrag | Indikator | Atagande
) -> None:
    assert avtryck(item) != avtryck(other)


def test_where_and_how_often_it_is_measured_is_no_meaning() -> None:
    told = replace(
        MEASURE,
        ingangsvarde=Phrase.of("54"),
        frekvens=Phrase.of("Årligen"),
        kalla=Phrase.of("Enkät"),
        kategori="Ekonomi",
    )
    assert avtryck(told) == avtryck(MEASURE)


def test_a_point_of_a_direktiv_and_a_cell_of_a_table_are_part_of_it() -> None:
    order = Direktiv("d", _prose("Utreda:"), punkter=(Direktiv("", _prose("a")),))
    assert avtryck(order) != avtryck(replace(order, punkter=(Direktiv("", _prose("b")),)))
    tables = [
        TableBlock(Tabell("t", "T", (Kolumn(Phrase.of("A")),), (Rad("r", (Phrase.of(value),)),)))
        for value in ("1", "2")
    ]
    first, second = (avtryck(replace(NOD, text=Prosa((each,)))) for each in tables)
    assert first != second


def test_the_order_of_addressees_is_no_meaning() -> None:
    assert avtryck(replace(ORDER, mottagare=("a", "b"))) == avtryck(replace(ORDER, mottagare=("b", "a")))


def test_it_is_the_same_however_the_file_is_laid_out(tmp_path: Path) -> None:
    first = korpus(tmp_path / "a").index
    change = swap(GOAL, "Vården ska komma i tid.", "Vården\nska **komma**   i tid.")
    second = korpus(tmp_path / "b", change | swap(ANSWER, "mäta väntan", "mäta  väntan")).index
    assert {i: avtryck(x) for i, x in first.items()} == {i: avtryck(x) for i, x in second.items()}


def test_lone_surrogates_do_not_stop_it() -> None:
    assert len(avtryck(replace(NOD, titel=Phrase.of("\ud800")))) == 16
    assert normalised(" a \u200b b\n") == "a b"
