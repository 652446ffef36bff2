"""Tags become Jinja whatever Word has done to them, and nothing that is no tag does."""

from __future__ import annotations

import html

import jinja2
import pytest
from markupsafe import Markup, escape

from generator.ooxml.tags import Reading
from generator.ooxml.template_parts import read_template
from generator.ooxml.xml import Element, parse_strict, qn
from tests.ooxml.workbench import MAIN, NAMESPACES, STYLES, Mall, p, run, texts, values

MALLKOD = (
    '<w:style w:type="character" w:customStyle="1" w:styleId="Mallkod"><w:name w:val="Mallkod"/></w:style>'
)


def mall(body: str, **stories: str) -> Mall:
    """A template in the styles of a Swedish Word, with the character style of tags."""
    parts = {f"word/{name}.xml": text for name, text in stories.items()}
    return Mall(body=body, styles=STYLES + MALLKOD, stories=parts)


def reading(body: str) -> Reading:
    """The body of a template, read."""
    return read_template(mall(body).prepared())[0]


def tags(body: str) -> list[str]:
    """What the tags of a body say."""
    return [tag.text.inside for tag in reading(body).part.tags]


def filled(body: str, **context: object) -> Element:
    """The body of a template, filled in by the plainest means."""
    read = reading(body)
    assert not list(read.errors), [flaw.message("mall.docx") for flaw in read.errors]
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined)
    environment.filters |= {"som_text": str, "__visas": lambda value: value}
    context["__text"] = lambda value, _: escape(str(value))
    context["__block"] = lambda value, style, *_: Markup(p(html.escape(str(value)), style))  # noqa: S704
    return parse_strict(environment.from_string(read.part.source).render(context), MAIN)


def words(body: str, **context: object) -> list[str]:
    """The text of each paragraph of a filled body."""
    return texts(filled(body, **context))


def split(*pieces: str, between: str = "") -> str:
    """A paragraph whose text lies in several runs, each saved at another time."""
    runs = (
        f'<w:r w:rsidRPr="00{n}A1"><w:t xml:space="preserve">{t}</w:t></w:r>' for n, t in enumerate(pieces)
    )
    return f"<w:p>{between.join(runs)}</w:p>"


@pytest.mark.parametrize(
    "between",
    [
        "",
        '<w:proofErr w:type="spellStart"/>',
        '<w:bookmarkStart w:id="0" w:name="_GoBack"/><w:bookmarkEnd w:id="0"/>',
        '<w:bookmarkStart w:id="4" w:name="eget"/><w:bookmarkEnd w:id="4"/>',
        "<w:r><w:lastRenderedPageBreak/></w:r>",
        '<w:commentRangeStart w:id="2"/><w:commentRangeEnd w:id="2"/>',
        '<w:permStart w:id="3" w:edGrp="everyone"/><w:permEnd w:id="3"/>',
    ],
)
def test_a_tag_in_pieces_is_one_tag(between: str) -> None:
    body = split("före {", "{ do", "kument.", "titel }", "} efter", between=between)
    assert words(body, dokument={"titel": "Plan"}) == ["före Plan efter"]


def test_every_letter_in_a_run_of_its_own() -> None:
    assert words(split(*"{%p if x %}") + p("ja") + split(*"{%p endif %}"), x=1) == ["ja"]


def test_two_tags_in_pieces_do_not_grow_together() -> None:
    assert words(split("{{ a", " }}", "–{{", " b }}"), a=1, b=2) == ["1–2"]


def test_the_value_looks_as_the_run_in_which_the_tag_begins() -> None:
    bold = (
        '<w:r><w:rPr><w:rStyle w:val="Mallkod"/><w:b/><w:color w:val="FF0000"/></w:rPr><w:t>{{ a</w:t></w:r>'
    )
    read = reading(f"<w:p>{bold}{run(' }}')}</w:p>")
    form = read.part.formats[0]
    assert form.bold
    assert form.properties() == '<w:b/><w:bCs/><w:color w:val="FF0000"/>'
    assert "Mallkod" not in read.part.source


def test_bold_that_is_switched_off_stays_off() -> None:
    body = '<w:p><w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t>{{ a }}</w:t></w:r></w:p>'
    assert not reading(body).part.formats[0].bold


def test_tags_in_links_and_content_controls() -> None:
    body = (
        f'<w:p><w:hyperlink w:anchor="x">{run("{{ a }}")}</w:hyperlink>'
        f"<w:sdt><w:sdtContent>{run('{{ b }}')}</w:sdtContent></w:sdt></w:p>"
        f"<w:sdt><w:sdtContent>{p('{%p for n in many %}')}{p('{{ n }}')}"
        f"{p('{%p endfor %}')}</w:sdtContent></w:sdt>"
    )
    assert words(body, a=1, b=2, many=[3, 4]) == ["12", "3", "4"]


