"""Tables: captions that count, head rows that are marked, amounts to the right, widths that fit."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from generator.domain.belopp import Belopp
from generator.domain.fras import Footnote, Phrase, Text
from generator.domain.prosa import Prosa, TableBlock
from generator.domain.tabell import Kolumn, Rad, Tabell
from generator.ooxml.structure import problems
from generator.render.widths import column_widths
from tests.support.small import indikator, nod, opened, prose, rendered, template, view

COLUMNS = (
    Kolumn(Phrase.of("Post")),
    Kolumn(Phrase.of("2019"), "belopp", 2019),
    Kolumn(Phrase.of("2020"), "belopp", 2020),
)


def _amounts(*values: str | None) -> tuple[Belopp | None, ...]:
    return tuple(Belopp(Decimal(v), "tkr") if v is not None else None for v in values)


BUDGET = Tabell(
    "budget",
    "Budget 2019–2020",
    COLUMNS,
    (
        Rad("rubrik", (Phrase.of("Förvaltning"), None, None), "rubrik"),
        Rad("intäkter", (Phrase.of("Intäkter"), *_amounts("-3400.0", "-3400.0"))),
        Rad("drift", (Phrase.of("Drift"), *_amounts("34242.1", None))),
        Rad(
            "totalt", (Phrase.of("Totalt"), *_amounts("117019.9", "117845.7")), "summa", ("intäkter", "drift")
        ),
    ),
    "tkr",
    "kostnad positiv",
    "förslag september 2018",
)
DATA = template([("{{p kapitel_före[0].text }}", "Body Text")])


def _document(*tables: Tabell) -> bytes:
    return rendered(DATA, view(Prosa(tuple(TableBlock(t) for t in tables))))


def test_amounts_are_printed_as_swedes_write_them() -> None:
    table = opened(_document(BUDGET)).tables[0]
    assert [[c.text for c in row.cells] for row in table.rows] == [
        ["Post", "2019", "2020"],
        ["Förvaltning", "", ""],
        ["Intäkter", "−3\u00a0400,0", "−3\u00a0400,0"],
        ["Drift", "34\u00a0242,1", "–"],
        ["Totalt", "117\u00a0019,9", "117\u00a0845,7"],
    ]


def test_captions_count_and_say_the_unit() -> None:
    texts = [p.text for p in opened(_document(BUDGET, BUDGET)).paragraphs]
    assert "Tabell\u00a01. Budget 2019–2020, tkr" in texts
    assert "Tabell\u00a02. Budget 2019–2020, tkr" in texts


def test_sign_and_vintage_are_told_under_the_table() -> None:
    texts = [p.text for p in opened(_document(BUDGET)).paragraphs]
    assert "Tecken: kostnad positiv. Siffror: förslag september 2018." in texts


def test_numbers_and_sums_wear_the_styles_of_the_house() -> None:
    rows = opened(_document(BUDGET)).tables[0].rows
    styles = [
        [c.paragraphs[0].style.name for c in row.cells] for row in rows if row.cells[0].paragraphs[0].style
    ]
    assert styles[0] == ["Tabellhuvud", "Tabellhuvud tal", "Tabellhuvud tal"]
    assert styles[1][0] == "Tabellrubrik"
    assert styles[2] == ["Tabelltext", "Tabelltal", "Tabelltal"]
    assert styles[4] == ["Tabellsumma", "Tabellsumma tal", "Tabellsumma tal"]


def test_the_head_row_is_marked_and_no_row_breaks() -> None:
    data = _document(BUDGET)
    table = opened(data).tables[0]
    assert "w:tblHeader" in table.rows[0]._tr.xml
    assert all("w:cantSplit" in row._tr.xml for row in table.rows)
    assert problems(data) == []


def _breaks(tabell: Tabell) -> list[int]:
    """Return after how many rows, the head not counted, a table may break."""
    rows = opened(_document(tabell)).tables[0].rows
    kept = [bool(r.cells[0].paragraphs[0].paragraph_format.keep_with_next) for r in rows]
    return [n for n, is_kept in enumerate(kept[:-1]) if not is_kept]


def test_a_table_of_mere_amounts_is_whole_or_has_many_rows_on_either_side() -> None:
    few, many = (replace(BUDGET, rader=(BUDGET.rader[1:2] * n)) for n in (11, 15))
    assert _breaks(few) == []
    assert _breaks(many) == [6, 7, 8, 9]
    words = replace(many, kolumner=(*many.kolumner[:-1], replace(many.kolumner[-1], slag="text")))
    assert _breaks(words)[:2] == [2, 3]


def test_a_heading_in_a_table_keeps_two_rows_and_a_sum_stays_with_the_row_above_it() -> None:
    heading, row, total = (
        next(r for r in BUDGET.rader if r.roll == role) for role in ("rubrik", "rad", "summa")
    )
    group = (heading, row, row, row, total)
    assert _breaks(replace(BUDGET, rader=group * 4)) == [8, 10, 13]


def test_a_table_may_have_a_landscape_page_of_its_own() -> None:
    from dataclasses import replace

    wide = TableBlock(replace(BUDGET, liggande=True))
    data = rendered(DATA, view(prose("Före.", wide, "Efter.")))
    sections = opened(data).sections
    widths = [(s.page_width or 0) > (s.page_height or 0) for s in sections]
    assert widths == [False, True, False]
    assert problems(data) == []


def test_a_note_in_a_cell_is_a_real_note() -> None:
    noted = Phrase(
        (
            Text("Varumärkets styrka"),
            Footnote((Phrase.of("Verktyget tas fram."),)),
            Text(" och attraktivitet"),
        )
    )

    def build(document: object) -> None:
        document.add_paragraph("{%p for nod in noder %}")  # type: ignore[attr-defined]
        table = document.add_table(4, 1)  # type: ignore[attr-defined]
        for row, text in enumerate(
            ("Indikator", "{%tr for i in nod.indikatorer %}", "{{ i.namn }}", "{%tr endfor %}")
        ):
            table.cell(row, 0).text = text
        document.add_paragraph("{%p endfor %}")  # type: ignore[attr-defined]

    values = view(noder=tuple(nod(f"n{n}", indikatorer=(indikator(noted),)) for n in range(3)))
    data = rendered(template(build), values)
    document = opened(data)
    assert [t.rows[1].cells[0].text for t in document.tables] == ["Varumärkets styrka och attraktivitet"] * 3
    assert [m for m in problems(data) if "tblHeader" not in m and "rubrikrad" not in m] == []


@given(
    st.lists(st.tuples(st.text(max_size=60), st.integers(0, 10**9)), max_size=8),
    st.integers(2, 7),
    st.integers(4000, 14000),
)
def test_columns_always_fill_the_width_and_none_vanishes(
    rows: list[tuple[str, int]], columns: int, total: int
) -> None:
    heads = (
        Kolumn(Phrase.of("Namn")),
        *(Kolumn(Phrase.of(str(2019 + n)), "belopp") for n in range(columns - 1)),
    )
    cells = tuple(
        Rad("", (Phrase.of(text), *(Belopp(Decimal(number)) for _ in range(columns - 1))))
        for text, number in rows
    )
    widths = column_widths(Tabell("t", "T", heads, cells), total)
    assert sum(widths) == total
    assert all(w > 0 for w in widths)
    assert max(widths[1:]) - min(widths[1:]) <= 1
