"""The one exception that crosses rooms: work that cannot go on, said so that a person can act on it."""

from __future__ import annotations

from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.position import NOWHERE, Position


class StyrdokError(Exception):
    """A sentence for the user, with the remedy in ``hint`` and, where there is one, the place."""

    def __init__(self, message: str, hint: str = "", position: Position = NOWHERE, code: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.position = position
        self.code = code

    def diagnostic(self, code: str = "") -> Diagnostic:
        """Return the same as a finding."""
        return Diagnostic(self.code or code, self.message, self.position, self.hint)
