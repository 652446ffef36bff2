"""What an organisation decides of severity, and the day that all is judged as of."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.build.errors_by_document import errors_by_document
from generator.build.inspection import inspect, today
from generator.build.workspace import Workspace
from generator.checks import Check
from generator.checks import run as running
from generator.diagnostics import Diagnostic
from generator.domain.korpus import Korpus
from tests.organisations.small import BUDGET, ORG, Files, add, aloud, chapter, swap, written

BROKEN = chapter("Se [a](#vaard).")
ROUNDED = swap(BUDGET, "1 200,5", "1 200,6")
WRONG = swap(BUDGET, "1 200,5", "1 300,5")


def judged(root: Path, changes: Files, dag: date | None = None) -> tuple[Diagnostic, ...]:
    """Return what ``styrdok check`` finds."""
    return inspect(Workspace(written(root, changes), root / "output"), dag)[1]


def grades(root: Path, changes: Files) -> list[str]:
    """Return code and severity of each finding."""
    return [f"{d.code} {d.severity.word}" for d in judged(root, changes)]


def choice(*lines: str) -> dict[str, str | bytes | None]:
    """Return a change: what the organisation says of some codes."""
    return add(ORG, "kontroller:\n" + "".join(f"  {line}\n" for line in lines))


@pytest.mark.parametrize("word", ["fel", "varning", "notering"])
def test_a_code_is_as_grave_as_the_organisation_says(tmp_path: Path, word: str) -> None:
    assert grades(tmp_path, BROKEN | choice(f"L008: {word}")) == [f"L008 {word}"]


def test_a_code_can_be_turned_off_and_others_stay(tmp_path: Path) -> None:
    assert grades(tmp_path, BROKEN | WRONG | choice("L008: av")) == ["E001 fel"]


def test_a_code_may_be_written_with_a_small_letter(tmp_path: Path) -> None:
    assert grades(tmp_path, BROKEN | choice("l008: varning")) == ["L008 varning"]


def test_what_is_mild_by_nature_is_never_made_graver(tmp_path: Path) -> None:
    assert grades(tmp_path / "a", WRONG | choice("E001: varning")) == ["E001 varning"]
    assert grades(tmp_path / "b", ROUNDED | choice("E001: varning")) == ["E001 notering"]
    assert grades(tmp_path / "c", ROUNDED | choice("E001: av")) == []


def test_a_file_that_nothing_uses_can_be_judged_otherwise(tmp_path: Path) -> None:
    assert grades(tmp_path, {"lös.txt": "x"} | choice("S006: notering")) == ["S006 notering"]


def test_what_reading_gives_as_an_error_stays_one(tmp_path: Path) -> None:
    twice = chapter("Tabell: A {#tabell-budget}\n\n| Id | a |\n|--|--|\n| x | 1 |\n| x | 2 |")
    before = [d for d in judged(tmp_path / "a", twice) if d.code == "I001"]
    after = [d for d in judged(tmp_path / "b", twice | choice("I001: av")) if d.code == "I001"]
    assert len(before) > len(after) == 1


@pytest.mark.parametrize(
    ("line", "place", "message", "hint"),
    [
        ("L08: av", "19:3", "Det finns ingen kontroll ”L08”", "Menade du ”L008”?"),
        ("Q123: av", "19:3", "Det finns ingen kontroll ”Q123”", "Koderna visas av styrdok explain."),
        (
            "S002: av",
            "19:3",
            "Hur allvarligt S002 är kan inte ställas om",
            "Ta bort raden. Utan det som inte går att läsa skulle dokumentet sakna innehåll.",
        ),
        (
            "D004: av",
            "19:3",
            "Hur allvarligt D004 är kan inte ställas om",
            "Ta bort raden. Koden gäller mallar, som granskas av styrdok templates check.",
        ),
        ("L008: varnin", "19:9", "”varnin” kan inte stå här", "Menade du ”varning”?"),
        (
            "L008: 3",
            "19:9",
            "”3” kan inte stå här",
            "Det kan vara ”fel”, ”varning”, ”notering”, ”av”.",
        ),
    ],
)
def test_a_choice_that_cannot_be_is_told_and_changes_nothing(
    tmp_path: Path, line: str, place: str, message: str, hint: str
) -> None:
    found = judged(tmp_path, BROKEN | choice(line))
    assert aloud(found)[0] == (f"organisation.yaml:{place} S003 fel", message, hint)
    assert [(d.code, d.severity.word) for d in found[1:]] == [("L008", "fel")]


def test_all_is_judged_as_of_the_day_given_else_the_organisations_else_today(tmp_path: Path) -> None:
    root = written(tmp_path, add(ORG, "läge: 2019-12-31\n"))
    workspace = Workspace(root, tmp_path / "output")
    for given, day in ((date(2019, 1, 1), date(2019, 1, 1)), (None, date(2019, 12, 31))):
        korpus, _, _ = inspect(workspace, given)
        assert korpus is not None
        assert korpus.dag == day
    korpus, _, _ = inspect(Workspace(written(tmp_path / "b"), tmp_path))
    assert korpus is not None
    assert korpus.dag == today()


def test_a_check_that_breaks_is_an_error_whatever_is_said_of_its_code_unless_it_is_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(_: Korpus) -> list[Diagnostic]:
        raise KeyError("x")

    monkeypatch.setattr(running, "all_checks", lambda: (Check("L008", "", breaks),))
    (found,) = judged(tmp_path / "a", choice("L008: notering"))
    assert (found.code, found.severity.word) == ("L008", "fel")
    assert judged(tmp_path / "b", choice("L008: av")) == ()


def test_an_error_that_is_made_a_warning_holds_no_document_back(tmp_path: Path) -> None:
    workspace = Workspace(written(tmp_path, BROKEN | choice("L008: varning")), tmp_path / "output")
    korpus, found, known = inspect(workspace)
    assert korpus is not None
    assert not any(errors_by_document(korpus, known, found).values())
