"""Sequences: what the runs say is true, and says it with the fewest changes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.alignment import sequences
from generator.alignment.sequences import Run, increasing, runs

_LETTERS = st.lists(st.sampled_from("abcd"), max_size=24)


def _check(old: list[str], new: list[str], found: list[Run]) -> None:
    i = j = 0
    for at, run in enumerate(found):
        assert (run.old.start, run.new.start) == (i, j)
        i, j = run.old.end, run.new.end
        assert i > run.old.start or j > run.new.start
        if run.equal:
            assert run.old.of(old) == run.new.of(new)
        if at:
            assert run.equal != found[at - 1].equal
    assert (i, j) == (len(old), len(new))


def _cost(found: list[Run]) -> int:
    return sum(run.old.end - run.old.start + run.new.end - run.new.start for run in found if not run.equal)


def _fewest(old: list[str], new: list[str]) -> int:
    """The textbook table, slow and plain."""
    row = list(range(len(new) + 1))
    for i, left in enumerate(old, 1):
        last, row = row, [i]
        for j, right in enumerate(new, 1):
            row.append(last[j - 1] if left == right else 1 + min(last[j], row[j - 1]))
    return row[-1]


@settings(max_examples=150, deadline=None)
@given(_LETTERS, _LETTERS)
def test_runs_cover_both_sides_with_the_fewest_changes(old: list[str], new: list[str]) -> None:
    found = runs(old, new)
    _check(old, new, found)
    assert _cost(found) == _fewest(old, new)
    assert _cost(runs(new, old)) == _cost(found)


@given(_LETTERS)
def test_a_sequence_does_not_differ_from_itself(same: list[str]) -> None:
    assert all(run.equal for run in runs(same, list(same)))
    assert len(runs(same, list(same))) == bool(same)


@settings(max_examples=100, deadline=None)
@given(_LETTERS, _LETTERS, st.integers(1, 30))
def test_what_is_too_big_for_the_table_is_cut_and_stays_true(
    old: list[str], new: list[str], table: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sequences, "_TABLE", table)
        _check(old, new, runs(old, new))


def test_a_long_sequence_is_held_fast_by_what_occurs_once() -> None:
    old = [str(number) for number in range(30_000)]
    new = [word for word in old if int(word) % 20]
    new[100:100] = ["ny"]
    assert _cost(runs(old, new)) == 1_500 + 1


@given(st.lists(st.integers(0, 30), max_size=20))
def test_the_longest_rising_chain(numbers: list[int]) -> None:
    chain = [right for _, right in increasing(list(enumerate(numbers)))]
    assert chain == sorted(set(chain))
    longest: list[int] = []
    for at, number in enumerate(numbers):
        before = [longest[k] for k in range(at) if numbers[k] < number]
        longest.append(1 + max(before, default=0))
    assert len(chain) == max(longest, default=0)
