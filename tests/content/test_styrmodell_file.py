"""What stands in styrmodell.yaml: what would make a model ambiguous in files, templates or sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.content import read_corpus, read_styrmodell
from tests.organisations.small import FILES, MODEL, Case, korpus, swap, told, written

FORMS = "[strategi, strategin, strategier, strategierna]"
GENDER = FORMS + "\n    kön: en"
LEVELS = FILES[MODEL][: FILES[MODEL].index("bedömningar")]

CASES = [
    Case(
        "no file",
        {MODEL: None},
        [("styrmodell.yaml S005 fel", "Filen styrmodell.yaml saknas", "Lägg den i organisationens mapp.")],
    ),
    Case(
        "no levels",
        {MODEL: "namn: Prov\n"},
        [("styrmodell.yaml:1:1 S002 fel", "Uppgiften ”nivåer” saknas", "Lägg till raden ”nivåer: …”.")],
    ),
    Case(
        "empty list of levels",
        {MODEL: "namn: Prov\nnivåer: []\n"},
        [
            (
                "styrmodell.yaml:2:9 S003 fel",
                "Listan är tom",
                "Skriv varje värde på en egen rad med streck först.",
            )
        ],
    ),
    Case(
        "level without anything",
        {MODEL: "namn: Prov\nnivåer:\n  -\n"},
        [
            (
                "styrmodell.yaml:3:4 S002 fel",
                "Raden saknar värde",
                "Skriv det efter kolonet, eller indraget på raderna under.",
            )
        ],
    ),
    Case(
        "two forms of the word",
        swap(MODEL, FORMS, "[strategi, strategin]"),
        [
            (
                "styrmodell.yaml:4:11 S003 fel",
                "Här ska stå ordets fyra former",
                "Skriv ental, bestämd form, flertal och bestämt flertal: [mål, målet, mål, målen].",
            )
        ],
    ),
    Case(
        "one form of the word",
        swap(MODEL, FORMS, "strategi"),
        [
            (
                "styrmodell.yaml:4:11 S003 fel",
                "Här ska stå ordets fyra former",
                "Skriv ental, bestämd form, flertal och bestämt flertal: [mål, målet, mål, målen].",
            )
        ],
    ),
    Case(
        "empty form",
        swap(MODEL, FORMS, '[strategi, strategin, strategier, ""]'),
        [
            (
                "styrmodell.yaml:4:11 S003 fel",
                "En av ordets fyra former är tom eller innehåller kolon",
                "Skriv ental, bestämd form, flertal och bestämt flertal: [mål, målet, mål, målen].",
            )
        ],
    ),
    Case(
        "form with a colon",
        swap(MODEL, FORMS, '[strategi, strategin, "strategi:er", strategierna]'),
        [
            (
                "styrmodell.yaml:4:11 S003 fel",
                "En av ordets fyra former är tom eller innehåller kolon",
                "Skriv ental, bestämd form, flertal och bestämt flertal: [mål, målet, mål, målen].",
            )
        ],
    ),
    Case(
        "unknown gender",
        swap(MODEL, GENDER, FORMS + "\n    kön: hen"),
        [("styrmodell.yaml:5:10 S003 fel", "”hen” kan inte stå här", "Menade du ”en”?")],
    ),
    Case(
        "decided by an unknown kind",
        swap(MODEL, GENDER + "\n    beslutas av: fullmäktige", GENDER + "\n    beslutas av: fulmäktige"),
        [("styrmodell.yaml:6:18 S003 fel", "”fulmäktige” kan inte stå här", "Menade du ”fullmäktige”?")],
    ),
    Case(
        "neither yes nor no",
        swap(MODEL, "obligatorisk: ja", "obligatorisk: true"),
        [
            (
                "styrmodell.yaml:10:19 S003 fel",
                "Här ska stå ja eller nej",
                "Skriv ett av orden, med små bokstäver.",
            )
        ],
    ),
    Case(
        "heading without title",
        swap(MODEL, "obligatorisk: ja", "rubrik: Mål"),
        [
            (
                "styrmodell.yaml:10:13 S003 fel",
                "Rubriken ska innehålla {titel} en gång",
                'Skriv till exempel rubrik: "Mål – {titel}".',
            )
        ],
    ),
    Case(
        "heading with other braces",
        swap(MODEL, "obligatorisk: ja", 'rubrik: "{titel} {nummer}"'),
        [
            (
                "styrmodell.yaml:10:13 S003 fel",
                "Rubriken ska innehålla {titel} en gång",
                'Skriv till exempel rubrik: "Mål – {titel}".',
            )
        ],
    ),
    Case(
        "heading without quotation marks",
        swap(MODEL, "obligatorisk: ja", "rubrik: {titel}"),
        [
            (
                "styrmodell.yaml:10:13 S003 fel",
                "Här ska stå en text",
                "Sätt den inom citattecken om den börjar med en klammer.",
            )
        ],
    ),
    Case(
        "key of two words",
        swap(MODEL, "nyckel: insats", "nyckel: en insats"),
        [
            (
                "styrmodell.yaml:12:13 I002 fel",
                "”en insats” kan inte vara en nivås nyckel",
                "Skriv ett enda ord, till exempel fokusområde; mallarna använder det.",
            )
        ],
    ),
    Case(
        "key twice",
        swap(MODEL, "nyckel: strategi", "nyckel: mål"),
        [
            (
                "mål/1-hälsa.md:3:7 S003 fel",
                "Styrmodellen har ingen nivå ”strategi”",
                "Nivåerna heter mål, mål, insats.",
            ),
            (
                "styrmodell.yaml:7:13 S004 fel",
                "Samma nyckel som på rad 3 står här en gång till",
                "Ändra den ena.",
            ),
        ],
    ),
    Case(
        "keys that differ by dots and rings",
        swap(MODEL, "nyckel: strategi", "nyckel: mal"),
        [
            (
                "mål/1-hälsa.md:3:7 S003 fel",
                "Styrmodellen har ingen nivå ”strategi”",
                "Nivåerna heter mal, mål, insats.",
            ),
            (
                "styrmodell.yaml:7:13 S004 fel",
                "Samma nyckel som på rad 3 står här en gång till",
                "Ändra den ena.",
            ),
        ],
    ),
    Case(
        "same step twice",
        swap(MODEL, "{nyckel: ännu inte bedömt,", "{nyckel: Nått,"),
        [
            (
                "styrmodell.yaml:20:14 S004 fel",
                "Samma nyckel som på rad 18 står här en gång till",
                "Ändra den ena.",
            )
        ],
    ),
    Case(
        "same word for two steps",
        swap(MODEL, "ord: Ännu inte bedömt", "ord: nått"),
        [
            (
                "styrmodell.yaml:20:37 S004 fel",
                "Samma ord som på rad 18 står här en gång till",
                "Ändra den ena.",
            )
        ],
    ),
    Case(
        "same state twice",
        swap(MODEL, "{nyckel: klart, ord: Klart}", "{nyckel: pågår, ord: Klart}"),
        [
            (
                "styrmodell.yaml:23:14 S004 fel",
                "Samma nyckel som på rad 22 står här en gång till",
                "Ändra den ena.",
            )
        ],
    ),
    Case(
        "step without word",
        swap(MODEL, "{nyckel: nått, ord: Nått}", "{nyckel: nått}"),
        [("styrmodell.yaml:18:5 S002 fel", "Uppgiften ”ord” saknas", "Lägg till raden ”ord: …”.")],
    ),
    Case(
        "no scale and no states",
        {MODEL: LEVELS},
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
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_says_what_is_wrong_where_and_how_to_mend_it(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said


def test_the_gender_is_ett_if_nothing_is_said(tmp_path: Path) -> None:
    strategi, mal, _ = korpus(tmp_path).styrmodell.nivaer
    assert (strategi.namn.obestamd, mal.namn.obestamd) == ("en strategi", "ett mål")


@pytest.mark.parametrize("key", ["titel", "Titel", "barn", "åtaganden", "ÅTAGANDEN"])
def test_a_key_that_templates_use_for_something_else_is_told(tmp_path: Path, key: str) -> None:
    root = written(tmp_path, swap(MODEL, "nyckel: insats", f"nyckel: {key}"))
    found = [
        d for d in read_corpus(root, reserved={"titel", "barn", "ataganden"}).diagnostics if d.code == "I002"
    ]
    assert [(str(d.position), d.message) for d in found] == [
        ("styrmodell.yaml:12:13", f"Nyckeln ”{key}” betyder redan något annat i mallarna")
    ]


def test_the_model_can_be_read_alone(tmp_path: Path) -> None:
    found = read_styrmodell(written(tmp_path))
    assert found is not None
    assert [n.nyckel for n in found.nivaer] == ["strategi", "mål", "insats"]
    assert read_styrmodell(tmp_path / "ingenstans") is None
