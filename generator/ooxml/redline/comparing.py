"""A redline is made, held against both documents, and made more coarsely where it does not hold."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from generator.diagnostics.values import dataclass
from generator.ooxml.package import Package, write_zip
from generator.ooxml.redline.attempt import compare
from generator.ooxml.redline.counting import count_changes
from generator.ooxml.redline.names import BODY
from generator.ooxml.redline.sides import Side
from generator.ooxml.redline.text_only import without_looks
from generator.ooxml.redline.verify import Difference, differing_blocks
from generator.ooxml.redline.whole import blocks, text_of

_MORE = 2  # attempts after the first
_SHOWN = 60  # characters of a paragraph that a message quotes


@dataclass(frozen=True, slots=True)
class Redlined:
    """A redline: the file, and in Swedish sentences what a reader has to be told of it.

    ``coarsened``: which places are marked more coarsely than word by word, or not rightly, and why.
    ``accepted``: which of the two documents had tracked changes. ``changes``: how many changes a person sees:
    marks that stand beside each other are one.
    """

    data: bytes
    coarsened: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()
    changes: int = 0


def redline(old: Package, new: Package, *, author: str, date: datetime, looks: bool = True) -> Redlined:
    """Return the new document with what differs from the old one as tracked changes.

    Tracked changes in either are accepted first. ``author`` and ``date`` (written in UTC when it has a zone)
    stand at each change. The result is verified: accepted it gives the new document, rejected the old one;
    a block that fails is deleted and inserted whole instead, and what cannot be mended is told of. Without
    ``looks`` formatting is not marked after that, so that rejecting gives back the old text as it looks now.
    Raises StyrdokError when a part is not well formed.
    """
    before = Side(old)
    coarse: frozenset[tuple[str, int]] = frozenset()
    made = _made(before, new, author, date, coarse)
    for _ in range(_MORE):
        fresh = {(one.side, one.at) for one in made.wrong if one.at >= 0} - coarse
        if not fresh:
            break
        coarse |= fresh
        made = _made(before, new, author, date, coarse)
    told = (*made.coarsened, *(_coarsened(before, Side(new), coarse) if coarse else ()), *_wrong(made.wrong))
    accepted = _accepted((("gamla", old, before.had_revisions), ("nya", new, made.had_revisions)))
    parts, changes = (made.marked.parts, made.changes) if looks else without_looks(made.marked.parts)
    return Redlined(write_zip(parts), told, accepted, changes)


class _Made(NamedTuple):
    """What came of one attempt: ``wrong`` is where ``marked`` does not give back the documents.

    ``had_revisions``: whether the new document had tracked changes. ``own``: both are made here.
    ``coarsened``: what was too large to be marked in full.
    """

    had_revisions: bool
    marked: Package
    changes: int
    own: bool
    coarsened: tuple[str, ...]
    wrong: tuple[Difference, ...] = ()


def _made(
    before: Side, new: Package, author: str, date: datetime, coarse: frozenset[tuple[str, int]]
) -> _Made:
    made = _attempt(before, new, author, date, coarse)
    return made._replace(wrong=differing_blocks(before.package, new, made.marked, own=made.own))


def _attempt(
    before: Side, new: Package, author: str, date: datetime, coarse: frozenset[tuple[str, int]]
) -> _Made:
    """Return the redline; the trees that it was made with are gone when it is verified, to save memory."""
    after = Side(new)
    work = compare(before, after, author, date, coarse)
    marked = new.with_parts(work.carrier.parts())
    changes = count_changes(after.roots.values()) if work.marks.made else 0
    after.roots.clear()
    return _Made(after.had_revisions, marked, changes, work.own, tuple(work.marks.coarsened))


def _accepted(sides: Iterable[tuple[str, Package, bool]]) -> tuple[str, ...]:
    return tuple(
        f"Den {word} filen{f' ({package.name})' if package.name else ''} hade spårade ändringar;"
        " de är godkända först."
        for word, package, had_revisions in sides
        if had_revisions
    )


def _coarsened(before: Side, after: Side, coarse: Iterable[tuple[str, int]]) -> list[str]:
    found = []
    for word, at in sorted(coarse):
        side, name = (before, "gamla") if word == "old" else (after, "nya")
        body = next(side.main.iterchildren(BODY), None)
        there = [] if body is None else blocks(body)
        quoted = " ".join(text_of(there[at]).split()) if at < len(there) else ""
        place = f"som börjar ”{quoted[:_SHOWN].strip()}”" if quoted else f"nr {at + 1} (utan text)"
        found.append(
            f"Stycket eller tabellen {place} i den {name} filen är märkt som borttaget och tillagt i sin"
            " helhet: ord för ord gick det inte att märka så att båda filerna kan återskapas."
        )
    return found


def _wrong(differences: Iterable[Difference]) -> tuple[str, ...]:
    """Tell, part by part, what the redline does not give back."""
    words = {"old": ("avvisas", "gamla"), "new": ("godkänns", "nya")}
    found = {(one.side, one.part) for one in differences}
    return tuple(
        f"När alla ändringar {words[side][0]} blir delen {part} inte i allt som i den {words[side][1]} filen."
        for side, part in sorted(found)
    )
