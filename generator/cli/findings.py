"""Findings as the commands tell them: counted in a sentence, or as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

from generator.diagnostics import Diagnostic, Severity

_WORDS = (
    (Severity.ERROR, "fel", "fel"),
    (Severity.WARNING, "varning", "varningar"),
    (Severity.NOTE, "notering", "noteringar"),
)


def counted(found: Sequence[Diagnostic]) -> str:
    """Return ”2 fel, 1 varning”, or that there is nothing."""
    said = []
    for severity, one, many in _WORDS:
        number = sum(d.severity is severity for d in found)
        if number:
            said.append(f"{number} {one if number == 1 else many}")
    return ", ".join(said) or "Inget att anmärka på"


def as_json(found: Sequence[Diagnostic]) -> str:
    """Return the findings in the form that other programs read."""
    findings = [
        {
            "code": d.code,
            "severity": d.severity.value,
            "message": d.message,
            "file": d.position.file,
            "line": d.position.line,
            "column": d.position.column,
            "blad": d.position.sheet,
            "cell": d.position.cell,
            "hint": d.hint,
            "ids": list(d.ids),
            "accepted": None,
        }
        for d in found
    ]
    return json.dumps({"version": 1, "datum": None, "findings": findings}, ensure_ascii=False, indent=2)
