"""The judge finds every fault that a redline can have, and none in one that is right. All made by hand."""

from __future__ import annotations

import pytest

from tests.ooxml.workbench import NAMESPACES, SECTION, Mall, p, run
from tests.support.redlines import Verdict, judge
from tests.support.wordamounts import least
from tests.support.wordviews import read

IMAGE = 'Id="rId91" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"'
LINK = 'Id="rId92" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"'


def file(body: str, **more: str) -> bytes:
    """Return a small Word file; ``more`` are its notes, headers and the like."""
    stories = {f"word/{name}.xml": text for name, text in more.items() if name not in {"links", "image"}}
    raw = {"word/media/image1.png": more["image"].encode()} if "image" in more else {}
    return Mall(body=body, stories=stories, raw=raw, extra_links=more.get("links", "")).data()


def ins(inside: str, number: int = 1) -> str:
    return f'<w:ins w:id="{number}" w:author="A" w:date="2026-01-01T00:00:00Z">{inside}</w:ins>'


def dele(text: str, number: int = 2) -> str:
    inside = f'<w:r><w:delText xml:space="preserve">{text}</w:delText></w:r>'
    return f'<w:del w:id="{number}" w:author="A">{inside}</w:del>'


def mark(kind: str, number: int = 3) -> str:
    return f'<w:pPr><w:rPr><w:{kind} w:id="{number}" w:author="A"/></w:rPr></w:pPr>'


def para(*inside: str) -> str:
    return f"<w:p>{''.join(inside)}</w:p>"


def cell(*inside: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(inside)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str) -> str:
    return (
        f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid>{"".join(rows)}</w:tbl>{p("efter")}'
    )


def note(text: str, inside: str = "") -> str:
    return f'<w:footnotes {NAMESPACES}><w:footnote w:id="1">{inside or p(text)}</w:footnote></w:footnotes>'


REFERENCE = '<w:r><w:footnoteReference w:id="1"/></w:r>'
GOOD = para(run("Vi "), dele("går"), ins(run("springer")), run(" hem."))
PLAIN_BEFORE = '<w:sectPrChange w:id="8" w:author="A"><w:sectPr/></w:sectPrChange>'
NEW, GONE, NEW_CELL = (f'<w:{kind} w:id="9" w:author="A"/>' for kind in ("ins", "del", "cellIns"))


def verdict(old: str, new: str, redline: str) -> Verdict:
    return judge(file(old), file(new), file(redline))


def test_a_right_redline_is_flawless_and_marks_the_least() -> None:
    found = verdict(p("Vi går hem."), p("Vi springer hem."), GOOD)
    assert found.flawless, found.complaints
    assert (found.marked, found.least, found.ratio) == (11, 11, 1.0)


def test_the_new_file_itself_is_no_redline() -> None:
    found = verdict(p("Vi går hem."), p("Vi springer hem."), p("Vi springer hem."))
    assert found.accepted.words
    assert not found.rejected.words
    assert "avvisad -¶ Vi går hem." in found.complaints


def test_too_much_marking_shows_in_the_ratio() -> None:
    redline = para(dele("Vi går hem."), ins(run("Vi springer hem.")))
    found = verdict(p("Vi går hem."), p("Vi springer hem."), redline)
    assert found.flawless
    assert found.ratio == pytest.approx(27 / 11)


def test_marking_where_nothing_changed_is_infinitely_much() -> None:
    assert verdict(p("a"), p("a"), para(dele("a"), ins(run("a")))).ratio == float("inf")


