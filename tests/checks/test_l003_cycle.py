"""L003: goals below each other, or documents on each other, in a ring."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import DECIDED, FILES, GOAL, PLAN, REPORT_DOCUMENT, TOP, Case, add, swap, told

CASES = [
    Case("no ring", {}, []),
    Case(
        "a goal below itself",
        swap(GOAL, "under: hälsa", "under: vård"),
        [("mål/1.1-vård.md:4:8 L003 fel", "Målet ”Vård i tid” ligger under sig självt", "Ändra ”under”.")],
    ),
    Case(
        "a strategi below itself",
        swap(TOP, "nivå: strategi", "nivå: strategi\nunder: hälsa"),
        [("mål/1-hälsa.md:4:8 L003 fel", "Strategin ”God hälsa” ligger under sig själv", "Ändra ”under”.")],
    ),
    Case(
        "two goals",
        swap(TOP, "nivå: strategi", "nivå: strategi\nunder: vård"),
        [
            (
                "mål/1-hälsa.md:4:8 L003 fel",
                "Mål ligger under varandra i ring: ”God hälsa” → ”Vård i tid” → ”God hälsa”",
                "Ändra ”under” för ett av dem.",
            )
        ],
    ),
    Case(
        "three goals",
        swap(TOP, "nivå: strategi", "nivå: strategi\nunder: köer"),
        [
            (
                "mål/1-hälsa.md:4:8 L003 fel",
                (
                    "Mål ligger under varandra i ring: ”God hälsa” → ”Kortare köer” → ”Vård i tid” → ”God "
                    "hälsa”"
                ),
                "Ändra ”under” för ett av dem.",
            )
        ],
    ),
    Case(
        "a goal below a ring",
        swap(TOP, "nivå: strategi", "nivå: strategi\nunder: hälsa")
        | {"mål/3-y.md": "---\nid: y\nnivå: mål\nunder: hälsa\n---\n# Y\n"},
        [("mål/1-hälsa.md:4:8 L003 fel", "Strategin ”God hälsa” ligger under sig själv", "Ändra ”under”.")],
    ),
    Case(
        "a plan on itself",
        swap(PLAN, "bygger på: regionplan", "bygger på: plan/nämnden"),
        [
            (
                "plan/nämnden/dokument.yaml:5:12 L003 fel",
                "”Verksamhetsplan 2019” bygger på sig självt",
                "Ändra ”bygger på”.",
            )
        ],
    ),
    Case(
        "plans on each other",
        swap(PLAN, "bygger på: regionplan", f"bygger på: plan2\nstadium: justerad{DECIDED}")
        | {
            "plan2/dokument.yaml": FILES[PLAN].replace("regionplan", "plan/nämnden")
            + f"stadium: justerad{DECIDED}\n"
        },
        [
            (
                "plan/nämnden/dokument.yaml:5:12 L003 fel",
                "Dokument bygger på varandra i ring: ”plan/nämnden” → ”plan2” → ”plan/nämnden”",
                "Ändra ”bygger på” för ett av dem.",
            )
        ],
    ),
    Case(
        "a report on itself",
        swap(REPORT_DOCUMENT, "följer upp: plan/nämnden", "följer upp: uppföljning/nämnden")
        | {"uppföljning/nämnden/1-mål/1.1-vård.md": None},
        [
            (
                "uppföljning/nämnden/dokument.yaml:6:13 L003 fel",
                "”Verksamhetsberättelse 2019” följer upp sig självt",
                "Ändra ”följer upp”.",
            )
        ],
    ),
    Case(
        "headings without ids",
        add(GOAL, "\n## Insats: A\n\n## Insats: B\n"),
        [
            (
                "mål/1.1-vård.md:24:1 S002 fel",
                "Insatsen saknar id",
                "Skriv ett kort id sist på raden: {#kort-namn}.",
            ),
            (
                "mål/1.1-vård.md:26:1 S002 fel",
                "Insatsen saknar id",
                "Skriv ett kort id sist på raden: {#kort-namn}.",
            ),
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said
