"""What would break a document, or lose something without a word, is told with its paragraph."""

from __future__ import annotations

import pytest

from generator.diagnostics import Severity, StyrdokError
from generator.ooxml.flaw import Flaw
from generator.ooxml.package import Package
from generator.ooxml.template_parts import changes_in, read_template, sound_parts, unfilled
from tests.ooxml.test_tags import BOX, row, table
from tests.ooxml.workbench import NAMESPACES, OFFICE, SECTION, Mall, p, run


def flaws(body: str, part: int = 0) -> tuple[Flaw, ...]:
    return read_template(Mall(body=body).prepared())[part].flaws


def only(body: str) -> Flaw:
    found = flaws(body)
    assert len(found) == 1, [f.message("mall.docx") for f in found]
    return found[0]


ENDS = p("{%p endif %}")
PICTURE = '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x"/></wp:inline></w:drawing></w:r>'


@pytest.mark.parametrize(
    ("body", "what", "paragraph"),
    [
        (p("a") + p("{{p x }} mer"), "står också ”mer”", 2),
        (p("Se {{p x }}"), "står också ”Se”", 1),
        (p("{{p x }}{{p y }}"), "står också ”{{p y }}”", 1),
        (p("{%p if x %}{{ y }}") + ENDS, "står också ”{{ y }}”", 1),
        (p("{%p if x %}{%p endif %}"), "står också ”{%p endif %}”", 1),
        (f"<w:p>{run('{{p x }}')}{PICTURE}</w:p>", "en bild", 1),
        (f"<w:p>{run('{{p x }}')}<w:r><w:br w:type='page'/></w:r></w:p>", "en sidbrytning", 1),
        (f"<w:p>{run('{{p x }}')}<w:r><w:footnoteReference w:id='1'/></w:r></w:p>", "en fotnot", 1),
        (f"<w:p><w:pPr>{SECTION}</w:pPr>{run('{{p x }}')}</w:p>", "avslutar ett avsnitt", 1),
        (f"<w:p><w:pPr>{SECTION}</w:pPr>{run('{%p if x %}')}</w:p>{ENDS}", "avslutar ett avsnitt", 1),
        (p("{%- if x %}a{% endif %}"), "slår ihop stycken", 1),
        (p("{% if x -%}a{% endif %}"), "slår ihop stycken", 1),
        (p("{{- x }}"), "slår ihop stycken", 1),
        (p("{{ x"), "avslutas aldrig", 1),
        (p("a {% if x }} b"), "avslutas aldrig", 1),
        (p("{{ x {{ y }}"), "avslutas aldrig", 1),
        (p("{# x"), "avslutas aldrig", 1),
        (p("{{ }}"), "taggen är tom", 1),
        (p("{{tr x }}"), "”{{tr” finns inte", 1),
        (p("{%tr if x %}") + p("{%tr endif %}"), "utanför en tabell", 1),
        (table(row("{%tr for a in b %}", "{%tr endfor %}")) + p(""), "bara en sådan tagg får plats", 1),
        (table(row("{%tr if a %}", "text"), row("{%tr endif %}")) + p(""), "står också ”text”", 1),
        (table(row("{%tr if a %}", "{{ x }}"), row("{%tr endif %}")) + p(""), "står också ”{{ x }}”", 1),
        (table(row("{%tc if a %}b", "{%tc endif %}")) + p(""), "i cellen står också ”b”", 1),
    ],
)
def test_a_placement_that_breaks_the_document(body: str, what: str, paragraph: int) -> None:
    found = [f for f in flaws(body) if what in f.what]
    assert found, [f.message("mall.docx") for f in flaws(body)]
    assert found[0].paragraph == paragraph
    assert found[0].severity is Severity.ERROR
    assert found[0].code == "D003"
    assert found[0].hint


