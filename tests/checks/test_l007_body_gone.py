"""L007: orders to bodies outside their time."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import FILES, GOAL, ORG, Case, swap, told_by


def to(organ: str) -> dict[str, str | bytes | None]:
    """Return a change: the order is to this body."""
    return swap(GOAL, "### Uppdrag till samtliga nämnder", f"### Uppdrag till {organ}")


def time(line: str) -> dict[str, str | bytes | None]:
    """Return a change: the goal's time, together with the order to the old body."""
    return {
        GOAL: FILES[GOAL]
        .replace("samtliga nämnder {", "gamla {")
        .replace("under: hälsa", f"under: hälsa\n{line}")
    }


def body(line: str) -> dict[str, str | bytes | None]:
    """Return a change: one more body with this in it."""
    return {ORG: f"{FILES[ORG]}  gamla:\n    namn: Gamla nämnden\n    slag: nämnd\n    {line}\n"}


CASES = [
    Case(
        "to all nämnder",
        {},
        [],
    ),
    Case(
        "to one that is there",
        to("nämnden"),
        [],
    ),
    Case(
        "to one that ended before",
        to("gamla") | body("gäller till: 2018-12-31") | time("gäller från: 2019-01-01"),
        [
            (
                "mål/1.1-vård.md:21:1 L007 fel",
                (
                    "Uppdraget ”korta-köer” riktas till ”Gamla nämnden”, som upphörde den "
                    "31\xa0december\xa02018"
                ),
                "Rikta det till någon annan, eller rätta organets datum i organisation.yaml.",
            ),
        ],
    ),
    Case(
        "to one that ended before, and who took over",
        to("gamla")
        | body("gäller till: 2018-12-31\n    efterföljare: [nämnden]")
        | time("gäller från: 2019-01-01"),
        [
            (
                "mål/1.1-vård.md:21:1 L007 fel",
                (
                    "Uppdraget ”korta-köer” riktas till ”Gamla nämnden”, som upphörde den "
                    "31\xa0december\xa02018"
                ),
                "Det som har tagit över är ”Vårdnämnden”.",
            ),
        ],
    ),
    Case(
        "to one that came after",
        to("gamla") | body("gäller från: 2020-01-01") | time("gäller till: 2019-12-31"),
        [
            (
                "mål/1.1-vård.md:21:1 L007 fel",
                (
                    "Uppdraget ”korta-köer” riktas till ”Gamla nämnden”, som kom till först den "
                    "1\xa0januari\xa02020"
                ),
                "Rikta det till någon annan, eller rätta organets datum i organisation.yaml.",
            ),
        ],
    ),
    Case(
        "to one that has ended since",
        to("gamla") | {ORG: "läge: 2020-06-01\n" + str(body("gäller till: 2019-12-31")[ORG])},
        [
            (
                "mål/1.1-vård.md:20:1 L007 varning",
                (
                    "Uppdraget ”korta-köer” riktas till ”Gamla nämnden”, som upphörde den "
                    "31\xa0december\xa02019"
                ),
                "Rikta det till någon annan, eller rätta organets datum i organisation.yaml.",
            ),
        ],
    ),
    Case(
        "to one that will end",
        to("gamla") | {ORG: "läge: 2019-06-01\n" + str(body("gäller till: 2019-12-31")[ORG])},
        [],
    ),
    Case(
        "together with one that ended before",
        swap(GOAL, "{#korta-köer}", '{#korta-köer i samverkan med="gamla"}')
        | body("gäller till: 2018-12-31")
        | time("gäller från: 2019-01-01"),
        [
            (
                "mål/1.1-vård.md:21:1 L007 fel",
                (
                    "Uppdraget ”korta-köer” riktas till ”Gamla nämnden”, som upphörde den "
                    "31\xa0december\xa02018"
                ),
                "Rikta det till någon annan, eller rätta organets datum i organisation.yaml.",
            ),
        ],
    ),
    Case(
        "a direktiv for a year without it",
        body("gäller till: 2018-12-31")
        | {
            "direktiv/dokument.yaml": (
                "slag: planeringsdirektiv\ntitel: D\norgan: fullmäktige\nperiod: 2019\n"
            ),
            "direktiv/1-direktiv.md": (
                "# D\n\n## Direktiv till gamla\n\n- Göra: {#göra}\n  - en sak {#sak}\n"
            ),
        },
        [
            (
                "direktiv/1-direktiv.md:5:1 L007 fel",
                ("Direktivet ”göra” riktas till ”Gamla nämnden”, som upphörde den 31\xa0december\xa02018"),
                "Rikta det till någon annan, eller rätta organets datum i organisation.yaml.",
            ),
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told_by("L007", tmp_path, case) == case.said
