"""How grave it is that something is missing: the graver, the nearer the decision."""

from __future__ import annotations

from generator.diagnostics import Severity
from generator.domain.dokument import Dokument, Stadium

_BEFORE_DECISION = {Stadium.UTKAST: Severity.NOTE, Stadium.FORSLAG: Severity.WARNING}


def missing(dokument: Dokument) -> Severity:
    """Return a note in an utkast, a warning in a förslag, an error from ”till beslut” on.

    Only for what is missing; what is wrong is an error at every stage.
    """
    return _BEFORE_DECISION.get(dokument.stadium, Severity.ERROR)
