"""Chapters: titles, headings, heads, and what can be fetched into them."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.domain.prosa import Fetch, Heading, ListBlock, Paragraph, Quote, TableBlock
from tests.organisations.small import ANSWER, CHAPTER, GOAL, Case, chapter, korpus, swap, told

CASES = [
    Case(
        "nothing",
        {CHAPTER: ""},
        [
            (
                "plan/nämnden/4-text.md:1:1 S002 fel",
                "Kapitlet saknar huvudrubrik",
                "Börja texten med en rad: # Rubrik.",
            )
        ],
    ),
    Case(
        "text before the title",
        {CHAPTER: "Text.\n\n# Text\n"},
        [
            (
                "plan/nämnden/4-text.md:1:1 S002 fel",
                "Kapitlet saknar huvudrubrik",
                "Börja texten med en rad: # Rubrik.",
            )
        ],
    ),
    Case(
        "empty title",
        {CHAPTER: "#\n\nText.\n"},
        [("plan/nämnden/4-text.md:1:1 S002 fel", "Rubriken är tom", "Skriv rubriken, eller ta bort raden.")],
    ),
    Case(
        "two titles",
        chapter("# En till"),
        [
            (
                "plan/nämnden/4-text.md:3:1 S003 fel",
                "Kapitlet har redan en huvudrubrik; här står en till: ”En till”",
                "Använd ## för rubriker inne i kapitlet, eller lägg texten i en egen fil.",
            )
        ],
    ),
    Case(
        "skipped level",
        chapter("### Djupt"),
        [
            (
                "plan/nämnden/4-text.md:3:1 T002 fel",
                "Rubriken ”Djupt” hoppar över en nivå",
                "Skriv ## i stället för ###.",
            )
        ],
    ),
    Case(
        "too deep",
        chapter("## a\n### b\n#### c\n##### d"),
        [("plan/nämnden/4-text.md:6:1 S007 fel", "Rubriken ”d” ligger för djupt", "Använd högst ####.")],
    ),
    Case(
        "empty heading",
        chapter("##\n\nText."),
        [("plan/nämnden/4-text.md:3:1 S002 fel", "Rubriken är tom", "Skriv rubriken, eller ta bort raden.")],
    ),
    Case(
        "file name with capitals",
        {"plan/nämnden/4-Min Text.md": "# Text\n"},
        [
            (
                "plan/nämnden/4-Min Text.md:1:1 I002 fel",
                "”Min Text” kan inte vara kapitlets id",
                "Skriv ”id: min-text” i filens huvud, eller byt namn på filen.",
            )
        ],
    ),
    Case(
        "id in the head",
        {CHAPTER: "---\nid: Å Ä\n---\n# Text\n"},
        [
            (
                "plan/nämnden/4-text.md:2:5 I002 fel",
                "”Å Ä” kan inte vara kapitlets id",
                "Skriv ”id: å-ä” i filens huvud, eller byt namn på filen.",
            )
        ],
    ),
    Case(
        "id of the title",
        {CHAPTER: "# Text {#Å}\n"},
        [
            (
                "plan/nämnden/4-text.md:1:8 I002 fel",
                "”Å” kan inte vara kapitlets id",
                "Skriv ”id: å” i filens huvud, eller byt namn på filen.",
            )
        ],
    ),
    Case(
        "unknown key in the head",
        {CHAPTER: "---\nide: x\n---\n# Text\n"},
        [("plan/nämnden/4-text.md:2:1 S001 fel", "Okänd uppgift ”ide”", "Menade du ”id”?")],
    ),
    Case(
        "decided by an unknown body",
        {CHAPTER: "---\nbeslutad av: Rådet\n---\n# Text\n"},
        [
            (
                "plan/nämnden/4-text.md:2:14 I005 fel",
                "”Rådet” finns inte i organisationen",
                "Lägg till organet i organisation.yaml, eller rätta namnet.",
            )
        ],
    ),
    Case(
        "head without end",
        {CHAPTER: "---\nid: x\n\n# Text\n"},
        [
            (
                "plan/nämnden/4-text.md:1:1 S005 fel",
                "Filens huvud börjar men slutar aldrig",
                "Avsluta huvudet med en rad med tre streck (---).",
            )
        ],
    ),
    Case(
        "fetched and not there",
        chapter("[=visionen]"),
        [
            (
                "plan/nämnden/4-text.md:3:1 L008 fel",
                "Texten ”visionen” finns inte i mappen grund",
                "Menade du ”vision”?",
            )
        ],
    ),
    Case(
        "fetched in a line",
        chapter("Se [=vision] här."),
        [
            (
                "plan/nämnden/4-text.md:3:4 S003 fel",
                "[=vision] ska stå ensam på sin rad",
                "Sätt en tomrad före och efter den.",
            )
        ],
    ),
    Case(
        "fetched in a list",
        chapter("- [=vision]"),
        [
            (
                "plan/nämnden/4-text.md:3:1 S003 fel",
                "Texten ”vision” kan inte hämtas hit",
                "Hämta texten i ett av dokumentets kapitel.",
            )
        ],
    ),
    Case(
        "fetched in a quotation",
        chapter("> [=vision]"),
        [
            (
                "plan/nämnden/4-text.md:3:1 S003 fel",
                "Texten ”vision” kan inte hämtas hit",
                "Hämta texten i ett av dokumentets kapitel.",
            )
        ],
    ),
    Case(
        "fetched in a goal",
        swap(GOAL, "Vården ska komma i tid.", "[=vision]"),
        [
            (
                "mål/1.1-vård.md:8:1 S003 fel",
                "Texten ”vision” kan inte hämtas hit",
                "Hämta texten i ett av dokumentets kapitel.",
            )
        ],
    ),
    Case(
        "fetched in an answer",
        swap(ANSWER, "Nämnden börjar med köerna.", "[=vision]"),
        [
            (
                "plan/nämnden/2-mål/1.1-vård.md:4:1 S003 fel",
                "Texten ”vision” kan inte hämtas hit",
                "Hämta texten i ett av dokumentets kapitel.",
            )
        ],
    ),
    Case(
        "fetched in a text to be fetched",
        {"grund/2-mer.md": "# Mer\n\n[=vision]\n"},
        [
            (
                "grund/2-mer.md:3:1 S003 fel",
                "Texten ”vision” kan inte hämtas till en text i grund",
                "Skriv in texten, eller hämta båda texterna i dokumentets kapitel.",
            )
        ],
    ),
    Case(
        "heading in a list",
        chapter("- ## Rubrik"),
        [
            (
                "plan/nämnden/4-text.md:3:1 S007 fel",
                "En rubrik kan inte stå i en lista eller ett citat",
                "Sätt rubriken utanför, med en tomrad före.",
            )
        ],
    ),
    Case(
        "table in a list",
        chapter("- a\n\n  | a | b |\n  |---|---|\n  | c | d |"),
        [
            (
                "plan/nämnden/4-text.md:5:3 S007 fel",
                "En tabell kan inte stå i en lista eller ett citat",
                "Sätt tabellen utanför, med en tomrad före.",
            )
        ],
    ),
    Case(
        "list in lists",
        chapter("".join("  " * n + "- x\n" for n in range(12))),
        [
            (
                "plan/nämnden/4-text.md:12:19 S007 fel",
                "Listor eller citat ligger för djupt i varandra",
                "Använd högst 9 nivåer.",
            )
        ],
    ),
    Case(
        "quotation in quotations",
        chapter("> " * 12 + "x"),
        [
            (
                "plan/nämnden/4-text.md:3:1 S007 fel",
                "Listor eller citat ligger för djupt i varandra",
                "Använd högst 9 nivåer.",
            )
        ],
    ),
    Case(
        "bold in bold in bold",
        chapter("*" * 60 + "a" + "*" * 60),
        [
            (
                "plan/nämnden/4-text.md:3:1 S007 fel",
                "Texten har för många markeringar i varandra",
                "Använd färre * och _ inuti varandra.",
            )
        ],
    ),
    Case(
        "picture",
        chapter("Se ![bild](bild.png)."),
        [
            (
                "plan/nämnden/4-text.md:3:4 S003 fel",
                "En bild kan inte stå i texten",
                "Lägg bilden i Wordmallen.",
            )
        ],
    ),
    Case(
        "HTML",
        chapter("Ett <b>fett</b> ord och <b>ett till</b>.\n\n<!-- dolt -->\n\n<div>a</div>"),
        [
            (
                "plan/nämnden/4-text.md:3:5 S003 fel",
                "HTML används inte: <b> (2 ställen)",
                "Skriv **fet**, *kursiv*, listor och tabeller som i Markdown.",
            ),
            (
                "plan/nämnden/4-text.md:5:1 S003 fel",
                "HTML används inte: <!--",
                "Ta bort kommentaren; den skulle skrivas ut i dokumentet.",
            ),
            (
                "plan/nämnden/4-text.md:7:1 S003 fel",
                "HTML används inte: <div>",
                "Skriv **fet**, *kursiv*, listor och tabeller som i Markdown.",
            ),
        ],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_says_what_is_wrong_where_and_how_to_mend_it(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said


def test_what_is_no_html_is_text(tmp_path: Path) -> None:
    assert told(tmp_path, Case("", chapter("5 < 6 och <år> och a<b, rad<br>rad, &amp; och &nbsp;."))) == []


def test_the_blocks_of_a_chapter(tmp_path: Path) -> None:
    text = "[=vision]\n\n## Rubrik {#här}\n\nText.\n\n1. a\n2. b\n   - c\n\n> Citat."
    text += "\n\n| a |\n|---|\n| b |\n\n---"
    found = korpus(tmp_path, chapter(text)).dokument["plan/nämnden"].kapitel_efter[-1]
    assert [type(block) for block in found.text.content] == [
        Fetch,
        Heading,
        Paragraph,
        ListBlock,
        Quote,
        TableBlock,
    ]
    assert (found.id, str(found.titel), found.beslutad_av) == ("text", "Text", "nämnden")


def test_chapters_stand_before_or_after_the_goals_as_their_numbers_say(tmp_path: Path) -> None:
    changes = {
        f"plan/nämnden/{name}.md": f"# {name}\n"
        for name in ("10-tio", "1.2-ett-två", "1.10-ett-tio", "sist", "0-noll")
    }
    plan = korpus(tmp_path, changes).dokument["plan/nämnden"]
    assert [k.id for k in plan.kapitel_fore] == ["noll", "inledning", "ett-två", "ett-tio"]
    assert [k.id for k in plan.kapitel_efter] == ["budget", "tio", "sist"]
