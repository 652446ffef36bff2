"""What every reader of one organisation's files needs to know."""

from __future__ import annotations

from collections.abc import Collection

from generator.content.findings import Findings
from generator.content.sheets.shelf import Sheets
from generator.diagnostics import Position, did_you_mean
from generator.diagnostics.values import dataclass
from generator.domain.organisation import Organ, Organisation
from generator.domain.styrmodell import Styrmodell


@dataclass(frozen=True, slots=True)
class Context:
    """The sheets in the organisation's folder, its bodies and its model.

    ``kinds`` are the kinds of document there are.
    """

    sheets: Sheets
    organisation: Organisation
    styrmodell: Styrmodell
    findings: Findings
    kinds: Collection[str] = ()

    def organ(self, spelling: str, place: Position) -> Organ | None:
        """Return the body that is spelled so; one that is not listed is noted (I005)."""
        found = self.organisation.find(spelling)
        if found is None and spelling not in self.findings.lost:
            self.unknown_organ(spelling, place)
        return found

    def organ_id(self, spelling: str, place: Position) -> str:
        """Return the id of a body that may be left out: empty when nothing is said or known."""
        found = self.organ(spelling, place) if spelling else None
        return found.id if found else ""

    def unknown_organ(self, spelling: str, place: Position) -> None:
        """Note a body that is not listed (I005), with the nearest name."""
        organ = self.organisation.organ.values()
        names = dict.fromkeys(s for o in organ for s in (o.namn[0].text, *o.spellings()))
        hint = did_you_mean(spelling, names, "Lägg till organet i organisation.yaml, eller rätta namnet.")
        self.findings.error("I005", f"”{spelling}” finns inte i organisationen", place, hint)
