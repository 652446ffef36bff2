"""Lists that begin anew, and the numbers Word would show before headings."""

from __future__ import annotations

import pytest

from generator.ooxml.blocks import paragraph, text_run
from generator.ooxml.heading_numbers import HeadingNumbers, formatted
from generator.ooxml.numbering import Numbering
from generator.ooxml.styles import Styles
from generator.ooxml.xml import NS, Element, parse_strict, qn
from tests.ooxml.workbench import NAMESPACES, NUMBERING, STYLES, Bench, Mall, p, part, values


def numbering(data: bytes) -> Element:
    return part(data, "word/numbering.xml")


def num(root: Element, number: int) -> Element:
    return next(e for e in root.iterfind("w:num", NS) if e.get(qn("w:numId")) == str(number))


def abstract_of(root: Element, number: int) -> Element:
    wanted = values(num(root, number), "w:abstractNumId")[0]
    return next(e for e in root.iterfind("w:abstractNum", NS) if e.get(qn("w:abstractNumId")) == wanted)


def test_each_numbered_list_begins_anew() -> None:
    bench = Bench()
    style = bench.style("Numrerad lista")
    first, second = (bench.assembly.new_list(ordered=True, style_id=style) for _ in range(2))
    root = numbering(bench.finish(paragraph("", style, first) + paragraph("", style, second)))
    assert first != second
    assert values(num(root, first), "w:startOverride")[0] == "1"
    assert values(num(root, second), "w:startOverride")[0] == "1"


def test_a_list_may_start_elsewhere_than_at_one() -> None:
    bench = Bench()
    number = bench.assembly.new_list(ordered=True, style_id=bench.style("List Number"), start=5)
    nested = bench.assembly.new_list(ordered=True, style_id=bench.style("List Number"), start=3, level=1)
    root = numbering(bench.finish(""))
    assert values(num(root, number), "w:startOverride")[:2] == ["5", "1"]
    assert values(num(root, nested), "w:startOverride")[:2] == ["1", "3"]


def test_a_list_looks_as_the_list_its_style_names() -> None:
    bench = Bench()
    number = bench.assembly.new_list(ordered=True, style_id=bench.style("List Number"))
    assert values(num(numbering(bench.finish("")), number), "w:abstractNumId") == ["2"]


def test_a_list_of_one_level_is_widened_to_nine_in_its_own_look() -> None:
    bench = Bench()
    number = bench.assembly.new_list(ordered=False, style_id=bench.style("Punktlista"))
    abstract = abstract_of(numbering(bench.finish("")), number)
    assert values(abstract, "w:lvlText") == ["•"] * 9
    assert values(abstract, "w:ind", "w:left")[:3] == ["300", "660", "1020"]
    assert values(abstract, "w:pStyle") == []


def test_bullets_do_not_count_and_share_a_list() -> None:
    bench = Bench()
    style = bench.style("Punktlista")
    numbers = {bench.assembly.new_list(ordered=False, style_id=style) for _ in range(3)}
    assert len(numbers) == 1


@pytest.mark.parametrize("style", ["", "Normal", "Punktlista"])
def test_without_a_numbered_list_of_its_own_a_style_gets_a_plain_one(style: str) -> None:
    bench = Bench()
    number = bench.assembly.new_list(ordered=True, style_id=style)
    abstract = abstract_of(numbering(bench.finish("")), number)
    assert values(abstract, "w:lvlText")[:2] == ["%1.", "%2."]


def test_plain_bullets_are_letters_of_the_text_font() -> None:
    bench = Bench(Mall(numbering=None))
    number = bench.assembly.new_list(ordered=False, style_id="")
    abstract = abstract_of(numbering(bench.finish("")), number)
    assert values(abstract, "w:lvlText")[0] == "•"
    assert not list(abstract.iter(qn("w:rFonts")))


def test_every_abstract_num_stands_before_every_num() -> None:
    bench = Bench()
    bench.assembly.new_list(ordered=True, style_id="")
    bench.assembly.new_list(ordered=False, style_id="")
    order = ["abstractNum", "num", "numIdMacAtCleanup"]
    places = [order.index(str(e.tag).rpartition("}")[2]) for e in numbering(bench.finish(""))]
    assert places == sorted(places)
    root = numbering(bench.finish(""))
    assert len(set(values(root, "w:num", "w:numId"))) == len(list(root.iter(qn("w:num"))))


def test_without_new_lists_the_part_is_that_of_the_template() -> None:
    assert len(list(numbering(Bench().finish("")).iter(qn("w:num")))) == 3


