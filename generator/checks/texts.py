"""All that is written, by document, so that a check of words reads it once and leads to the very word."""

from __future__ import annotations

import re
import weakref
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property

from generator.checks.passages import CODE, RUNNING, Kind, Passage, passages_above, passages_of
from generator.diagnostics import Position
from generator.diagnostics.values import dataclass
from generator.domain.dokument import Dokument
from generator.domain.korpus import Korpus

__all__ = ["CODE", "RUNNING", "Found", "Kind", "Passage", "Texts", "texts"]

_BETWEEN = "\u2029"
"""Between passages; no source may hold it."""
_SIGNS = '.,;:!?()[]”’"…–\ufffc'


@dataclass(frozen=True, slots=True)
class Found:
    """Words that were looked for, and where in which passage they begin."""

    passage: Passage
    words: str
    at: int

    @property
    def position(self) -> Position:
        """Where they stand in the source."""
        return self.passage.place(self.words, self.at)

    @property
    def before(self) -> str:
        """The passage up to the words."""
        return self.passage.text[: self.at]


@dataclass(frozen=True)
class Texts:
    """The passages of a document, or of what stands above all documents (``dokument`` is then None)."""

    dokument: Dokument | None
    passages: tuple[Passage, ...]

    @cached_property
    def joined(self) -> str:
        """All passages as one text, for searching."""
        return _BETWEEN.join(p.text for p in self.passages)

    @cached_property
    def lower(self) -> str:
        """The same in small letters, letter by letter, for patterns in which the case means nothing."""
        small = self.joined.lower()
        return small if len(small) == len(self.joined) else self.joined

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word, without the signs around it: a search is only worth while when its words are there."""
        return frozenset(word.strip(_SIGNS) for word in set(self.joined.replace(_BETWEEN, " ").split()))

    @cached_property
    def folded(self) -> frozenset[str]:
        """Every word in small letters."""
        return frozenset(word.lower() for word in self.words)

    @property
    def ids(self) -> tuple[str, ...]:
        """The id of the document, for findings."""
        return (self.dokument.id,) if self.dokument is not None else ()

    @cached_property
    def _starts(self) -> list[int]:
        starts, at = [], 0
        for passage in self.passages:
            starts.append(at)
            at += len(passage.text) + 1
        return starts

    def find(self, pattern: re.Pattern[str], *kinds: Kind, lower: bool = False) -> Iterator[Found]:
        """Yield each place of the pattern, in all kinds of passages when none is named.

        ``lower`` looks for it in the text in small letters.
        """
        for match in pattern.finditer(self.lower if lower else self.joined):
            number = bisect_right(self._starts, match.start()) - 1
            passage, at = self.passages[number], match.start() - self._starts[number]
            if not kinds or passage.kind in kinds:
                yield Found(passage, passage.text[at : at + len(match[0])], at)


_read: tuple[weakref.ref[Korpus], tuple[Texts, ...]] | None = None


def texts(korpus: Korpus) -> tuple[Texts, ...]:
    """Return all that is written: what stands above the documents, then document by document.

    The checks of a run share it: walking the texts takes longer than searching them.
    """
    global _read  # noqa: PLW0603  # one corpus at a time; a corpus has no hash to remember it by
    if _read is None or _read[0]() is not korpus:
        _read = weakref.ref(korpus), tuple(_all(korpus))
    return _read[1]


def _all(korpus: Korpus) -> Iterator[Texts]:
    yield Texts(None, tuple(p for p in passages_above(korpus) if p.text))
    for dokument in korpus.dokument.values():
        yield Texts(dokument, tuple(p for p in passages_of(dokument) if p.text))
