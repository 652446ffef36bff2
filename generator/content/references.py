"""References to values in running text: ``[=budget.totalt.2019 i mnkr]``."""

from __future__ import annotations

import re

from generator.content.findings import Findings
from generator.diagnostics import Position, did_you_mean
from generator.domain.fras import Figure
from generator.domain.hamtning import UNITS, WITH_SIGN, WITHOUT_SIGN

REFERENCE = re.compile(r"\[=\s*([^\[\]\n]*\.[^\[\]\n]*?)\s*\]")
"""A reference to a value has a full stop in it; one to a text (``[=vision]``) has none."""

_PARTS = re.compile(
    r"(?:(?P<dokument>[^\s#]+)#)?(?P<path>[^\s.#]+(?:\.[^\s.#]+){1,2})"
    r"(?:\s+i\s+(?P<enhet>\S+(?:\s+kronor)?))?(?:\s+(?P<tecken>(?:med|utan)\s+tecken))?"
)
_FORM = "Skriv tabell.rad.kolumn eller indikator.målvärde, till exempel [=budget.totalt.2019 i mnkr]."


def read_reference(match: re.Match[str], place: Position, findings: Findings) -> Figure:
    """Return the reference; a form that cannot be understood and an unknown unit are noted (S003)."""
    parts = _PARTS.fullmatch(match[1])
    if parts is None:
        findings.error("S003", f"Hänvisningen ”{match[0]}” går inte att tolka", place, _FORM)
        return Figure((), written=match[0], position=place)
    unit = " ".join((parts["enhet"] or "").split())
    if unit and unit not in UNITS:
        hint = did_you_mean(unit, UNITS, f"Enheten kan vara {', '.join(UNITS)}.")
        findings.error("S003", f"”{unit}” är ingen känd enhet", place, hint)
        unit = ""
    sign = parts["tecken"] or ""
    return Figure(
        tuple(parts["path"].lower().split(".")),
        parts["dokument"] or "",
        unit,
        WITH_SIGN if sign.startswith("med") else WITHOUT_SIGN if sign else "",
        match[0],
        place,
    )