RIGHT = {
    "inserted paragraph": (p("a") + p("b"), p("a") + p("x") + p("b"),
                           p("a") + para(mark("ins"), ins(run("x"))) + p("b")),
    "deleted paragraph": (p("a") + p("x") + p("b"), p("a") + p("b"),
                          p("a") + para(mark("del"), dele("x")) + p("b")),
    "joined paragraphs": (p("a") + p("b"), p("ab"), para(mark("del"), run("a")) + p("b")),
    "paragraph cut in two": (p("ab"), p("a") + p("b"), para(mark("ins"), run("a")) + p("b")),
    "before a table": (p("x") + table(row(cell(p("1")))), table(row(cell(p("1")))),
                       para(mark("del"), dele("x")) + table(row(cell(p("1"))))),
    "row": (table(row(cell(p("1")))), table(row(cell(p("1"))), row(cell(p("2")))),
            table(row(cell(p("1"))), row(cell(para(ins(run("2")))), properties=NEW))),
    "whole table": (table(row(cell(p("1")))), p("efter"),
                    table(row(cell(para(dele("1"))), properties=GONE))),
    "cell": (table(row(cell(p("1")))), table(row(cell(p("1")), cell(p("2")))),
             table(row(cell(p("1")), cell(para(ins(run("2"))), properties=NEW_CELL)))),
    "bold": (p("a"), para('<w:r><w:rPr><w:b/></w:rPr><w:t>a</w:t></w:r>'),
             para('<w:r><w:rPr><w:b/><w:rPrChange w:id="9" w:author="A"><w:rPr/></w:rPrChange></w:rPr>'
                  '<w:t>a</w:t></w:r>')),
    "style": (p("a"), p("a", "Rubrik1"),
              para('<w:pPr><w:pStyle w:val="Rubrik1"/><w:pPrChange w:id="9" w:author="A"><w:pPr/>'
                   '</w:pPrChange></w:pPr>', run("a"))),
    "moved": (p("a") + p("b") + p("c"), p("b") + p("a") + p("c"),
              para('<w:moveFromRangeStart w:id="5" w:name="m" w:author="A"/>', mark("moveFrom", 6),
                   '<w:moveFrom w:id="7" w:author="A"><w:r><w:t>a</w:t></w:r></w:moveFrom>',
                   '<w:moveFromRangeEnd w:id="5"/>') + p("b")
              + para('<w:moveToRangeStart w:id="8" w:name="m" w:author="A"/>', mark("moveTo", 9),
                     '<w:moveTo w:id="10" w:author="A"><w:r><w:t>a</w:t></w:r></w:moveTo>',
                     '<w:moveToRangeEnd w:id="8"/>') + p("c")),
    "insertion that was deleted": (p("a"), p("a"), para(run("a"), ins(dele("b")))),
}  # fmt: skip


@pytest.mark.parametrize("case", RIGHT)
def test_what_is_right_is_found_right(case: str) -> None:
    found = verdict(*RIGHT[case])
    assert found.flawless, found.complaints


@pytest.mark.parametrize("case", [case for case in RIGHT if not case.startswith("insertion")])
def test_turned_round_nothing_right_stays_right(case: str) -> None:
    old, new, redline = RIGHT[case]
    assert not verdict(new, old, redline).flawless


def test_a_grid_loses_the_columns_of_deleted_cells_and_is_what_it_was_when_they_stay() -> None:
    gone = cell(para(dele("2")), properties='<w:cellDel w:id="9" w:author="A"/>')
    before = table(row(cell(p("1")), cell(p("2")))).replace('"900"/>', '"900"/><w:gridCol w:w="700"/>')
    after = table(row(cell(p("1"))))

    def redline(grid: str) -> str:
        return table(row(cell(p("1")), gone)).replace('<w:gridCol w:w="900"/>', grid)

    wide = '<w:gridCol w:w="900"/><w:gridCol w:w="700"/>'
    old = f'<w:tblGridChange w:id="4"><w:tblGrid>{wide}</w:tblGrid></w:tblGridChange>'
    assert verdict(before, after, redline(wide + old)).flawless
    wrong = verdict(before, after, redline(wide.replace("900", "800") + old))
    assert (wrong.accepted.looks, wrong.rejected.looks) == (False, True)
    assert not verdict(before, after, redline('<w:gridCol w:w="900"/>')).rejected.looks


def test_properties_hold_from_the_paragraph_that_is_run_into() -> None:
    redline = file(para(mark("del"), run("a")) + p("b", "Rubrik1"))
    assert [line.exact for line in read(redline).lines][:1] == ["¶ ab"]
    assert read(redline).looks[0].startswith("heading 1")


