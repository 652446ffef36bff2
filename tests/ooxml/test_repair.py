"""Files that Word would want to repair are not written."""

from __future__ import annotations

from generator.ooxml.inspect import document_text
from generator.ooxml.xml import NS, qn
from tests.ooxml.workbench import Bench, Mall, p, part, run, texts


def cell(inside: str) -> str:
    return f"<w:tc>{inside}</w:tc>"


def table(*cells: str) -> str:
    return f"<w:tbl><w:tblGrid/><w:tr>{''.join(cells)}</w:tr></w:tbl>"


def tags(body: str) -> list[str]:
    return [str(element.tag).rpartition("}")[2] for element in part(Bench().finish(body))[0]]


def test_an_empty_cell_is_given_a_paragraph() -> None:
    root = part(Bench().finish(table(cell(""), cell("<w:tcPr/>")) + p("x")))
    assert [[e.tag for e in c][-1] for c in root.iter(qn("w:tc"))] == [qn("w:p"), qn("w:p")]


def test_a_cell_ends_with_a_paragraph_also_after_a_table_or_a_content_control() -> None:
    control = f"<w:sdt><w:sdtContent>{table(cell(p('c')))}</w:sdtContent></w:sdt>"
    root = part(Bench().finish(table(cell(table(cell(p("a")))), cell(control)) + p("x")))
    assert all(c[-1].tag == qn("w:p") for c in root.iter(qn("w:tc")))


def test_a_content_control_that_ends_with_a_paragraph_needs_no_other() -> None:
    control = f"<w:sdt><w:sdtContent>{p('c')}</w:sdtContent></w:sdt>"
    root = part(Bench().finish(table(cell(control)) + p("x")))
    assert [c[-1].tag for c in root.iter(qn("w:tc"))] == [qn("w:sdt")]


def test_tables_do_not_touch_each_other() -> None:
    mark = '<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>'
    found = tags(table(cell(p("a"))) + mark + table(cell(p("b"))) + p("x"))
    assert found.index("p") == 1
    assert found.count("tbl") == 2


def test_a_table_that_ends_the_text_is_followed_by_a_paragraph_no_one_sees() -> None:
    root = part(Bench().finish(table(cell(p("a")))))
    last = root[0][-2]
    spacing = last.find("w:pPr/w:spacing", NS)
    assert last.tag == qn("w:p")
    assert spacing is not None
    assert spacing.get(qn("w:lineRule")) == "exact"


def test_tables_and_rows_that_a_loop_left_empty_are_dropped() -> None:
    empty_row = "<w:tbl><w:tblGrid/><w:tr><w:trPr/></w:tr></w:tbl>"
    assert tags("<w:tbl><w:tblGrid/></w:tbl>" + empty_row + p("x")) == ["p", "sectPr"]


def test_an_empty_text_is_given_a_paragraph() -> None:
    assert tags("") == ["p", "sectPr"]


def test_an_empty_content_control_is_filled_among_paragraphs_and_left_alone_inside_one() -> None:
    among = "<w:sdt><w:sdtContent/></w:sdt>"
    inside = f"<w:p>{run('a')}<w:sdt><w:sdtContent/></w:sdt></w:p>"
    contents = list(part(Bench().finish(among + inside)).iter(qn("w:sdtContent")))
    assert [len(content) for content in contents] == [1, 0]


def test_empty_halves_of_a_run_are_dropped_and_spaces_are_kept() -> None:
    halves = f"<w:p><w:r><w:rPr><w:b/></w:rPr><w:t></w:t></w:r>{run('a')}{run(' ')}<w:r><w:t/></w:r></w:p>"
    root = part(Bench().finish(halves))
    assert texts(root) == ["a "]
    assert len(list(root.iter(qn("w:r")))) == 2


def test_a_run_that_holds_more_than_empty_text_is_kept() -> None:
    assert texts(part(Bench().finish("<w:p><w:r><w:t/><w:br/></w:r></w:p>"))) == ["\n"]


def test_content_controls_inside_each_other_without_end_are_survived() -> None:
    deep = "<w:sdt><w:sdtContent>" * 900 + p("djupt") + "</w:sdtContent></w:sdt>" * 900
    data = Bench().finish(table(cell(deep)) + deep)
    assert texts(part(data)).count("djupt") == 2
    assert "djupt" in document_text(data)


def test_the_template_is_not_changed_by_a_rendering() -> None:
    bench = Bench(Mall(body=table(cell(""))))
    assert bench.finish() == bench.finish()
