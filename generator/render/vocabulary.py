"""The names a template of a kind can use, in words: for ``styrdok templates show``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.render.field_words import meaning, spelled, thing
from generator.render.shapes import Many, Model, Shape, Thing, in_words, parts_of


@dataclass(frozen=True, slots=True)
class Word:
    """A name: what it stands for, and what it means."""

    name: str
    kind: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Group:
    """The names that follow one sort of value; ``found`` says where such values are."""

    title: str
    found: str
    words: tuple[Word, ...]


def vocabulary(model: Model) -> Iterator[Group]:
    """Yield what a template can begin with, then each sort of value once, in the order in which it is met."""
    levels = tuple(
        Word(level, in_words(Many(Thing(_node(model)))), "Posterna på den nivån") for level in model.levels
    )
    yield Group("Börja med", "", (*_words(model.view), *levels))
    places = _places(model.view)
    for cls, found in places.items():
        below = levels if cls is _node(model) else ()
        yield Group(thing(cls), ", ".join(found), (*_words(cls), *below))


def _node(model: Model) -> type:
    """Return the class of the nodes, which the levels are made of."""
    shape = parts_of(model.view)["noder"]
    return shape.item.cls if isinstance(shape, Many) and isinstance(shape.item, Thing) else object


def _words(cls: type) -> tuple[Word, ...]:
    return tuple(Word(spelled(n), in_words(shape), meaning(cls, n)) for n, shape in parts_of(cls).items())


def _places(view: type) -> dict[type, list[str]]:
    """Return the classes below a view, each with the names under which it is found."""
    found: dict[type, list[str]] = {}
    waiting: list[tuple[type, str]] = [(view, "")]
    while waiting:
        cls, path = waiting.pop(0)
        for name, shape in parts_of(cls).items():
            inner = _inner(shape)
            if inner is None:
                continue
            place = f"{path}{spelled(name)}" if isinstance(shape, Thing) else f"i {path}{spelled(name)}"
            if inner not in found:
                waiting.append((inner, f"{place}." if isinstance(shape, Thing) else "…."))
            if place not in found.setdefault(inner, []):
                found[inner].append(place)
    return found


def _inner(shape: Shape) -> type | None:
    if isinstance(shape, Many):
        return _inner(shape.item)
    return shape.cls if isinstance(shape, Thing) else None