@pytest.mark.parametrize(
    "body",
    [
        p("{{p x }}"),
        p("  {{p x }} "),
        f'<w:p><w:bookmarkStart w:id="1" w:name="a"/>{run("{{p x }}")}<w:bookmarkEnd w:id="1"/></w:p>',
        p("{%p if x %}") + p("a") + ENDS,
        p("{% if x %}a{% elif y %}b{% else %}c{% endif %}"),
        table(row("{%tr for a in b %}", ""), row("{{ a }}", ""), row("{%tr endfor %}", "")) + p(""),
        table(row("{%tr if a %}{# förklaring #}"), row("b"), row("{%tr endif %}")) + p(""),
        table(row("{%tc if a %}", "b", "{%tc endif %}")) + p(""),
        p("100 % } och {1}"),
        p("{# {{ x #}"),
        BOX.format(inside=p("{{p x }}"), after="{{ y }}"),
    ],
)
def test_a_placement_that_works(body: str) -> None:
    assert not flaws(body)


@pytest.mark.parametrize(
    "body",
    [
        p("{%p if x %}") + p("a") + ENDS,
        p("{%p for x in y %}") + p("{{p x }}") + p("{%p endfor %}"),
        p("{%p if x %}") + p("a") + ENDS + p("{%p if y %}") + p("a") + ENDS,
    ],
)
def test_a_cell_that_can_become_empty_is_remarked_upon(body: str) -> None:
    found = only(table(row(f"<!-- -->{body}")) + p(""))
    assert found.severity is Severity.WARNING
    assert "cellen blir tom" in found.what


@pytest.mark.parametrize(
    "body",
    [
        p("{%p if x %}") + p("a") + p("{%p else %}") + p("b") + ENDS,
        p("{%p if x %}") + p("a") + ENDS + p(""),
        p("{{p x }}"),
    ],
)
def test_a_cell_that_keeps_a_paragraph_is_well(body: str) -> None:
    assert not flaws(table(row(f"<!-- -->{body}")) + p(""))


def test_the_end_of_a_tag_that_never_began() -> None:
    found = only(p("titel }}"))
    assert found.severity is Severity.WARNING
    assert "”}}” avslutar ingen tagg" in found.what


@pytest.mark.parametrize(
    ("body", "what"),
    [
        (p("{%p if a %}") + p("b"), "”if” avslutas aldrig"),
        (p("a") + p("{%p endif %}"), "”endif” avslutar inget"),
        (p("{% else %}"), "”else” hör inte till något if"),
        (p("{%p for a in b %}") + p("{%p endif %}"), "”{%p for a in b %}” i stycke 1 är inte avslutad"),
        (p("{%p fro a in b %}"), "taggen ”fro” finns inte"),
        (p("{% p if a %}"), "mellan {% och ”p” ska inget mellanslag stå"),
        (p("{%p if a %}") + p("{%p end %}"), "”end” säger inte vad som avslutas"),
        (p("{% include 'x' %}"), "taggen ”include” finns inte"),
        (p("{%p if a %}") + p("{% endif %}"), "tar med sig mer än den andra"),
        (p("{%p if a %}") + table(row("b", "{%p endif %}")) + p(""), "i en annan sorts plats"),
        (table(row("{%p if a %}", "{%p endif %}")) + p(""), "i en annan sorts plats"),
        (p("{% if a %}b") + table(row("{% endif %}")) + p(""), "i en annan sorts plats"),
        (
            f'<w:p>{run("{% if a %}")}<w:hyperlink w:anchor="x">{run("b{% endif %}")}</w:hyperlink></w:p>',
            "i en annan sorts plats",
        ),
        (
            table(row("{%tr if a %}"), row("")) + p("") + table(row("{%tr endif %}"), row("")) + p(""),
            "i var sin tabell",
        ),
    ],
)
def test_a_for_or_if_that_does_not_end_where_it_should(body: str, what: str) -> None:
    found = [f for f in flaws(body) if what in f.what]
    assert found, [f.message("mall.docx") for f in flaws(body)]
    assert found[0].severity is Severity.ERROR


def test_a_forgotten_end_is_told_once() -> None:
    body = p("{%p for a in b %}") + p("{%p if a %}") + p("x") + p("{%p endfor %}")
    assert "”{%p if a %}” i stycke 2 är inte avslutad" in only(body).what


def test_a_condition_over_several_paragraphs_is_remarked_upon() -> None:
    found = only(p("a {% if x %}b") + p("c{% endif %}"))
    assert found.severity is Severity.WARNING
    assert "kan smälta ihop" in found.what
    assert "{%p if x %}" in found.hint