def test_the_last_paragraph_of_a_cell_cannot_go() -> None:
    redline = table(row(cell(p("a"), para(mark("del"), dele("b")))))
    found = verdict(table(row(cell(p("a"), p("b")))), table(row(cell(p("a")))), redline)
    assert found.words
    assert not found.accepted.whole


def test_a_lost_empty_paragraph_is_not_whole() -> None:
    found = verdict(p("a") + p("") + p("b"), p("a") + p("b"), p("a") + p("b"))
    assert found.words
    assert not found.rejected.whole
    assert found.accepted.whole


def test_a_cell_with_another_width_is_not_whole() -> None:
    wide = table(row(cell(p("1"), properties='<w:gridSpan w:val="2"/>')))
    found = verdict(table(row(cell(p("1")))), wide, wide)
    assert found.words
    assert not found.rejected.whole


def test_cells_merged_otherwise_are_not_whole() -> None:
    merged = table(row(cell(p("1"), properties='<w:vMerge w:val="restart"/>')))
    tracked = '<w:cellMerge w:id="9" w:author="A" w:vMerge="rest"/>'
    assert not verdict(table(row(cell(p("1")))), merged, merged).rejected.whole
    assert verdict(table(row(cell(p("1")))), merged, table(row(cell(p("1"), properties=tracked)))).whole


def test_a_note_in_another_order_or_with_other_words_is_found() -> None:
    body = para(run("a"), REFERENCE)
    old, new = file(body, footnotes=note("ett")), file(body, footnotes=note("två"))
    right = file(body, footnotes=note("", para(dele("ett"), ins(run("två")))))
    assert judge(old, new, right).flawless
    assert not judge(old, new, new).rejected.words
    lost = judge(old, new, file(body))
    assert "word/document.xml: noten footnote 1 saknas" in lost.warnings
    assert not lost.words


def test_a_note_that_moved_within_its_paragraph_is_not_whole() -> None:
    first, last = (
        file(para(REFERENCE, run("a")), footnotes=note("n")),
        file(para(run("a"), REFERENCE), footnotes=note("n")),
    )
    found = judge(first, last, last)
    assert found.words
    assert not found.rejected.whole


def test_a_link_to_another_place_is_not_whole() -> None:
    def linked(address: str) -> bytes:
        target = f'<Relationship {LINK} Target="{address}" TargetMode="External"/>'
        return file(para(f'<w:hyperlink r:id="rId92">{run("här")}</w:hyperlink>'), links=target)

    old, new = linked("https://a.example"), linked("https://b.example")
    assert not judge(old, new, new).rejected.whole
    assert judge(old, old, old).flawless


def test_a_link_cut_in_two_is_the_same_link() -> None:
    whole = para(f'<w:hyperlink w:anchor="x">{run("hit och dit")}</w:hyperlink>')
    parts = (f'<w:hyperlink w:anchor="x">{run(text)}</w:hyperlink>' for text in ("hit och", " dit"))
    assert verdict(whole, whole, para(*parts)).flawless


def test_a_link_that_word_made_may_lead_by_another_name_but_must_lead_somewhere() -> None:
    def contents(name: str, there: str = "") -> str:
        mark = f'<w:bookmarkStart w:id="5" w:name="{there or name}"/><w:bookmarkEnd w:id="5"/>'
        return para(f'<w:hyperlink w:anchor="{name}">{run("Mål 3")}</w:hyperlink>') + para(mark, run("Mål"))

    old, new = contents("_Toc111"), contents("_Toc222")
    assert verdict(old, new, new).flawless
    assert verdict(old, new, contents("_Toc222", "_Toc111")).warnings == ("_Toc leder ingenstans",)
    named = verdict(contents("mål-1"), contents("mål-2"), contents("mål-2"))
    assert not named.rejected.whole


def test_another_picture_of_the_same_name_is_not_whole() -> None:
    drawing = para('<w:r><w:drawing><a:blip r:embed="rId91"/></w:drawing></w:r>')
    target = f'<Relationship {IMAGE} Target="media/image1.png"/>'
    old, new = (file(drawing, links=target, image=text) for text in ("gammal", "ny"))
    assert judge(old, old, old).flawless
    assert not judge(old, new, new).rejected.whole


