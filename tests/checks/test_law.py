"""The rules of law as data: complete, one for each year, and never an error while they are not verified."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

import generator.checks
from generator.checks.law import REGLER, Regel, graded, is_election_year, rule
from generator.diagnostics import Severity

CHECKS = Path(generator.checks.__file__).parent
NAMES = sorted({regel.nyckel for regel in REGLER})


@pytest.mark.parametrize("regel", REGLER, ids=lambda r: f"{r.nyckel}-{r.fran}")
def test_a_rule_says_where_it_stands_since_when_and_what(regel: Regel) -> None:
    assert re.search(r"\(\d{4}:\d+\)", regel.lag)
    assert re.fullmatch(r"\d+ kap\. \d+ ?[a-z]? §", regel.paragraf)
    assert regel.till is None or regel.fran <= regel.till
    assert regel.innehall.endswith(".")
    assert "(" not in regel.lagrum


@pytest.mark.parametrize("name", NAMES)
def test_one_rule_at_most_holds_for_a_year(name: str) -> None:
    for year in range(1990, 2040):
        assert sum(r.galler(year) for r in REGLER if r.nyckel == name) <= 1, year


def test_the_act_of_the_year_is_cited() -> None:
    old, new = rule("tre år", 2017), rule("tre år", 2019)
    assert old is not None
    assert new is not None
    assert (old.lagrum, new.lagrum) == ("8 kap. 5 § kommunallagen", "11 kap. 6 § kommunallagen")
    assert rule("tre år", 1980) is None
    assert rule("okänd", 2019) is None


@pytest.mark.parametrize("regel", REGLER, ids=lambda r: f"{r.nyckel}-{r.fran}")
def test_a_rule_is_cited_with_its_paragraph_and_its_years(regel: Regel) -> None:
    assert re.fullmatch(r"\d+ kap\. \d+ ?[a-z]? § [a-zåäö ]+, (från \d{4}|\d{4}–\d{4})", regel.hanvisning), (
        regel.hanvisning
    )
    assert regel.hanvisning.startswith(f"{regel.paragraf} ")
    assert str(regel.fran) in regel.hanvisning


def test_a_check_that_leans_on_a_rule_cites_it_and_grades_by_it() -> None:
    sources = {p.name: p.read_text(encoding="utf-8") for p in sorted(CHECKS.glob("*.py"))}
    leaning = {name: text for name, text in sources.items() if "from generator.checks.law import" in text}
    assert len(leaning) >= 4
    for name, text in leaning.items():
        assert text.count("regel.hanvisning") == text.count("graded(regel, ") > 0, name


def test_what_is_not_verified_is_a_warning_at_most() -> None:
    regel = REGLER[0]
    assert not any(r.verifierad for r in REGLER)
    assert graded(regel, Severity.ERROR) is Severity.WARNING
    assert graded(regel, Severity.NOTE) is Severity.NOTE
    assert graded(replace(regel, verifierad=True), Severity.ERROR) is Severity.ERROR


@pytest.mark.parametrize(("year", "elections"), [(2018, True), (2019, False), (2022, True), (1990, False)])
def test_elections_are_held_every_fourth_year(year: int, elections: bool) -> None:
    assert is_election_year(year) is elections
