"""Tables of contents: the lines Word would write, with heading numbers, and with pages when known."""

from __future__ import annotations

import pytest

from generator.diagnostics import StyrdokError
from generator.ooxml.xml import NS, Element, qn
from tests.ooxml.workbench import SECTION, Bench, Mall, bookmark, field, p, part, run, texts, values

ALL = 'TOC \\o "1-2" \\h \\z \\u'
CHAPTERS = (
    p("Inledning", "Rubrik1") + p("Mål &amp; medel", "Rubrik2") + p("Djupt", "Rubrik3") + p("Slut", "Rubrik1")
)


def toc(instruction: str = ALL, shown: str = "Uppdatera fältet") -> str:
    return f"<w:p>{field(instruction, shown)}</w:p>"


def as_word_leaves_it(instruction: str = ALL) -> str:
    """A contents field with two stale lines and its end in a paragraph of its own."""
    start, _, rest = field(instruction, "X").partition("<w:r><w:rPr><w:b/></w:rPr>")
    end = rest[rest.index("</w:r>") + len("</w:r>") :]
    stale = f'<w:hyperlink w:anchor="_Toc111">{run("Gammalt")}{field("PAGEREF _Toc111", "3")}</w:hyperlink>'
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="5"/></w:sdtPr><w:sdtContent>{p("Innehåll")}'
        f'<w:p><w:pPr><w:pStyle w:val="Innehll1"/></w:pPr>{start}{stale}</w:p>'
        f'<w:p><w:pPr><w:pStyle w:val="Innehll1"/></w:pPr>{stale}</w:p><w:p>{end}'
        "</w:p></w:sdtContent></w:sdt>"
    )


def lines(data: bytes) -> list[str]:
    """The lines of the contents, tabs as arrows."""
    found = []
    for paragraph in part(data).iter(qn("w:p")):
        style = paragraph.find("w:pPr/w:pStyle", NS)
        if style is not None and (style.get(qn("w:val")) or "").startswith(("Innehll", "TOC", "Tableof")):
            found.append(texts_of(paragraph))
    return found


def texts_of(paragraph: Element) -> str:
    return texts(paragraph)[0].replace("\t", "→") if paragraph.tag == qn("w:p") else ""


def pages_of(data: bytes) -> dict[str, int]:
    return {name: 3 + i for i, name in enumerate(values(part(data), "w:bookmarkStart", "w:name"))}


def test_the_lines_are_the_numbered_headings_of_the_asked_levels() -> None:
    data = Bench().finish(toc() + CHAPTERS)
    assert lines(data) == ["1→Inledning", "1.1→Mål & medel", "2→Slut"]
    assert values(part(data), "w:pStyle")[:3] == ["Innehll1", "Innehll2", "Innehll1"]


def test_without_known_pages_there_is_no_page_number_and_no_field_for_it() -> None:
    root = part(Bench().finish(toc() + CHAPTERS))
    assert not [e for e in root.iter(qn("w:instrText")) if "PAGEREF" in (e.text or "")]


def test_known_pages_stand_after_a_dotted_tab_in_a_field() -> None:
    bench = Bench()
    pages = pages_of(bench.finish(toc() + CHAPTERS))
    data = bench.finish(toc() + CHAPTERS, pages)
    assert lines(data) == ["1→Inledning→3", "1.1→Mål & medel→4", "2→Slut→5"]
    first = next(part(data).iter(qn("w:p")))
    stops = [(e.get(qn("w:val")), e.get(qn("w:leader")), e.get(qn("w:pos"))) for e in first.iter(qn("w:tab"))]
    assert stops[:2] == [("left", None, "440"), ("right", "dot", "8504")]


def test_tab_stops_of_the_style_go_before_ours() -> None:
    bench = Bench()
    data = bench.finish(toc() + CHAPTERS, pages_of(bench.finish(toc() + CHAPTERS)))
    second = list(part(data).iter(qn("w:p")))[1]
    assert second.find("w:pPr/w:tabs", NS) is None


