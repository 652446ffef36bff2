"""A body's plan for next year: what goes on keeps its id, and can be followed from year to year."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.build.inspection import inspect
from generator.build.workspace import Workspace
from generator.compare.items import item_changes
from generator.documents.kind import kinds
from generator.documents.view import View
from generator.domain.korpus import Korpus
from generator.domain.mal import Atagande
from generator.domain.rod_trad import RodTrad
from tests.organisations.small import written

OLD, NEW = "plan/nämnden", "plan-nästa/nämnden"
PROMISE = "nämnden/kväll"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The small organisation, with next year's plan as a copy of this year's, one promise reworded."""
    root = written(tmp_path / "innehåll")
    shutil.copytree(root / OLD, root / NEW)
    facts = root / NEW / "dokument.yaml"
    _edit(facts, "period: 2019", "period: 2020")
    _edit(root / NEW / "2-mål" / "1.1-vård.md", "öppna en kväll i veckan", "öppna två kvällar i veckan")
    return root


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text, text
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def _read(content: Path) -> tuple[Korpus, list[str]]:
    korpus, found, _ = inspect(Workspace(content, content / "output"))
    assert korpus is not None
    return korpus, [d.code for d in found]


def _view(korpus: Korpus, id_: str) -> View:
    dokument = korpus.dokument[id_]
    return kinds()[dokument.slag].build(korpus, dokument)


def test_what_goes_on_from_one_year_to_the_next_keeps_its_id(content: Path) -> None:
    korpus, codes = _read(content)
    assert "I001" not in codes
    assert [d.id for d, _ in korpus.aterkommande[PROMISE]] == [OLD, NEW]


def test_plans_for_the_same_year_cannot_have_it_both(content: Path) -> None:
    _edit(content / NEW / "dokument.yaml", "period: 2020", "period: 2019")
    korpus, codes = _read(content)
    assert "I001" in codes
    assert not korpus.aterkommande


def test_each_plan_has_its_own_and_elsewhere_it_is_the_latest(content: Path) -> None:
    korpus, _ = _read(content)
    of_year = [korpus.sak(PROMISE, korpus.dokument[id_]) for id_ in (OLD, NEW)]
    assert ["två kvällar" in str(each.text) for each in of_year if isinstance(each, Atagande)] == [
        False,
        True,
    ]
    assert korpus.index[PROMISE] is of_year[1]


def test_the_thread_is_the_latest_and_stands_in_both_years(content: Path) -> None:
    korpus, _ = _read(content)
    trad = RodTrad(korpus)
    item = korpus.index[PROMISE]
    home = trad.plats(PROMISE).dokument
    assert home is not None
    assert home.id == NEW
    assert {OLD, NEW} <= {d.id for d in trad.dokument_med(item)}


def test_what_changed_between_the_years_is_told_by_id(content: Path) -> None:
    korpus, _ = _read(content)
    found = [c for c in item_changes(_view(korpus, OLD), _view(korpus, NEW)) if c.id == PROMISE]
    assert [(c.change, c.role) for c in found] == [("changed", "åtagande")]
