"""A law: what changed from one version to another is what changed back, turned round."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.compare.change import Change
from generator.compare.items import item_changes
from generator.compare.successors import turned_round
from generator.documents.goals import in_order
from generator.documents.view import View
from generator.domain.belopp import Belopp
from generator.domain.prosa import tables
from tests.support import view_edits as edit
from tests.support.view_edits import DIRECTIVE, PLAN, REGIONPLAN, REPORT, phrase, prose, view

Successors = dict[str, tuple[str, ...]]
Edit = Callable[[View, Successors], View]
TURNED = {"added": "removed", "removed": "added"}
BASES = (REGIONPLAN, DIRECTIVE, PLAN, REPORT)
WORDS = st.sampled_from(
    ("Nära vård", "Fler resor", "", ">85 %", "1 250,0", "Ett levande Blekinge", "i år  igen")
)


def _one_of(draw: st.DrawFn, found: Any) -> Any:
    return draw(st.sampled_from(list(found)))


def _goal_edits(draw: st.DrawFn, view_: View) -> Edit:
    ids = [nod.id for nod in view_.noder]
    id_, other, words = _one_of(draw, ids), _one_of(draw, ids), draw(WORDS)
    match draw(st.integers(0, 8)):
        case 0:
            return lambda v, _: edit.goal(v, id_, titel=phrase(words), text=prose(words, "Ett stycke till."))
        case 1:
            return lambda v, _: edit.goal(v, id_, utelamnad=words, uppdrag=(), ataganden=(), barn=())
        case 2:
            return lambda v, _: edit.without_goal(v, id_)
        case 3:
            return lambda v, _: edit.goals(
                v,
                lambda n: replace(
                    n, barn=n.barn[::-1], uppdrag=n.uppdrag[1:], indikatorer=n.indikatorer[::-1]
                ),
            )
        case 4:
            return lambda v, _: _moved(v, id_, other)
        case 5:
            return lambda v, s: _succeeded(v, s, id_, (f"{id_}-ny",))
        case 6:
            return lambda v, s: _succeeded(v, s, id_, (f"{id_}-a", f"{id_}-b"))
        case 7:
            return lambda v, s: _merged(v, s, id_, other)
        case _:
            return lambda v, _: edit.goal(v, id_, uppdrag=(), egen_text=prose(words), beslutad_av=words)


def _moved(view_: View, id_: str, to: str) -> View:
    nod = next((n for n in view_.noder if n.id == id_), None)
    if nod is None or to == id_ or any(n.id == to for n in in_order((nod,))):
        return view_
    return edit.child(edit.without_goal(view_, id_), to, nod)


def _succeeded(view_: View, successors: Successors, id_: str, to: tuple[str, ...]) -> View:
    successors[id_] = to
    nod = next((n for n in view_.noder if n.id == id_), None)
    if nod is None:
        return view_
    made = [replace(nod, id=each, barn=nod.barn if each == to[0] else (), uppdrag=()) for each in to]

    def split(n: Any) -> Any:
        below = tuple(m for b in n.barn for m in (made if b.id == id_ else [b]))
        return replace(n, barn=below)

    roots = tuple(m for r in view_.rotnoder for m in (made if r.id == id_ else [r]))
    return edit.goals(edit.with_roots(view_, roots), split)


def _merged(view_: View, successors: Successors, id_: str, into: str) -> View:
    if id_ == into:
        return view_
    successors[id_] = (into,)
    return edit.without_goal(view_, id_)


def _measure_edits(draw: st.DrawFn, view_: View) -> Edit:
    ids = [i.id for nod in view_.noder for i in nod.indikatorer] or [""]
    id_, words = _one_of(draw, ids), draw(WORDS)
    name = _one_of(draw, ("malvarde", "ingangsvarde", "frekvens", "kalla", "utfall", "namn"))
    return lambda v, _: edit.measure(v, id_, **{name: phrase(words)})


def _table_edits(draw: st.DrawFn, view_: View) -> Edit:
    chapters = (*view_.kapitel_fore, *view_.kapitel_efter, *view_.bilagor)
    found = [t for k in chapters for t in tables(k.text) if t.rader]
    if not found:
        return lambda v, _: v
    tabell = _one_of(draw, found)
    number, by = draw(st.integers(0, len(tabell.rader) - 1)), draw(st.integers(-90, 90))
    match draw(st.integers(0, 6)):
        case 0:
            made = replace(tabell, rader=(*tabell.rader[:number], *tabell.rader[number + 1 :]))
        case 1:
            made = replace(tabell, rader=tabell.rader[::-1])
        case 2:
            rader = tuple(replace(r, celler=r.celler[:-1]) for r in tabell.rader)
            made = replace(tabell, rader=rader, kolumner=tabell.kolumner[:-1])
        case 3:
            made = replace(
                tabell, argang="en annan", tecken=_one_of(draw, (tabell.tecken, "överskott positivt"))
            )
        case 4:
            made = replace(tabell, enhet=_one_of(draw, ("tkr", "mnkr", "%", "")))
        case 5:
            made = replace(tabell, rader=tuple(replace(r, id="") for r in tabell.rader))
        case _:
            cells = tuple(
                replace(c, value=c.value + by) if isinstance(c, Belopp) else c
                for c in tabell.rader[number].celler
            )
            changed = replace(tabell.rader[number], celler=cells)
            made = replace(tabell, rader=(*tabell.rader[:number], changed, *tabell.rader[number + 1 :]))
    return lambda v, _: edit.table(v, tabell.id, lambda _: made)


def _other_edits(draw: st.DrawFn, view_: View) -> Edit:
    chapter, words = _one_of(draw, [k.id for k in view_.kapitel_fore] or [""]), draw(WORDS)
    match draw(st.integers(0, 4)):
        case 4:
            return lambda v, _: _next_years(v, words)
        case 0:
            return lambda v, _: edit.chapters(v, lambda k: None if k.id == chapter else k)
        case 1:
            return lambda v, _: edit.chapters(
                v, lambda k: replace(k, titel=phrase(words), id=words) if k.id == chapter else k
            )
        case 2:
            return lambda v, _: replace(v, kapitel_fore=v.kapitel_efter, kapitel_efter=v.kapitel_fore)
        case _:
            return lambda v, _: edit.cover(v, stadium=words, version=words, titel=words)


def _next_years(view_: View, words: str) -> View:
    """Return another year's document, in which the åtaganden have new ids and some new words."""
    later = edit.cover(view_, id="nästa-år", period="2030")

    def anew(n: Any) -> Any:
        made = [replace(a, id=f"{a.id}-ny") for a in n.ataganden]
        if made and words:
            made[0] = replace(made[0], text=prose(words))
        return replace(n, ataganden=tuple(made[::-1]))

    return edit.goals(later, anew)


