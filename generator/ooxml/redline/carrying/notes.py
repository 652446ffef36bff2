"""Footnotes and endnotes of removed text, appended to those of the new document."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from generator.ooxml import notes, relationships
from generator.ooxml.notes import ENDNOTES, FOOTNOTES, Kind
from generator.ooxml.package import Package
from generator.ooxml.redline.carrying.receiver import Receiver
from generator.ooxml.revisions import read_accepted
from generator.ooxml.settings import add_separators
from generator.ooxml.xml import Element, qn, whole

_ID, _TYPE = qn("w:id"), qn("w:type")
KINDS = {kind.reference: kind for kind in (FOOTNOTES, ENDNOTES)}


class CarriedNotes:
    """The notes of the old document. ``translate`` gives a copied note its ids in the new one."""

    def __init__(self, old: Package, new: Receiver, translate: Callable[[Element, str, str], None]) -> None:
        self._old = old
        self._new = new
        self._translate = translate
        self._known: dict[str, dict[str, Element]] = {}
        self._next: dict[str, int] = {}

    def take(self, kind: Kind, number: str) -> str | None:
        """Return the id of a copy of a note in the new document; None when the old one lacks the note.

        Each call makes one more: Word accepts no two references to one note.
        """
        note = self._notes(kind).get(number)
        if note is None:
            return None
        root = self._root(kind)
        copy = deepcopy(note)
        copy.tail = None
        if kind.word not in self._next:
            self._next[kind.word] = max((whole(e.get(_ID)) for e in root), default=0)
        self._next[kind.word] += 1
        copy.set(_ID, str(self._next[kind.word]))
        root.append(copy)
        source, into = self._part(kind), self._new.singleton(kind.relationship)
        self._translate(copy, source or "", into or "")
        return copy.get(_ID)

    def _part(self, kind: Kind) -> str | None:
        found = self._old.relationships(self._old.main).target(kind.relationship)
        return found if found in self._old.parts else None

    def _notes(self, kind: Kind) -> dict[str, Element]:
        if kind.word not in self._known:
            part = self._part(kind)
            found = [] if part is None else list(read_accepted(self._old.parts[part], part))
            self._known[kind.word] = {e.get(_ID) or "": e for e in found if e.get(_TYPE) in {None, "normal"}}
        return self._known[kind.word]

    def _root(self, kind: Kind) -> Element:
        root = self._new.make_singleton(kind.relationship, kind.content_type, f"{kind.word}s")
        if len(root) == 0:
            root.extend(list(notes.empty_part(kind)))
            settings = self._new.singleton(relationships.SETTINGS)
            if settings is not None:
                add_separators(self._new.tree(settings), kind.word)
        return root
