"""Short references: resolved from their own document outwards, to what they can mean."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from generator.domain.fras import Link, Phrase
from generator.domain.mal import Atagande
from generator.domain.prosa import Paragraph, tables
from tests.organisations.small import ANSWER, OUTCOME, PLAN, add, chapter, korpus, swap

PLAN_ID, REPORT_ID = "plan/nämnden", "uppföljning/nämnden"


def _first_link(phrase: Phrase) -> str:
    return next(piece.href for piece in phrase.content if isinstance(piece, Link))


def test_an_own_item_comes_before_a_superior_one_of_the_same_name(tmp_path: Path) -> None:
    changes = swap(ANSWER, "{#digitala-besök}", "{#hälsa}") | chapter("[a](#hälsa) [b](#vård)")
    found = korpus(tmp_path, changes).dokument[PLAN_ID].kapitel_efter[-1].text.content[0]
    assert isinstance(found, Paragraph)
    assert [p.href for p in found.content if isinstance(p, Link)] == ["#nämnden/hälsa", "#vård"]


def test_a_reference_means_what_it_can_mean(tmp_path: Path) -> None:
    changes = swap(ANSWER, "{#mäta ", "{#korta-köer ") | swap(OUTCOME, "| mäta |", "| korta-köer |")
    found = korpus(tmp_path, changes)
    (evening,) = found.dokument[PLAN_ID].svar[1].ataganden
    assert evening.svarar_pa == ("korta-köer",)
    assert found.dokument[REPORT_ID].svar[0].lagen[0].gallande == "nämnden/korta-köer"
    assert isinstance(found.index["nämnden/korta-köer"], Atagande)


def test_what_resolves_to_nothing_stays_as_it_is_written(tmp_path: Path) -> None:
    plan = korpus(tmp_path, add(PLAN, "utelämnar: {annat: Nej.}\n")).dokument[PLAN_ID]
    assert plan.utelamnar == (("annat", "Nej."),)


def test_what_is_left_out_may_be_the_bodys_own(tmp_path: Path) -> None:
    plan = korpus(tmp_path, add(PLAN, "utelämnar: {digitala-besök: Nej.}\n")).dokument[PLAN_ID]
    assert plan.utelamnar == (("nämnden/digitala-besök", "Nej."),)


@pytest.mark.parametrize(
    "text",
    [
        "Se [a](#mäta).",
        "Se **[a](#mäta)**.",
        "Se *[a](#mäta)*.",
        "> Se [a](#mäta).",
        "- x\n  - Se [a](#mäta).",
        "Text[^a].\n\n[^a]: Se [a](#mäta).",
        "| a |\n|---|\n| [a](#mäta) |",
        "## Se [a](#mäta)",
    ],
)
def test_links_are_in_full_wherever_they_stand(tmp_path: Path, text: str) -> None:
    assert _links(korpus(tmp_path, chapter(text)).dokument[PLAN_ID].kapitel_efter[-1].text) == [
        "#nämnden/mäta"
    ]


def _links(value: object) -> list[str]:
    """Return every address in a tree of values."""
    if isinstance(value, Link):
        return [value.href]
    parts = value if isinstance(value, tuple) else ()
    if dataclasses.is_dataclass(value):
        parts = tuple(getattr(value, field.name) for field in dataclasses.fields(value))
    return [href for part in parts for href in _links(part)]


def test_links_in_comments_and_in_indikatorer_are_in_full(tmp_path: Path) -> None:
    changes = swap(OUTCOME, "| Öppnar i mars. |", "| Se [a](#mäta). |") | swap(
        ANSWER, "| Ökning |", "| [a](#mäta) |"
    )
    found = korpus(tmp_path, changes)
    assert _first_link(found.dokument[REPORT_ID].svar[0].lagen[1].kommentar) == "#nämnden/mäta"
    assert _first_link(found.dokument[PLAN_ID].svar[0].indikatorer[0].malvarde) == "#nämnden/mäta"
    assert list(tables(found.dokument[PLAN_ID].kapitel_efter[0].text))
