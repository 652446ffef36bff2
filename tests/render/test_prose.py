"""Prose becomes Word blocks in the template's own styles."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from docx.document import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.domain.fras import Emphasis, Footnote, LineBreak, Link, Phrase, Strong, Text
from generator.domain.prosa import Excerpt, Heading, ListBlock, Paragraph, Prosa, Quote
from generator.ooxml.properties import Properties
from generator.ooxml.structure import problems
from generator.render.template import Template
from tests.support.small import opened, prose, rendered, template, texts, view

CHAPTER = [
    ("{%p for kapitel in kapitel_före %}", "Normal"),
    ("{{ kapitel.titel }}", "Heading 1"),
    ("{{p kapitel.text }}", "Body Text"),
    ("{%p endfor %}", "Normal"),
    ("Slut", "Body Text"),
]
DATA = template(CHAPTER)
COMPILED = Template(DATA, "prov.docx")
_NO_PROPERTIES = Properties(title="Prov")


def _paragraphs(text: Prosa) -> list[tuple[str, str]]:
    document = opened(rendered(DATA, view(text)))
    return [(p.text, p.style.name if p.style else "") for p in document.paragraphs][1:-1]


def _items(*names: str) -> tuple[tuple[Paragraph, ...], ...]:
    return tuple((Paragraph((Text(n),)),) for n in names)


def _list_places(document: Document) -> list[tuple[str, int]]:
    """Return list number and level of each item."""
    found = []
    for p in document.paragraphs:
        places = p._p.xpath("w:pPr/w:numPr/w:numId/@w:val"), p._p.xpath("w:pPr/w:numPr/w:ilvl/@w:val")
        if places[0]:
            found.append((str(places[0][0]), int(places[1][0])))
    return found


def test_a_paragraph_takes_the_style_of_the_tag_it_came_from() -> None:
    assert _paragraphs(prose("Ett stycke.", "Ett till.")) == [
        ("Ett stycke.", "Body Text"),
        ("Ett till.", "Body Text"),
    ]


def test_a_list_takes_the_style_made_for_it_and_else_the_built_in_one() -> None:
    boxed = template([("{{p kapitel_före[0].text }}", "Uppdrag")])
    bullets = prose(ListBlock(False, _items("ett", "två")))
    names = {p.style.name for p in opened(rendered(boxed, view(bullets))).paragraphs if p.style}
    assert names == {"Uppdrag punktlista"}
    assert {style for _, style in _paragraphs(bullets)} == {"List Bullet"}
    assert {style for _, style in _paragraphs(prose(ListBlock(True, _items("ett"))))} == {"List Number"}


def test_every_numbered_list_begins_anew() -> None:
    text = prose(ListBlock(True, _items("ett", "två")), "Mellan.", ListBlock(True, _items("ett"), start=5))
    document = opened(rendered(DATA, view(text)))
    numbers = [number for number, _ in _list_places(document)]
    assert numbers[0] == numbers[1] != numbers[2]


def test_a_nested_list_stands_one_level_down() -> None:
    inner = ListBlock(False, _items("under"))
    text = prose(ListBlock(False, ((Paragraph((Text("över"),)), inner),)))
    document = opened(rendered(DATA, view(text)))
    levels = [level for _, level in _list_places(document)]
    assert levels == [0, 1]


def test_bold_italics_and_line_breaks_reach_word() -> None:
    text = Prosa(
        (
            Paragraph(
                (Text("a "), Strong((Text("fet"),)), Emphasis((Text(" kursiv"),)), LineBreak(), Text("b"))
            ),
        )
    )
    runs = opened(rendered(DATA, view(text))).paragraphs[1].runs
    assert [r.text for r in runs if r.bold] == ["fet"]
    assert [r.text for r in runs if r.italic] == [" kursiv"]
    assert "\n" in "".join(r.text for r in runs)


def test_what_is_decided_above_wears_its_own_style_and_its_quotation_too() -> None:
    text = Prosa(
        (Excerpt((Paragraph((Text("Fullmäktiges ord."),)), Quote((Paragraph((Text("Visionen."),)),))), "RF"),)
    )
    assert _paragraphs(text) == [
        ("Fullmäktiges ord.", "Överordnad text"),
        ("Visionen.", "Överordnad text citat"),
    ]


def test_a_heading_in_prose_is_a_heading_of_its_level() -> None:
    assert _paragraphs(Prosa((Heading(2, (Text("Bakgrund"),)),))) == [("Bakgrund", "Heading 2")]


def test_notes_are_numbered_in_order_and_hold_their_text() -> None:
    first, second = (Footnote((Phrase.of(t),)) for t in ("Första noten.", "Andra noten."))
    data = rendered(DATA, view(Prosa((Paragraph((Text("a"), first, Text(" b"), second)),))))
    notes = zipfile.ZipFile(BytesIO(data)).read("word/footnotes.xml").decode()
    assert notes.index("Första noten.") < notes.index("Andra noten.")
    assert notes.count("<w:footnote ") == 4
    assert problems(data) == []


def test_links_lead_out_through_a_relationship_and_in_through_a_bookmark() -> None:
    text = Prosa(
        (
            Heading(2, (Text("Målet"),), "målet"),
            Paragraph(
                (Link("https://www.example.se/?a=1&b=2", (Text("ut"),)), Link("#målet", (Text("in"),)))
            ),
        )
    )
    data = rendered(DATA, view(text))
    archive = zipfile.ZipFile(BytesIO(data))
    assert "https://www.example.se/?a=1&amp;b=2" in archive.read("word/_rels/document.xml.rels").decode()
    document = archive.read("word/document.xml").decode()
    name = document.split('w:anchor="')[1].split('"')[0]
    assert f'w:name="{name}"' in document
    assert problems(data) == []


def test_empty_prose_leaves_no_paragraph_behind() -> None:
    assert texts(rendered(DATA, view(Prosa()))) == ["Kapitel", "Slut"]


def test_in_a_table_cell_empty_prose_prints_a_dash() -> None:
    def build(document: object) -> None:
        table = document.add_table(1, 1)  # type: ignore[attr-defined]
        table.cell(0, 0).text = "{{p kapitel_före[0].text }}"

    assert opened(rendered(template(build), view(Prosa()))).tables[0].cell(0, 0).text == "–"


@pytest.mark.parametrize(
    "text",
    [
        "R&D <b>fet</b>",
        "{{ 7*7 }}",
        "{% raw %}",
        "{{p x }} {%p for a in b %}",
        "{# x #}",
        "]]>",
        "&amp;",
        "'\"`",
        "🙂 👩‍⚕️",
        "a\tb",
    ],
)
def test_what_a_text_says_is_what_the_document_says(text: str) -> None:
    assert texts(rendered(DATA, view(prose(text), title=Phrase.of(text)))) == [text, text, "Slut"]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.text(
        st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufffe\uffff\xad\u2011"),
        min_size=1,
    )
)
def test_any_text_survives(text: str) -> None:
    data = COMPILED.render(view(prose(text), title=Phrase.of(text)), _NO_PROPERTIES)
    assert texts(data) == [text, text, "Slut"]


def test_a_paragraph_of_a_hundred_thousand_characters_survives() -> None:
    text = "ordet & " * 12_500
    assert texts(rendered(DATA, view(prose(text))))[1] == text


def test_control_characters_and_lone_surrogates_are_dropped_and_nothing_else() -> None:
    assert texts(rendered(DATA, view(prose("a\x00b\ud800c\x0bd"))))[1] == "abcd"


def test_a_text_of_several_paragraphs_in_a_numbered_style_is_numbered_once() -> None:
    data = template([("{{p kapitel_före[0].text }}", "Direktiv")])
    document = opened(rendered(data, view(prose("Gör.", "Och mer.", ListBlock(False, _items("a"))))))
    assert [p.style.name for p in document.paragraphs if p.style] == [
        "Direktiv",
        "Direktiv fortsättning",
        "List Bullet",
    ]


def test_a_heading_takes_the_style_made_for_it_in_that_text() -> None:
    data = template([("{{p kapitel_före[0].text }}", "Bilaga")])
    document = opened(rendered(data, view(prose(Heading(2, (Text("Ramar"),)), "Text."))))
    assert [p.style.name for p in document.paragraphs if p.style] == ["Bilaga rubrik 2", "Bilaga"]


def test_what_the_template_keeps_with_the_next_is_kept_in_its_last_paragraph() -> None:
    def build(document: Document) -> None:
        document.add_paragraph(
            "{{p kapitel_före[0].text }}", style="Uppdrag"
        ).paragraph_format.keep_with_next = True
        document.add_paragraph("Läge", style="Uppdrag")

    kept = [
        p.paragraph_format.keep_with_next
        for p in opened(
            rendered(template(build), view(prose("Ett.", ListBlock(False, _items("a", "b")))))
        ).paragraphs
    ]
    assert kept == [None, True, True, None]


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("Regionplan 2019–2021", ["Regionplan", "2019–2021"]),
        ("Mål 2020-2022 med budget", ["Mål", "2020-2022 med budget"]),
        ("Verksamhetsplan 2019", ["Verksamhetsplan 2019"]),
        ("2019–2021", ["2019–2021"]),
    ],
)
def test_a_title_on_a_cover_is_not_broken_at_the_dash_of_its_years(title: str, lines: list[str]) -> None:
    data = template([("{{ kapitel_före[0].titel|omslag }}", "Title")])
    paragraph = opened(rendered(data, view(title=Phrase.of(title)))).paragraphs[0]
    assert paragraph.text.split("\n") == lines
