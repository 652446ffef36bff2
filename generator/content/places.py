"""Where in its source a piece of running text stands: the parser knows only the block it is in."""

from __future__ import annotations

import re

from generator.content.source import Source
from generator.diagnostics import Position
from generator.diagnostics.values import dataclass


@dataclass(slots=True)
class Spot:
    """Lines of a source that hold a block, and how far in them we have come.

    Lines are counted from 0, ``last`` is not included. Finding something moves the place on, so that the
    second of two equal links is found at the second.
    """

    source: Source
    lines: list[str]
    line: int
    last: int
    column: int = 0

    @property
    def start(self) -> Position:
        """Where the block begins."""
        text = self.lines[self.line] if self.line < len(self.lines) else ""
        if text and not self.column and not text[0].isspace():
            return self.source.at(self.line + 1)
        indent = len(text) - len(text[self.column :].lstrip())
        return self.source.at(self.line + 1, max(indent, self.column) + 1)

    def find(self, pattern: re.Pattern[str]) -> Position | None:
        """Return the place of the next match (of its group, when it has one), or None."""
        for line in range(self.line, min(self.last, len(self.lines))):
            match = pattern.search(self.lines[line], self.column if line == self.line else 0)
            if match:
                self.line, self.column = line, match.end()
                return self.source.at(line + 1, match.start(match.lastindex or 0) + 1)
        return None
