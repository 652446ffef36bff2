"""D005: a finished document that somebody has changed in Word is told of, and by nothing else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.build.by_hand import changed_by_hand
from generator.build.workspace import Workspace
from generator.cli import main
from tests.conftest import built
from tests.organisations.small import written

PLAN = "plan-nämnden.docx"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """The small organisation, built without counting pages."""
    monkeypatch.setenv("STYRDOK_SOFFICE", "")
    made = Workspace(written(tmp_path / "content" / "prov"), tmp_path / "output")
    assert built(made).complete
    return made


def test_what_is_as_it_was_built_is_left_in_peace(workspace: Workspace) -> None:
    assert changed_by_hand(workspace) == ()


def test_what_is_changed_is_told_with_its_place_and_the_remedy(workspace: Workspace) -> None:
    with (workspace.output / PLAN).open("ab") as file:
        file.write(b"x")
    (found,) = changed_by_hand(workspace)
    assert (found.code, found.severity.word, found.ids) == ("D005", "varning", ("plan/nämnden",))
    assert found.message == f"Dokumentet {PLAN} har ändrats för hand sedan det byggdes"
    assert found.position.file == f"../../output/{PLAN}"


def test_what_is_taken_away_is_not_changed(workspace: Workspace) -> None:
    (workspace.output / PLAN).unlink()
    assert changed_by_hand(workspace) == ()


def test_a_list_of_what_was_built_leads_nowhere_else(workspace: Workspace, tmp_path: Path) -> None:
    other = tmp_path / "annan.docx"
    other.write_bytes(b"x")
    path = workspace.output / ".styrdok.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    data["documents"]["plan/nämnden"]["file"] = "../annan.docx"
    path.write_text(json.dumps(data), encoding="utf-8")
    assert changed_by_hand(workspace) == ()


def test_check_tells_it_also_when_it_remembers_all_else(
    workspace: Workspace,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--format", "json", "--select", "D005"]) == 0
    assert json.loads(capsys.readouterr().out)["findings"] == []
    with (workspace.output / PLAN).open("ab") as file:
        file.write(b"x")
    assert main(["check", "--format", "json", "--select", "D005", "--strict"]) == 1
    assert [f["code"] for f in json.loads(capsys.readouterr().out)["findings"]] == ["D005"]
