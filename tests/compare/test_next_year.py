"""Last year's plan and this year's: what was decided anew has new ids, and years are not news."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from generator.compare.as_text import changes_as_text
from generator.compare.change import Change
from generator.compare.items import item_changes
from generator.compare.scope import not_compared
from generator.documents.view import AtagandeVy, View
from generator.domain.tabell import Tabell
from tests.support import view_edits as edit
from tests.support.view_edits import PLAN, phrase, prose, view

GOAL = "attraktivt-blekinge"
LATER = "verksamhetsplan-2020/regionstyrelsen"


def promises(of: View, made: Callable[[AtagandeVy], AtagandeVy | None]) -> View:
    """Return the view with every åtagande made anew; None is taken away."""

    def edited(found: tuple[AtagandeVy, ...]) -> tuple[AtagandeVy, ...]:
        return tuple(each for each in map(made, found) if each is not None)

    return edit.goals(of, lambda nod: replace(nod, ataganden=edited(nod.ataganden)))


def next_year(**fields: str) -> View:
    """Return the plan as next year's: another document, and every åtagande with an id of its own."""
    cover = edit.cover(view(PLAN), id=LATER, titel="Verksamhetsplan 2020", period="2020", **fields)
    return promises(cover, lambda a: replace(a, id=f"{a.id}-2020"))


def reworded(of: View, id_: str, text: str) -> View:
    return promises(of, lambda a: replace(a, text=prose(text)) if a.id == id_ else a)


def told(change: Change) -> tuple[str, str, str]:
    return change.change, change.kind, change.field


def first_promise() -> AtagandeVy:
    return edit.found_goal(view(PLAN), GOAL).ataganden[0]


def test_a_plan_that_is_taken_again_differs_in_nothing() -> None:
    assert item_changes(view(PLAN), next_year()) == ()


def test_in_versions_of_one_document_a_new_id_is_a_new_thing() -> None:
    first = first_promise()
    new = promises(view(PLAN), lambda a: replace(a, id="nytt") if a.id == first.id else a)
    assert [told(c) for c in item_changes(view(PLAN), new)] == [
        ("removed", "åtagande", ""),
        ("added", "åtagande", ""),
    ]


def test_what_was_reworded_dropped_and_added_is_told_as_that() -> None:
    first, second, *_ = edit.found_goal(view(PLAN), GOAL).ataganden
    text = "bevaka de stora frågor som avgör hur regionen kan växa, och väga in dem i sina beslut i tid."
    new = reworded(next_year(), f"{first.id}-2020", text)
    new = promises(new, lambda a: None if a.id == f"{second.id}-2020" else a)
    other = replace(first, id="nytt", text=prose("ordna en mässa för alla som vill flytta hit."))
    goal = edit.found_goal(new, GOAL)
    new = edit.goal(new, GOAL, ataganden=(*goal.ataganden, other))
    found = item_changes(view(PLAN), new)
    assert {told(c) for c in found} == {
        ("changed", "åtagande", "text"),
        ("removed", "åtagande", ""),
        ("added", "åtagande", ""),
    }
    assert len(found) == 3
    mirrored = {(c.change, c.old, c.new) for c in item_changes(new, view(PLAN))}
    turned = {"added": "removed", "removed": "added"}
    assert mirrored == {(turned.get(c.change, c.change), c.new, c.old) for c in found}


def test_a_year_in_an_atagande_is_a_change_of_its_words() -> None:
    first = first_promise()
    texts = [f"under {year} bevaka de stora frågorna" for year in (2019, 2020)]
    old = reworded(view(PLAN), first.id, texts[0])
    (change,) = item_changes(old, reworded(next_year(), f"{first.id}-2020", texts[1]))
    assert (change.field, change.old, change.new) == ("text", *texts)


def _titled(of: View, title: str) -> View:
    def edited(tabell: Tabell) -> Tabell:
        return replace(tabell, titel=title) if tabell.id == "budget-regionstaben" else tabell

    return edit.tables(of, edited)


@pytest.mark.parametrize(("title", "count"), [("Budget 2020–2022", 0), ("Ramar 2020–2022", 1)])
def test_other_years_in_a_heading_are_no_change_and_other_words_are(title: str, count: int) -> None:
    old, new = _titled(view(PLAN), "Budget 2019–2021"), _titled(next_year(), title)
    assert len(item_changes(old, new)) == count
    same_year = edit.cover(new, period=view(PLAN).dokument.period, titel=view(PLAN).dokument.titel)
    assert len(item_changes(old, same_year)) == 1


def test_that_years_are_not_told_is_told() -> None:
    *_, last = not_compared(view(PLAN), next_year())
    assert last == "De gäller olika år, så andra årtal i rubrikerna räknas inte som ändringar."
    assert changes_as_text((), not_compared(view(PLAN), next_year())).startswith("Inga skillnader")


def test_a_goal_that_took_the_place_of_another_is_one_change() -> None:
    new = edit.goal(next_year(), GOAL, id="nytt", titel=phrase("Ett levande Blekinge"))
    (change,) = item_changes(view(PLAN), new, {GOAL: ("nytt",)})
    assert (change.field, change.old, change.new) == (
        "ersatt av",
        "Ett attraktivt Blekinge",
        "Ett levande Blekinge",
    )
