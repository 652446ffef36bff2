"""Blocks: pairs come in order, name before content before likeness, and nothing is left out."""

from __future__ import annotations

from time import perf_counter

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.alignment import blocks
from generator.alignment.blocks import Pair, align

_BLOCK = st.lists(st.sampled_from(["mål", "plan", "budget", "vård", "region", "hälsa"]), max_size=6).map(
    " ".join
)
_TEXTS = st.lists(_BLOCK, max_size=10)


def _paired(old: list[str], new: list[str]) -> list[Pair]:
    return align(old, new, key=str, text=str)


def _check(old: list[str], new: list[str], pairs: list[Pair]) -> None:
    assert [i for i, _ in pairs if i is not None] == list(range(len(old)))
    assert [j for _, j in pairs if j is not None] == list(range(len(new)))
    assert (None, None) not in pairs


@settings(max_examples=200, deadline=None)
@given(_TEXTS, _TEXTS)
def test_every_block_of_both_sides_is_there_once_and_in_order(old: list[str], new: list[str]) -> None:
    _check(old, new, _paired(old, new))


@settings(max_examples=60, deadline=None)
@given(_TEXTS, _TEXTS)
def test_so_it_is_in_gaps_that_are_large(old: list[str], new: list[str]) -> None:
    small = blocks._SMALL
    blocks._SMALL = 0
    try:
        _check(old, new, _paired(old, new))
    finally:
        blocks._SMALL = small


@given(_TEXTS)
def test_a_list_answers_to_itself(same: list[str]) -> None:
    assert _paired(same, list(same)) == [(at, at) for at in range(len(same))]


def test_a_changed_paragraph_is_paired_and_a_rewritten_one_is_not() -> None:
    old = ["Inledning", "Regionen ska ge god vård åt alla som behöver den.", "Slut"]
    assert _paired(old, ["Inledning", "Regionen ska ge bättre vård åt alla som behöver den.", "Slut"]) == [
        (0, 0), (1, 1), (2, 2),
    ]  # fmt: skip
    assert _paired(old, ["Inledning", "Kulturnämnden svarar för museer och bibliotek i länet.", "Slut"]) == [
        (0, 0), (1, None), (None, 1), (2, 2),
    ]  # fmt: skip


def test_likeness_weighs_more_than_an_empty_line() -> None:
    changed = "Nämnden följer upp målet varje tertial och redovisar det för styrelsen"
    old = ["", changed, "Annat"]
    new = [changed + " skriftligt", "", "Annat"]
    assert (1, 0) in _paired(old, new)


def test_a_name_holds_whatever_the_block_says() -> None:
    old, new = [("a", "ett"), ("b", "två")], [("c", "ett"), ("a", "helt nytt"), ("b", "två")]
    pairs = align(old, new, key=lambda one: one[1], text=lambda one: one[1], anchor=lambda one: one[0])
    assert pairs == [(None, 0), (0, 1), (1, 2)]


def test_only_what_may_be_paired_is() -> None:
    pairs = align(["A b c d"], ["A b c e"], key=str, text=str, alike=lambda _, new: new.endswith("d"))
    assert pairs == [(0, None), (None, 0)]


def test_a_long_document_rewritten_throughout_is_paired_without_comparing_all_with_all() -> None:
    old = [f"Stycke {n} handlar om ärende{n} och beslut{n} i nämnden" for n in range(3_000)]
    new = [text.replace("handlar om", "gäller nu") for text in old if not text.endswith("7 i nämnden")]
    start = perf_counter()
    pairs = _paired(old, new)
    assert perf_counter() - start < 10
    _check(old, new, pairs)
    right = sum(old[i].split()[1] == new[j].split()[1] for i, j in pairs if i is not None and j is not None)
    assert right == len(new)
