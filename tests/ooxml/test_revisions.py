"""Tracked changes accepted and rejected: what a part is, and what it was."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from generator.ooxml.revisions import accept_changes, reject_changes, tracked_changes
from generator.ooxml.xml import NS, Element, parse_strict, qn
from tests.ooxml.workbench import NAMESPACES

M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
WHO = 'w:id="1" w:author="A" w:date="2024-01-01T00:00:00Z"'
INS, DEL = f"<w:ins {WHO}/>", f"<w:del {WHO}/>"
Resolve = Callable[[Element], None]


def t(text: str, look: str = "") -> str:
    return f"<w:r>{look and f'<w:rPr>{look}</w:rPr>'}<w:t>{text}</w:t></w:r>"


def ins(text: str) -> str:
    return f"<w:ins {WHO}>{t(text)}</w:ins>"


def dele(text: str) -> str:
    return f"<w:del {WHO}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def p(inside: str, mark: str = "", properties: str = "") -> str:
    look = f"<w:rPr>{mark}</w:rPr>" if mark else ""
    return (
        f"<w:p><w:pPr>{properties}{look}</w:pPr>{inside}</w:p>"
        if properties + look
        else f"<w:p>{inside}</w:p>"
    )


def tr(*cells: str, mark: str = "") -> str:
    return f"<w:tr>{mark and f'<w:trPr>{mark}</w:trPr>'}{''.join(f'<w:tc>{c}</w:tc>' for c in cells)}</w:tr>"


def tbl(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def body(inside: str) -> Element:
    return parse_strict(f'<w:body {NAMESPACES} xmlns:m="{M}">{inside}</w:body>', "prov")


def xml(inside: str) -> str:
    return shown(body(inside))


def shown(root: Element) -> str:
    return etree.tostring(root, method="c14n").decode()


def accepted(inside: str) -> str:
    return _resolved(inside, accept_changes)


def rejected(inside: str) -> str:
    return _resolved(inside, reject_changes)


def _resolved(inside: str, resolve: Resolve) -> str:
    root = body(inside)
    resolve(root)
    assert not tracked_changes(root)
    return shown(root)


def changes(inside: str, new: str, old: str) -> None:
    """Hold a redlined stretch against both its versions."""
    assert accepted(inside) == xml(new)
    assert rejected(inside) == xml(old)


def test_inserted_and_deleted_text() -> None:
    changes(p(t("a") + ins("b") + dele("c")), p(t("a") + t("b")), p(t("a") + t("c")))


def test_a_deleted_instruction_is_one_again() -> None:
    deleted = f"<w:del {WHO}><w:r><w:delInstrText>PAGE</w:delInstrText></w:r></w:del>"
    changes(p(deleted + t("a")), p(t("a")), p("<w:r><w:instrText>PAGE</w:instrText></w:r>" + t("a")))


def test_what_one_inserted_and_another_deleted_is_in_neither() -> None:
    changes(p(t("a") + f"<w:ins {WHO}>{dele('b')}</w:ins>"), p(t("a")), p(t("a")))


def test_a_move_is_a_deletion_and_an_insertion() -> None:
    name = 'w:id="2" w:name="m" w:author="A"'
    moved = p(
        f'<w:moveFromRangeStart {name}/><w:moveFrom {WHO}>{t("a")}</w:moveFrom><w:moveFromRangeEnd w:id="2"/>'
    ) + p(f'<w:moveToRangeStart {name}/><w:moveTo {WHO}>{t("a")}</w:moveTo><w:moveToRangeEnd w:id="2"/>')
    changes(moved, p("") + p(t("a")), p(t("a")) + p(""))


def test_a_deleted_mark_joins_with_the_next_paragraph_whose_properties_hold() -> None:
    old = p(t("a"), properties='<w:jc w:val="left"/>') + p(t("b"), properties='<w:jc w:val="right"/>')
    marked = p(t("a"), DEL, '<w:jc w:val="left"/>') + p(t("b"), properties='<w:jc w:val="right"/>')
    changes(marked, p(t("a") + t("b"), properties='<w:jc w:val="right"/>'), old)


def test_an_inserted_mark_splits() -> None:
    changes(p(t("a"), INS) + p(t("b")), p(t("a")) + p(t("b")), p(t("a") + t("b")))


def test_whole_paragraphs_come_and_go() -> None:
    marked = p(dele("a"), DEL) + p(dele("b"), DEL) + p(ins("c"), INS) + p(t("d"))
    changes(marked, p(t("c")) + p(t("d")), p(t("a")) + p(t("b")) + p(t("d")))


def test_a_mark_inserted_by_one_and_deleted_by_another_is_in_neither() -> None:
    changes(p(t("a"), INS + DEL) + p(t("b")), p(t("a") + t("b")), p(t("a") + t("b")))


@pytest.mark.parametrize("text", ["", "a"])
def test_before_a_table_only_an_empty_paragraph_goes(text: str) -> None:
    table = tbl(tr(p(t("x"))))
    kept = p(t(text)) if text else ""
    changes(
        p((t(text) if text else "") + dele("b"), DEL) + table,
        kept + table,
        p((kept and t("a")) + t("b")) + table,
    )


def test_a_removed_paragraph_leaves_its_bookmarks() -> None:
    mark = '<w:bookmarkStart w:id="5" w:name="x"/>'
    end = p('<w:bookmarkEnd w:id="5"/>')
    table = tbl(tr(p("")))
    assert accepted(p(mark + dele("a"), DEL) + table + end) == xml(mark + table + end)


def test_the_last_mark_of_a_cell_stays() -> None:
    marked = tbl(tr(p(dele("a"), DEL)))
    changes(marked, tbl(tr(p(""))), tbl(tr(p(t("a")))))


def test_the_last_mark_of_the_text_stays_before_the_section() -> None:
    end = "<w:sectPr/>"
    first = p(t("a"))
    changes(first + p(dele("b"), DEL) + end, first + p("") + end, first + p(t("b")) + end)


def test_a_section_break_goes_with_its_mark() -> None:
    end = section(SIZE_1)
    marked = f"<w:p><w:pPr><w:rPr>{DEL}</w:rPr>{end}</w:pPr>{t('a')}</w:p>" + p(t("b"))
    changes(marked, p(t("a") + t("b")), p(t("a"), properties=end) + p(t("b")))


def test_marks_between_paragraphs_do_not_keep_them_apart() -> None:
    between = '<w:bookmarkStart w:id="5" w:name="x"/><w:bookmarkEnd w:id="5"/>'
    assert accepted(p(t("a"), DEL) + between + p(t("b"))) == xml(between + p(t("a") + t("b")))


def test_paragraphs_are_joined_into_and_out_of_content_controls() -> None:
    def control(inside: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    assert accepted(p(t("a"), DEL) + control(p(t("b")))) == xml(control(p(t("a") + t("b"))))
    assert accepted(control(p(dele("a"), DEL)) + p(t("b"))) == xml(p(t("b")))
    assert accepted(control(p(t("x")) + p(t("a"), DEL)) + p(t("b"))) == xml(
        control(p(t("x"))) + p(t("a") + t("b"))
    )


def test_rows_come_and_go() -> None:
    marked = tbl(tr(p(t("a"))), tr(p(ins("b"), INS), mark=INS), tr(p(dele("c"), DEL), mark=DEL))
    changes(marked, tbl(tr(p(t("a"))), tr(p(t("b")))), tbl(tr(p(t("a"))), tr(p(t("c")))))


def test_a_row_that_came_and_went_is_in_neither() -> None:
    changes(tbl(tr(p("")), tr(p(""), mark=INS + DEL)), tbl(tr(p(""))), tbl(tr(p(""))))


def test_a_table_goes_with_its_last_row_and_a_cell_keeps_a_paragraph() -> None:
    inner = tbl(tr(p(dele("a")), mark=DEL))
    assert accepted(tbl(tr(inner))) == xml(tbl(tr(p(""))))
    assert accepted(p(t("x")) + inner + p(t("y"))) == xml(p(t("x")) + p(t("y")))


def test_a_row_in_a_content_control_takes_the_control_along() -> None:
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{tr(p(dele('b')), mark=DEL)}</w:sdtContent></w:sdt>"
    assert accepted(tbl(tr(p(t("a"))), control)) == xml(tbl(tr(p(t("a")))))


def test_cells_come_and_go() -> None:
    def cell(text: str, mark: str = "") -> str:
        return f"<w:tc><w:tcPr>{mark}</w:tcPr>{p(t(text))}</w:tc>"

    gone, come = f"<w:cellDel {WHO}/>", f"<w:cellIns {WHO}/>"
    changes(
        tbl(f"<w:tr>{cell('a')}{cell('b', gone)}{cell('c', come)}</w:tr>"),
        tbl(f"<w:tr>{cell('a')}{cell('c')}</w:tr>"),
        tbl(f"<w:tr>{cell('a')}{cell('b')}</w:tr>"),
    )
    assert accepted(p("") + tbl(f"<w:tr>{cell('a', gone)}</w:tr>")) == xml(p(""))


def test_columns_leave_the_grid_with_the_last_of_their_cells() -> None:
    def of(*columns: int, cells: str, other: str = "") -> str:
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in columns)
        return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid><w:tr>{cells}</w:tr>{other}</w:tbl>"

    def cell(inside: str) -> str:
        return f"<w:tc><w:tcPr>{inside}</w:tcPr>{p('')}</w:tc>"

    wide, gone = '<w:gridSpan w:val="2"/>', f"<w:cellDel {WHO}/>"
    left = cell(wide) + cell("")
    both = cell(wide) + cell(gone) + cell("")
    assert accepted(of(1, 2, 3, 4, cells=both)) == xml(of(1, 2, 4, cells=left))
    assert accepted(of(1, 2, 4, cells=both)) == xml(of(1, 2, 4, cells=left))
    other = f"<w:tr>{cell('') * 4}</w:tr>"
    assert accepted(of(1, 2, 3, 4, cells=both, other=other)) == xml(of(1, 2, 3, 4, cells=left, other=other))
    last = cell("") + cell(wide + gone)
    assert accepted(of(1, 2, 3, cells=last)) == xml(of(1, cells=cell("")))


def test_cells_are_merged_and_split_as_they_were() -> None:
    def cell(merge: str) -> str:
        return f'<w:tc><w:tcPr><w:tcW w:w="9"/>{merge}</w:tcPr>{p("")}</w:tc>'

    mark = f'<w:cellMerge {WHO} w:vMerge="cont" w:vMergeOrig="rest"/>'
    changes(
        tbl(f"<w:tr>{cell(mark)}</w:tr>"),
        tbl(f"<w:tr>{cell('<w:vMerge w:val=' + chr(34) + 'continue' + chr(34) + '/>')}</w:tr>"),
        tbl(f"<w:tr>{cell('<w:vMerge w:val=' + chr(34) + 'restart' + chr(34) + '/>')}</w:tr>"),
    )


def changed(name: str, old: str) -> str:
    return f"<w:{name}Change {WHO}>{old}</w:{name}Change>"


JC, KEEP, BOLD, ITALIC = '<w:jc w:val="left"/>', "<w:keepNext/>", "<w:b/>", "<w:i/>"
SIZE_1, SIZE_2 = '<w:pgSz w:w="1"/>', '<w:pgSz w:w="2"/>'
HEADER = '<w:headerReference r:id="rId1"/>'


def table_with(properties: str, grid: str) -> str:
    row = tr(p(""))
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{row}</w:tbl>"


def section(inside: str) -> str:
    return f"<w:sectPr>{inside}</w:sectPr>"


def row(properties: str) -> str:
    return tbl(tr(p(""), mark=properties))


CHANGED: list[tuple[Callable[[str], str], str, str, str]] = [
    (lambda x: p(t("a", x)), "rPr", BOLD, ITALIC),
    (lambda x: p(t("a", x)), "rPr", BOLD, ""),
    (lambda x: p(t("a", x)), "rPr", "", BOLD),
    (lambda x: p(t("a"), properties=x), "pPr", JC, KEEP),
    (lambda x: p(t("a"), properties=x), "pPr", KEEP, ""),
    (lambda x: p(t("a"), properties=x), "pPr", "", KEEP),
    (lambda x: section(HEADER + x), "sectPr", SIZE_2, SIZE_1),
    (lambda x: table_with(x, ""), "tblPr", JC, "<w:bidiVisual/>"),
    (lambda x: table_with("", x), "tblGrid", '<w:gridCol w:w="2"/>', "<w:gridCol/><w:gridCol/>"),
    (row, "trPr", "<w:tblHeader/>", "<w:cantSplit/>"),
    (row, "trPr", "<w:tblHeader/>", ""),
    (
        lambda x: tbl(f"<w:tr><w:tc><w:tcPr>{x}</w:tcPr>{p('')}</w:tc></w:tr>"),
        "tcPr",
        '<w:tcW w:w="2"/>',
        '<w:gridSpan w:val="2"/>',
    ),
    (
        lambda x: tbl(f"<w:tr><w:tblPrEx>{x}</w:tblPrEx><w:tc>{p('')}</w:tc></w:tr>"),
        "tblPrEx",
        JC,
        '<w:shd w:val="clear"/>',
    ),
]


@pytest.mark.parametrize(("place", "name", "new", "old"), CHANGED)
def test_changed_properties(place: Callable[[str], str], name: str, new: str, old: str) -> None:
    changes(place(new + changed(name, f"<w:{name}>{old}</w:{name}>")), place(new), place(old))


def test_rejected_properties_of_a_paragraph_leave_mark_and_section_alone() -> None:
    rest = f"<w:rPr>{BOLD}</w:rPr>{section(SIZE_1)}"
    marked = f"<w:p><w:pPr>{KEEP}{rest}{changed('pPr', f'<w:pPr>{JC}</w:pPr>')}</w:pPr></w:p>"
    assert rejected(marked) == xml(f"<w:p><w:pPr>{JC}{rest}</w:pPr></w:p>")


def test_an_inserted_mark_with_changed_look_still_goes() -> None:
    marked = p(t("a"), f"{INS}<w:b/>{changed('rPr', '<w:rPr><w:i/></w:rPr>')}") + p(t("b"))
    assert rejected(marked) == xml(p(t("a") + t("b")))


def test_inserted_numbering() -> None:
    marked = p(t("a"), properties=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/>{INS}</w:numPr>')
    new = p(t("a"), properties='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    assert accepted(marked) == xml(new)
    assert "numPr" not in rejected(marked)


def test_old_numbers_of_word_97_are_forgotten() -> None:
    marked = p(
        t("a"),
        properties=f'<w:numPr><w:numId w:val="1"/><w:numberingChange {WHO} w:original="%1:1:0:."/></w:numPr>',
    )
    kept = p(t("a"), properties='<w:numPr><w:numId w:val="1"/></w:numPr>')
    changes(marked, kept, kept)


def test_an_emptied_link_goes_and_one_with_text_stays() -> None:
    def link(inside: str) -> str:
        return f'<w:hyperlink r:id="rId1">{inside}</w:hyperlink>'

    changes(p(t("a") + link(dele("b"))), p(t("a")), p(t("a") + link(t("b"))))
    changes(p(link(t("a") + dele("b"))), p(link(t("a"))), p(link(t("a") + t("b"))))


def test_formulas() -> None:
    run = "<m:r><m:t>x</m:t></m:r>"
    formula = f"<m:oMath>{run}</m:oMath>"
    changes(p(t("a") + f"<w:ins {WHO}>{formula}</w:ins>"), p(t("a") + formula), p(t("a")))
    changes(p(t("a") + f"<m:oMath><w:del {WHO}>{run}</w:del></m:oMath>"), p(t("a")), p(t("a") + formula))
    look = "<m:r><w:rPr><w:b/></w:rPr><m:t>y</m:t></m:r>"
    marked = f"<m:oMath>{run}<m:r><w:ins {WHO}><w:rPr><w:b/></w:rPr></w:ins><m:t>y</m:t></m:r></m:oMath>"
    changes(p(marked), p(f"<m:oMath>{run}{look}</m:oMath>"), p(formula))


def test_a_deleted_fraction_goes_with_its_parts() -> None:
    control = f"<m:fPr><m:ctrlPr><w:del {WHO}/></m:ctrlPr></m:fPr>"
    fraction = f"<m:f>{control}<m:num><m:r><m:t>1</m:t></m:r></m:num><m:den/></m:f>"
    assert accepted(p(t("a") + f"<m:oMath>{fraction}</m:oMath>")) == xml(p(t("a")))
    assert "m:num" in rejected(p(f"<m:oMath>{fraction}</m:oMath>"))


def test_a_deleted_content_control_leaves_its_content() -> None:
    start, end = f"<w:customXmlDelRangeStart {WHO}/>", '<w:customXmlDelRangeEnd w:id="1"/>'
    marked = f"{start}<w:sdt><w:sdtPr/><w:sdtContent>{end}{p(t('a'))}{start}</w:sdtContent></w:sdt>{end}"
    plain = f"<w:sdt><w:sdtPr/><w:sdtContent>{p(t('a'))}</w:sdtContent></w:sdt>"
    changes(marked, p(t("a")), plain)


def test_boxes_are_settled_in_drawing_and_substitute() -> None:
    def boxes(inside: str) -> str:
        box = f"<w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict>"
        return p(
            f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
            "</mc:AlternateContent></w:r>"
        )

    changes(boxes(p(ins("a") + dele("b"))), boxes(p(t("a"))), boxes(p(t("b"))))


def test_notes_keep_a_paragraph() -> None:
    note = f'<w:footnote w:id="1">{tbl(tr(p(""), mark=DEL))}</w:footnote>'
    root = parse_strict(f"<w:footnotes {NAMESPACES}>{note}</w:footnotes>", "noter")
    accept_changes(root)
    assert [e.tag for e in root[0]] == [qn("w:p")]


def test_a_part_without_changes_is_left_as_it_is() -> None:
    plain = p(t("a"), properties="<w:keepNext/>") + tbl(tr(p(t("b")))) + "<w:sectPr/>"
    changes(plain, plain, plain)
    assert not tracked_changes(body(plain))


# Random stretches: each piece of text, paragraph mark and row is there always, only before, or only after.

STATES = st.sampled_from(["kept", "new", "old", "neither"])
PIECE = st.tuples(st.sampled_from("abcdefgh"), STATES)
PARAGRAPH = st.tuples(st.lists(PIECE, max_size=4), STATES)
PARAGRAPHS = st.lists(PARAGRAPH, max_size=5)
TABLE = st.lists(st.tuples(PARAGRAPHS, STATES), min_size=1, max_size=4)
Paragraph = tuple[list[tuple[str, str]], str]


def piece(text: str, state: str) -> str:
    if state == "neither":
        return f"<w:ins {WHO}>{dele(text)}</w:ins>"
    return ins(text) if state == "new" else dele(text) if state == "old" else t(text)


MARKS = {"kept": "", "new": INS, "old": DEL, "neither": INS + DEL}


def paragraphs(items: list[Paragraph]) -> str:
    """Return the paragraphs with a last one whose mark is kept, as the end of any text must have."""
    return "".join(
        p("".join(piece(*e) for e in inside), MARKS[mark]) for inside, mark in [*items, ([], "kept")]
    )


def expected(items: list[Paragraph], there: set[str]) -> list[str]:
    """Return the text of each paragraph that is there, by the plainest reading of the rules."""
    out, text = [], ""
    for inside, mark in [*items, ([], "kept")]:
        text += "".join(sign for sign, state in inside if state in there)
        if mark in there:
            out.append(text)
            text = ""
    return out


def texts(holder: Element) -> list[str]:
    return ["".join(e.text or "" for e in q.iter(qn("w:t"))) for q in holder.iterfind("w:p", NS)]


@given(PARAGRAPHS)
def test_random_paragraphs(items: list[Paragraph]) -> None:
    root = body(paragraphs(items))
    before = deepcopy(root)
    accept_changes(root)
    reject_changes(before)
    assert texts(root) == expected(items, {"kept", "new"})
    assert texts(before) == expected(items, {"kept", "old"})


@given(TABLE)
def test_random_tables(rows: list[tuple[list[Paragraph], str]]) -> None:
    table = tbl(*(tr(paragraphs(items), mark=MARKS[mark]) for items, mark in rows))
    resolves: list[tuple[Resolve, set[str]]] = [
        (accept_changes, {"kept", "new"}),
        (reject_changes, {"kept", "old"}),
    ]
    for resolve, there in resolves:
        root = body(table + p(""))
        resolve(root)
        found = [texts(cell) for cell in root.iter(qn("w:tc"))]
        assert found == [expected(items, there) for items, mark in rows if mark in there]
        assert (root.find("w:tbl", NS) is None) == (found == [])
