"""N005: judgements that målvärde and outcome, or the measures of a goal, contradict."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import ANSWER, FILES, GOAL, MODEL, OUTCOME, Case, swap, told_by


def target(malvarde: str, utfall: str, judged: str) -> dict[str, str | bytes | None]:
    """Return a change: målvärde, outcome and judgement of the superior indikator."""
    model = FILES[MODEL].replace(
        "  - {nyckel: ej nått", "  - {nyckel: delvis nått, ord: Delvis nått}\n  - {nyckel: ej nått"
    )
    return (
        {MODEL: model}
        | swap(GOAL, "| Minskning |", f"| {malvarde} |")
        | {
            OUTCOME: FILES[OUTCOME]
            .replace("| 8 dagar | 2019 | nått |", f"| {utfall} | 2019 | {judged} |")
            .replace("måluppfyllelse: nått\n", "")
        }
    )


CASES = [
    Case(
        "nothing contradicts",
        {},
        [],
    ),
    Case(
        "said to be reached and is not",
        target(">80 %", "74 %", "nått"),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:10:3 N005 fel",
                ("Indikatorn ”Väntetid” bedöms som ”Nått”, men målvärdet är ”>80 %” och utfallet ”74 %”"),
                "Rätta bedömningen, eller utfallet om det är fel.",
            ),
        ],
    ),
    Case(
        "said not to be reached and is",
        target(">80 %", "84 %", "ej nått"),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:10:3 N005 fel",
                ("Indikatorn ”Väntetid” bedöms som ”Ej nått”, men målvärdet är ”>80 %” och utfallet ”84 %”"),
                "Rätta bedömningen, eller utfallet om det är fel.",
            ),
        ],
    ),
    Case(
        "said to be partly reached and is",
        target(">80 %", "84 %", "delvis nått"),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:10:3 N005 fel",
                (
                    "Indikatorn ”Väntetid” bedöms som ”Delvis nått”, men målvärdet är ”>80 %” och "
                    "utfallet ”84 %”"
                ),
                "Rätta bedömningen, eller utfallet om det är fel.",
            ),
        ],
    ),
    Case(
        "partly reached",
        target(">80 %", "74 %", "delvis nått"),
        [],
    ),
    Case(
        "not yet judged",
        target(">80 %", "84 %", "ännu inte bedömt"),
        [],
    ),
    Case(
        "a direction against the starting value",
        target("Minskning", "9 dagar", "nått"),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:10:3 N005 fel",
                (
                    "Indikatorn ”Väntetid” bedöms som ”Nått”, men målvärdet är ”Minskning” och "
                    "utfallet ”9 dagar”"
                ),
                "Rätta bedömningen, eller utfallet om det är fel.",
            ),
        ],
    ),
    Case(
        "a direction that it went",
        target("Minskning", "8,9 dagar", "nått"),
        [],
    ),
    Case(
        "better can be up or down",
        target("Förbättring", "12 dagar", "nått"),
        [],
    ),
    Case(
        "the nämnd's own målvärde goes first",
        target("Minskning", "8 dagar", "nått")
        | swap(
            ANSWER,
            ("| nöjdhet | Nöjdhet | 72 (2018) | Ökning | Årligen | Enkät |"),
            "| väntetid | | | Högst 6 dagar | | |",
        ),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:10:3 N005 fel",
                (
                    "Indikatorn ”Väntetid” bedöms som ”Nått”, men målvärdet är ”Högst 6 dagar” och "
                    "utfallet ”8 dagar”"
                ),
                "Rätta bedömningen, eller utfallet om det är fel.",
            ),
        ],
    ),
    Case(
        "what cannot be read for certain is left alone",
        target("Alla enheter är anslutna", "Alla utom en är anslutna", "nått"),
        [],
    ),
    Case(
        "another scale, in words of its own",
        {
            MODEL: FILES[MODEL]
            .replace("{nyckel: nått, ord: Nått}", "{nyckel: nått, ord: Grönt}")
            .replace("ord: Ej nått", "ord: Rött")
        }
        | swap(OUTCOME, "| väntetid | 8 dagar | 2019 | nått |", "| väntetid | 8 dagar | 2019 | ej nått |"),
        [],
    ),
    Case(
        "another scale, where the best is certain",
        {
            MODEL: FILES[MODEL]
            .replace("{nyckel: nått, ord: Nått}", "{nyckel: nått, ord: Grönt}")
            .replace("ord: Ej nått", "ord: Rött")
        }
        | swap(OUTCOME, "| väntetid | 8 dagar |", "| väntetid | 9 dagar |"),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:11:3 N005 fel",
                (
                    "Indikatorn ”Väntetid” bedöms som ”Grönt”, men målvärdet är ”Minskning” och "
                    "utfallet ”9 dagar”"
                ),
                "Rätta bedömningen, eller utfallet om det är fel.",
            ),
        ],
    ),
    Case(
        "a goal reached with every measure missed",
        swap(OUTCOME, "| väntetid | 8 dagar | 2019 | nått |", "| väntetid | 10 dagar | 2019 | ej nått |"),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:2:12 N005 varning",
                (
                    "Målet ”Vård i tid” bedöms som ”Nått”, men ingen av dess indikatorer har nått "
                    "sitt målvärde"
                ),
                "Ändra bedömningen, eller säg i texten vad den bygger på.",
            ),
        ],
    ),
    Case(
        "a goal missed with every measure reached",
        {
            OUTCOME: FILES[OUTCOME]
            .replace("måluppfyllelse: nått", "måluppfyllelse: ej nått")
            .replace("| 71 | 2019 | ej nått |", "| 75 | 2019 | nått |")
        },
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:2:12 N005 varning",
                (
                    "Målet ”Vård i tid” bedöms som ”Ej nått”, men alla dess bedömda indikatorer "
                    "har nått sina målvärden"
                ),
                "Ändra bedömningen, eller säg i texten vad den bygger på.",
            ),
        ],
    ),
    Case(
        "a goal missed with some measures reached",
        swap(OUTCOME, "måluppfyllelse: nått", "måluppfyllelse: ej nått"),
        [],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_finds_what_it_should_and_nothing_else(tmp_path: Path, case: Case) -> None:
    assert told_by("N005", tmp_path, case) == case.said
