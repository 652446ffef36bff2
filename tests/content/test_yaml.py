"""Broken YAML: the parser's first complaint, at the place that shows it best, in words that help."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import FILES, PLAN, Case, add, korpus, swap, told

TITLE = "titel: Verksamhetsplan 2019"

CASES = [
    Case(
        "colon in a value",
        swap(PLAN, TITLE, "titel: Plan: 2019"),
        [
            (
                "plan/nämnden/dokument.yaml:2:12 S005 fel",
                "Här står ett kolon för mycket, eller så är raden för långt indragen",
                (
                    "Sätt värdet inom citattecken om kolonet hör till texten; dra annars in raden som "
                    "raden ovanför."
                ),
            )
        ],
    ),
    Case(
        "line indented too far",
        swap(PLAN, TITLE, "  titel: Plan"),
        [
            (
                "plan/nämnden/dokument.yaml:2:8 S005 fel",
                "Här står ett kolon för mycket, eller så är raden för långt indragen",
                (
                    "Sätt värdet inom citattecken om kolonet hör till texten; dra annars in raden som "
                    "raden ovanför."
                ),
            )
        ],
    ),
    Case(
        "no colon",
        swap(PLAN, TITLE, "titel"),
        [
            (
                "plan/nämnden/dokument.yaml:2:1 S005 fel",
                "Här saknas ett kolon efter nyckeln",
                "Skriv ”nyckel: värde” på en egen rad.",
            )
        ],
    ),
    Case(
        "no space after the colon",
        swap(PLAN, TITLE, "titel:Plan"),
        [
            (
                "plan/nämnden/dokument.yaml:2:1 S005 fel",
                "Efter kolonet ska stå ett blanksteg",
                "Skriv ”nyckel: värde”.",
            )
        ],
    ),
    Case(
        "quotation mark left open",
        swap(PLAN, TITLE, 'titel: "Plan'),
        [
            (
                "plan/nämnden/dokument.yaml:2:8 S005 fel",
                "Ett citattecken öppnas här men stängs aldrig",
                "Lägg till det avslutande citattecknet.",
            )
        ],
    ),
    Case(
        "text after a quotation",
        swap(PLAN, TITLE, 'titel: "Plan" 2019'),
        [
            (
                "plan/nämnden/dokument.yaml:2:15 S005 fel",
                "Indraget eller ett citattecken stämmer inte",
                "Dra in raden lika långt som raderna omkring, och stäng alla citattecken.",
            )
        ],
    ),
    Case(
        "bracket left open",
        swap(PLAN, TITLE, "titel: [Plan"),
        [
            (
                "plan/nämnden/dokument.yaml:2:8 S005 fel",
                "Klammern som öppnas här stängs aldrig",
                "Stäng den på samma rad, eller sätt texten inom citattecken.",
            )
        ],
    ),
    Case(
        "brace left open",
        swap(PLAN, TITLE, "titel: {Plan"),
        [
            (
                "plan/nämnden/dokument.yaml:2:8 S005 fel",
                "Klammern som öppnas här stängs aldrig",
                "Stäng den på samma rad, eller sätt texten inom citattecken.",
            )
        ],
    ),
    Case(
        "bracket closed twice",
        swap(PLAN, TITLE, "titel: ]"),
        [
            (
                "plan/nämnden/dokument.yaml:2:8 S005 fel",
                "Här saknas ett värde, eller så står en klammer fel",
                "Sätt texten inom citattecken om klammern hör till den.",
            )
        ],
    ),
    Case(
        "tab for indentation",
        swap(PLAN, TITLE, "\ttitel: Plan"),
        [
            (
                "plan/nämnden/dokument.yaml:2:1 S005 fel",
                "Raden är indragen med tabb",
                "Använd blanksteg för indrag.",
            )
        ],
    ),
    Case(
        "tab under a key",
        add(PLAN, "beslut:\n\torgan: nämnden\n"),
        [
            (
                "plan/nämnden/dokument.yaml:7:1 S005 fel",
                "Raden är indragen med tabb",
                "Använd blanksteg för indrag.",
            )
        ],
    ),
    Case(
        "list on the line of its key",
        swap(PLAN, TITLE, "titel: - Plan"),
        [
            (
                "plan/nämnden/dokument.yaml:2:8 S005 fel",
                "En lista kan inte börja på nyckelns rad",
                "Skriv varje streck på en egen rad, eller sätt texten inom citattecken.",
            )
        ],
    ),
    Case(
        "list among keys",
        add(PLAN, "- en rad\n"),
        [
            (
                "plan/nämnden/dokument.yaml:6:1 S005 fel",
                "Indraget eller ett citattecken stämmer inte",
                "Dra in raden lika långt som raderna omkring, och stäng alla citattecken.",
            )
        ],
    ),
    Case(
        "value that begins with @",
        swap(PLAN, TITLE, "titel: @Plan"),
        [
            (
                "plan/nämnden/dokument.yaml:2:8 S005 fel",
                "Ett värde kan inte börja med @",
                "Sätt värdet inom citattecken om @ hör till texten.",
            )
        ],
    ),
    Case(
        "value that begins with %",
        swap(PLAN, TITLE, "titel: %Plan"),
        [
            (
                "plan/nämnden/dokument.yaml:2:8 S005 fel",
                "Ett värde kan inte börja med %",
                "Sätt värdet inom citattecken om % hör till texten.",
            )
        ],
    ),
    Case(
        "value that begins with >",
        swap(PLAN, TITLE, "titel: >80 %"),
        [
            (
                "plan/nämnden/dokument.yaml:2:8 S005 fel",
                "Ett värde kan inte börja med > eller |",
                "Sätt det inom citattecken.",
            )
        ],
    ),
    Case(
        "alias",
        swap(PLAN, TITLE, "titel: *plan"),
        [
            (
                "plan/nämnden/dokument.yaml:2:8 S003 fel",
                "Ett värde kan inte börja med *",
                "Skriv ut värdet, eller sätt det inom citattecken om * hör till texten.",
            )
        ],
    ),
    Case(
        "alias and more",
        swap(PLAN, TITLE, "titel: *plan 2019"),
        [
            (
                "plan/nämnden/dokument.yaml:2:8 S003 fel",
                "Ett värde kan inte börja med *",
                "Skriv ut värdet, eller sätt det inom citattecken om * hör till texten.",
            )
        ],
    ),
    Case(
        "star and a space",
        swap(PLAN, TITLE, "titel: * plan"),
        [
            (
                "plan/nämnden/dokument.yaml:2:8 S005 fel",
                "Ett värde kan inte börja med *",
                "Sätt värdet inom citattecken om * hör till texten.",
            )
        ],
    ),
    Case(
        "anchor",
        swap(PLAN, TITLE, "titel: &a Plan"),
        [
            (
                "plan/nämnden/dokument.yaml:2:8 S003 fel",
                "Ett värde kan inte börja med &",
                "Skriv ut värdet, eller sätt det inom citattecken om & hör till texten.",
            )
        ],
    ),
    Case(
        "ampersand and a space",
        swap(PLAN, TITLE, "titel: & Plan"),
        [
            (
                "plan/nämnden/dokument.yaml:2:8 S005 fel",
                "Ett värde kan inte börja med &",
                "Sätt värdet inom citattecken om & hör till texten.",
            )
        ],
    ),
    Case(
        "tag",
        swap(PLAN, TITLE, "titel: !Plan 2019"),
        [
            (
                "plan/nämnden/dokument.yaml:2:8 S003 fel",
                "Ett värde kan inte börja med !",
                "Skriv ut värdet, eller sätt det inom citattecken om ! hör till texten.",
            )
        ],
    ),
    Case(
        "Python tag",
        swap(PLAN, TITLE, "titel: !!python/object:os.system ls"),
        [
            (
                "plan/nämnden/dokument.yaml:2:8 S003 fel",
                "Ett värde kan inte börja med !",
                "Skriv ut värdet, eller sätt det inom citattecken om ! hör till texten.",
            )
        ],
    ),
    Case(
        "merge key",
        add(PLAN, "<<: *a\n"),
        [
            (
                "plan/nämnden/dokument.yaml:6:1 S001 fel",
                "Okänd uppgift ”<<”",
                (
                    "Här kan stå slag, titel, organ, period, undertitel, bygger på, följer upp, röd tråd, "
                    "stadium, version, datum, diarienummer, ansvarig, avsändare, undertecknas, beslut, "
                    "utelämnar, ordinarie verksamhet, direktiv."
                ),
            ),
            (
                "plan/nämnden/dokument.yaml:6:5 S003 fel",
                "Ett värde kan inte börja med *",
                "Skriv ut värdet, eller sätt det inom citattecken om * hör till texten.",
            ),
        ],
    ),
    Case(
        "unknown escape",
        swap(PLAN, TITLE, 'titel: "C:\\plan"'),
        [
            (
                "plan/nämnden/dokument.yaml:2:11 S005 fel",
                "Ett omvänt snedstreck kan inte stå så inom dubbla citattecken",
                "Skriv två omvända snedstreck, eller använd enkla citattecken.",
            )
        ],
    ),
    Case(
        "surrogate as an escape",
        swap(PLAN, TITLE, 'titel: "\\ud83d"'),
        [
            (
                "plan/nämnden/dokument.yaml:2:11 S005 fel",
                "Tecknet som skrivs med omvänt snedstreck och en kod finns inte",
                "Skriv själva tecknet.",
            )
        ],
    ),
    Case(
        "control character as an escape",
        swap(PLAN, TITLE, 'titel: "Pl\\x07an"'),
        [
            (
                "plan/nämnden/dokument.yaml:2:8 S005 fel",
                "Styrtecknet U+0007 kan inte stå i ett dokument",
                "Ta bort det; det följer ofta med när text klistras in.",
            )
        ],
    ),
    Case(
        "control character in a key",
        add(PLAN, '"vers\\x07ion": a\n'),
        [
            (
                "plan/nämnden/dokument.yaml:6:1 S005 fel",
                "Styrtecknet U+0007 kan inte stå i ett dokument",
                "Ta bort det; det följer ofta med när text klistras in.",
            )
        ],
    ),
    Case(
        "text that would be taken for a comment",
        swap(PLAN, TITLE, "titel: Plan #3"),
        [
            (
                "plan/nämnden/dokument.yaml:2:13 S003 varning",
                "”#3” läses inte",
                ("Sätt värdet inom citattecken om det hör till texten, eller skriv ett blanksteg efter #."),
            )
        ],
    ),
    Case(
        "key twice",
        add(PLAN, "titel: En annan\n"),
        [
            (
                "plan/nämnden/dokument.yaml:6:1 S004 fel",
                "”titel” står två gånger, första gången på rad 2",
                "Behåll en av dem.",
            )
        ],
    ),
    Case(
        "key that is a list",
        add(PLAN, "[a, b]: c\n"),
        [("plan/nämnden/dokument.yaml:6:1 S003 fel", "En nyckel ska vara ett ord", "Skriv ”nyckel: värde”.")],
    ),
    Case(
        "key that is an alias",
        add(PLAN, "*a : c\n"),
        [("plan/nämnden/dokument.yaml:6:1 S003 fel", "En nyckel ska vara ett ord", "Skriv ”nyckel: värde”.")],
    ),
    Case(
        "second document",
        add(PLAN, "---\ntitel: En annan\n"),
        [
            (
                "plan/nämnden/dokument.yaml:6:1 S005 fel",
                "Här börjar en andra del (---); filen får bara ha en",
                "Ta bort de tre strecken, eller dela filen i två.",
            )
        ],
    ),
    Case(
        "end of the document",
        add(PLAN, "...\nversion: 1\n"),
        [
            (
                "plan/nämnden/dokument.yaml:7:1 S005 fel",
                "Raden går inte att tolka",
                "Ta bort den, eller skriv ”nyckel: värde”.",
            )
        ],
    ),
    Case(
        "directive",
        {PLAN: "%YAML 1.2\nslag: verksamhetsplan\n"},
        [
            (
                "plan/nämnden/dokument.yaml:2:1 S005 fel",
                "Raden går inte att tolka",
                "Ta bort den, eller skriv ”nyckel: värde”.",
            )
        ],
    ),
    Case(
        "only a list",
        {PLAN: "- a\n- b\n"},
        [
            (
                "plan/nämnden/dokument.yaml:1:1 S003 fel",
                "Här ska stå rader av formen ”nyckel: värde”",
                "Skriv nyckel, kolon, blanksteg och värde, till exempel ”titel: Verksamhetsplan”.",
            )
        ],
    ),
    Case(
        "only a word",
        {PLAN: "hej\n"},
        [
            (
                "plan/nämnden/dokument.yaml:1:1 S003 fel",
                "Här ska stå rader av formen ”nyckel: värde”",
                "Skriv nyckel, kolon, blanksteg och värde, till exempel ”titel: Verksamhetsplan”.",
            )
        ],
    ),
    Case(
        "nothing",
        {PLAN: ""},
        [
            (
                "plan/nämnden/dokument.yaml:1:1 S002 fel",
                "Uppgifterna ”slag”, ”titel”, ”organ” och ”period” saknas",
                "Lägg till raderna ”slag: …”, ”titel: …”, ”organ: …” och ”period: …”.",
            )
        ],
    ),
    Case(
        "only a comment",
        {PLAN: "# slag: verksamhetsplan\n"},
        [
            (
                "plan/nämnden/dokument.yaml:1:1 S002 fel",
                "Uppgifterna ”slag”, ”titel”, ”organ” och ”period” saknas",
                "Lägg till raderna ”slag: …”, ”titel: …”, ”organ: …” och ”period: …”.",
            )
        ],
    ),
    Case(
        "nested beyond reason",
        add(PLAN, "version: " + "[" * 100_000 + "\n"),
        [
            (
                "plan/nämnden/dokument.yaml:6:30 S005 fel",
                "Indragen är djupare än någon fil här behöver",
                "Högst 20 nivåer läses.",
            )
        ],
    ),
    Case(
        "indented beyond reason",
        add(PLAN, "".join(" " * n + "a:\n" for n in range(300))),
        [
            (
                "plan/nämnden/dokument.yaml:27:22 S005 fel",
                "Indragen är djupare än någon fil här behöver",
                "Högst 20 nivåer läses.",
            )
        ],
    ),
    Case(
        "billion laughs",
        add(PLAN, "version: &a [x, x]\ndatum: [*a, *a, *a]\n"),
        [
            (
                "plan/nämnden/dokument.yaml:6:10 S003 fel",
                "Ett värde kan inte börja med &",
                "Skriv ut värdet, eller sätt det inom citattecken om & hör till texten.",
            ),
            (
                "plan/nämnden/dokument.yaml:6:10 S003 fel",
                "Här ska stå en text",
                "Sätt den inom citattecken om den börjar med en klammer.",
            ),
            (
                "plan/nämnden/dokument.yaml:7:8 S003 fel",
                "Datumet ska ha formen 2019-05-08",
                "Skriv år, månad och dag med bindestreck.",
            ),
            (
                "plan/nämnden/dokument.yaml:7:9 S003 fel",
                "Ett värde kan inte börja med *",
                "Skriv ut värdet, eller sätt det inom citattecken om * hör till texten.",
            ),
            (
                "plan/nämnden/dokument.yaml:7:13 S003 fel",
                "Ett värde kan inte börja med *",
                "Skriv ut värdet, eller sätt det inom citattecken om * hör till texten.",
            ),
            (
                "plan/nämnden/dokument.yaml:7:17 S003 fel",
                "Ett värde kan inte börja med *",
                "Skriv ut värdet, eller sätt det inom citattecken om * hör till texten.",
            ),
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_says_what_is_wrong_where_and_how_to_mend_it(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said


def test_comments_a_document_mark_and_quotes_are_harmless(tmp_path: Path) -> None:
    plan = FILES[PLAN].replace(TITLE, "titel: 'Plan: 2019'  # med kolon")
    assert told(tmp_path, Case("", {PLAN: f"# en rad\n---\n{plan}"})) == []


def test_a_value_may_stand_on_several_lines(tmp_path: Path) -> None:
    changes = swap(PLAN, TITLE, "titel: >-\n  Verksamhetsplan\n  för 2019")
    assert korpus(tmp_path, changes).dokument["plan/nämnden"].titel == "Verksamhetsplan för 2019"
