"""Confirmations: that somebody has checked an item against what its parent means, and found that it holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from datetime import date
from functools import cached_property

from generator.diagnostics import NOWHERE, Position
from generator.diagnostics.values import dataclass


@dataclass(frozen=True, slots=True)
class Bekraftelse:
    """One item (``id``) checked against one parent (``mot``), as that one was by its fingerprint.

    ``av`` is a role or a user as it was given, ``skal`` why; both may be empty.
    """

    id: str
    mot: str
    avtryck: str
    nar: date
    av: str = ""
    skal: str = ""
    position: Position = field(default=NOWHERE, compare=False)

    @property
    def lank(self) -> tuple[str, str]:
        """What is told of: the item and the parent."""
        return self.id, self.mot


@dataclass(frozen=True)
class Bekraftelser:
    """All that has been recorded. Of two about the same (from two branches) the later one counts."""

    poster: tuple[Bekraftelse, ...] = ()
    position: Position = field(default=NOWHERE, compare=False)

    @cached_property
    def av_lank(self) -> Mapping[tuple[str, str], Bekraftelse]:
        """The confirmations by item and parent."""
        found: dict[tuple[str, str], Bekraftelse] = {}
        for post in self.poster:
            other = found.get(post.lank)
            if other is None or post.nar >= other.nar:
                found[post.lank] = post
        return found

    def __iter__(self) -> Iterator[Bekraftelse]:
        return iter(self.av_lank.values())

    def med(self, nya: Iterable[Bekraftelse]) -> Bekraftelser:
        """Return these with new ones in place of those about the same."""
        return Bekraftelser(tuple({**self.av_lank, **{b.lank: b for b in nya}}.values()), self.position)
