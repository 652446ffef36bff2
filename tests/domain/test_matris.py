"""The matrix: what a cell is, which nämnder have a column, which goals a row."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.content import read_corpus
from generator.documents.kind import kinds
from generator.domain.datum import Period
from generator.domain.korpus import Korpus
from generator.domain.matris import Matris, Tackning, matris, planer, years
from generator.domain.rod_trad import RodTrad
from tests.conftest import BLEKINGE, ROOT
from tests.organisations.small import ANSWER, GOAL, MODEL, OUTCOME, PLAN, Files, add, korpus, read, swap

OTHER = {
    "plan/styrelsen/dokument.yaml": (
        "slag: verksamhetsplan\ntitel: Styrelsens plan\norgan: styrelsen\nperiod: 2019\n"
        "bygger på: regionplan\n"
    )
}


def _matrix(korpus: Korpus | None, ar: int = 2019) -> Matris:
    assert korpus is not None
    return matris(RodTrad(korpus), ar)


def _cells(found: Matris) -> dict[str, list[str]]:
    return {rad.nod.id: [cell.tackning.value for cell in rad.celler] for rad in found.rader}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, {"vård": "eget", "köer": "besvarad"}),
        (
            {ANSWER: "---\nsvarar på: vård\n---\n## Åtaganden\n\n- göra det. {#det}\n", OUTCOME: None},
            {"vård": "besvarad", "köer": "obesvarad"},
        ),
        (
            {ANSWER: "---\nsvarar på: vård\n---\nVi arbetar vidare.\n", OUTCOME: None},
            {"vård": "besvarad utan åtagande", "köer": "obesvarad"},
        ),
        ({ANSWER: None, OUTCOME: None}, {"vård": "obesvarad", "köer": "obesvarad"}),
        (
            {ANSWER: '---\nsvarar på: vård\n---\n## Åtaganden\n\n- x. {#x svarar på="korta-köer"}\n'}
            | {OUTCOME: None},
            {"vård": "besvarad", "köer": "besvarad"},
        ),
        (
            swap(GOAL, "### Uppdrag till samtliga nämnder", "### Uppdrag till Regionstyrelsen")
            | {ANSWER: None, OUTCOME: None},
            {"vård": "obesvarad", "köer": "inget krav"},
        ),
        (
            add(PLAN, "utelämnar: {köer: Rör oss inte.}\n") | {ANSWER: None, OUTCOME: None},
            {"vård": "obesvarad", "köer": "utelämnad"},
        ),
        (
            add(PLAN, "utelämnar: {vård: Rör oss inte.}\n") | {ANSWER: None, OUTCOME: None},
            {"vård": "utelämnad", "köer": "utelämnad"},
        ),
    ],
)
def test_a_cell_tells_how_the_plan_handles_the_goal(
    tmp_path: Path, changes: Files, said: dict[str, str]
) -> None:
    found = _matrix(read(tmp_path, changes).korpus)
    assert {id_: cells[0] for id_, cells in _cells(found).items()} == said


def test_a_cell_counts_what_answers_the_goal_and_what_lies_below_it_each_once(tmp_path: Path) -> None:
    change = swap(ANSWER, 'svarar på="korta-köer"', 'svarar på="korta-köer, köer, vård"')
    goal, area = _matrix(korpus(tmp_path, change)).rader
    assert goal.celler[0].ataganden == ("nämnden/mäta", "nämnden/kväll")
    assert goal.celler[0].egna == ("nämnden/digitala-besök",)
    assert area.celler[0].ataganden == ("nämnden/kväll",)
    assert (goal.djup, goal.obligatorisk, area.djup, area.obligatorisk) == (0, True, 1, False)


def test_a_reason_stands_with_what_is_left_out(tmp_path: Path) -> None:
    change = add(PLAN, "utelämnar: {vård: Rör oss inte.}\n") | {ANSWER: None, OUTCOME: None}
    found = _matrix(read(tmp_path, change).korpus)
    assert [rad.celler[0].skal for rad in found.rader] == ["Rör oss inte.", "Rör oss inte."]


def test_each_namnd_with_a_plan_has_one_column_in_the_order_of_the_organisation(tmp_path: Path) -> None:
    found = _matrix(korpus(tmp_path, OTHER))
    assert [n.organ for n in found.namnder] == ["nämnden", "styrelsen"]
    assert _cells(found) == {"vård": ["eget", "obesvarad"], "köer": ["besvarad", "obesvarad"]}


def test_two_plans_of_a_namnd_are_one_column_and_left_out_only_when_both_leave_out(tmp_path: Path) -> None:
    second = (
        "slag: verksamhetsplan\ntitel: Andra\norgan: nämnden\nperiod: 2019\nbygger på: regionplan\n"
        "utelämnar: {vård: Skäl.}\n"
    )
    found = _matrix(read(tmp_path, {"plan/andra/dokument.yaml": second}).korpus)
    assert [len(n.planer) for n in found.namnder] == [2]
    assert found.rader[0].celler[0].tackning is Tackning.EGET


def test_neither_the_plan_above_nor_a_report_is_a_namnds_plan(tmp_path: Path) -> None:
    small = korpus(tmp_path)
    assert [d.id for d in planer(small)] == ["plan/nämnden"]
    assert years(small) == (2019,)


def test_a_goal_that_is_not_valid_that_year_has_no_row(tmp_path: Path) -> None:
    small = korpus(tmp_path)
    long = replace(small.dokument["plan/nämnden"], period=Period(2019, 2022))
    change = swap(GOAL, "under: hälsa", "under: hälsa\ngäller till: 2020-12-31")
    ending = read(tmp_path / "b", change).korpus
    assert ending is not None
    ending = replace(ending, dokument={**ending.dokument, "plan/nämnden": long})
    assert len(_matrix(ending, 2020).rader) == 2
    assert _matrix(ending, 2021).rader == ()


def test_without_a_mandatory_level_the_rows_begin_at_the_top(tmp_path: Path) -> None:
    found = _matrix(korpus(tmp_path, swap(MODEL, "    obligatorisk: ja\n", "")))
    assert [(rad.djup, rad.nod.id) for rad in found.rader] == [(0, "hälsa"), (1, "vård"), (2, "köer")]


def _read(root: Path) -> Korpus:
    found = read_corpus(root, tuple(kinds())).korpus
    assert found is not None
    return found


def test_in_blekinge_every_namnd_handles_every_inriktningsmal() -> None:
    blekinge = _read(BLEKINGE)
    found = _matrix(blekinge)
    plans = [d for d in blekinge.dokument.values() if d.slag == "verksamhetsplan"]
    assert len(found.namnder) == len(plans) == 8
    goals = [rad for rad in found.rader if rad.obligatorisk]
    assert len(goals) == 11
    assert len(found.rader) - len(goals) == 28
    for rad in goals:
        for cell in rad.celler:
            assert cell.tackning in (Tackning.BESVARAD, Tackning.EGET), rad.nod.id
    assert Tackning.OBESVARAD not in {cell.tackning for rad in found.rader for cell in rad.celler}


def test_the_second_model_has_its_own_mandatory_level() -> None:
    found = _matrix(_read(ROOT / "tests" / "organisations" / "halland-liknande"), 2020)
    assert {rad.nod.niva for rad in found.rader if rad.obligatorisk} == {"fokusområde"}
    assert Tackning.EGET in {cell.tackning for rad in found.rader for cell in rad.celler}
