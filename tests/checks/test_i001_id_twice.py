"""I001: an id used twice, or one thing answered twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import ANSWER, FILES, GOAL, OUTCOME, Case, add, chapter, swap, told

CASES = [
    Case("ids that differ", {}, []),
    Case(
        "two uppdrag",
        add(GOAL, "\n### Uppdrag till vårdnämnden {#korta-köer}\n\nVårdnämnden ska korta kön.\n"),
        [
            (
                "mål/1.1-vård.md:24:1 I001 fel",
                "Id ”korta-köer” används redan av uppdraget ”korta-köer” (mål/1.1-vård.md:20:1)",
                "Ge den ena ett annat id.",
            )
        ],
    ),
    Case(
        "goal and uppdrag",
        swap(GOAL, "{#korta-köer}", "{#köer}") | {ANSWER: None, OUTCOME: None},
        [
            (
                "mål/1.1-vård.md:20:1 I001 fel",
                "Id ”köer” används redan av insatsen ”Kortare köer” (mål/1.1-vård.md:16:1)",
                "Ge den ena ett annat id.",
            )
        ],
    ),
    Case(
        "two goals in two files",
        {"mål/2-hälsa.md": FILES["mål/1-hälsa.md"]},
        [
            (
                "mål/2-hälsa.md:5:1 I001 fel",
                "Id ”hälsa” används redan av strategin ”God hälsa” (mål/1-hälsa.md:5:1)",
                "Ge den ena ett annat id.",
            )
        ],
    ),
    Case(
        "two åtaganden",
        add(ANSWER, "\n### Åtaganden\n\n- x. {#mäta}\n"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:28:1 I001 fel",
                "Id ”mäta” används redan av åtagandet ”mäta” (plan/nämnden/2-mål/1.1-vård.md:14:1)",
                "Ge den ena ett annat id.",
            )
        ],
    ),
    Case(
        "åtagande and own insats",
        swap(ANSWER, "{#digitala-besök}", "{#mäta}"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:14:1 I001 fel",
                (
                    "Id ”mäta” används redan av insatsen ”Digitala besök” "
                    "(plan/nämnden/2-mål/1.1-vård.md:22:1)"
                ),
                "Ge den ena ett annat id.",
            ),
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:18:3 L001 fel",
                "Här ges läget för ”mäta”, som är insatsen ”Digitala besök”",
                "Skriv id för det som avses.",
            ),
        ],
    ),
    Case("a nämnd may use a slug of fullmäktige", add(ANSWER, "\n### Åtaganden\n\n- x. {#korta-köer}\n"), []),
    Case(
        "two chapters",
        {"plan/nämnden/4-inledning.md": "# Inledning\n"},
        [
            (
                "plan/nämnden/4-inledning.md:1:1 I001 fel",
                "”inledning” är redan id för något annat (plan/nämnden/1-inledning.md:1:1)",
                "Ge det ena ett annat id; ett kapitels id är filens namn om inget annat sägs.",
            )
        ],
    ),
    Case(
        "two texts to fetch",
        {"grund/2-vision.md": "# Vision\n"},
        [
            (
                "grund/2-vision.md:1:1 I001 fel",
                "”vision” är redan id för något annat (grund/1-vision.md:1:1)",
                "Ge det ena ett annat id; ett kapitels id är filens namn om inget annat sägs.",
            )
        ],
    ),
    Case(
        "heading and chapter",
        chapter("## A {#budget}"),
        [
            (
                "plan/nämnden/4-text.md:3:1 I001 fel",
                "”budget” är redan id för något annat (plan/nämnden/3-budget.md:1:1)",
                "Ge det ena ett annat id; ett kapitels id är filens namn om inget annat sägs.",
            )
        ],
    ),
    Case(
        "table and heading",
        chapter("## A {#a}\n\nTabell: A {#a}\n\n| a |\n|---|\n| b |"),
        [
            (
                "plan/nämnden/4-text.md:5:1 I001 fel",
                "”a” är redan id för något annat (plan/nämnden/4-text.md:3:1)",
                "Ge det ena ett annat id; ett kapitels id är filens namn om inget annat sägs.",
            )
        ],
    ),
    Case(
        "chapter and goal",
        {"plan/nämnden/4-köer.md": "# Köer\n"},
        [
            (
                "plan/nämnden/4-köer.md:1:1 I001 varning",
                "”köer” är också id för insatsen ”Kortare köer”; en länk dit kan betyda båda",
                "Ge kapitlet, rubriken eller tabellen ett annat id.",
            )
        ],
    ),
    Case(
        "chapter and own åtagande",
        {"plan/nämnden/4-mäta.md": "# Mäta\n"},
        [
            (
                "plan/nämnden/4-mäta.md:1:1 I001 varning",
                "”mäta” är också id för åtagandet ”mäta”; en länk dit kan betyda båda",
                "Ge kapitlet, rubriken eller tabellen ett annat id.",
            )
        ],
    ),
    Case("same chapter in two documents", {"regionplan/3-budget.md": "# Budget\n\nText.\n"}, []),
    Case(
        "two answers",
        {"plan/nämnden/2-mål/2-vård.md": "---\nsvarar på: vård\n---\nMer.\n"},
        [
            (
                "plan/nämnden/2-mål/2-vård.md:2:12 I001 fel",
                "Det finns redan ett svar på målet ”Vård i tid” (plan/nämnden/2-mål/1.1-vård.md:2:12)",
                "Behåll det ena.",
            )
        ],
    ),
    Case(
        "two answers in one file",
        add(ANSWER, "\n## Insats: köer\n\nMer.\n"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:26:1 I001 fel",
                ("Det finns redan ett svar på insatsen ”Kortare köer” (plan/nämnden/2-mål/1.1-vård.md:16:1)"),
                "Behåll det ena.",
            )
        ],
    ),
    Case(
        "two outcomes",
        swap(OUTCOME, "| nöjdhet | 71", "| väntetid | 71"),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:12:3 I001 fel",
                (
                    "Det finns redan ett utfall för indikatorn ”Väntetid” "
                    "(uppföljning/nämnden/1-mål/1.1-vård.md:11:3)"
                ),
                "Behåll det ena.",
            )
        ],
    ),
    Case(
        "two states",
        swap(OUTCOME, "| kväll | pågår", "| mäta | pågår"),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:19:3 I001 fel",
                "Läget finns redan för åtagandet ”mäta” (uppföljning/nämnden/1-mål/1.1-vård.md:18:3)",
                "Behåll det ena.",
            )
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said
