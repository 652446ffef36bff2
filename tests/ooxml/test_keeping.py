"""What belongs together stays on one page."""

from __future__ import annotations

from lxml import etree

from generator.ooxml.keeping import MOST_ROWS, keep_together
from generator.ooxml.xml import NS


def _body(inside: str) -> etree._Element:
    root = etree.fromstring(f"<w:body xmlns:w='{NS['w']}'>{inside}</w:body>")
    keep_together(root, "Beskrivning")
    return root


def _table(rows: int) -> etree._Element:
    row = (
        "<w:tr>{head}<w:tc><w:p><w:pPr><w:pStyle w:val='T'/><w:jc w:val='left'/></w:pPr></w:p></w:tc></w:tr>"
    )
    head = row.format(head="<w:trPr><w:tblHeader/></w:trPr>")
    return _body(f"<w:tbl>{head}{row.format(head='') * (rows - 1)}</w:tbl>")


def _kept(root: etree._Element) -> list[bool]:
    return [row.find(".//w:keepNext", NS) is not None for row in root.iter(f"{{{NS['w']}}}tr")]


def test_every_row_but_the_last_of_a_short_table_is_kept_with_the_next() -> None:
    assert _kept(_table(3)) == [True, True, False]


def test_a_long_table_breaks_neither_after_one_row_nor_before_the_last() -> None:
    assert _kept(_table(MOST_ROWS + 3)) == [True, True, *[False] * (MOST_ROWS - 1), True, False]


def test_the_mark_stands_where_the_schema_wants_it() -> None:
    properties = _table(2).find(".//w:pPr", NS)
    assert properties is not None
    assert [etree.QName(e).localname for e in properties] == ["pStyle", "keepNext", "jc"]


def test_the_text_that_leads_to_a_caption_stays_with_it() -> None:
    caption = "<w:p><w:pPr><w:pStyle w:val='Beskrivning'/></w:pPr><w:r/></w:p>"
    root = _body(f"<w:p><w:r/></w:p><w:p><w:r/></w:p>{caption}")
    assert [p.find("w:pPr/w:keepNext", NS) is not None for p in root] == [False, True, False]
