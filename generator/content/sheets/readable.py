"""What a cell shows, as long as a document can print it; what it cannot is noted at the cell."""

from __future__ import annotations

from generator.content.findings import Findings
from generator.content.sheets.sheet import Sheet
from generator.content.sheets.shown import Shown

_CORRECT = "Rätta cellen i bladet."
_SAVE = "Öppna filen i Excel och spara den, så räknas formeln ut."


def readable(sheet: Sheet, row: int, column: int, findings: Findings) -> Shown:
    """Return what the cell shows; nothing for an error (S003) or a formula never computed (S005)."""
    shown = sheet.cell(row, column)
    if shown.kind == "wrong":
        findings.error("S003", shown.text, sheet.at(row, column), _CORRECT)
        return Shown()
    if shown.kind == "unsaved":
        findings.error("S005", shown.text, sheet.at(row, column), _SAVE)
        return Shown()
    return shown
