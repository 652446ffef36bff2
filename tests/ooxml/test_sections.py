"""Landscape tables: pages that turn and turn back, with header, footer and paper of the section around."""

from __future__ import annotations

from generator.ooxml.blocks import cell, landscape_section, row, table, text_run
from generator.ooxml.xml import NS, Element, qn
from tests.ooxml.workbench import NAMESPACES, SECTION, Bench, Mall, p, part, texts, values

BEFORE, AFTER = landscape_section()
WIDE = table([row([cell(text_run("bred"))])], [13436])
RICH = SECTION.replace(
    "<w:sectPr>", '<w:sectPr><w:headerReference w:type="default" r:id="rId12"/><w:type w:val="oddPage"/>'
).replace("</w:sectPr>", '<w:pgNumType w:fmt="decimal" w:start="1"/><w:titlePg/></w:sectPr>')
HEADER = {"word/header1.xml": f"<w:hdr {NAMESPACES}>{p('Sidhuvud')}</w:hdr>"}


def sections(data: bytes) -> list[Element]:
    return list(part(data).iter(qn("w:sectPr")))


def shapes(data: bytes) -> list[str]:
    """Paper of each section: high or wide."""
    found = []
    for section in sections(data):
        size = section.find("w:pgSz", NS)
        assert size is not None
        wide = int(size.get(qn("w:w")) or 0) > int(size.get(qn("w:h")) or 0)
        assert (size.get(qn("w:orient")) == "landscape") is wide
        found.append("bred" if wide else "hög")
    return found


def test_a_wide_table_has_a_page_of_its_own_and_the_text_goes_on_upright() -> None:
    data = Bench().finish(p("före") + BEFORE + WIDE + AFTER + p("efter"))
    assert shapes(data) == ["hög", "bred", "hög"]


def test_the_text_before_carries_the_section_end_so_that_no_page_is_empty() -> None:
    root = part(Bench().finish(p("före") + BEFORE + p("Rubrik") + WIDE + p("Not") + AFTER + p("efter")))
    assert texts(root) == ["före", "Rubrik", "bred", "Not", "efter"]
    carriers = [texts(e)[0] for e in root.iter(qn("w:p")) if e.find("w:pPr/w:sectPr", NS) is not None]
    assert carriers == ["före", "Not"]


def test_header_and_paper_are_the_same_and_the_title_page_comes_only_once() -> None:
    first, second, third = sections(
        Bench(Mall(section=RICH, stories=HEADER)).finish(p("a") + BEFORE + WIDE + AFTER + p("b"))
    )
    for section in (first, second, third):
        assert values(section, "w:headerReference", "r:id") == ["rId12"]
    assert [len(list(s.iter(qn("w:titlePg")))) for s in (first, second, third)] == [1, 0, 0]
    assert [values(s, "w:pgNumType", "w:start") for s in (first, second, third)] == [["1"], [""], [""]]
    assert [values(s, "w:type") for s in (first, second, third)] == [["oddPage"], ["nextPage"], ["nextPage"]]


def test_elements_of_a_section_stand_in_the_order_of_the_schema() -> None:
    order = ["headerReference", "type", "pgSz", "pgMar", "pgNumType", "titlePg"]
    for section in sections(
        Bench(Mall(section=RICH, stories=HEADER)).finish(p("a") + BEFORE + WIDE + AFTER + p("b"))
    ):
        places = [order.index(str(e.tag).rpartition("}")[2]) for e in section]
        assert places == sorted(places)


def test_each_table_follows_the_section_it_stands_in() -> None:
    small = SECTION.replace("11906", "8000").replace("16838", "9000")
    ended = f"<w:p><w:pPr>{small}</w:pPr></w:p>"
    data = Bench().finish(
        p("a") + BEFORE + WIDE + AFTER + p("b") + ended + p("c") + BEFORE + WIDE + AFTER + p("d")
    )
    assert shapes(data) == ["hög", "bred", "hög", "hög", "bred", "hög"]
    widths = [values(s, "w:pgSz", "w:w")[0] for s in sections(data)]
    assert widths == ["8000", "9000", "8000", "11906", "16838", "11906"]


def test_wide_tables_that_follow_each_other_share_a_section() -> None:
    root = Bench().finish(p("a") + BEFORE + WIDE + AFTER + BEFORE + WIDE + AFTER + p("b"))
    assert shapes(root) == ["hög", "bred", "hög"]
    assert [e.tag for e in part(root)[0]][1:4] == [qn("w:tbl"), qn("w:p"), qn("w:tbl")]


def test_a_wide_table_first_in_its_section_leaves_no_empty_page_before_it() -> None:
    assert shapes(Bench().finish(BEFORE + WIDE + AFTER + p("b"))) == ["bred", "hög"]


def test_a_wide_table_last_in_the_document_leaves_no_empty_page_after_it() -> None:
    data = Bench().finish(p("a") + BEFORE + WIDE + AFTER)
    assert shapes(data) == ["hög", "bred"]
    assert part(data)[0][-2].tag == qn("w:p")


def test_a_wide_table_last_in_a_section_takes_over_its_end() -> None:
    data = Bench().finish(p("a") + BEFORE + WIDE + AFTER + f"<w:p><w:pPr>{SECTION}</w:pPr></w:p>" + p("b"))
    assert shapes(data) == ["hög", "bred", "hög"]


def test_inside_a_cell_no_page_is_turned() -> None:
    inside = f"<w:tbl><w:tblGrid/><w:tr><w:tc>{BEFORE}{WIDE}{AFTER}</w:tc></w:tr></w:tbl>"
    assert shapes(Bench().finish(inside + p("x"))) == ["hög"]


def test_no_mark_of_ours_is_left() -> None:
    data = Bench().finish(p("a") + BEFORE + WIDE + AFTER + p("b"))
    assert all(not section.attrib for section in sections(data))


def test_the_width_of_the_text_is_known_for_both_ways_of_the_page() -> None:
    prepared = Mall().prepared()
    assert prepared.text_width == 11906 - 2 * 1701
    assert prepared.landscape_width == 16838 - 2 * 1701
