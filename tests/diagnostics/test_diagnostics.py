"""Findings: their places, their order, and what may have been meant."""

from __future__ import annotations

import errno
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics import (
    NOWHERE,
    Diagnostic,
    Position,
    Severity,
    Spellings,
    StyrdokError,
    did_you_mean,
    nearest,
    sort_diagnostics,
)
from generator.diagnostics.system import system_reason


@pytest.mark.parametrize(
    ("position", "said"),
    [
        (Position("mål/a.md", 3, 5), "mål/a.md:3:5"),
        (Position("mål/a.md", 3), "mål/a.md:3"),
        (Position("mål/a.md"), "mål/a.md"),
        (Position("a.xlsx", 7, 3, "Budget"), "a.xlsx, blad ”Budget”, cell C7"),
        (Position("a.xlsx", 7, 0, "Budget"), "a.xlsx, blad ”Budget”, rad 7"),
        (Position("a.xlsx", 0, 28, "Budget"), "a.xlsx, blad ”Budget”, kolumn AB"),
        (Position("a.xlsx", sheet="Budget"), "a.xlsx, blad ”Budget”"),
        (NOWHERE, ""),
    ],
)
def test_a_place_as_it_is_read(position: Position, said: str) -> None:
    assert str(position) == said


def test_a_place_may_be_moved() -> None:
    assert Position("a.md", 3, 5).moved(lines=1, columns=2) == Position("a.md", 4, 7)


@pytest.mark.parametrize(
    ("place", "cell"),
    [
        (Position("a.xlsx", 7, 3, "Budget"), "C7"),
        (Position("a.xlsx", 7, 702, "Budget"), "ZZ7"),
        (Position("a.xlsx", 1048576, 16384, "Budget"), "XFD1048576"),
        (Position("a.xlsx", 7, 0, "Budget"), ""),
        (Position("a.csv", 7, 3), ""),
    ],
)
def test_a_cell_is_called_what_the_spreadsheet_calls_it(place: Position, cell: str) -> None:
    assert place.cell == cell


def test_places_in_sheets_come_sheet_by_sheet_and_keep_their_sheet_when_moved() -> None:
    b9, a10 = Position("a.xlsx", 9, 2, "Blad1"), Position("a.xlsx", 10, 1, "Blad1")
    other = Position("a.xlsx", 1, 1, "Blad2")
    assert sorted([other, a10, b9, Position("a.xlsx")]) == [Position("a.xlsx"), b9, a10, other]
    assert b9.moved(lines=1, columns=-1) == a10
    assert b9 != Position("a.xlsx", 9, 2)


def test_findings_come_by_file_line_and_column_and_each_once() -> None:
    found = [
        Diagnostic("S002", "B", Position("b.md", 1, 1)),
        Diagnostic("S001", "A", Position("a.md", 10, 1)),
        Diagnostic("S001", "A", Position("a.md", 2, 9)),
        Diagnostic("S001", "A", Position("a.md", 2, 9)),
        Diagnostic("S001", "A", Position("a.md", 2, 1)),
        Diagnostic("S001", "A", Position("a.md")),
    ]
    assert [str(d.position) for d in sort_diagnostics(found)] == [
        "a.md",
        "a.md:2:1",
        "a.md:2:9",
        "a.md:10:1",
        "b.md:1:1",
    ]


@pytest.mark.parametrize(
    ("severity", "word"), [("error", "fel"), ("warning", "varning"), ("note", "notering")]
)
def test_how_grave_a_finding_is_in_words(severity: str, word: str) -> None:
    assert Severity(severity).word == word


@pytest.mark.parametrize(
    ("said", "candidates", "meant"),
    [
        ("titl", ["titel", "datum"], "titel"),
        ("TITEL", ["titel"], "titel"),
        ("attraktivt-blekige", ["attraktivt-blekinge", "god-kvalitet"], "attraktivt-blekinge"),
        ("helt annat", ["titel", "datum"], None),
        ("", ["titel"], None),
        ("titel", [], None),
        ("ab", ["abc", "abd"], "abc"),
    ],
)
def test_the_nearest_is_helpful_or_nothing(said: str, candidates: list[str], meant: str | None) -> None:
    assert nearest(said, candidates) == meant


def test_a_suggestion_is_a_question_and_else_a_sentence() -> None:
    assert did_you_mean("titl", ["titel"], "Se efter.") == "Menade du ”titel”?"
    assert did_you_mean("annat", ["titel"], "Se efter.") == "Se efter."


def test_the_nearest_of_many_is_found_in_a_moment() -> None:
    candidates = [f"ett-ganska-långt-id-nummer-{n}-av-många" for n in range(3000)]
    begun = time.process_time()
    for n in range(20):
        assert nearest(f"något-helt-annat-{n}", candidates) is None
    assert time.process_time() - begun < 10


@pytest.mark.parametrize("number", [100, 5_000])
def test_many_words_are_asked_many_times_in_a_moment(number: int) -> None:
    known = Spellings(f"uppdrag-{n}" for n in range(number))
    begun = time.process_time()
    for n in range(0, number, 7):
        assert known.nearest(f"updrag-{n}") == f"uppdrag-{n}"
        assert known.nearest(f"UPPDRAG-{n}x") == f"uppdrag-{n}"
    assert known.nearest("något helt annat") is None
    assert time.process_time() - begun < 15


@given(st.lists(st.text("abcå-1", min_size=1, max_size=8), max_size=30), st.text("abcå-1", max_size=8))
def test_few_words_are_all_compared(words: list[str], said: str) -> None:
    assert Spellings(words).nearest(said) == nearest(said, words)


def test_what_is_nearest_among_many_is_near_and_the_same_each_time() -> None:
    words = [f"{a}-{b}-{n}" for a in ("mål", "område") for b in ("vård", "trafik") for n in range(200)]
    for said in ("mål-vrd-17", "omrade-trafik-3", "trafik-mål-9", "m", ""):
        meant = Spellings(words).nearest(said)
        assert meant == Spellings(words).nearest(said)
        assert meant is None or nearest(said, [meant]) == meant
        assert (meant is None) == (nearest(said, words) is None)


def test_a_failure_as_a_finding() -> None:
    failure = StyrdokError("Det gick inte", "Försök igen.", Position("a.md", 1))
    assert failure.diagnostic("D001") == Diagnostic(
        "D001", "Det gick inte", Position("a.md", 1), "Försök igen."
    )
    assert StyrdokError("Det gick inte", code="D002").diagnostic("D001").code == "D002"
    assert str(failure) == "Det gick inte"


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (OSError(errno.ENOSPC, "x"), "disken är full"),
        (
            PermissionError(errno.EACCES, "x"),
            "du saknar rättighet, eller så håller ett annat program den öppen",
        ),
        (OSError(9999, "x"), "felkod 9999"),
        (OSError(), "okänt fel"),
    ],
)
def test_what_the_system_says_in_swedish(problem: OSError, said: str) -> None:
    assert system_reason(problem) == said
