"""What we ask of the Markdown parser: that our short cut past plain lines changes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it.token import Token as Parsed

from generator.content.markdown_parser import markdown_parser, read_marks
from generator.content.plain_markdown import read_plain
from generator.content.tokens import Token
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
¶[a]: b¶*a*¶`¶&amp;¶a<b¶~~~¶a^b¶!¶_¶http://a.se¶\u2003¶a\x0b¶\u2028¶- \u2003x¶{#id}¶$a¶(c)¶...
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


def _read(tokens: Iterable[Token]) -> list[object]:
    """Return what is read of tokens: where a list ends is not."""
    lists = ("bullet_list_open", "list_item_open")
    return [
        (
            *(t.type, t.tag, t.nesting, t.content, t.attrGet("style"), t.attrGet("href")),
            t.level if t.nesting else None,
            t.map[0] if t.map and t.type in lists else t.map,
            _read(t.children or []),
        )
        for t in tokens
    ]


def _is_plain(text: str) -> bool:
    """Read the text if it is plain, as the parser does, and tell whether it was."""
    plain = read_plain(text)
    if plain is None:
        return False
    read_marks(plain.marked)
    assert _read(plain.tokens) == _read(markdown_parser(skip_plain=False).parse(text))
    return True


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
