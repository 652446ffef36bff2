"""What became of the documents that were asked for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from generator.diagnostics import Diagnostic


class Outcome(StrEnum):
    """What became of a document."""

    BUILT = "byggt"
    UNCHANGED = "oförändrat"
    SKIPPED = "överhoppat"
    FAILED = "misslyckat"
    PLANNED = "skulle byggas"
    FROZEN = "fryst"
    DIFFERS = "fryst, ändrat"


_INCOMPLETE = (Outcome.FAILED, Outcome.SKIPPED, Outcome.DIFFERS)


@dataclass(frozen=True, slots=True)
class Result:
    """One document's outcome, its file and, where there is one, the reason and the remedy."""

    document: str
    title: str
    outcome: Outcome
    path: Path | None = None
    reason: str = ""
    hint: str = ""
    pages: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """All results, everything found in the content, and remarks about the run as a whole."""

    results: tuple[Result, ...]
    diagnostics: tuple[Diagnostic, ...]
    remarks: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Tell whether every document asked for is there and says what the content says."""
        return not any(r.outcome in _INCOMPLETE for r in self.results)
