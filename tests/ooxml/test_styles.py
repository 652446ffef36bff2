"""Styles by the names people know, whatever language the template was made in."""

from __future__ import annotations

import pytest

from generator.ooxml.styles import Styles
from generator.ooxml.xml import parse_strict, qn
from tests.ooxml.workbench import NAMESPACES, STYLES, Bench, Mall

STYLES_OF_A_SWEDISH_WORD = Styles(f"<w:styles {NAMESPACES}>{STYLES}</w:styles>".encode())


@pytest.mark.parametrize(
    ("name", "style_id"),
    [
        ("heading 1", "Rubrik1"),
        ("Heading 1", "Rubrik1"),
        ("Rubrik 1", "Rubrik1"),
        ("rubrik  2", "Rubrik2"),
        ("List Bullet", "Punktlista"),
        ("Punktlista", "Punktlista"),
        ("Numrerad lista", "Numreradlista"),
        ("Brödtext", "Brdtext"),
        ("löptext", "Brdtext"),
        ("TOC 1", "Innehll1"),
        ("Innehåll 2", "Innehll2"),
        ("Rubrik utan nummer", "Rubrikutannr"),
    ],
)
def test_a_style_is_found_by_its_english_swedish_or_alias_name(name: str, style_id: str) -> None:
    assert STYLES_OF_A_SWEDISH_WORD.id(name) == style_id


def test_a_style_is_of_one_kind() -> None:
    styles = STYLES_OF_A_SWEDISH_WORD
    assert styles.id("Hyperlänk", "character") == "Hyperlnk"
    assert styles.id("Hyperlink") is None
    assert styles.id("Styrdokument", "table") == "Styrdokument"


def test_a_latent_style_is_known_but_not_defined() -> None:
    assert STYLES_OF_A_SWEDISH_WORD.id("Rubrik 4") is None
    assert STYLES_OF_A_SWEDISH_WORD.is_latent("Rubrik 4")
    assert not STYLES_OF_A_SWEDISH_WORD.is_latent("Rubrik 1")


def test_outline_and_numbering_are_inherited_until_they_are_taken_away() -> None:
    styles = STYLES_OF_A_SWEDISH_WORD
    assert styles.outline_level("Rubrik2") == 1
    assert styles.outline_level("Rubrikutannr") == 0
    assert styles.outline_level("Normal") is None
    assert styles.numbering_of("Rubrik3") == (1, 2)
    assert styles.numbering_of("Rubrikutannr") is None
    assert styles.numbering_of("Normal") is None


def test_only_the_built_in_headings_have_a_heading_level() -> None:
    styles = STYLES_OF_A_SWEDISH_WORD
    assert [styles.heading_level(i) for i in ("Rubrik1", "Rubrik3", "Rubrikutannr", None)] == [
        1,
        3,
        None,
        None,
    ]


def test_styles_that_are_based_on_each_other_are_survived() -> None:
    round_in_circles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{a}"><w:name w:val="{a}"/><w:basedOn w:val="{b}"/></w:style>'
        for a, b in (("A", "B"), ("B", "A"))
    )
    styles = Styles(f"<w:styles {NAMESPACES}>{round_in_circles}</w:styles>".encode())
    assert styles.outline_level("A") is None


def test_tab_stops_are_those_of_the_style_and_of_what_it_is_based_on() -> None:
    assert STYLES_OF_A_SWEDISH_WORD.tabs("Innehll2") == ((900, "left"), (9000, "right"))
    assert STYLES_OF_A_SWEDISH_WORD.tabs("Innehll1") == ()


def test_a_template_is_given_the_built_in_styles_that_no_one_has_used_in_it_yet() -> None:
    styles = Bench().assembly.styles
    assert styles.id("heading 4") == "Heading4"
    assert styles.id("footnote text") is not None
    assert styles.id("Fotnotsreferens", "character") is not None
    assert styles.id("heading 1") == "Rubrik1"


def test_a_built_in_style_does_not_take_an_id_that_is_in_use() -> None:
    mine = '<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="Eget"/></w:style>'
    styles = Mall(styles=STYLES + mine).prepared().styles
    assert styles.id("Eget") == "Caption"
    assert styles.id("caption") not in {None, "Caption"}


def test_the_language_of_the_text_is_set() -> None:
    root = parse_strict(Mall().prepared().styles_xml, "prov")
    assert [e.get(qn("w:val")) for e in root.iter(qn("w:lang"))] == ["sv-SE"]


def test_a_template_without_styles_is_given_some() -> None:
    styles = Mall(styles="").prepared().styles
    assert styles.id("Rubrik 1") == "Heading1"