def test_a_page_may_be_known_by_another_bookmark_of_the_heading() -> None:
    bench = Bench()
    start, end = bench.assembly.bookmark("mål")
    heading = f'<w:p><w:pPr><w:pStyle w:val="Rubrik1"/></w:pPr>{start}{run("Mål")}{end}</w:p>'
    assert lines(bench.finish(toc() + heading, {bench.assembly.bookmark_name("mål"): 8})) == ["1→Mål→8"]


def test_a_page_that_is_not_known_is_left_out_also_when_others_are() -> None:
    bench = Bench()
    name = values(part(bench.finish(toc() + CHAPTERS)), "w:bookmarkStart", "w:name")[0]
    assert lines(bench.finish(toc() + CHAPTERS, {name: 3})) == ["1→Inledning→3", "1.1→Mål & medel", "2→Slut"]


def test_every_line_is_a_link_to_a_bookmark_around_its_heading() -> None:
    root = part(Bench().finish(toc() + CHAPTERS))
    anchors = values(root, "w:hyperlink", "w:anchor")
    assert anchors == values(root, "w:bookmarkStart", "w:name")
    assert all(a.startswith("_Toc") and a[4:].isdecimal() for a in anchors)
    heading = next(e for e in root.iter(qn("w:bookmarkStart"))).getparent()
    assert heading is not None
    assert texts_of(heading) == "Inledning"


def test_bookmarks_keep_their_names_when_headings_come_and_go() -> None:
    more = part(Bench().finish(toc() + p("Nytt", "Rubrik1") + CHAPTERS))
    fewer = part(Bench().finish(toc() + CHAPTERS))
    assert set(values(fewer, "w:hyperlink", "w:anchor")) < set(values(more, "w:hyperlink", "w:anchor"))


def test_headings_of_the_same_words_are_told_apart() -> None:
    root = part(Bench().finish(toc() + p("Mål", "Rubrik1") * 3))
    assert len(set(values(root, "w:hyperlink", "w:anchor"))) == 3


def test_without_the_switch_the_lines_are_no_links() -> None:
    root = part(Bench().finish(toc('TOC \\o "1-1"') + CHAPTERS))
    assert not values(root, "w:hyperlink", "w:anchor")


def test_what_word_left_there_is_replaced_with_its_links_and_bookmarks() -> None:
    old = f'<w:p><w:pPr><w:pStyle w:val="Rubrik1"/></w:pPr>{bookmark("_Toc111", run("Inledning"))}</w:p>'
    root = part(Bench(Mall(body=as_word_leaves_it() + old)).finish())
    assert texts(root) == ["Innehåll", "1\tInledning", "", "Inledning"]
    assert "_Toc111" not in values(root, "w:bookmarkStart", "w:name")
    assert values(root, "w:fldChar", "w:fldCharType") == ["begin", "separate", "end"]
    content = next(root.iter(qn("w:sdtContent")))
    assert len(content) == 3


def test_an_old_contents_bookmark_stays_when_something_else_refers_to_it() -> None:
    old = f'<w:p><w:pPr><w:pStyle w:val="Rubrik1"/></w:pPr>{bookmark("_Toc111", run("Inledning"))}</w:p>'
    root = part(Bench().finish(toc() + old + f"<w:p>{field('REF _Toc111')}</w:p>"))
    assert "_Toc111" in values(root, "w:bookmarkStart", "w:name")
    assert texts(root)[-1] == "Inledning"


def test_filling_twice_gives_the_same_file() -> None:
    bench = Bench()
    assert bench.finish(toc() + CHAPTERS) == bench.finish(toc() + CHAPTERS)


def test_a_simple_field_is_filled_too() -> None:
    simple = "<w:p><w:fldSimple w:instr='TOC \\o \"1-1\" \\h'><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>"
    assert lines(Bench().finish(simple + CHAPTERS)) == ["1→Inledning", "2→Slut"]


