"""XML as text: whatever a person has written comes out of Word as it was written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ooxml import blocks
from generator.ooxml.visible import text_of
from generator.ooxml.xml import Element, parse_strict, qn
from tests.ooxml.workbench import NAMESPACES, texts, values

HOSTILE = [
    "R&D <b>fet</b>",
    "{{ 7*7 }}",
    "{% for x in y %}",
    "{{ cycler.__init__.__globals__ }}",
    "]]> <!-- -->",
    "målvärde 👩‍👩‍👧 ≥ 50 %",
    "a\tb\nc",
    "\"citat\" och 'citat'",
    "blank\u00a0steg och mjukt\u00adbindestreck och hårt\u2011bindestreck",
    "  mellanslag  i  kanterna  ",
]


def parsed(xml: str) -> Element:
    return parse_strict(f"<w:body {NAMESPACES}>{xml}</w:body>", "prov")


def read_back(text: str) -> str:
    return text_of(parsed(blocks.paragraph(blocks.text_run(text)))[0])


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_reads_back_unchanged(text: str) -> None:
    assert read_back(text) == text


@given(st.text())
def test_any_text_reads_back_without_the_characters_xml_cannot_hold(text: str) -> None:
    expected = blocks.clean_text(text).replace("\r\n", "\n").replace("\r", "\n")
    assert read_back(text) == expected


@given(st.text(st.characters(categories=["Cs", "Cc"])))
def test_control_characters_and_lone_surrogates_are_dropped(text: str) -> None:
    kept = set(blocks.clean_text(text))
    assert kept <= {"\t", "\n", "\r"} | {chr(code) for code in range(0x7F, 0xA0)}


@given(st.text())
def test_escaped_text_fits_an_attribute_too(text: str) -> None:
    root = parse_strict(f'<a b="{blocks.escape_text(text)}"/>', "prov")
    expected = blocks.clean_text(text).replace("\r\n", " ")
    assert root.get("b") == expected.translate({ord(c): " " for c in "\t\n\r"})


def test_a_paragraph_of_a_hundred_thousand_characters_reads_back() -> None:
    text = "Åtgärder & mål <ö> " * 5_300
    assert len(text) > 100_000
    assert read_back(text) == text


def test_text_from_a_text_block_is_one_line_break_per_line() -> None:
    assert read_back("ett\r\ntvå\rtre\nfyra") == "ett\ntvå\ntre\nfyra"


def test_the_empty_text_gives_no_run() -> None:
    assert blocks.text_run("") == ""
    assert blocks.text_run("\x00\x0b") == ""


def test_a_run_carries_its_formatting() -> None:
    root = parsed(blocks.paragraph(blocks.text_run("fet", "<w:b/>")))
    assert [e.tag for e in root.iter(qn("w:b"))] == [qn("w:b")]


def test_paragraph_properties_stand_in_the_order_of_the_schema() -> None:
    xml = blocks.paragraph(
        "", "Rubrik1", 4, 2, "<w:jc w:val='right'/>", keep_next=True, page_break_before=True
    )
    properties = next(parsed(xml).iter(qn("w:pPr")))
    tags = [element.tag for element in properties]
    assert tags == [qn(f"w:{n}") for n in ("pStyle", "keepNext", "pageBreakBefore", "numPr", "jc")]
    assert values(properties, "w:ilvl") == ["2"]
    assert values(properties, "w:numId") == ["4"]


def test_a_style_id_with_a_quote_cannot_break_out_of_its_attribute() -> None:
    root = parsed(blocks.paragraph("", 'x"/><w:b w:val="'))
    assert values(root, "w:pStyle") == ['x"/><w:b w:val="']


def test_a_link_leads_to_a_relationship_or_to_a_bookmark_or_is_plain_text() -> None:
    content = blocks.text_run("hit")
    outward = next(parsed(f"<w:p>{blocks.hyperlink(content, rid='rId9')}</w:p>").iter(qn("w:hyperlink")))
    inward = next(parsed(f"<w:p>{blocks.hyperlink(content, anchor='_s1')}</w:p>").iter(qn("w:hyperlink")))
    assert outward.get(qn("r:id")) == "rId9"
    assert inward.get(qn("w:anchor")) == "_s1"
    assert blocks.hyperlink(content) == content


def test_a_field_has_its_marks_in_order_and_shows_its_cached_text() -> None:
    xml = blocks.field("PAGEREF _Toc1 \\h", "12")
    root = parsed(f"<w:p>{xml}</w:p>")
    assert values(root, "w:fldChar", "w:fldCharType") == ["begin", "separate", "end"]
    assert texts(root) == ["12"]
    assert [e.text for e in root.iter(qn("w:instrText"))] == [" PAGEREF _Toc1 \\h "]


def test_a_caption_is_numbered_and_kept_with_what_it_stands_above() -> None:
    start, end = '<w:bookmarkStart w:id="1" w:name="_s1"/>', '<w:bookmarkEnd w:id="1"/>'
    root = parsed(blocks.seq_caption("Tabell", blocks.text_run("Budget"), "Beskrivning", (start, end)))
    assert texts(root) == ["Tabell\u00a01. Budget"]
    assert len(list(root.iter(qn("w:keepNext")))) == 1
    inside = [e.tag for e in root[0] if e.tag in {qn("w:bookmarkStart"), qn("w:bookmarkEnd")}]
    assert len(inside) == 2


def test_a_page_break_is_a_break_of_the_page() -> None:
    assert values(parsed(f"<w:p>{blocks.page_break()}</w:p>"), "w:br", "w:type") == ["page"]
