"""L001: a reference to something that does not exist."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import (
    ANSWER,
    FILES,
    GOAL,
    OUTCOME,
    PLAN,
    REPORT_DOCUMENT,
    TOP,
    Case,
    add,
    swap,
    told,
)

CASES = [
    Case("everything is there", {}, []),
    Case(
        "misspelt parent",
        swap(GOAL, "under: hälsa", "under: hälsan"),
        [
            (
                "mål/1.1-vård.md:4:8 L001 fel",
                "Det finns ingen strategi ”hälsan”, som målet ”Vård i tid” ligger under",
                "Menade du ”hälsa”?",
            )
        ],
    ),
    Case(
        "title for a parent",
        swap(GOAL, "under: hälsa", "under: God hälsa"),
        [
            (
                "mål/1.1-vård.md:4:8 L001 fel",
                "Det finns ingen strategi ”God hälsa”, som målet ”Vård i tid” ligger under",
                "Skriv dess id: ”hälsa”.",
            )
        ],
    ),
    Case(
        "no parent",
        swap(GOAL, "under: hälsa\n", ""),
        [
            (
                "mål/1.1-vård.md:5:1 L001 fel",
                "Det framgår inte vilken strategi som målet ”Vård i tid” hör under",
                "Lägg till raden ”under: …” i filens huvud.",
            )
        ],
    ),
    Case("no parent at the top is right", swap(TOP, "nivå: strategi", "nivå: strategi\nunder:"), []),
    Case(
        "parent that is an uppdrag",
        swap(GOAL, "under: hälsa", "under: korta-köer"),
        [
            (
                "mål/1.1-vård.md:4:8 L001 fel",
                "Det finns ingen strategi ”korta-köer”, som målet ”Vård i tid” ligger under",
                "Rätta stavningen, eller lägg till det som fattas.",
            )
        ],
    ),
    Case(
        "misspelt successor",
        swap(GOAL, "under: hälsa", "under: hälsa\nefterföljare: [köer, vardt]"),
        [
            (
                "mål/1.1-vård.md:5:15 L001 fel",
                "Efterföljaren ”vardt” till målet ”Vård i tid” finns inte",
                "Rätta stavningen, eller lägg till det som fattas.",
            )
        ],
    ),
    Case(
        "unknown base",
        swap(PLAN, "bygger på: regionplan", "bygger på: årsplan-2019"),
        [
            (
                "plan/nämnden/dokument.yaml:5:12 L001 fel",
                "Det finns inget dokument ”årsplan-2019”, som ”Verksamhetsplan 2019” bygger på",
                "Skriv sökvägen till dokumentets mapp, till exempel verksamhetsplan-2019/nämnden.",
            )
        ],
    ),
    Case(
        "misspelt base",
        swap(PLAN, "bygger på: regionplan", "bygger på: regionplanen"),
        [
            (
                "plan/nämnden/dokument.yaml:5:12 L001 fel",
                "Det finns inget dokument ”regionplanen”, som ”Verksamhetsplan 2019” bygger på",
                "Menade du ”regionplan”?",
            )
        ],
    ),
    Case(
        "unknown plan",
        swap(REPORT_DOCUMENT, "följer upp: plan/nämnden", "följer upp: nämnden"),
        [
            (
                "uppföljning/nämnden/dokument.yaml:6:13 L001 fel",
                "Det finns inget dokument ”nämnden”, som ”Verksamhetsberättelse 2019” följer upp",
                "Menade du ”plan/nämnden”?",
            )
        ],
    ),
    Case(
        "unknown left out",
        add(PLAN, "utelämnar: {kör: Nej.}\n"),
        [
            (
                "plan/nämnden/dokument.yaml:6:13 L001 fel",
                "Här utelämnas ”kör”, som inte finns",
                "Menade du ”köer”?",
            )
        ],
    ),
    Case(
        "known left out",
        add(PLAN, "utelämnar: {köer: Nej.}\n")
        | {ANSWER: None, OUTCOME: None}
        | {ANSWER: None, OUTCOME: None},
        [],
    ),
    Case(
        "answer to nothing",
        swap(ANSWER, "svarar på: vård", "svarar på: varden"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:2:12 L001 fel",
                "Texten svarar på ”varden”, som inte finns",
                "Rätta stavningen, eller lägg till det som fattas.",
            )
        ],
    ),
    Case(
        "answer to an uppdrag",
        swap(ANSWER, "## Insats: köer", "## Insats: korta-köer"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:16:1 L001 fel",
                "Texten svarar på ”korta-köer”, som är uppdraget ”korta-köer”",
                "Skriv id för det som avses.",
            )
        ],
    ),
    Case(
        "åtagande that answers nothing",
        swap(ANSWER, 'svarar på="korta-köer"', 'svarar på="köer, korta-kör"'),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:20:1 L001 fel",
                "Åtagandet svarar på ”korta-kör”, som inte finns",
                "Menade du ”korta-köer”?",
            )
        ],
    ),
    Case(
        "åtagande that answers an indikator",
        swap(ANSWER, 'svarar på="korta-köer"', 'svarar på="väntetid"'),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:20:1 L001 fel",
                "Åtagandet svarar på ”väntetid”, som är indikatorn ”Väntetid”",
                "Skriv id för det som avses.",
            )
        ],
    ),
    Case(
        "outcome of nothing",
        swap(OUTCOME, "| väntetid | 8", "| väntan | 8"),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:11:3 L001 fel",
                "Här ges utfall för ”väntan”, som inte finns",
                "Rätta stavningen, eller lägg till det som fattas.",
            )
        ],
    ),
    Case(
        "outcome of an åtagande",
        swap(OUTCOME, "| väntetid | 8", "| mäta | 8"),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:11:3 L001 fel",
                "Här ges utfall för ”mäta”, som är åtagandet ”mäta”",
                "Skriv id för det som avses.",
            )
        ],
    ),
    Case(
        "name for an indikator",
        swap(OUTCOME, "| nöjdhet | 71", "| Nöjdhet | 71"),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:12:3 L001 fel",
                "Här ges utfall för ”Nöjdhet”, som inte finns",
                "Skriv dess id: ”nöjdhet”.",
            )
        ],
    ),
    Case(
        "state of nothing",
        swap(OUTCOME, "| mäta | klart", "| mätning | klart"),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:18:3 L001 fel",
                "Här ges läget för ”mätning”, som inte finns",
                "Rätta stavningen, eller lägg till det som fattas.",
            )
        ],
    ),
    Case(
        "state of an indikator",
        swap(OUTCOME, "| mäta | klart", "| väntetid | klart"),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:18:3 L001 fel",
                "Här ges läget för ”väntetid”, som är indikatorn ”Väntetid”",
                "Skriv id för det som avses.",
            )
        ],
    ),
    Case(
        "nameless indikator",
        swap(ANSWER, "| nöjdhet | Nöjdhet |", "| nöjdhet | |"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:10:3 L001 fel",
                "Indikatorn ”nöjdhet” saknar namn, och det finns ingen överordnad med det id:t",
                "Skriv namnet i kolumnen Indikator, eller rätta id till den överordnades.",
            )
        ],
    ),
    Case(
        "reference into what cannot be read",
        {GOAL: b"%PDF"},
        [
            (
                "mål/1.1-vård.md S005 fel",
                "Filen är ingen text utan en pdf",
                "Skriv texten i en vanlig textfil.",
            )
        ],
    ),
    Case(
        "misspelling where something cannot be read",
        {TOP: b"%PDF"} | swap(ANSWER, "## Insats: köer", "## Insats: köerna"),
        [
            (
                "mål/1-hälsa.md S005 fel",
                "Filen är ingen text utan en pdf",
                "Skriv texten i en vanlig textfil.",
            ),
            (
                "plan/nämnden/2-mål/1.1-vård.md:16:1 L001 fel",
                "Texten svarar på ”köerna”, som inte finns",
                "Menade du ”köer”?",
            ),
        ],
    ),
    Case(
        "own insats under a goal that is missing",
        {ANSWER: FILES[ANSWER].replace("svarar på: vård", "svarar på: vardt")},
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:2:12 L001 fel",
                "Texten svarar på ”vardt”, som inte finns",
                "Rätta stavningen, eller lägg till det som fattas.",
            )
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said
