"""Validity in time, from two dates that must come in order."""

from __future__ import annotations

from datetime import date

from generator.content.findings import Findings
from generator.diagnostics import Position
from generator.domain.datum import Giltighet


def validity(start: date | None, end: date | None, place: Position, findings: Findings) -> Giltighet:
    """Return the time between the dates; an end before the beginning is noted (S003) and not believed."""
    if start is not None and end is not None and end < start:
        hint = "Byt plats på datumen, eller rätta det ena."
        findings.error("S003", "Den sista dagen kommer före den första", place, hint)
        return Giltighet()
    return Giltighet(start, end)
