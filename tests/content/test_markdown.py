"""What we ask of the Markdown parser: that our short cut past plain lines changes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it.token import Token

from generator.content.markdown import markdown_parser
from tests.conftest import BLEKINGE
from tests.content.test_fuzz import PIECES

MORE = ("ord ", "  ", "...", "--", "(c)", "1.", "+", "http://a.se", "a@b.se", ":", "$", "~", "=", "Å. ")
TEXTS = st.lists(st.sampled_from((*PIECES, *MORE)), max_size=30).map("".join)


def _said(tokens: Iterable[Token]) -> list[object]:
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
