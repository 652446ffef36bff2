"""What a loop repeats is made right: names, ids, and the references that stand in each copy."""

from __future__ import annotations

from generator.ooxml.blocks import hyperlink, paragraph, seq_caption, text_run
from generator.ooxml.xml import qn
from tests.ooxml.workbench import MAIN, NAMESPACES, Bench, Mall, bookmark, field, part, run, texts, values

CAPTION = f"<w:p>{bookmark('_Ref1', run('Tabell ') + field('SEQ Tabell'))}{run('. Budget')}</w:p>"
BEFORE = "<w:p>" + run("Se ") + field("REF _Ref1 \\h") + run(".") + "</w:p>"
DRAWING = (
    '<w:p><w:r><w:drawing><wp:inline><wp:extent cx="1" cy="1"/><wp:docPr id="3" name="Bild" descr="Karta"/>'
    "</wp:inline></w:drawing></w:r></w:p>"
)
CONTROL = (
    '<w:sdt><w:sdtPr><w:alias w:val="Titel"/><w:id w:val="-77"/></w:sdtPr>'
    "<w:sdtContent><w:p/></w:sdtContent></w:sdt>"
)


def bookmarks(data: bytes) -> list[str]:
    return values(part(data), "w:bookmarkStart", "w:name")


def test_a_bookmark_is_named_by_a_short_stable_hash_of_its_item() -> None:
    bench = Bench()
    name = bench.assembly.bookmark_name("regionstyrelsen/beakta-rus-åäö-" + "x" * 200)
    assert name == Bench().assembly.bookmark_name("regionstyrelsen/beakta-rus-åäö-" + "x" * 200)
    assert name.startswith("_s")
    assert len(name) <= 40
    assert name != bench.assembly.bookmark_name("annan")


def test_an_item_has_its_bookmark_at_its_first_place_only() -> None:
    bench = Bench()
    start, end = bench.assembly.bookmark("mål")
    assert bench.assembly.bookmark("mål") == ("", "")
    data = bench.finish(paragraph(start + text_run("Mål") + end))
    assert bookmarks(data) == [bench.assembly.bookmark_name("mål")]


def test_a_link_to_an_item_leads_to_its_bookmark_and_to_nothing_when_there_is_none() -> None:
    bench = Bench()
    start, end = bench.assembly.bookmark("mål")
    look = f'<w:rStyle w:val="{bench.style("Hyperlink", "character")}"/>'
    links = "".join(
        hyperlink(text_run(name, look), anchor=bench.assembly.bookmark_name(name))
        for name in ("mål", "borta")
    )
    root = part(bench.finish(paragraph(start + end + links)))
    assert values(root, "w:hyperlink", "w:anchor") == [bench.assembly.bookmark_name("mål")]
    assert texts(root) == ["målborta"]
    assert len(values(root, "w:rStyle")) == 1


def test_bookmarks_that_a_loop_repeats_get_names_and_ids_of_their_own() -> None:
    root = part(Bench(Mall(body=CAPTION)).loop(3))
    assert values(root, "w:bookmarkStart", "w:name") == ["_Ref1", "_Ref1_2", "_Ref1_3"]
    starts, ends = values(root, "w:bookmarkStart", "w:id"), values(root, "w:bookmarkEnd", "w:id")
    assert starts == ends
    assert len(set(starts)) == 3


def test_names_that_differ_only_in_case_are_the_same_to_word() -> None:
    root = part(Bench().finish(f"<w:p>{bookmark('Mål', '', 1)}{bookmark('mål', '', 2)}</w:p>"))
    assert values(root, "w:bookmarkStart", "w:name") == ["Mål", "mål_2"]


def test_a_name_at_the_limit_of_forty_characters_stays_within_it() -> None:
    root = part(Bench(Mall(body=f"<w:p>{bookmark('b' * 40, '')}</w:p>")).loop(11))
    names = values(root, "w:bookmarkStart", "w:name")
    assert len(set(names)) == 11
    assert max(map(len, names)) == 40


def test_a_reference_before_its_caption_follows_the_caption_of_its_own_copy() -> None:
    data = Bench(Mall(body=BEFORE + CAPTION)).loop(3)
    assert [t for t in texts(part(data)) if t.startswith("Se")] == [
        "Se Tabell 1.",
        "Se Tabell 2.",
        "Se Tabell 3.",
    ]


def test_a_reference_after_its_caption_follows_the_caption_of_its_own_copy() -> None:
    data = Bench(Mall(body=CAPTION + BEFORE)).loop(3)
    assert [t for t in texts(part(data)) if t.startswith("Se")] == [
        "Se Tabell 1.",
        "Se Tabell 2.",
        "Se Tabell 3.",
    ]


