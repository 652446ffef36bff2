"""Sheets are sources like other files: a change is built, and what is wrong holds back those who print it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.build.results import Outcome
from generator.build.start import Start, begin
from generator.build.workspace import Workspace
from generator.cli import main
from tests.conftest import built
from tests.support.sheets import formatted, workbook

PLAN = "verksamhetsplan-2027/styrelsen"
OTHER = "verksamhetsplan-2027/nämnden"
TOP = "regionplan-2027-2029"
SHARED = "underlag/budget.xlsx"
LINE = 'Tabell: {} {{enhet="tkr" från="/underlag/budget.xlsx" rader="Nämnd={}"}}'

pytestmark = pytest.mark.usefixtures("without_libreoffice")


def _sheet(**amounts: float | str) -> bytes:
    rows = [("Nämnd", "Post", 2027), *((name, "Personal", amount) for name, amount in amounts.items())]
    return workbook(("Budget", rows), finish=formatted("#,##0.0", "C2", "C3"))


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """An organisation with two plans that take their tables from one shared sheet."""
    content = begin(tmp_path, Start("Region Exempel", "perspektiv", 2027))
    (content / OTHER).mkdir()
    head = (content / PLAN / "dokument.yaml").read_text(encoding="utf-8")
    (content / OTHER / "dokument.yaml").write_text(
        head.replace("organ: styrelsen", "organ: nämnden"), "utf-8"
    )
    for folder, name in ((PLAN, "styrelsen"), (OTHER, "nämnden")):
        text = f"# Siffror\n\n{LINE.format('Budget', name)}\n"
        (content / folder / "9-siffror.md").write_text(text, encoding="utf-8")
    (content / "underlag").mkdir()
    (content / SHARED).write_bytes(_sheet(styrelsen=1000.5, nämnden=200))
    return Workspace(content, tmp_path / "output")


def _outcomes(workspace: Workspace) -> dict[str, Outcome]:
    return {r.document: r.outcome for r in built(workspace).results}


def test_a_change_in_a_sheet_rebuilds_the_documents_that_print_it(workspace: Workspace) -> None:
    assert set(_outcomes(workspace).values()) == {Outcome.BUILT}
    assert set(_outcomes(workspace).values()) == {Outcome.UNCHANGED}
    (workspace.content / SHARED).write_bytes(_sheet(styrelsen=1000.5, nämnden=201))
    changed = {d for d, outcome in _outcomes(workspace).items() if outcome is Outcome.BUILT}
    assert changed == {OTHER}


def test_a_sheet_saved_anew_with_the_same_values_rebuilds_nothing(workspace: Workspace) -> None:
    built(workspace)
    (workspace.content / SHARED).write_bytes(_sheet(styrelsen=1000.50001, nämnden=200))
    assert set(_outcomes(workspace).values()) == {Outcome.UNCHANGED}


def test_an_error_in_a_row_holds_back_only_those_who_print_the_row(workspace: Workspace) -> None:
    (workspace.content / SHARED).write_bytes(_sheet(styrelsen=1000.5, nämnden="ca 200"))
    report = built(workspace)
    assert {r.document: r.outcome for r in report.results} == {
        TOP: Outcome.BUILT,
        PLAN: Outcome.BUILT,
        OTHER: Outcome.SKIPPED,
    }
    reasons = [r.reason for r in report.results if r.reason]
    assert reasons == [f"{SHARED}, blad ”Budget”, cell C3: ”ca 200” är inget belopp"]


def test_an_error_in_the_file_holds_back_all_who_use_it(workspace: Workspace) -> None:
    (workspace.content / SHARED).write_bytes(b"ingen arbetsbok")
    assert _outcomes(workspace) == {
        TOP: Outcome.BUILT,
        PLAN: Outcome.SKIPPED,
        OTHER: Outcome.SKIPPED,
    }


def test_check_tells_the_sheet_and_the_cell(workspace: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    (workspace.content / SHARED).write_bytes(_sheet(styrelsen=1000.5, nämnden="ca 200"))
    main(["check", "--content", str(workspace.content), "--select", "S"])
    assert f"{SHARED}, blad ”Budget”, cell C3: fel S003: ”ca 200” är inget belopp" in capsys.readouterr().out
    main(["check", "--content", str(workspace.content), "--select", "S", "--format", "json"])
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    place = {key: finding[key] for key in ("file", "line", "column", "sheet", "cell", "ids")}
    assert place == {"file": SHARED, "line": 3, "column": 3, "sheet": "Budget", "cell": "C3", "ids": [OTHER]}
