"""Amounts, rows and columns of two versions of a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

import pytest

from generator.compare.change import Change
from generator.compare.items import item_changes
from generator.documents.view import KapitelVy, View
from generator.domain.belopp import Belopp, parse_number
from generator.domain.fras import Phrase
from generator.domain.prosa import Prosa, TableBlock
from generator.domain.tabell import Kolumn, Rad, Tabell
from tests.support import view_edits as edit
from tests.support.view_edits import DIRECTIVE, PLAN, phrase, view

Row = tuple[str, str, Sequence[str]]


def figures(
    *rader: Row, years: Sequence[int] = (2019, 2020), enhet: str = "tkr", tecken: str = "kostnad positiv"
) -> Tabell:
    """Return a table; a row is id, label and amounts, empty where nothing is said."""
    kolumner = (Kolumn(phrase("Post")), *(Kolumn(phrase(str(year)), "belopp", year) for year in years))
    made = tuple(
        Rad(id_, (phrase(label), *(Belopp(parse_number(a), enhet) if a else None for a in amounts)))
        for id_, label, amounts in rader
    )
    return Tabell("budget", "Budget", kolumner, made, enhet, tecken, "förslag 2018")


PLAIN = figures(
    ("personal", "Personal", ["1 000,5", "1 100,5"]),
    ("drift", "Drift", ["200,0", "210,0"]),
    ("totalt", "Totalt", ["1 200,5", "1 310,5"]),
)
SUMMED = replace(
    PLAIN, rader=(*PLAIN.rader[:2], replace(PLAIN.rader[2], roll="summa", summa_av=("personal", "drift")))
)


def with_table(tabell: Tabell) -> View:
    """Return a view with one table, in one chapter."""
    chapter = KapitelVy("ekonomi", phrase("Ekonomi"), Prosa((TableBlock(tabell),)))
    empty = edit.with_roots(view(PLAN), ())
    return replace(empty, kapitel_fore=(chapter,), kapitel_efter=(), bilagor=(), indikatorgrupper=())


def changes(old: Tabell, new: Tabell) -> tuple[Change, ...]:
    return item_changes(with_table(old), with_table(new))


def only(old: Tabell, new: Tabell) -> Change:
    (change,) = changes(old, new)
    return change


def amount(tabell: Tabell, row: str, column: int, value: str) -> Tabell:
    """Return the table with another amount in one cell."""

    def edited(rad: Rad) -> Rad:
        cells = list(rad.celler)
        cells[column] = Belopp(parse_number(value), tabell.enhet) if value else None
        return replace(rad, celler=tuple(cells))

    return replace(tabell, rader=tuple(edited(r) if r.id == row else r for r in tabell.rader))


def test_an_amount_with_its_row_its_column_and_the_exact_difference() -> None:
    change = only(PLAIN, amount(PLAIN, "drift", 2, "646,13"))
    assert (change.field, change.row, change.column, change.unit) == ("belopp", "Drift", "2020", "tkr")
    assert (change.old, change.new, change.difference) == ("210,0", "646,13", Decimal("436.13"))
    assert (change.id, change.kind, change.place) == ("budget", "tabell", ("Ekonomi", "Budget"))
    assert not change.follows


def test_decimals_that_say_no_more_are_no_change() -> None:
    assert changes(PLAIN, amount(PLAIN, "drift", 2, "210")) == ()


def test_an_amount_that_was_not_there_has_no_difference() -> None:
    change = only(PLAIN, amount(PLAIN, "drift", 2, ""))
    assert (change.field, change.old, change.new, change.difference) == ("belopp", "210,0", "", None)


def test_a_sum_that_differs_as_its_parts_do_follows_them() -> None:
    new = amount(amount(SUMMED, "drift", 1, "250,0"), "totalt", 1, "1 250,5")
    assert [(c.row, c.follows) for c in changes(SUMMED, new)] == [("Drift", False), ("Totalt", True)]
    wrong = amount(amount(SUMMED, "drift", 1, "250,0"), "totalt", 1, "1 250,4")
    assert [c.follows for c in changes(SUMMED, wrong)] == [False, False]


def test_a_sum_follows_a_row_that_is_new() -> None:
    it = figures(("it", "IT", ["50,0", "0,0"])).rader
    new = replace(amount(SUMMED, "totalt", 1, "1 250,5"), rader=(*SUMMED.rader[:2], *it, SUMMED.rader[2]))
    summed = replace(new.rader[3], summa_av=("personal", "drift", "it"))
    new = amount(replace(new, rader=(*new.rader[:3], summed)), "totalt", 1, "1 250,5")
    row, total = changes(SUMMED, new)
    assert (row.change, row.field, row.new) == ("added", "rad", "IT: 2019 50,0; 2020 0,0")
    assert total.follows


def test_rows_are_found_by_their_label_when_they_have_no_id() -> None:
    old, new = (replace(t, rader=tuple(replace(r, id="") for r in t.rader)) for t in (PLAIN, PLAIN))
    assert changes(old, new) == ()
    moved = replace(new, rader=(new.rader[1], new.rader[0], new.rader[2]))
    assert [(c.change, c.field) for c in changes(old, moved)] == [("moved", "radernas ordning")]


def test_a_label_that_stands_twice_is_told_apart_by_the_heading_above() -> None:
    def rows(first: str, second: str) -> Tabell:
        return figures(
            ("", "Staben", ["", ""]),
            ("", "Personal", [first, "1,0"]),
            ("", "Hälsoval", ["", ""]),
            ("", "Personal", [second, "1,0"]),
        )

    old, new = (
        replace(t, rader=tuple(replace(r, roll="rubrik") if r.celler[1] is None else r for r in t.rader))
        for t in (rows("10,0", "20,0"), rows("10,0", "25,0"))
    )
    assert [(c.row, c.old, c.new) for c in changes(old, new)] == [("Hälsoval › Personal", "20,0", "25,0")]
    swapped = replace(new, rader=(*old.rader[2:], *old.rader[:2]))
    assert [c.field for c in changes(old, swapped)] == ["radernas ordning"]


def test_a_row_and_a_column_that_only_got_another_name() -> None:
    label = (phrase("Personalkostnader"), *PLAIN.rader[0].celler[1:])
    renamed = replace(PLAIN, rader=(Rad("", label), *PLAIN.rader[1:]))
    change = only(PLAIN, renamed)
    assert (change.change, change.field, change.old, change.new) == (
        "changed",
        "rad",
        "Personal",
        "Personalkostnader",
    )
    heading = Kolumn(phrase("Plan 2020"), "belopp", 2020)
    change = only(PLAIN, replace(PLAIN, kolumner=(*PLAIN.kolumner[:2], heading)))
    assert (change.change, change.field, change.old, change.new) == ("changed", "kolumn", "2020", "Plan 2020")


def test_a_year_that_comes_and_a_year_that_goes() -> None:
    later = figures(("personal", "Personal", ["1 100,5", "1 200,5"]), years=(2020, 2021))
    old = replace(PLAIN, rader=PLAIN.rader[:1])
    assert [(c.change, c.field, c.column) for c in changes(old, later)] == [
        ("added", "kolumn", "2021"),
        ("removed", "kolumn", "2019"),
    ]


def test_rows_that_go_are_told_where_they_stood() -> None:
    gone = amount(replace(PLAIN, rader=(PLAIN.rader[0], PLAIN.rader[2])), "totalt", 1, "1 000,5")
    found = changes(amount(PLAIN, "personal", 1, "999,0"), gone)
    assert [(c.change, c.row) for c in found] == [
        ("changed", "Personal"),
        ("removed", "Drift"),
        ("changed", "Totalt"),
    ]


def test_amounts_in_another_unit_are_compared_as_far_as_the_coarser_one_tells() -> None:
    mnkr = figures(("personal", "Personal", ["1,0", "1,1"]), ("drift", "Drift", ["0,2", "0,3"]), enhet="mnkr")
    old = replace(PLAIN, rader=PLAIN.rader[:2])
    unit, drift = changes(old, mnkr)
    assert (unit.field, unit.old, unit.new) == ("enhet", "tkr", "mnkr")
    assert (drift.row, drift.column, drift.old, drift.new) == ("Drift", "2020", "210,0", "0,3")
    assert (drift.difference, drift.unit) == (Decimal(90), "tkr")


def test_per_cent_and_kronor_have_no_difference() -> None:
    percent = figures(("personal", "Personal", ["12,0", "1 100,5"]), enhet="%")
    found = changes(replace(PLAIN, rader=PLAIN.rader[:1]), percent)
    assert [(c.field, c.old, c.new, c.difference) for c in found] == [
        ("enhet", "tkr", "%", None),
        ("belopp", "1 000,5".replace(" ", "\N{NO-BREAK SPACE}"), "12,0", None),
    ]


def test_signs_that_mean_the_opposite_change_no_amount() -> None:
    turned = figures(("drift", "Drift", ["-200,0", "-250,0"]), tecken="överskott positivt")
    found = changes(replace(PLAIN, rader=PLAIN.rader[1:2]), turned)
    assert [(c.field, c.column, c.difference) for c in found] == [
        ("tecken", "", None),
        ("belopp", "2020", None),
    ]


def test_figures_of_another_vintage_are_compared_and_say_so() -> None:
    new = replace(amount(PLAIN, "drift", 1, "201,0"), argang="beslut 2018")
    vintage, drift = changes(PLAIN, new)
    assert (vintage.field, vintage.old, vintage.new) == ("årgång", "förslag 2018", "beslut 2018")
    assert drift.vintages == ("förslag 2018", "beslut 2018")
    assert only(PLAIN, amount(PLAIN, "drift", 1, "201,0")).vintages == ("", "")


def test_words_in_a_table() -> None:
    kolumner = (Kolumn(phrase("När")), Kolumn(phrase("Vad")))
    old = Tabell("tidplan", "Tidplan", kolumner, (Rad("maj", (phrase("8 maj"), phrase("Fullmäktige"))),))
    new = replace(old, rader=(Rad("maj", (phrase("9 maj"), phrase("Fullmäktige beslutar"))),))
    assert [(c.field, c.row, c.column, c.new) for c in changes(old, new)] == [
        ("rad", "9 maj", "", "9 maj"),
        ("cell", "9 maj", "Vad", "Fullmäktige beslutar"),
    ]


def test_a_table_that_goes_is_one_change() -> None:
    new = edit.table(view(DIRECTIVE), "resultatbudget", lambda _: None)
    (change,) = item_changes(view(DIRECTIVE), new)
    assert (change.change, change.kind, change.title) == (
        "removed",
        "tabell",
        "Resultatbudget Region Blekinge 2020–2022",
    )


@pytest.mark.parametrize("cells", [(), (phrase("Drift"),), (None, None, None)])
def test_rows_that_are_too_short_or_empty_are_borne(cells: tuple[Phrase | None, ...]) -> None:
    odd = replace(PLAIN, rader=(Rad("drift", cells), *PLAIN.rader))
    assert changes(odd, odd) == ()
    assert changes(PLAIN, odd)
