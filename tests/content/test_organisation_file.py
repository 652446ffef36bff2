"""What stands in organisation.yaml."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.organisations.small import FILES, ORG, Case, add, korpus, swap, told

SHORT = "    förkortning: VN"

CASES = [
    Case(
        "no file",
        {ORG: None},
        [
            (
                "organisation.yaml S005 fel",
                "Filen organisation.yaml saknas",
                "Lägg den i organisationens mapp.",
            )
        ],
    ),
    Case(
        "body without anything",
        add(ORG, "  patientnämnden:\n"),
        [
            (
                "organisation.yaml:18:3 S002 fel",
                "”patientnämnden” saknar värde",
                "Skriv det efter kolonet, eller indraget på raderna under.",
            )
        ],
    ),
    Case(
        "body without kind",
        add(ORG, "  patientnämnden: {namn: Patientnämnden}\n"),
        [("organisation.yaml:18:3 S002 fel", "Uppgiften ”slag” saknas", "Lägg till raden ”slag: …”.")],
    ),
    Case(
        "bodies as a list",
        {ORG: "namn: Prov\norgan: [nämnden]\n"},
        [
            (
                "organisation.yaml:2:8 S003 fel",
                "Här ska stå rader av formen ”nyckel: värde”",
                "Skriv dem indragna på raderna under.",
            )
        ],
    ),
    Case(
        "unknown key of a body",
        swap(ORG, SHORT, "    forkortning: VN"),
        [("organisation.yaml:10:5 S001 fel", "Okänd uppgift ”forkortning”", "Menade du ”förkortning”?")],
    ),
    Case(
        "misspelt kind of body",
        swap(ORG, "    slag: styrelse", "    slag: styrelsen"),
        [("organisation.yaml:13:11 S003 fel", "”styrelsen” kan inte stå här", "Menade du ”styrelse”?")],
    ),
    Case(
        "under an unknown body",
        swap(ORG, "under: nämnden", "under: nämden"),
        [("organisation.yaml:17:12 I005 fel", "”nämden” finns inte bland organen", "Menade du ”nämnden”?")],
    ),
    Case(
        "succeeded by an unknown body",
        swap(ORG, SHORT, "    efterföljare: [nämnden-två]"),
        [
            (
                "organisation.yaml:10:19 I005 fel",
                "”nämnden-två” finns inte bland organen",
                "Menade du ”nämnden”?",
            )
        ],
    ),
    Case(
        "under each other",
        swap(ORG, SHORT, "    under: förvaltningen"),
        [
            (
                "organisation.yaml:10:12 L003 fel",
                "Organ ligger under varandra i ring: ”nämnden” → ”förvaltningen” → ”nämnden”",
                "Ändra ”under” för ett av dem.",
            )
        ],
    ),
    Case(
        "under itself",
        swap(ORG, SHORT, "    under: nämnden"),
        [
            (
                "organisation.yaml:10:12 L003 fel",
                "Organet ”nämnden” ligger under sig självt",
                "Ändra ”under” för ett av dem.",
            )
        ],
    ),
    Case(
        "name of two bodies",
        swap(ORG, SHORT, "    förkortning: regionstyrelsen"),
        [
            (
                "organisation.yaml:11:3 I001 fel",
                "”Regionstyrelsen” är namn på både ”nämnden” och ”styrelsen”",
                "Ge dem olika namn och förkortningar.",
            )
        ],
    ),
    Case(
        "id with a space",
        swap(ORG, "  styrelsen:", "  Region styrelsen:"),
        [
            (
                "organisation.yaml:11:3 I002 fel",
                "Id ”Region styrelsen” har inte den form som ett id ska ha",
                "Skriv små bokstäver med bindestreck emellan, till exempel ”region-styrelsen”.",
            )
        ],
    ),
    Case(
        "ends before it begins",
        swap(ORG, SHORT, "    gäller från: 2019-01-01\n    gäller till: 2018-01-01"),
        [
            (
                "organisation.yaml:11:18 S003 fel",
                "Den sista dagen kommer före den första",
                "Byt plats på datumen, eller rätta det ena.",
            )
        ],
    ),
    Case(
        "earlier name that ends before it begins",
        swap(ORG, SHORT, "    tidigare namn:\n      - {namn: A, från: 2019-01-01, till: 2018-01-01}"),
        [
            (
                "organisation.yaml:11:43 S003 fel",
                "Den sista dagen kommer före den första",
                "Byt plats på datumen, eller rätta det ena.",
            )
        ],
    ),
    Case(
        "earlier names as text",
        swap(ORG, SHORT, "    tidigare namn: Sjukvårdsnämnden"),
        [
            (
                "organisation.yaml:10:20 S003 fel",
                "Här ska stå en lista",
                "Skriv varje värde på en egen rad med streck först.",
            )
        ],
    ),
    Case(
        "same body twice",
        add(ORG, "  nämnden: {namn: X, slag: nämnd}\n"),
        [
            (
                "organisation.yaml:18:3 S004 fel",
                "”nämnden” står två gånger, första gången på rad 7",
                "Behåll en av dem.",
            )
        ],
    ),
    Case(
        "syntax error hides nothing else",
        {ORG: 'namn: "Prov\norgan: {}\n'} | swap("mål/1-hälsa.md", "id: hälsa", "id: ["),
        [
            (
                "mål/1-hälsa.md:2:5 S005 fel",
                "Klammern som öppnas här stängs aldrig",
                "Stäng den på samma rad, eller sätt texten inom citattecken.",
            ),
            (
                "organisation.yaml:1:7 S005 fel",
                "Ett citattecken öppnas här men stängs aldrig",
                "Lägg till det avslutande citattecknet.",
            ),
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_says_what_is_wrong_where_and_how_to_mend_it(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said


def test_an_earlier_name_ends_when_the_present_one_begins(tmp_path: Path) -> None:
    changes = swap(ORG, SHORT, "    tidigare namn:\n      - {namn: Sjukvårdsnämnden, till: 2018-12-31}")
    organ = korpus(tmp_path, changes).organisation.organ["nämnden"]
    assert organ.namn_vid(date(2018, 12, 31)) == "Sjukvårdsnämnden"
    assert organ.namn_vid(date(2019, 1, 1)) == "Vårdnämnden"
    assert organ.namn_vid(None) == "Vårdnämnden"


def test_the_last_day_of_all_time_is_a_day(tmp_path: Path) -> None:
    changes = swap(ORG, SHORT, "    tidigare namn:\n      - {namn: Sjukvårdsnämnden, till: 9999-12-31}")
    assert korpus(tmp_path, changes).organisation.organ["nämnden"].namn[0].text == "Vårdnämnden"


def test_a_body_with_an_error_is_not_said_to_be_unknown(tmp_path: Path) -> None:
    changes = {ORG: FILES[ORG].replace("    namn: Vårdnämnden\n", "")}
    assert [said[0] for said in told(tmp_path, Case("", changes))] == ["organisation.yaml:7:3 S002 fel"]
