"""Findings as the commands tell them: counted in a sentence, or as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from generator.diagnostics import Diagnostic, Severity

_WORDS = (
    (Severity.ERROR, "fel", "fel"),
    (Severity.WARNING, "varning", "varningar"),
    (Severity.NOTE, "notering", "noteringar"),
)


def counted(found: Sequence[Diagnostic]) -> str:
    """Return ”2 fel, 1 varning, 3 godtagna”, or that there is nothing; what is accepted counts apart."""
    said = []
    for severity, one, many in _WORDS:
        number = sum(d.severity is severity and d.accepted is None for d in found)
        if number:
            said.append(f"{number} {one if number == 1 else many}")
    accepted = sum(d.accepted is not None for d in found)
    if accepted:
        said.append("1 godtaget" if accepted == 1 else f"{accepted} godtagna")
    return ", ".join(said) or "Inget att anmärka på"


def as_json(found: Sequence[Diagnostic], dag: date | None = None) -> str:
    """Return the findings in the form that other programs read; ``dag`` is the day they are judged as of."""
    findings = [
        {
            "code": d.code,
            "severity": d.severity.value,
            "message": d.message,
            "file": d.position.file,
            "line": d.position.line,
            "column": d.position.column,
            "sheet": d.position.sheet,
            "cell": d.position.cell,
            "hint": d.hint,
            "ids": list(d.ids),
            "accepted": d.accepted.reason if d.accepted is not None else None,
            "accepted_on": d.accepted.day.isoformat() if d.accepted is not None else None,
        }
        for d in found
    ]
    day = dag.isoformat() if dag is not None else None
    return json.dumps({"version": 1, "datum": day, "findings": findings}, ensure_ascii=False, indent=2)
