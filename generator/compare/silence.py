"""What a report does not tell of, though the plan that it follows up promised it."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compare.item import ACROSS, GOAL, MEASURE, PROMISE, Value
from generator.documents.view import AtagandeVy, IndikatorVy, NodVy, View

FIELD = "uppföljning"
NOT_TOLD = "redovisas inte"

Silent = frozenset[tuple[str, str]]
"""Roles and ids."""


def silent_in(view: View) -> Silent:
    """Return what a report is silent on: a goal, or else the åtaganden and indikatorer of one.

    A report prints all that its plan holds, so what it has forgotten is there, without a word of how it went.
    """
    if not view.dokument.foljer_upp:
        return frozenset()
    return frozenset(found for nod in view.rotnoder for found in _of_goal(nod))


def value(role: str, id_: str, silent: Silent) -> Value:
    """Return whether it is followed up; compared between a report and a document of another kind alone."""
    return Value(FIELD, NOT_TOLD if (role, id_) in silent else "", ACROSS)


def _of_goal(nod: NodVy) -> Iterator[tuple[str, str]]:
    if nod.utelamnad:
        return
    if _is_silent(nod):
        yield GOAL, nod.id
        return
    yield from ((PROMISE, a.id) for a in nod.ataganden if not _is_told(a))
    yield from ((MEASURE, i.id) for i in nod.indikatorer if not _is_measured(i))
    for below in nod.barn:
        yield from _of_goal(below)


def _is_silent(nod: NodVy) -> bool:
    """Tell whether nothing is said of a goal and what is below it, and there is something to say."""
    if nod.utelamnad or nod.egen_text or nod.maluppfyllelse.bedomd or nod.prognos:
        return False
    said = (*map(_is_told, nod.ataganden), *map(_is_measured, nod.indikatorer))
    is_promised = bool(nod.bedoms or said or nod.barn)
    orders = (uppdrag.status or uppdrag.kommentar for uppdrag in nod.uppdrag)
    return is_promised and not any(said) and not any(orders) and all(map(_is_silent, nod.barn))


def _is_told(atagande: AtagandeVy) -> bool:
    return bool(atagande.status or atagande.kommentar)


def _is_measured(indikator: IndikatorVy) -> bool:
    said = (indikator.utfall, indikator.matt, indikator.bedomning, indikator.kommentar)
    return any(map(bool, said))
