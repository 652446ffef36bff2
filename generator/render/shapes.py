"""What a template's names stand for, told from the types of the view: text, lists, things with parts."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from generator.documents.view import NodVy, View
from generator.domain.belopp import Belopp
from generator.domain.datum import Datum
from generator.domain.fras import Phrase
from generator.domain.prosa import Prosa
from generator.domain.tabell import Tabell
from generator.render.environment import GROUP_NAMES, LOOP_NAMES
from generator.render.field_words import spelled, thing
from generator.render.names import fold


@dataclass(frozen=True, slots=True)
class Leaf:
    """A value that is printed as it is. ``blocks``: it has several paragraphs; ``said``: words or figures."""

    word: str
    blocks: bool = False
    said: bool = True


@dataclass(frozen=True, slots=True)
class Thing:
    """A value with parts, by its class. ``label``: it prints something itself, as a beslut does."""

    cls: type
    label: bool = False


@dataclass(frozen=True, slots=True)
class Many:
    """A list, and what is in it."""

    item: Shape


@dataclass(frozen=True, slots=True)
class Loop:
    """What ``loop`` is inside a loop over these."""

    item: Shape


@dataclass(frozen=True, slots=True)
class Group:
    """What ``groupby`` gives: a value and the things that have it."""

    item: Shape


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something that cannot be told in advance; nothing about it is called wrong."""


Shape = Leaf | Thing | Many | Loop | Group | Unknown

UNKNOWN = Unknown()
TEXT = Leaf("text")
RICH = Leaf("text, kan ha fetstil och länkar")
PROSE = Leaf("text av flera stycken", blocks=True)
TABLE = Leaf("tabell", blocks=True)
NUMBER = Leaf("tal")
DATE = Leaf("datum")
YES_NO = Leaf("ja eller nej", said=False)

_LEAVES: Mapping[Any, Leaf] = {
    str: TEXT,
    int: NUMBER,
    float: NUMBER,
    Decimal: NUMBER,
    Belopp: NUMBER,
    bool: YES_NO,
    date: DATE,
    Datum: DATE,
    Phrase: RICH,
    Prosa: PROSE,
    Tabell: TABLE,
}


def in_words(shape: Shape) -> str:
    """Return what a value is, in words."""
    match shape:
        case Leaf(word):
            return word
        case Thing(cls):
            return thing(cls)
        case Many(item):
            return f"lista: {in_words(item)}"
        case Loop():
            return "slingans läge"
        case Group():
            return "en grupp"
        case Unknown():
            return "något"


def parts_of(cls: type) -> dict[str, Shape]:
    """Return the fields of a view's class by ASCII name."""
    return dict(_parts(cls))


@cache
def _parts(cls: Any) -> Mapping[str, Shape]:
    hints = typing.get_type_hints(cls)
    return {f.name: _shape(hints[f.name]) for f in fields(cls)}


def _shape(hint: Any) -> Shape:
    if hint in _LEAVES:
        return _LEAVES[hint]
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        rest = [a for a in arguments if a is not type(None)]
        return _shape(rest[0]) if len(rest) == 1 else UNKNOWN
    if origin in (tuple, list):
        several = len(arguments) == 1 or (len(arguments) > 1 and arguments[1] is Ellipsis)
        return Many(_shape(arguments[0]) if several else UNKNOWN)
    if isinstance(hint, type) and is_dataclass(hint):
        return Thing(hint, label="__str__" in vars(hint))
    return UNKNOWN


def classes_of(view: type) -> dict[str, type]:
    """Return the classes that a view is made of by name, each under the names of its bases too."""
    found: dict[str, type] = {}
    waiting: list[type] = [view]
    while waiting:
        cls = waiting.pop(0)
        if cls.__name__ in found:
            continue
        found |= {
            base.__name__: cls for base in cls.__mro__ if base is not object and base.__name__ not in found
        }
        waiting += [shape.cls for shape in map(_inner, parts_of(cls).values()) if isinstance(shape, Thing)]
    return found


def _inner(shape: Shape) -> Shape:
    return _inner(shape.item) if isinstance(shape, Many) else shape


@dataclass(frozen=True, slots=True)
class Model:
    """The names of one kind of document: its view, and the levels as the styrmodell writes them."""

    view: type[View]
    levels: Sequence[str] = ()

    def roots(self) -> dict[str, Shape]:
        """Return what a template can begin an expression with, by folded name."""
        found: dict[str, Shape] = {fold(level): Many(Thing(NodVy)) for level in self.levels}
        return found | parts_of(self.view)

    def part(self, shape: Shape, name: str) -> Shape | None:
        """Return what a folded name after a point stands for, None when there is no such name there."""
        match shape:
            case Unknown():
                return UNKNOWN
            case Thing(cls):
                return parts_of(cls).get(name) or self._below(cls, name)
            case Loop(item):
                return _of_loop(name, item)
            case Group(item):
                return Many(item) if name == "list" else UNKNOWN if name == "grouper" else None
            case _:
                return None

    def _below(self, cls: type, name: str) -> Shape | None:
        below = issubclass(cls, NodVy) and name in map(fold, self.levels)
        return Many(Thing(NodVy)) if below else None

    def names(self, shape: Shape) -> Iterator[str]:
        """Yield the names that can follow a value and a point, as Swedes spell them."""
        match shape:
            case Thing(cls):
                yield from (spelled(name) for name in parts_of(cls))
                yield from self.levels if issubclass(cls, NodVy) else ()
            case Loop():
                yield from LOOP_NAMES
            case Group():
                yield from GROUP_NAMES
            case _:
                return


def _of_loop(name: str, item: Shape) -> Shape | None:
    if name not in LOOP_NAMES:
        return None
    if name in ("previtem", "nextitem"):
        return item
    if name in ("changed", "cycle"):
        return UNKNOWN
    return YES_NO if name in ("first", "last") else NUMBER
