"""Planeringsdirektiv: what fullmäktige orders in the spring, before any plan has been written."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.documents.chapters import chapters
from generator.documents.facts import day_of
from generator.documents.kind import ALWAYS, Kind, common
from generator.documents.view import (
    NO_CHAPTER,
    DirektivgruppVy,
    DirektivVy,
    KapitelVy,
    View,
)
from generator.domain.datum import Datum
from generator.domain.dokument import Direktivgrupp, Dokument
from generator.domain.korpus import Korpus
from generator.domain.mal import Direktiv
from generator.domain.wording import bodies


@dataclass(frozen=True, slots=True)
class PlaneringsdirektivVy(View):
    """What the template of a planeringsdirektiv can print.

    ``direktivkapitel`` is the chapter with the orders: its title and what stands before them;
    ``direktivgrupper`` the orders, by those they are addressed to.
    """

    direktivkapitel: KapitelVy
    direktivgrupper: tuple[DirektivgruppVy, ...]


def build(korpus: Korpus, dokument: Dokument) -> PlaneringsdirektivVy:
    """Return the view of one planeringsdirektiv; the goals it builds on are not printed in it."""
    fields = {**common(korpus, dokument), "noder": (), "rotnoder": ()}
    opening = dokument.direktivkapitel
    return PlaneringsdirektivVy(
        **fields,
        direktivkapitel=chapters(korpus, dokument, (opening,))[0] if opening else NO_CHAPTER,
        direktivgrupper=tuple(_group(grupp, korpus, dokument) for grupp in dokument.direktivgrupper),
    )


def _group(grupp: Direktivgrupp, korpus: Korpus, dokument: Dokument) -> DirektivgruppVy:
    organisation, day = korpus.organisation, day_of(dokument)
    to = bodies(grupp.mottagare, organisation, day, everyone=grupp.alla_namnder)
    orders = tuple(_order(direktiv, korpus, dokument) for direktiv in grupp.direktiv)
    return DirektivgruppVy(to, f"Direktiv till {to}", grupp.text, orders)


def _order(direktiv: Direktiv, korpus: Korpus, dokument: Dokument) -> DirektivVy:
    return DirektivVy(
        direktiv.id,
        replace(direktiv.text, anchor=direktiv.id),
        tuple(_order(punkt, korpus, dokument) for punkt in direktiv.punkter),
        bodies(direktiv.samverkar_med, korpus.organisation, day_of(dokument)),
        Datum(direktiv.senast) if direktiv.senast else None,
        direktiv.aterrapporteras,
    )


KIND = Kind(
    "planeringsdirektiv",
    "planeringsdirektiv.docx",
    PlaneringsdirektivVy,
    build,
    (
        *ALWAYS,
        "PlaneringsdirektivVy.direktivkapitel",
        "DirektivgruppVy.rubrik",
        "DirektivgruppVy.text",
        "DirektivVy.text",
        "DirektivVy.punkter",
        "DirektivVy.samverkar_med",
        "DirektivVy.senast",
        "DirektivVy.aterrapporteras",
    ),
)
