"""Footnotes: one note for each reference, numbered as the text is read."""

from __future__ import annotations

from generator.ooxml.blocks import cell, hyperlink, paragraph, row, table, text_run
from generator.ooxml.xml import Element, qn
from tests.ooxml.workbench import NAMESPACES, Bench, Mall, names, p, part, raw, texts, values

NOTES = "word/footnotes.xml"
SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r>'
    "<w:continuationSeparator/></w:r></w:p></w:footnote>"
)


def reference(number: int) -> str:
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def with_notes(body: str, *notes: tuple[int, str]) -> Mall:
    inside = "".join(f'<w:footnote w:id="{number}">{p(text)}</w:footnote>' for number, text in notes)
    return Mall(body=body, stories={NOTES: f"<w:footnotes {NAMESPACES}>{SEPARATORS}{inside}</w:footnotes>"})


def note_texts(data: bytes) -> dict[str, str]:
    return {
        note.get(qn("w:id")) or "": " / ".join(texts(note))
        for note in part(data, NOTES)
        if note.get(qn("w:type")) is None
    }


def references(data: bytes) -> list[str]:
    return values(part(data), "w:footnoteReference", "w:id")


def test_a_note_has_number_space_and_text_in_the_styles_for_notes() -> None:
    bench = Bench()
    note = bench.assembly.add_note([text_run("En källa."), text_run("Mer om den.")])
    data = bench.finish(paragraph(text_run("Text") + note))
    assert note_texts(data) == {"1": " En källa. / Mer om den."}
    found = next(e for e in part(data, NOTES) if e.get(qn("w:id")) == "1")
    assert values(found, "w:pStyle") == [bench.style("footnote text")] * 2
    assert values(found, "w:rStyle") == [bench.style("footnote reference", "character")]
    assert values(part(data), "w:rStyle") == [bench.style("footnote reference", "character")]


def test_a_document_with_its_first_note_gets_the_part_with_separators_and_settings() -> None:
    bench = Bench()
    note = bench.assembly.add_note([text_run("x")])
    data = bench.finish(paragraph(note))
    assert values(part(data, NOTES), "w:footnote", "w:id") == ["-1", "0", "1"]
    assert values(part(data, "word/settings.xml"), "w:footnote", "w:id") == ["-1", "0"]
    assert b"footnotes+xml" in raw(data, "[Content_Types].xml")
    assert b"relationships/footnotes" in raw(data, "word/_rels/document.xml.rels")


def test_a_document_without_notes_has_no_part_for_them() -> None:
    data = Bench().finish(p("x"))
    assert NOTES not in names(data)
    assert not values(part(data, "word/settings.xml"), "w:footnote")


def test_notes_are_numbered_in_the_order_of_the_text_whenever_they_were_made() -> None:
    bench = Bench()
    later, sooner = (bench.assembly.add_note([text_run(word)]) for word in ("senare", "tidigare"))
    inside = table([row([cell(text_run("cell") + sooner)])], [1000])
    data = bench.finish(inside + paragraph(later))
    assert references(data) == ["1", "2"]
    assert note_texts(data) == {"1": " tidigare", "2": " senare"}


def test_new_notes_are_put_among_those_of_the_template() -> None:
    bench = Bench(with_notes(f"<w:p>{reference(5)}</w:p>", (5, "mallens")))
    mine = bench.assembly.add_note([text_run("min")])
    data = bench.finish(f"<w:p>{mine}</w:p><w:p>{reference(5)}</w:p>")
    assert note_texts(data) == {"1": " min", "2": "mallens"}


def test_a_note_that_a_loop_repeats_is_given_a_copy_for_each_reference() -> None:
    bench = Bench(with_notes(f"<w:p>{reference(1)}{reference(2)}</w:p>", (1, "a"), (2, "b")))
    data = bench.loop(3)
    assert references(data) == ["1", "2", "3", "4", "5", "6"]
    assert list(note_texts(data).values()) == ["a", "b"] * 3


def test_a_note_that_nothing_refers_to_is_dropped() -> None:
    bench = Bench(with_notes(f"<w:p>{reference(2)}</w:p>", (1, "borta"), (2, "kvar")))
    bench.assembly.add_note([text_run("aldrig tryckt")])
    data = bench.finish()
    assert note_texts(data) == {"1": "kvar"}


def test_a_reference_to_no_note_is_dropped_with_its_run() -> None:
    data = Bench(with_notes(f"<w:p>{reference(9)}</w:p>", (1, "x"))).finish()
    assert references(data) == []
    assert not list(part(data).iter(qn("w:r")))


def test_a_link_inside_a_note_belongs_to_the_notes_even_if_it_was_made_for_the_text() -> None:
    bench = Bench()
    rid = bench.assembly.link(bench.assembly.main_part, "https://exempel.se/?a=1&b=2")
    note = bench.assembly.add_note([hyperlink(text_run("hit"), rid=rid)])
    data = bench.finish(paragraph(note))
    assert b"https://exempel.se/?a=1&amp;b=2" in raw(data, "word/_rels/footnotes.xml.rels")
    assert b"exempel.se" not in raw(data, "word/_rels/document.xml.rels")


def test_bookmarks_in_repeated_notes_get_names_of_their_own() -> None:
    note = (
        '<w:footnote w:id="1"><w:p><w:bookmarkStart w:id="3" w:name="a"/>'
        '<w:bookmarkEnd w:id="3"/></w:p></w:footnote>'
    )
    mall = Mall(
        body=f"<w:p>{reference(1)}</w:p>",
        stories={NOTES: f"<w:footnotes {NAMESPACES}>{SEPARATORS}{note}</w:footnotes>"},
    )
    root = part(Bench(mall).loop(2), NOTES)
    assert values(root, "w:bookmarkStart", "w:name") == ["a", "a_2"]


def test_endnotes_are_treated_alike() -> None:
    part_name = "word/endnotes.xml"
    notes = SEPARATORS.replace("footnote", "endnote") + f'<w:endnote w:id="4">{p("slut")}</w:endnote>'
    mall = Mall(
        body='<w:p><w:r><w:endnoteReference w:id="4"/></w:r></w:p>',
        stories={part_name: f"<w:endnotes {NAMESPACES}>{notes}</w:endnotes>"},
    )
    data = Bench(mall).loop(2)
    root: Element = part(data, part_name)
    assert values(root, "w:endnote", "w:id") == ["-1", "0", "1", "2"]
    assert values(part(data), "w:endnoteReference", "w:id") == ["1", "2"]
