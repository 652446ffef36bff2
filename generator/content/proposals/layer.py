"""A proposal's folder or file that is laid over the main one, and the trail it leaves."""

from __future__ import annotations

from pathlib import Path

from generator.diagnostics import Position
from generator.diagnostics.values import dataclass


class Trail:
    """What a proposal has touched: from places and files of the main proposal to its own.

    What the main proposal still says may be wrong because of the proposal; then this tells where to lead.
    """

    def __init__(self) -> None:
        self.places: dict[Position, Position] = {}
        self.files: dict[str, str] = {}

    def touch(self, main: Position, own: Position) -> None:
        """Remember that what stands at a place is changed by what stands at another."""
        self.places[main] = own

    def find(self, main: Position) -> Position | None:
        """Return the place in the proposal that has touched this one, or its file; None for neither."""
        found = self.places.get(main) or self.places.get(Position(main.file, main.line, 1))
        if found is None and main.file in self.files:
            return Position(self.files[main.file])
        return found


@dataclass(frozen=True, slots=True)
class Layer:
    """A folder or file of a proposal; ``home`` is the proposal's own folder.

    Of a file that the main proposal does not have, ``known`` are the names of those that it has.
    """

    path: Path
    home: Path
    trail: Trail
    known: tuple[str, ...] = ()

    def inside(self, path: Path, known: tuple[str, ...] = ()) -> Layer:
        """Return the layer of something inside the folder."""
        return Layer(path, self.home, self.trail, known)