def test_several_tables_of_contents_are_filled_each_as_it_asks() -> None:
    simple = "<w:p><w:fldSimple w:instr='TOC \\o \"1-1\" \\h'><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>"
    root = part(Bench().finish(toc('TOC \\o "2-2" \\h') + simple + CHAPTERS))
    assert texts(root)[:3] == ["1.1\tMål & medel", "1\tInledning", "2\tSlut"]
    assert len(values(root, "w:bookmarkStart")) == 3


def test_other_styles_and_outline_levels_are_listed_when_asked_for() -> None:
    own = '<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>Egen nivå</w:t></w:r></w:p>'
    body = CHAPTERS + p("Sammanfattning", "Rubrikutannr") + own
    by_style = Bench().finish(toc('TOC \\o "1-1" \\h \\t "Rubrik utan nummer;1"') + body)
    assert lines(by_style) == ["1→Inledning", "2→Slut", "Sammanfattning"]
    by_outline = Bench().finish(toc() + body)
    assert lines(by_outline)[-2:] == ["Sammanfattning", "Egen nivå"]


def test_a_list_of_tables_has_the_captions_of_its_label() -> None:
    def caption(label: str, words: str) -> str:
        return f"<w:p>{run(label + ' ')}{field(f'SEQ {label}')}{run(f'. {words}')}</w:p>"

    body = caption("Tabell", "Budget") + caption("Figur", "Karta") + caption("Tabell", "Mål")
    data = Bench().finish(toc('TOC \\h \\z \\c "Tabell"') + body)
    assert lines(data) == ["Tabell 1. Budget", "Tabell 2. Mål"]


def test_page_numbers_can_be_left_out_by_the_field() -> None:
    bench = Bench()
    instruction = 'TOC \\o "1-2" \\h \\n 2-2'
    pages = pages_of(bench.finish(toc(instruction) + CHAPTERS))
    assert lines(bench.finish(toc(instruction) + CHAPTERS, pages)) == [
        "1→Inledning→3",
        "1.1→Mål & medel",
        "2→Slut→5",
    ]


def test_notes_line_breaks_and_empty_headings_do_not_reach_the_contents() -> None:
    bench = Bench()
    note = bench.assembly.add_note([run("not")])
    inside = f"{run('Mål')}<w:r><w:br/></w:r>{run('och medel')}{note}"
    broken = f'<w:p><w:pPr><w:pStyle w:val="Rubrik1"/></w:pPr>{inside}</w:p>'
    assert lines(bench.finish(toc() + broken + p("", "Rubrik1"))) == ["1→Mål och medel"]


def test_without_headings_the_field_is_empty_and_whole() -> None:
    root = part(Bench().finish(toc() + p("text")))
    assert texts(root) == ["", "text"]
    assert values(root, "w:fldChar", "w:fldCharType") == ["begin", "separate", "end"]


def test_a_section_that_ends_with_the_contents_still_ends_there() -> None:
    ended = f"<w:p><w:pPr>{SECTION}</w:pPr>{field(ALL)}</w:p>"
    root = part(Bench().finish(ended + CHAPTERS))
    holders = [e.getparent() for e in root.iter(qn("w:sectPr"))]
    paragraph = None if holders[0] is None else holders[0].getparent()
    assert paragraph is not None
    assert texts_of(paragraph) == "2→Slut"
    assert len(holders) == 2


def test_contents_that_begin_and_end_in_different_places_are_reported() -> None:
    start, end = field(ALL).split("<w:r><w:rPr><w:b/></w:rPr><w:t>?</w:t></w:r>")
    torn = f"<w:p>{start}</w:p><w:tbl><w:tr><w:tc><w:p>{end}</w:p></w:tc></w:tr></w:tbl>"
    with pytest.raises(StyrdokError, match="Innehållsförteckningen"):
        Bench().finish(torn)