def test_a_tag_that_begins_in_a_link_and_ends_outside() -> None:
    body = f'<w:p><w:hyperlink w:anchor="x">{run("{{ a")}</w:hyperlink>{run(" }}!")}</w:p>'
    assert words(body, a=1) == ["1!"]


BOX = (
    '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>{inside}'
    "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r><w:r><w:t>{after}</w:t></w:r></w:p>"
)


def test_tags_in_a_text_box_are_filled_in_once_and_apart_from_the_paragraph_it_hangs_on() -> None:
    inside = p("{%p if x %}") + p("{{ a }}") + p("{%p endif %}")
    body = BOX.format(inside=inside, after="{{ b }}")
    assert words(body, x=1, a="i rutan", b="utanför") == ["utanför", "i rutan"]
    assert [tag.paragraph for tag in reading(body).part.tags] == [2, 3, 4, 1]


def test_a_paragraph_with_a_text_box_is_not_torn_by_a_tag_after_it() -> None:
    inside = p("ruta")
    body = p("{%p if x %}") + BOX.format(inside=inside, after="text") + p("{%p endif %}") + p("sist")
    assert words(body, x=1) == ["text", "ruta", "sist"]
    assert words(body, x=0) == ["sist"]


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("{{ “a” ~ x }}", "aR&D"),
        ("{{ ”a” ~ x }}", "aR&D"),
        ("{{ ‘a’ ~ x }}", "aR&D"),
        ("{{ „a“ ~ x }}", "aR&D"),
        ("{{ «a» ~ x }}", "aR&D"),
        ("{{ 'säg ”hej”' }}", "säg ”hej”"),
        ("{{ ”it's” }}", "it's"),
        ('{{ “ett "citat"” }}', 'ett "citat"'),
        ("{{ 'a – b' }}", "a – b"),
        ("{{ 5 – 3 }}", "2"),
        ("{{ 5 − 3 }}", "2"),
        ("{{\u00a0x\u00a0}}", "R&D"),
        ("{{\u00a0x|replace('&',\u00a0'\u00a0') }}", "R\u00a0D"),
        ("{{ \u200bx\u00ad\ufeff }}", "R&D"),
        ("{{ x if 1 < 2 and 3 > 2 }}", "R&D"),
        ("{{ 'R&D <b>' }}", "R&D <b>"),
        ("{{ 7 % 4 }}", "3"),
        ("{{ '%' ~ '{' ~ '}' }}", "%{}"),
        ("{{r x }}", "R&D"),
        ("{{x}}", "R&D"),
        ("{{ a\u030aa\u030a }}", "NFC"),
    ],
)
def test_letters_that_word_changes_and_letters_that_xml_reserves(tag: str, expected: str) -> None:
    assert words(p(html.escape(tag, quote=False)), x="R&D", åå="NFC") == [expected]


@pytest.mark.parametrize("tag", ["{%p if 7 % 4 == 3 %}", "{%p if '&' < 'a' %}", "{%p\u00a0if {'a': 1}.a %}"])
def test_signs_in_the_expression_of_a_tag_that_takes_its_paragraph(tag: str) -> None:
    assert words(p(html.escape(tag, quote=False)) + p("ja") + p("{%p endif %}")) == ["ja"]


def row(*cells: str) -> str:
    """A row of cells of one paragraph each; what begins with < is XML."""
    inside = "".join(f"<w:tc>{c if c.startswith('<') else p(c)}</w:tc>" for c in cells)
    return f"<w:tr>{inside}</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def test_rows_are_repeated_and_the_rows_of_the_tags_are_gone() -> None:
    body = table(row("{%tr for n in many %}", ""), row("{{ n }}", "x"), row("{%tr endfor %}", "")) + p("")
    assert words(body, many=[1, 2]) == ["1", "x", "2", "x", ""]


def test_a_table_inside_a_cell_repeats_its_own_rows() -> None:
    inner = table(row("{%tr for n in m.inre %}"), row("{{ n }}"), row("{%tr endfor %}")) + p("under")
    outer = table(row("{%tr for m in many %}"), row("{{ m.namn }}", inner), row("{%tr endfor %}"))
    many = [{"namn": "a", "inre": [1, 2]}, {"namn": "b", "inre": []}]
    found = filled(outer + p(""), many=many)
    assert texts(found) == ["a", "1", "2", "under", "b", "under", ""]
    assert len(list(found.iter(qn("w:tbl")))) == 3


def test_cells_are_repeated() -> None:
    body = table(row("{%tc for n in many %}", "{{ n }}", "{%tc endfor %}", "sist")) + p("")
    assert words(body, many=[1, 2]) == ["1", "2", "sist", ""]


def test_an_empty_paragraph_with_attributes_before_a_tag_is_left_alone() -> None:
    body = '<w:p w:rsidR="00A1"/>' + p("{%p if x %}") + p("a") + p("{%p endif %}")
    assert words(body, x=1) == ["", "a"]


