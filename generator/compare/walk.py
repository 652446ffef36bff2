"""A view → its items, in the order of the document, found by type: a new kind of document is walked too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

from generator.compare import values
from generator.compare.item import (
    CHAPTER,
    DIRECTIVE,
    DOCUMENT,
    GOAL,
    GROUP,
    MEASURE,
    MODEL,
    OF_KIND,
    ORDER,
    PROMISE,
    TABLE,
    Item,
    Items,
    Key,
    Value,
)
from generator.compare.plain import phrase_words, prose_words, tables_in
from generator.compare.silence import silent_in
from generator.compare.silence import value as followed_up
from generator.compare.told import below_title
from generator.documents.view import (
    AtagandeVy,
    DirektivgruppVy,
    DirektivVy,
    DokumentVy,
    IndikatorgruppVy,
    IndikatorVy,
    KapitelVy,
    NodVy,
    StyrmodellVy,
    UppdragVy,
    View,
)
from generator.domain.avtryck import normalised
from generator.domain.prosa import Prosa

_FIRST = ("dokument", "styrmodell", "kapitel_fore", "direktivkapitel", "direktivgrupper", "rotnoder")
_THEN = ("indikatorkapitel", "indikatorgrupper")
_LAST = ("kapitel_efter", "bilagor")
"""The fields of a view as they are read; those of some kind alone stand between the goals and the last."""

_APPENDICES = "Bilagor"
_OPENING = ("inledning", "inledningar")
"""What is said of a group as a whole."""
_PLURALS = {PROMISE: "åtaganden", MEASURE: "indikatorer", TABLE: "tabeller"}
"""Several of a kind, where that is another word."""


def items_of(view: View) -> Items:
    """Return what a document says, item by item."""
    return Items(tuple(_Walk(view).items()))


def _reading_order(view: View) -> Iterator[str]:
    yield from _FIRST
    yield from _THEN
    known = {*_FIRST, *_THEN, *_LAST}
    yield from (f.name for f in fields(view) if f.name not in known)
    yield from _LAST


class _Walk:
    def __init__(self, view: View) -> None:
        self.view = view
        self.words = {n.nyckel: (n.namn, n.flertal) for n in view.styrmodell.nivaer}
        self.silent = silent_in(view)
        self.counted: Counter[tuple[str, str]] = Counter()
        self.before: frozenset[tuple[str, str]] = frozenset()
        """What stands in the fields read before this one: a list of some of the goals is no more goals."""

    def items(self) -> Iterator[Item]:
        for name in _reading_order(self.view):
            found = getattr(self.view, name, None)
            if name == "bilagor" and found:
                group = self._item(GROUP, "bilagor", _APPENDICES, None, words=_OPENING)
                yield group
                yield from self._any(found, group)
            else:
                yield from self._any(found, None)
            self.before = frozenset(self.counted)

    def _any(self, value: Any, parent: Item | None) -> Iterator[Item]:
        """Yield the items in a value of any type."""
        match value:
            case tuple():
                for each in value:
                    yield from self._any(each, parent)
            case NodVy() | IndikatorVy():
                yield from self._goal_or_measure(value, parent)
            case UppdragVy():
                yield from self._told(ORDER, value, values.order(value), parent)
            case AtagandeVy():
                said = (*values.promise(value), followed_up(PROMISE, value.id, self.silent))
                yield from self._told(PROMISE, value, said, parent)
            case DirektivVy():
                yield from self._directive(value, parent)
            case IndikatorgruppVy(namn, indikatorer):
                yield from self._group(namn, namn, indikatorer)
            case DirektivgruppVy(mottagare, rubrik, text, direktiv):
                yield from self._group(mottagare, rubrik, direktiv, text)
            case KapitelVy():
                yield from self._chapter(value, parent)
            case _:
                yield from self._facts(value)

    def _facts(self, value: Any) -> Iterator[Item]:
        if isinstance(value, DokumentVy):
            said = values.facts(value, self.view.andringar)
            yield replace(self._item(DOCUMENT, "", value.titel, None, said), id=value.id)
        elif isinstance(value, StyrmodellVy):
            yield self._item(MODEL, "", value.namn, None, values.model(value))

    def _goal_or_measure(self, vy: NodVy | IndikatorVy, parent: Item | None) -> Iterator[Item]:
        if isinstance(vy, IndikatorVy):
            said = (*values.measure(vy), followed_up(MEASURE, vy.id, self.silent))
            yield self._item(MEASURE, vy.id, phrase_words(vy.namn), parent, said)
            return
        if (GOAL, vy.id) in self.before:
            return
        words = self.words.get(vy.niva, (vy.niva, vy.niva))
        said = (*values.goal(vy, words[0]), followed_up(GOAL, vy.id, self.silent))
        found = self._item(GOAL, vy.id, phrase_words(vy.titel), parent, said, words)
        yield replace(found, left_out=True) if vy.utelamnad else found
        for text in (vy.text, vy.egen_text):
            yield from self._tables(text, found)
        for below in (vy.indikatorer, vy.uppdrag, vy.ataganden, vy.barn):
            yield from self._any(below, found)

    def _told(
        self,
        role: str,
        vy: UppdragVy | AtagandeVy | DirektivVy,
        said: tuple[Value, ...],
        parent: Item | None,
    ) -> Iterator[Item]:
        """Yield an item that is known by its whole text, and the tables in it."""
        found = self._item(role, vy.id, prose_words(vy.text), parent, said)
        yield found
        yield from self._tables(vy.text, found)

    def _directive(self, direktiv: DirektivVy, parent: Item | None) -> Iterator[Item]:
        first, *more = self._told(DIRECTIVE, direktiv, values.directive(direktiv), parent)
        yield first
        yield from more
        for punkt in direktiv.punkter:
            if punkt.id:
                yield from self._directive(punkt, first)

    def _group(self, id_: str, titel: str, members: tuple[Any, ...], text: Prosa = Prosa()) -> Iterator[Item]:
        said = (values.prose("text", text),)
        group = self._item(GROUP, id_, titel, None, said, _OPENING)
        yield group
        yield from self._tables(text, group)
        yield from self._any(members, group)

    def _chapter(self, kapitel: KapitelVy, parent: Item | None) -> Iterator[Item]:
        titel, text = phrase_words(kapitel.titel), values.prose("text", kapitel.text, OF_KIND)
        if titel or text.text:
            said = (Value("titel", titel, OF_KIND), text)
            found = self._item(CHAPTER, kapitel.id, titel, parent, said)
            yield found
            yield from self._tables(kapitel.text, found)

    def _tables(self, text: Prosa, parent: Item) -> Iterator[Item]:
        for tabell in tables_in(text.content):
            found = self._item(TABLE, tabell.id, tabell.titel, parent, values.table(tabell))
            yield replace(found, tabell=tabell)

    def _item(
        self,
        role: str,
        id_: str,
        titel: str,
        parent: Item | None,
        said: tuple[Value, ...] = (),
        words: tuple[str, str] = ("", ""),
    ) -> Item:
        """Return an item; what has no id is known by what it says, and the document by being the document."""
        name = id_ or ("" if role in (DOCUMENT, MODEL) else normalised(titel))
        number = self.counted[role, name]
        self.counted[role, name] += 1
        kind, plural = words if words[0] else (role, _PLURALS.get(role, role))
        above = below_title(parent) if parent else ()
        return Item(
            Key(role, name, number), id_, kind, plural, titel, parent.key if parent else None, above, said
        )
