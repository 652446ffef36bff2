"""Values of frozen dataclasses → plain data and back, believing nothing of what is read.

Only what JSON has is ever read back (nothing that could be executed or crash), and each value has to be of
the type that its field declares.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

Value = TypeVar("Value")
_PLAIN = (str, int, bool, NoneType)


def as_data(value: Any) -> Any:
    """Return the value as lists, texts, numbers and None. Raises TypeError when it holds something else."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, _PLAIN):
        return value
    if isinstance(value, tuple):
        return [as_data(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    if is_dataclass(value):
        return [as_data(getattr(value, field.name)) for field in fields(value)]
    raise TypeError(type(value).__name__)


def from_data(kind: type[Value], data: Any) -> Value:
    """Return the value of the type. Raises ValueError or TypeError when the data are not one."""
    reader: Callable[[Any], Value] = _reader(kind)  # type: ignore[arg-type]  # a class is hashable
    return reader(data)


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    if kind in _PLAIN:
        return lambda data: _exactly(kind, data)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        inside = _reader(next(a for a in arguments if a is not NoneType))
        return lambda data: None if data is None else inside(data)
    if origin is tuple and arguments[1:] == (...,):
        each = _reader(arguments[0])
        return lambda data: tuple(each(d) for d in _exactly(list, data))
    if is_dataclass(kind):
        return _fields_reader(kind)
    if issubclass(kind, Enum):
        enum: Callable[[Any], Any] = kind
        return enum
    if issubclass(kind, date):
        return lambda data: kind.fromisoformat(_exactly(str, data))
    raise TypeError(str(kind))


def _fields_reader(kind: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    readers = [_reader(hints[field.name]) for field in fields(kind)]

    def read(data: Any) -> Any:
        return kind(*(reader(d) for reader, d in zip(readers, _exactly(list, data), strict=True)))

    return read


def _exactly(kind: type, data: Any) -> Any:
    if type(data) is not kind:
        raise ValueError(f"{type(data).__name__} i stället för {kind.__name__}")
    return data
