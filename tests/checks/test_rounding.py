"""How far roundings go together, against roundings that are made."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest

from generator.checks.rounding import rounding

ONE = Decimal(1)


@pytest.mark.parametrize("parts", [1, 3, 8, 30])
def test_the_most_is_half_a_unit_for_each(parts: int) -> None:
    assert rounding([ONE] * (parts + 1)).most == Decimal(parts + 1) / 2


def test_nothing_rounded_is_nothing_moved() -> None:
    assert rounding([]).most == rounding([]).likely == 0


def test_with_few_parts_all_that_is_possible_is_likely() -> None:
    for parts in range(1, 8):
        found = rounding([ONE] * (parts + 1))
        assert found.likely == found.most


def test_made_roundings_stay_within_what_is_likely_and_come_near_half_of_it() -> None:
    chance = random.Random(7)  # noqa: S311  # no secret
    for parts in (9, 19, 30):
        limit = rounding([ONE] * (parts + 1)).likely
        assert limit < Decimal(parts + 1) / 2
        farthest = 0
        for _ in range(2000):
            exact = [chance.uniform(0, 1000) for _ in range(parts)]
            farthest = max(farthest, abs(round(sum(exact)) - sum(round(x) for x in exact)))
        assert limit / 2 < farthest <= limit


def test_ten_thousand_kronor_are_not_likely_in_whole_thousands_with_forty_parts() -> None:
    assert rounding([ONE] * 41).likely < 10
