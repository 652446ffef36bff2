"""P005: dokumentet är beslutat av ett annat organ än det vars dokument det är.

Varför: vem som får besluta vad följer av styrmodellen. En plan som fel organ har beslutat gäller inte.

Exempel: regionplanen är fullmäktiges, men som beslutande organ står regionstyrelsen. Ett organ som står
över får besluta i stället: nämnden för sin förvaltning, fullmäktige för alla.

Rätta: rätta ”organ” eller ”beslut” i dokument.yaml.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.frames import body_name
from generator.diagnostics import Diagnostic
from generator.domain.dokument import Dokument
from generator.domain.korpus import Korpus
from generator.domain.organisation import Organ


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding at every decision by a body that is neither the document's own nor above it."""
    bodies = korpus.organisation.organ
    for dokument in korpus.dokument.values():
        own = bodies.get(dokument.organ)
        decider = bodies.get(dokument.beslut.organ) if dokument.beslut is not None else None
        if own is not None and decider is not None and not _may(decider, own, korpus):
            yield _told(dokument, own, decider, korpus)


def _may(decider: Organ, own: Organ, korpus: Korpus) -> bool:
    if decider.slag == "fullmäktige" or decider.id in own.efterfoljare or own.id in decider.efterfoljare:
        return True
    seen: set[str] = set()
    body: Organ | None = own
    while body is not None and body.id not in seen:
        if body.id == decider.id:
            return True
        seen.add(body.id)
        body = korpus.organisation.organ.get(body.under)
    return False


def _told(dokument: Dokument, own: Organ, decider: Organ, korpus: Korpus) -> Diagnostic:
    said, should = (body_name(o.id, dokument, korpus) for o in (decider, own))
    message = f"”{dokument.titel}” är beslutad av {said}, men dokumentet är {_of(should)}"
    hint = "Rätta ”organ”, eller det organ som står under ”beslut”."
    return Diagnostic("P005", message, dokument.place("beslut"), hint, ids=(dokument.id,))


def _of(name: str) -> str:
    return name if name.endswith(("s", "x", "z")) else f"{name}s"
