"""A plan and the report that follows it up: what the report has otherwise, or does not have at all."""

from __future__ import annotations

from dataclasses import replace

from generator.compare.as_text import changes_as_text
from generator.compare.board import board
from generator.compare.items import item_changes
from generator.documents.view import AtagandeVy, BedomningVy, IndikatorVy, NodVy, View
from generator.domain.fras import Phrase
from generator.domain.prosa import Prosa
from tests.support import view_edits as edit
from tests.support.view_edits import PLAN, REPORT, phrase, prose, view

GOAL, AREA = "attraktivt-blekinge", "bilden-av-blekinge"
PLACE = "Invånare och samhälle › Ett attraktivt Blekinge"


def lines(new: View, old: View | None = None) -> list[str]:
    return changes_as_text(item_changes(old or view(PLAN), new)).splitlines()


def unanswered(atagande: AtagandeVy) -> AtagandeVy:
    return replace(atagande, status="", kommentar=Phrase())


def unmeasured(indikator: IndikatorVy) -> IndikatorVy:
    nothing = Phrase()
    return replace(indikator, utfall=nothing, matt=nothing, bedomning=BedomningVy(), kommentar=nothing)


def untold(nod: NodVy) -> NodVy:
    """Return a goal as a report prints it that says nothing of it."""
    return replace(
        nod,
        egen_text=Prosa(),
        maluppfyllelse=BedomningVy(),
        ataganden=tuple(map(unanswered, nod.ataganden)),
        indikatorer=tuple(map(unmeasured, nod.indikatorer)),
        uppdrag=tuple(replace(u, status="", kommentar=Phrase()) for u in nod.uppdrag),
        barn=tuple(map(untold, nod.barn)),
    )


def test_a_promise_that_the_report_is_silent_on_is_told() -> None:
    goal = edit.found_goal(view(REPORT), GOAL)
    first, *rest = goal.ataganden
    new = edit.goal(view(REPORT), GOAL, ataganden=(unanswered(first), *rest))
    said = lines(new)
    assert said[0] == "1 åtagande redovisas inte"
    assert said[3].startswith("  ~ åtagande ”bevaka de stora frågor som avgör")
    assert said[3].endswith("” redovisas inte")


def test_a_goal_that_the_report_is_silent_on_is_one_change() -> None:
    new = edit.goals(view(REPORT), lambda nod: untold(nod) if nod.id == AREA else nod)
    title = edit.found_goal(new, AREA).titel
    assert lines(new) == [
        "1 insatsområde redovisas inte",
        "",
        f"{PLACE} › {title}",
        "  ~ redovisas inte",
    ]
    whole = edit.goals(view(REPORT), lambda nod: untold(nod) if nod.id == GOAL else nod)
    assert lines(whole)[0] == "1 inriktningsmål redovisas inte"
    sheet = board(view(PLAN), whole, item_changes(view(PLAN), whole))
    assert sheet.ovrigt == ("Redovisas inte: ”Ett attraktivt Blekinge”.",)


def test_an_indikator_without_an_outcome_is_told_once() -> None:
    goal = edit.found_goal(view(REPORT), GOAL)
    first, *rest = goal.indikatorer
    new = edit.goal(view(REPORT), GOAL, indikatorer=(unmeasured(first), *rest))
    assert lines(new)[3:] == ["  ~ indikator ”Attraktionsindex” redovisas inte"]
    sheet = board(view(PLAN), new, item_changes(view(PLAN), new))
    assert (sheet.varden, sheet.ovrigt) == ((), ("Redovisas inte: ”Attraktionsindex”.",))


def test_what_the_report_leaves_out_with_a_reason_is_told_with_it() -> None:
    new = edit.goal(
        view(REPORT), AREA, utelamnad="Det är en annan nämnds.", uppdrag=(), ataganden=(), indikatorer=()
    )
    assert lines(new)[3:] == ["  ~ tas inte upp, med 1 uppdrag och 1 åtagande: Det är en annan nämnds."]


def test_what_the_report_has_lost_added_or_measures_otherwise_is_told() -> None:
    goal = edit.found_goal(view(REPORT), GOAL)
    first, *rest = goal.ataganden
    other = replace(first, id="nytt", text=prose("ordna en mässa för dem som vill flytta hit."))
    new = edit.goal(view(REPORT), GOAL, ataganden=(*rest, other))
    new = edit.measure(new, "attraktionsindex", malvarde=phrase("60"))
    kinds = [(c.change, c.kind, c.field) for c in item_changes(view(PLAN), new)]
    assert kinds == [
        ("changed", "indikator", "målvärde"),
        ("removed", "åtagande", ""),
        ("added", "åtagande", ""),
    ]


def test_two_versions_of_a_report_tell_the_status_and_no_silence() -> None:
    goal = edit.found_goal(view(REPORT), GOAL)
    first, *rest = goal.ataganden
    new = edit.goal(view(REPORT), GOAL, ataganden=(unanswered(first), *rest))
    fields = [change.field for change in item_changes(view(REPORT), new)]
    assert fields == ["status", "kommentar"]
