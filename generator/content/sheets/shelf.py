"""The sheets that a run of reading has asked for: each file opened once, each sheet read once.

What reads them is loaded when the first is asked for: most organisations write their tables in the text.
"""

from __future__ import annotations

from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

from generator.content.findings import Findings
from generator.content.sheets.request import Request
from generator.content.sheets.uses import Use, Uses
from generator.content.source import relative_name
from generator.diagnostics.values import dataclass

if TYPE_CHECKING:
    from generator.content.sheets.fetching import Opened, Taken
    from generator.content.sheets.grid import Grid


class Sheets:
    """Opens files for all who ask, and remembers which were used, with the folders they lie in."""

    def __init__(self, root: Path, findings: Findings) -> None:
        self.root, self.findings = root, findings
        self.opened: dict[Path, Opened | None] = {}
        self.used: set[str] = set()
        self.uses = Uses()

    def beside(self, folder: Path) -> Shelf:
        """Return how the texts of a document, or of another folder, ask: relative to the folder."""
        return Shelf(self, folder)

    def file(self, path: Path, name: str) -> Opened | None:
        """Return a file's workbook, or its only sheet; None when it cannot be read, noted once (S005)."""
        from generator.content.sheets.fetching import open_file

        self.used.update(accumulate(name.split("/"), lambda folder, part: f"{folder}/{part}"))
        if path not in self.opened:
            self.opened[path] = open_file(path, name, self.findings)
        return self.opened[path]


@dataclass(frozen=True, slots=True)
class Shelf:
    """The sheets within reach of the texts in one folder."""

    sheets: Sheets
    folder: Path

    def grid(self, request: Request) -> Grid | None:
        """Return the table that is asked for, or None when there is none to be had, which is noted."""
        from generator.content.sheets.fetching import fetch

        taken, name = fetch(request, self)
        return self._remembered(taken, name)

    def _remembered(self, taken: Taken | None, name: str) -> Grid | None:
        """Return the table, after remembering who has taken it."""
        document = "" if self.folder == self.sheets.root else relative_name(self.folder, self.sheets.root)
        if taken is None:
            self.sheets.uses.fail(document, name)
            return None
        lines = {cell.position.line for row in taken.grid.rows for cell in row}
        use = Use(document, name, taken.sheet.name, lines)
        self.sheets.uses.add(use, taken.top, taken.sought)
        return taken.grid
