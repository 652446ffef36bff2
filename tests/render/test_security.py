"""A template is not a program: nothing of Python can be reached, and no tag goes on for ever."""

from __future__ import annotations

import time

import pytest

from generator.diagnostics import StyrdokError
from generator.domain.fras import Phrase
from tests.support.small import nod, prose, rendered, template, texts, view

NODES = tuple(nod(f"n{n}", barn=(nod(f"n{n}.1"),)) for n in range(40))
LONG = "x" * 2000


def printed(*tags: str) -> list[str]:
    """What the tags print, a paragraph each."""
    return texts(rendered(template([(tag, "Body Text") for tag in tags]), view(noder=NODES)))


def refused(*tags: str) -> StyrdokError:
    with pytest.raises(StyrdokError) as caught:
        printed(*tags)
    assert "Mallen prov.docx (word/document.xml, stycke " in caught.value.message
    return caught.value


@pytest.mark.parametrize(
    "tag",
    [
        "{{ ''.__class__ }}",
        "{{ ''['__class__'] }}",
        "{{ dokument.__class__.__mro__ }}",
        "{{ dokument['__init__']['__globals__'] }}",
        "{{ noder.__class__ }}",
        "{{ noder[0].__slots__ }}",
        "{{ noder[0].titel.of('x') }}",
        "{{ noder[0].titel.__class__ }}",
        "{{ noder.count(1) }}",
        "{{ noder.index }}",
        "{{ ().__class__.__bases__ }}",
        "{{ dokument|attr('__class__') }}",
        "{{ noder|map('attr', '__class__')|list }}",
        "{{ noder|map(attribute='__class__')|list|first }}",
        "{{ noder|map(attribute='titel.__class__')|first }}",
        "{{ noder|selectattr('__class__')|first }}",
        "{{ noder|groupby('__class__') }}",
        "{{ noder|sort(attribute='__class__')|first }}",
        "{{ '{0.__class__}'.format(dokument) }}",
        "{{ '{x.__class__}'.format_map(dokument) }}",
        "{{ '%s'.__mod__(1) }}",
        "{{ '%s' % dokument }}",
        "{{ '%999999999d' % 1 }}",
        "{{ '%s'|format(dokument) }}",
        "{{ 'x'.join(noder) }}",
        "{{ 'x'.upper() }}",
        "{{ dokument.titel.encode() }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ lipsum() }}",
        "{{ namespace() }}",
        "{{ joiner }}",
        "{{ dict(a=1) }}",
        "{{ self }}",
        "{{ self.__init__ }}",
        "{{ caller() }}",
        "{{ loop }}",
        "{% for a in noder %}{{ loop.__class__ }}{% endfor %}",
        "{% for a in noder %}{{ loop._iterator }}{% endfor %}",
        "{% for a in noder %}{{ loop(noder) }}{% endfor %}",
        "{{ __text }}",
        "{{ __text.__self__ }}",
        "{{ __block.__func__ }}",
        "{{ dokument.titel|safe }}",
        "{{ dokument.titel|xmlattr }}",
        "{{ dokument.titel|e }}",
        "{{ dokument.titel|tojson }}",
        "{{ dokument.datum.value }}",
        "{{ 1 .real }}",
        "{{ noder|random }}",
    ],
)
def test_nothing_but_the_view_can_be_reached(tag: str) -> None:
    refused(tag)


@pytest.mark.parametrize(
    "tag",
    [
        "{% import 'x' as y %}",
        "{% from 'x' import y %}",
        "{% include 'x' %}",
        "{% extends 'x' %}",
        "{% macro m() %}{% endmacro %}",
        "{% call m() %}{% endcall %}",
        "{% block b %}{% endblock %}",
        "{% filter upper %}a{% endfilter %}",
        "{% autoescape false %}{{ dokument.titel }}{% endautoescape %}",
        "{% print dokument %}",
        "{% raw %}{{ x }}{% endraw %}",
        "{% do noder.append(1) %}",
        "{% set x %}a{% endset %}",
        "{% set dokument.titel = 'x' %}",
        "{% for a in noder recursive %}{{ loop(a.barn) }}{% endfor %}",
    ],
)
def test_the_language_has_for_if_and_set_alone(tag: str) -> None:
    refused(tag)


