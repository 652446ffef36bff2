"""L004: an answer to, or something below, a goal that is not valid then."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import ANSWER, GOAL, OUTCOME, PLAN, TOP, Case, swap, told


def goal(*lines: str) -> dict[str, str | bytes | None]:
    """Return the goal with more lines in its head."""
    return swap(GOAL, "under: hälsa", "\n".join(("under: hälsa", *lines)))


def top(*lines: str) -> dict[str, str | bytes | None]:
    """Return the strategi with more lines in its head."""
    return swap(TOP, "nivå: strategi", "\n".join(("nivå: strategi", *lines)))


CASES = [
    Case("valid all the time", {}, []),
    Case("valid in that year", goal("gäller från: 2019-06-01", "gäller till: 2019-06-30"), []),
    Case(
        "ended before",
        goal("gäller till: 2018-12-31"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:2:12 L004 fel",
                "Målet ”Vård i tid” gäller inte 2019",
                "Ta bort svaret, eller rätta målets giltighet.",
            )
        ],
    ),
    Case(
        "not yet begun",
        goal("gäller från: 2020-01-01"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:2:12 L004 fel",
                "Målet ”Vård i tid” gäller inte 2019",
                "Ta bort svaret, eller rätta målets giltighet.",
            )
        ],
    ),
    Case(
        "replaced",
        goal("gäller till: 2018-12-31", "efterföljare: [hälsa]"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:2:12 L004 fel",
                "Målet ”Vård i tid” gäller inte 2019",
                "Svara på strategin ”God hälsa” i stället.",
            )
        ],
    ),
    Case(
        "replaced by what does not exist",
        goal("gäller till: 2018-12-31", "efterföljare: [nytt]"),
        [
            (
                "mål/1.1-vård.md:6:15 L001 fel",
                "Efterföljaren ”nytt” till målet ”Vård i tid” finns inte",
                "Rätta stavningen, eller lägg till det som fattas.",
            ),
            (
                "plan/nämnden/2-mål/1.1-vård.md:2:12 L004 fel",
                "Målet ”Vård i tid” gäller inte 2019",
                "Ta bort svaret, eller rätta målets giltighet.",
            ),
        ],
    ),
    Case(
        "answered only in the report",
        goal("gäller till: 2018-12-31") | {ANSWER: None, OUTCOME: "---\nsvarar på: vård\n---\nText.\n"},
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:2:12 L004 fel",
                "Målet ”Vård i tid” gäller inte 2019",
                "Ta bort svaret, eller rätta målets giltighet.",
            )
        ],
    ),
    Case(
        "answered by a plan of several years",
        goal("gäller till: 2020-12-31") | swap(PLAN, "period: 2019", "period: 2019–2021"),
        [],
    ),
    Case(
        "outlives its strategi",
        top("gäller till: 2020-12-31") | goal("gäller till: 2021-12-31"),
        [
            (
                "mål/1.1-vård.md:4:8 L004 fel",
                (
                    "Målet ”Vård i tid” gäller längre än strategin ”God hälsa”, som gäller till "
                    "31 december 2020"
                ),
                "Rätta ”gäller till”, eller lägg det under en efterföljare.",
            )
        ],
    ),
    Case(
        "has no end and its strategi has",
        top("gäller till: 2020-12-31"),
        [
            (
                "mål/1.1-vård.md:4:8 L004 fel",
                (
                    "Målet ”Vård i tid” gäller längre än strategin ”God hälsa”, som gäller till "
                    "31 december 2020"
                ),
                "Rätta ”gäller till”, eller lägg det under en efterföljare.",
            )
        ],
    ),
    Case("ends with its strategi", top("gäller till: 2020-12-31") | goal("gäller till: 2020-12-31"), []),
    Case(
        "begins before its strategi",
        top("gäller från: 2019-01-01") | goal("gäller från: 2018-01-01"),
        [
            (
                "mål/1.1-vård.md:4:8 L004 fel",
                (
                    "Målet ”Vård i tid” gäller tidigare än strategin ”God hälsa”, som gäller från "
                    "1 januari 2019"
                ),
                "Rätta ”gäller från”.",
            )
        ],
    ),
    Case("says nothing of its beginning", top("gäller från: 2019-01-01"), []),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said
