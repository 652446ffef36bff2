"""A whole file: opened by another reader, held against the schema, and the same bytes every time."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.diagnostics import StyrdokError
from generator.ooxml.assembly import Assembly
from generator.ooxml.blocks import (
    cell,
    clean_text,
    field,
    hyperlink,
    landscape_section,
    paragraph,
    row,
    seq_caption,
    table,
    text_run,
)
from generator.ooxml.properties import Properties
from generator.ooxml.structure import problems
from tests.ooxml.workbench import MAIN, NAMESPACES, SECTION, Bench, Mall, names, part, raw, texts, values
from tests.support.validator import validate, validator_available


def everything(bench: Bench) -> str:
    """A body with all that the room can write."""
    a = bench.assembly
    start, end = a.bookmark("mål")
    heading = paragraph(start + text_run("Mål & <medel>") + end, bench.style("heading 1"))
    note = a.add_note(
        [text_run("Not med ") + hyperlink(text_run("länk"), rid=a.link(a.notes_part, "https://a.se"))]
    )
    link = hyperlink(text_run("ut"), rid=a.link(a.main_part, "https://exempel.se/?a=1&b=2"))
    inward = hyperlink(text_run("in"), anchor=a.bookmark_name("mål"))
    text = paragraph(text_run("Text 👩‍👩‍👧") + note + link + inward, bench.style("Body Text"))
    ordered = a.new_list(ordered=True, style_id=bench.style("List Number"))
    plain = a.new_list(ordered=False, style_id=bench.style("List Bullet"))
    lists = paragraph(text_run("ett"), bench.style("List Number"), ordered)
    lists += paragraph(text_run("under"), bench.style("List Bullet"), plain, 1)
    caption = seq_caption("Tabell", text_run("Budget"), bench.style("caption"), a.bookmark("budget"))
    rows = [row([cell(text_run("Post")), cell(text_run("2019"))], head=True)]
    rows += [row([cell(text_run("Totalt"), span=2)], rule_above=True)]
    inside = table(rows, [6000, 2504], bench.style("Styrdokument", "table"), description="Budget")
    before, after = landscape_section()
    contents = paragraph(field('TOC \\o "1-3" \\h \\z \\u', ""))
    figures = paragraph(field('TOC \\h \\z \\c "Tabell"', ""))
    reference = paragraph(text_run("Se ") + field(f"REF {a.bookmark_name('budget')} \\h", ""))
    under = paragraph(text_run("Fjärde"), bench.style("heading 2"))
    return (
        contents
        + figures
        + heading
        + text
        + lists
        + caption
        + inside
        + reference
        + before
        + inside
        + after
        + under
    )


def test_another_reader_opens_the_file() -> None:
    bench = Bench()
    document = Document(io.BytesIO(bench.finish(everything(bench))))
    heading = next(p for p in document.paragraphs if p.text == "Mål & <medel>")
    assert heading.style is not None
    assert heading.style.name == "Heading 1"
    assert len(document.tables) == 2
    assert document.tables[0].cell(0, 1).text == "2019"
    assert len(document.sections) == 3
    assert document.core_properties.title == "Prov"


def test_nothing_is_wrong_with_the_file() -> None:
    bench = Bench()
    data = bench.finish(everything(bench))
    assert problems(data) == []
    assert b"ns0:" not in raw(data)


@pytest.mark.skipif(not validator_available(), reason="Open XML-validatorn saknas")
def test_the_file_is_valid_with_and_without_pages(tmp_path: Path) -> None:
    bench = Bench()
    body = everything(bench)
    first = bench.finish(body)
    pages = dict.fromkeys(values(part(first), "w:bookmarkStart", "w:name"), 12)
    paths = [tmp_path / "utan.docx", tmp_path / "med.docx"]
    paths[0].write_bytes(first)
    paths[1].write_bytes(bench.finish(body, pages))
    assert validate(paths) == {path: [] for path in paths}


def test_equal_input_gives_equal_bytes() -> None:
    first, second = Bench(), Bench()
    assert first.finish(everything(first)) == second.finish(everything(second))


def test_a_template_serves_many_documents_that_do_not_know_of_each_other() -> None:
    bench = Bench()
    alone = bench.finish(everything(bench))
    other = Bench()
    other.prepared = bench.prepared
    other.assembly = Assembly(bench.prepared)
    assert other.finish(everything(other)) == alone


def test_a_document_can_be_finished_again_when_its_pages_are_known() -> None:
    bench = Bench()
    body = everything(bench)
    first = bench.finish(body)
    assert bench.finish(body) == first
    name = values(part(first), "w:bookmarkStart", "w:name")[0]
    assert "\t12" in texts(part(bench.finish(body, {name: 12})))[0]


@settings(max_examples=30)
@given(st.lists(st.text(max_size=60), max_size=5))
def test_whatever_is_written_can_be_read(lines: list[str]) -> None:
    bench = Bench()
    note = bench.assembly.add_note([text_run(line) for line in lines])
    cells = table([row([cell(text_run(line)) for line in lines])], [1000] * len(lines)) if lines else ""
    data = bench.finish("".join(paragraph(text_run(line)) for line in lines) + cells + paragraph(note))
    expected = [clean_text(line).replace("\r\n", "\n").replace("\r", "\n") for line in lines]
    assert texts(part(data))[: len(lines)] == expected
    assert Document(io.BytesIO(data)) is not None


@pytest.mark.parametrize(
    "broken", ["<w:p>", "<w:p></w:r>", "<w:p>&nbsp;</w:p>", "<x:y/>", "<w:p>\x00</w:p>", "<w:p>\ud800</w:p>"]
)
def test_what_is_not_well_formed_is_refused_and_never_repaired(broken: str) -> None:
    with pytest.raises(StyrdokError) as caught:
        Bench().finish(broken)
    assert MAIN in caught.value.message


def test_the_place_of_the_fault_is_shown() -> None:
    with pytest.raises(StyrdokError) as caught:
        Bench().finish("<w:p><w:r><w:t>Här är felet & inget annat</w:t></w:r></w:p>")
    assert "Här är felet" in caught.value.hint


def test_a_part_that_was_not_rendered_is_that_of_the_template() -> None:
    footer = f"<w:ftr {NAMESPACES}><w:p><w:r><w:t>Sidfot</w:t></w:r></w:p></w:ftr>"
    bench = Bench(Mall(stories={"word/footer1.xml": footer}))
    assert texts(part(bench.finish(""), "word/footer1.xml")) == ["Sidfot"]
    new = footer.replace("Sidfot", "Ny")
    assert texts(part(bench.finish("", footer1=new), "word/footer1.xml")) == ["Ny"]


def test_a_link_in_a_header_belongs_to_the_header() -> None:
    header = f"<w:hdr {NAMESPACES}><w:p/></w:hdr>"
    bench = Bench(Mall(stories={"word/header1.xml": header}))
    link = hyperlink(text_run("a"), rid=bench.assembly.link("word/header1.xml", "https://exempel.se"))
    data = bench.finish("", header1=header.replace("<w:p/>", paragraph(link)))
    assert b"exempel.se" in raw(data, "word/_rels/header1.xml.rels")
    assert b"exempel.se" not in raw(data, "word/_rels/document.xml.rels")


def test_an_address_is_one_relationship_however_often_it_is_used() -> None:
    bench = Bench()
    rids = {bench.assembly.link(MAIN, "https://exempel.se") for _ in range(3)}
    assert len(rids) == 1
    data = bench.finish("".join(paragraph(hyperlink(text_run("x"), rid=rid)) for rid in rids))
    assert raw(data, "word/_rels/document.xml.rels").count(b"exempel.se") == 1


def test_a_template_without_the_namespaces_of_our_xml_is_given_them() -> None:
    bare = f'<x:document xmlns:x="{NAMESPACES.split(chr(34))[1]}"><x:body>'
    bench = Bench()
    rid = bench.assembly.link(MAIN, "https://exempel.se")
    inside = paragraph(hyperlink(text_run("hit"), rid=rid))
    data = bench.assembly.finish({MAIN: f"{bare}{inside}</x:body></x:document>"}, Properties(title="x"))
    assert texts(part(data))[0] == "hit"


def test_a_template_of_nothing_but_a_document_is_enough() -> None:
    mall = Mall(styles="", numbering=None, settings="", section=SECTION)
    bench = Bench(mall)
    data = bench.finish(paragraph(text_run("x")))
    assert "word/numbering.xml" not in names(data)
    assert problems(data) == []
