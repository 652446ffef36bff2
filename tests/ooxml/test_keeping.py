"""What belongs together stays on one page."""

from __future__ import annotations

from lxml import etree

from generator.ooxml.keeping import MOST_HEIGHT, SHORT, keep_together
from generator.ooxml.styles import Styles
from generator.ooxml.xml import NS

_STYLES = Styles(
    (
        f"<w:styles xmlns:w='{NS['w']}'>"
        + "".join(
            f"<w:style w:type='paragraph' w:styleId='{id_}'><w:name w:val='{name}'/>{more}</w:style>"
            for id_, name, more in (
                ("Rubrik2", "heading 2", "<w:pPr><w:outlineLvl w:val='1'/></w:pPr>"),
                ("Beskrivning", "caption", ""),
                ("Tabellnot", "Tabellnot", ""),
                ("Underskrift", "Underskrift", ""),
            )
        )
        + "</w:styles>"
    ).encode()
)
_LOW = int(MOST_HEIGHT // 20)
"""Rows of one line that are kept together with certainty."""


def _body(inside: str) -> etree._Element:
    root = etree.fromstring(f"<w:body xmlns:w='{NS['w']}'>{inside}</w:body>")
    keep_together(root, _STYLES)
    return root


def _table(rows: int, text: str = "") -> etree._Element:
    row = (
        "<w:tr>{head}<w:tc><w:tcPr><w:tcW w:w='2000'/></w:tcPr>"
        f"<w:p><w:pPr><w:pStyle w:val='T'/><w:jc w:val='left'/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"
        "</w:tc></w:tr>"
    )
    head = row.format(head="<w:trPr><w:tblHeader/></w:trPr>")
    return _body(f"<w:tbl>{head}{row.format(head='') * (rows - 1)}</w:tbl>")


def _kept(root: etree._Element) -> list[bool]:
    return [row.find(".//w:keepNext", NS) is not None for row in root.iter(f"{{{NS['w']}}}tr")]


def test_every_row_but_the_last_of_a_low_table_is_kept_with_the_next() -> None:
    assert _kept(_table(_LOW)) == [True] * (_LOW - 1) + [False]


def test_a_high_table_breaks_neither_after_one_row_nor_before_the_last() -> None:
    assert _kept(_table(_LOW + 3)) == [True, True, *[False] * (_LOW - 1), True, False]


def test_long_texts_make_a_table_high() -> None:
    assert _kept(_table(6, "Ord som fyller flera rader i en cell. " * 4)) == [
        True,
        True,
        False,
        False,
        True,
        False,
    ]


def test_the_mark_stands_where_the_schema_wants_it() -> None:
    properties = _table(2).find(".//w:pPr", NS)
    assert properties is not None
    assert [etree.QName(e).localname for e in properties] == ["pStyle", "keepNext", "jc"]


def _kept_before(text: str, style: str) -> list[bool]:
    follows = f"<w:p><w:pPr><w:pStyle w:val='{style}'/></w:pPr><w:r/></w:p>"
    root = _body(f"<w:p><w:r/></w:p><w:p><w:r><w:t>{text}</w:t></w:r></w:p>{follows}")
    return [p.find("w:pPr/w:keepNext", NS) is not None for p in root]


def test_a_text_stays_with_what_it_leads_to() -> None:
    assert _kept_before("Budgeten fördelas så här: ", "Beskrivning") == [False, True, False]


def test_any_other_text_may_stay_where_it_is() -> None:
    assert _kept_before("Så gick det.", "Beskrivning") == [False, False, False]


def _kept_between(heading: str, text: str) -> bool:
    styled = "<w:p><w:pPr><w:pStyle w:val='{}'/></w:pPr><w:r/></w:p>"
    middle = f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
    root = _body(styled.format(heading) + middle + styled.format("Beskrivning"))
    return root[1].find("w:pPr/w:keepNext", NS) is not None


def test_a_short_text_between_a_heading_and_a_table_stays_with_both() -> None:
    assert _kept_between("Rubrik2", "Så gick det.")
    assert not _kept_between("Rubrik2", "x" * (SHORT + 1))
    assert not _kept_between("Brödtext", "Så gick det.")


def test_a_signature_takes_the_text_before_it_along() -> None:
    assert _kept_before("Så gick det.", "Underskrift") == [False, True, False]


def test_a_table_stays_with_the_note_under_it() -> None:
    table = "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    note = "<w:p><w:pPr><w:pStyle w:val='Tabellnot'/></w:pPr>{}</w:p>"
    assert _kept(_body(table + note.format("<w:r/>"))) == [True]
    assert _kept(_body(table + note.format(""))) == [False]
