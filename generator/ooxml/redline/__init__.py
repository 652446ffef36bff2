"""Two Word files as one with tracked changes: accepted they are the new one, rejected the old one.

What is no content is taken from the new document and not marked: ids of revisions, marks of spelling,
bookmarks, comments, the language of text, the size and place of boxes of text, the definitions of styles; and
in documents made here the page numbers that fields show, which Word counts anew. What is moved is deleted and
inserted.
"""

from __future__ import annotations

from datetime import datetime

from generator.diagnostics.values import dataclass
from generator.ooxml.package import Package, write_zip
from generator.ooxml.redline.comparing import compare, read

__all__ = ["Redlined", "redline"]


@dataclass(frozen=True, slots=True)
class Redlined:
    """A redline: the file, and in Swedish sentences what a reader has to be told of it.

    ``coarsened``: which places are marked more coarsely than word by word, and why. ``accepted``: which of
    the two documents had tracked changes. ``changes``: how many marks there are.
    """

    data: bytes
    coarsened: tuple[str, ...] = ()
    accepted: tuple[str, ...] = ()
    changes: int = 0


def redline(old: Package, new: Package, *, author: str, date: datetime) -> Redlined:
    """Return the new document with what differs from the old one as tracked changes.

    Tracked changes in either are accepted first. ``author`` and ``date`` (written in UTC when it has a zone)
    stand at each change. Raises StyrdokError when a part is not well formed.
    """
    before, after = read(old), read(new)
    accepted = tuple(
        f"Den {word} filen ({side.package.name or 'utan namn'}) hade spårade ändringar; de är godkända först."
        for word, side in (("gamla", before), ("nya", after))
        if side.had_revisions
    )
    work, problems = compare(before, after, author, date, frozenset())
    parts = {**new.parts, **work.carrier.parts()}
    return Redlined(write_zip(parts), problems, accepted, work.marks.made)
