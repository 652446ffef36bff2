"""Verksamhetsplan: what is decided above, fetched, and what one nämnd promises to do about it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.documents.kind import ON_ORDERS, PROMISED, Kind, common
from generator.documents.view import View
from generator.domain.dokument import Dokument
from generator.domain.korpus import Korpus


@dataclass(frozen=True, slots=True)
class VerksamhetsplanVy(View):
    """What the template of a verksamhetsplan can print."""


def build(korpus: Korpus, dokument: Dokument) -> VerksamhetsplanVy:
    """Return the view of one verksamhetsplan."""
    return VerksamhetsplanVy(**common(korpus, dokument))


KIND = Kind(
    "verksamhetsplan",
    "verksamhetsplan.docx",
    VerksamhetsplanVy,
    build,
    (
        *PROMISED,
        *ON_ORDERS,
        "DirektivsvarVy.svar",
        "UppdragVy.ordinarie",
        "NodVy.text",
        "NodVy.ataganden",
        "NodVy.eget",
        "NodVy.utelamnad",
        "AtagandeVy.text",
        "IndikatorVy.ingangsvarde",
        "IndikatorVy.uppfoljning",
    ),
)
