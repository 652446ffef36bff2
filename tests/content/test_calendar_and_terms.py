"""kalender/ÅÅÅÅ.yaml and termer.yaml: what they hold, and what is said of what is wrong in them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.domain.datum import Period
from generator.domain.kalender import Steg
from tests.organisations.small import Case, korpus, read, told

CALENDAR, TERMS = "kalender/2019.yaml", "termer.yaml"
MOMENTS = """\
momenter:
  - {slag: regionplan, steg: beredning, organ: Regionstyrelsen, när: 2019-10-23, period: 2020–2022}
  - {slag: underlag, organ: [nämnden, styrelsen], när: november, not: Dagen bestäms senare.}
"""
WORDS = """\
termer:
  - {ord: landsting*, skriv: region, undantag: Landsting i Norge, från: 2019-01-01, not: Nytt namn.}
  - {ord: [skall], skriv: ska}
"""


def test_a_calendar_says_what_happens_when(tmp_path: Path) -> None:
    kalender = korpus(tmp_path, {CALENDAR: MOMENTS}).kalender[2019]
    first, second = kalender.momenter
    assert (first.slag, first.steg, first.organ) == ("regionplan", Steg.BEREDNING, ("styrelsen",))
    assert first.period == Period(2020, 2022)
    assert first.nar.is_day
    assert str(first.nar) == "23\xa0oktober\xa02019"
    assert (first.position.line, first.position.column) == (2, 12)
    assert (second.steg, second.organ) == (Steg.BESLUT, ("nämnden", "styrelsen"))
    assert (second.nar.first, second.nar.last) == (date(2019, 11, 1), date(2019, 11, 30))
    assert str(second.nar) == "november 2019"
    assert second.notering == "Dagen bestäms senare."
    assert second.period is None


def test_terms_say_what_to_write_instead(tmp_path: Path) -> None:
    first, second = korpus(tmp_path, {TERMS: WORDS}).termer
    assert (first.ord, first.skriv, first.fran) == (("landsting*",), "region", date(2019, 1, 1))
    assert first.undantag == ("Landsting i Norge",)
    assert (second.ord, second.skriv, second.fran, second.undantag) == (("skall",), "ska", None, ())


def test_without_files_there_is_nothing(tmp_path: Path) -> None:
    found = korpus(tmp_path)
    assert (found.kalender, found.termer, found.dag) == ({}, (), None)


def moment(text: str) -> dict[str, str | bytes | None]:
    return {CALENDAR: f"momenter:\n  - {{{text}}}\n"}


CASES = [
    Case(
        "a day of another year",
        moment("slag: regionplan, organ: styrelsen, när: 2020-01-02"),
        [
            (
                "kalender/2019.yaml:2:47 S003 fel",
                "Dagen 2020-01-02 hör inte till kalendern för 2019",
                "Rätta dagen, eller flytta momentet till 2020.yaml.",
            )
        ],
    ),
    Case(
        "a month misspelt",
        moment("slag: regionplan, organ: styrelsen, när: novemer"),
        [
            (
                "kalender/2019.yaml:2:47 S003 fel",
                "”novemer” är varken en dag, som 2019-05-08, eller en månad, som november",
                "Menade du ”november”?",
            )
        ],
    ),
    Case(
        "a body that is not listed",
        moment("slag: regionplan, organ: Vårdnämden, när: maj"),
        [
            (
                "kalender/2019.yaml:2:31 I005 fel",
                "”Vårdnämden” finns inte i organisationen",
                "Menade du ”Vårdnämnden”?",
            )
        ],
    ),
    Case(
        "a kind misspelt, and one that cannot be built",
        {
            CALENDAR: "momenter:\n"
            "  - {slag: verksamhetplan, organ: nämnden, när: maj}\n"
            "  - {slag: handlingsplan, organ: nämnden, när: maj}\n"
        },
        [
            (
                "kalender/2019.yaml:2:12 S003 varning",
                "Det finns inget dokumentslag ”verksamhetplan”",
                "Menade du ”verksamhetsplan”?",
            )
        ],
    ),
    Case(
        "a file that is no year",
        {"kalender/i år.yaml": MOMENTS},
        [
            (
                "kalender/i år.yaml S006 varning",
                "Filen används inte: den är ingen kalender",
                "En kalender heter som sitt år: 2019.yaml.",
            )
        ],
    ),
    Case(
        "a word twice, and a star in the middle",
        {TERMS: "termer:\n  - {ord: skall, skriv: ska}\n  - {ord: [Skall, lands*ting], skriv: ska}\n"},
        [
            (
                "termer.yaml:3:11 S003 fel",
                "”lands*ting” går inte att söka efter; stjärnan står bara sist",
                "Skriv början av ordet och sedan stjärnan: landsting*.",
            ),
            ("termer.yaml:3:11 S004 fel", "”Skall” står redan på rad 2", "Behåll det ena."),
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_says_what_is_wrong_where_and_how_to_mend_it(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said


@pytest.mark.parametrize(
    "text", ["", "momenter:\n", "momenter: 7\n", "- a\n", "momenter: [1]\n", "\t{", "a: b\n"]
)
@pytest.mark.parametrize("name", [CALENDAR, TERMS])
def test_whatever_is_in_them_the_rest_is_read(tmp_path: Path, name: str, text: str) -> None:
    reading = read(tmp_path, {name: text})
    assert reading.korpus is not None
    assert reading.diagnostics
    assert all(d.position.file == name for d in reading.diagnostics)
