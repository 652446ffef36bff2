"""The form of an id: what a person can say aloud, type without care and find again in a file name."""

from __future__ import annotations

import re

from generator.content.findings import Findings
from generator.diagnostics import Position

LONGEST = 80
_SHOWN = 30
_WORDS = re.compile(r"[^\W_]+")
_ID = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def is_id(text: str) -> bool:
    """Tell whether the text can be an id: words of small letters and digits with hyphens between."""
    return bool(_ID.fullmatch(text)) and text == text.lower() and len(text) <= LONGEST


def id_of(text: str) -> str:
    """Return the id nearest to a text."""
    return "-".join(_WORDS.findall(text.lower()))[:LONGEST].rstrip("-") or "kort-namn"


def report_form(id_: str, position: Position, findings: Findings) -> None:
    """Note an id that has another form (I002); those who write it in the right form are not at fault."""
    if len(id_) > LONGEST:
        message = f"Id ”{id_[:_SHOWN]}…” är längre än {LONGEST} tecken"
        findings.error("I002", message, position, "Välj ett kortare.")
    elif not is_id(id_):
        findings.lose([id_of(id_)])
        hint = f"Skriv små bokstäver med bindestreck emellan, till exempel ”{id_of(id_)}”."
        findings.error("I002", f"Id ”{id_}” har inte den form som ett id ska ha", position, hint)
