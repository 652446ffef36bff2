"""Every kind of failure is a Swedish sentence with template, part, paragraph and the very tag."""

from __future__ import annotations

import io

import docx
import pytest

from generator.diagnostics import StyrdokError
from tests.support.small import nod, prose, rendered, template, view

VALUES = view(prose("text"), (nod("n1", text=prose("a"), barn=(nod("n2"),)), nod("n3")))


def failure(*tags: str) -> StyrdokError:
    data = template([("En rad före", "Body Text"), *((tag, "Body Text") for tag in tags)])
    with pytest.raises(StyrdokError) as caught:
        rendered(data, VALUES)
    return caught.value


@pytest.mark.parametrize(
    ("tag", "said", "hint"),
    [
        ("{{ dokument.titl }}", "”titl” finns inte där. Menade du ”titel”?", "templates show"),
        ("{{ dokument.märknig }}", "”märknig” finns inte där. Menade du ”märkning”?", "templates show"),
        ("{{ dokumnt.titel }}", "”dokumnt” finns inte. Menade du ”dokument”?", "templates show"),
        ("{{ åtagande.text }}", "”åtagande” finns inte.", "templates show"),
        (
            "{{ dokument.titel.längd }}",
            "”längd” finns inte där. Det som står före punkten har inga delar.",
            "",
        ),
        ("{{ dokument.titel|storr }}", "filtret ”storr” finns inte", "Menade du ”stor”?"),
        ("{% if true %}{{ 1|storr }}{% endif %}", "filtret ”storr” finns inte", "Menade du ”stor”?"),
        ("{{ dokument is okänd }}", "efter ”is” kan det inte stå ”okänd”", "is defined"),
        ("{{ dokument.titel ! }}", "tecknet ”!” kan inte stå där", "Ta bort tecknet."),
        ("{{ 1 + }}", "taggen är inte färdig; något saknas på slutet", "Rätta taggen."),
        ("{% if dokument.titel = 'x' %}a{% endif %}", "”=” kan inte stå där", "Skriv == för att jämföra."),
        ("{{ dokument titel }}", "här väntades taggens slut, men det står ”titel”", "Rätta taggen."),
        ("{% for nod noder %}a{% endfor %}", "här väntades ”in”, men det står ”noder”", "Rätta taggen."),
        ("{{ (1 }}", "", "Rätta taggen."),
        ("{{ dokument.__class__ }}", "taggen försöker nå något som mallar inte får nå", "dokumentets vy"),
        ("{% for a in dokument.titel %}x{% endfor %}", "ska gå igenom är ingen lista", "efter in"),
        ("{{ kapitel_före[0].text }}", "här står en text av flera stycken", "{{p … }}"),
        ("{{ 1 / 0 }}", "taggen delar med noll", "Se efter"),
        ("{{ 'a' + 1 }}", "taggen kan inte utföras med det värde som finns", "Rätta taggen."),
        ("{{ noder|map|list|length }}", "filtret i taggen kan inte användas så", "Rätta taggen."),
        ("{{ dokument() }}", "taggen", "Rätta taggen."),
        ("{{ noder }}", "taggen skriver ut en hel lista", "{%p for"),
        ("{{ noder|map('upper') }}", "taggen skriver ut en hel lista", "{%p for"),
        ("{{ noder[0] }}", "taggen skriver ut något som har flera delar", "vilken del"),
        ("{{p noder[0] }}", "taggen skriver ut något som har flera delar", "vilken del"),
        ("{% for loop in noder %}x{% endfor %}", "”loop” kan inte få ett nytt värde", "annat namn"),
        ("{% macro m() %}{% endmacro %}", "taggen ”macro” finns inte", "for, if"),
        ("{% set x %}a{% endset %}", "”endset” finns inte", ""),
    ],
)
def test_what_is_wrong_with_a_tag(tag: str, said: str, hint: str) -> None:
    problem = failure(tag)
    assert problem.message.startswith("Mallen prov.docx (word/document.xml, stycke 2, ”{")
    assert said in problem.message
    assert hint in problem.hint
    assert "Jinja" not in problem.message + problem.hint


def test_the_tag_that_fails_is_the_one_that_is_shown() -> None:
    problem = failure("{{ dokument.titel }} och {{ dokument.titl }} och {{ dokument.organ }}")
    assert "stycke 2, ”{{ dokument.titl }}”" in problem.message


def test_a_tag_inside_loops_and_conditions_is_found() -> None:
    problem = failure(
        "{%p for n in noder %}", "{%p if n.barn %}", "{{ n.barn[0].titl }}", "{%p endif %}", "{%p endfor %}"
    )
    assert "stycke 4, ”{{ n.barn[0].titl }}”" in problem.message


def test_a_condition_of_a_loop_is_found() -> None:
    problem = failure("{%p for n in noder if n.djupt == 1 %}", "x", "{%p endfor %}")
    assert "stycke 2" in problem.message
    assert "Menade du ”djup”?" in problem.message


def test_a_tag_in_a_header_is_found() -> None:
    document = docx.Document(io.BytesIO(template([("x", "Body Text")])))
    document.sections[0].header.paragraphs[0].text = "{{ dokument.titl }}"
    out = io.BytesIO()
    document.save(out)
    with pytest.raises(StyrdokError, match=r"\(word/header\d.xml, stycke \d, ”\{\{ dokument.titl \}\}”\)"):
        rendered(out.getvalue(), VALUES)


def test_a_long_tag_is_shortened() -> None:
    problem = failure("{{ dokument.titl ~ '" + "x" * 200 + "' }}")
    assert "…”" in problem.message
    assert len(problem.message) < 250


def test_all_of_it_is_a_finding_of_one_code() -> None:
    assert failure("{{ dokument.titl }}").code == "D001"
    assert failure("{%- if x %}a{% endif %}").code == "D003"
