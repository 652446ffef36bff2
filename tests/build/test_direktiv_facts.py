"""From the finished Word files: every name and figure of the planeringsdirektiv and of the planning year."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.checks import run_checks
from generator.content import read_corpus
from generator.diagnostics import Severity
from tests.conftest import BLEKINGE
from tests.support import direktiv_facts as facts
from tests.support.word import all_text, headings, notes, plain, tables

DIREKTIV = "planeringsdirektiv-2020.docx"
REGIONPLAN = "regionplan-2019-2021.docx"
PLAN = "verksamhetsplan-2019-regionstyrelsen.docx"


def _rows(path: Path) -> list[list[str]]:
    return [row for table in tables(path) for row in table]


@pytest.mark.parametrize("name", facts.NAMES)
def test_every_name_is_there(demo: Path, name: str) -> None:
    assert plain(name) in all_text(demo / DIREKTIV)


def test_the_six_points_stand_in_their_order(demo: Path) -> None:
    text = all_text(demo / DIREKTIV)
    places = [text.index(point) for point in facts.SIX_POINTS]
    assert places == sorted(places)


def test_each_addressee_has_its_direktiv(demo: Path) -> None:
    korpus = read_corpus(BLEKINGE).korpus
    assert korpus is not None
    text = all_text(demo / DIREKTIV)
    found = headings(demo / DIREKTIV)
    dokument = korpus.dokument["planeringsdirektiv-2020"]
    assert [len(g.direktiv) for g in dokument.direktivgrupper] == list(facts.DIREKTIV.values())
    for addressee in facts.DIREKTIV:
        assert f"Direktiv till {addressee}" in found
    for group in dokument.direktivgrupper:
        for direktiv in group.direktiv:
            assert plain(str(direktiv.text).split("\n")[0]) in text, direktiv.id
    for point in facts.SUB_POINTS:
        assert point in text


def test_partners_and_last_days_are_told(demo: Path) -> None:
    text = all_text(demo / DIREKTIV).casefold()
    assert "samverkan med kultur- och bildningsnämnden" in text
    assert "samverkan med regionala utvecklingsnämnden" in text
    assert "30 juni 2020" in text
    assert "återrapporteras" in text


def test_the_tidplan_has_every_date_in_the_order_of_the_source(demo: Path) -> None:
    rows = [tuple(row[:2]) for row in _rows(demo / DIREKTIV)]
    wanted = [tuple(plain(cell) for cell in row) for row in facts.TIDPLAN]
    assert [row for row in rows if row in wanted] == wanted


@pytest.mark.parametrize("premise", facts.PREMISES)
def test_the_premises_of_the_budget_are_there(demo: Path, premise: str) -> None:
    assert plain(premise) in all_text(demo / DIREKTIV)


@pytest.mark.parametrize("table", [facts.UPPRAKNING, facts.RESULTATBUDGET, facts.BUDGET_PER_NAMND])
def test_the_tables_have_every_figure_in_order(demo: Path, table: tuple[tuple[str, ...], ...]) -> None:
    rows = [tuple(row) for row in _rows(demo / DIREKTIV)]
    wanted = [tuple(plain(cell) for cell in row) for row in table]
    assert [row for row in rows if row in wanted] == wanted


def test_the_note_on_inriktningsmal_is_a_real_note_and_the_signature_a_role(demo: Path) -> None:
    assert any("mandatperioden" in note for note in notes(demo / DIREKTIV))
    assert all_text(demo / DIREKTIV).rstrip().endswith("Socialdemokraterna")


def test_the_surplus_stands_with_plus_in_mnkr_and_as_a_negative_cost_in_tkr(demo: Path) -> None:
    text = all_text(demo / DIREKTIV)
    assert "ett överskott på 11,5 mnkr" in text
    assert "−11 479,9" in text


def test_regionstaben_2020_differs_between_the_decisions_and_both_are_printed(demo: Path) -> None:
    assert "117 845,7" in all_text(demo / PLAN)
    assert "117 845,7" in all_text(demo / REGIONPLAN)
    assert "128 706,6" in all_text(demo / DIREKTIV)


def test_the_six_sums_that_miss_by_rounding_are_notes_and_nothing_more() -> None:
    korpus = read_corpus(BLEKINGE).korpus
    assert korpus is not None
    found = [d for d in run_checks(korpus) if d.code == "E001"]
    assert all(d.severity is Severity.NOTE for d in found)
    sources = ("planeringsdirektiv-2020/", "verksamhetsplan-2019/regionstyrelsen/")
    told = [d.message for d in found if d.position.file.startswith(sources)]
    assert [("en summa" in m, "5 summor" in m) for m in told] == [(True, False), (False, True)]


@pytest.mark.parametrize("month", facts.PLANNING_YEAR)
def test_the_planning_year_has_every_moment(demo: Path, month: str) -> None:
    row = next(row for row in _rows(demo / REGIONPLAN) if row[0] == month)
    for moment in facts.PLANNING_YEAR[month]:
        assert moment in row[1], moment


def test_the_four_areas_of_investment_and_the_union_group_are_named(demo: Path) -> None:
    text = all_text(demo / REGIONPLAN)
    assert "fastighet, medicinteknik, IT och övriga inventarier" in text
    assert "samverkansgruppen (RSG)" in text
    assert "minst fyra gånger om året" in text
