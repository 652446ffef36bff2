"""E009: a report against another budget than the frame in force, and changes of frames that cannot be."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.economy import FRAME_CHANGES, above, changed, outcome
from tests.organisations.small import Case, told

TOLD = "| nämnden | Vårdnämnden | | 1 300,5 | 1 300,5 | 0,0 |"
AT = "uppföljning/nämnden/2-ekonomi.md:7:3 E009"
HINT = "Skriv beslutet som ändrade ramen i ramar.yaml, eller rätta budgeten."
BY_PLAN = "ramen i ”Regionplan 2019–2021” är 1\xa0200,5 tkr"
IN_FORCE = "den gällande ramen den 31\xa0december\xa02019 är 1\xa0250,5 tkr"


def _said(frame: str, apart: str, word: str, more: str = "") -> tuple[str, str, str]:
    message = (
        f"Budgeten för vårdnämnden 2019 är 1\xa0300,5 tkr, men {frame} (skillnad {apart} tkr), och "
        f"ramar.yaml har inget {more}beslut som ändrar den"
    )
    return f"{AT} {word}", message, HINT


CASES = [
    Case("the frame", above() | outcome(TOLD.replace("1 300,5", "1 200,5"))),
    Case("another budget, and no ledger", above() | outcome(TOLD), [_said(BY_PLAN, "100,0", "varning")]),
    Case(
        "words about a change are no decision",
        above() | outcome(TOLD, text="Fullmäktige höjde i mars nämndens ram med 100 tkr.\n"),
        [_said(BY_PLAN, "100,0", "varning")],
    ),
    Case("the change is in the ledger", above() | outcome(TOLD) | changed()),
    Case(
        "in another unit",
        above()
        | outcome(TOLD)
        | {FRAME_CHANGES: str(changed("0,1")[FRAME_CHANGES]).replace("år: 2019", "år: 2019, enhet: mnkr")},
    ),
    Case(
        "the change does not reach to the amount",
        above() | outcome(TOLD) | changed("+50,0"),
        [_said(IN_FORCE, "50,0", "fel", "ytterligare ")],
    ),
    Case(
        "a change that the report has not taken up",
        above() | outcome(TOLD.replace("1 300,5", "1 200,5")) | changed("+50,0"),
        [
            (
                f"{AT} fel",
                (
                    f"Budgeten för vårdnämnden 2019 är 1\xa0200,5 tkr, men {IN_FORCE} (skillnad 50,0 tkr), "
                    "och ramar.yaml har inget ytterligare beslut som ändrar den"
                ),
                HINT,
            )
        ],
    ),
    Case(
        "decided after the year",
        above() | outcome(TOLD) | changed(day="2020-01-15"),
        [_said(BY_PLAN, "100,0", "fel")],
    ),
    Case(
        "decided before the plan, which has taken it in",
        above() | outcome(TOLD) | changed(day="2018-11-01"),
        [_said(BY_PLAN, "100,0", "fel")],
    ),
    Case(
        "for another year",
        above() | outcome(TOLD) | changed(years="2020–2021"),
        [_said(BY_PLAN, "100,0", "fel")],
    ),
    Case(
        "a nämnd changes its own frame",
        above() | outcome(TOLD) | changed(by="nämnden"),
        [
            (
                "ramar.yaml:2:13 E009 fel",
                "Vårdnämnden ändrar sin egen ram för 2019",
                "Skriv vem som har beslutat om ramen, eller ta bort raden.",
            )
        ],
    ),
    Case(
        "a frame that nobody has given",
        above() | changed(years="2025"),
        [
            (
                "ramar.yaml:2:13 E009 varning",
                "Ramen för vårdnämnden 2025 ändras, men ingen plan ger någon ram att ändra",
                "Rätta organet eller året, eller ge organet en rad bland ramarna i planen.",
            )
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == list(case.said)
