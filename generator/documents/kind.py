"""A kind of document: which template it takes and how its view is built.

Each kind is a folder in this room with a ``KIND``; it is found there and registered nowhere.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.documents.chapters import chapters
from generator.documents.direktiv import Orders
from generator.documents.facts import changes, document_facts, model_in_words
from generator.documents.goals import Goals, in_order
from generator.documents.indicators import Indicators
from generator.documents.view import NO_CHAPTER, View
from generator.domain.dokument import Dokument
from generator.domain.korpus import Korpus


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind: its key in dokument.yaml, its template, its view.

    ``promises`` are the fields (``Class.field``) that a template of this kind has to show somewhere, so that
    nothing decided falls out of the document unseen (D002).
    """

    key: str
    template: str
    view: type[View]
    build: Callable[[Korpus, Dokument], View]
    promises: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """Something that is printed of other things than an author's document: its key, template and view."""

    key: str
    template: str
    view: type[View]
    promises: tuple[str, ...] = ()


ALWAYS = (
    "DokumentVy.titel",
    "DokumentVy.organ",
    "DokumentVy.diarienummer",
    "DokumentVy.stadium",
    "DokumentVy.version",
    "DokumentVy.beslut",
    "DokumentVy.markning",
    "DokumentVy.avsandare",
    "DokumentVy.undertecknas",
    "AndringarVy.sedan",
    "AndringarVy.text",
    "KapitelVy.titel",
    "KapitelVy.text",
    "View.kapitel_fore",
    "View.kapitel_efter",
    "View.bilagor",
)
"""What every kind promises."""
PROMISED = (
    *ALWAYS,
    "NodVy.rubrik",
    "NodVy.egen_text",
    "NodVy.uppdrag",
    "UppdragVy.text",
    "UppdragVy.mottagare",
    "UppdragVy.samverkar_med",
    "UppdragVy.senast",
    "UppdragVy.aterrapporteras",
    "IndikatorVy.namn",
    "IndikatorVy.malvarde",
)
"""What every kind promises that prints the goals."""
ON_ORDERS = ("View.direktivsvarskapitel", "DirektivsvarVy.text")
"""What every kind promises that tells of the direktiv of the spring."""


def common(korpus: Korpus, dokument: Dokument) -> dict[str, Any]:
    """Return the fields that every view has."""
    goals = Goals(korpus, dokument)
    orders = Orders(korpus, dokument, goals.plan)
    rows = orders.rows()
    roots = goals.tree()
    opening = dokument.indikatorkapitel
    before, after = (
        tuple(k for k in found if not k.bilaga) for found in (dokument.kapitel_fore, dokument.kapitel_efter)
    )
    appendices = tuple(k for k in (*dokument.kapitel_fore, *dokument.kapitel_efter) if k.bilaga)
    return {
        "dokument": document_facts(korpus, dokument),
        "styrmodell": model_in_words(korpus.styrmodell),
        "kapitel_fore": chapters(korpus, dokument, before),
        "noder": tuple(in_order(roots)),
        "rotnoder": roots,
        "kapitel_efter": chapters(korpus, dokument, after),
        "indikatorgrupper": Indicators(korpus, dokument).groups(goals.plan),
        "indikatorkapitel": chapters(korpus, dokument, (opening,))[0] if opening else NO_CHAPTER,
        "andringar": changes(dokument),
        "bilagor": chapters(korpus, dokument, appendices),
        "direktivsvar": rows,
        "direktivsvarskapitel": orders.chapter(rows),
    }


@cache
def kinds() -> Mapping[str, Kind]:
    """Return the kinds there are, by key."""
    package = importlib.import_module("generator.documents")
    found: dict[str, Kind] = {}
    for module in pkgutil.iter_modules(package.__path__):
        if module.ispkg:
            kind = importlib.import_module(f"{package.__name__}.{module.name}").KIND
            found[kind.key] = kind
    return found
