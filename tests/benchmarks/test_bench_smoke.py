"""The benchmark runs, what it compares says the same, and its figures are figures."""

from __future__ import annotations

import os
import subprocess
import sys
from math import isfinite
from pathlib import Path

import pytest

from benchmarks import demo, rendering
from benchmarks.engines import DOCXODUS, OURS, has_docxodus
from benchmarks.run import Table, as_text, quick
from benchmarks.timing import Case, measured, ratio

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def tables() -> list[Table]:
    return quick()


def test_every_ratio_is_a_positive_number(tables: list[Table]) -> None:
    ratios = [line.to_base for table in tables for line in table.lines]
    ratios += [line.to_docxtpl for table in tables for line in table.lines if line.to_docxtpl]
    assert len(ratios) > 10
    assert all(isfinite(r.middle) and 0 < r.low <= r.middle <= r.high for r in ratios)


def test_a_case_takes_as_long_as_itself(tables: list[Table]) -> None:
    bases = {rendering.FLOOR, demo.NOTHING, tables[3].base}
    same = [line.to_base.middle for table in tables[:4] for line in table.lines if line.case in bases]
    assert same == [1.0, 1.0, 1.0]


def test_a_table_reads_as_one_line_a_case_with_decimal_commas(tables: list[Table]) -> None:
    text = as_text(tables[0])
    assert all(line.case in text for line in tables[0].lines)
    assert "1,00" in text
    assert "." not in text.splitlines()[2]


def test_redlines_are_measured_beside_docxodus_or_alone_and_by_their_pages(tables: list[Table]) -> None:
    beside, growth = tables[-2:]
    assert beside.base == (DOCXODUS if has_docxodus() else OURS)
    assert {line.case for line in beside.lines} >= {"styrdok, processorns tid", "styrdok, på klockan"}
    assert has_docxodus() != ("finns inte här" in beside.remark)
    assert [line.case for line in growth.lines] == [
        "4 sidor mot 2: 2 gånger så många",
        "8 sidor mot 4: 2 gånger så många",
    ]


def test_docxtpl_and_we_say_the_same() -> None:
    bench = rendering.bench(chapters=3)
    paragraphs, found = rendering.words(bench.ours)
    assert (paragraphs, found) == rendering.words(bench.theirs)
    assert len(found) == 6
    assert found[0][0] == ["Verksamhet", "2019", "2020", "2021"]
    assert sum(text.startswith(("Kapitel", "Område")) for text in paragraphs) == 9
    assert any("&" in text for text in paragraphs)


def test_texts_that_differ_are_noticed() -> None:
    bench = rendering.bench(chapters=1)
    other = rendering.bench(chapters=2)
    assert rendering.words(bench.ours) != rendering.words(other.theirs)


def test_the_document_has_the_size_it_is_named_for() -> None:
    paragraphs, found = rendering.words(rendering.bench().ours)
    headings = [text for text in paragraphs if text.startswith(("Kapitel", "Område"))]
    captions = [text for text in paragraphs if text.startswith("Tabell\N{NO-BREAK SPACE}")]
    title = 1
    assert (len(headings), len(found), len(captions)) == (60, 40, 40)
    assert len(paragraphs) - len(headings) - len(captions) - title == 300


def test_cases_take_turns_and_the_first_round_is_not_counted() -> None:
    order: list[str] = []
    cases = [Case(name, lambda name=name: order.append(name)) for name in "abc"]  # type: ignore[misc]
    times = measured(cases, 2)
    assert order == list("cababcbca")
    assert [len(found) for found in times.values()] == [2, 2, 2]


def test_a_ratio_is_the_median_of_the_rounds() -> None:
    times = {"a": [2.0, 9.0, 6.0], "b": [1.0, 3.0, 1.0]}
    assert ratio(times, "a", "b").middle == 3.0


def test_the_documents_do_not_depend_on_the_order_of_sets() -> None:
    code = "import zlib; from benchmarks.rendering import bench; print(zlib.crc32(bench(2).ours))"
    sums = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=ROOT,
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(sums) == 1
