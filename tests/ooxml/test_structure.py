"""The structural rules find what they are for, and nothing in a sound file."""

from __future__ import annotations

import pytest

from generator.ooxml.blocks import cell, paragraph, row, table, text_run
from generator.ooxml.package import Package, write_zip
from generator.ooxml.properties import Properties
from generator.ooxml.structure import problems
from tests.ooxml.workbench import MAIN, NAMESPACES, Bench, bookmark, field, p, raw, run

HEAD_ROW = row([cell(text_run("Mål"))], head=True)
SOUND = table([HEAD_ROW, row([cell(text_run("x"))])], [2000], "Styrdokument") + p("Text") + p("A", "Rubrik1")


def sound() -> bytes:
    return Bench().finish(SOUND)


def broken(body: str) -> list[str]:
    """Return the problems of a sound file with this put in front of its text, past all repair."""
    data = sound()
    text = raw(data).decode().replace("<w:body>", f"<w:body>{body}", 1)
    parts = dict(Package.read(data).parts) | {MAIN: text.encode()}
    return problems(write_zip(parts))


def test_a_finished_file_has_no_problems() -> None:
    bench = Bench()
    start, end = bench.assembly.bookmark("mål")
    note = bench.assembly.add_note([text_run("not")])
    number = bench.assembly.new_list(ordered=True, style_id=bench.style("List Number"))
    body = "<w:p>" + field('TOC \\o "1-2" \\h') + "</w:p>"
    body += SOUND + paragraph(start + text_run("Mål") + end + note)
    body += paragraph(text_run("ett"), bench.style("List Number"), number)
    assert problems(bench.finish(body)) == []


TABLE = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>{}</w:tc></w:tr></w:tbl>"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (TABLE.format(""), "cell slutar inte med ett stycke"),
        (TABLE.format(p("a")) * 2 + p("b"), "intill varandra"),
        ("<w:tbl><w:tblPr/><w:tblGrid/></w:tbl>", "saknar rader"),
        (TABLE.format(p("a")).replace("<w:tblHeader/>", "") + p("b"), "saknar rubrikrad"),
        (TABLE.format(p("a")).replace("<w:tblGrid/>", "") + p("b"), "kolumnbredder"),
        ('<w:p><w:bookmarkStart w:id="90" w:name="x"/></w:p>', "slutar aldrig"),
        ('<w:p><w:bookmarkEnd w:id="90"/></w:p>', "utan att ha börjat"),
        (f"<w:p>{bookmark('x', '', 90)}{bookmark('X', '', 91)}</w:p>", "flera gånger"),
        (f"<w:p>{bookmark('x', '', 90)}{bookmark('y', '', 90)}</w:p>", "har nummer 90"),
        (f"<w:p>{bookmark('x' * 41, '', 90)}</w:p>", "för långt"),
        (f'<w:p><w:hyperlink w:anchor="borta">{run("x")}</w:hyperlink></w:p>', "bokmärket borta"),
        (f'<w:p><w:hyperlink r:id="rId99">{run("x")}</w:hyperlink></w:p>', "rId99"),
        (f"<w:p>{field('REF borta')}</w:p>", "REF borta"),
        ('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>', "ett fält"),
        ('<w:p><w:r><w:footnoteReference w:id="4"/></w:r></w:p>', "fotnot 4"),
        ('<w:p w14:paraId="1"/><w:p w14:paraId="1"/>', "paraId 1"),
        (p("x", "Saknas"), "styckeformatet Saknas"),
        ('<w:p><w:pPr><w:numPr><w:numId w:val="77"/></w:numPr></w:pPr></w:p>', "listan 77"),
        (p("Hopp", "Rubrik3"), "hoppar"),
        (p("", "Rubrik1"), "är tom"),
        (
            (
                '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Karta"/>'
                "</wp:inline></w:drawing></w:r></w:p>"
            ),
            "alternativtext",
        ),
        ('<w:p><w:proofErr w:type="spellStart"/></w:p>', "w:proofErr är kvar"),
        ("<w:p/>" * 3, "tomma stycken"),
    ],
)
def test_a_broken_file_is_told_what_is_wrong(body: str, said: str) -> None:
    found = broken(body)
    assert any(said in sentence for sentence in found), found


def test_a_file_that_cannot_be_read_is_a_problem() -> None:
    assert problems(b"PK\x03\x04") != []
    assert any("välformad" in sentence for sentence in broken("<w:p>"))


def test_a_file_without_a_title_is_a_problem() -> None:
    assert problems(Bench().finish(SOUND, properties=Properties())) == [
        "Dokumentet saknar titel bland sina egenskaper."
    ]


def test_a_part_that_is_missing_or_untyped_is_a_problem() -> None:
    parts = dict(Package.read(sound()).parts)
    del parts["word/numbering.xml"]
    parts["word/okänd.qqq"] = b"?"
    found = problems(write_zip(parts))
    assert any("som inte finns" in sentence for sentence in found)
    assert any("okänd.qqq saknar innehållstyp" in sentence for sentence in found)


def test_notes_that_are_unused_or_in_disorder_are_a_problem() -> None:
    bench = Bench()
    notes = [bench.assembly.add_note([text_run(word)]) for word in ("a", "b")]
    data = bench.finish(paragraph(notes[0]) + paragraph(notes[1]) + SOUND)
    parts = dict(Package.read(data).parts)
    swapped = parts[MAIN].replace(b'Reference w:id="1"', b'Reference w:id="x"').replace(
        b'Reference w:id="2"', b'Reference w:id="1"'
    ).replace(b'Reference w:id="x"', b'Reference w:id="2"')  # fmt: skip
    assert any("följer inte" in s for s in problems(write_zip(parts | {MAIN: swapped})))
    twice = parts[MAIN].replace(b'Reference w:id="2"', b'Reference w:id="1"')
    found = problems(write_zip(parts | {MAIN: twice}))
    assert any("Ingen text" in s for s in found)
    assert any("flera gånger" in s for s in found)


def test_a_numbering_in_the_wrong_order_is_a_problem() -> None:
    parts = dict(Package.read(sound()).parts)
    wrong = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:abstractNum w:abstractNumId="0"/>'
    parts["word/numbering.xml"] = f"<w:numbering {NAMESPACES}>{wrong}</w:numbering>".encode()
    assert any("abstractNum efter" in sentence for sentence in problems(write_zip(parts)))
