"""The orders of a planeringsdirektiv: addressees, points, partners, last days, and what can be wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.domain.dokument import Dokument
from tests.organisations.small import ANSWER, Case, add, korpus, swap, told

FOLDER = "planeringsdirektiv"
DOCUMENT, ORDERS, AFTER = (f"{FOLDER}/{n}" for n in ("dokument.yaml", "2-direktiv.md", "3-tidplan.md"))
HEAD = "slag: planeringsdirektiv\ntitel: Planeringsdirektiv 2020\norgan: fullmäktige\nperiod: 2020\n"
TEXT = """\
# Direktiv till nämnderna

Direktiven gäller 2020.

## Direktiv till samtliga nämnder

Alla nämnder är berörda.

- Väg in [vården](#vård). {#väga-in}

## Direktiv till vårdnämnden och styrelsen

- Korta köerna. {#korta senast="2020-06-30" återrapporteras="ja"}

  Börja med de längsta.
- Gör så här. {#gör i samverkan med="styrelsen, VN"}
  - först det ena, {#ena senast="2020-03-31"}
  - sedan det andra.
"""


def files(text: str = TEXT, head: str = HEAD) -> dict[str, str | bytes | None]:
    """Return the files of a planeringsdirektiv with these orders, a chapter before them and one after."""
    return {
        DOCUMENT: head,
        f"{FOLDER}/1-bakgrund.md": "# Bakgrund\n\nSe [köerna](#korta).\n",
        ORDERS: text,
        AFTER: "# Tidplan\n\nText.\n",
    }


def orders(body: str) -> dict[str, str | bytes | None]:
    """Return the files with orders that begin on the third line."""
    return files(f"# Direktiv\n\n{body}\n")


def _read(tmp_path: Path, text: str = TEXT) -> Dokument:
    return korpus(tmp_path, files(text)).dokument[FOLDER]


def test_orders_say_whom_they_are_for_and_what_is_asked(tmp_path: Path) -> None:
    everyone, some = _read(tmp_path).direktivgrupper
    assert (everyone.alla_namnder, everyone.mottagare) == (True, ())
    assert str(everyone.text) == "Alla nämnder är berörda."
    assert [d.id for d in everyone.direktiv] == ["väga-in"]
    assert everyone.direktiv[0].riktas_till("nämnden")
    assert some.mottagare == ("nämnden", "styrelsen")
    short, do = some.direktiv
    assert str(short.text) == "Korta köerna.\n\nBörja med de längsta."
    assert (short.senast, short.aterrapporteras, short.samverkar_med) == (date(2020, 6, 30), True, ())
    assert (do.senast, do.aterrapporteras, do.samverkar_med) == (None, False, ("styrelsen", "nämnden"))
    assert str(do.text) == "Gör så här."
    assert [(p.id, str(p.text), p.senast) for p in do.punkter] == [
        ("ena", "först det ena,", date(2020, 3, 31)),
        ("", "sedan det andra.", None),
    ]
    assert all(p.mottagare == some.mottagare for p in do.punkter)


def test_orders_stand_between_the_chapters_before_and_after(tmp_path: Path) -> None:
    dokument = _read(tmp_path)
    assert [k.id for k in dokument.kapitel_fore] == ["bakgrund"]
    assert [k.id for k in dokument.kapitel_efter] == ["tidplan"]
    assert dokument.direktivkapitel is not None
    assert str(dokument.direktivkapitel.titel) == "Direktiv till nämnderna"
    assert str(dokument.direktivkapitel.text) == "Direktiven gäller 2020."


def test_every_order_with_an_id_is_in_the_index(tmp_path: Path) -> None:
    index = korpus(tmp_path, files()).index
    assert {"väga-in", "korta", "gör", "ena"} <= set(index)


def test_an_atagande_can_answer_an_order(tmp_path: Path) -> None:
    path = "plan/nämnden/2-mål/1.1-vård.md"
    changed = swap(path, 'svarar på="korta-köer"', 'svarar på="korta-köer, korta"')
    svar = korpus(tmp_path, {**files(), **changed}).dokument["plan/nämnden"].svar_pa("köer")
    assert svar is not None
    assert svar.ataganden[0].svarar_pa == ("korta-köer", "korta")


def test_a_nodes_uppdrag_has_partners_a_last_day_and_reporting_back_too(tmp_path: Path) -> None:
    said = '{#korta-köer i samverkan med="styrelsen" senast="2019-10-01" återrapporteras="ja"}'
    nod = korpus(tmp_path, swap("mål/1.1-vård.md", "{#korta-köer}", said)).nod("köer")
    assert nod is not None
    uppdrag = nod.uppdrag[0]
    assert uppdrag.samverkar_med == ("styrelsen",)
    assert (uppdrag.senast, uppdrag.aterrapporteras) == (date(2019, 10, 1), True)


def test_in_another_kind_a_file_of_that_name_is_a_chapter(tmp_path: Path) -> None:
    dokument = korpus(tmp_path, {"plan/nämnden/4-direktiv.md": "# Direktiv\n\nText.\n"})
    assert [k.id for k in dokument.dokument["plan/nämnden"].kapitel_efter] == ["budget", "direktiv"]


UNUSED = "Ta bort klammern, eller flytta den till rubriken, listpunkten eller tabellen som den gäller."
EXAMPLE = "Skriv ett direktiv per rad: - ta fram … {#kort-namn}."
CASES = [
    Case("nothing wrong", files(), []),
    Case(
        "a heading of another kind",
        orders("## Till alla\n\n- Gör. {#korta}\n"),
        [
            (
                f"{ORDERS}:3:1 S001 fel",
                "Rubriken ”Till alla” betyder ingenting här",
                "Skriv ”Direktiv till samtliga nämnder”, eller ”Direktiv till” och namnen på dem.",
            ),
        ],
    ),
    Case(
        "nobody, no id, no text, nothing",
        orders(
            "## Direktiv till\n\n- Gör. {#korta}\n- Gör.\n- {#b}\n\n## Direktiv till styrelsen\n\nText.\n"
        ),
        [
            (
                f"{ORDERS}:3:1 S002 fel",
                "Rubriken säger inte vem det gäller",
                "Skriv ”Direktiv till samtliga nämnder”, eller namnge dem det gäller.",
            ),
            (
                f"{ORDERS}:6:1 S002 fel",
                "Direktivet saknar id",
                "Skriv ett kort id sist på raden: {#kort-namn}.",
            ),
            (f"{ORDERS}:7:1 S002 fel", "Direktivet saknar text", "Skriv vad som ska göras."),
            (f"{ORDERS}:9:1 S002 fel", "Under ”Direktiv till styrelsen” finns inga direktiv", EXAMPLE),
        ],
    ),
    Case(
        "particulars",
        orders(
            "## Direktiv till styrelsen\n\n"
            '- Gör. {#korta senast="30 juni" återrapporteras="kanske" i samverkan med="kommunen"}\n'
            '- Gör. {#b snarast="ja" i samverkan med="samtliga nämnder"}\n'
        ),
        [
            (
                f"{ORDERS}:5:8 I005 fel",
                "”kommunen” finns inte i organisationen",
                "Lägg till organet i organisation.yaml, eller rätta namnet.",
            ),
            (
                f"{ORDERS}:5:8 S003 fel",
                "Datumet ska ha formen 2019-05-08 (”senast”)",
                "Skriv år, månad och dag med bindestreck.",
            ),
            (
                f"{ORDERS}:5:8 S003 fel",
                "Här ska stå ja eller nej (”återrapporteras”)",
                "Skriv ett av orden, med små bokstäver.",
            ),
            (f"{ORDERS}:6:8 S001 fel", "Okänd uppgift ”snarast”", "Menade du ”senast”?"),
            (
                f"{ORDERS}:6:8 S003 fel",
                "Samverkan kan inte gälla samtliga nämnder",
                'Skriv vilka, till exempel i samverkan med="trafiknämnden".',
            ),
        ],
    ),
    Case(
        "text after",
        orders(
            "## Direktiv till styrelsen\n\n- Gör. {#korta}\n  - ett\n  - två {#två}\n\n"
            "  Mer.\n\nOch mer.\n\n# Mer\n"
        ),
        [
            (
                f"{ORDERS}:5:1 S003 fel",
                "Text efter underpunkterna kan inte stå här",
                "Flytta den till före listan.",
            ),
            (
                f"{ORDERS}:11:1 S003 fel",
                "Text efter direktiven kan inte stå här",
                "Flytta den till före listan.",
            ),
            (
                f"{ORDERS}:13:1 S003 fel",
                "Filen har redan en huvudrubrik: ”Direktiv”",
                "Använd ## för rubrikerna ”Direktiv till …”.",
            ),
        ],
    ),
    Case(
        "an id twice, a link that leads nowhere",
        {**files(TEXT.replace("#ena", "#vård").replace("(#vård)", "(#hit)"))},
        [
            (
                f"{ORDERS}:9:19 L008 fel",
                "Länken till ”hit” leder ingenstans",
                "Länka till ett id som finns i dokumentet, eller ta bort länken.",
            ),
            (
                f"{ORDERS}:17:3 I001 fel",
                "Id ”vård” används redan av målet ”Vård i tid” (mål/1.1-vård.md:6:1)",
                "Ge den ena ett annat id.",
            ),
        ],
    ),
    Case(
        "two files, an appendix, goals",
        {
            **files(),
            f"{FOLDER}/4-direktiv.md": "# Mer\n",
            ORDERS: "---\nbilaga: ja\n---\n" + TEXT,
            f"{FOLDER}/5-mål/1.md": "---\nsvarar på: vård\n---\nText.\n",
        },
        [
            (
                f"{ORDERS}:2:1 S001 fel",
                "Den här texten kan inte vara en bilaga",
                "Ta bort raden ”bilaga”.",
            ),
            (
                f"{FOLDER}/4-direktiv.md:1:1 S004 fel",
                f"Dokumentet har redan en fil med direktiv, {ORDERS}",
                "Flytta ihop dem till en fil.",
            ),
            (
                f"{FOLDER}/5-mål S003 fel",
                "Ett planeringsdirektiv har inga svar på mål",
                "Målen skrivs i regionplanen och i nämndernas planer. Ta bort mappen.",
            ),
        ],
    ),
    Case(
        "a misspelt kind does not take the orders for anything else",
        files(head=HEAD.replace("planeringsdirektiv\n", "planeringsdirektv\n")),
        [
            (
                f"{DOCUMENT}:1:7 S003 fel",
                "Det finns inget dokumentslag ”planeringsdirektv”",
                "Menade du ”planeringsdirektiv”?",
            )
        ],
    ),
    Case(
        "a second heading for the same body",
        orders("## Direktiv till VN\n\n- a {#korta}\n\n## Direktiv till vårdnämnden\n\n- b {#b}"),
        [
            (
                f"{ORDERS}:7:1 S004 fel",
                "Filen har redan en rubrik för samma mottagare",
                "Flytta ihop direktiven under en rubrik.",
            )
        ],
    ),
    Case(
        "a body that is to do it together with itself",
        orders('## Direktiv till VN\n\n- a {#korta i samverkan med="vårdnämnden"}'),
        [
            (
                f"{ORDERS}:5:5 S003 fel",
                "Direktivet ställs redan till den som det ska göras i samverkan med",
                "Ta bort den ur ”i samverkan med”.",
            )
        ],
    ),
    Case(
        "sub-points of an åtagande have no ids",
        add(
            ANSWER,
            "\n### Åtaganden\n\n- ja. {#ja}\n  - nej {#nej}\n",
        ),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:29:9 S001 fel",
                "”{#nej}” hör inte till något här",
                UNUSED,
            )
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_says_what_is_wrong_where_and_how_to_mend_it(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said
