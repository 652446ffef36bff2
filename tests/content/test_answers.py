"""A plan's words on the goals: answers, åtaganden, and what the nämnd adds itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.organisations.small import ANSWER, FILES, OUTCOME, Case, add, korpus, swap, told

INSATS = "## Insats: köer"
OWN = "## Egen insats: Digitala besök {#digitala-besök}"
MEASURE = '- mäta väntan varje vecka. {#mäta ansvarig="förvaltningen"}'
NOTHING_REPORTED: dict[str, str | bytes | None] = {OUTCOME: None}

CASES = [
    Case(
        "no head",
        {ANSWER: "Text.\n"} | NOTHING_REPORTED,
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:1:1 S002 fel",
                "Uppgiften ”svarar på” saknas",
                "Lägg till raden ”svarar på: …”.",
            )
        ],
    ),
    Case(
        "answer to nothing",
        swap(ANSWER, "svarar på: vård", "svarar på: vaård"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:2:12 L001 fel",
                "Texten svarar på ”vaård”, som inte finns",
                "Menade du ”vård”?",
            )
        ],
    ),
    Case(
        "judgement in a plan",
        swap(ANSWER, "svarar på: vård", "svarar på: vård\nmåluppfyllelse: nått"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:3:17 S001 fel",
                "En plan har ingen måluppfyllelse",
                "Ta bort den; målen bedöms i ett dokument som har raden ”följer upp: …”.",
            )
        ],
    ),
    Case(
        "title",
        add(ANSWER, "\n# Vård\n\nText.\n"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:26:1 S003 fel",
                "Här ska ingen huvudrubrik stå: ”Vård”",
                "Ta bort rubriken och börja med texten; svaret får målets egen rubrik.",
            )
        ],
    ),
    Case(
        "misspelt id in a heading",
        swap(ANSWER, INSATS, "## Insats: köerna"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:16:1 L001 fel",
                "Texten svarar på ”köerna”, som inte finns",
                "Menade du ”köer”?",
            )
        ],
    ),
    Case(
        "title for an id",
        swap(ANSWER, INSATS, "## Insats: Kortare köer"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:16:1 L001 fel",
                "Texten svarar på ”Kortare köer”, som inte finns",
                "Skriv dess id: ”köer”.",
            )
        ],
    ),
    Case(
        "title and id",
        swap(ANSWER, INSATS, "## Insats: Kortare köer {#köer}"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:16:25 S003 fel",
                "”Insats: Kortare köer” har ett id (köer) men är ett svar på något som redan finns",
                "Skriv ”Egen insats: …” om det är nämndens eget; skriv annars bara id efter kolonet.",
            )
        ],
    ),
    Case(
        "no id in a heading",
        swap(ANSWER, INSATS, "## Insats:"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:16:1 S002 fel",
                "Rubriken ”Insats:” saknar id",
                "Skriv insatsens id efter kolonet.",
            )
        ],
    ),
    Case(
        "key on a heading",
        swap(ANSWER, INSATS, INSATS + ' {måluppfyllelse="nått"}'),
        [("plan/nämnden/2-mål/1.1-vård.md:16:17 S001 fel", "Okänd uppgift ”måluppfyllelse”", "Ta bort den.")],
    ),
    Case(
        "own on a level that allows none",
        swap(ANSWER, "## Egen insats:", "## Eget mål:"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:22:1 L002 fel",
                "Styrmodellen tillåter inga egna mål",
                "Egna får läggas till bland insatser.",
            )
        ],
    ),
    Case(
        "own without title",
        swap(ANSWER, OWN, "## Egen insats: {#digitala-besök}"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:22:1 S002 fel",
                "Rubriken ”Egen insats:” saknar titel",
                "Skriv titeln efter kolonet.",
            )
        ],
    ),
    Case(
        "own without id",
        swap(ANSWER, OWN, "## Egen insats: Digitala besök"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:22:1 S002 fel",
                "Insatsen saknar id",
                "Skriv ett kort id sist på raden: {#kort-namn}.",
            )
        ],
    ),
    Case(
        "outcome in a plan",
        add(ANSWER, "\n## Utfall\n\n| Indikator | Utfall |\n|---|---|\n| väntetid | 1 |\n"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:26:1 S001 fel",
                "Rubriken ”Utfall” kan inte stå här",
                "Utfall skrivs i ett dokument som har raden ”följer upp: …” i dokument.yaml.",
            )
        ],
    ),
    Case(
        "heading that skips a level",
        swap(ANSWER, "## Åtaganden\n\n- mäta", "### Åtaganden\n\n- mäta"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:12:1 S001 fel",
                "Rubriken ”Åtaganden” kan inte stå här",
                "Flytta den; under ”Indikatorer” kan inga rubriker stå.",
            )
        ],
    ),
    Case(
        "åtagande without id",
        swap(ANSWER, MEASURE, "- mäta väntan varje vecka.") | NOTHING_REPORTED,
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:14:1 S002 fel",
                "Åtagandet saknar id",
                "Skriv ett kort id sist på raden: {#kort-namn}.",
            )
        ],
    ),
    Case(
        "åtagande without text",
        swap(ANSWER, MEASURE, "- {#mäta}"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:14:1 S002 fel",
                "Åtagandet saknar text",
                "Skriv vad nämnden ska göra.",
            )
        ],
    ),
    Case(
        "åtagande by an unknown body",
        swap(ANSWER, 'ansvarig="förvaltningen"', 'ansvarig="Vårdförvaltning"'),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:14:28 I005 fel",
                "”Vårdförvaltning” finns inte i organisationen",
                "Menade du ”Vårdförvaltningen”?",
            )
        ],
    ),
    Case(
        "unknown key of an åtagande",
        swap(ANSWER, "ansvarig=", "ansvar="),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:14:28 S001 fel",
                "Okänd uppgift ”ansvar”",
                "Menade du ”ansvarig”?",
            )
        ],
    ),
    Case(
        "åtagande that answers nothing",
        swap(ANSWER, 'svarar på="korta-köer"', 'svarar på="korta-kör, väntetid"'),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:20:1 L001 fel",
                "Åtagandet svarar på ”korta-kör”, som inte finns",
                "Menade du ”korta-köer”?",
            ),
            (
                "plan/nämnden/2-mål/1.1-vård.md:20:1 L001 fel",
                "Åtagandet svarar på ”väntetid”, som är indikatorn ”Väntetid”",
                "Skriv id för det som avses.",
            ),
        ],
    ),
    Case(
        "text before the åtaganden",
        swap(ANSWER, MEASURE, "Nämnden ska:\n\n" + MEASURE),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:14:1 S003 fel",
                "Under ”Åtaganden” ska bara stå en lista",
                "Skriv ett åtagande per rad: - ta fram … {#kort-namn}.",
            )
        ],
    ),
    Case(
        "no list",
        add(ANSWER, "\n## Åtaganden\n"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:26:1 S003 fel",
                "Under ”Åtaganden” ska stå en lista",
                "Skriv ett åtagande per rad: - ta fram … {#kort-namn}.",
            )
        ],
    ),
    Case(
        "text for a list",
        add(ANSWER, "\n## Åtaganden\n\nMäta.\n"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:28:1 S003 fel",
                "Under ”Åtaganden” ska bara stå en lista",
                "Skriv ett åtagande per rad: - ta fram … {#kort-namn}.",
            )
        ],
    ),
    Case(
        "heading among the åtaganden",
        swap(ANSWER, INSATS, "### Mer\n\n- x {#x}\n\n" + INSATS),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:16:1 S001 fel",
                "Rubriken ”Mer” kan inte stå här",
                "Flytta den; under ”Åtaganden” kan inga rubriker stå.",
            )
        ],
    ),
    Case(
        "id of the åtaganden",
        swap(ANSWER, "## Åtaganden\n\n- mäta", "## Åtaganden {#å}\n\n- mäta"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:12:14 S001 fel",
                "Här kan inte stå något id (”å”)",
                "Ta bort det.",
            )
        ],
    ),
    Case(
        "indikator without name that nobody has above",
        swap(ANSWER, "| nöjdhet | Nöjdhet |", "| nöjdhet | |"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:10:3 L001 fel",
                "Indikatorn ”nöjdhet” saknar namn, och det finns ingen överordnad med det id:t",
                "Skriv namnet i kolumnen Indikator, eller rätta id till den överordnades.",
            )
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_says_what_is_wrong_where_and_how_to_mend_it(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said


def test_an_id_is_the_bodys_own_and_references_find_it(tmp_path: Path) -> None:
    found = korpus(tmp_path)
    svar = found.dokument["plan/nämnden"].svar
    assert [s.nod for s in svar] == ["vård", "köer", "nämnden/digitala-besök"]
    assert [(a.id, a.ansvarig, a.svarar_pa) for s in svar for a in s.ataganden] == [
        ("nämnden/mäta", "förvaltningen", ()),
        ("nämnden/kväll", "", ("korta-köer",)),
    ]
    assert [u.indikator for u in found.dokument["uppföljning/nämnden"].svar[0].utfall] == [
        "väntetid",
        "nämnden/nöjdhet",
    ]


def test_an_own_nod_is_the_bodys_and_lies_where_it_stands(tmp_path: Path) -> None:
    (nod,) = korpus(tmp_path).dokument["plan/nämnden"].egna
    assert (nod.id, nod.niva, nod.under, nod.agare) == ("nämnden/digitala-besök", "insats", "vård", "nämnden")
    assert str(nod.titel) == "Digitala besök"


@pytest.mark.parametrize("word", ["Egen insats", "egen Insats", "EGEN INSATS", "Eget insats"])
def test_an_own_nod_may_be_spelled_with_either_gender(tmp_path: Path, word: str) -> None:
    assert korpus(tmp_path, swap(ANSWER, "## Egen insats", f"## {word}")).nod("nämnden/digitala-besök")


def test_a_board_may_set_its_own_target_for_a_superior_indikator(tmp_path: Path) -> None:
    own = "| väntetid | | | Högst 5 dagar | | |"
    answer = FILES[ANSWER].replace("| nöjdhet |", own + "\n| nöjdhet |")
    indikator = korpus(tmp_path, {ANSWER: answer}).dokument["plan/nämnden"].svar[0].indikatorer[0]
    assert (indikator.id, str(indikator.namn), str(indikator.malvarde)) == (
        "nämnden/väntetid",
        "",
        "Högst 5 dagar",
    )


def test_what_fullmaktige_adds_in_its_own_plan_has_no_prefix(tmp_path: Path) -> None:
    table = "| Id | Indikator |\n|---|---|\n| resultat | Resultat |"
    changes = {"regionplan/2-mål/1.md": f"---\nsvarar på: vård\n---\n## Indikatorer\n\n{table}\n"}
    assert korpus(tmp_path, changes).index["resultat"].beslutad_av == "fullmäktige"
