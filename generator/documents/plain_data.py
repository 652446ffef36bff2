"""Frozen values out of JSON, by the names of their fields, believing nothing of what is read.

What another version of the program has written is read as far as it goes: a field that is missing gets its
default, or the empty value of its type, and one that nobody knows is left out. ``Reader`` tells of both. A
value of the wrong type is never let in, and neither is a character that no document can hold.
"""

from __future__ import annotations

import json
import re
import types
from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from generator.diagnostics import StyrdokError

TAG = "_"
"""The key under which a value says of which class it is."""
LARGEST = 64 * 1024 * 1024
"""Bytes. The largest of the example's views has two per cent of them."""

MOST_VALUES = 2_000_000
"""Each takes up to a tenth of a kilobyte once it is read."""

Value = TypeVar("Value")
_Read = Callable[["Reader", Any, str], Any]

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MOST_DIGITS = 60
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
            raise _unreadable(name, problem) from problem
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
            raise _WrongError(f"vid {where} står något annat än {kind.__name__}")
        return found


def parsed(text: str, name: str) -> Any:
    """Return what a JSON text holds. Raises StyrdokError, with the file's name, when it cannot be read."""
    if len(text) > LARGEST or sum(map(text.count, ",[{")) > MOST_VALUES:
        raise StyrdokError(f"{name} är orimligt stor och läses inte", _REMEDY)
    try:
        return json.loads(text, parse_constant=_no_number, object_pairs_hook=_once)
    except (ValueError, RecursionError) as problem:
        raise _unreadable(name, problem) from problem


def _unreadable(name: str, problem: Exception) -> StyrdokError:
    where = problem.args[0] if isinstance(problem, _WrongError) else "filen är ingen hel JSON-fil"
    return StyrdokError(f"{name} går inte att läsa: {where}", _REMEDY)


_REMEDY = "Hämta tillbaka filen ur versionshistoriken eller en säkerhetskopia."


class _WrongError(ValueError):
    """A value of the wrong type; says in Swedish where."""


def _some(names: Mapping[str, None]) -> str:
    first = list(names)[:_MOST_TOLD]
    return ", ".join(first) + (" …" if len(names) > len(first) else "")


def _no_number(text: str) -> Any:
    raise _WrongError(f"{text} är inget tal")


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _WrongError("samma uppgift står två gånger")
    return found


@cache
def _reader(kind: Any) -> _Read:
    """Return what reads values of a type: plain ones, tuples, mappings, classes, and one of several."""
    plain = _PLAIN.get(kind)
    if plain is not None:
        return plain
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
            _text(reader, key, where): values(reader, value, where)
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
                raise _WrongError(f"vid {where} står något som den här versionen inte känner")
            return _instance(reader, kind, data, where)
        for other in others:
            return other(reader, data, where)
        raise _WrongError(f"vid {where} står fel slags värde")

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
    """Return the empty value of a type. Raises _WrongError where there is none."""
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
    raise _WrongError("en uppgift som måste finnas saknas")


def _exactly(kind: type, what: str) -> _Read:
    def read(_: Reader, data: Any, where: str) -> Any:
        if type(data) is not kind:
            raise _WrongError(f"vid {where} ska stå {what}")
        return data

    return read


def _text(_: Reader, data: Any, where: str) -> str:
    if type(data) is not str:
        raise _WrongError(f"vid {where} ska stå en text")
    if _FORBIDDEN.search(data):
        raise _WrongError(f"vid {where} står ett tecken som inte kan stå i ett dokument")
    return data


def _decimal(reader: Reader, data: Any, where: str) -> Decimal:
    text = _text(reader, data, where)
    number = Decimal(text) if len(text) <= _MOST_DIGITS else Decimal("NaN")
    if not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS:
        raise _WrongError(f"vid {where} ska stå ett tal")
    return number


def _day(reader: Reader, data: Any, where: str) -> date:
    try:
        return date.fromisoformat(_text(reader, data, where))
    except ValueError as problem:
        raise _WrongError(f"vid {where} ska stå ett datum") from problem


def _moment(reader: Reader, data: Any, where: str) -> datetime:
    """Return a moment that can be compared with others, with its offset from UTC."""
    try:
        found = datetime.fromisoformat(_text(reader, data, where))
        found.timestamp()
    except (ValueError, OverflowError) as problem:
        raise _WrongError(f"vid {where} ska stå en tidpunkt") from problem
    if found.tzinfo is None:
        raise _WrongError(f"vid {where} ska stå en tidpunkt med tidszon")
    return found


def _list(data: Any, where: str) -> list[Any]:
    if type(data) is not list:
        raise _WrongError(f"vid {where} ska stå en lista")
    return data


def _object(data: Any, where: str) -> dict[str, Any]:
    if type(data) is not dict:
        raise _WrongError(f"vid {where} ska stå namn och värden")
    return data


def _one_of(allowed: tuple[Any, ...], data: Any, where: str) -> Any:
    if data not in allowed:
        raise _WrongError(f"vid {where} står ett värde som den här versionen inte känner")
    return data


def _member(kind: Any, data: Any, where: str) -> Any:
    try:
        return kind(data)
    except (ValueError, TypeError) as problem:
        raise _WrongError(f"vid {where} står ett värde som den här versionen inte känner") from problem


_PLAIN: dict[Any, _Read] = {
    str: _text,
    bool: _exactly(bool, "ja eller nej"),
    int: _exactly(int, "ett heltal"),
    Decimal: _decimal,
    date: _day,
    datetime: _moment,
}
