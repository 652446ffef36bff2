"""What stands in dokument.yaml: unknown, missing and wrong values, each at its line and column."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import PLAN, Case, add, korpus, swap, told

TITLE = "titel: Verksamhetsplan 2019"
PERIOD = "period: 2019"

CASES = [
    Case("nothing wrong", {}, []),
    Case(
        "misspelt key",
        swap(PLAN, "titel:", "titl:"),
        [("plan/nämnden/dokument.yaml:2:1 S001 fel", "Okänd uppgift ”titl”", "Menade du ”titel”?")],
    ),
    Case(
        "key in capitals",
        swap(PLAN, "titel:", "Titel:"),
        [("plan/nämnden/dokument.yaml:2:1 S001 fel", "Okänd uppgift ”Titel”", "Menade du ”titel”?")],
    ),
    Case(
        "key with an underscore",
        swap(PLAN, "bygger på:", "bygger_på:"),
        [("plan/nämnden/dokument.yaml:5:1 S001 fel", "Okänd uppgift ”bygger_på”", "Menade du ”bygger på”?")],
    ),
    Case(
        "unknown key",
        add(PLAN, "chef: a\n"),
        [
            (
                "plan/nämnden/dokument.yaml:6:1 S001 fel",
                "Okänd uppgift ”chef”",
                (
                    "Här kan stå slag, titel, organ, period, undertitel, bygger på, följer upp, röd tråd, "
                    "stadium, version, datum, diarienummer, ansvarig, avsändare, undertecknas, beslut, "
                    "utelämnar, ordinarie verksamhet, direktiv."
                ),
            )
        ],
    ),
    Case(
        "missing key",
        swap(PLAN, TITLE + "\n", ""),
        [
            (
                "plan/nämnden/dokument.yaml:1:1 S002 fel",
                "Uppgiften ”titel” saknas",
                "Lägg till raden ”titel: …”.",
            )
        ],
    ),
    Case(
        "missing keys",
        {PLAN: "organ: nämnden\nperiod: 2019\n"},
        [
            (
                "plan/nämnden/dokument.yaml:1:1 S002 fel",
                "Uppgifterna ”slag” och ”titel” saknas",
                "Lägg till raderna ”slag: …” och ”titel: …”.",
            )
        ],
    ),
    Case(
        "key without value",
        swap(PLAN, TITLE, "titel:"),
        [
            (
                "plan/nämnden/dokument.yaml:2:1 S002 fel",
                "”titel” saknar värde",
                "Skriv det efter kolonet, eller indraget på raderna under.",
            )
        ],
    ),
    Case(
        "empty value",
        swap(PLAN, TITLE, 'titel: "  "'),
        [
            (
                "plan/nämnden/dokument.yaml:2:1 S002 fel",
                "”titel” saknar värde",
                "Skriv det efter kolonet, eller indraget på raderna under.",
            )
        ],
    ),
    Case(
        "list for text",
        swap(PLAN, TITLE, "titel: [a, b]"),
        [
            (
                "plan/nämnden/dokument.yaml:2:8 S003 fel",
                "Här ska stå en text",
                "Sätt den inom citattecken om den börjar med en klammer.",
            )
        ],
    ),
    Case(
        "mapping for text",
        swap(PLAN, TITLE, "titel: {a: b}"),
        [
            (
                "plan/nämnden/dokument.yaml:2:8 S003 fel",
                "Här ska stå en text",
                "Sätt den inom citattecken om den börjar med en klammer.",
            )
        ],
    ),
    Case(
        "school year",
        swap(PLAN, PERIOD, "period: 2019/20"),
        [
            (
                "plan/nämnden/dokument.yaml:4:9 S003 fel",
                "Perioden ska vara ett år, 2019, eller flera, 2019–2021",
                "Skriv åren med fyra siffror.",
            )
        ],
    ),
    Case(
        "period backwards",
        swap(PLAN, PERIOD, "period: 2021–2019"),
        [
            (
                "plan/nämnden/dokument.yaml:4:9 S003 fel",
                "Perioden slutar innan den börjar",
                "Skriv det första året först.",
            )
        ],
    ),
    Case(
        "year nought",
        swap(PLAN, PERIOD, "period: 0000"),
        [
            (
                "plan/nämnden/dokument.yaml:4:9 S003 fel",
                "Perioden ska vara ett år, 2019, eller flera, 2019–2021",
                "Skriv åren med fyra siffror.",
            )
        ],
    ),
    Case(
        "day that does not exist",
        add(PLAN, "datum: 2019-02-30\n"),
        [
            (
                "plan/nämnden/dokument.yaml:6:8 S003 fel",
                "Dagen 2019-02-30 finns inte i almanackan",
                "Rätta datumet.",
            )
        ],
    ),
    Case(
        "Swedish date",
        add(PLAN, "datum: 8 maj 2019\n"),
        [
            (
                "plan/nämnden/dokument.yaml:6:8 S003 fel",
                "Datumet ska ha formen 2019-05-08",
                "Skriv år, månad och dag med bindestreck.",
            )
        ],
    ),
    Case(
        "unknown stage",
        add(PLAN, "stadium: förslaget\n"),
        [
            (
                "plan/nämnden/dokument.yaml:6:10 S003 fel",
                "”förslaget” kan inte stå här",
                "Menade du ”förslag”?",
            )
        ],
    ),
    Case(
        "stage far from any",
        add(PLAN, "stadium: klart\n"),
        [
            (
                "plan/nämnden/dokument.yaml:6:10 S003 fel",
                "”klart” kan inte stå här",
                ("Det kan vara ”utkast”, ”förslag”, ”till beslut”, ”beslutad, ej justerad”, ”justerad”."),
            )
        ],
    ),
    Case(
        "list for a stage",
        add(PLAN, "stadium: [utkast]\n"),
        [
            (
                "plan/nämnden/dokument.yaml:6:10 S003 fel",
                "Här ska stå ett ord",
                ("Det kan vara ”utkast”, ”förslag”, ”till beslut”, ”beslutad, ej justerad”, ”justerad”."),
            )
        ],
    ),
    Case(
        "misspelt kind",
        swap(PLAN, "verksamhetsplan", "verksamhetplan"),
        [
            (
                "plan/nämnden/dokument.yaml:1:7 S003 fel",
                "Det finns inget dokumentslag ”verksamhetplan”",
                "Menade du ”verksamhetsplan”?",
            )
        ],
    ),
    Case(
        "unknown kind",
        swap(PLAN, "slag: verksamhetsplan", "slag: årsbok"),
        [
            (
                "plan/nämnden/dokument.yaml:1:7 S003 fel",
                "Det finns inget dokumentslag ”årsbok”",
                "Slagen är planeringsdirektiv, regionplan, verksamhetsberättelse, verksamhetsplan.",
            )
        ],
    ),
    Case(
        "misspelt body",
        swap(PLAN, "organ: nämnden", "organ: Vårdnämden"),
        [
            (
                "plan/nämnden/dokument.yaml:3:8 I005 fel",
                "”Vårdnämden” finns inte i organisationen",
                "Menade du ”Vårdnämnden”?",
            )
        ],
    ),
    Case(
        "decision as text",
        add(PLAN, "beslut: nämnden 2018-12-05\n"),
        [
            (
                "plan/nämnden/dokument.yaml:6:9 S003 fel",
                "Här ska stå rader av formen ”nyckel: värde”",
                "Skriv dem indragna på raderna under.",
            )
        ],
    ),
    Case(
        "unknown key in the decision",
        add(PLAN, "beslut: {organ: nämnden, datun: 2018-12-05}\n"),
        [("plan/nämnden/dokument.yaml:6:26 S001 fel", "Okänd uppgift ”datun”", "Menade du ”datum”?")],
    ),
    Case(
        "decision by nobody",
        add(PLAN, "beslut: {datum: 2018-12-05}\n"),
        [
            (
                "plan/nämnden/dokument.yaml:6:1 S002 fel",
                "Uppgiften ”organ” saknas",
                "Lägg till raden ”organ: …”.",
            )
        ],
    ),
    Case(
        "decision by an unknown body",
        add(PLAN, "beslut: {organ: nämden}\n"),
        [
            (
                "plan/nämnden/dokument.yaml:6:17 I005 fel",
                "”nämden” finns inte i organisationen",
                "Menade du ”nämnden”?",
            )
        ],
    ),
    Case(
        "list of what is left out",
        add(PLAN, "utelämnar: [köer]\n"),
        [
            (
                "plan/nämnden/dokument.yaml:6:12 S003 fel",
                "Här ska stå rader av formen ”nyckel: värde”",
                "Skriv dem indragna på raderna under.",
            )
        ],
    ),
    Case(
        "left out without a reason",
        add(PLAN, "utelämnar:\n  köer:\n"),
        [
            (
                "plan/nämnden/dokument.yaml:7:3 S002 fel",
                "”köer” saknar värde",
                "Skriv det efter kolonet, eller indraget på raderna under.",
            )
        ],
    ),
    Case(
        "left out with an empty reason",
        add(PLAN, 'utelämnar: {köer: " "}\n'),
        [
            (
                "plan/nämnden/dokument.yaml:6:19 S003 fel",
                "Skälet saknas",
                "Skriv varför det utelämnas, efter kolonet.",
            )
        ],
    ),
    Case(
        "left out and unknown",
        add(PLAN, "utelämnar:\n  kör: Rör inte nämnden.\n"),
        [
            (
                "plan/nämnden/dokument.yaml:7:3 L001 fel",
                "Här utelämnas ”kör”, som inte finns",
                "Menade du ”köer”?",
            )
        ],
    ),
    Case(
        "several at once",
        swap(PLAN, PERIOD, "period: tusen\ndatum: x\nfärg: blå"),
        [
            (
                "plan/nämnden/dokument.yaml:4:9 S003 fel",
                "Perioden ska vara ett år, 2019, eller flera, 2019–2021",
                "Skriv åren med fyra siffror.",
            ),
            (
                "plan/nämnden/dokument.yaml:5:8 S003 fel",
                "Datumet ska ha formen 2019-05-08",
                "Skriv år, månad och dag med bindestreck.",
            ),
            (
                "plan/nämnden/dokument.yaml:6:1 S001 fel",
                "Okänd uppgift ”färg”",
                (
                    "Här kan stå slag, titel, organ, period, undertitel, bygger på, följer upp, röd tråd, "
                    "stadium, version, datum, diarienummer, ansvarig, avsändare, undertecknas, beslut, "
                    "utelämnar, ordinarie verksamhet, direktiv."
                ),
            ),
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_says_what_is_wrong_where_and_how_to_mend_it(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said


def test_a_number_is_text_where_text_is_asked_for(tmp_path: Path) -> None:
    dokument = korpus(tmp_path, add(PLAN, "version: 1.0\ndiarienummer: 0012\nansvarig: nej\n")).dokument[
        "plan/nämnden"
    ]
    assert (dokument.version, dokument.diarienummer, dokument.ansvarig) == ("1.0", "0012", "nej")


def test_a_body_may_be_spelled_in_any_way_that_is_listed(tmp_path: Path) -> None:
    for spelling in ("VN", "vårdnämnden", "Vårdnämnden", "NÄMNDEN"):
        changes = swap(PLAN, "organ: nämnden", f"organ: {spelling}")
        assert korpus(tmp_path, changes).dokument["plan/nämnden"].organ == "nämnden"
