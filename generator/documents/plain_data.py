"""Frozen values out of JSON, by the names of their fields, believing nothing of what is read.

What another version of the program has written is read as far as it goes: a field that is missing gets its
default, or the empty value of its type, and one that nobody knows is left out. ``Reader`` tells of both. A
value of the wrong type is never let in, and neither is a character that no document can hold.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from decimal import InvalidOperation
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from generator.documents.json_text import WrongError, parsed, unreadable
from generator.documents.plain_values import PLAIN, plain_text

TAG = "_"
"""The key under which a value says of which class it is."""

Value = TypeVar("Value")
_Read = Callable[["Reader", Any, str], Any]

_MOST_TOLD = 20


class Reader:
    """Reads values; ``unknown`` and ``missing`` are the fields (``Class.field``) that only one side has."""

    def __init__(self, classes: Mapping[str, type[Any]] | None = None) -> None:
        """Begin; ``classes`` are those that may stand where a field is of a class they are made from."""
        self.classes = classes or {}
        self.unknown: dict[str, None] = {}
        self.missing: dict[str, None] = {}

    def read(self, kind: type[Value], text: str, name: str = "Filen") -> Value:
        """Return the value in a JSON text. Raises StyrdokError, with the file's name, when it holds none."""
        data = parsed(text, name)
        try:
            found: Value = _reader(cast("Hashable", kind))(self, data, kind.__name__)
        except (ValueError, TypeError, RecursionError, InvalidOperation) as problem:
            raise unreadable(name, problem) from problem
        return found

    @property
    def told(self) -> tuple[str, ...]:
        """What another version of the program had otherwise, in sentences."""
        said = []
        if self.unknown:
            said.append(f"Uppgifter som den här versionen inte känner lämnades: {_some(self.unknown)}.")
        if self.missing:
            said.append(f"Uppgifter som inte fanns när filen skrevs är tomma: {_some(self.missing)}.")
        return tuple(said)

    def chosen(self, kind: type[Any], tag: object, where: str) -> type[Any]:
        """Return the class that a value says it is of, when that may stand here."""
        if tag is None or tag == kind.__name__:
            return kind
        found = self.classes.get(tag) if isinstance(tag, str) else None
        if found is None or not issubclass(found, kind):
            raise WrongError(f"vid {where} står något annat än {kind.__name__}")
        return found


def _some(names: Mapping[str, None]) -> str:
    first = list(names)[:_MOST_TOLD]
    return ", ".join(first) + (" …" if len(names) > len(first) else "")


@cache
def _reader(kind: Any) -> _Read:
    """Return what reads values of a type: plain ones, tuples, mappings, classes, and one of several."""
    plain = PLAIN.get(kind)
    if plain is not None:
        return lambda _, data, where: plain(data, where)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Literal:
        return lambda _, data, where: _one_of(arguments, data, where)
    if origin in (Union, types.UnionType):
        return _union(arguments)
    if origin is tuple:
        inside = _reader(arguments[0])
        return lambda reader, data, where: tuple(inside(reader, each, where) for each in _list(data, where))
    if origin in (Mapping, dict):
        values = _reader(arguments[1])
        return lambda reader, data, where: {
            plain_text(key, where): values(reader, value, where)
            for key, value in _object(data, where).items()
        }
    if is_dataclass(kind):
        declared = cast("type[Any]", kind)
        return lambda reader, data, where: _instance(reader, declared, _object(data, where), where)
    return lambda _, data, where: _member(kind, data, where)


def _union(arguments: tuple[Any, ...]) -> _Read:
    """Return the reader of one of several classes (told by their tags), of a plain value, or of nothing."""
    may_lack = type(None) in arguments
    members = [cast("type[Any]", a) for a in arguments if is_dataclass(a)]
    classes = {member.__name__: member for member in members}
    others = [_reader(a) for a in arguments if a is not type(None) and not is_dataclass(a)]

    def read(reader: Reader, data: Any, where: str) -> Any:
        if data is None and may_lack:
            return None
        if isinstance(data, dict) and classes:
            only = next(iter(classes)) if len(classes) == 1 else None
            kind = classes.get(str(data.get(TAG, only)))
            if kind is None:
                raise WrongError(f"vid {where} står något som den här versionen inte känner")
            return _instance(reader, kind, data, where)
        for other in others:
            return other(reader, data, where)
        raise WrongError(f"vid {where} står fel slags värde")

    return read


def _instance(reader: Reader, declared: type[Any], data: dict[str, Any], where: str) -> Any:
    kind = reader.chosen(declared, data.get(TAG), where)
    given: dict[str, Any] = {}
    known = _fields(cast("Hashable", kind))
    for name, (read, empty) in known.items():
        place = f"{kind.__name__}.{name}"
        if name in data:
            given[name] = read(reader, data[name], place)
        else:
            reader.missing.setdefault(place)
            given[name] = empty()
    for name in data.keys() - known.keys() - {TAG}:
        reader.unknown.setdefault(f"{kind.__name__}.{name}"[:100])
    return kind(**given)


@cache
def _fields(kind: Any) -> dict[str, tuple[_Read, Callable[[], Any]]]:
    """Return what reads each field that makes a value what it is, and what gives its empty value."""
    hints = get_type_hints(kind)
    return {f.name: (_reader(hints[f.name]), _empty(f, hints[f.name])) for f in fields(kind) if f.compare}


def _empty(field: Field[Any], hint: Any) -> Callable[[], Any]:
    if field.default is not MISSING:
        return lambda: field.default
    if field.default_factory is not MISSING:
        return field.default_factory
    return lambda: _empty_of(hint)


def _empty_of(hint: Any) -> Any:
    """Return the empty value of a type. Raises WrongError where there is none."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType) and type(None) in get_args(hint):
        return None
    if origin is tuple:
        return ()
    if origin in (Mapping, dict):
        return {}
    if hint in (str, bool, int):
        return hint()
    if is_dataclass(hint) and isinstance(hint, type):
        return hint(**{name: empty() for name, (_, empty) in _fields(cast("Hashable", hint)).items()})
    raise WrongError("en uppgift som måste finnas saknas")


def _list(data: Any, where: str) -> list[Any]:
    if type(data) is not list:
        raise WrongError(f"vid {where} ska stå en lista")
    return data


def _object(data: Any, where: str) -> dict[str, Any]:
    if type(data) is not dict:
        raise WrongError(f"vid {where} ska stå namn och värden")
    return data


def _one_of(allowed: tuple[Any, ...], data: Any, where: str) -> Any:
    if data not in allowed:
        raise WrongError(f"vid {where} står ett värde som den här versionen inte känner")
    return data


def _member(kind: Any, data: Any, where: str) -> Any:
    try:
        return kind(data)
    except (ValueError, TypeError) as problem:
        raise WrongError(f"vid {where} står ett värde som den här versionen inte känner") from problem
