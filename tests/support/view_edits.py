"""Views of the example, and edits of them as people make them: one thing at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any, TypeVar

from generator.content import read_corpus
from generator.documents.goals import in_order
from generator.documents.kind import kinds
from generator.documents.view import IndikatorVy, KapitelVy, NodVy, View
from generator.domain.fras import Phrase, Text
from generator.domain.korpus import Korpus
from generator.domain.prosa import Paragraph, Prosa, TableBlock
from generator.domain.tabell import Tabell
from tests.conftest import BLEKINGE

T = TypeVar("T")

REGIONPLAN, DIRECTIVE = "regionplan-2019-2021", "planeringsdirektiv-2020"
PLAN, REPORT = "verksamhetsplan-2019/regionstyrelsen", "verksamhetsberättelse-2019/regionstyrelsen"


@cache
def blekinge() -> Korpus:
    """Return the whole of the example."""
    korpus = read_corpus(BLEKINGE).korpus
    assert korpus is not None
    return korpus


@cache
def view(id_: str) -> View:
    """Return the view of a document of the example."""
    dokument = blekinge().dokument[id_]
    return kinds()[dokument.slag].build(blekinge(), dokument)


def prose(*paragraphs: str) -> Prosa:
    return Prosa(tuple(Paragraph((Text(text),)) for text in paragraphs))


def phrase(text: str) -> Phrase:
    return Phrase.of(text)


def with_roots(of: View, roots: tuple[NodVy, ...]) -> View:
    """Return the view with other goals, in every list of them that it has."""
    return replace(of, rotnoder=roots, noder=tuple(in_order(roots)))


def goals(of: View, edit: Callable[[NodVy], NodVy | None]) -> View:
    """Return the view with every goal edited, the lowest first; None takes it away with all below it."""

    def edited(noder: tuple[NodVy, ...]) -> tuple[NodVy, ...]:
        found = (edit(replace(nod, barn=edited(nod.barn))) for nod in noder)
        return tuple(nod for nod in found if nod is not None)

    return with_roots(of, edited(of.rotnoder))


def goal(of: View, id_: str, **fields: Any) -> View:
    """Return the view with some fields of one goal changed."""
    return goals(of, lambda nod: replace(nod, **fields) if nod.id == id_ else nod)


def without_goal(of: View, id_: str) -> View:
    return goals(of, lambda nod: None if nod.id == id_ else nod)


def found_goal(of: View, id_: str) -> NodVy:
    return next(nod for nod in of.noder if nod.id == id_)


def child(of: View, parent: str, nod: NodVy) -> View:
    """Return the view with one goal more, last below another."""
    return goals(of, lambda n: replace(n, barn=(*n.barn, nod)) if n.id == parent else n)


def measure(of: View, id_: str, **fields: Any) -> View:
    """Return the view with some fields of an indikator changed."""

    def edit(indikator: IndikatorVy) -> IndikatorVy:
        return replace(indikator, **fields) if indikator.id == id_ else indikator

    return goals(of, lambda nod: replace(nod, indikatorer=tuple(map(edit, nod.indikatorer))))


def chapters(of: View, edit: Callable[[KapitelVy], KapitelVy | None]) -> View:
    """Return the view with every chapter edited; None takes it away."""

    def edited(found: tuple[KapitelVy, ...]) -> tuple[KapitelVy, ...]:
        return tuple(k for k in map(edit, found) if k is not None)

    before, after, bilagor = map(edited, (of.kapitel_fore, of.kapitel_efter, of.bilagor))
    return replace(of, kapitel_fore=before, kapitel_efter=after, bilagor=bilagor)


def tables(of: View, edit: Callable[[Tabell], Tabell | None]) -> View:
    """Return the view with every table of a chapter edited; None takes it away."""

    def block(each: Any) -> Any:
        if not isinstance(each, TableBlock):
            return each
        made = edit(each.tabell)
        return None if made is None else TableBlock(made)

    def chapter(kapitel: KapitelVy) -> KapitelVy:
        blocks = (block(each) for each in kapitel.text.content)
        return replace(kapitel, text=replace(kapitel.text, content=tuple(b for b in blocks if b is not None)))

    return chapters(of, chapter)


def table(of: View, id_: str, edit: Callable[[Tabell], Tabell | None]) -> View:
    return tables(of, lambda tabell: edit(tabell) if tabell.id == id_ else tabell)


def cover(of: View, **fields: Any) -> View:
    return replace(of, dokument=replace(of.dokument, **fields))