@st.composite
def edited(draw: st.DrawFn) -> tuple[View, View, Successors]:
    """Draw a document of the example, and it or another with some things edited; and what replaced what."""
    first = view(draw(st.sampled_from(BASES)))
    second = draw(st.sampled_from((first, first, first, *map(view, BASES))))
    successors: Successors = {}
    for _ in range(draw(st.integers(0, 5))):
        kinds = [_table_edits, _other_edits]
        if second.noder:
            kinds += [_goal_edits, _goal_edits, _measure_edits]
        second = _one_of(draw, kinds)(draw, second)(second, successors)
    return first, second, successors


def _seen(change: Change, *, turned: bool) -> tuple[Any, ...]:
    """Return what a change says whichever way it is told: who it is called by, and where, may differ."""
    values = [
        (change.old, change.old_ids, change.vintages[0]),
        (change.new, change.new_ids, change.vintages[1]),
    ]
    what, difference = change.change, change.difference
    if turned:
        values.reverse()
        what = TURNED.get(what, what)  # type: ignore[assignment]
        difference = -difference if difference is not None else None
    along = frozenset((a.kind, a.number) for a in change.along)
    is_row = change.field == "rad" or not change.field
    return what, change.field, *values, difference, change.follows, along, change.unit if is_row else ""


@settings(max_examples=40, deadline=None)
@given(edited())
def test_the_changes_mirror_those_the_other_way(case: tuple[View, View, Successors]) -> None:
    old, new, successors = case
    there = item_changes(old, new, successors)
    back = item_changes(new, old, turned_round(successors))
    assert Counter(_seen(c, turned=False) for c in there) == Counter(_seen(c, turned=True) for c in back)


@settings(max_examples=15, deadline=None)
@given(edited())
def test_nothing_differs_from_itself(case: tuple[View, View, Successors]) -> None:
    assert item_changes(case[1], case[1]) == ()
    assert item_changes(case[1], case[1], case[2]) == ()
