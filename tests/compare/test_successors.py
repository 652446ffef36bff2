"""What was renamed, divided or merged is told as that, not as gone and come."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.compare.change import Change
from generator.compare.items import item_changes
from generator.compare.successors import successors_of, turned_round
from generator.documents.view import View
from generator.domain.datum import Giltighet
from generator.domain.korpus import Korpus
from generator.domain.organisation import Namn, Organ
from tests.organisations import small
from tests.support import view_edits as edit
from tests.support.view_edits import REGIONPLAN, phrase, view

GOAL, AREA = "attraktivt-blekinge", "boendemiljö"
FIRST, SECOND = "bilden-av-blekinge", "varumärket"


def _told(change: Change) -> tuple[str, ...]:
    return change.change, change.kind, change.id, change.field


def test_a_goal_with_a_new_id_is_the_goal_that_replaced_it() -> None:
    new = edit.goal(view(REGIONPLAN), GOAL, id="levande-blekinge", titel=phrase("Ett levande Blekinge"))
    found = item_changes(view(REGIONPLAN), new, {GOAL: ("levande-blekinge",)})
    assert [_told(c) for c in found] == [("changed", "inriktningsmål", "levande-blekinge", "ersatt av")]
    assert (found[0].old, found[0].new) == ("Ett attraktivt Blekinge", "Ett levande Blekinge")
    assert (found[0].old_ids, found[0].new_ids) == ((GOAL,), ("levande-blekinge",))
    assert {c.change for c in item_changes(view(REGIONPLAN), new)} == {"added", "removed", "moved"}


def test_successors_are_followed_in_turn_and_a_ring_ends() -> None:
    new = edit.goal(view(REGIONPLAN), AREA, id="c")
    found = item_changes(view(REGIONPLAN), new, {AREA: ("b",), "b": ("c", AREA), "c": ("b",)})
    assert [_told(c) for c in found] == [("changed", "insatsområde", "c", "ersatt av")]


def test_one_that_was_divided() -> None:
    area = edit.found_goal(view(REGIONPLAN), AREA)
    half = replace(area, id="service", titel=phrase("Service"), uppdrag=())
    old = edit.goal(view(REGIONPLAN), AREA, uppdrag=())
    new = edit.child(edit.goal(old, AREA, id="boende", titel=phrase("Boende")), GOAL, half)
    (change,) = item_changes(old, new, {AREA: ("boende", "service")})
    assert (change.change, change.field, change.id) == ("changed", "ersatt av", AREA)
    assert (change.new, change.new_ids) == ("”Boende” och ”Service”", ("boende", "service"))


def test_some_that_were_merged_and_their_uppdrag_have_not_moved() -> None:
    merged = replace(
        edit.found_goal(view(REGIONPLAN), FIRST),
        id="bild",
        uppdrag=(
            *edit.found_goal(view(REGIONPLAN), FIRST).uppdrag,
            *edit.found_goal(view(REGIONPLAN), SECOND).uppdrag,
        ),
    )
    without = edit.without_goal(edit.without_goal(view(REGIONPLAN), FIRST), SECOND)
    new = edit.child(without, GOAL, merged)
    (change,) = item_changes(view(REGIONPLAN), new, {FIRST: ("bild",), SECOND: ("bild",)})
    assert (change.field, change.id, change.old_ids) == ("ersatt av", "bild", (FIRST, SECOND))


def test_one_that_went_into_another_that_was_there_before() -> None:
    new = edit.without_goal(view(REGIONPLAN), SECOND)
    found = item_changes(view(REGIONPLAN), new, {SECOND: (FIRST,)})
    assert [_told(c) for c in found] == [
        ("changed", "insatsområde", FIRST, "ersatt av"),
        ("removed", "uppdrag", "samordna-kommunikation", ""),
    ]


def test_a_successor_that_is_not_in_the_document_is_none() -> None:
    new = edit.without_goal(view(REGIONPLAN), SECOND)
    (change,) = item_changes(view(REGIONPLAN), new, {SECOND: ("någon annanstans",)})
    assert change.change == "removed"


def test_what_is_a_bodys_own_follows_the_body() -> None:
    own = replace(edit.found_goal(view(REGIONPLAN), AREA), id="landstinget/eget", uppdrag=())
    old = edit.child(view(REGIONPLAN), GOAL, own)
    new = edit.child(view(REGIONPLAN), GOAL, replace(own, id="regionen/eget"))
    (change,) = item_changes(old, new, {"landstinget": ("regionen",)})
    assert (change.field, change.id) == ("ersatt av", "regionen/eget")


def test_a_body_that_only_has_another_name_changes_nothing() -> None:
    def decided(of: View, by: str) -> View:
        return edit.goals(of, lambda nod: replace(nod, beslutad_av=by))

    old = decided(view(REGIONPLAN), "Landstingsfullmäktige")
    new = decided(view(REGIONPLAN), "Regionfullmäktige")
    assert item_changes(old, new, successors_of(edit.blekinge())) == ()
    assert {c.field for c in item_changes(old, new)} == {"beslutad av"}
    two = {"Landstingsfullmäktige": ("Regionfullmäktige", "Kommunfullmäktige")}
    assert {c.field for c in item_changes(old, new, two)} == {"beslutad av"}


def test_the_mapping_of_an_organisation(tmp_path: Path) -> None:
    korpus = small.korpus(tmp_path)
    nod = replace(korpus.noder[0], efterfoljare=("ny-hälsa", "omsorg"))
    early, late = Namn("Landstinget", Giltighet(end=None)), Namn("Samverkan", Giltighet())
    organ = {
        "a": Organ("a", "nämnd", (Namn("Vårdnämnden"), early), efterfoljare=("b", "borta")),
        "b": Organ("b", "nämnd", (Namn("Omsorgsnämnden"), late)),
    }
    organisation = replace(korpus.organisation, organ=organ)
    made: Korpus = replace(korpus, noder=(nod, *korpus.noder[1:]), organisation=organisation)
    found = successors_of(made)
    assert found == {
        "hälsa": ("ny-hälsa", "omsorg"),
        "Landstinget": ("Vårdnämnden",),
        "a": ("b",),
        "Vårdnämnden": ("Samverkan",),
        "Samverkan": ("Omsorgsnämnden",),
    }
    assert turned_round(found)["omsorg"] == ("hälsa",)
