"""I004: what the last decision holds and the content does not any more."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.domain.arkiv import Arkiverat
from tests.checks.frozen_cases import (
    AREA,
    BASE,
    CHAPTER,
    GOAL,
    GONE,
    GONE_TOO,
    PLAN,
    PROMISE,
    FrozenCase,
    changed,
    decided,
    differs,
    told_of_frozen,
)

HINT = "Ta tillbaka det, med ”gäller till” och ”efterföljare” om det upphör, eller godta fyndet med skälet."
HELD = Arkiverat(decided(GOAL, AREA, GONE), decided(GOAL, AREA, GONE))

CASES = [
    FrozenCase("nothing is frozen", {}, []),
    FrozenCase(
        "all is there",
        {},
        [],
        {PLAN: Arkiverat(decided(), decided(GOAL, AREA, PROMISE, CHAPTER))},
    ),
    FrozenCase(
        "a chapter is no item",
        {"plan/nämnden/1-inledning.md": None},
        [],
        {PLAN: Arkiverat(decided(), decided(CHAPTER))},
    ),
    FrozenCase("what was only sent out is no decision", {}, [], {PLAN: Arkiverat(decided(GONE), None)}),
    FrozenCase(
        "one thing is gone, and told of by the document that the other builds on",
        {},
        [
            (
                "regionplan/dokument.yaml:1:1 I004 varning",
                "Borta sedan den frysta version 1.0 av ”Regionplan 2019–2021”: insats ”Fler läkare”",
                HINT,
            )
        ],
        {PLAN: HELD, BASE: HELD},
    ),
    FrozenCase(
        "several are gone",
        {},
        [
            (
                "plan/nämnden/dokument.yaml:1:1 I004 varning",
                (
                    "Borta sedan den frysta version 2.0 av ”Verksamhetsplan 2019”:"
                    " ”Fler läkare” och ”ringa upp.” (2 saker)"
                ),
                HINT,
            )
        ],
        {PLAN: Arkiverat(decided(), decided(GONE, GONE_TOO, version="2.0"))},
    ),
    FrozenCase(
        "the document says that it still is that version: P008",
        {},
        [],
        {PLAN: HELD, BASE: differs(changed(GONE, how="borttagen"))},
    ),
    FrozenCase(
        "a file that could not be read may hold it", {"mål/1.1-vård.md": b"\xff\xfe"}, [], {BASE: HELD}
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_is_gone_is_told_once(tmp_path: Path, case: FrozenCase) -> None:
    assert told_of_frozen("I004", tmp_path, case) == case.said


def test_an_ended_goal_is_still_there(tmp_path: Path) -> None:
    ended = {
        "mål/1.1-vård.md": "---\nid: vård\nnivå: mål\nunder: hälsa\ngäller till: 2019-12-31\n---\n# Vård\n"
    }
    case = FrozenCase("", {}, [], {BASE: Arkiverat(decided(), decided(GOAL))})
    assert told_of_frozen("I004", tmp_path, case, ended) == []