def test_a_list_style_behind_the_list_is_followed() -> None:
    linked = (
        '<w:abstractNum w:abstractNumId="7"><w:numStyleLink w:val="Lista"/></w:abstractNum>'
        '<w:num w:numId="9"><w:abstractNumId w:val="7"/></w:num>'
    )
    list_style = '<w:style w:type="numbering" w:styleId="Lista"><w:name w:val="Min lista"/><w:pPr><w:numPr>'
    list_style += '<w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
    found = reader(styles=STYLES + list_style, numbering_xml=linked + NUMBERING).get(9)
    assert found is not None
    assert found.abstract == 2


def reader(styles: str = STYLES, numbering_xml: str = NUMBERING) -> Numbering:
    parsed = Styles(f"<w:styles {NAMESPACES}>{styles}</w:styles>".encode())
    return Numbering(f"<w:numbering {NAMESPACES}>{numbering_xml}</w:numbering>".encode(), parsed)


def numbers(body: str, numbering_xml: str = NUMBERING) -> list[str]:
    styles = Styles(f"<w:styles {NAMESPACES}>{STYLES}</w:styles>".encode())
    paragraphs = list(parse_strict(f"<w:body {NAMESPACES}>{body}</w:body>", "prov"))
    found = HeadingNumbers(styles, reader(numbering_xml=numbering_xml)).of(paragraphs)
    return [found[e].text if e in found else "" for e in paragraphs]


def headings(*levels: int) -> str:
    return "".join(p("x", f"Rubrik{level}") for level in levels)


def test_headings_are_numbered_through_their_styles() -> None:
    assert numbers(headings(1, 2, 2, 3, 1, 2)) == ["1", "1.1", "1.2", "1.2.1", "2", "2.1"]


def test_unnumbered_headings_and_text_do_not_count() -> None:
    body = p("x", "Rubrik1") + p("x", "Rubrikutannr") + p("x") + p("x", "Rubrik1")
    assert numbers(body) == ["1", "", "", "2"]


def test_a_heading_can_lose_its_number_alone() -> None:
    alone = '<w:p><w:pPr><w:pStyle w:val="Rubrik1"/><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:p>'
    assert numbers(headings(1) + alone + headings(1)) == ["1", "", "2"]


def test_a_level_that_was_skipped_counts_from_its_start() -> None:
    assert numbers(headings(2, 1, 3)) == ["1.1", "2", "2.1.1"]


def test_a_list_can_be_told_to_start_anew() -> None:
    restarted = NUMBERING.replace(
        '<w:numIdMacAtCleanup w:val="3"/>',
        '<w:num w:numId="4"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/>'
        "</w:lvlOverride></w:num>",
    )
    own = (
        '<w:p><w:pPr><w:pStyle w:val="Rubrik1"/><w:numPr><w:ilvl w:val="0"/>'
        '<w:numId w:val="4"/></w:numPr></w:pPr></w:p>'
    )
    assert numbers(headings(1) + own + headings(2, 1), restarted) == ["1", "7", "7.1", "8"]


def test_a_level_that_never_restarts_counts_on() -> None:
    counting_on = NUMBERING.replace(
        '<w:pStyle w:val="Rubrik2"/>', '<w:lvlRestart w:val="0"/><w:pStyle w:val="Rubrik2"/>', 1
    )
    assert numbers(headings(1, 2, 1, 2), counting_on) == ["1", "1.1", "2", "2.2"]


def test_a_legal_level_shows_plain_digits_above_it() -> None:
    roman = NUMBERING.replace('<w:numFmt w:val="decimal"/>', '<w:numFmt w:val="upperRoman"/>', 1)
    assert numbers(headings(1, 2), roman) == ["I", "I.1"]
    legal = roman.replace('<w:pStyle w:val="Rubrik2"/>', '<w:isLgl/><w:pStyle w:val="Rubrik2"/>', 1)
    assert numbers(headings(1, 2), legal) == ["I", "1.1"]


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        (4, "decimal", "4"),
        (4, "decimalZero", "04"),
        (1994, "upperRoman", "MCMXCIV"),
        (9, "lowerRoman", "ix"),
        (28, "lowerLetter", "bb"),
        (3, "upperLetter", "C"),
        (3, "bullet", ""),
        (0, "upperRoman", "0"),
        (3, "hebrew1", "3"),
    ],
)
def test_numbers_are_written_in_words_formats(value: int, kind: str, text: str) -> None:
    assert formatted(value, kind) == text


def test_list_paragraphs_written_by_us_refer_to_their_list() -> None:
    bench = Bench()
    number = bench.assembly.new_list(ordered=True, style_id=bench.style("List Number"))
    data = bench.finish(paragraph(text_run("ett"), bench.style("List Number"), number))
    assert values(part(data), "w:numId") == [str(number)]
