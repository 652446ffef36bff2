"""A text of several paragraphs: what is told of it is which of them changed, came, went or moved."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.compare.as_json import changes_data
from generator.compare.as_text import changes_as_text
from generator.compare.board import board
from generator.compare.change import Change
from generator.compare.items import item_changes
from generator.compare.parts import part_changes
from generator.compare.plain import PARAGRAPH, Part, joined
from generator.documents.view import View
from generator.domain.fras import Text
from generator.domain.prosa import ListBlock, Paragraph, Prosa
from tests.support import view_edits as edit
from tests.support.view_edits import REGIONPLAN, prose, view

FIRST = "Nämnden svarar för att alla får svar på sina frågor inom tio dagar."
SECOND = "Under året öppnar två nya mottagningar i länets västra delar."
THIRD = "Uppföljningen lämnas till fullmäktige i maj och i oktober."
OTHER = "Barn och unga reser gratis med buss hela sommarlovet."
TEXTS = (
    FIRST, SECOND, THIRD, OTHER,
    FIRST.replace("tio", "sju"), SECOND.replace("två nya", "tre"), f"{THIRD} {OTHER}",
    "Resor", "Vård", "Resor och vård", "a", "",
)  # fmt: skip


def points(*texts: str) -> Prosa:
    return Prosa((ListBlock(False, tuple((Paragraph((Text(t),)),) for t in texts)),))


def reworded(old: Prosa, new: Prosa) -> tuple[View, View, tuple[Change, ...]]:
    """Return two regionplaner whose introductions these are, and what changed."""
    base = view(REGIONPLAN)

    def with_text(text: Prosa) -> View:
        return edit.chapters(base, lambda k: replace(k, text=text) if k.id == "inledning" else k)

    before, after = with_text(old), with_text(new)
    return before, after, item_changes(before, after)


def lines(old: Prosa, new: Prosa) -> list[str]:
    return changes_as_text(reworded(old, new)[2]).splitlines()


def test_each_paragraph_is_told_by_itself() -> None:
    old = prose(FIRST, SECOND, THIRD)
    new = prose(FIRST.replace("tio", "sju"), OTHER, THIRD)
    assert lines(old, new) == [
        "1 stycke tillkommer, 1 stycke utgår, 1 formulering ändras",
        "",
        "Inledning",
        "  ~ text: … svar på sina frågor inom [−tio−] [+sju+] dagar.",
        f"  − stycke ”{SECOND}”",
        f"  + stycke ”{OTHER}”",
    ]


def test_a_point_of_a_list_is_called_so() -> None:
    assert lines(points("Resor", "Vård"), points("Resor", "Tandvård", "Vård"))[3:] == ["  + punkt ”Tandvård”"]


def test_a_paragraph_that_stands_elsewhere_says_so() -> None:
    said = lines(prose(FIRST, SECOND, THIRD), prose(SECOND, THIRD, FIRST))
    assert said[0] == "1 stycke flyttas"
    assert said[3:] == [f"  → stycke på annan plats ”{FIRST}”"]


def test_a_text_of_which_nothing_is_left_is_one_change() -> None:
    (said,) = lines(prose(FIRST, SECOND), prose(OTHER))[3:]
    assert said == f"  ~ text: {FIRST} Under året öppnar två nya mottagningar i länets … → {OTHER}"


def test_a_text_that_comes_or_goes_is_one_change() -> None:
    _, _, (change,) = reworded(Prosa(), prose(FIRST, SECOND))
    assert (change.change, change.part, change.new) == ("changed", "", f"{FIRST}{PARAGRAPH}{SECOND}")


def test_whose_text_it_is_is_told_of_what_has_no_heading() -> None:
    base = view(REGIONPLAN)
    goal = next(nod for nod in base.noder if nod.uppdrag)

    def plan(*texts: str) -> View:
        first, *rest = goal.uppdrag
        return edit.goal(base, goal.id, uppdrag=(replace(first, text=prose(*texts)), *rest))

    said = changes_as_text(item_changes(plan(FIRST), plan(FIRST, OTHER)))
    assert f"  + uppdrag ”{FIRST} Barn och unga reser …”, stycke ”{OTHER}”" in said
    again = changes_as_text(item_changes(plan(FIRST, SECOND), plan(FIRST, SECOND.replace("två", "tre"))))
    assert "öppnar" in again
    assert "text: Under året öppnar [−två−] [+tre+] nya mottagningar" in again


def test_the_programs_are_told_which_part() -> None:
    _, _, changes = reworded(prose(FIRST, SECOND), prose(FIRST))
    (told,) = changes_data(changes)["changes"]
    assert (told["change"], told["field"], told["part"], told["old"]) == ("removed", "text", "stycke", SECOND)


def test_the_board_is_told_in_one_sentence() -> None:
    old, new, changes = reworded(
        prose(FIRST, SECOND, THIRD), prose(FIRST.replace("tio", "sju"), OTHER, THIRD)
    )
    sheet = board(old, new, changes)
    assert sheet.ovrigt == ("Ny lydelse i ”Inledning” (3 stycken).",)
    assert sheet.fler == 0
    assert board(old, new, changes[:1]).ovrigt == ("Ny lydelse i ”Inledning” (1 stycke).",)


@pytest.mark.parametrize("count", [1, 200])
def test_a_paragraph_more_is_one_change_however_long_the_text(count: int) -> None:
    many = [f"{FIRST} Det är stycke {n}." for n in range(count)]
    _, _, changes = reworded(prose(*many), prose(*many, OTHER))
    assert [(c.change, c.new) for c in changes] == [("added", OTHER)]


texts = st.lists(st.builds(Part, st.sampled_from(("stycke", "punkt")), st.sampled_from(TEXTS)), max_size=7)


def _changes(old: list[Part], new: list[Part]) -> list[Change]:
    told = Change("x", "kapitel", "changed", "text", joined(old), joined(new), ())
    return list(part_changes(old, new, told))


@settings(max_examples=150, deadline=None)
@given(texts, texts)
def test_the_changes_of_a_text_mirror_those_the_other_way(old: list[Part], new: list[Part]) -> None:
    turned = {"added": "removed", "removed": "added"}
    there = Counter((c.change, c.old, c.new) for c in _changes(old, new))
    back = Counter((turned.get(c.change, c.change), c.new, c.old) for c in _changes(new, old))
    assert there == back


@settings(max_examples=150, deadline=None)
@given(texts, texts)
def test_taking_what_is_gone_and_adding_what_came_gives_the_new_text(
    old: list[Part], new: list[Part]
) -> None:
    found = _changes(old, new)
    left = Counter(p.text for p in old)
    left.subtract(c.old for c in found if c.change in ("removed", "changed"))
    left.update(c.new for c in found if c.change in ("added", "changed"))
    if all(c.part for c in found):
        assert +left == Counter(p.text for p in new)
