"""Verksamhetsberättelse: how it went with everything the plan promised, in the structure of the plan."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from generator.documents.facts import judgement
from generator.documents.kind import ON_ORDERS, PROMISED, Kind, common
from generator.documents.maluppfyllelse import reached
from generator.documents.view import MaluppfyllelseVy, NodVy, RaknadVy, View
from generator.domain.dokument import Dokument
from generator.domain.korpus import Korpus


@dataclass(frozen=True, slots=True)
class VerksamhetsberattelseVy(View):
    """What the template of a verksamhetsberättelse can print.

    ``maluppfyllelsesida`` is how the goals were reached, on one page. ``bedomda`` are the nodes whose
    måluppfyllelse is judged; ``maluppfyllelse_antal`` how many there are of each step of the scale, in its
    order.
    """

    maluppfyllelsesida: MaluppfyllelseVy
    bedomda: tuple[NodVy, ...]
    maluppfyllelse_antal: tuple[RaknadVy, ...]


def build(korpus: Korpus, dokument: Dokument) -> VerksamhetsberattelseVy:
    """Return the view of one verksamhetsberättelse."""
    fields = common(korpus, dokument)
    judged = tuple(nod for nod in fields["noder"] if nod.bedoms and not nod.utelamnad)
    counted = Counter(nod.maluppfyllelse.nyckel for nod in judged)
    steps = tuple(RaknadVy(judgement(step), counted[step.nyckel]) for step in korpus.styrmodell.bedomningar)
    return VerksamhetsberattelseVy(
        **fields,
        maluppfyllelsesida=reached(fields["noder"], korpus.styrmodell),
        bedomda=judged,
        maluppfyllelse_antal=steps,
    )


KIND = Kind(
    "verksamhetsberättelse",
    "verksamhetsberättelse.docx",
    VerksamhetsberattelseVy,
    build,
    (
        *PROMISED,
        *ON_ORDERS,
        "DirektivsvarVy.status",
        "DirektivsvarVy.kommentar",
        "NodVy.maluppfyllelse",
        "NodVy.ataganden",
        "AtagandeVy.text",
        "AtagandeVy.status",
        "AtagandeVy.kommentar",
        "IndikatorVy.utfall",
        "IndikatorVy.bedomning",
        "IndikatorVy.kommentar",
        "MaluppfyllelseVy.sammanfattning",
        "MalradVy.lank",
        "MalradVy.bedomning",
        "MalradVy.antal",
        "MalradVy.slutforda",
    ),
)
