"""Indikatorer that hang on no goal: their own file, by category, and their outcomes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import PLAN, Case, add, korpus, told

IN_PLAN, IN_REPORT, IN_BASE = (
    "plan/nämnden/5-indikatorer.md",
    "uppföljning/nämnden/5-indikatorer.md",
    "regionplan/3-indikatorer.md",
)
TABLE = "| Id | Indikator | Målvärde |\n|---|---|---|\n"
TEXT = f"""\
# Indikatorer

Text.

## Målgrupp

{TABLE}| svar | Svar i tid | 90 % |

## Ekonomi

{TABLE}| avvikelse | Avvikelse | 0 |
"""
OUTCOMES = "# Indikatorer\n\nText.\n\n## Utfall\n\n| Indikator | Utfall |\n|---|---|\n"

CASES = [
    Case("nothing wrong", {IN_PLAN: TEXT, IN_REPORT: OUTCOMES + "| svar | 91 % |\n"}, []),
    Case(
        "no title",
        {IN_PLAN: "Text.\n"},
        [
            (
                "plan/nämnden/5-indikatorer.md:1:1 S002 fel",
                "Kapitlet saknar huvudrubrik",
                "Börja texten med en rad: # Rubrik.",
            )
        ],
    ),
    Case(
        "two titles",
        {IN_PLAN: TEXT + "\n# Mer\n"},
        [
            (
                "plan/nämnden/5-indikatorer.md:17:1 S003 fel",
                "Filen har redan en huvudrubrik: ”Indikatorer”",
                "Använd ## för kategorierna.",
            )
        ],
    ),
    Case(
        "no table",
        {IN_PLAN: "# Indikatorer\n\n## Målgrupp\n"},
        [
            (
                "plan/nämnden/5-indikatorer.md:3:1 S003 fel",
                "Under ”Målgrupp” ska stå en tabell",
                "Kolumnerna är Id, Indikator, Ingångsvärde, Målvärde, Frekvens, Källa.",
            )
        ],
    ),
    Case(
        "text in a category",
        {IN_PLAN: f"# Indikatorer\n\n## Målgrupp\n\nText.\n\n{TABLE}| a | A | |\n"},
        [
            (
                "plan/nämnden/5-indikatorer.md:5:1 S003 fel",
                "Under ”Målgrupp” ska bara stå en tabell",
                "Flytta texten till under målets eller kapitlets rubrik.",
            )
        ],
    ),
    Case(
        "category twice said",
        {
            IN_PLAN: "# Indikatorer\n\n## Målgrupp\n\n"
            "| Id | Indikator | Kategori |\n|---|---|---|\n| a | A | Ekonomi |\n"
        },
        [
            (
                "plan/nämnden/5-indikatorer.md:5:20 S001 fel",
                "Okänd kolumn ”Kategori”",
                "Kolumnerna är Id, Indikator, Ingångsvärde, Målvärde, Frekvens, Källa.",
            )
        ],
    ),
    Case(
        "heading in a category",
        {IN_PLAN: TEXT + "\n### Mer\n"},
        [
            (
                "plan/nämnden/5-indikatorer.md:17:1 S001 fel",
                "Rubriken ”Mer” kan inte stå här",
                "Flytta den; under ”Ekonomi” kan inga rubriker stå.",
            )
        ],
    ),
    Case(
        "id of a category",
        {IN_PLAN: TEXT.replace("## Ekonomi", "## Ekonomi {#e}")},
        [("plan/nämnden/5-indikatorer.md:11:12 S001 fel", "Här kan inte stå något id (”e”)", "Ta bort det.")],
    ),
    Case(
        "two files",
        {IN_PLAN: TEXT, "plan/nämnden/6-indikatorer.md": "# Mer\n"},
        [
            (
                "plan/nämnden/6-indikatorer.md:1:1 S004 fel",
                "Dokumentet har redan en fil med indikatorer, plan/nämnden/5-indikatorer.md",
                "Flytta ihop dem till en fil.",
            )
        ],
    ),
    Case(
        "id that is taken",
        {IN_PLAN: TEXT.replace("| avvikelse |", "| nöjdhet |")},
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:10:3 I001 fel",
                ("Id ”nöjdhet” används redan av indikatorn ”Avvikelse” (plan/nämnden/5-indikatorer.md:15:3)"),
                "Ge den ena ett annat id.",
            )
        ],
    ),
    Case(
        "category in a report",
        {IN_REPORT: "# Indikatorer\n\n## Målgrupp\n\nText.\n"},
        [
            (
                "uppföljning/nämnden/5-indikatorer.md:3:1 S001 fel",
                "Rubriken ”Målgrupp” betyder ingenting här",
                "Skriv utfallen i en tabell under rubriken ”Utfall”.",
            )
        ],
    ),
    Case(
        "outcome of nothing known",
        {IN_PLAN: TEXT, IN_REPORT: OUTCOMES + "| svars | 91 % |\n"},
        [
            (
                "uppföljning/nämnden/5-indikatorer.md:9:3 L001 fel",
                "Här ges utfall för ”svars”, som inte finns",
                "Menade du ”svar”?",
            )
        ],
    ),
    Case(
        "outcome told twice",
        {IN_REPORT: OUTCOMES + "| väntetid | 9 |\n"},
        [
            (
                "uppföljning/nämnden/5-indikatorer.md:9:3 I001 fel",
                (
                    "Det finns redan ett utfall för indikatorn ”Väntetid” "
                    "(uppföljning/nämnden/1-mål/1.1-vård.md:11:3)"
                ),
                "Behåll det ena.",
            )
        ],
    ),
    Case(
        "no name and none above",
        {IN_PLAN: TEXT.replace("| Svar i tid |", "| |")},
        [
            (
                "plan/nämnden/5-indikatorer.md:9:3 L001 fel",
                "Indikatorn ”svar” saknar namn, och det finns ingen överordnad med det id:t",
                "Skriv namnet i kolumnen Indikator, eller rätta id till den överordnades.",
            )
        ],
    ),
    Case(
        "left out and unknown",
        {IN_PLAN: TEXT}
        | add(PLAN, "utelämnar: {resultatet: Nej.}\n")
        | {IN_BASE: TEXT.replace("| avvikelse |", "| resultat |").replace("| svar |", "| andra-svar |")},
        [
            (
                "plan/nämnden/dokument.yaml:6:13 L001 fel",
                "Här utelämnas ”resultatet”, som inte finns",
                "Menade du ”resultat”?",
            )
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_says_what_is_wrong_where_and_how_to_mend_it(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said


def test_the_heading_is_the_category(tmp_path: Path) -> None:
    plan = korpus(tmp_path, {IN_PLAN: TEXT}).dokument["plan/nämnden"]
    assert [(i.id, i.kategori) for i in plan.indikatorer] == [
        ("nämnden/svar", "Målgrupp"),
        ("nämnden/avvikelse", "Ekonomi"),
    ]
    assert plan.indikatorkapitel is not None
    assert (str(plan.indikatorkapitel.titel), str(plan.indikatorkapitel.text)) == ("Indikatorer", "Text.")
    assert "indikatorer" not in [k.id for k in (*plan.kapitel_fore, *plan.kapitel_efter)]


def test_before_the_first_heading_the_category_is_a_column_or_none(tmp_path: Path) -> None:
    table = "| Id | Indikator | Kategori |\n|---|---|---|\n| a | A | Ekonomi |\n| b | B | |\n"
    plan = korpus(tmp_path, {IN_PLAN: f"# Indikatorer\n\n{table}"}).dokument["plan/nämnden"]
    assert [(i.id, i.kategori) for i in plan.indikatorer] == [("nämnden/a", "Ekonomi"), ("nämnden/b", "")]


@pytest.mark.parametrize("name", [IN_REPORT, "uppföljning/nämnden/utfall.md"])
def test_a_report_gives_their_outcomes(tmp_path: Path, name: str) -> None:
    report = korpus(tmp_path, {IN_PLAN: TEXT, name: OUTCOMES + "| svar | 91 % |\n"}).dokument[
        "uppföljning/nämnden"
    ]
    assert [(u.indikator, str(u.varde)) for u in report.utfall] == [("nämnden/svar", "91\xa0%")]


def test_in_a_plan_a_chapter_may_be_called_utfall(tmp_path: Path) -> None:
    plan = korpus(tmp_path, {"plan/nämnden/6-utfall.md": "# Utfall\n\nText.\n"}).dokument["plan/nämnden"]
    assert [k.id for k in plan.kapitel_efter] == ["budget", "utfall"]
