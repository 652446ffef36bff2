"""Why a finding is accepted."""

from __future__ import annotations

from datetime import date

from generator.diagnostics.values import dataclass


@dataclass(frozen=True, slots=True)
class Acceptance:
    """The reason why a finding may stand, the day that was decided, by whom, and the last day it holds."""

    reason: str
    day: date
    by: str = ""
    until: date | None = None

    @property
    def text(self) -> str:
        """The reason with who and when: ”Summorna är avrundade. (Regiondirektören, 2019-01-02)”."""
        who = f"{self.by}, " if self.by else ""
        until = f", gäller till och med {self.until.isoformat()}" if self.until else ""
        return f"{self.reason} ({who}{self.day.isoformat()}{until})"
