"""The linked items: as many as are asked for, all linked, and seen alike by both who check them."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from benchmarks import checking
from benchmarks.chain import LEVELS, items

needs_trlc = pytest.mark.skipif(not checking.has_trlc(), reason="trlc finns inte här")


@pytest.mark.parametrize("number", [200, 2_000, 20_000])
def test_there_are_as_many_as_asked_for_on_five_levels_each_under_one_above(number: int) -> None:
    found = items(number)
    levels = {item.id: LEVELS.index(item.level) for item in found}
    assert len(levels) == number
    assert set(levels.values()) == set(range(5))
    assert all(levels[i.parent] == levels[i.id] - 1 for i in found if i.level != LEVELS[0])
    assert sum(not i.parent for i in found) == 5
    parents = Counter(i.parent for i in found)
    assert number < 2_000 or all(parents[i.id] for i in found if i.level != LEVELS[-1])
    assert found == items(number)


def test_the_content_holds_every_item_and_is_without_errors(tmp_path: Path) -> None:
    where = checking.place(tmp_path / "a", 200)
    text = "".join(p.read_text(encoding="utf-8") for p in sorted(where.content.rglob("*.md")))
    for item in items(200):
        assert text.count(f"#{item.id} " if item.namnd else item.id) >= 1
    found = json.loads(checking.check(where)())["findings"]
    assert [f for f in found if f["severity"] == "error"] == []


def test_a_broken_link_is_found_by_a_full_check_and_by_one_after_an_edit(tmp_path: Path) -> None:
    where = checking.place(tmp_path / "a", 200)
    checking.check(where)()
    path = next(
        p for p in sorted((where.content / "plan").rglob("*.md")) if 'uppdrag-1"' in p.read_text("utf-8")
    )
    path.write_text(path.read_text(encoding="utf-8").replace('uppdrag-1"', 'uppdrag-x"', 1), encoding="utf-8")
    errors = [f for f in json.loads(checking.check(where)())["findings"] if f["severity"] == "error"]
    assert [f["code"] for f in errors] == ["L001"]
    assert errors[0]["file"] == path.relative_to(where.content).as_posix()


@needs_trlc
def test_trlc_reads_the_same_items_and_finds_the_same_broken_link(tmp_path: Path) -> None:
    where = checking.place(tmp_path / "a", 200)
    text = "".join(p.read_text(encoding="utf-8") for p in where.trlc.glob("*.trlc"))
    assert text.count(" {\n") == 200
    assert "no issues" in checking.trlc(where)()
    path = where.trlc / "atagande.trlc"
    path.write_text(
        path.read_text(encoding="utf-8").replace("parent = uppdrag_1\n", "parent = uppdrag_x\n"),
        encoding="utf-8",
    )
    assert "error" in checking.trlc(where)()
