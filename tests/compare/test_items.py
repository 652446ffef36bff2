"""What changed between two versions: one cause is one change, in the order of the newer document."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.compare.change import Along, Change
from generator.compare.items import item_changes
from generator.compare.plain import prose_words
from generator.documents.planeringsdirektiv import PlaneringsdirektivVy
from generator.documents.view import BedomningVy, KapitelVy, View
from generator.domain.prosa import Prosa
from tests.support import view_edits as edit
from tests.support.view_edits import DIRECTIVE, PLAN, REGIONPLAN, REPORT, phrase, prose, view

GOAL, AREA = "attraktivt-blekinge", "boendemiljö"
TOP = "Invånare och samhälle"


def _told(change: Change) -> tuple[str, ...]:
    return change.change, change.kind, change.id, change.field


def _only(old: View, new: View) -> Change:
    (change,) = item_changes(old, new)
    return change


@pytest.mark.parametrize("id_", [REGIONPLAN, DIRECTIVE, PLAN, REPORT])
def test_a_document_does_not_differ_from_itself(id_: str) -> None:
    assert item_changes(view(id_), view(id_)) == ()


def test_a_target_that_is_set_higher() -> None:
    new = edit.measure(view(REGIONPLAN), "attraktionsindex", malvarde=phrase("60"))
    change = _only(view(REGIONPLAN), new)
    assert _told(change) == ("changed", "indikator", "attraktionsindex", "målvärde")
    assert (change.old, change.new, change.title) == ("Förbättring", "60", "Attraktionsindex")
    assert change.place == (TOP, "Ett attraktivt Blekinge")


def test_a_dash_is_no_value_and_white_space_no_change() -> None:
    old = edit.measure(view(REGIONPLAN), "attraktionsindex", malvarde=phrase("–"), kalla=phrase("SCB 2 000"))
    source = phrase("SCB  2\N{NO-BREAK SPACE}000")
    new = edit.measure(old, "attraktionsindex", malvarde=phrase(""), kalla=source)
    assert item_changes(old, new) == ()


def test_a_goal_goes_with_all_below_it_as_one_change() -> None:
    change = _only(view(REGIONPLAN), edit.without_goal(view(REGIONPLAN), GOAL))
    assert _told(change) == ("removed", "inriktningsmål", GOAL, "")
    assert change.along == (
        Along("indikator", "indikatorer", 2),
        Along("insatsområde", "insatsområden", 3),
        Along("uppdrag", "uppdrag", 3),
    )
    back = _only(edit.without_goal(view(REGIONPLAN), GOAL), view(REGIONPLAN))
    assert (back.change, back.along, back.new) == ("added", change.along, "Ett attraktivt Blekinge")


def test_what_survives_a_goal_that_goes_is_moved() -> None:
    area = edit.found_goal(view(REGIONPLAN), AREA)
    new = edit.child(edit.without_goal(view(REGIONPLAN), GOAL), "god-tillgänglighet", area)
    removed, moved = item_changes(view(REGIONPLAN), new)
    assert _told(removed) == ("removed", "inriktningsmål", GOAL, "")
    assert Along("insatsområde", "insatsområden", 2) in removed.along
    assert _told(moved) == ("moved", "insatsområde", AREA, "under")
    assert (moved.old, moved.new) == (f"{TOP} › Ett attraktivt Blekinge", f"{TOP} › God tillgänglighet")


def test_another_order_among_siblings_is_one_quiet_change() -> None:
    goal = edit.found_goal(view(REGIONPLAN), GOAL)
    change = _only(view(REGIONPLAN), edit.goal(view(REGIONPLAN), GOAL, barn=goal.barn[::-1]))
    assert _told(change) == ("moved", "insatsområde", GOAL, "ordning")
    assert change.old.split("; ") == change.new.split("; ")[::-1]


def test_the_order_of_the_uppermost_goals_and_of_chapters_is_told_too() -> None:
    old = view(REGIONPLAN)
    new = replace(edit.with_roots(old, old.rotnoder[::-1]), kapitel_fore=old.kapitel_fore[::-1])
    found = {(c.kind, c.field) for c in item_changes(old, new)}
    assert found == {("perspektiv", "ordning"), ("kapitel", "ordning")}


def test_a_list_of_some_goals_that_a_view_also_has_is_no_more_goals() -> None:
    old = view(REPORT)
    assert getattr(old, "bedomda", ()), "verksamhetsberättelsen har en lista över bedömda mål"
    new = edit.goal(old, GOAL, titel=phrase("Ett ännu mer attraktivt Blekinge"))
    assert [c.field for c in item_changes(old, new)] == ["titel"]


def test_a_goal_that_is_left_out_takes_what_it_held_with_it() -> None:
    left = {
        "utelamnad": "Det är trafiknämndens.",
        "uppdrag": (),
        "ataganden": (),
        "indikatorer": (),
        "barn": (),
    }
    new = edit.goal(view(PLAN), GOAL, **left)
    change = _only(view(PLAN), new)
    assert _told(change) == ("changed", "inriktningsmål", GOAL, "utelämnat")
    assert Along("insatsområde", "insatsområden", 3) in change.along
    assert _only(new, view(PLAN)).along == change.along


def test_removed_things_are_told_where_they_stood() -> None:
    old = view(REGIONPLAN)
    new = edit.measure(edit.without_goal(old, AREA), "attraktionsindex", malvarde=phrase("60"))
    new = edit.measure(new, "personcentrering", malvarde=phrase("70"))
    assert [c.id for c in item_changes(old, new)] == ["attraktionsindex", AREA, "personcentrering"]


def test_the_facts_of_two_versions_of_one_document_are_compared() -> None:
    old = view(REGIONPLAN)
    new = edit.cover(old, version="1.1", stadium="Beslutad, ej justerad")
    assert {c.id for c in item_changes(old, new)} == {REGIONPLAN}
    assert [(c.kind, c.field, c.old, c.new) for c in item_changes(old, new)] == [
        ("dokument", "stadium", "Justerad", "Beslutad, ej justerad"),
        ("dokument", "version", "1.0", "1.1"),
    ]


def test_another_years_document_has_a_decision_of_its_own() -> None:
    old = view(PLAN)
    new = edit.cover(
        old,
        id="verksamhetsplan-2020/regionstyrelsen",
        version="7.0",
        stadium="Utkast",
        titel="Verksamhetsplan 2020",
    )
    assert [(c.field, c.new) for c in item_changes(old, new)] == [("titel", "Verksamhetsplan 2020")]


def test_a_report_adds_no_outcomes_to_its_plan() -> None:
    assert item_changes(view(PLAN), view(REPORT)) == ()
    new = edit.measure(view(REPORT), "attraktionsindex", malvarde=phrase("60"), utfall=phrase("59"))
    assert [c.field for c in item_changes(view(PLAN), new)] == ["målvärde"]


def test_outcomes_of_two_versions_of_a_report_are_compared() -> None:
    judged = BedomningVy("uppfyllt", "●", "Uppfyllt påhittat", True)
    new = edit.measure(view(REPORT), "attraktionsindex", utfall=phrase("9"), bedomning=judged)
    assert [c.field for c in item_changes(view(REPORT), new)] == ["utfall", "bedömning"]


def test_what_only_one_kind_of_document_prints_is_not_missing_in_the_other() -> None:
    found = item_changes(view(REGIONPLAN), view(DIRECTIVE))
    assert {c.kind for c in found} == {"tabell"}
    assert {c.id for c in found} == {"uppräkning", "resultatbudget", "budget-per-nämnd"}


def test_an_order_of_the_direktiv_that_goes_to_another_board_is_moved() -> None:
    old = view(DIRECTIVE)
    assert isinstance(old, PlaneringsdirektivVy)
    groups = old.direktivgrupper
    first, second, *rest = groups
    moved = first.direktiv[0]
    changed = [
        replace(first, direktiv=first.direktiv[1:]),
        replace(second, direktiv=(*second.direktiv, moved)),
    ]
    new = replace(old, direktivgrupper=(*changed, *rest))
    change = _only(old, new)
    assert _told(change) == ("moved", "direktiv", moved.id, "under")
    assert (change.old, change.new) == ("Direktiv till samtliga nämnder", "Direktiv till regionstyrelsen")


def test_points_without_an_id_are_points_of_their_direktiv() -> None:
    old = view(DIRECTIVE)
    assert isinstance(old, PlaneringsdirektivVy)
    groups = old.direktivgrupper
    whole = next(d for g in groups for d in g.direktiv if d.punkter)
    shorter = replace(whole, punkter=whole.punkter[1:])
    made = [replace(g, direktiv=tuple(shorter if d is whole else d for d in g.direktiv)) for g in groups]
    change = _only(old, replace(old, direktivgrupper=tuple(made)))
    assert _told(change) == ("removed", "direktiv", whole.id, "punkter")
    assert (change.part, change.new) == ("punkt", "")
    assert change.old == prose_words(whole.punkter[0].text)


def test_a_chapter_is_reworded_renamed_moved_or_gone() -> None:
    old = view(REGIONPLAN)
    kept = {k.id: k for k in (*old.kapitel_fore, *old.kapitel_efter)}
    reworded = replace(kept["inledning"], text=prose("Planen är ny."))
    before = tuple(reworded if k.id == "inledning" else k for k in old.kapitel_fore)
    after = tuple(k for k in old.kapitel_efter if k.id not in ("investeringsplan", "uppföljning"))
    new = replace(old, kapitel_fore=before, kapitel_efter=after, bilagor=(kept["uppföljning"],))
    assert [_told(c) for c in item_changes(old, new)] == [
        ("changed", "kapitel", "inledning", "text"),
        ("removed", "kapitel", "investeringsplan", ""),
        ("moved", "kapitel", "uppföljning", "under"),
    ]


def test_a_chapter_of_another_year_is_found_by_its_title_without_the_year() -> None:
    old = view(DIRECTIVE)

    def later(kapitel: KapitelVy) -> KapitelVy:
        if kapitel.id != "budget-2020-2022":
            return kapitel
        return replace(kapitel, id="budget-2021-2023", titel=phrase("Budget 2021–2023"))

    assert [_told(c) for c in item_changes(old, edit.chapters(old, later))] == [
        ("changed", "kapitel", "budget-2021-2023", "titel")
    ]


def test_two_things_with_one_id_are_told_apart_by_their_order() -> None:
    twice = edit.child(view(REGIONPLAN), GOAL, edit.found_goal(view(REGIONPLAN), AREA))
    assert item_changes(twice, twice) == ()
    assert [_told(c) for c in item_changes(view(REGIONPLAN), twice)] == [("added", "insatsområde", AREA, "")]


def test_a_text_that_is_gone_is_a_change_of_the_text() -> None:
    change = _only(view(REGIONPLAN), edit.goal(view(REGIONPLAN), AREA, text=Prosa()))
    assert (change.field, change.new) == ("text", "")
    assert change.old.startswith("Den som väljer var hon")
