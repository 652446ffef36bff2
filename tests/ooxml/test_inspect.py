"""Finished files as text that a person can read and a test can compare."""

from __future__ import annotations

from generator.ooxml.blocks import cell, paragraph, row, table, text_run
from generator.ooxml.inspect import document_text, normalised_parts
from tests.ooxml.workbench import MAIN, NAMESPACES, OFFICE, Bench, Mall, p, run

HEADER = f"<w:hdr {NAMESPACES}>{p('Verksamhetsplan')}{p('EX 2019/0002')}</w:hdr>"


def test_a_document_is_shown_with_styles_numbers_tables_and_notes() -> None:
    bench = Bench(Mall(stories={"word/header1.xml": HEADER}))
    note = bench.assembly.add_note([text_run("En not.")])
    rows = [row([cell(text_run("Post")), cell(text_run("2019"))], head=True)]
    rows.append(row([cell(text_run("Intäkter") + note), cell(text_run("a"), text_run("b"))]))
    number = bench.assembly.new_list(ordered=True, style_id=bench.style("List Number"), start=4)
    body = (
        p("Mål", "Rubrik1")
        + p("Delmål", "Rubrik2")
        + p("a\u00a0b")
        + f"<w:p>{run('x')}<w:r><w:tab/></w:r></w:p>"
    )
    body += table(rows, [100, 100], "Styrdokument") + paragraph(
        text_run("fyra"), bench.style("List Number"), number
    )
    assert document_text(bench.finish(body)) == (
        "Sidhuvud: Verksamhetsplan / EX 2019/0002\n"
        "heading 1: 1 Mål\n"
        "heading 2: 1.1 Delmål\n"
        "Normal: a\u00a0b\n"
        "Normal: x→\n"
        "Tabell (Styrdokument)\n"
        "  = Post | 2019\n"
        "  | Intäkter[1] | a ¶ b\n"
        "List Number: 4) fyra\n"
        "Fotnot 1: En not.\n"
    )


def test_parts_are_indented_xml_or_a_checksum() -> None:
    extra = f'<Relationship Id="bild" Type="{OFFICE}/image" Target="media/a.png"/>'
    found = normalised_parts(
        Bench(Mall(raw={"word/media/a.png": b"bild"}, extra_links=extra)).finish(p("  x  "))
    )
    assert found["word/media/a.png"].startswith("4 byte, sha256 ")
    assert '\n        <w:t xml:space="preserve">  x  </w:t>\n' in found[MAIN]
    assert list(found) == sorted(found)


def test_equal_files_have_equal_text() -> None:
    assert normalised_parts(Bench().finish(p("x"))) == normalised_parts(Bench().finish(p("x")))
