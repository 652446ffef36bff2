r"""``{#id nyckel="värde"}``: where it counts, where it is lost, and where it is only text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import ANSWER, BUDGET, Case, chapter, swap, told

TABLE = "| a | b |\n|---|--:|\n| c | 1 |"

CASES = [
    Case(
        "on a paragraph",
        chapter("Text {#x}"),
        [
            (
                "plan/nämnden/4-text.md:3:6 S001 fel",
                "”{#x}” hör inte till något här",
                (
                    "Ta bort klammern, eller flytta den till rubriken, listpunkten eller tabellen som den "
                    "gäller."
                ),
            )
        ],
    ),
    Case(
        "key on a paragraph",
        chapter('Text {a="b"}'),
        [
            (
                "plan/nämnden/4-text.md:3:6 S001 fel",
                '”{a="…"}” hör inte till något här',
                (
                    "Ta bort klammern, eller flytta den till rubriken, listpunkten eller tabellen som den "
                    "gäller."
                ),
            )
        ],
    ),
    Case(
        "on an item of a plain list",
        chapter("- a {#x}"),
        [
            (
                "plan/nämnden/4-text.md:3:5 S001 fel",
                "”{#x}” hör inte till något här",
                (
                    "Ta bort klammern, eller flytta den till rubriken, listpunkten eller tabellen som den "
                    "gäller."
                ),
            )
        ],
    ),
    Case(
        "on an item inside an item",
        swap(ANSWER, "- mäta", "- a {#a}\n  - b {#b}\n- mäta"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:15:7 S001 fel",
                "”{#b}” hör inte till något här",
                (
                    "Ta bort klammern, eller flytta den till rubriken, listpunkten eller tabellen som den "
                    "gäller."
                ),
            )
        ],
    ),
    Case(
        "on the second paragraph of an item",
        swap(ANSWER, "- mäta", "- a {#a}\n\n  b {#b}\n- mäta"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:16:5 S001 fel",
                "”{#b}” hör inte till något här",
                (
                    "Ta bort klammern, eller flytta den till rubriken, listpunkten eller tabellen som den "
                    "gäller."
                ),
            )
        ],
    ),
    Case(
        "in a quotation",
        chapter("> a {#x}"),
        [
            (
                "plan/nämnden/4-text.md:3:5 S001 fel",
                "”{#x}” hör inte till något här",
                (
                    "Ta bort klammern, eller flytta den till rubriken, listpunkten eller tabellen som den "
                    "gäller."
                ),
            )
        ],
    ),
    Case(
        "after a row of a table",
        chapter("| a | b |\n|---|---|\n| c | d | {#x}"),
        [
            (
                "plan/nämnden/4-text.md:5:11 S001 fel",
                "”{#x}” hör inte till något här",
                (
                    "Ta bort klammern, eller flytta den till rubriken, listpunkten eller tabellen som den "
                    "gäller."
                ),
            )
        ],
    ),
    Case(
        "in a cell",
        chapter("| a | b |\n|---|---|\n| c | d {#x} |"),
        [
            (
                "plan/nämnden/4-text.md:5:9 S005 fel",
                "Ett id ska stå inom klamrar sist på raden",
                "Skriv {#mitt-id} sist på raden.",
            )
        ],
    ),
    Case(
        "on a note",
        chapter("Text[^a].\n\n[^a]: A. {#x}"),
        [
            (
                "plan/nämnden/4-text.md:5:10 S001 fel",
                "”{#x}” hör inte till något här",
                (
                    "Ta bort klammern, eller flytta den till rubriken, listpunkten eller tabellen som den "
                    "gäller."
                ),
            )
        ],
    ),
    Case(
        "in the middle of a line",
        chapter("## Ett {#x} ord"),
        [
            (
                "plan/nämnden/4-text.md:3:8 S005 fel",
                "Ett id ska stå inom klamrar sist på raden",
                "Skriv {#mitt-id} sist på raden.",
            )
        ],
    ),
    Case(
        "before a full stop",
        chapter("## Rubrik {#x}."),
        [
            (
                "plan/nämnden/4-text.md:3:11 S005 fel",
                "Ett id ska stå inom klamrar sist på raden",
                "Skriv {#mitt-id} sist på raden.",
            )
        ],
    ),
    Case(
        "left open",
        chapter("## Rubrik {#x"),
        [
            (
                "plan/nämnden/4-text.md:3:11 S005 fel",
                "Ett id ska stå inom klamrar sist på raden",
                "Skriv {#mitt-id} sist på raden.",
            )
        ],
    ),
    Case(
        "id with a space",
        chapter("## Rubrik {#min rubrik}"),
        [
            (
                "plan/nämnden/4-text.md:3:17 S005 fel",
                "”rubrik” går inte att tolka",
                'Skriv ett id utan blanksteg, och andra uppgifter som nyckel="värde".',
            )
        ],
    ),
    Case(
        "id with capitals",
        chapter("## Rubrik {#Rubrik}"),
        [
            (
                "plan/nämnden/4-text.md:3:11 I002 fel",
                "Id ”Rubrik” har inte den form som ett id ska ha",
                "Skriv små bokstäver med bindestreck emellan, till exempel ”rubrik”.",
            )
        ],
    ),
    Case(
        "id of an emoji",
        chapter("## Rubrik {#😀}"),
        [
            (
                "plan/nämnden/4-text.md:3:11 I002 fel",
                "Id ”😀” har inte den form som ett id ska ha",
                "Skriv små bokstäver med bindestreck emellan, till exempel ”kort-namn”.",
            )
        ],
    ),
    Case(
        "id with an underscore",
        chapter("## Rubrik {#min_rubrik}"),
        [
            (
                "plan/nämnden/4-text.md:3:11 I002 fel",
                "Id ”min_rubrik” har inte den form som ett id ska ha",
                "Skriv små bokstäver med bindestreck emellan, till exempel ”min-rubrik”.",
            )
        ],
    ),
    Case(
        "id beyond all length",
        chapter("## Rubrik {#" + "a" * 81 + "}"),
        [
            (
                "plan/nämnden/4-text.md:3:11 I002 fel",
                "Id ”aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…” är längre än 80 tecken",
                "Välj ett kortare.",
            )
        ],
    ),
    Case(
        "id with a slash",
        chapter("## Rubrik {#nämnden/rubrik}"),
        [
            (
                "plan/nämnden/4-text.md:3:11 I002 fel",
                "Id ”nämnden/rubrik” har inte den form som ett id ska ha",
                "Skriv små bokstäver med bindestreck emellan, till exempel ”nämnden-rubrik”.",
            )
        ],
    ),
    Case(
        "empty id",
        chapter("## Rubrik {#}"),
        [
            (
                "plan/nämnden/4-text.md:3:12 S005 fel",
                "”#” går inte att tolka",
                'Skriv ett id utan blanksteg, och andra uppgifter som nyckel="värde".',
            )
        ],
    ),
    Case(
        "two ids",
        chapter("## Rubrik {#x #y}"),
        [("plan/nämnden/4-text.md:3:11 S004 fel", "Ett id står två gånger här", "Behåll en av dem.")],
    ),
    Case(
        "no quotation marks",
        chapter("Tabell: A {#x enhet=tkr}\n\n" + TABLE),
        [
            (
                "plan/nämnden/4-text.md:3:15 S005 fel",
                "”enhet=tkr” går inte att tolka",
                'Skriv enhet="…" med citattecken.',
            )
        ],
    ),
    Case(
        "no quotation marks and no id",
        chapter("Tabell: A {enhet=tkr}\n\n" + TABLE),
        [
            (
                "plan/nämnden/4-text.md:3:12 S005 fel",
                "”enhet=tkr” går inte att tolka",
                'Skriv enhet="…" med citattecken.',
            )
        ],
    ),
    Case(
        "quotation mark left open",
        chapter('Tabell: A {#x enhet="tkr}\n\n' + TABLE),
        [
            (
                "plan/nämnden/4-text.md:3:15 S005 fel",
                '”enhet="tkr” går inte att tolka',
                'Skriv enhet="…" med citattecken.',
            )
        ],
    ),
    Case(
        "same key twice",
        chapter('Tabell: A {#x enhet="tkr" enhet="mnkr"}\n\n' + TABLE),
        [("plan/nämnden/4-text.md:3:11 S004 fel", "”enhet” står två gånger här", "Behåll en av dem.")],
    ),
    Case(
        "misspelt key",
        swap(BUDGET, "tecken=", "teken="),
        [("plan/nämnden/3-budget.md:3:16 S001 fel", "Okänd uppgift ”teken”", "Menade du ”tecken”?")],
    ),
    Case(
        "key that does not belong",
        chapter('## Rubrik {#x enhet="tkr"}'),
        [("plan/nämnden/4-text.md:3:11 S001 fel", "Okänd uppgift ”enhet”", "Ta bort den.")],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_says_what_is_wrong_where_and_how_to_mend_it(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said


@pytest.mark.parametrize(
    "text",
    [
        "Skriv exempel: {…}",
        "Rubriken är {titel}",
        "Mängden {a, b}",
        'Skriv `{#id}` sist på raden, så här: `{#id a="b"}`',
        "Skriv ``{#id `x` }`` så",
        "```\n## Rubrik {#x}\n{#\n```",
        "~~~ text\n{#x\n~~~",
        "1. a\n\n   ```\n   {#x}\n   ```",
        "Skriv \\{#id}",
    ],
)
def test_braces_in_text_and_in_code_are_text(tmp_path: Path, text: str) -> None:
    assert told(tmp_path, Case("", chapter(text))) == []


def test_curly_quotation_marks_and_spaces_are_understood(tmp_path: Path) -> None:
    assert told(tmp_path, Case("", chapter("Tabell: A { #x enhet = ”tkr” }\n\n" + TABLE))) == []
