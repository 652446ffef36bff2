"""The linter knows the names of a view without rendering: D001, and what falls out of a document: D002."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from generator.diagnostics import Diagnostic, Severity
from generator.documents.kind import kinds
from generator.documents.verksamhetsberattelse import VerksamhetsberattelseVy
from generator.documents.view import View
from generator.domain.tabell import Tabell
from generator.render.lint import Rules, lint
from generator.render.shapes import Model
from tests.support.small import template

LEVELS = ("perspektiv", "inriktningsmål", "insatsområde")
REPORT = Model(VerksamhetsberattelseVy, LEVELS)


def linted(*tags: str, model: Model = REPORT, promises: tuple[str, ...] = ()) -> tuple[Diagnostic, ...]:
    """What is found in a template with these paragraphs."""
    data = template([(tag, "Body Text") for tag in tags])
    return lint(data, "mall.docx", Rules(model, promises))


def told(*tags: str, model: Model = REPORT) -> list[str]:
    """What is said of the tags, without the place."""
    found = linted(*tags, model=model)
    assert all(d.code == "D001" for d in found), found
    return [d.message.partition(": ")[2] for d in found]


def test_the_message_says_template_part_paragraph_and_tag() -> None:
    (found,) = linted(
        "text", "{%p for nod in noder %}", "Målet {{ nod.titl }}, {{ nod.djup }}", "{%p endfor %}"
    )
    assert found == Diagnostic(
        "D001",
        "Mallen mall.docx (word/document.xml, stycke 3, ”{{ nod.titl }}”): ”titl” finns inte där."
        " Menade du ”titel”?",
        found.position,
        "Namnen visas av styrdok templates show.",
    )
    assert found.position.file == "mall.docx"


@pytest.mark.parametrize(
    "tags",
    [
        ["{{ dokument.titel }}"],
        ["{{ dokument.märkning }} {{ dokument.markning }} {{ Dokument.Märkning }}"],
        ["{{ dokument['överordnat'] }} {{ dokument.beslut.datum }} {{ dokument.beslut }}"],
        ["{%p for nivå in styrmodell.nivåer %}", "{{ niva.namn }} {{ nivå.flertal }}", "{%p endfor %}"],
        ["{%p for p in perspektiv %}", "{{ p.titel }}", "{%p endfor %}"],
        ["{%p for p in perspektiv %}", "{%p for m in p.inriktningsmal %}", "{{ m.insatsområde|length }}"]
        + ["{%p endfor %}"] * 2,
        ["{% for nod in noder if nod.bedöms and nod.djup < 3 %}{{ loop.index }}{{ nod.länk }}{% endfor %}"],
        ["{% for n in noder %}{% if loop.changed(n.id) %}{{ loop.previtem.titel }}{% endif %}{% endfor %}"],
        ["{% for g in noder|groupby('nivå') %}{{ g.grouper }}{{ g.list[0].titel }}{% endfor %}"],
        ["{% for r in noder|batch(2) %}{% for n in r %}{{ n.titel }}{% endfor %}{% endfor %}"],
        [
            "{{ noder|map(attribute='titel')|join(', ') }}",
            "{{ noder|selectattr('eget')|map(attribute='id')|first }}",
        ],
        ["{{ (noder|first).barn[0].uppdrag[1:]|length }}"],
        ["{{ noder|join(', ', attribute='titel') }}"],
        ["{% set n = noder|first %}{{ n.titel }}"],
        ["{% with n = noder|last %}{{ n.titel }}{% endwith %}"],
        ["{% if dokument.beslutat %}{% set x = 'a' %}{% else %}{% set x = 'b' %}{% endif %}{{ x }}"],
        ["{{ dokument.ansvarig or dokument.organ }} {{ 'x' if dokument.beslutat else dokument.stadium }}"],
        [
            "{{ bedömda|length }}",
            "{% for r in måluppfyllelse_antal %}{{ r.bedömning }} {{ r.antal + 1 }}{% endfor %}",
        ],
        ["{{ saknas is defined }} {{ saknas|default('–') }}"],
        ["{% if saknas is defined %}{{ saknas.titel }}{% endif %}"],
        ["{% if saknas is defined and saknas.titel %}{{ saknas.titel }}{% endif %}"],
        ["{{ dokument.datum|default('–') }} {{ dokument.organ|liten|upper }} {{ 1 / 2 }} {{ 'a' ~ 1 }}"],
        ["{{p kapitel_före[0].text }}", "{{p kapitel_före[0].titel }}", "{{p dokument.titel }}"],
        ["{% for a, b in [[1, 2]] %}{{ a }}{% endfor %}"],
        ["{{ dokument.period[:4] }}"],
    ],
)
def test_a_template_that_is_right_is_found_right(tags: list[str]) -> None:
    assert linted(*tags) == ()


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("{{ dokument.titl }}", "”titl” finns inte där. Menade du ”titel”?"),
        ("{{ dokument['titl'] }}", "”titl” finns inte där. Menade du ”titel”?"),
        ("{{ dokument.märkn1ng }}", "”märkn1ng” finns inte där. Menade du ”märkning”?"),
        ("{{ dokumnet.titel }}", "”dokumnet” finns inte. Menade du ”dokument”?"),
        ("{{ nod.titel }}", "”nod” finns inte."),
        ("{% for nod in noder %}{{ nod.mål }}{% endfor %}", "”mål” finns inte där."),
        ("{% for nod in nodr %}{{ nod.x }}{% endfor %}", "”nodr” finns inte. Menade du ”noder”?"),
        ("{% for nod in noder %}{{ nåd.titel }}{% endfor %}", "”nåd” finns inte."),
        ("{% for åtgärd in noder %}{{ åtgrd.titel }}{% endfor %}", "”åtgrd” finns inte. Menade du ”åtgärd”?"),
        ("{% for nod in noder %}x{% endfor %}{{ nod.titel }}", "”nod” finns inte."),
        ("{% for nod in noder %}{{ loop.idx }}{% endfor %}", "”idx” finns inte där."),
        ("{{ loop.index }}", "”loop” finns inte."),
        ("{{ noder.titel }}", "”titel” finns inte där. Det som står före punkten är en lista."),
        ("{{ dokument.titel.längd }}", "har inga delar (text)"),
        ("{{ noder[0].titel.content }}", "har inga delar (text, kan ha fetstil och länkar)"),
        ("{{ noder[0].titel[0] }}", "här står ingen lista"),
        ("{{ dokument[0] }}", "här står ingen lista"),
        ("{{ noder|map(attribute='titl')|join }}", "”titl” finns inte där. Menade du ”titel”?"),
        ("{{ noder|selectattr('egt')|list|length }}", "”egt” finns inte där. Menade du ”eget”?"),
        ("{{ noder|sort(attribute='uppdrag.längd')|length }}", "”längd” finns inte där."),
        ("{{ dokument.titel|storr }}", "filtret ”storr” finns inte"),
        ("{% if true %}{{ dokument.titel|storr }}{% endif %}", "filtret ”storr” finns inte"),
        ("{{ dokument is okänd }}", "efter ”is” kan det inte stå ”okänd”"),
        ("{{ noder|stor }}", "filtret ”stor” behöver en text, men här står en lista"),
        ("{{ noder[0]|upper }}", "filtret ”upper” behöver en text, men här står en post i målkedjan"),
        ("{{ dokument.beslutat|first }}", "filtret ”first” behöver en lista, men här står ja eller nej"),
        ("{{ noder|join(', ') }}", "en post i målkedjan går inte att skriva ut"),
        ("{{ noder }}", "här står en hel lista (en post i målkedjan), som inte går att skriva ut"),
        ("{{p noder }}", "här står en hel lista"),
        ("{{ noder[0] }}", "en post i målkedjan går inte att skriva ut"),
        ("{{ dokument }}", "dokumentets uppgifter går inte att skriva ut"),
        ("{{ kapitel_före[0].text }}", "här står en text av flera stycken"),
        ("{% set t = kapitel_före[0].text %}{{ t }}", "här står en text av flera stycken"),
        ("{% for a in dokument.titel %}x{% endfor %}", "det som ”for” ska gå igenom är ingen lista (text)"),
        ("{% for a in dokument %}x{% endfor %}", "är ingen lista (dokumentets uppgifter)"),
        ("{% for a in noder[0].text %}x{% endfor %}", "är ingen lista (text av flera stycken)"),
        ("{{ range(3) }}", "”range(…)” finns inte i mallar"),
        ("{{ dokument.titel() }}", "det som står före parentesen går inte att anropa"),
        ("{% for a in noder %}{{ loop.index() }}{% endfor %}", "”loop.index” ska inte ha parentes efter sig"),
        ("{% for a in noder %}{{ loop }}{% endfor %}", "slingans läge går inte att skriva ut"),
        ("{% set x = saknas %}", "”saknas” finns inte."),
        ("{{ 1 + }}", "taggen är inte färdig; något saknas på slutet"),
        ("{% if %}a{% endif %}", "efter ”if” saknas något"),
        ("{% if dokument.titel %}a{% else dokument %}b{% endif %}", "efter ”else” ska inget mer stå"),
        ("{% set x %}", "”set” behöver ett namn och ett värde"),
        ("{% for nod noder %}a{% endfor %}", "här väntades ”in”, men det står ”noder”"),
    ],
)
def test_what_a_template_cannot_say(tag: str, said: str) -> None:
    found = told(tag)
    assert len(found) == 1, found
    assert said in found[0]


def test_all_mistakes_are_told_at_once() -> None:
    found = linted(
        "{{ 1 + }}",
        "{%p for nod in noder %}",
        "{{ nod.titl }} {{ nod.djp }}",
        "{%p if nod.eget = 1 %}",
        "{{ nod.egt }}",
        "{%p endif %}",
        "{% macro x() %}",
        "{%p for u in nod.uppdrag",
        "{{ kapitl }}",
    )
    paragraphs = [d.message.partition("stycke ")[2].partition(",")[0] for d in found]
    assert paragraphs == ["1", "2", "3", "3", "4", "5", "7", "8", "9"]
    assert [d.code for d in found] == ["D001", "D003", "D001", "D001", "D001", "D001", "D003", "D003", "D001"]


def test_what_comes_after_a_loop_that_cannot_be_read_is_still_known() -> None:
    found = told("{% for nod in noder + %}{{ nod.vad_som_helst }} {{ loop.index }}{% endfor %}{{ dokumnt }}")
    assert len(found) == 2
    assert "”dokumnt” finns inte" in found[1]


def test_a_name_without_a_near_one_gets_no_guess() -> None:
    assert told("{{ xyz }}") == ["”xyz” finns inte."]


def test_the_levels_are_those_of_the_styrmodell_and_no_others() -> None:
    other = Model(View, ("strategi", "fokusområde"))
    assert linted("{% for s in strategi %}{{ s.fokusomrade|length }}{% endfor %}", model=other) == ()
    assert told("{{ perspektiv|length }}", model=other) == ["”perspektiv” finns inte."]
    assert told("{{ noder[0].insatsområde|length }}", model=other) == ["”insatsområde” finns inte där."]
    assert "Menade du ”fokusområde”?" in told("{{ noder[0].fokusområd|length }}", model=other)[0]


@dataclass(frozen=True, slots=True)
class _Budget(View):
    tabell: Tabell
    tabeller: tuple[Tabell, ...]
    kanske: Tabell | None


def test_tables_are_blocks() -> None:
    budget = Model(_Budget, ())
    assert (
        linted("{{p tabell }}", "{%p for t in tabeller %}", "{{p t }}", "{%p endfor %}", model=budget) == ()
    )
    assert told("{{ kanske }}", model=budget) == ["här står en tabell"]


def test_headers_and_footers_are_read_too() -> None:
    import io

    import docx

    document = docx.Document(io.BytesIO(template([("{{ dokument.titel }}", "Body Text")])))
    document.sections[0].footer.paragraphs[0].text = "{{ dokument.titl }}"
    out = io.BytesIO()
    document.save(out)
    (found,) = lint(out.getvalue(), "mall.docx", Rules(REPORT))
    assert "(word/footer" in found.message


PROMISES = (
    "DokumentVy.ansvarig",
    "NodVy.rubrik",
    "NodVy.egen_text",
    "NodVy.uppdrag",
    "NodVy.eget",
    "UppdragVy.text",
    "VerksamhetsberattelseVy.bedomda",
)
KEPT = (
    "{{ dokument.ansvarig }}",
    "{%p for nod in bedömda %}",
    "{% if nod.eget %}eget{% endif %} {{ nod.rubrik }}",
    "{{p nod.egen_text }}",
    "{%p for u in nod.uppdrag %}",
    "{{p u.text }}",
    "{%p endfor %}",
    "{%p endfor %}",
)


def test_promises_that_are_kept() -> None:
    assert linted(*KEPT, promises=PROMISES) == ()


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("{{ dokument.ansvarig }}", "”ansvarig” (dokumentets uppgifter: Den som svarar för dokumentet)"),
        (
            "{{p nod.egen_text }}",
            "”egen_text” (en post i målkedjan: Det som dokumentets eget organ skriver om posten)",
        ),
        ("{{p u.text }}", "”text” (ett uppdrag: Uppdragets text)"),
        ("{% if nod.eget %}eget{% endif %} {{ nod.rubrik }}", "”rubrik”"),
    ],
)
def test_a_promise_that_no_place_keeps(tag: str, said: str) -> None:
    found = linted(*("x" if line == tag else line for line in KEPT), promises=PROMISES)
    assert found
    assert {(d.code, d.severity) for d in found} == {("D002", Severity.WARNING)}
    assert any(said in d.message for d in found)


def test_words_that_only_decide_something_are_not_shown() -> None:
    body = ("{% if dokument.ansvarig %}x{% endif %}",)
    assert [d.code for d in linted(*body, promises=("DokumentVy.ansvarig",))] == ["D002"]


def test_words_that_are_printed_through_a_variable_are_shown() -> None:
    body = ("{% set t = dokument.ansvarig %}{{ t }}",)
    assert linted(*body, promises=("DokumentVy.ansvarig",)) == ()


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_every_promise_is_a_field_that_there_is(kind: str) -> None:
    from generator.render.shapes import classes_of, parts_of

    classes = classes_of(kinds()[kind].view)
    for promise in kinds()[kind].promises:
        owner, _, name = promise.partition(".")
        assert name in parts_of(classes[owner]), promise


def test_a_file_that_is_no_template() -> None:
    (found,) = lint(b"inte en zip", "mall.docx", Rules(REPORT))
    assert (found.code, found.position.file) == ("S005", "mall.docx")
