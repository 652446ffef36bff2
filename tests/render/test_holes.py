"""The holes that a serious user of docxtpl has to close, each of them closed."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from generator.diagnostics import StyrdokError
from generator.domain.fras import Phrase
from generator.ooxml.structure import problems
from generator.render.template import Template
from tests.support.small import DOKUMENT, nod, opened, prose, rendered, template, texts, view

AMPERSAND = "R&D <b> \"x\" 'y' &amp; ]]>"


def saved(document: Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def test_signs_that_xml_reserves_delete_nothing() -> None:
    data = template(
        [
            ("{{ kapitel_före[0].titel }}", "Body Text"),
            ("{{p kapitel_före[0].text }}", "Body Text"),
            ("sist", "Body Text"),
        ]
    )
    made = rendered(data, view(prose(AMPERSAND), title=Phrase.of(AMPERSAND)))
    assert texts(made) == [AMPERSAND, AMPERSAND, "sist"]


def test_an_unknown_name_never_prints_as_nothing() -> None:
    for tag in (
        "{{ saknas }}",
        "{{ dokument.saknas }}",
        "{% if saknas %}x{% endif %}",
        "{{ saknas == 1 }}",
        "{{p saknas }}",
    ):
        with pytest.raises(StyrdokError, match="finns inte"):
            rendered(template([(tag, "Body Text")]), view())


def test_a_name_that_is_there_and_empty_prints_a_dash() -> None:
    assert texts(rendered(template([("{{ dokument.ansvarig }}", "Body Text")]), view())) == ["–"]


def test_a_note_is_filled_in_once_however_many_sections_there_are() -> None:
    document = docx.Document(io.BytesIO(template([("{{ kapitel_före[0].titel }}", "Body Text")])))
    document.add_section()
    document.add_section()
    made = rendered(saved(document), view(title=Phrase.of("{{ 7*7 }}")))
    assert texts(made)[0] == "{{ 7*7 }}"
    assert "49" not in part(made, "word/document.xml").replace("2049", "")


def test_tags_in_a_template_footnote_are_filled_in_once() -> None:
    data = template([("x", "Body Text")])
    inside = "<w:p><w:r><w:t>{{ kapitel_före[0].titel }}</w:t></w:r></w:p>"
    note = f'<w:footnote w:id="1">{inside}</w:footnote></w:footnotes>'
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            text = source.read(name)
            if name == "word/footnotes.xml":
                text = text.replace(b"</w:footnotes>", note.encode())
            if name == "word/document.xml":
                text = text.replace(
                    b"<w:t>x</w:t></w:r>", b'<w:t>x</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r>'
                )
            target.writestr(name, text)
    made = rendered(out.getvalue(), view(title=Phrase.of("{{ 7*7 }}")))
    assert "{{ 7*7 }}" in part(made, "word/footnotes.xml")
    assert "49" not in part(made, "word/footnotes.xml")


def test_a_block_where_a_section_ends_is_refused_and_not_lost() -> None:
    document = docx.Document(io.BytesIO(template([("{{p dokument.titel }}", "Body Text")])))
    document.add_section()
    first, second = document.element.body.findall(qn("w:p"))
    first.pPr.append(second.pPr.find(qn("w:sectPr")))
    data = saved(document)
    assert len(opened(data).sections) == 2
    with pytest.raises(StyrdokError, match=r"stycke \d.*avslutar ett avsnitt"):
        Template(data, "prov.docx").compiled  # noqa: B018


@pytest.mark.parametrize(
    "tags",
    [
        ["{{p dokument.titel }}{{p dokument.organ }}"],
        ["{%p if dokument %}{%p endif %}"],
        ["{%- if dokument %}x{% endif %}"],
        ["{{ dokument.titel"],
        ["{%p if dokument %}", "x"],
        ["{%tr for n in noder %}", "x", "{%tr endfor %}"],
    ],
)
def test_what_would_vanish_or_break_is_refused(tags: list[str]) -> None:
    with pytest.raises(StyrdokError) as caught:
        rendered(template([(tag, "Body Text") for tag in tags]), view())
    assert caught.value.code == "D003"


def test_the_properties_are_escaped_once() -> None:
    from dataclasses import replace

    from generator.build.properties import properties_of

    titled = replace(view(), dokument=replace(DOKUMENT, titel="R&D <b>"))
    made = Template(template([("x", "Body Text")]), "prov.docx").render(titled, properties_of(titled))
    assert opened(made).core_properties.title.startswith("R&D <b>")


def test_equal_input_gives_equal_bytes() -> None:
    data = template([("{{ dokument.titel }}", "Body Text"), ("{{p kapitel_före[0].text }}", "Body Text")])
    assert rendered(data, view(prose("a"))) == rendered(data, view(prose("a")))


def test_letters_that_xml_cannot_hold_cut_nothing_off() -> None:
    bad = "före\ud800\x00\x0befter"
    data = template(
        [
            ("{{ kapitel_före[0].titel }}", "Body Text"),
            ("{{p kapitel_före[0].text }}", "Body Text"),
            ("sist", "Body Text"),
        ]
    )
    assert texts(rendered(data, view(prose(bad), title=Phrase.of(bad)))) == ["föreefter", "föreefter", "sist"]


def test_what_a_loop_repeats_is_sound_afterwards() -> None:
    def build(document: Document) -> None:
        document.add_paragraph("{%p for nod in noder %}", style="Mallrad")
        document.add_paragraph("{{ nod.rubrik }}", style="heading 1")
        table = document.add_table(rows=3, cols=2, style="Styrdokument")
        for number, text in enumerate(("{%tr for b in nod.barn %}", "{{ b.titel }}", "{%tr endfor %}")):
            table.cell(number, 0).text = text
        document.add_paragraph("{%p if nod.barn %}", style="Mallrad")
        document.add_paragraph("{{ nod.länk }}", style="Body Text")
        document.add_paragraph("{%p endif %}", style="Mallrad")
        document.add_paragraph("{%p endfor %}", style="Mallrad")

    nodes = (nod("a", barn=(nod("a1"), nod("a2"))), nod("b"), nod("c", barn=(nod("c1"),)))
    made = rendered(template(build), view(noder=nodes))
    assert texts(made) == ["a", "a", "b", "c", "c"]
    assert [[c.text for c in row.cells] for table in opened(made).tables for row in table.rows] == [
        ["a1", ""],
        ["a2", ""],
        ["c1", ""],
    ]
    assert [p for p in problems(made) if "rubrikrad" not in p and "titel" not in p] == []


def test_an_expression_may_hold_what_xml_and_docxtpl_reserve() -> None:
    tags = [
        ("{% if 1 < 2 and 'a' != '&' %}{{ '100 %' }}{% endif %}", "Body Text"),
        ("{%p if noder|length % 2 == 0 %}", "Mallrad"),
        ("jämnt", "Body Text"),
        ("{%p endif %}", "Mallrad"),
        ("{{ 'R&D <b>' }}", "Body Text"),
    ]
    assert texts(rendered(template(tags), view())) == ["100 %", "jämnt", "R&D <b>"]


def test_names_may_be_written_as_one_likes() -> None:
    tags = [
        (
            "{{ kapitel_fore[0].titel }} {{ Kapitel_Före[0].TITEL }} {{ dokument.markning }}",
            "Body Text",
        )
    ]
    assert texts(rendered(template(tags), view())) == ["Kapitel Kapitel –"]
    loop = [("{% for nivå in styrmodell.nivaer %}{{ niva.namn }}{{ nivå.namn }}{% endfor %}", "Body Text")]
    assert texts(rendered(template(loop), view())) == ["målmål"]


def test_words_saved_by_word_between_the_letters_change_nothing() -> None:
    def build(document: Document) -> None:
        paragraph = document.add_paragraph(style="Body Text")
        for piece in ("{", "{ dok", "ument", ".ti", "tel }", "}"):
            paragraph.add_run(piece)

    assert texts(rendered(template(build), view())) == ["Plan & budget"]


def test_a_value_keeps_the_look_of_the_tag_but_not_its_style() -> None:
    def build(document: Document) -> None:
        run = document.add_paragraph("a ", style="Body Text").add_run("{{ dokument.titel }}", style="Mallkod")
        run.italic = True

    (paragraph,) = opened(rendered(template(build), view())).paragraphs
    assert [(r.text, bool(r.italic), r.style.name) for r in paragraph.runs][-1] == (
        "Plan & budget",
        True,
        "Default Paragraph Font",
    )