def test_comments_print_nothing_and_may_take_their_paragraph_along() -> None:
    body = p("a{# {{ inte.detta }} #}b") + p("{#p hela raden #}") + p("sist")
    assert words(body) == ["ab", "sist"]
    assert tags(body) == []


def test_tags_for_cells_are_docxtpls() -> None:
    cell = "<w:tc><w:tcPr><w:shd w:fill='auto'/></w:tcPr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    body = table(
        "<w:tr>" + cell.format("{% cellbg färg %}a") + "</w:tr>",
        "<w:tr>" + cell.format("{% colspan 1 + 1 %}b") + "</w:tr>",
    )
    found = filled(body + p(""), färg="E6EEF3")
    assert values(found, "w:shd", "w:fill")[0] == "E6EEF3"
    assert values(found, "w:gridSpan") == ["2"]
    assert texts(found) == ["a", "b", ""]


def test_tags_in_alternative_text_and_in_field_codes_are_plain_text() -> None:
    body = (
        '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="Karta över {{ namn }}"/>'
        "</wp:inline></w:drawing></w:r><w:r><w:instrText> QUOTE {{ namn }} </w:instrText></w:r></w:p>"
    )
    found = filled(body, namn="R&D <x>")
    assert values(found, "wp:docPr", "descr") == ["Karta över R&D <x>"]
    assert "som_text" in reading(body).part.source


def test_braces_that_are_no_tags_stay() -> None:
    body = p("{ {a} } {1} 100 % }") + '<w:p><w:r><w:drawing uri="{28A0092B-C50C}"/></w:r></w:p>'
    assert tags(body) == []
    assert words(body)[0] == "{ {a} } {1} 100 % }"


def test_line_breaks_in_the_file_are_no_lines_of_the_source() -> None:
    body = f"\n  {p('{{ a }}')}\n\n  {p('{{ b }}')}\n"
    part = reading(body).part
    found = [part.tag(n) for n in (1, 2, 3, 4)]
    assert [tag.text.inside if tag else None for tag in found] == [None, "a", "b", None]


def test_each_tag_knows_its_paragraph_and_what_a_person_sees() -> None:
    body = p("ingenting") + split("{{ a", ".b }} ", "{% if c %}", "{% endif %}")
    assert [(t.paragraph, t.seen) for t in reading(body).part.tags] == [
        (2, "{{ a.b }}"),
        (2, "{% if c %}"),
        (2, "{% endif %}"),
    ]


def test_blocks_learn_their_style_whether_a_cell_holds_them_and_what_they_are_kept_with() -> None:
    body = p("{{p a }}", "Brdtext") + table(row(p("{{p b }}", "Rubrik1"))) + p("")
    kept = p("{{p c }}").replace("<w:p>", "<w:p><w:pPr><w:keepNext/></w:pPr>")
    loose = kept.replace("<w:keepNext/>", '<w:keepNext w:val="0"/>')
    sources = [tag.code for tag in reading(body).part.tags]
    assert sources == [
        "{{\n__block((a)|__visas, 'Brdtext', False, False) }}",
        "{{\n__block((b)|__visas, 'Rubrik1', True, False) }}",
    ]
    assert [tag.code[-15:] for tag in reading(kept + loose).part.tags] == [
        "False, True) }}",
        "alse, False) }}",
    ]
    assert words(body, a="x", b="y") == ["x", "y", ""]


def test_headers_footers_and_notes_have_tags_of_their_own() -> None:
    stories = {
        "header1": f"<w:hdr {NAMESPACES}>{p('{{ a }}')}</w:hdr>",
        "footer1": f"<w:ftr {NAMESPACES}>{split('{{ ', 'b }}')}</w:ftr>",
        "footnotes": (
            f'<w:footnotes {NAMESPACES}><w:footnote w:id="1">{p("{{ c }}")}</w:footnote></w:footnotes>'
        ),
        "endnotes": f'<w:endnotes {NAMESPACES}><w:endnote w:id="1">{p("{{ d }}")}</w:endnote></w:endnotes>',
    }
    found = read_template(mall(p("{{ x }}"), **stories).prepared())
    assert {r.part.name: [t.text.inside for t in r.part.tags] for r in found} == {
        "word/document.xml": ["x"],
        "word/header1.xml": ["a"],
        "word/footer1.xml": ["b"],
        "word/footnotes.xml": ["c"],
        "word/endnotes.xml": ["d"],
    }


def test_what_was_deleted_with_changes_tracked_is_no_tag_and_what_was_inserted_is() -> None:
    body = (
        "<w:p><w:del w:id='1'><w:r><w:delText>{{ gammal }}</w:delText></w:r></w:del>"
        f"<w:ins w:id='2'>{run('{{ ny }}')}</w:ins></w:p>"
    )
    assert tags(body) == ["ny"]


def test_a_tag_of_two_values_cannot_slip_out_of_its_wrapping() -> None:
    assert reading(p("{{ a, b }}")).part.tags[0].code == "{{\n__text((a, b)|__visas, 0) }}"
