"""L008: links and fetched texts that lead nowhere, wherever prose can stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import ANSWER, GOAL, OUTCOME, TOP, Case, add, chapter, swap, told

CASES = [
    Case(
        "links that lead somewhere",
        chapter("[a](#vård), [b](#mäta), [c](#tabell-budget), [d](#inledning), [e](#vision)"),
        [],
    ),
    Case(
        "in a chapter",
        chapter("Se [a](#vaard)."),
        [
            (
                "plan/nämnden/4-text.md:3:8 L008 fel",
                "Länken till ”vaard” leder ingenstans",
                "Länka till ett id som finns i dokumentet, eller ta bort länken.",
            )
        ],
    ),
    Case(
        "far from anything",
        chapter("Se [a](#annat)."),
        [
            (
                "plan/nämnden/4-text.md:3:8 L008 fel",
                "Länken till ”annat” leder ingenstans",
                "Länka till ett id som finns i dokumentet, eller ta bort länken.",
            )
        ],
    ),
    Case(
        "in a list",
        chapter("- a\n  - [b](#annat)"),
        [
            (
                "plan/nämnden/4-text.md:4:9 L008 fel",
                "Länken till ”annat” leder ingenstans",
                "Länka till ett id som finns i dokumentet, eller ta bort länken.",
            )
        ],
    ),
    Case(
        "in a quotation",
        chapter("> **[b](#annat)**"),
        [
            (
                "plan/nämnden/4-text.md:3:9 L008 fel",
                "Länken till ”annat” leder ingenstans",
                "Länka till ett id som finns i dokumentet, eller ta bort länken.",
            )
        ],
    ),
    Case(
        "in a table",
        chapter("| a | b |\n|---|---|\n| c | [d](#annat) |"),
        [
            (
                "plan/nämnden/4-text.md:5:11 L008 fel",
                "Länken till ”annat” leder ingenstans",
                "Länka till ett id som finns i dokumentet, eller ta bort länken.",
            )
        ],
    ),
    Case(
        "in a note",
        chapter("Text[^a].\n\n[^a]: Se *[b](#annat)*."),
        [
            (
                "plan/nämnden/4-text.md:5:15 L008 fel",
                "Länken till ”annat” leder ingenstans",
                "Länka till ett id som finns i dokumentet, eller ta bort länken.",
            )
        ],
    ),
    Case(
        "in a title",
        {"plan/nämnden/4-text.md": "# Se [a](#annat)\n"},
        [
            (
                "plan/nämnden/4-text.md:1:10 L008 fel",
                "Länken till ”annat” leder ingenstans",
                "Länka till ett id som finns i dokumentet, eller ta bort länken.",
            )
        ],
    ),
    Case(
        "in a text to fetch",
        {"grund/2-x.md": "# X\n\nSe [a](#annat).\n"},
        [
            (
                "grund/2-x.md:3:8 L008 fel",
                "Länken till ”annat” leder ingenstans",
                "Länka till ett id som finns i dokumentet, eller ta bort länken.",
            )
        ],
    ),
    Case(
        "in the title of a goal",
        swap(TOP, "# God hälsa", "# God [hälsa](#annat)"),
        [
            (
                "mål/1-hälsa.md:5:15 L008 fel",
                "Länken till ”annat” leder ingenstans",
                "Länka till ett id som finns i dokumentet, eller ta bort länken.",
            )
        ],
    ),
    Case(
        "in a goal",
        swap(TOP, "Alla ska", "[Alla](#annat) ska"),
        [
            (
                "mål/1-hälsa.md:7:8 L008 fel",
                "Länken till ”annat” leder ingenstans",
                "Länka till ett id som finns i dokumentet, eller ta bort länken.",
            )
        ],
    ),
    Case(
        "in an uppdrag",
        swap(GOAL, "Samtliga nämnder ska", "[Samtliga](#annat) nämnder ska"),
        [
            (
                "mål/1.1-vård.md:22:12 L008 fel",
                "Länken till ”annat” leder ingenstans",
                "Länka till ett id som finns i dokumentet, eller ta bort länken.",
            )
        ],
    ),
    Case(
        "in an indikator",
        swap(GOAL, "| Minskning |", "| [Minskning](#annat) |"),
        [
            (
                "mål/1.1-vård.md:14:52 L008 fel",
                "Länken till ”annat” leder ingenstans",
                "Länka till ett id som finns i dokumentet, eller ta bort länken.",
            )
        ],
    ),
    Case(
        "in an answer",
        swap(ANSWER, "Nämnden börjar", "[Nämnden](#annat) börjar"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:4:11 L008 fel",
                "Länken till ”annat” leder ingenstans",
                "Länka till ett id som finns i dokumentet, eller ta bort länken.",
            )
        ],
    ),
    Case(
        "in an åtagande",
        swap(ANSWER, "mäta väntan", "mäta [väntan](#annat)"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:14:17 L008 fel",
                "Länken till ”annat” leder ingenstans",
                "Länka till ett id som finns i dokumentet, eller ta bort länken.",
            )
        ],
    ),
    Case(
        "in an own title",
        swap(ANSWER, "## Egen insats: Digitala besök", "## Egen insats: [Digitala](#annat) besök"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:22:28 L008 fel",
                "Länken till ”annat” leder ingenstans",
                "Länka till ett id som finns i dokumentet, eller ta bort länken.",
            )
        ],
    ),
    Case(
        "in an own indikator",
        swap(ANSWER, "| Ökning |", "| [Ökning](#annat) |"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:10:44 L008 fel",
                "Länken till ”annat” leder ingenstans",
                "Länka till ett id som finns i dokumentet, eller ta bort länken.",
            )
        ],
    ),
    Case(
        "in an outcome",
        swap(OUTCOME, "| 71 |", "| [71](#annat) |"),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:12:18 L008 fel",
                "Länken till ”annat” leder ingenstans",
                "Länka till ett id som finns i dokumentet, eller ta bort länken.",
            )
        ],
    ),
    Case(
        "in a comment",
        swap(OUTCOME, "| Öppnar i mars. |", "| Öppnar i [mars](#annat). |"),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:19:35 L008 fel",
                "Länken till ”annat” leder ingenstans",
                "Länka till ett id som finns i dokumentet, eller ta bort länken.",
            )
        ],
    ),
    Case(
        "in an indikator of its own file",
        {
            "plan/nämnden/5-indikatorer.md": "# I [a](#annat)\n\n[b](#annat)\n\n## K\n\n"
            "| Id | Indikator |\n|---|---|\n| a | [c](#annat) |\n"
        },
        [
            (
                "plan/nämnden/5-indikatorer.md:1:9 L008 fel",
                "Länken till ”annat” leder ingenstans",
                "Länka till ett id som finns i dokumentet, eller ta bort länken.",
            ),
            (
                "plan/nämnden/5-indikatorer.md:3:5 L008 fel",
                "Länken till ”annat” leder ingenstans",
                "Länka till ett id som finns i dokumentet, eller ta bort länken.",
            ),
            (
                "plan/nämnden/5-indikatorer.md:9:11 L008 fel",
                "Länken till ”annat” leder ingenstans",
                "Länka till ett id som finns i dokumentet, eller ta bort länken.",
            ),
        ],
    ),
    Case(
        "in an outcome of its own file",
        add(OUTCOME, "")
        | {
            "uppföljning/nämnden/utfall.md": "# U\n\n## Utfall\n\n"
            "| Indikator | Utfall |\n|---|---|\n| x | [c](#annat) |\n",
            "plan/nämnden/5-indikatorer.md": "# I\n\n| Id | Indikator |\n|---|---|\n| x | X |\n",
        },
        [
            (
                "uppföljning/nämnden/utfall.md:7:11 L008 fel",
                "Länken till ”annat” leder ingenstans",
                "Länka till ett id som finns i dokumentet, eller ta bort länken.",
            )
        ],
    ),
    Case(
        "to a chapter of another document",
        {"regionplan/3-mer.md": "# Mer\n\n[a](#tabell-budget)\n"},
        [
            (
                "regionplan/3-mer.md:3:5 L008 fel",
                "Länken till ”tabell-budget” leder ingenstans",
                "Länka till ett id som finns i dokumentet, eller ta bort länken.",
            )
        ],
    ),
    Case(
        "fetched and misspelt",
        chapter("[=visionen]"),
        [
            (
                "plan/nämnden/4-text.md:3:1 L008 fel",
                "Texten ”visionen” finns inte i mappen grund",
                "Menade du ”vision”?",
            )
        ],
    ),
    Case(
        "fetched and unknown",
        chapter("[=uppdrag]"),
        [
            (
                "plan/nämnden/4-text.md:3:1 L008 fel",
                "Texten ”uppdrag” finns inte i mappen grund",
                "Det som kan hämtas är vision.",
            )
        ],
    ),
    Case(
        "fetched and no texts",
        {"grund/1-vision.md": None},
        [
            (
                "regionplan/1-inledning.md:3:1 L008 fel",
                "Texten ”vision” finns inte i mappen grund",
                "Lägg texten i mappen grund.",
            )
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said
