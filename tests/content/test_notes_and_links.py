"""Footnotes and links: missing, unused, doubled, leading nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.domain.fras import Footnote
from generator.domain.mal import Indikator
from generator.domain.prosa import Paragraph
from tests.organisations.small import GOAL, Case, chapter, korpus, swap, told

CASES = [
    Case(
        "note that is not there",
        chapter("Text[^a] och\nmer[^b].\n\n[^a]: A."),
        [
            (
                "plan/nämnden/4-text.md:4:4 L008 fel",
                "Fotnoten ”b” finns inte i filen",
                "Skriv den sist i filen: [^b]: Notens text.",
            )
        ],
    ),
    Case(
        "note that is nowhere, twice",
        chapter("Text[^b].\n\nMer[^b]."),
        [
            (
                "plan/nämnden/4-text.md:3:5 L008 fel",
                "Fotnoten ”b” finns inte i filen (2 ställen)",
                "Skriv den sist i filen: [^b]: Notens text.",
            )
        ],
    ),
    Case(
        "note that is not there in a cell",
        swap(GOAL, "| Väntetid |", "| Väntetid[^v] |"),
        [
            (
                "mål/1.1-vård.md:14:22 L008 fel",
                "Fotnoten ”v” finns inte i filen",
                "Skriv den sist i filen: [^v]: Notens text.",
            )
        ],
    ),
    Case(
        "note that nobody refers to",
        chapter("Text.\n\n[^a]: A."),
        [
            (
                "plan/nämnden/4-text.md:5:1 L008 varning",
                "Ingenting hänvisar till fotnoten ”a”",
                "Skriv [^a] där den hör hemma, eller ta bort den.",
            )
        ],
    ),
    Case(
        "two notes of one name",
        chapter("Text[^a].\n\n[^a]: A.\n\n[^a]: B."),
        [
            (
                "plan/nämnden/4-text.md:7:1 S004 fel",
                "Fotnoten ”a” finns redan på rad 5",
                "Ge den ena ett annat namn.",
            )
        ],
    ),
    Case(
        "note without text",
        chapter("Text[^a].\n\n[^a]:"),
        [
            (
                "plan/nämnden/4-text.md:5:1 S002 fel",
                "Fotnoten ”a” saknar text",
                "Skriv notens text efter kolonet.",
            )
        ],
    ),
    Case(
        "note in a note",
        chapter("Text[^a] [^b].\n\n[^a]: A[^b].\n\n[^b]: B."),
        [
            (
                "plan/nämnden/4-text.md:5:3 S003 fel",
                "En fotnot kan inte hänvisa till en annan fotnot",
                "Skriv in dess text i den här noten.",
            )
        ],
    ),
    Case(
        "note in itself",
        chapter("Text[^a].\n\n[^a]: A[^a]."),
        [
            (
                "plan/nämnden/4-text.md:5:3 S003 fel",
                "En fotnot kan inte hänvisa till en annan fotnot",
                "Skriv in dess text i den här noten.",
            )
        ],
    ),
    Case(
        "list in a note",
        chapter("Text[^a].\n\n[^a]: A.\n\n    - b\n    - c"),
        [
            (
                "plan/nämnden/4-text.md:7:5 S007 fel",
                "En fotnot kan inte innehålla listor, tabeller eller rubriker",
                "Skriv noten som vanlig text.",
            )
        ],
    ),
    Case(
        "link to a file",
        chapter("Se [här](mål/1.md)."),
        [
            (
                "plan/nämnden/4-text.md:3:10 L008 fel",
                "Länken ”mål/1.md” leder ingenstans",
                "En länk börjar med https://, mailto: eller # och ett id, och har inga blanksteg.",
            )
        ],
    ),
    Case(
        "link to a script",
        chapter("Se [här](javascript:alert)."),
        [
            (
                "plan/nämnden/4-text.md:3:4 L008 fel",
                "Länken ”[här](javascript:alert)” går inte att tolka",
                "En länk börjar med https://, mailto: eller # och ett id, och har inga blanksteg.",
            )
        ],
    ),
    Case(
        "link without address",
        chapter("Se [här]()."),
        [
            (
                "plan/nämnden/4-text.md:3:10 L008 fel",
                "Länken saknar adress",
                "En länk börjar med https://, mailto: eller # och ett id, och har inga blanksteg.",
            )
        ],
    ),
    Case(
        "link to nothing, on the second line",
        chapter("Se\n[målet](#vård) och [mer](#vårdd)."),
        [
            (
                "plan/nämnden/4-text.md:4:26 L008 fel",
                "Länken till ”vårdd” leder ingenstans",
                "Menade du ”vård”?",
            )
        ],
    ),
    Case(
        "third of three links",
        chapter("[a](#vård), [b](#vård), [c](#vårdd)"),
        [
            (
                "plan/nämnden/4-text.md:3:29 L008 fel",
                "Länken till ”vårdd” leder ingenstans",
                "Menade du ”vård”?",
            )
        ],
    ),
    Case(
        "link to nothing in a cell",
        chapter("| a | b |\n|---|---|\n| c | [d](#vårdd) |"),
        [
            (
                "plan/nämnden/4-text.md:5:11 L008 fel",
                "Länken till ”vårdd” leder ingenstans",
                "Menade du ”vård”?",
            )
        ],
    ),
    Case(
        "link to nothing in a note",
        chapter("Text[^a].\n\n[^a]: Se [d](#vårdd)."),
        [
            (
                "plan/nämnden/4-text.md:5:14 L008 fel",
                "Länken till ”vårdd” leder ingenstans",
                "Menade du ”vård”?",
            )
        ],
    ),
    Case(
        "link to nothing in a goal",
        swap(GOAL, "Vården ska", "[Vården](#vårdd) ska"),
        [("mål/1.1-vård.md:8:10 L008 fel", "Länken till ”vårdd” leder ingenstans", "Menade du ”vård”?")],
    ),
    Case(
        "link to nothing in an indikator",
        swap(GOAL, "| Minskning |", "| [Minskning](#vårdd) |"),
        [("mål/1.1-vård.md:14:52 L008 fel", "Länken till ”vårdd” leder ingenstans", "Menade du ”vård”?")],
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_it_says_what_is_wrong_where_and_how_to_mend_it(tmp_path: Path, case: Case) -> None:
    assert told(tmp_path, case) == case.said


@pytest.mark.parametrize(
    "target",
    [
        "vård",
        "köer",
        "korta-köer",
        "väntetid",
        "mäta",
        "digitala-besök",
        "budget",
        "tabell-budget",
        "här",
        "vision",
    ],
)
def test_a_link_may_lead_to_anything_that_has_an_id(tmp_path: Path, target: str) -> None:
    assert told(tmp_path, Case("", chapter(f"## Rubrik {{#här}}\n\nSe [det](#{target})."))) == []


@pytest.mark.parametrize("address", ["https://a.se/å?b=c", "mailto:a@b.se", "tel:0455", "<https://a.se>"])
def test_a_link_may_lead_out(tmp_path: Path, address: str) -> None:
    text = address if address.startswith("<") else f"[a]({address})"
    found = told(tmp_path, Case("", chapter(f"Se {text}.")))
    assert [place for place, _, _ in found if " T004 " not in place] == []


def test_a_note_of_two_paragraphs_is_two_phrases(tmp_path: Path) -> None:
    found = (
        korpus(tmp_path, chapter("Text[^a].\n\n[^a]: A.\n\n    B."))
        .dokument["plan/nämnden"]
        .kapitel_efter[-1]
    )
    paragraph = found.text.content[0]
    assert isinstance(paragraph, Paragraph)
    note = paragraph.content[1]
    assert isinstance(note, Footnote)
    assert [str(phrase) for phrase in note.content] == ["A.", "B."]


def test_a_note_may_stand_in_the_middle_of_a_cell(tmp_path: Path) -> None:
    changes = swap(GOAL, "| Väntetid |", "| Vänte[^v]tid |")
    changes[GOAL] = f"{changes[GOAL]!s}\n[^v]: Till första besök.\n"
    indikator = korpus(tmp_path, changes).index["väntetid"]
    assert isinstance(indikator, Indikator)
    assert str(indikator.namn) == "Väntetid"
