"""Redlines of long documents, a process each: ours beside those of Docxodus, and how time grows with pages.

Both get the same two files: plain Word with nothing to hold on to. What is measured is a whole call, from a
Python that starts to a redline on the disk.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.engines import DOCXODUS, OURS, has_docxodus
from benchmarks.plain_word import plain_word
from benchmarks.process import Cost, cost
from benchmarks.redline_pair import pair
from tests.support.redlines import judge

SIZES = (50, 200, 1_000)
"""Pages; the middle one is what both engines get."""


@dataclass(frozen=True, slots=True)
class Files:
    """Two versions of a document of so many pages, and where the redline goes."""

    pages: int
    old: Path
    new: Path
    made: Path

    def command(self, engine: str) -> list[str]:
        """Return what redlines them with this engine."""
        paths = (str(path) for path in (self.old, self.new, self.made))
        return [sys.executable, "-m", "benchmarks.engines", engine, *paths]


def files(folder: Path, pages: int) -> Files:
    """Write the two versions into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{name}-{pages}.docx" for name in ("gammal", "ny", "märkt")]
    for path, view in zip(paths, pair(pages), strict=False):
        path.write_bytes(plain_word(view))
    return Files(pages, *paths)


def checked(found: Files) -> None:
    """Make our redline once. Raises AssertionError when it is not right: speed would then say nothing."""
    cost(found.command(OURS))
    verdict = judge(found.old.read_bytes(), found.new.read_bytes(), found.made.read_bytes())
    if not verdict.flawless:
        raise AssertionError(verdict.complaints)


def beside(found: Files, rounds: int) -> dict[str, list[Cost]]:
    """Return the costs of the engines that are here, in turns; a first round is not counted."""
    engines = (DOCXODUS, OURS) if has_docxodus() else (OURS,)
    costs: dict[str, list[Cost]] = {engine: [] for engine in engines}
    for number in range(-1, rounds):
        for engine in engines:
            once = cost(found.command(engine))
            if number >= 0:
                costs[engine].append(once)
    return costs


def growing(every: Sequence[Files], rounds: int) -> dict[int, list[Cost]]:
    """Return what our redline costs by the number of pages, in turns."""
    costs: dict[int, list[Cost]] = {found.pages: [] for found in every}
    for _ in range(rounds):
        for found in every:
            costs[found.pages].append(cost(found.command(OURS)))
    return costs


def memory(costs: Sequence[Cost]) -> str:
    """Return the most memory, in whole megabytes."""
    most = median(once.memory for once in costs)
    return f"{most:.0f}\N{NO-BREAK SPACE}MB" if most else "okänt"
