"""The goals: files in mål/ with their heads, headings, uppdrag and indikatorer."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.domain.mal import Uppdrag
from tests.organisations.small import FILES, GOAL, OUTCOME, Case, add, korpus, swap, told

HEAD, BODY = FILES[GOAL].split("---\n", 2)[1:]
TABLE = "| väntetid | Väntetid"
INSATS = "## Insats: Kortare köer {#köer}"
ORDER = "### Uppdrag till samtliga nämnder {#korta-köer}"

CASES = [
    Case(
        "no head",
        {GOAL: BODY},
        [
            (
                "mål/1.1-vård.md:1:1 S002 fel",
                "Uppgifterna ”id” och ”nivå” saknas",
                "Lägg till raderna ”id: …” och ”nivå: …”.",
            )
        ],
    ),
    Case(
        "no title",
        swap(GOAL, "# Vård i tid\n", ""),
        [("mål/1.1-vård.md:9:1 S002 fel", "Filen saknar huvudrubrik", "Börja texten med en rad: # Rubrik.")],
    ),
    Case(
        "two titles",
        add(GOAL, "\n# En till\n"),
        [
            (
                "mål/1.1-vård.md:24:1 S003 fel",
                "Filen har redan en huvudrubrik: ”Vård i tid”",
                "Använd ## för rubriker under den första.",
            )
        ],
    ),
    Case(
        "text before the title",
        swap(GOAL, "# Vård i tid", "Text.\n\n# Vård i tid"),
        [
            (
                "mål/1.1-vård.md:6:1 S003 fel",
                "Text före rubriken hör inte till något",
                "Flytta den till under rubriken.",
            )
        ],
    ),
    Case(
        "id of the title",
        swap(GOAL, "# Vård i tid", "# Vård i tid {#vård}"),
        [("mål/1.1-vård.md:6:14 S001 fel", "Här kan inte stå något id (”vård”)", "Ta bort det.")],
    ),
    Case(
        "misspelt level",
        swap(GOAL, "nivå: mål", "nivå: måll"),
        [("mål/1.1-vård.md:3:7 S003 fel", "Styrmodellen har ingen nivå ”måll”", "Menade du ”mål”?")],
    ),
    Case(
        "unknown level",
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
        "decided by an unknown body",
        swap(GOAL, "nivå: mål", "nivå: mål\nbeslutad av: fullmäktig"),
        [
            (
                "mål/1.1-vård.md:4:14 I005 fel",
                "”fullmäktig” finns inte i organisationen",
                "Menade du ”fullmäktige”?",
            )
        ],
    ),
    Case(
        "ends before it begins",
        swap(GOAL, "nivå: mål", "nivå: mål\ngäller från: 2019-01-01\ngäller till: 2018-01-01"),
        [
            (
                "mål/1.1-vård.md:5:14 S003 fel",
                "Den sista dagen kommer före den första",
                "Byt plats på datumen, eller rätta det ena.",
            )
        ],
    ),
    Case(
        "ill-formed id",
        swap(GOAL, "id: vård", "id: Vård!"),
        [
            (
                "mål/1.1-vård.md:2:5 I002 fel",
                "Id ”Vård!” har inte den form som ett id ska ha",
                "Skriv små bokstäver med bindestreck emellan, till exempel ”vård”.",
            )
        ],
    ),
    Case(
        "misspelt heading",
        swap(GOAL, "## Insats:", "## Insatts:"),
        [
            (
                "mål/1.1-vård.md:16:1 S001 fel",
                "Rubriken ”Insatts: Kortare köer” betyder ingenting här",
                "Menade du ”Insats”?",
            )
        ],
    ),
    Case(
        "heading that means nothing",
        add(GOAL, "\n## Bakgrund\n\nText.\n"),
        [
            (
                "mål/1.1-vård.md:24:1 S001 fel",
                "Rubriken ”Bakgrund” betyder ingenting här",
                "Här kan stå ”Mål: …”, ”Insats: …”, ”Uppdrag till samtliga nämnder”, ”Indikatorer”.",
            )
        ],
    ),
    Case(
        "heading that belongs in a plan",
        add(GOAL, "\n## Åtaganden\n\n- mäta {#m}\n"),
        [
            (
                "mål/1.1-vård.md:24:1 S001 fel",
                "Rubriken ”Åtaganden” kan inte stå här",
                "Åtaganden skrivs i nämndens plan.",
            )
        ],
    ),
    Case(
        "one of our own",
        swap(GOAL, "## Insats:", "## Egen insats:"),
        [
            (
                "mål/1.1-vård.md:16:1 S001 fel",
                "Rubriken ”Egen insats: Kortare köer” kan inte stå här",
                "Egna läggs till i nämndens plan; bland målen skrivs ordet utan ”eget”.",
            )
        ],
    ),
    Case(
        "heading that skips a level",
        swap(GOAL, ORDER, "#" + ORDER),
        [
            (
                "mål/1.1-vård.md:20:1 T002 fel",
                "Rubriken ”Uppdrag till samtliga nämnder” hoppar över en nivå",
                "Skriv ### i stället för ####.",
            )
        ],
    ),
    Case(
        "no id on a heading",
        swap(GOAL, INSATS, "## Insats: Kortare köer")
        | {"plan/nämnden/2-mål/1.1-vård.md": None, "uppföljning/nämnden/1-mål/1.1-vård.md": None},
        [
            (
                "mål/1.1-vård.md:16:1 S002 fel",
                "Insatsen saknar id",
                "Skriv ett kort id sist på raden: {#kort-namn}.",
            )
        ],
    ),
    Case(
        "unknown key on a heading",
        swap(GOAL, "{#köer}", '{#köer färg="blå"}'),
        [("mål/1.1-vård.md:16:25 S001 fel", "Okänd uppgift ”färg”", "Ta bort den.")],
    ),
    Case(
        "uppdrag without text",
        swap(GOAL, "\nSamtliga nämnder ska korta sina köer.\n", ""),
        [("mål/1.1-vård.md:20:1 S002 fel", "Uppdraget saknar text", "Skriv vad som ska göras.")],
    ),
    Case(
        "uppdrag to nobody",
        swap(GOAL, ORDER, "### Uppdrag {#korta-köer}"),
        [
            (
                "mål/1.1-vård.md:20:1 S002 fel",
                "Uppdraget säger inte vem det gäller",
                "Skriv ”Uppdrag till samtliga nämnder”, eller namnge dem det gäller.",
            )
        ],
    ),
    Case(
        "uppdrag to nobody yet",
        swap(GOAL, ORDER, "### Uppdrag till {#korta-köer}"),
        [
            (
                "mål/1.1-vård.md:20:1 S002 fel",
                "Uppdraget säger inte vem det gäller",
                "Skriv ”Uppdrag till samtliga nämnder”, eller namnge dem det gäller.",
            )
        ],
    ),
    Case(
        "uppdrag to an unknown body",
        swap(GOAL, "till samtliga nämnder {", "till vårdnämnden och Trafiknämnden {"),
        [
            (
                "mål/1.1-vård.md:20:1 I005 fel",
                "”Trafiknämnden” finns inte i organisationen",
                "Menade du ”nämnden”?",
            )
        ],
    ),
    Case(
        "heading under an uppdrag",
        add(GOAL, "\n#### Mer\n\nText.\n"),
        [
            (
                "mål/1.1-vård.md:24:1 S001 fel",
                "Rubriken ”Mer” kan inte stå här",
                "Flytta den; under ”Uppdrag till samtliga nämnder” kan inga rubriker stå.",
            )
        ],
    ),
    Case(
        "table in an uppdrag",
        add(GOAL, "\n| a |\n|---|\n| b |\n"),
        [
            (
                "mål/1.1-vård.md:24:1 S003 fel",
                "En tabell kan inte stå här",
                "Tabeller hör hemma under en rubrik som Indikatorer, eller i ett kapitel.",
            )
        ],
    ),
    Case(
        "indikator without id",
        swap(GOAL, TABLE, "| | Väntetid") | {"uppföljning/nämnden/1-mål/1.1-vård.md": None},
        [("mål/1.1-vård.md:14:3 S002 fel", "Indikatorn saknar id", "Skriv ett kort id i kolumnen Id.")],
    ),
    Case(
        "indikator with an ill-formed id",
        swap(GOAL, TABLE, "| Vänte tid | Väntetid") | {"uppföljning/nämnden/1-mål/1.1-vård.md": None},
        [
            (
                "mål/1.1-vård.md:14:3 I002 fel",
                "Id ”Vänte tid” har inte den form som ett id ska ha",
                "Skriv små bokstäver med bindestreck emellan, till exempel ”vänte-tid”.",
            )
        ],
    ),
    Case(
        "indikator without name",
        swap(GOAL, TABLE, "| väntetid | "),
        [("mål/1.1-vård.md:14:15 S002 fel", "Indikatorn saknar namn", "Skriv namnet i kolumnen Indikator.")],
    ),
    Case(
        "misspelt column",
        swap(GOAL, "| Målvärde |", "| Målvärd |"),
        [("mål/1.1-vård.md:12:35 S001 fel", "Okänd kolumn ”Målvärd”", "Menade du ”Målvärde”?")],
    ),
    Case(
        "unknown column",
        swap(GOAL, "| Målvärde |", "| Ansvarig |"),
        [
            (
                "mål/1.1-vård.md:12:35 S001 fel",
                "Okänd kolumn ”Ansvarig”",
                "Kolumnerna är Id, Indikator, Ingångsvärde, Målvärde, Frekvens, Källa, Kategori.",
            )
        ],
    ),
    Case(
        "column without heading",
        swap(GOAL, "| Målvärde |", "| |"),
        [
            (
                "mål/1.1-vård.md:12:35 S001 fel",
                "Kolumnen saknar rubrik",
                "Kolumnerna är Id, Indikator, Ingångsvärde, Målvärde, Frekvens, Källa, Kategori.",
            )
        ],
    ),
    Case(
        "misspelt column that must be there",
        swap(GOAL, "| Id |", "| Idé |"),
        [("mål/1.1-vård.md:12:3 S001 fel", "Okänd kolumn ”Idé”", "Menade du ”Id”?")],
    ),
    Case(
        "same column twice",
        swap(GOAL, "| Målvärde |", "| Ingångsvärde |"),
        [("mål/1.1-vård.md:12:35 S004 fel", "Kolumnen ”Ingångsvärde” finns två gånger", "Behåll en av dem.")],
    ),
    Case(
        "text among the indikatorer",
        swap(GOAL, "## Indikatorer\n", "## Indikatorer\n\nText.\n"),
        [
            (
                "mål/1.1-vård.md:12:1 S003 fel",
                "Under ”Indikatorer” ska bara stå en tabell",
                "Flytta texten till under målets eller kapitlets rubrik.",
            )
        ],
    ),
    Case(
        "id of the indikatorer",
        swap(GOAL, "## Indikatorer", "## Indikatorer {#i}"),
        [("mål/1.1-vård.md:10:16 S001 fel", "Här kan inte stå något id (”i”)", "Ta bort det.")],
    ),
    Case(
        "no table",
        add(GOAL, "\n## Indikatorer\n"),
        [
            (
                "mål/1.1-vård.md:24:1 S003 fel",
                "Under ”Indikatorer” ska stå en tabell",
                "Kolumnerna är Id, Indikator, Ingångsvärde, Målvärde, Frekvens, Källa, Kategori.",
            )
        ],
    ),
    Case(
        "list for a table",
        add(GOAL, "\n## Indikatorer\n\n- en\n"),
        [
            (
                "mål/1.1-vård.md:26:1 S003 fel",
                "Under ”Indikatorer” ska stå en tabell",
                "Kolumnerna är Id, Indikator, Ingångsvärde, Målvärde, Frekvens, Källa, Kategori.",
            )
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_says_what_is_wrong_where_and_how_to_mend_it(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said


def test_a_column_that_must_be_there_is_missed(tmp_path: Path) -> None:
    goal = FILES[GOAL].replace("| Id |", "|").replace("|----|", "|").replace("| väntetid | V", "| V")
    assert [said[:2] for said in told(tmp_path, Case("", {GOAL: goal, OUTCOME: None}))] == [
        ("mål/1.1-vård.md:12:1 S002 fel", "Kolumnen ”Id” saknas"),
    ]


def test_a_title_keeps_its_notes_and_its_bold(tmp_path: Path) -> None:
    changes = swap(GOAL, INSATS, "## **Insats: Kort**are *köer*[^a] {#köer}")
    changes[GOAL] = f"{changes[GOAL]!s}\n[^a]: Alla köer.\n"
    nod = korpus(tmp_path, changes).nod("köer")
    assert nod is not None
    assert str(nod.titel) == "Kortare köer"
    assert [type(piece).__name__ for piece in nod.titel.content] == ["Text", "Emphasis", "Footnote"]


@pytest.mark.parametrize(
    ("written", "everyone", "bodies"),
    [
        ("samtliga nämnder", True, ()),
        ("Samtliga nämnder", True, ()),
        ("vårdnämnden", False, ("nämnden",)),
        ("regionstyrelsen och VN", False, ("styrelsen", "nämnden")),
        ("Vårdnämnden, regionstyrelsen samt fullmäktige", False, ("nämnden", "styrelsen", "fullmäktige")),
        ("samtliga nämnder och vårdförvaltningen", True, ("förvaltningen",)),
        ("vårdnämnden och vårdnämnden", False, ("nämnden",)),
    ],
)
def test_an_uppdrag_is_addressed_to_whom_the_heading_names(
    tmp_path: Path, written: str, everyone: bool, bodies: tuple[str, ...]
) -> None:
    uppdrag = korpus(tmp_path, swap(GOAL, "till samtliga nämnder {", f"till {written} {{")).index[
        "korta-köer"
    ]
    assert isinstance(uppdrag, Uppdrag)
    assert (uppdrag.alla_namnder, uppdrag.mottagare) == (everyone, bodies)


def test_what_a_goal_holds(tmp_path: Path) -> None:
    top, goal, below = korpus(tmp_path).noder
    assert [(n.id, n.niva, n.under, n.beslutad_av) for n in (top, goal, below)] == [
        ("hälsa", "strategi", "", "fullmäktige"),
        ("vård", "mål", "hälsa", "fullmäktige"),
        ("köer", "insats", "vård", "fullmäktige"),
    ]
    assert [i.id for i in goal.indikatorer] == ["väntetid"]
    assert [u.id for u in below.uppdrag] == ["korta-köer"]
    assert str(goal.indikatorer[0].ingangsvarde) == "2018=9 dagar"
