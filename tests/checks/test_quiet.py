"""What is lacking is told only where all was read: one cause is one finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import (
    ANSWER,
    FILES,
    GOAL,
    LACKS,
    ORG,
    OUTCOME,
    PLAN,
    REPORT_DOCUMENT,
    Files,
    add,
    all_findings,
    swap,
)

BROKEN: dict[str, Files] = {
    "an answer to a misspelt goal": swap(ANSWER, "svarar på: vård", "svarar på: vaård"),
    "an answer without a head": {ANSWER: FILES[ANSWER].replace("---\nsvarar på: vård\n---\n", "")},
    "an answer that is no text": {ANSWER: b"\xff\xfe\x00"},
    "åtaganden under a misspelt heading": {ANSWER: FILES[ANSWER].replace("Åtaganden", "Åtagande")},
    "an order misspelt where it is answered": swap(
        ANSWER, 'svarar på="korta-köer"', 'svarar på="korta-koer"'
    ),
    "a misspelt column in the plan": swap(ANSWER, "| Målvärde |", "| Malvärde |"),
    "a misspelt column above": swap(GOAL, "| Ingångsvärde |", "| Ingangsvärde |"),
    "a goal that is no text": {GOAL: b"\xff\xfe\x00"},
    "a plan that cannot be read": {PLAN: "slag: ["},
    "a plan with an unknown key": add(PLAN, "chef: X\n"),
    "a misspelt indikator in the report": swap(OUTCOME, "| väntetid | 8", "| väntetidd | 8"),
    "a misspelt column in the report": swap(OUTCOME, "| Utfall |", "| Utfal |"),
    "a report that is no text": {OUTCOME: b"\xff\xfe\x00"},
    "a report of a plan that does not exist": swap(REPORT_DOCUMENT, "följer upp: plan/", "följer upp: plam/"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_could_not_be_read_is_not_also_told_as_missing(tmp_path: Path, name: str) -> None:
    files = dict(BROKEN[name]) | {ORG: "läge: 2020-03-01\n" + FILES[ORG]}
    found = all_findings(tmp_path, files)
    assert found
    assert [d for d in found if LACKS.fullmatch(d.code)] == []


def test_a_plan_without_faults_lacks_nothing_on_any_day(tmp_path: Path) -> None:
    for day in ("2018-01-01", "2019-06-30", "2019-12-31", "2024-02-29"):
        files = {ORG: f"läge: {day}\n" + FILES[ORG]}
        assert [d for d in all_findings(tmp_path, files) if LACKS.fullmatch(d.code)] == []


def test_what_is_missing_is_a_note_a_warning_or_an_error_by_the_stage_of_the_plan(tmp_path: Path) -> None:
    grades = {}
    for stage in ("utkast", "förslag", "till beslut", '"beslutad, ej justerad"', "justerad"):
        files = {PLAN: FILES[PLAN] + f"stadium: {stage}\n", ANSWER: None, OUTCOME: None}
        found = all_findings(tmp_path / stage.strip('"'), files)
        grades[stage.strip('"')] = {d.code: d.severity.word for d in found if LACKS.fullmatch(d.code)}
    assert grades == {
        "utkast": {"C001": "notering"},
        "förslag": {"C001": "varning"},
        "till beslut": {"C001": "fel"},
        "beslutad, ej justerad": {"C001": "fel"},
        "justerad": {"C001": "fel"},
    }
