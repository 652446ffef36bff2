"""The judge of redlines: accepted it has to be the new file, rejected the old one, and Word has to like it.

It reads the finished files and shares nothing with what makes them. Changes that were tracked in the old or
the new file already count as accepted. A structural fault that one of these has is not the redline's. Between
two files of our own (they have bookmarks of items) it does not matter which paragraphs stay with the next:
that follows from how long their tables are.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from difflib import unified_diff

from tests.support.wordamounts import least, marked
from tests.support.wordfaults import faults
from tests.support.wordfile import W, WordFile
from tests.support.wordviews import View, read

_OF_AN_ITEM = re.compile("_s[0-9a-f]{20}")


@dataclass(frozen=True, slots=True)
class Side:
    """What one side of a redline gets right: with all changes accepted, or with all rejected."""

    words: bool
    """The paragraphs that say something, wherever they stand."""
    whole: bool
    """Every paragraph, table, row, cell, note, picture, box, link, field and break of section."""
    looks: bool
    """Styles, lists and what is set by hand, character by character; properties of tables and sections."""
    headers: bool
    """Headers and footers in force, section by section."""
    differences: tuple[str, ...] = ()
    """The first lines that differ; - is what should be there."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be said of a redline."""

    accepted: Side
    rejected: Side
    warnings: tuple[str, ...]
    marked: int
    least: int

    @property
    def words(self) -> bool:
        """Whether both sides have the right paragraphs."""
        return self.accepted.words and self.rejected.words

    @property
    def whole(self) -> bool:
        """Whether both sides are right with tables, notes, headers and all."""
        sides = (self.accepted, self.rejected)
        return all(side.words and side.whole and side.headers for side in sides)

    @property
    def looks(self) -> bool:
        """Whether both sides look right too."""
        return self.accepted.looks and self.rejected.looks

    @property
    def ratio(self) -> float:
        """How many times the least is marked; 1 where nothing has to be."""
        return self.marked / self.least if self.least else 1.0 if not self.marked else float("inf")

    @property
    def flawless(self) -> bool:
        """Whether nothing at all is wrong."""
        return self.whole and self.looks and not self.warnings

    @property
    def complaints(self) -> str:
        """What is wrong, for a person."""
        accepted = [f"godkänd {line}" for line in self.accepted.differences]
        rejected = [f"avvisad {line}" for line in self.rejected.differences]
        return "\n".join((*accepted, *rejected, *self.warnings))


def judge(old: bytes, new: bytes, redline: bytes) -> Verdict:
    """Hold a redline against the two files it was made of."""
    before, after = read(old), read(new)
    accepted, rejected = read(redline), read(redline, rejected=True)
    file = WordFile(redline)
    own = _is_own(old) and _is_own(new)
    found = faults(file) + Counter(accepted.faults) + Counter(rejected.faults)
    for source, view in ((old, before), (new, after)):
        found -= faults(WordFile(source)) + Counter(view.faults) + Counter(view.faults)
    return Verdict(
        _side(accepted, after, own=own),
        _side(rejected, before, own=own),
        tuple(sorted(found)),
        marked(file),
        least(before.words, after.words),
    )


def _is_own(data: bytes) -> bool:
    file = WordFile(data)
    marks = (mark for name in file.stories() for mark in file.root(name).iter(f"{W}bookmarkStart"))
    return any(_OF_AN_ITEM.fullmatch(mark.get(f"{W}name", "")) for mark in marks)


def _looks(view: View, *, own: bool) -> list[str]:
    if not own:
        return view.looks
    return [" ".join(word for word in line.split(" ") if word not in {"", "keepNext"}) for line in view.looks]


def _side(got: View, wanted: View, *, own: bool) -> Side:
    pairs = (
        (wanted.exact, got.exact),
        (_looks(wanted, own=own), _looks(got, own=own)),
        ([str(section) for section in wanted.headers], [str(section) for section in got.headers]),
    )
    unequal = [(want, have) for want, have in pairs if want != have]
    lines = [line for want, have in unequal for line in unified_diff(want, have, lineterm="", n=0)]
    told = [line for line in lines if line[:3] not in {"---", "+++"} and line[:2] != "@@"]
    whole, looks, headers = (want == have for want, have in pairs)
    return Side(wanted.words == got.words, whole, looks, headers, tuple(told[:20]))