def test_text_in_a_box_counts_and_so_does_its_twin_for_old_programs() -> None:
    def boxed(shown: str, spare: str) -> str:
        return para(
            '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
            f"<w:txbxContent>{p(shown)}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict>"
            f"<w:txbxContent>{p(spare)}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )

    assert not verdict(boxed("a", "a"), boxed("b", "b"), boxed("b", "b")).rejected.words
    twin = verdict(boxed("a", "a"), boxed("a", "a"), boxed("a", "b"))
    assert twin.words
    assert not twin.whole


def test_other_words_in_a_header_are_found() -> None:
    def headed(text: str) -> bytes:
        link = SECTION.replace("<w:sectPr>", '<w:sectPr><w:headerReference w:type="default" r:id="rId10"/>')
        story = f"<w:hdr {NAMESPACES}>{text}</w:hdr>"
        return Mall(body=p("a"), section=link, numbering=None, stories={"word/header1.xml": story}).data()

    right = headed(para(dele("Utkast"), ins(run("Beslut"))))
    assert judge(headed(p("Utkast")), headed(p("Beslut")), right).flawless
    assert not judge(headed(p("Utkast")), headed(p("Beslut")), headed(p("Beslut"))).rejected.headers
    assert judge(headed(p("")), file(p("a")), file(p("a"))).flawless, "en tom är som ingen"


def test_a_lost_break_of_section_is_not_whole() -> None:
    broken = f"<w:p><w:pPr>{SECTION}</w:pPr>{run('a')}</w:p>{p('b')}"
    found = verdict(broken, p("a") + p("b"), p("a") + p("b"))
    assert found.words
    assert not found.rejected.whole
    gone = broken.replace("<w:pPr>", '<w:pPr><w:rPr><w:del w:id="1" w:author="A"/></w:rPr>')
    assert verdict(broken, p("ab"), gone).flawless


def test_a_section_of_which_nothing_is_said_is_the_plain_one() -> None:
    silent, plain = Mall(body=p("a"), section="").data(), Mall(body=p("a"), section="<w:sectPr/>").data()
    assert judge(silent, plain, plain).flawless
    tracked = SECTION.replace("</w:sectPr>", f"{PLAIN_BEFORE}</w:sectPr>")
    assert judge(plain, file(p("a")), Mall(body=p("a"), section=tracked).data()).flawless
    assert not judge(plain, file(p("a")), file(p("a"))).rejected.looks


@pytest.mark.parametrize("sign", ["b", "i", "strike", 'u w:val="single"', 'vertAlign w:val="superscript"'])
def test_a_lost_look_of_a_character_is_found(sign: str) -> None:
    signed = para(run("a"), f"<w:r><w:rPr><w:{sign}/></w:rPr><w:t>b</w:t></w:r>", run("c"))
    found = verdict(p("abc"), signed, signed)
    assert found.whole
    assert not found.rejected.looks
    assert found.accepted.looks


def test_runs_cut_otherwise_look_the_same() -> None:
    assert verdict(p("ab"), p("ab"), para(run("a"), run("b"))).flawless


def test_another_kind_or_level_of_list_is_found() -> None:
    def listed(number: str, level: str) -> str:
        numbering = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        return para(f"<w:pPr>{numbering}</w:pPr>", run("a"))

    assert not verdict(listed("3", "0"), listed("3", "1"), listed("3", "1")).rejected.looks
    assert not verdict(listed("3", "0"), listed("2", "0"), listed("2", "0")).rejected.looks
    assert verdict(listed("3", "0"), listed("3", "0"), listed("3", "0")).flawless


FAULTY = {
    "ins i ins": ins(ins(run("b"), 4)),
    "del i del": f'<w:del w:id="4" w:author="A">{dele("b")}</w:del>',
    "ins i del": f'<w:del w:id="4" w:author="A">{ins(run(""))}</w:del>',
    "t i del": f'<w:del w:id="4" w:author="A">{run("b")}</w:del>',
    "delText utanför del": "<w:r><w:delText>b</w:delText></w:r>",
    "delInstrText utanför del": "<w:r><w:delInstrText>PAGE</w:delInstrText></w:r>",
    "ins utan innehåll": ins(""),
    "ins utan upphovsman": f'<w:ins w:id="4">{run("b")}</w:ins>',
    "ändringens id 4 finns flera gånger": ins(run("b"), 4) + dele("c", 4),
    "ändringens id saknas": f'<w:ins w:author="A">{run("b")}</w:ins>',
    "bookmark 7 utan början eller slut": '<w:bookmarkStart w:id="7" w:name="x"/>',
    "moveFromRange 7 utan början eller slut": '<w:moveFromRangeStart w:id="7" w:name="x"/>',
    "flytt x utan motsvarighet": '<w:moveToRangeStart w:id="7" w:name="x"/><w:moveToRangeEnd w:id="7"/>',
    "bokmärket x finns flera gånger": '<w:bookmarkStart w:id="7" w:name="x"/><w:bookmarkEnd w:id="7"/>'
                                      '<w:bookmarkStart w:id="8" w:name="x"/><w:bookmarkEnd w:id="8"/>',
    "relationen rId99 saknas": '<w:r><w:drawing><a:blip r:embed="rId99"/></w:drawing></w:r>',
    "formatmallen Finns saknas": '<w:r><w:rPr><w:rStyle w:val="Finns"/></w:rPr></w:r>',
    "noten footnote 1 saknas": REFERENCE,
    "bildens id 1 finns flera gånger":
        '<w:r><w:drawing><wp:docPr id="1"/><wp:docPr id="1"/></w:drawing></w:r>',
    "fält som inte slutar": '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
    "fält som inte har börjat": '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTY)
def test_a_fault_of_build_is_found(fault: str) -> None:
    found = verdict(p("a"), p("a"), para(run("a"), FAULTY[fault]))
    assert any(fault in warning for warning in found.warnings), found.warnings


@pytest.mark.parametrize("fault", FAULTY)
def test_a_fault_that_an_input_has_is_not_the_redlines(fault: str) -> None:
    body = para(run("a"), FAULTY[fault])
    assert not verdict(body, p("a"), body).warnings


BLOCKS = {
    "listan 77 saknas": para('<w:pPr><w:numPr><w:numId w:val="77"/></w:numPr></w:pPr>'),
    "formatmallen Finns saknas": p("b", "Finns"),
    "cell som inte slutar med ett stycke": table(row("<w:tc><w:tcPr/></w:tc>")),
    "rad utan celler": table("<w:tr/>"),
    "tabell utan rader": table(),
    "sektionen står inte sist": SECTION,
}


@pytest.mark.parametrize("fault", BLOCKS)
def test_a_faulty_block_is_found(fault: str) -> None:
    found = verdict(p("a"), p("a"), p("a") + BLOCKS[fault])
    assert any(fault in warning for warning in found.warnings), found.warnings


def test_a_part_that_is_not_there_or_has_no_type_is_found() -> None:
    target = f'<Relationship {IMAGE} Target="media/borta.png"/>'
    found = judge(file(p("a")), file(p("a")), file(p("a"), links=target))
    assert found.warnings == ("word/document.xml: rId91 leder till word/media/borta.png som saknas",)
    odd = Mall(body=p("a"), raw={"word/media/x.emz": b"x"}).data()
    assert judge(odd.replace(b"x.emz", b"x.png"), file(p("a")), odd).warnings == (
        "word/media/x.emz har ingen innehållstyp",
    )


def test_changes_in_the_inputs_count_as_accepted() -> None:
    old = para(run("a"), ins(run("b")))
    assert verdict(old, p("abc"), para(run("ab"), ins(run("c")))).flawless


def test_the_least_is_counted_in_words_and_long_texts_are_cut_at_equal_paragraphs() -> None:
    assert least(["Vi går hem."], ["Vi springer hem."]) == 11
    assert least(["a", "b"], ["a", "x y", "b"]) == 3
    many = [f"Stycke {number} med text." for number in range(4000)]
    assert least(many, [*many[:9], "nytt", *many[9:3000], "Stycke tre", *many[3001:]]) == 4 + 14 + 3
