"""One finding: a code, how grave it is, a sentence, a place and a remedy."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from generator.diagnostics.acceptance import Acceptance
from generator.diagnostics.position import NOWHERE, Position
from generator.diagnostics.values import dataclass


class Severity(StrEnum):
    """How grave a finding is. Only an error keeps a document from being built."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def word(self) -> str:
        """The word a reader sees."""
        return {"error": "fel", "warning": "varning", "note": "notering"}[self.value]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A finding in the organisation's own words: what is wrong (``message``) and the remedy (``hint``).

    ``ids`` names the items it concerns, so that a document that prints one of them can be held back.
    ``mild``: never graver than it is, whatever an organisation says of its code (rounding is no wrong sum).
    ``accepted`` tells why the organisation lets it stand; then it is shown and counts for nothing.
    """

    code: str
    message: str
    position: Position = NOWHERE
    hint: str = ""
    severity: Severity = Severity.ERROR
    ids: tuple[str, ...] = ()
    mild: bool = False
    accepted: Acceptance | None = None


def sort_diagnostics(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the findings by file, line and column, each only once."""
    unique = dict.fromkeys(found)
    return tuple(sorted(unique, key=lambda d: (d.position, d.code, d.message)))
