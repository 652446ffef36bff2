"""What we ask of the Markdown parser: that our short cut past plain lines changes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it.token import Token as Parsed

from generator.content.attributes import take_attributes
from generator.content.findings import Findings
from generator.content.markdown import parse_markdown
from generator.content.markdown_parser import markdown_parser
from generator.content.plain_markdown import read_plain
from generator.content.sheets.shelf import Sheets
from generator.content.source import Source
from generator.diagnostics import Diagnostic
from tests.conftest import BLEKINGE
from tests.content.test_fuzz import PIECES

MORE = ("ord ", "  ", "...", "--", "(c)", "1.", "+", "http://a.se", "a@b.se", ":", "$", "~", "=", "Å. ")
TEXTS = st.lists(st.sampled_from((*PIECES, *MORE)), max_size=30).map("".join)


def _said(tokens: Iterable[Parsed]) -> list[object]:
    return [(t.type, t.content, t.attrs, t.level, t.map, _said(t.children or [])) for t in tokens]


def _same(text: str) -> bool:
    slow, quick = markdown_parser(skip_plain=False), markdown_parser()
    return _said(slow.parse(text)) == _said(quick.parse(text))


@settings(deadline=None)
@given(TEXTS)
def test_plain_lines_need_no_looking_at(text: str) -> None:
    assert _same(text.replace("\ud83d", "").replace("\x00", ""))


@pytest.mark.parametrize("path", sorted(BLEKINGE.rglob("*.md")), ids=lambda path: path.name)
def test_the_content_there_is_reads_the_same(path: Path) -> None:
    assert _same(path.read_text(encoding="utf-8"))


# One line between each two ¶; N stands for a no-break space, T for a tab.
ODD_LINES = """¶ ¶  ¶ord.¶ord. ¶ord.  ¶# ord¶## ord ##¶#¶# ¶#tagg¶####### a¶a | b¶-|-¶N¶Na¶aN¶# N
¶- N¶- aN¶- punkt¶- ¶-¶--¶---¶- - -¶-  ord¶ord.¶- 1. a¶- # a¶  - under¶ text¶- > a¶- a ¶# a  ¶-a¶a - b
¶1. ett¶1) ett¶2019 blev¶2019.¶12345678901. a¶=¶===¶:-¶+ a¶+¶> a¶:a¶a: b¶a # b¶a #¶- a #¶å – ”ä”¶Ta¶aT¶\\
¶[a]: b¶*a*¶`¶&amp;¶a<b¶~~~¶a^b¶!¶_¶http://a.se¶\u2003¶a\x0b¶\u2028¶- \u2003x
¶{#id}¶ord {#a}¶- ord {#b c="d"}¶# ord {#e}¶$a¶(c)¶...
¶| a | b |¶|---|---|¶| - | -: |¶| a | b | c |¶|a|b¶| | |¶|| a |¶|:-:|:-¶| *a* | N |¶| \\| | b |¶| `a|b` |
¶| a |¶|
¶**a** b¶* a¶*¶***¶_a_ b¶__¶_ _¶* *¶`a` b¶```¶[a](#b) c¶- [a](b)¶- *a*¶- * a¶# *a* `b`¶a  ¶a\\¶\\# a¶!¶<b>
¶[=a.b.c]¶[^1]¶[^1]: a¶![a](b)¶a &amp; b¶**a¶b**¶- **a¶# a | b¶- a | b¶| # |¶|-|¶|--|--|¶| a | b | ¶||
¶|:--|--:|"""
LINES = st.lists(
    st.sampled_from(
        ODD_LINES.replace("\n", "").replace("N", "\N{NO-BREAK SPACE}").replace("T", "\t").split("¶")
    ),
    max_size=9,
).map("\n".join)
TABLES = st.lists(
    st.sampled_from(["a", "|", "|", "|-|-|", "|:-|-:|", " ", "\n", "\n", "b c", "*d*", "#", "- ", "--", ":"]),
    max_size=25,
).map("".join)


def _blocks(text: str) -> tuple[str, list[Diagnostic]]:
    """Return all that is made of a text, positions too, and what is found wrong with it."""
    findings = Findings()
    page = parse_markdown(Source("a.md", text), Sheets(Path(), findings).beside(Path()), findings)
    return repr(page.blocks), findings.found


def _is_plain(text: str) -> bool:
    """Read the text both ways, and tell whether it was plain."""
    with pytest.MonkeyPatch.context() as patch:
        quick = _blocks(text)
        patch.setattr("generator.content.markdown.read_plain", lambda _: None)
        assert quick == _blocks(text)
    return read_plain(take_attributes(Source("a.md", text), Findings())[0].text) is not None


@settings(deadline=None, max_examples=2000)
@given(LINES | TEXTS | TABLES | st.text())
def test_what_is_plain_is_what_the_parser_makes_of_it(text: str) -> None:
    _is_plain(text)


@pytest.mark.parametrize(
    "text",
    [
        "# Rubrik\n\nEtt stycke\npå två rader.\n\n## Nästa\n- en punkt\n- en till\n\n2019 var ett år.\n",
        "Ett **fett** ord och [en länk](#dit).\n\n- *kursiv*\n- `kod`\n\n[=vision]\n",
        "| Id | Namn |\n|----|---:|\n| a | 1 234,5 |\n| b |\n| c | d | e |\n\n## Rubrik\n",
        "| a |\n|:-:|\n",
        "Rad ett  \nrad två\\\nrad tre\n",
        "",
    ],
)
def test_most_of_what_people_write_is_plain(text: str) -> None:
    assert _is_plain(text)


@pytest.mark.parametrize(
    "text", ["1. ett", "> citat", "    kod", "Ord[^1]\n\n[^1]: Not", "- a\n  - b", "a\n---"]
)
def test_the_rest_is_left_to_the_parser(text: str) -> None:
    assert not _is_plain(text)


def test_the_example_is_mostly_plain() -> None:
    texts = [path.read_text(encoding="utf-8") for path in BLEKINGE.rglob("*.md")]
    bodies = [text.partition("---\n")[2].partition("---\n")[2] or text for text in texts]
    assert sum(map(_is_plain, bodies)) > len(bodies) * 0.6
