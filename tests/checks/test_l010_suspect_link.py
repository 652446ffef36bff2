"""L010: a parent has another wording than when its children were checked against it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from generator.checks.l010_suspect_link import check
from generator.content.confirmed import LOCK
from generator.diagnostics import Severity
from generator.domain.dokument import Stadium
from tests.organisations.small import ANSWER, GOAL, OUTCOME, PLAN, Case, add, read, swap, told

PRINTS = {
    "vård": "87755fc59302d294",
    "köer": "b8dce12b7d95eef8",
    "korta-köer": "27df0a28146944da",
    "väntetid": "ce25f978fd317df0",
    "hälsa": "d6affe4ee31f7bc1",
}
LINKS = (
    ("köer", "vård"),
    ("nämnden/digitala-besök", "vård"),
    ("nämnden/kväll", "korta-köer"),
    ("nämnden/kväll", "köer"),
    ("nämnden/mäta", "vård"),
    ("nämnden/nöjdhet", "vård"),
    ("plan/nämnden#köer", "korta-köer"),
    ("plan/nämnden#köer", "köer"),
    ("plan/nämnden#vård", "väntetid"),
    ("plan/nämnden#vård", "vård"),
    ("vård", "hälsa"),
)


def lock(links: Sequence[tuple[str, str]] = LINKS) -> str:
    """Return a lock file that tells that all of this was checked as the small organisation has it."""
    line = '- {{"id": "{}", "mot": "{}", "avtryck": "{}", "när": "2019-03-01", "av": "Chef"}}\n'
    return "# Skrivs av styrdok confirm.\n" + "".join(line.format(i, m, PRINTS[m]) for i, m in links)


CONFIRMED: dict[str, str | bytes | None] = {LOCK: lock()}


def _hint(listed: str, parent: str) -> str:
    return (
        f"Läs om {listed} och kör styrdok confirm för det som håller; är ändringen bara språklig, kör "
        f"styrdok confirm {parent} --no-meaning-change."
    )


CASES = [
    Case("nothing was ever confirmed", swap(GOAL, "# Vård i tid", "# Vård i god tid"), []),
    Case("everything is as it was confirmed", CONFIRMED, []),
    Case("only the layout has changed", CONFIRMED | swap(GOAL, "komma i tid", "*komma*  i\ntid"), []),
    Case(
        "a goal has another title",
        CONFIRMED | swap(GOAL, "# Vård i tid", "# Vård i god tid"),
        [
            (
                "mål/1.1-vård.md:6:1 L010 varning",
                "Målet ”Vård i god tid” har en annan lydelse än när 5 svar prövades mot det",
                _hint("”köer”, ”nämnden/digitala-besök”, ”plan/nämnden#vård” och 2 till", "vård"),
            )
        ],
    ),
    Case(
        "an uppdrag has another text",
        CONFIRMED | swap(GOAL, "ska korta sina köer", "ska avskaffa sina köer"),
        [
            (
                "mål/1.1-vård.md:20:1 L010 notering",
                "Uppdraget ”korta-köer” har en annan lydelse än när 2 svar prövades mot det",
                _hint("”plan/nämnden#köer”, ”nämnden/kväll”", "korta-köer"),
            )
        ],
    ),
    Case(
        "a målvärde has been raised",
        CONFIRMED | swap(GOAL, "Minskning", "Förbättring"),
        [
            (
                "mål/1.1-vård.md:14:3 L010 notering",
                "Indikatorn ”Väntetid” har en annan lydelse än när ett svar prövades mot den",
                _hint("”plan/nämnden#vård”", "väntetid"),
            )
        ],
    ),
    Case(
        "how often it is measured is no meaning",
        CONFIRMED | swap(GOAL, "Årligen | Register", "Varje månad | Register"),
        [],
    ),
    Case(
        "what was never confirmed is not suspect",
        {LOCK: lock((("vård", "hälsa"),))} | swap(GOAL, "# Vård i tid", "# Vård i god tid"),
        [],
    ),
    Case(
        "confirmed before something was renamed",
        CONFIRMED | swap(ANSWER, "{#kväll", "{#kvällsöppet") | swap(OUTCOME, "| kväll |", "| kvällsöppet |"),
        [
            (
                "bekräftat.yaml:4:1 L010 notering",
                "Här bekräftas sådant som inte finns längre: ”nämnden/kväll” (2 rader)",
                "Kör styrdok confirm --alla, som tar bort dem, eller rätta id om något har bytt namn.",
            )
        ],
    ),
    Case(
        "an empty file asks for nothing",
        {LOCK: "# Tomt.\n"} | swap(GOAL, "# Vård i tid", "# Vård i god tid"),
        [],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said


def test_it_is_graver_once_the_plan_has_been_proposed_and_never_an_error(tmp_path: Path) -> None:
    change = CONFIRMED | swap(GOAL, "Minskning", "Förbättring")
    for stadium in Stadium:
        text = add(PLAN, f'stadium: "{stadium.value}"\n')
        reading = read(tmp_path / stadium.name, change | text)
        assert reading.korpus is not None
        (found,) = check(reading.korpus)
        early = stadium is Stadium.UTKAST
        assert found.severity is (Severity.NOTE if early else Severity.WARNING)


def test_a_plan_whose_year_is_over_is_left_in_peace(tmp_path: Path) -> None:
    found = read(tmp_path, CONFIRMED | swap(GOAL, "Minskning", "Förbättring")).korpus
    assert found is not None
    assert list(check(replace(found, dag=date(2019, 12, 31))))
    assert list(check(replace(found, dag=date(2020, 1, 1)))) == []


def test_what_could_not_be_read_has_not_gone(tmp_path: Path) -> None:
    change = CONFIRMED | {"mål/1.1-vård.md": b"\xff\xfe\x00"}
    found = read(tmp_path, change).korpus
    assert found is not None
    assert [d.message for d in check(found) if "inte finns längre" in d.message] == []
