"""A Word file as a flow: numbers as Word shows them, tables, notes, boxes, and nothing that is not seen."""

from __future__ import annotations

import pytest

from generator.alignment.flow import NOTE, Flow, Kind
from generator.diagnostics import StyrdokError
from generator.ooxml.flow import flow_of
from generator.ooxml.package import Package
from tests.ooxml.workbench import NAMESPACES, Mall, bookmark, field, p

NOTES = "word/footnotes.xml"


def read(body: str, **stories: str) -> Flow:
    names = {f"word/{name}.xml": text for name, text in stories.items()}
    return flow_of(Package.read(Mall(body=body, stories=names).data(), "plan.docx"))


def told(body: str, **stories: str) -> list[tuple[str, str, str]]:
    return [(b.kind.value, b.number, b.text) for b in read(body, **stories).blocks]


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def tc(inside: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def test_headings_have_number_level_and_place_as_word_shows_them() -> None:
    body = (
        p("Mål", "Rubrik1")
        + p("Hälsa", "Rubrik2")
        + p("Text")
        + p("Budget", "Rubrik1")
        + p("ett", "Punktlista")
    )
    blocks = read(body).blocks
    assert [(b.kind.value, b.level, b.number, b.place) for b in blocks] == [
        ("rubrik", 1, "1", ()),
        ("rubrik", 2, "1.1", ("1 Mål",)),
        ("stycke", 0, "", ("1 Mål", "1.1 Hälsa")),
        ("rubrik", 1, "2", ()),
        ("punkt", 0, "•", ("2 Budget",)),
    ]


def test_tracked_changes_count_as_accepted_and_that_is_said() -> None:
    body = (
        '<w:p><w:r><w:t xml:space="preserve">inom </w:t></w:r>'
        '<w:del w:id="1" w:author="a"><w:r><w:delText>tio</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="a"><w:r><w:t>sju</w:t></w:r></w:ins></w:p>'
    )
    flow = read(body)
    assert [block.text for block in flow.blocks] == ["inom sju"]
    assert flow.said == ("plan.docx har spårade ändringar; de är godkända i jämförelsen.",)


def test_rows_have_cells_and_a_frame_of_one_cell_is_no_table() -> None:
    merged = tc(p("under"), "<w:vMerge/>")
    body = table(tc(p("a") + p("b")) + tc(p("1\u00a0234")), merged + tc(p("2"))) + table(tc(p("Ruta")))
    assert told(body) == [
        ("rad", "", "a\nb\t1\u00a0234"),
        ("rad", "", "\t2"),
        ("ruta", "", "Ruta"),
    ]


def test_a_note_is_told_after_the_paragraph_that_refers_to_it() -> None:
    notes = (
        f'<w:footnotes {NAMESPACES}><w:footnote w:type="separator" w:id="-1">{p("")}</w:footnote>'
        f'<w:footnote w:id="5">{p("Se bilagan.")}</w:footnote></w:footnotes>'
    )
    body = '<w:p><w:r><w:t>Text</w:t></w:r><w:r><w:footnoteReference w:id="5"/></w:r></w:p>' + p("Mer")
    assert told(body, footnotes=notes) == [
        ("stycke", "", f"Text{NOTE}"),
        ("fotnot", "1", "Se bilagan."),
        ("stycke", "", "Mer"),
    ]


def test_a_text_box_is_told_once_though_the_file_has_it_twice() -> None:
    box = f"<w:txbxContent>{p('I rutan')}</w:txbxContent>"
    body = (
        "<w:p><w:r><w:t>Utanför</w:t></w:r><w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert told(body) == [("stycke", "", "Utanför"), ("ruta", "", "I rutan")]


def test_what_is_not_seen_is_not_told() -> None:
    hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>dolt</w:t></w:r><w:r><w:t>syns</w:t></w:r></w:p>"
    soft = "<w:p><w:r><w:t>av</w:t><w:softHyphen/><w:t>stavning</w:t></w:r></w:p>"
    assert [text for *_, text in told(hidden + soft + p("Mål\t3", "Innehll1"))] == ["syns", "avstavning"]


def test_headers_are_apart_and_without_page_numbers() -> None:
    head = f"<w:hdr {NAMESPACES}>{p('Plan 2019')}<w:p>{field('PAGE', '7')}</w:p></w:hdr>"
    flow = read(p("Text"), header1=head)
    assert (flow.margins, [block.text for block in flow.blocks]) == (("Plan 2019",), ["Text"])


def test_an_item_is_known_by_its_bookmark() -> None:
    body = f"<w:p>{bookmark('_s0123456789abcdef0123', '<w:r><w:t>Svara snabbt</w:t></w:r>')}</w:p>"
    (block,) = read(body).blocks
    assert (block.anchor, block.kind) == ("_s0123456789abcdef0123", Kind.STYCKE)


def test_tables_in_tables_without_end_give_a_sentence() -> None:
    body = p("innerst")
    for _ in range(60):
        body = table(tc(body + p("")) + tc(p("x")))
    with pytest.raises(StyrdokError, match="i varandra i orimligt många led"):
        read(body)