def test_a_reference_follows_its_own_copy_also_when_the_raw_template_was_rendered() -> None:
    bench = Bench(Mall(body=BEFORE + CAPTION))
    said = texts(part(bench.finish((BEFORE + CAPTION) * 2)))
    assert [t for t in said if t.startswith("Se")] == ["Se Tabell 1.", "Se Tabell 2."]


def test_references_on_both_sides_of_a_caption_follow_it() -> None:
    data = Bench(Mall(body=BEFORE + CAPTION + BEFORE)).loop(2)
    instructions = [e.text for e in part(data).iter(qn("w:instrText")) if "REF" in (e.text or "")]
    assert instructions == [
        " REF _Ref1 \\h ", " REF _Ref1 \\h ", " REF _Ref1_2 \\h ", " REF _Ref1_2 \\h ",
    ]  # fmt: skip


def test_a_reference_from_a_header_means_the_first_copy() -> None:
    header = f"<w:hdr {NAMESPACES}><w:p>{field('REF _Ref1')}</w:p></w:hdr>"
    data = Bench(Mall(body=CAPTION, stories={"word/header1.xml": header})).loop(2)
    assert texts(part(data, "word/header1.xml")) == ["Tabell 1"]


def test_a_link_inside_the_template_follows_its_copy() -> None:
    link = f'<w:p><w:hyperlink w:anchor="_Ref1">{run("tabellen")}</w:hyperlink></w:p>'
    root = part(Bench(Mall(body=link + CAPTION)).loop(2))
    assert values(root, "w:hyperlink", "w:anchor") == ["_Ref1", "_Ref1_2"]


def test_a_field_that_links_to_nothing_becomes_plain_text() -> None:
    inside = field('HYPERLINK \\l "borta"', "hit")
    root = part(Bench().finish(f"<w:p>{inside}</w:p>"))
    assert texts(root) == ["hit"]
    assert not values(root, "w:fldChar")


def test_a_link_to_a_place_in_another_document_is_left_alone() -> None:
    bench = Bench()
    rid = bench.assembly.link(MAIN, "https://exempel.se")
    body = f'<w:p><w:hyperlink r:id="{rid}" w:anchor="avsnitt">{run("ut")}</w:hyperlink></w:p>'
    root = part(bench.finish(body))
    assert values(root, "w:hyperlink", "w:anchor") == ["avsnitt"]


def test_a_bookmark_that_a_condition_cut_in_two_is_dropped() -> None:
    half = '<w:p><w:bookmarkStart w:id="4" w:name="halv"/></w:p><w:p><w:bookmarkEnd w:id="5"/></w:p>'
    root = part(Bench().finish(half))
    assert not values(root, "w:bookmarkStart")
    assert not values(root, "w:bookmarkEnd")


def test_drawings_and_content_controls_get_ids_of_their_own() -> None:
    root = part(Bench(Mall(body=DRAWING + CONTROL)).loop(3))
    assert values(root, "wp:docPr", "id") == ["3", "4", "5"]
    assert values(root, "w:id") == ["-77", "-78", "-79"]


def test_ids_are_their_own_across_headers_and_text() -> None:
    header = f"<w:hdr {NAMESPACES}>{DRAWING}<w:p>{bookmark('_Ref1', '')}</w:p></w:hdr>"
    data = Bench(Mall(body=DRAWING + CAPTION, stories={"word/header1.xml": header})).finish()
    assert values(part(data), "wp:docPr", "id") == ["3"]
    assert values(part(data, "word/header1.xml"), "wp:docPr", "id") == ["4"]
    assert values(part(data, "word/header1.xml"), "w:bookmarkStart", "w:name") == ["_Ref1_2"]


def test_paragraph_ids_are_gone_also_when_the_raw_template_was_rendered() -> None:
    body = '<w:p w14:paraId="0A0B0C0D" w:rsidR="00AA11BB"/>' * 2
    root = part(Bench().finish(body))
    assert all(not paragraph.attrib for paragraph in root.iter(qn("w:p")))


def test_captions_written_by_us_are_bookmarked_with_label_and_number() -> None:
    bench = Bench()
    captions = "".join(
        seq_caption("Tabell", text_run(name), "", bench.assembly.bookmark(name)) for name in ("ett", "två")
    )
    name = bench.assembly.bookmark_name("två")
    reference = "<w:p>" + field(f"REF {name} \\h") + "</w:p>"
    assert texts(part(bench.finish(reference + captions)))[0] == "Tabell\u00a02"
