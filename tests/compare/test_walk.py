"""What a view holds is found by its type, whatever the kind of document calls its fields."""

from __future__ import annotations

from dataclasses import dataclass

from generator.compare.item import CHAPTER, GOAL, MEASURE
from generator.compare.walk import items_of
from generator.documents.view import IndikatorVy, KapitelVy, NodVy, View
from tests.support.view_edits import REGIONPLAN, phrase, prose, view


@dataclass(frozen=True, slots=True)
class _DelarsrapportVy(View):
    """A kind of document that nobody has written yet."""

    lagesbild: KapitelVy
    avvikande: tuple[NodVy, ...]
    nyckelindikatorer: tuple[IndikatorVy, ...]
    raknat: int


def test_a_kind_that_is_new_is_walked_too() -> None:
    known = view(REGIONPLAN)
    indikator = known.noder[1].indikatorer[0]
    later = _DelarsrapportVy(
        known.dokument,
        known.styrmodell,
        known.kapitel_fore,
        known.noder,
        known.rotnoder,
        known.kapitel_efter,
        known.indikatorgrupper,
        lagesbild=KapitelVy("läget", phrase("Läget"), prose("Det går bra.")),
        avvikande=known.noder[:3],
        nyckelindikatorer=(indikator,),
        raknat=3,
        indikatorkapitel=known.indikatorkapitel,
        andringar=known.andringar,
        bilagor=known.bilagor,
    )
    found, before = items_of(later).all, items_of(known).all
    assert (
        sum(i.key.role == GOAL for i in found) == sum(i.key.role == GOAL for i in before) == len(known.noder)
    )
    titles = [i.titel for i in found if i.key.role == CHAPTER]
    assert titles.index("Läget") < titles.index("Investeringsplan")
    assert [i.key.number for i in found if i.key.role == MEASURE and i.id == indikator.id] == [0, 1]


def test_the_order_is_that_of_the_document() -> None:
    titles = [item.titel for item in items_of(view(REGIONPLAN)).all]
    order = ["Inledning", "Invånare och samhälle", "Attraktionsindex", "Ekonomi", "Investeringsplan"]
    assert [title for title in titles if title in order] == order
