"""Tables: what a table style cannot say is written in the table itself."""

from __future__ import annotations

import pytest

from generator.ooxml.blocks import cell, row, table, text_run
from generator.ooxml.xml import NS, Element, parse_strict, qn
from tests.ooxml.workbench import NAMESPACES, texts, values


def parsed(xml: str) -> Element:
    return parse_strict(f"<w:body {NAMESPACES}>{xml}</w:body>", "prov")


def budget(*, together: int = 1) -> Element:
    rows = [
        row([cell(text_run("Post"), style_id="Tabellhuvud"), cell(text_run("2019"))], head=True),
        row([cell(text_run("Intäkter")), cell(text_run("−3 400,0"))]),
        row([cell(text_run("Kostnader")), cell(text_run("120 419,9"))]),
        row([cell(text_run("Totalt")), cell(text_run("117 019,9"))], rule_above=True),
    ]
    return parsed(table(rows, [6000, 2504], "Styrdokument", together=together, description="Budget"))


def test_widths_are_fixed_and_said_three_times_alike() -> None:
    root = budget()
    assert values(root, "w:tblW", "w:w") == ["8504"]
    assert values(root, "w:gridCol", "w:w") == ["6000", "2504"]
    assert values(root, "w:tcW", "w:w") == ["6000", "2504"] * 4
    assert values(root, "w:tblLayout", "w:type") == ["fixed"]


def test_the_head_row_is_marked_and_no_row_is_broken() -> None:
    rows = list(budget().iter(qn("w:tr")))
    assert [r.find("w:trPr/w:tblHeader", NS) is not None for r in rows] == [True, False, False, False]
    assert all(r.find("w:trPr/w:cantSplit", NS) is not None for r in rows)


def test_the_look_of_the_first_row_is_asked_for() -> None:
    look = next(budget().iter(qn("w:tblLook")))
    assert (look.get(qn("w:firstRow")), look.get(qn("w:noVBand")), look.get(qn("w:val"))) == (
        "1",
        "1",
        "0420",
    )


def test_a_sum_has_a_line_above_it() -> None:
    rows = list(budget().iter(qn("w:tr")))
    assert [len(r.findall("w:tc/w:tcPr/w:tcBorders/w:top", NS)) for r in rows] == [0, 0, 0, 2]


def test_a_head_row_never_stands_alone() -> None:
    assert kept_rows(budget()) == [True, False, False, False]


def test_a_short_table_is_kept_on_one_page() -> None:
    assert kept_rows(budget(together=2)) == [True, True, True, False]


def kept_rows(root: Element) -> list[bool]:
    return [
        all(p.find("w:pPr/w:keepNext", NS) is not None for p in r.iter(qn("w:p")))
        for r in root.iter(qn("w:tr"))
    ]


def test_a_cell_over_several_columns_is_as_wide_as_they() -> None:
    root = parsed(table([row([cell("", span=2), cell("")])], [100, 200, 300]))
    assert values(root, "w:tcW", "w:w") == ["300", "300"]
    assert values(root, "w:gridSpan") == ["2"]


def test_a_row_that_does_not_fill_the_grid_is_refused() -> None:
    with pytest.raises(ValueError, match="1 of 2"):
        table([row([cell("")])], [100, 100])


def test_a_cell_has_several_paragraphs_or_ready_made_blocks() -> None:
    several = cell(text_run("ett"), text_run("två"), style_id="Tabelltext")
    blocks = cell(blocks="<w:p><w:r><w:t>tre</w:t></w:r></w:p>")
    root = parsed(table([row([several, blocks])], [100, 100]))
    assert texts(root) == ["ett", "två", "tre"]
    assert values(root, "w:pStyle") == ["Tabelltext", "Tabelltext"]


def test_no_rows_give_no_table() -> None:
    assert table([], [100]) == ""
