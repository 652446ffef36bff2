"""One attempt at a redline: the new document with what differs from the old one marked in it."""

from __future__ import annotations

from datetime import datetime

from lxml import etree

from generator.ooxml.bookmark_names import PREFIX
from generator.ooxml.redline.carrying import Carrier
from generator.ooxml.redline.changed_properties import compare_section
from generator.ooxml.redline.containers import compare_containers
from generator.ooxml.redline.furniture import compare_furniture, furniture
from generator.ooxml.redline.marks import Marks
from generator.ooxml.redline.names import BODY, SECTPR
from generator.ooxml.redline.notes import mark_notes, order_notes
from generator.ooxml.redline.sides import Place, Side, Work
from generator.ooxml.xml import qn

_BOOKMARK, _NAME = qn("w:bookmarkStart"), qn("w:name")
_LENGTH = len(PREFIX) + 20


def compare(old: Side, new: Side, author: str, date: datetime, coarse: frozenset[tuple[str, int]]) -> Work:
    """Mark in the parts of ``new`` what differs from ``old``."""
    carrier = Carrier(old.package, new.package, new.roots)
    marks = Marks(author, date, new.roots.values(), old.roots.values())
    work = Work(old, new, marks, carrier, coarse, _is_own(old) and _is_own(new), set(), [])
    place = Place(old.package.main, new.package.main)
    before, after = (next(side.main.iterchildren(BODY), None) for side in (old, new))
    if before is None or after is None:
        return work
    had, has = furniture(old), furniture(new)
    compare_containers(work, before, after, place)
    ended, ends = (next(body.iterchildren(SECTPR), None) for body in (before, after))
    if ends is None and ended is not None:
        ends = etree.SubElement(after, SECTPR)
    if ends is not None:
        compare_section(work, ended, ends, place)
    if ended is not None and ends is not None:
        work.sections.append((ended, ends))
    compare_furniture(work, had, has)
    mark_notes(marks, new.main, new.roots.values())
    order_notes(new.main, new.roots.values())
    return work


def _is_own(side: Side) -> bool:
    """Tell whether a document has bookmarks of items, as those made here have."""
    names = (mark.get(_NAME) or "" for mark in side.main.iter(_BOOKMARK))
    return any(name.startswith(PREFIX) and len(name) == _LENGTH for name in names)
