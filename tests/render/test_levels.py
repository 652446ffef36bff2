"""A template may call the levels by their own names, whatever the governance model calls them."""

from __future__ import annotations

import re

import pytest

from generator.content import read_corpus
from generator.documents.kind import kinds
from generator.documents.view import View
from generator.ooxml.properties import Properties
from generator.render.template import Template
from tests.conftest import BLEKINGE, ROOT
from tests.support.small import template, texts
from tests.support.source_facts import INSATSOMRADEN

SECOND = ROOT / "tests" / "organisations" / "halland-liknande"


def _view(root: object, document: str) -> View:
    from pathlib import Path

    assert isinstance(root, Path)
    korpus = read_corpus(root).korpus
    assert korpus is not None
    dokument = korpus.dokument[document]
    return kinds()[dokument.slag].build(korpus, dokument)


def _printed(view: View, *lines: str) -> list[str]:
    data = template([(line, "Normal") for line in lines])
    return texts(Template(data, "egen.docx").render(view, Properties(title="Prov")))


@pytest.mark.parametrize("spelling", ["inriktningsmål", "inriktningsmal"])
def test_nested_loops_over_named_levels_with_and_without_swedish_letters(spelling: str) -> None:
    printed = _printed(
        _view(BLEKINGE, "verksamhetsplan-2019/regionstyrelsen"),
        "{%p for p in perspektiv %}",
        f"{{%p for m in p.{spelling} %}}",
        "{%p for i in m.insatsområde if not i.eget %}",
        "{{ i.titel }}",
        "{%p endfor %}",
        "{%p endfor %}",
        "{%p endfor %}",
    )
    assert printed == list(INSATSOMRADEN)


def test_the_other_organisations_levels_have_its_own_words() -> None:
    printed = _printed(
        _view(SECOND, "verksamhetsplan-2020/nämnden-för-hälsa"),
        "{%p for s in strategi %}",
        "{%p for f in s.fokusområde %}",
        "{{ s.titel }}: {{ f.titel }} ({% for m in f.mål %}{{ m.titel }}{% endfor %})",
        "{%p endfor %}",
        "{%p endfor %}",
    )
    assert printed == [
        "Den goda livsplatsen: Jämlik hälsa (Fler familjer får stöd tidigt)",
        "Den goda livsplatsen: Nära vård (Vård hemma för fler)",
        "Tillväxt i hela länet: Kompetens ()",
    ]


def test_a_level_named_at_the_start_of_an_expression_means_all_its_nodes() -> None:
    view = _view(SECOND, "verksamhetsplan-2020/nämnden-för-hälsa")
    assert _printed(view, "{{ fokusområde|length }} av {{ noder|length }}") == ["3 av 7"]


def test_no_python_file_knows_a_level_or_a_region_by_name() -> None:
    words = (
        "inriktningsmål",
        "inriktningsmal",
        "insatsområde",
        "insatsomrade",
        "perspektiv",
        "blekinge",
        "halland",
    )
    code = {p: _code(p.read_text(encoding="utf-8")) for p in (ROOT / "generator").rglob("*.py")}
    known = re.compile(rf"(?<![a-zåäö])(?:{'|'.join(words)})", re.IGNORECASE)
    assert [(p.name, found) for p, text in code.items() for found in known.findall(text)] == []


def _code(source: str) -> str:
    """Return a module without its docstrings: examples may speak of anything."""
    import ast

    tree = ast.parse(source)
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if (
            isinstance(body, list)
            and body
            and isinstance(body[0], ast.Expr)
            and isinstance(body[0].value, ast.Constant)
        ):
            body[0].value.value = ""
    return ast.unparse(tree)
