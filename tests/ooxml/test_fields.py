"""The cached answers of fields, for readers that do not compute them."""

from __future__ import annotations

import pytest

from generator.ooxml.caches import PAGE_COUNT
from generator.ooxml.fields import scan, switch
from generator.ooxml.xml import parse_strict, qn
from tests.ooxml.workbench import NAMESPACES, Bench, Mall, bookmark, field, p, part, run, texts, values


def caption(instruction: str = "SEQ Tabell \\* ARABIC") -> str:
    return f"<w:p>{field(instruction)}</w:p>"


def shown(body: str, pages: dict[str, int] | None = None) -> list[str]:
    return texts(part(Bench().finish(body, pages)))


def test_captions_are_numbered_in_order_each_label_for_itself() -> None:
    body = caption() + caption("SEQ Figur") + caption() + caption("seq tabell")
    assert shown(body) == ["1", "1", "2", "3"]


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("SEQ Tabell \\r 7", ["1", "7", "8"]),
        ("SEQ Tabell \\c", ["1", "1", "2"]),
        ("SEQ Tabell \\* ROMAN", ["1", "II", "3"]),
        ("SEQ Tabell \\* alphabetic", ["1", "b", "3"]),
        ("SEQ Tabell \\h", ["1", "", "3"]),
    ],
)
def test_the_switches_of_a_caption_number_are_followed(second: str, expected: list[str]) -> None:
    assert shown(caption() + caption(second) + caption()) == expected


def test_numbers_may_begin_anew_under_each_heading() -> None:
    inside = caption("SEQ Tabell \\s 1")
    body = p("A", "Rubrik1") + inside + inside + p("b", "Rubrik2") + inside + p("B", "Rubrik1") + inside
    assert [t for t in shown(body) if t.isdecimal()] == ["1", "2", "3", "1"]


def test_a_number_keeps_the_formatting_it_had() -> None:
    root = part(Bench().finish(caption()))
    assert len(list(root.iter(qn("w:b")))) == 1


def test_a_field_that_has_shown_nothing_yet_is_given_a_result() -> None:
    bare = (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> SEQ Tabell </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    root = part(Bench().finish(bare))
    assert texts(root) == ["1"]
    assert values(root, "w:fldChar", "w:fldCharType") == ["begin", "separate", "end"]


def test_a_simple_field_is_a_field_too() -> None:
    simple = f'<w:p><w:fldSimple w:instr=" SEQ Tabell ">{run("9")}</w:fldSimple></w:p>'
    assert shown(simple * 2) == ["1", "2"]


def test_a_whole_field_in_one_run_is_taken_apart() -> None:
    one_run = (
        '<w:p><w:r><w:rPr><w:i/></w:rPr><w:fldChar w:fldCharType="begin"/>'
        "<w:instrText>SEQ Tabell</w:instrText>"
        '<w:fldChar w:fldCharType="separate"/><w:t>9</w:t><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    root = part(Bench(Mall(body=one_run)).loop(2))
    assert texts(root) == ["1", "2"]


def test_an_instruction_split_over_runs_is_read_as_one() -> None:
    split = field("SEQ Tabell").replace(
        " SEQ Tabell ", ' SE</w:instrText></w:r><w:r><w:instrText xml:space="preserve">Q Tabell '
    )
    assert shown(f"<w:p>{split}</w:p>") == ["1"]


def test_a_cross_reference_shows_the_text_of_its_bookmark() -> None:
    body = f"<w:p>{field('REF mål')}</w:p><w:p>{run('x ')}{bookmark('mål', run('Ett mål'))}</w:p>"
    assert shown(body)[0] == "Ett mål"


def test_a_cross_reference_to_a_heading_may_show_its_number() -> None:
    heading = f'<w:p><w:pPr><w:pStyle w:val="Rubrik2"/></w:pPr>{bookmark("avsnitt", run("Mål"))}</w:p>'
    reference = "".join(
        f"<w:p>{field(i)}</w:p>" for i in ("REF avsnitt \\r \\h", "REF avsnitt \\w", "REF avsnitt")
    )
    assert shown(p("Kapitel", "Rubrik1") + heading + reference)[2:] == ["1.1", "1.1", "Mål"]


def test_a_page_reference_shows_the_page_only_when_it_is_known() -> None:
    body = f"<w:p>{field('PAGEREF mål')}</w:p><w:p>{bookmark('mål', run('x'))}</w:p>"
    assert shown(body, {"mål": 14})[0] == "14"
    assert shown(body)[0] == "–"


def test_the_number_of_pages_is_filled_in_when_it_is_known() -> None:
    footer = f"<w:ftr {NAMESPACES}><w:p>{field('NUMPAGES', '9')}</w:p></w:ftr>"
    bench = Bench(Mall(stories={"word/footer1.xml": footer}))
    assert texts(part(bench.finish(pages={PAGE_COUNT: 41}), "word/footer1.xml")) == ["41"]
    assert texts(part(bench.finish(), "word/footer1.xml")) == ["9"]


def test_a_reference_to_nothing_keeps_what_it_showed() -> None:
    assert shown(f"<w:p>{field('REF borta', 'gammal')}</w:p>") == ["gammal"]


def test_fields_inside_fields_are_told_apart() -> None:
    inner = field("SEQ Tabell")
    outer = field("IF 1 = 1 ", "yttre").replace("</w:instrText></w:r>", f"</w:instrText></w:r>{inner}", 1)
    found = scan(parse_strict(f"<w:p {NAMESPACES}>{outer}</w:p>", "prov"))
    assert [f.name for f in found] == ["IF", "SEQ"]


def test_words_of_an_instruction_keep_their_spaces_inside_quotes() -> None:
    instruction = 'TOC \\o "1-3" \\t "Rubrik utan nummer;1" \\h'
    (found,) = scan(parse_strict(f"<w:p {NAMESPACES}>{field(instruction)}</w:p>", "prov"))
    assert switch(found.words, "\\t") == "Rubrik utan nummer;1"
    assert switch(found.words, "\\h") == ""
    assert switch(found.words, "\\z") is None
