"""Bodies: found by any spelling, named as they were on the day."""

from __future__ import annotations

from datetime import date

import pytest

from generator.domain.datum import Giltighet
from generator.domain.organisation import Namn, Organ, Organisation, fold

NOW = Namn("Nämnden för hälsa", Giltighet(date(2020, 1, 1)))
BEFORE = Namn("Sjukvårdsnämnden", Giltighet(None, date(2019, 12, 31)))
HEALTH = Organ("hälsa", "nämnd", (NOW, BEFORE), "NH", ("hälsonämnden",))
STAFF = Organ("stab", "förvaltning", (Namn("Staben"),), under="hälsa")
REGION = Organisation("Region Prov", {"hälsa": HEALTH, "stab": STAFF})


@pytest.mark.parametrize(
    "spelling",
    [
        "hälsa",
        "NH",
        "nh",
        "Nämnden för hälsa",
        "nämnden  för\u00a0hälsa",
        "SJUKVÅRDSNÄMNDEN",
        "ha\u0308lsona\u0308mnden",
    ],
)
def test_a_body_is_found_however_it_is_spelled(spelling: str) -> None:
    assert REGION.find(spelling) is HEALTH


def test_an_unknown_spelling_finds_nothing() -> None:
    assert REGION.find("Trafiknämnden") is None
    assert REGION.find("") is None


def test_spellings_come_longest_first() -> None:
    lengths = [len(spelling) for spelling in REGION.by_spelling]
    assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize(
    ("day", "name"),
    [(date(2019, 12, 31), BEFORE), (date(2020, 1, 1), NOW), (None, NOW), (date(1900, 1, 1), BEFORE)],
)
def test_a_document_prints_the_name_of_its_own_date(day: date | None, name: Namn) -> None:
    assert HEALTH.namn_vid(day) == name.text


def test_only_boards_make_plans() -> None:
    assert (HEALTH.beslutar, STAFF.beslutar) == (True, False)


def test_folding_makes_comparable() -> None:
    assert fold("  Ha\u0308lso-  och\u00a0SJUKVÅRD ") == "hälso- och sjukvård"