@pytest.mark.parametrize(
    "tags",
    [
        ["{{ range(10**9)|list }}"],
        ["{{ 10**10**10 }}"],
        ["{{ 2**100000000 }}"],
        ["{{ 'x' * 10000000000 }}"],
        ["{{ 10000000000 * 'x' }}"],
        ["{{ [1] * 10000000000 }}"],
        ["{{ noder * 10000000 }}"],
        ["{{ 1|round(-1000000000) }}"],
        ["{{ noder|batch(1000000000, 'x')|list }}"],
        ["{{ noder|slice(1000000000)|list }}"],
        ["{{ 'x'|center(1000000000) }}"],
        ["{{ 'x'|indent(1000000000) }}"],
        [f"{{% set a = '{LONG}' %}}", *["{% set a = a ~ a %}"] * 40, "{{ a }}"],
        [f"{{% set a = '{LONG}' %}}", *["{% set a = a + a %}"] * 40, "{{ a }}"],
        ["{% set a = ['x'] %}", *["{% set a = [a, a] %}"] * 60, "{{ a|length }}"],
        ["{% set a = 'x' %}", *[f"{{% set a = a|replace('x', '{'x' * 50}') %}}"] * 10],
        ["{% for a in noder %}" * 6 + "x" + "{% endfor %}" * 6],
        ["{% for a in noder %}" * 6 + "{% endfor %}" * 6],
        ["{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}"],
        ["{{ " + "not " * 5000 + "1 }}"],
        ["{{ " + "-" * 5000 + "1 }}"],
        ["{{ " + "[" * 500 + "]" * 500 + "|first" * 20000 + " }}"],
    ],
    ids=lambda tags: tags[0][:30],
)
def test_no_tag_goes_on_for_ever_or_fills_the_memory(tags: list[str]) -> None:
    began = time.process_time()
    refused(*tags)
    assert time.process_time() - began < 20


@pytest.mark.parametrize(
    "said", ["{{ 7*7 }}", "{% for a in noder %}", "{# x #}", "{%p if x %}", "}}", "%}", "{{p x }}"]
)
def test_what_the_content_says_is_never_a_tag(said: str) -> None:
    data = template(
        [("{{ kapitel_före[0].titel }}", "Body Text"), ("{{p kapitel_före[0].text }}", "Body Text")]
    )
    found = texts(rendered(data, view(prose(f"{said} & <b>"), title=Phrase.of(said))))
    assert found == [said, f"{said} & <b>"]


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("{{ dokument.titel }}", "Plan & budget"),
        ("{{ Dokument.Titel }}", "Plan & budget"),
        ("{{ dokument['titel'] }}", "Plan & budget"),
        ("{{ dokument.titel|upper }}", "PLAN & BUDGET"),
        ("{{ dokument.titel|replace('&', 'och') }}", "Plan och budget"),
        ("{{ dokument.titel[0] }}", "P"),
        ("{{ noder|length }}", "40"),
        ("{{ noder[:2]|map(attribute='titel')|join(', ') }}", "n0, n1"),
        ("{{ (noder|last).barn[0].titel }}", "n39.1"),
        ("{% for a in noder[:2] %}{{ loop.index }}{% if not loop.last %}, {% endif %}{% endfor %}", "1, 2"),
        ("{% for g in noder|groupby('nivå') %}{{ g.grouper }} {{ g.list|length }}{% endfor %}", "mål 40"),
        ("{% for a in noder if loop is not defined %}x{% else %}inga{% endfor %}", "x" * 40),
        ("{{ 2 * 3 + 1 - 7 % 4 }}", "4"),
        ("{{ 'a' + 'b' ~ 1 }}", "ab1"),
        ("{{ dokument.beslut|default('inget', true) }}", "inget"),
        ("{{ okänt is defined }}", "nej"),
        ("{{ dokument.organ|liten }} {{ 'åsa'|stor }}", "nämnden Åsa"),
        ("{% set n = noder|length %}{{ n / 4 }}", "10.0"),
        ("{% with a = 1 %}{{ a }}{% endwith %}", "1"),
    ],
)
def test_what_a_template_needs_works(tag: str, expected: str) -> None:
    assert printed(tag) == [expected]
