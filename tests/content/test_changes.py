"""ändringar.md: what is new since the version before, and what can be wrong with it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.organisations.small import PLAN, Case, add, korpus, told

FILE = "plan/nämnden/ändringar.md"
HEAD = '---\nsedan: "0.9"\nsedan datum: 2018-09-15\n---\n'
VERSION = add(PLAN, 'version: "0.9"\n')


def test_it_is_read_with_version_and_date(tmp_path: Path) -> None:
    andringar = korpus(tmp_path, {FILE: HEAD + "- Allt är nytt.\n"}).dokument["plan/nämnden"].andringar
    assert andringar is not None
    assert (andringar.sedan, andringar.datum) == ("0.9", date(2018, 9, 15))
    assert str(andringar.text) == "Allt är nytt."


def test_a_numbered_file_of_that_name_is_a_chapter(tmp_path: Path) -> None:
    dokument = korpus(tmp_path, {"plan/nämnden/5-ändringar.md": "# Ändringar\n\nText.\n"}).dokument
    assert dokument["plan/nämnden"].andringar is None
    assert dokument["plan/nämnden"].kapitel_efter[-1].id == "ändringar"


CASES = [
    Case("nothing wrong", {FILE: HEAD + "Text.\n"}, []),
    Case(
        "since itself",
        {FILE: HEAD + "Text.\n", **VERSION},
        [
            (
                f"{FILE}:2:8 S003 fel",
                "Dokumentet har självt version 0.9",
                "Skriv den version som kom före, eller ändra version i dokument.yaml.",
            )
        ],
    ),
    Case(
        "since nothing",
        {FILE: "Text.\n"},
        [(f"{FILE}:1:1 S002 fel", "Uppgiften ”sedan” saknas", "Lägg till raden ”sedan: …”.")],
    ),
    Case(
        "a heading, nothing more, a link that leads nowhere",
        {FILE: HEAD + "# Ändringar\n", "regionplan/ändringar.md": HEAD + "[Se](#hit).\n"},
        [
            (
                f"{FILE}:1:1 S002 fel",
                "Filen säger inte vad som är nytt",
                "Skriv det under huvudet.",
            ),
            (
                f"{FILE}:5:1 S003 fel",
                "Här kan ingen rubrik stå: ”Ändringar”",
                "Rubriken sätts av dokumentet. Dela hellre upp texten i en lista.",
            ),
            (
                "regionplan/ändringar.md:5:6 L008 fel",
                "Länken till ”hit” leder ingenstans",
                "Länka till ett id som finns i dokumentet, eller ta bort länken.",
            ),
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_says_what_is_wrong_where_and_how_to_mend_it(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said
