"""Documents that are allowed but unusual: each redline gives back both, with nothing made coarser."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest

from generator.ooxml import content_types
from generator.ooxml.opened import package_for_comparing
from generator.ooxml.package import Package, write_zip
from generator.ooxml.redline import Redlined, redline
from generator.ooxml.redline.verify import differing_blocks
from generator.ooxml.xml import NS, qn
from tests.ooxml.redline.test_carrying import PNG, rel
from tests.ooxml.test_opened import strict
from tests.ooxml.test_revisions import DEL, INS, M, dele, ins, p, t, tbl, tr
from tests.ooxml.workbench import MAIN, NAMESPACES, NUMBERING, Mall, field, part

Parts = dict[str, bytes]
OLD = Mall(body=p(t("alfa beta")) + tbl(tr(p(t("a")), p(t("b")))) + p(t("slut"))).parts()
NEW = Mall(body=p(t("alfa gamma")) + tbl(tr(p(t("a")), p(t("c")))) + p(t("slut"))).parts()


def opened(parts: Parts) -> Package:
    return package_for_comparing(write_zip(parts), "plan.docx")


def body(inside: str, **rest: object) -> Parts:
    return Mall(body=inside, **rest).parts()  # type: ignore[arg-type]


def right(old: Parts, new: Parts) -> Redlined:
    before, after = opened(old), opened(new)
    made = redline(before, after, author="A", date=datetime(2024, 1, 1, tzinfo=UTC))
    assert made.coarsened == ()
    assert differing_blocks(before, after, Package.read(made.data)) == ()
    return made


def both_ways(old: Parts, new: Parts) -> None:
    assert right(old, new).changes
    assert right(new, old).changes
    assert right(old, old).changes == 0


def without(parts: Parts, *names: str) -> Parts:
    return {name: data for name, data in parts.items() if name not in names}


@pytest.mark.parametrize("name", ["word/styles.xml", "word/numbering.xml", "word/settings.xml"])
def test_parts_that_one_or_both_lack(name: str) -> None:
    both_ways(without(OLD, name), NEW)
    both_ways(without(OLD, name), without(NEW, name))


def test_strict_open_xml_beside_the_ordinary_kind() -> None:
    both_ways(strict(OLD), NEW)


def prefixed(parts: Parts) -> Parts:
    text = re.sub(rb"(</?| )w:", rb"\1q:", parts[MAIN]).replace(b"xmlns:w=", b"xmlns:q=", 1)
    return {**parts, MAIN: text}


def unprefixed(parts: Parts) -> Parts:
    text = re.sub(rb"<(/?)w:", rb"<\1", parts[MAIN])
    return {**parts, MAIN: text.replace(b" xmlns:w=", f' xmlns="{NS["w"]}" xmlns:w='.encode(), 1)}


def elsewhere(parts: Parts) -> Parts:
    return {
        name.replace("/document.xml", "/dokument7.xml"): data.replace(b"/document.xml", b"/dokument7.xml")
        for name, data in parts.items()
    }


def test_another_prefix_none_and_another_name_of_the_main_part() -> None:
    for change in (prefixed, unprefixed, elsewhere):
        assert opened(change(OLD)).parts != opened(OLD).parts
        both_ways(change(OLD), NEW)


def test_a_redline_of_a_template_is_a_document() -> None:
    types = NEW["[Content_Types].xml"].replace(b"document.main+xml", b"template.main+xml")
    made = right(OLD, {**NEW, "[Content_Types].xml": types})
    assert Package.read(made.data).content_type(MAIN) == content_types.DOCUMENT


def noted(text: str, note: str, header: str) -> Parts:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    footnote = f'<w:footnote w:id="2">{p(note)}</w:footnote>'
    stories = {
        "word/footnotes.xml": f"<w:footnotes {NAMESPACES}>{footnote}</w:footnotes>",
        "word/header1.xml": f"<w:hdr {NAMESPACES}>{p(header)}</w:hdr>",
    }
    return body(p(text + reference) + p(t("slut")), stories=stories)


def test_tracked_changes_in_the_documents_are_accepted_first_and_that_is_said() -> None:
    old = noted(ins("a") + dele("b"), ins("not") + dele("x"), ins("h"))
    rows = tbl(tr(p(t("x")), mark=DEL), tr(p(t("y")), mark=INS))
    new = body(p(t("a c"), INS) + rows + p(t("slut")))
    made = right(old, new)
    assert len(made.accepted) == 2
    assert right(NEW, OLD).accepted == ()


def test_notes_come_and_go() -> None:
    both_ways(noted(t("a"), t("not"), t("h")), body(p(t("a")) + p(t("slut"))))


def pictured(data: bytes, name: str) -> Parts:
    drawing = (
        '<w:drawing><wp:inline><wp:docPr id="1" name="x"/><a:blip r:embed="rId99"/></wp:inline></w:drawing>'
    )
    links = rel("rId99", "image", f"media/{name}")
    raw = {f"word/media/{name}": data}
    return body(f"<w:p><w:r>{drawing}</w:r></w:p>{p(t('x'))}", extra_links=links, raw=raw)


def test_a_picture_replaced_under_its_name() -> None:
    both_ways(pictured(PNG, "a.png"), pictured(PNG + b"2", "a.png"))
    assert right(pictured(PNG, "a.png"), pictured(PNG, "B.PNG")).changes == 0


def numbered(number: int, text: str) -> str:
    return p(t(text), properties=f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>')


def test_a_list_that_begins_anew() -> None:
    again = (
        '<w:num w:numId="9"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num><w:numIdMac'
    )
    old = body(numbered(3, "a") + numbered(3, "b") + numbered(3, "c"))
    numbering = NUMBERING.replace("<w:numIdMac", again)
    both_ways(old, body(numbered(3, "a") + numbered(9, "b") + numbered(9, "c"), numbering=numbering))


def merged(text: str, mark: str) -> str:
    return f"<w:tc><w:tcPr>{mark}</w:tcPr>{p(t(text) if text else '')}</w:tc>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


START, ON, SPAN = '<w:vMerge w:val="restart"/>', "<w:vMerge/>", '<w:gridSpan w:val="2"/>'


def test_merged_cells() -> None:
    def table(*rows: str) -> Parts:
        return body(tbl(*rows) + p(t("slut")))

    three = [
        row(merged("A", START), merged("1", "")),
        row(merged("", ON), merged("2", "")),
        row(merged("", ON), merged("3", "")),
    ]
    both_ways(table(*three), table(row(merged("A", START), merged("2", "")), three[2]))
    both_ways(
        table(*three[:2]), table(row(merged("A", ""), merged("1", "")), row(merged("B", ""), merged("2", "")))
    )
    both_ways(table(row(merged("A", SPAN))), table(row(merged("A", ""), merged("B", ""))))


def section(width: int) -> str:
    return f'<w:sectPr><w:pgSz w:w="{width}"/></w:sectPr>'


def test_sections_come_and_go() -> None:
    rest = p(t("b"), properties=section(2)) + p(t("c"))
    both_ways(body(p(t("a"), properties=section(1)) + rest), body(p(t("a")) + rest))


def contents(*lines: str) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-3" </w:instrText></w:r>'
    first = p(mark("begin") + code + mark("separate") + t(lines[0]))
    return first + "".join(p(t(line)) for line in lines[1:-1]) + p(t(lines[-1]) + mark("end")) + p(t("slut"))


@pytest.mark.parametrize("new", ["abd", "acd", "bcd", "abc", "xy", "abcde"])
def test_a_field_across_paragraphs(new: str) -> None:
    both_ways(body(contents(*"abcd")), body(contents(*new)))
    both_ways(body(contents(*"abcd")), body(p(t("slut"))))


@pytest.mark.parametrize("empty", [body(""), body("", section=""), body(tbl(tr(p(t("a"))))), body(p(""))])
def test_documents_with_next_to_nothing_in_them(empty: Parts) -> None:
    both_ways(empty, NEW)
    root = part(right(NEW, empty).data)
    assert all(e.getnext() is None for e in root.iter(qn("w:sectPr")) if e.getparent() is root[0])


def control(inside: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def test_content_controls_around_paragraphs_rows_and_cells() -> None:
    a, b, c = (p(t(sign)) for sign in "abc")
    both_ways(body(a + control(b) + c), body(a + c))
    both_ways(body(tbl(tr(a), control(tr(b))) + c), body(tbl(tr(a)) + c))
    both_ways(
        body(tbl(row(control(merged("a", "")), merged("b", ""))) + c), body(tbl(row(merged("b", ""))) + c)
    )


def ruby(sign: str) -> str:
    base = f"<w:rubyBase>{t('bas')}</w:rubyBase>"
    return p(f"<w:r><w:ruby><w:rubyPr/><w:rt>{t(sign)}</w:rt>{base}</w:ruby></w:r>")


def test_ruby_text_is_deleted_as_text_is() -> None:
    both_ways(body(ruby("x")), body(ruby("y")))
    for mark in part(right(body(ruby("x")), body(ruby("y"))).data).iter(qn("w:del")):
        assert next(mark.iter(qn("w:t")), None) is None


def formula(sign: str) -> str:
    fraction = f"<m:f><m:fPr/><m:num><m:r><m:t>{sign}</m:t></m:r></m:num><m:den/></m:f>"
    return f'<m:oMath xmlns:m="{M}">{fraction}</m:oMath>'


def test_formulas() -> None:
    both_ways(body(p(t("a ") + formula("1"))), body(p(t("a ") + formula("2"))))
    both_ways(body(p(t("a ") + formula("1"))), body(p(t("a "))))


def test_a_paragraph_of_many_fields_takes_no_more_than_its_share() -> None:
    """Each is marked and resolved by itself; what grew with their square took minutes."""
    many = 1_500
    both = body(p(field("REF x", "1") * many)), body(p(field("REF x", "2") * many))
    assert right(*both).changes == many
    simple = (f'<w:fldSimple w:instr="REF x">{t(shown)}</w:fldSimple>' * many for shown in "12")
    assert right(*(body(p(fields)) for fields in simple)).changes == many
