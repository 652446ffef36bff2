"""Regionplan med budget: fullmäktige's own goals for the period, its indikatorer and the frames."""

from __future__ import annotations

from dataclasses import dataclass

from generator.documents.kind import ON_ORDERS, PROMISED, Kind, common
from generator.documents.view import View
from generator.domain.dokument import Dokument
from generator.domain.korpus import Korpus


@dataclass(frozen=True, slots=True)
class RegionplanVy(View):
    """What the template of a regionplan can print."""


def build(korpus: Korpus, dokument: Dokument) -> RegionplanVy:
    """Return the view of one regionplan."""
    return RegionplanVy(**common(korpus, dokument))


KIND = Kind(
    "regionplan",
    "regionplan.docx",
    RegionplanVy,
    build,
    (*PROMISED, *ON_ORDERS, "NodVy.text", "DirektivsvarVy.besked"),
)
