"""A report's words on the goals: judgements, outcomes and states."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import FILES, OUTCOME, REPORT_DOCUMENT, Case, add, korpus, swap, told

CASES = [
    Case(
        "unknown judgement of a goal",
        swap(OUTCOME, "måluppfyllelse: nått", "måluppfyllelse: uppfyllt"),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:3:17 S003 fel",
                "Styrmodellen har ingen bedömning ”uppfyllt”",
                "Det kan stå nått, ej nått, ännu inte bedömt.",
            )
        ],
    ),
    Case(
        "unknown prognosis",
        swap(OUTCOME, "måluppfyllelse: nått", "prognos: nåt"),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:3:10 S003 fel",
                "Styrmodellen har ingen bedömning ”nåt”",
                "Menade du ”nått”?",
            )
        ],
    ),
    Case(
        "unknown judgement of an outcome",
        swap(OUTCOME, "| 2019 | nått |", "| 2019 | nåt |"),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:11:31 S003 fel",
                "Styrmodellen har ingen bedömning ”nåt”",
                "Menade du ”nått”?",
            )
        ],
    ),
    Case(
        "outcome of a misspelt indikator",
        swap(OUTCOME, "| väntetid | 8", "| väntetidd | 8"),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:11:3 L001 fel",
                "Här ges utfall för ”väntetidd”, som inte finns",
                "Menade du ”väntetid”?",
            )
        ],
    ),
    Case(
        "outcome of something else",
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
        "outcome of nothing",
        swap(OUTCOME, "| väntetid | 8", "| | 8"),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:11:3 S002 fel",
                "Indikatorns id saknas",
                "Skriv det i kolumnen Indikator.",
            )
        ],
    ),
    Case(
        "outcome twice",
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
        "unknown state",
        swap(OUTCOME, "| mäta | klart", "| mäta | klar"),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:18:10 S003 fel",
                "Styrmodellen har ingen status ”klar”",
                "Menade du ”klart”?",
            )
        ],
    ),
    Case(
        "no state",
        swap(OUTCOME, "| mäta | klart", "| mäta | "),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:18:11 S002 fel",
                "Status saknas",
                "Det kan stå pågår, klart.",
            )
        ],
    ),
    Case(
        "state of a misspelt åtagande",
        swap(OUTCOME, "| mäta | klart", "| mätta | klart"),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:18:3 L001 fel",
                "Här ges läget för ”mätta”, som inte finns",
                "Menade du ”mäta”?",
            )
        ],
    ),
    Case(
        "state of nothing",
        swap(OUTCOME, "| mäta | klart", "| | klart"),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:18:3 S002 fel",
                "Åtagandets id saknas",
                "Skriv det i kolumnen Åtagande.",
            )
        ],
    ),
    Case(
        "state twice",
        swap(OUTCOME, "| kväll | pågår", "| mäta | pågår"),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:19:3 I001 fel",
                "Läget finns redan för åtagandet ”mäta” (uppföljning/nämnden/1-mål/1.1-vård.md:18:3)",
                "Behåll det ena.",
            )
        ],
    ),
    Case(
        "list for a table",
        add(OUTCOME, "\n## Insats: köer\n\n### Åtaganden\n\n- kväll\n"),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:25:1 S003 fel",
                "Under ”Åtaganden” ska stå en tabell",
                "Kolumnerna är Åtagande, Status, Kommentar.",
            )
        ],
    ),
    Case(
        "indikatorer in a report",
        add(OUTCOME, "\n## Indikatorer\n\n| Id | Indikator |\n|---|---|\n| a | A |\n"),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:21:1 S001 fel",
                "Rubriken ”Indikatorer” kan inte stå här",
                "Indikatorer skrivs bland målen och i planen; en uppföljning har ”Utfall”.",
            )
        ],
    ),
    Case(
        "addressees in a report",
        add(
            OUTCOME, "\n## Uppdrag till nämnden\n\n| Uppdrag | Status |\n|---|---|\n| korta-köer | klart |\n"
        ),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:21:1 S001 fel",
                "Rubriken ”Uppdrag till nämnden” kan inte stå i en uppföljning",
                "Skriv bara ”Uppdrag”, och en tabell under.",
            )
        ],
    ),
    Case(
        "own in a report",
        add(OUTCOME, "\n## Egen insats: Ny {#ny}\n"),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:21:1 S001 fel",
                "Rubriken ”Egen insats: Ny” kan inte stå här",
                "Egna läggs till i nämndens plan; bland målen skrivs ordet utan ”eget”.",
            )
        ],
    ),
    Case(
        "unknown judgement on a heading",
        add(OUTCOME, '\n## Insats: köer {måluppfyllelse="nådd"}\n'),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:21:17 S003 fel",
                "Styrmodellen har ingen bedömning ”nådd”",
                "Det kan stå nått, ej nått, ännu inte bedömt.",
            )
        ],
    ),
    Case(
        "id on a heading",
        add(OUTCOME, "\n## Insats: köer {#köer}\n"),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:21:17 S001 fel",
                "Här kan inte stå något id (”köer”)",
                "Ta bort det.",
            )
        ],
    ),
    Case(
        "unknown key on a heading",
        add(OUTCOME, '\n## Insats: köer {bedömning="nått"}\n'),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:21:17 S001 fel",
                "Okänd uppgift ”bedömning”",
                "Här kan stå måluppfyllelse, prognos.",
            )
        ],
    ),
    Case(
        "report that does not say on what",
        swap(REPORT_DOCUMENT, "följer upp: plan/nämnden\n", ""),
        [
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:3:1 S002 fel",
                "Dokumentet säger hur det gick, men inte vilken plan det följer upp",
                "Lägg till raden ”följer upp: …” i dokument.yaml.",
            )
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_says_what_is_wrong_where_and_how_to_mend_it(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said


@pytest.mark.parametrize("said", ["ej nått", "Ej nått", "EJ NÅTT"])
def test_a_step_may_be_written_as_its_key_or_its_word(tmp_path: Path, said: str) -> None:
    svar = (
        korpus(tmp_path, swap(OUTCOME, "| ej nått |", f"| {said} |")).dokument["uppföljning/nämnden"].svar[0]
    )
    assert [u.bedomning for u in svar.utfall] == ["nått", "ej nått"]


def test_a_report_tells_how_uppdrag_and_goals_below_came_out(tmp_path: Path) -> None:
    more = (
        '\n## Insats: köer {måluppfyllelse="ej nått" prognos="nått"}\n\nText.\n'
        "\n### Uppdrag\n\n| Uppdrag | Status |\n|---|---|\n| korta-köer | Klart |\n"
    )
    svar = korpus(tmp_path, add(OUTCOME, more)).dokument["uppföljning/nämnden"].svar[1]
    assert (svar.nod, svar.maluppfyllelse, svar.prognos) == ("köer", "ej nått", "nått")
    assert [(x.gallande, x.status) for x in svar.lagen] == [("korta-köer", "klart")]


def test_the_plan_is_found_by_its_folder(tmp_path: Path) -> None:
    report = FILES[REPORT_DOCUMENT].replace("följer upp: plan/nämnden", "följer upp: plan/namnden")
    assert [said[1:] for said in told(tmp_path, Case("", {REPORT_DOCUMENT: report}))] == [
        (
            "Det finns inget dokument ”plan/namnden”, som ”Verksamhetsberättelse 2019” följer upp",
            "Menade du ”plan/nämnden”?",
        )
    ]
