"""What a mapping in YAML may hold, declared as a class: a type, a default and a description for each key.

The declarations are read once. The values of a mapping are then taken one by one, and everything that is
wrong with them is told, each with its path. Nothing is guessed: a text stays a text.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, ClassVar, Literal, Union, get_args, get_origin, get_type_hints

from generator.content.yaml_tree import Path
from generator.diagnostics.values import dataclass

Fault = Literal["unknown", "missing", "empty", "wrong", "choice", "text", "mapping", "list", "short", "other"]

REQUIRED: Any = object()
_BAD: Any = object()


class WrongValueError(ValueError):
    """A value that cannot stand there, in words for the user; without words it is empty."""

    def __init__(self, message: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.message, self.hint = message, hint


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at a path: the kind of fault, what was given, what could have been."""

    fault: Fault
    path: Path
    given: Any = None
    message: str = ""
    hint: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Given:
    """What is declared of a key beside its type."""

    default: Any
    default_factory: Callable[[], Any] | None
    description: str
    min_length: int


def Field(  # noqa: N802  # stands where a value stands, and is what such things are called
    default: Any = REQUIRED,
    *,
    default_factory: Callable[[], Any] | None = None,
    description: str = "",
    min_length: int = 0,
) -> Any:
    """Declare a key: its default (none: it is required), what an editor shows, how long a list must be."""
    return Given(default, default_factory, description, min_length)


def ConfigDict(*, title: str) -> Mapping[str, str]:  # noqa: N802  # as above
    """Declare the title of a file's schema."""
    return {"title": title}


@dataclass(frozen=True, slots=True, eq=False)
class BeforeValidator:
    """In ``Annotated``: what makes the value of what was written. It may raise WrongValueError."""

    read: Callable[[object], object]


@dataclass(frozen=True, slots=True, eq=False)
class WithJsonSchema:
    """In ``Annotated``: how an editor is told of it."""

    schema: Mapping[str, Any]


class Declared:
    """A mapping whose keys are all known. Its values are attributes, and never change."""

    model_config: ClassVar[Mapping[str, str]] = {}

    @classmethod
    def key_of(cls, name: str) -> str:
        """Return the key that a person writes for an attribute."""
        return name

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(name)


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a mapping: its attribute, its type, what is declared of it."""

    name: str
    key: str
    kind: Any
    given: Given


Read = Callable[[Any, Path, list[Problem]], Any]
"""Takes a value at a path; returns what it means, or notes what is wrong."""


def keys_of(model: type[Declared]) -> tuple[Key, ...]:
    """Return the keys of a mapping in the order of its class. Raises TypeError when one is not declared."""
    found: tuple[Key, ...] = _keys_of(model)  # type: ignore[arg-type]  # a class is hashable
    return found


@cache
def _keys_of(model: Any) -> tuple[Key, ...]:
    hints = get_type_hints(model, include_extras=True)
    found = []
    for name, kind in hints.items():
        if name != "model_config":
            given = vars(model).get(name)
            if not isinstance(given, Given):
                raise TypeError(f"{model.__name__}.{name}")
            found.append(Key(name, model.key_of(name), kind, given))
    return tuple(found)


def take(model: type[Any], data: Any, path: Path, problems: list[Problem]) -> Any:
    """Return the mapping as a value of the class; anything when something is wrong, which is noted."""
    if not isinstance(data, dict):
        problems.append(Problem("mapping", path, data))
        return _BAD
    left = {key: value for key, value in data.items() if value is not None}
    values: dict[str, Any] = {}
    for key, read in _readers(model):  # type: ignore[arg-type]  # a class is hashable
        if key.key in left:
            values[key.name] = read(left.pop(key.key), (*path, key.key), problems)
        elif key.given.default_factory is not None:
            values[key.name] = key.given.default_factory()
        elif key.given.default is not REQUIRED:
            values[key.name] = key.given.default
        else:
            problems.append(Problem("missing", (*path, key.key), data))
    problems.extend(Problem("unknown", (*path, name), left[name]) for name in left)
    made = object.__new__(model)
    vars(made).update(values)
    return made


@cache
def _readers(model: Any) -> tuple[tuple[Key, Read], ...]:
    return tuple((key, _long_enough(reader(key.kind), key.given.min_length)) for key in keys_of(model))


def _long_enough(read: Read, least: int) -> Read:
    if not least:
        return read

    def checked(value: Any, path: Path, problems: list[Problem]) -> Any:
        before = len(problems)
        found = read(value, path, problems)
        if len(problems) == before and len(found) < least:
            problems.append(Problem("short", path, value))
        return found

    return checked


def reader(kind: Any) -> Read:
    """Return what takes a value of the type. Raises TypeError for a type that nothing is declared with."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _annotated(inner[0], inner[1:])
    if origin in (Union, UnionType):
        kinds = tuple(k for k in inner if k is not NoneType)
        read = reader(kinds[0]) if len(kinds) == 1 else _instance(kinds)
        return _optional(read) if NoneType in inner else read
    if origin is Literal:
        return _one_of({choice: choice for choice in inner})
    if origin is tuple:
        return _tuple(reader(inner[0]))
    if origin is dict:
        return _dict(reader(inner[1]))
    if issubclass(kind, Declared):
        return lambda value, path, problems: take(kind, value, path, problems)
    if issubclass(kind, Enum):
        return _one_of({each.value: each for each in kind})
    return _instance(kind)


def _annotated(kind: Any, marks: tuple[Any, ...]) -> Read:
    inside = reader(kind)
    made = next((mark.read for mark in marks if isinstance(mark, BeforeValidator)), None)
    if made is None:
        return inside

    def read(value: Any, path: Path, problems: list[Problem]) -> Any:
        try:
            return inside(made(value), path, problems)
        except WrongValueError as wrong:
            fault: Fault = "wrong" if wrong.message else "empty"
            problems.append(Problem(fault, path, value, wrong.message, wrong.hint))
            return _BAD

    return read


def _optional(inside: Read) -> Read:
    return lambda value, path, problems: None if value is None else inside(value, path, problems)


def _one_of(choices: Mapping[Any, Any]) -> Read:
    meant = tuple(choices.values())

    def read(value: Any, path: Path, problems: list[Problem]) -> Any:
        if isinstance(value, str) and value in choices:
            return choices[value]
        if value not in meant:
            problems.append(Problem("choice", path, value, choices=tuple(map(str, choices))))
        return value

    return read


def _tuple(inside: Read) -> Read:
    def read(value: Any, path: Path, problems: list[Problem]) -> Any:
        if not isinstance(value, list | tuple):
            problems.append(Problem("list", path, value))
            return _BAD
        return tuple(inside(each, (*path, number), problems) for number, each in enumerate(value))

    return read


def _dict(inside: Read) -> Read:
    def read(value: Any, path: Path, problems: list[Problem]) -> Any:
        if not isinstance(value, dict):
            problems.append(Problem("mapping", path, value))
            return _BAD
        return {key: inside(each, (*path, key), problems) for key, each in value.items()}

    return read


def _instance(kind: type | tuple[type, ...]) -> Read:
    fault: Fault = "text" if kind is str else "other"

    def read(value: Any, path: Path, problems: list[Problem]) -> Any:
        if not isinstance(value, kind):
            problems.append(Problem(fault, path, value))
        return value

    return read
