"""Every code that can be met is explained, once, and the page of all checks is in step."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from generator.checks import all_checks
from generator.checks.catalogue import GROUPS, as_markdown, explained, explanations, texts
from tests.conftest import ROOT

_CODE = re.compile(r'"([A-Z]\d{3})"')


def test_every_code_that_the_program_gives_is_explained() -> None:
    given = {
        code
        for path in (ROOT / "generator").rglob("*.py")
        for code in _CODE.findall(path.read_text(encoding="utf-8"))
    }
    assert given - set(explanations()) == set(), "skriv texten i generator/checks/texts"


def test_no_code_is_explained_twice() -> None:
    codes = [text[:4] for text in texts()] + [check.code for check in all_checks()]
    assert [code for code, times in Counter(codes).items() if times > 1] == []


@pytest.mark.parametrize("code", explanations())
def test_an_explanation_is_whole(code: str) -> None:
    each = explanations()[code]
    assert each.code == code
    assert each.group in GROUPS.values()
    for text in (each.title, each.why, each.example, each.remedy):
        assert text.endswith((".", "?")), text
        assert "  " not in text
    assert each.title[0].isupper()


def test_codes_come_group_by_group() -> None:
    letters = [code[0] for code in explanations()]
    assert list(dict.fromkeys(letters)) == [letter for letter in GROUPS if letter in letters]
    assert [c for letter in GROUPS for c in sorted(explanations()) if c[0] == letter] == list(explanations())


@pytest.mark.parametrize("text", ["", "L999", "L999: x.", "L999: x.\n\nVarför: y.\n\nRätta: z."])
def test_a_text_of_another_form_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not the form"):
        explained(text, is_check=True)


def test_the_page_is_in_step() -> None:
    page = (ROOT / "docs" / "kontroller.md").read_text(encoding="utf-8")
    written = as_markdown(explanations().values())
    assert page == written, "kör styrdok explain --markdown > docs/kontroller.md"


def test_the_page_shows_signs_as_they_are() -> None:
    each = explained("L999: a <b>.\n\nVarför: {#c}.\n\nExempel: [d] | e.\n\nRätta: f_g*.", is_check=True)
    page = as_markdown([each]).partition("### L999")[2]
    assert r"**A \<b\>.**" in page
    assert r"\{\#c\}." in page
    assert r"\[d\] \| e." in page
    assert r"f\_g\*." in page