CHANGED = {
    "an insertion in the middle": f"{run('{{ do')}<w:ins w:id='1'>{run('ku')}</w:ins>{run('ment }}')}",
    "the beginning inserted": f"<w:ins w:id='1'>{run('{{')}</w:ins>{run(' x }}')}",
    "a deletion in the middle": (
        f"{run('{{ a')}<w:del w:id='1'><w:r><w:delText>b</w:delText></w:r></w:del>{run(' }}')}"
    ),
    "two changes": f"<w:ins w:id='1'>{run('{{ a')}</w:ins><w:ins w:id='2'>{run(' }}')}</w:ins>",
    "moved": f"{run('{{ a')}<w:moveTo w:id='1'>{run('b')}</w:moveTo>{run(' }}')}",
}


@pytest.mark.parametrize("inside", CHANGED.values(), ids=CHANGED)
def test_a_tag_across_a_tracked_change_is_refused(inside: str) -> None:
    prepared = Mall(body=p("först") + f"<w:p>{inside}</w:p>").prepared()
    error, remark = changes_in(prepared)
    assert "spårad ändring" in error.what
    assert (error.severity, error.paragraph) == (Severity.ERROR, 2)
    assert remark.severity is Severity.WARNING
    with pytest.raises(StyrdokError, match=r"Mallen mall.docx \(word/document.xml, stycke 2, ”\{\{"):
        sound_parts(prepared, "mall.docx")


def test_a_whole_tag_inside_a_change_is_only_remarked_upon() -> None:
    deleted = "<w:del w:id='2'><w:r><w:delText>b</w:delText></w:r></w:del>"
    body = f"<w:p><w:ins w:id='1'>{run('{{ a }}')}</w:ins>{deleted}</w:p>"
    found = list(changes_in(Mall(body=body).prepared()))
    assert [f.severity for f in found] == [Severity.WARNING]
    assert "2 spårade ändringar" in found[0].what


def test_comments_that_were_left_and_tags_in_them() -> None:
    comments = (
        f"<w:comments {NAMESPACES}><w:comment w:id='1'>{p('Ska stå {{ titel }}')}</w:comment></w:comments>"
    )
    package = Package.read(Mall(stories={"word/comments.xml": comments}).data(), "mall.docx")
    found = list(unfilled(package))
    assert [f.what for f in found] == [
        "en kommentar finns kvar i mallen",
        "taggar i en kommentar fylls inte i",
    ]
    assert {f.severity for f in found} == {Severity.WARNING}
    assert found[1].tag == "{{ titel }}"


def test_tags_in_a_chart_are_remarked_upon() -> None:
    chart = f"<w:chart {NAMESPACES}><a:t>{{{{ dokument.</a:t><a:t>titel }}}}</a:t></w:chart>"
    package = Package.read(Mall(stories={"word/chart1.xml": chart}).data(), "mall.docx")
    (found,) = unfilled(package)
    assert (found.what, found.tag) == ("taggar i ett diagram fylls inte i", "{{ dokument.titel }}")


def test_a_tag_in_the_address_of_a_link_is_remarked_upon() -> None:
    link = (
        f'<Relationship Id="rId9" Type="{OFFICE}/hyperlink" Target="https://example.se/%7B%7B%20x%20%7D%7D"'
        ' TargetMode="External"/>'
    )
    package = Package.read(Mall(extra_links=link).data(), "mall.docx")
    (found,) = unfilled(package)
    assert "adressen till en länk" in found.what
    assert found.tag == "{{ x }}"


def test_the_first_error_stops_the_building_with_template_part_and_paragraph() -> None:
    prepared = Mall(body=p("a") + p("{{p x }} mer")).prepared()
    with pytest.raises(StyrdokError) as caught:
        sound_parts(prepared, "plan.docx")
    assert caught.value.message == (
        "Mallen plan.docx (word/document.xml, stycke 2, ”{{p x }}”): i stycket står också ”mer”,"
        " som skulle försvinna med taggen"
    )
    assert caught.value.code == "D003"


def test_what_is_only_remarked_upon_does_not_stop_the_building() -> None:
    prepared = Mall(body=p("a {% if x %}b") + p("c{% endif %}")).prepared()
    assert len(sound_parts(prepared, "plan.docx")) == 1
