"""One cause, one finding; and every cause of every file in one run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import (
    ANSWER,
    BASE,
    CHAPTER,
    FILES,
    GOAL,
    MODEL,
    ORG,
    OUTCOME,
    PLAN,
    REPORT_DOCUMENT,
    TOP,
    Case,
    add,
    chapter,
    swap,
    told,
)

CASES = [
    Case(
        "goal with a syntax error in its head",
        swap(GOAL, "under: hälsa", 'under: "hälsa'),
        [
            (
                "mål/1.1-vård.md:4:8 S005 fel",
                "Ett citattecken öppnas här men stängs aldrig",
                "Lägg till det avslutande citattecknet.",
            )
        ],
    ),
    Case(
        "goal with an unknown key",
        swap(GOAL, "under: hälsa", "under: hälsa\nfärg: blå"),
        [
            (
                "mål/1.1-vård.md:5:1 S001 fel",
                "Okänd uppgift ”färg”",
                "Här kan stå id, nivå, under, beslutad av, gäller från, gäller till, efterföljare.",
            )
        ],
    ),
    Case(
        "goal whose head never ends",
        {GOAL: FILES[GOAL].replace("under: hälsa\n---\n", "under: hälsa\n")},
        [
            (
                "mål/1.1-vård.md:1:1 S005 fel",
                "Filens huvud börjar men slutar aldrig",
                "Avsluta huvudet med en rad med tre streck (---).",
            )
        ],
    ),
    Case(
        "goal without level",
        swap(GOAL, "nivå: mål\n", ""),
        [("mål/1.1-vård.md:2:1 S002 fel", "Uppgiften ”nivå” saknas", "Lägg till raden ”nivå: …”.")],
    ),
    Case(
        "goal on an unknown level",
        swap(GOAL, "nivå: mål", "nivå: delmål"),
        [
            (
                "mål/1.1-vård.md:3:7 S003 fel",
                "Styrmodellen har ingen nivå ”delmål”",
                "Nivåerna heter strategi, mål, insats.",
            )
        ],
    ),
    Case(
        "goal without title",
        swap(GOAL, "# Vård i tid\n", ""),
        [("mål/1.1-vård.md:9:1 S002 fel", "Filen saknar huvudrubrik", "Börja texten med en rad: # Rubrik.")],
    ),
    Case(
        "goal with a missing parent",
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
        "goal without parent",
        swap(GOAL, "under: hälsa\n", ""),
        [
            (
                "mål/1.1-vård.md:5:1 L001 fel",
                "Det framgår inte vilken strategi som målet ”Vård i tid” hör under",
                "Lägg till raden ”under: …” i filens huvud.",
            )
        ],
    ),
    Case(
        "goal in an old encoding",
        {GOAL: FILES[GOAL].encode("latin-1")},
        [
            (
                "mål/1.1-vård.md:2:6 S005 fel",
                "Filen är inte sparad som UTF-8: här står ett tecken (”å”) i en äldre kodning",
                "Spara filen som UTF-8 (i Anteckningar: Spara som, Kodning UTF-8).",
            )
        ],
    ),
    Case(
        "goal that is no text",
        {GOAL: b"PK\x03\x04"},
        [
            (
                "mål/1.1-vård.md S005 fel",
                "Filen är ingen text utan en Word- eller Excelfil, eller en zip",
                "Skriv texten i en vanlig textfil.",
            )
        ],
    ),
    Case(
        "indikatorer under a misspelt heading",
        swap(GOAL, "## Indikatorer", "## Indikatorn"),
        [
            (
                "mål/1.1-vård.md:10:1 S001 fel",
                "Rubriken ”Indikatorn” betyder ingenting här",
                "Menade du ”Indikatorer”?",
            )
        ],
    ),
    Case(
        "insats under a misspelt heading",
        swap(GOAL, "## Insats:", "## Innsats:"),
        [
            (
                "mål/1.1-vård.md:16:1 S001 fel",
                "Rubriken ”Innsats: Kortare köer” betyder ingenting här",
                "Menade du ”Insats”?",
            )
        ],
    ),
    Case(
        "plan with a wrong period",
        swap(PLAN, "period: 2019", "period: tusen"),
        [
            (
                "plan/nämnden/dokument.yaml:4:9 S003 fel",
                "Perioden ska vara ett år, 2019, eller flera, 2019–2021",
                "Skriv åren med fyra siffror.",
            )
        ],
    ),
    Case(
        "plan with a misspelt key",
        swap(PLAN, "titel:", "titl:"),
        [("plan/nämnden/dokument.yaml:2:1 S001 fel", "Okänd uppgift ”titl”", "Menade du ”titel”?")],
    ),
    Case(
        "plan with a syntax error",
        swap(PLAN, "titel: Verk", 'titel: "Verk'),
        [
            (
                "plan/nämnden/dokument.yaml:2:8 S005 fel",
                "Ett citattecken öppnas här men stängs aldrig",
                "Lägg till det avslutande citattecknet.",
            )
        ],
    ),
    Case(
        "plan that is no text",
        {PLAN: b"%PDF"},
        [
            (
                "plan/nämnden/dokument.yaml S005 fel",
                "Filen är ingen text utan en pdf",
                "Skriv texten i en vanlig textfil.",
            )
        ],
    ),
    Case(
        "plan on nothing",
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
        "plan on itself",
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
        "answer without goal",
        swap(ANSWER, "svarar på: vård\n", ""),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:2:1 S002 fel",
                "Uppgiften ”svarar på” saknas",
                "Lägg till raden ”svarar på: …”.",
            )
        ],
    ),
    Case(
        "answer to a misspelt goal",
        swap(ANSWER, "svarar på: vård", "svarar på: vardt"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:2:12 L001 fel",
                "Texten svarar på ”vardt”, som inte finns",
                "Rätta stavningen, eller lägg till det som fattas.",
            )
        ],
    ),
    Case(
        "answer with a syntax error in its head",
        swap(ANSWER, "svarar på: vård", 'svarar på: "vård'),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:2:12 S005 fel",
                "Ett citattecken öppnas här men stängs aldrig",
                "Lägg till det avslutande citattecknet.",
            )
        ],
    ),
    Case(
        "åtaganden under a misspelt heading",
        swap(ANSWER, "## Åtaganden\n\n- mäta", "## Åtagande\n\n- mäta"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:12:1 S001 fel",
                "Rubriken ”Åtagande” betyder ingenting här",
                "Menade du ”Åtaganden”?",
            )
        ],
    ),
    Case(
        "list that is no list",
        swap(ANSWER, "- mäta", "\\- mäta"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:14:1 S003 fel",
                "Under ”Åtaganden” ska bara stå en lista",
                "Skriv ett åtagande per rad: - ta fram … {#kort-namn}.",
            )
        ],
    ),
    Case(
        "report on nothing",
        swap(REPORT_DOCUMENT, "följer upp: plan/nämnden", "följer upp: plan/nämden"),
        [
            (
                "uppföljning/nämnden/dokument.yaml:6:13 L001 fel",
                "Det finns inget dokument ”plan/nämden”, som ”Verksamhetsberättelse 2019” följer upp",
                "Menade du ”plan/nämnden”?",
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
    Case(
        "goal left out of the plan above",
        add(BASE, "utelämnar:\n  vård: Vilar.\n"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:2:12 L006 fel",
                "Målet ”Vård i tid” ingår inte i ”Regionplan 2019–2021” (3 ställen)",
                "Ta bort svaret, eller ta med målet i ”Regionplan 2019–2021”.",
            )
        ],
    ),
    Case(
        "goal that has ended",
        swap(GOAL, "under: hälsa", "under: hälsa\ngäller till: 2018-12-31"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:2:12 L004 fel",
                "Målet ”Vård i tid” gäller inte 2019",
                "Ta bort svaret, eller rätta målets giltighet.",
            )
        ],
    ),
    Case(
        "goals in a ring",
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
        "misspelt body",
        swap(ORG, "    slag: styrelse", "    slag: styrelsen"),
        [("organisation.yaml:13:11 S003 fel", "”styrelsen” kan inte stå här", "Menade du ”styrelse”?")],
    ),
    Case(
        "no scale",
        {MODEL: FILES[MODEL][: FILES[MODEL].index("bedömningar")]},
        [
            (
                "styrmodell.yaml:1:1 S002 fel",
                "Styrmodellen har inga bedömningar, men en uppföljning använder dem",
                "Lägg till dem under ”bedömningar:”.",
            ),
            (
                "styrmodell.yaml:1:1 S002 fel",
                "Styrmodellen har inga statusar, men en uppföljning använder dem",
                "Lägg till dem under ”statusar:”.",
            ),
        ],
    ),
    Case(
        "text in UTF-16 without mark",
        {CHAPTER: "# Text\n\nEn rad.\n".encode("utf-16-le")},
        [
            (
                "plan/nämnden/4-text.md:1:1 S005 fel",
                "Filen är sparad som UTF-16",
                "Spara filen som UTF-8 (i Anteckningar: Spara som, Kodning UTF-8).",
            )
        ],
    ),
    Case(
        "something wrong in every file",
        {CHAPTER: "Text.\n"}
        | swap(ORG, "    slag: styrelse", "    slag: styrelsen")
        | swap(MODEL, "obligatorisk: ja", "obligatoriskt: ja")
        | swap(TOP, "# God hälsa", "# God [hälsa](#halsa)")
        | swap(GOAL, "nivå: mål", "nivå: mål\nfärg: blå")
        | swap(BASE, "stadium: justerad", "stadium: justerat")
        | swap(PLAN, "titel:", "titl:")
        | swap(ANSWER, "## Insats: köer", "## Insats: kö")
        | swap(OUTCOME, "| 2019 | nått |", "| 2019 | nåt |")
        | swap(REPORT_DOCUMENT, "period: 2019", "period: 19"),
        [
            ("mål/1-hälsa.md:5:15 L008 fel", "Länken till ”halsa” leder ingenstans", "Menade du ”hälsa”?"),
            (
                "mål/1.1-vård.md:4:1 S001 fel",
                "Okänd uppgift ”färg”",
                "Här kan stå id, nivå, under, beslutad av, gäller från, gäller till, efterföljare.",
            ),
            ("organisation.yaml:13:11 S003 fel", "”styrelsen” kan inte stå här", "Menade du ”styrelse”?"),
            (
                "plan/nämnden/2-mål/1.1-vård.md:16:1 L001 fel",
                "Texten svarar på ”kö”, som inte finns",
                "Rätta stavningen, eller lägg till det som fattas.",
            ),
            (
                "plan/nämnden/4-text.md:1:1 S002 fel",
                "Kapitlet saknar huvudrubrik",
                "Börja texten med en rad: # Rubrik.",
            ),
            ("plan/nämnden/dokument.yaml:2:1 S001 fel", "Okänd uppgift ”titl”", "Menade du ”titel”?"),
            (
                "regionplan/dokument.yaml:5:10 S003 fel",
                "”justerat” kan inte stå här",
                "Menade du ”justerad”?",
            ),
            ("styrmodell.yaml:10:5 S001 fel", "Okänd uppgift ”obligatoriskt”", "Menade du ”obligatorisk”?"),
            (
                "uppföljning/nämnden/1-mål/1.1-vård.md:11:31 S003 fel",
                "Styrmodellen har ingen bedömning ”nåt”",
                "Menade du ”nått”?",
            ),
            (
                "uppföljning/nämnden/dokument.yaml:4:9 S003 fel",
                "Perioden ska vara ett år, 2019, eller flera, 2019–2021",
                "Skriv åren med fyra siffror.",
            ),
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_says_what_is_wrong_where_and_how_to_mend_it(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said


def test_what_cannot_be_read_at_all_does_not_hide_the_syntax_of_the_rest(tmp_path: Path) -> None:
    changes = {
        MODEL: "namn: [\n",
        **chapter("Text[^a]."),
        **swap(GOAL, "nivå: mål", 'nivå: "mål'),
        PLAN: "slag: [\n",
    }
    assert [said[0] for said in told(tmp_path, Case("", changes))] == [
        "mål/1.1-vård.md:3:7 S005 fel",
        "plan/nämnden/4-text.md:3:5 L008 fel",
        "plan/nämnden/dokument.yaml:2:1 S005 fel",
        "styrmodell.yaml:2:1 S005 fel",
    ]
