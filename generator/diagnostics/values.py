"""``dataclass`` for the values of this program: the standard library's, made in a third of the time.

Every command begins with making some hundred classes. The standard library writes and compiles seven methods
for each frozen one; here only ``__init__`` is, and the others are shared. What is no plain frozen class with
slots is left to the standard library, and to a type checker this is the standard library's own.
"""

from __future__ import annotations

import dataclasses
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(cls=None, /, **options):
        """Return the class as a dataclass; used with and without options, as the standard library's."""
        if cls is None:
            return lambda each: dataclass(each, **options)
        plain = options == {"frozen": True, "slots": True} and _is_plain(cls)
        return _quick(cls) if plain else dataclasses.dataclass(cls, **options)


__all__ = ["dataclass"]

_OWN = frozenset(
    ("__init__", "__post_init__", "__eq__", "__hash__", "__repr__", "__setattr__", "__delattr__", "__slots__")
)
_ABSENT: Any = object()


def _is_plain(cls: type[Any]) -> bool:
    """Tell whether the class asks for nothing out of the ordinary."""
    said = vars(cls)
    kinds = map(str, said.get("__annotations__", {}).values())
    odd = (f for f in said.values() if isinstance(f, dataclasses.Field) and not _is_ordinary(f))
    named = any("InitVar" in kind or "KW_ONLY" in kind for kind in kinds)
    return cls.__bases__ == (object,) and not _OWN.intersection(said) and not named and not any(odd)


def _is_ordinary(field: dataclasses.Field[Any]) -> bool:
    return field.init and field.hash is None and field.kw_only is dataclasses.MISSING


def _quick(cls: type[Any]) -> type[Any]:
    cls.__doc__ = cls.__doc__ or cls.__name__  # else the standard library writes its signature there
    made: Any = dataclasses.dataclass(cls, init=False, repr=False, eq=False, slots=True)
    made.__dataclass_params__.frozen = made.__dataclass_params__.eq = made.__dataclass_params__.repr = True
    fields = dataclasses.fields(made)
    compared = [f.name for f in fields if f.compare]
    made.__compared__ = staticmethod(attrgetter(*compared) if compared else type)
    made.__init__ = _init(made, fields)
    made.__setattr__ = made.__delattr__ = _refuse
    made.__eq__, made.__hash__, made.__repr__ = _is_equal, _hash, _repr
    made.__getstate__, made.__setstate__ = _state, _restore
    return made  # type: ignore[no-any-return]


def _init(cls: type[Any], fields: tuple[dataclasses.Field[Any], ...]) -> Any:
    """Return an ``__init__`` that sets the slots of a new value, whose class lets nobody else do so."""
    known: dict[str, Any] = {"ABSENT": _ABSENT}
    parameters, lines = ["self"], ["pass"]
    for field in fields:
        name = field.name
        known[f"set_{name}"] = vars(cls)[name].__set__
        value = name
        if field.default_factory is not dataclasses.MISSING:
            known[f"new_{name}"] = field.default_factory
            parameters.append(f"{name}=ABSENT")
            value = f"new_{name}() if {name} is ABSENT else {name}"
        elif field.default is not dataclasses.MISSING:
            known[f"default_{name}"] = field.default
            parameters.append(f"{name}=default_{name}")
        else:
            parameters.append(name)
        lines.append(f"set_{name}(self, {value})")
    code = "\n ".join((f"def __init__({', '.join(parameters)}):", *lines))
    exec(code, known)  # noqa: S102  # names of fields, as the standard library does
    made = known["__init__"]
    made.__qualname__ = f"{cls.__qualname__}.__init__"
    made.__module__ = cls.__module__
    return made


def _refuse(self: Any, name: str, *_: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot change {type(self).__name__}.{name}")


def _is_equal(self: Any, other: Any) -> Any:
    if self.__class__ is not other.__class__:
        return NotImplemented
    return self.__compared__(self) == self.__compared__(other)


def _hash(self: Any) -> int:
    return hash(self.__compared__(self))


def _repr(self: Any) -> str:
    said = (f"{f.name}={getattr(self, f.name)!r}" for f in dataclasses.fields(self) if f.repr)
    return f"{type(self).__qualname__}({', '.join(said)})"


def _state(self: Any) -> list[Any]:
    return [getattr(self, f.name) for f in dataclasses.fields(self)]


def _restore(self: Any, state: list[Any]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)
