"""Organisations with different models in different words: read without findings, every view built."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from generator.build.start import Start, begin, skeletons
from generator.checks import run_checks
from generator.content import read_corpus
from generator.diagnostics import Severity
from generator.documents.kind import kinds
from generator.documents.reserved import reserved_names
from generator.domain.korpus import Korpus
from tests.conftest import BLEKINGE, ROOT
from tests.organisations.small import FILES, KINDS, written

SECOND = ROOT / "tests" / "organisations" / "halland-liknande"


def _read(root: Path) -> Korpus:
    reading = read_corpus(root, tuple(kinds()), reserved_names())
    assert reading.diagnostics == ()
    assert reading.korpus is not None
    assert set(reading.documents) == set(reading.korpus.dokument)
    return reading.korpus


@pytest.mark.parametrize("root", [BLEKINGE, SECOND], ids=lambda root: root.name)
def test_it_is_read_and_built_without_findings(root: Path) -> None:
    korpus = _read(root)
    for dokument in korpus.dokument.values():
        view = kinds()[dokument.slag].build(korpus, dokument)
        assert view.dokument.markning == "Exempel, ej handling"
        assert view.noder or dokument.direktivgrupper


@pytest.mark.parametrize("name", skeletons())
def test_what_a_new_organisation_begins_with_has_no_errors(tmp_path: Path, name: str) -> None:
    korpus = _read(begin(tmp_path, Start("Region Prov", name, 2027)))
    assert [d for d in run_checks(korpus) if d.severity is not Severity.NOTE] == []
    for dokument in korpus.dokument.values():
        assert kinds()[dokument.slag].build(korpus, dokument).noder


def test_the_small_organisation_of_the_tests_has_no_errors(tmp_path: Path) -> None:
    korpus = _read(written(tmp_path))
    assert run_checks(korpus) == ()
    assert {d.slag for d in korpus.dokument.values()} == set(KINDS) - {"planeringsdirektiv"}


def test_the_second_model_differs_in_depth_words_scale_and_deciders() -> None:
    first, second = _read(BLEKINGE).styrmodell, _read(SECOND).styrmodell
    assert [n.nyckel for n in second.nivaer] == ["strategi", "fokusområde", "mål"]
    assert {n.nyckel for n in first.nivaer}.isdisjoint(n.nyckel for n in second.nivaer)
    assert [n.beslutas_av for n in second.nivaer] == ["fullmäktige", "fullmäktige", "nämnd"]
    assert [n.namn.obestamd for n in second.nivaer] == ["en strategi", "ett fokusområde", "ett mål"]
    assert {b.ord for b in first.bedomningar} != {b.ord for b in second.bedomningar}


def test_in_the_second_organisation_the_board_sets_the_goals_and_sorts_its_indikatorer() -> None:
    korpus = _read(SECOND)
    plan = korpus.dokument["verksamhetsplan-2020/nämnden-för-hälsa"]
    assert {n.niva for n in plan.egna} == {"mål"}
    view = kinds()[plan.slag].build(korpus, plan)
    assert [g.namn for g in view.indikatorgrupper] == ["Målgrupp", "Verksamhet", "Medarbetare", "Ekonomi"]


def _words(root: Path) -> set[str]:
    styrmodell = _read(root).styrmodell
    levels = {word for n in styrmodell.nivaer for word in (n.nyckel, n.namn.ental, n.namn.bestamd)}
    return {w for w in levels if w not in ("mål", "målet")} | {b.nyckel for b in styrmodell.bedomningar}


@pytest.mark.parametrize("root", [BLEKINGE, SECOND], ids=lambda root: root.name)
def test_no_code_knows_a_level_or_a_judgement_by_name(root: Path) -> None:
    words = _words(root)
    for path in sorted((ROOT / "generator").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        docstrings = {ast.get_docstring(n, clean=False) for n in ast.walk(tree) if isinstance(n, _DOCUMENTED)}
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and node.value not in docstrings
            ):
                assert node.value not in words, (path.name, node.lineno, node.value)


_DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def test_the_files_of_the_tests_are_said_to_be_invented() -> None:
    assert "påhittad" in (SECOND / "organisation.yaml").read_text(encoding="utf-8")
    assert "Exempel, ej handling" in FILES["organisation.yaml"]
