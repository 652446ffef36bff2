"""The two versions that redlines are measured on: as long as they are called, edited as much as is said."""

from __future__ import annotations

import sys
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from benchmarks.plain_word import plain_word
from benchmarks.process import cost
from benchmarks.redline_pair import EVERY, pair
from benchmarks.redlines import Result, as_table, complaints, failing, pairs, run, summary
from generator.documents.view import View
from generator.domain.fras import Footnote
from generator.domain.prosa import Block, Heading, Paragraph, TableBlock
from tests.ooxml.workbench import Mall, p
from tests.support.validator import validate, validator_available
from tests.support.wordviews import read


def blocks(view: View) -> list[Block]:
    return [block for chapter in view.kapitel_fore for block in chapter.text.content]


def edits(pages: int) -> list[tuple[str, list[Block], list[Block]]]:
    before, after = (blocks(view) for view in pair(pages))
    numbers: dict[Block, int] = {}
    old, new = ([numbers.setdefault(b, len(numbers)) for b in bs] for bs in (before, after))
    found = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return [(tag, before[i:j], after[k:m]) for tag, i, j, k, m in found if tag != "equal"]


def test_two_hundred_pages_have_one_block_in_twenty_edited_of_every_kind() -> None:
    found = edits(200)
    number = len(blocks(pair(200)[0]))
    assert number == 100 * 19
    assert 0.8 < len(found) * EVERY / number < 1.2
    kinds = {(tag, type(block)) for tag, before, after in found for block in (*before, *after)}
    assert {("replace", Heading), ("replace", Paragraph), ("replace", TableBlock)} <= kinds
    assert {("insert", Paragraph), ("delete", Paragraph)} <= kinds
    lengths = {
        len(new.tabell.rader) - len(old.tabell.rader)
        for _, before, after in found
        for old, new in zip(before, after, strict=False)
        if isinstance(old, TableBlock) and isinstance(new, TableBlock)
    }
    assert lengths == {-1, 0, 1}
    noted = [b for _, before, _ in found for b in before if isinstance(b, Paragraph)]
    assert any(isinstance(piece, Footnote) for block in noted for piece in block.content)


def test_the_pair_is_the_same_in_every_run_and_grows_with_the_pages() -> None:
    assert pair(4) == pair(4)
    assert len(blocks(pair(50)[0])) * 4 == len(blocks(pair(200)[0]))


@pytest.mark.skipif(not validator_available(), reason="Open XML-validatorn saknas")
def test_both_versions_are_valid_and_say_what_the_views_say(tmp_path: Path) -> None:
    for number, view in enumerate(pair(8)):
        path = tmp_path / f"{number}.docx"
        path.write_bytes(plain_word(view))
        assert validate([path])[path] == []
        found = read(path.read_bytes())
        assert found.exact.count("<tabell>") == sum(isinstance(b, TableBlock) for b in blocks(view))
        assert found.exact.count("<footnote>") == len(view.kapitel_fore)
        assert not found.faults


def test_what_a_process_costs_is_what_it_itself_costs() -> None:
    large = bytearray(200_000_000)
    code = "sum(range(10**6)); held = b'x' * 50_000_000"
    found = cost([sys.executable, "-c", code])
    assert found.clock > 0
    assert found.processor > 0
    assert sys.platform == "win32" or 50 < found.memory < 120
    assert large
    with pytest.raises(AssertionError, match="ZeroDivisionError"):
        cost([sys.executable, "-c", "1 / 0"])


def folder_of(tmp_path: Path) -> Path:
    for name in ("a", "b"):
        (tmp_path / f"{name}.docx").write_bytes(Mall(body=p(name)).data())
    (tmp_path / "pairs.tsv").write_text("id\tbefore\tafter\nett\ta.docx\tb.docx\ttagg\n", encoding="utf-8")
    return tmp_path


def test_pairs_are_judged_and_told_of(tmp_path: Path) -> None:
    (found,) = pairs(folder_of(tmp_path))
    results = [run(found, lambda _old, new: new, tmp_path)]
    assert failing(results) == ["ett"]
    assert "avvisad -¶ a" in complaints(results)
    assert "stycke för stycke: 0 av 1" in summary(results)
    assert as_table(results).splitlines()[-1].split()[:3] == ["ett", "NEJ", "NEJ"]


def test_an_engine_that_breaks_is_a_result(tmp_path: Path) -> None:
    def broken(_old: bytes, _new: bytes) -> bytes:
        raise ValueError("sönder")

    results: list[Result] = [run(pairs(folder_of(tmp_path))[0], broken, tmp_path)]
    assert "ValueError: sönder" in as_table(results)
    assert "0 av 1" in summary(results)
    assert "ett" in complaints(results)
