"""What holds for every check: it is documented, has its cases, its own code, and never writes."""

from __future__ import annotations

import builtins
import importlib.util
import io
import os
import pkgutil
import re
from pathlib import Path
from types import ModuleType

import pytest

import generator.checks
from generator.checks import Check, all_checks, run_checks
from generator.checks import run as running
from generator.diagnostics import Diagnostic, Severity
from generator.domain.korpus import Korpus
from tests.organisations.small import Case, chapter, korpus, read

NAMES = [m.name for m in pkgutil.iter_modules(generator.checks.__path__) if re.match(r"[a-z]\d{3}_", m.name)]
CHECKS = all_checks()


def _cases(name: str) -> ModuleType:
    path = Path(__file__).with_name(f"test_{name}.py")
    assert path.is_file(), f"kontrollen saknar fall: {path.name}"
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_all_checks_are_found_by_their_names_and_in_order() -> None:
    assert [c.code for c in CHECKS] == sorted(name.split("_")[0].upper() for name in NAMES)


def test_no_code_is_used_twice() -> None:
    codes = [c.code for c in CHECKS]
    assert len(codes) == len(set(codes))


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_a_check_says_why_shows_an_example_and_how_to_mend(check: Check) -> None:
    first, *rest = check.documentation.split("\n\n")
    assert first.startswith(f"{check.code}: ")
    assert first.endswith(".")
    for heading, paragraph in zip(("Varför", "Exempel", "Rätta"), rest, strict=True):
        assert paragraph.startswith(f"{heading}: ")
        assert paragraph.rstrip().endswith(".")


@pytest.mark.parametrize("name", NAMES)
def test_a_check_has_cases_that_it_finds_and_cases_that_it_does_not(name: str) -> None:
    cases: list[Case] = _cases(name).CASES
    code = name.split("_", maxsplit=1)[0].upper()
    found = [case for case in cases if any(f" {code} " in place for place, _, _ in case.said)]
    assert found, f"inget fall utlöser {code}"
    assert any(not case.said for case in cases), f"inget fall går fritt från {code}"
    assert len({case.name for case in cases}) == len(cases)


def test_no_check_touches_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reading = read(tmp_path, chapter("Se [a](#annat)."))
    assert reading.korpus is not None

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("en kontroll ska bara läsa innehållet")

    all_checks()
    for holder, name in ((builtins, "open"), (io, "open"), (os, "open"), (os, "scandir"), (os, "remove")):
        monkeypatch.setattr(holder, name, refuse)
    assert [d.code for d in run_checks(reading.korpus)] == ["L008"]


def test_a_check_that_breaks_is_told_and_hides_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(_: Korpus) -> list[Diagnostic]:
        raise KeyError("x")

    whole = korpus(tmp_path)
    broken = Check("X999", "", breaks)
    monkeypatch.setattr(running, "all_checks", lambda: (broken, *CHECKS))
    (found,) = run_checks(whole)
    assert (found.code, found.severity) == ("X999", Severity.ERROR)
    assert "KeyError" in found.message
    assert found.hint.startswith("Det är ett fel i programmet, inte i innehållet.")


def test_findings_come_in_the_order_of_the_files_and_each_once(tmp_path: Path) -> None:
    reading = read(tmp_path, chapter("[a](#b)\n\n[c](#d) [a](#b)"))
    assert reading.korpus is not None
    found = run_checks(reading.korpus)
    assert [(d.position.line, d.position.column) for d in found] == [(3, 5), (5, 5), (5, 13)]
