"""The filters and tests a template may use: a short list, because each one is a promise and a door."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import is_dataclass
from decimal import Decimal
from functools import cache
from types import NoneType
from typing import Any

from jinja2 import Undefined, pass_context
from jinja2.filters import FILTERS
from jinja2.runtime import Context
from jinja2.tests import TESTS

from generator.diagnostics import StyrdokError, did_you_mean
from generator.ooxml.tags import PLAIN_FILTER, SHOWN_FILTER
from generator.render.inline import shown

ROUNDS = "__varv"
SHORT = "__kort"
LONGEST = 100_000
"""Characters. The longest text that a template may put together in a tag."""
MOST_ROUNDS = 1_000_000
"""The most rounds that the loops of one part may go, all together."""

_KEPT_FILTERS = (
    "abs", "batch", "capitalize", "count", "d", "default", "first", "float", "groupby", "int", "join", "last",
    "length", "list", "lower", "map", "max", "min", "reject", "rejectattr", "reverse", "round", "select",
    "selectattr", "slice", "sort", "string", "sum", "title", "trim", "unique", "upper", "wordcount",
)  # fmt: skip
_KEPT_TESTS = (
    "!=", "<", "<=", "==", ">", ">=", "boolean", "defined", "divisibleby", "eq", "equalto", "even", "false",
    "ge", "greaterthan", "gt", "in", "integer", "iterable", "le", "lessthan", "lower", "lt", "mapping", "ne",
    "none", "number", "odd", "sameas", "sequence", "string", "true", "undefined", "upper",
)  # fmt: skip
_INNER = (ROUNDS, SHORT, PLAIN_FILTER, SHOWN_FILTER)
_PRINTED = (str, int, float, Decimal, NoneType, Undefined)
_MOST_PIECES = 10_000
_MOST_DECIMALS = 15
_PERIOD = re.compile(r" (?=\d{4}[–-]\d{4}\b)")


class RoundsContext(Context):
    """A context that counts the rounds of its loops."""

    rounds = 0


def filter_names() -> tuple[str, ...]:
    """Return the names of the filters that people write, in order."""
    return tuple(sorted(name for name in filters() if name not in _INNER))


def filter_hint(name: str) -> str:
    """Return which filter may be meant."""
    return did_you_mean(name, filter_names(), f"De som finns är {', '.join(filter_names())}.")


@cache
def filters() -> dict[str, Any]:
    """Return the filters by name; those of Jinja that can do harm or are of no use here are left out."""
    kept: dict[str, Any] = {name: FILTERS[name] for name in _KEPT_FILTERS}
    own: dict[str, Any] = {
        "stor": _upper_first,
        "liten": _lower_first,
        "omslag": _for_cover,
        "batch": _pieces("batch"),
        "round": _rounded,
        "slice": _pieces("slice"),
        "replace": _replace,
        PLAIN_FILTER: _plain,
        SHOWN_FILTER: printable,
        ROUNDS: _rounds,
        SHORT: short,
    }
    return {**kept, **own}


@cache
def tests() -> dict[str, Any]:
    """Return the tests by name."""
    return {name: TESTS[name] for name in _KEPT_TESTS}


def short(value: Any) -> Any:
    """Return the value. Raises StyrdokError for a text longer than any document needs."""
    if _size(value, LONGEST + 1) > LONGEST:
        raise StyrdokError("texten i taggen blir orimligt lång", "Skriv en kortare text.")
    return value


def _size(value: Any, limit: int) -> int:
    """Return how much a value holds, counted no further than the limit."""
    if isinstance(value, str):
        return min(len(value), limit)
    size = 1
    if isinstance(value, tuple | list):
        for item in value:
            size += _size(item, limit - size)
            if size >= limit:
                break
    return size


def printable(value: Any) -> Any:
    """Return the value. Raises StyrdokError for a list or a thing with parts, which would print as code."""
    if isinstance(value, _PRINTED) or any("__str__" in vars(c) for c in type(value).__mro__[:-1]):
        return value
    if is_dataclass(value):
        raise StyrdokError("taggen skriver ut något som har flera delar", "Skriv vilken del, efter en punkt.")
    raise StyrdokError("taggen skriver ut en hel lista", "Gå igenom listan med {%p for … in … %}.")


def _plain(value: Any) -> str:
    if isinstance(value, Undefined):
        str(value)
    return shown(printable(value))


@pass_context
def _rounds(context: Context, value: Any) -> tuple[Any, ...]:
    """Return what a loop goes through, and count it: no loop goes on for ever."""
    if isinstance(value, Undefined):
        str(value)
    if isinstance(value, str | Mapping) or not isinstance(value, Iterable):
        raise StyrdokError("det som ”for” ska gå igenom är ingen lista", "Skriv namnet på en lista efter in.")
    items = value if isinstance(value, tuple) else tuple(value)
    if isinstance(context, RoundsContext):
        context.rounds += len(items)
        if context.rounds > MOST_ROUNDS:
            raise StyrdokError(
                "mallens slingor går orimligt många varv", "Ta bort slingor som står inuti varandra."
            )
    return items


def _pieces(name: str) -> Callable[..., Any]:
    """Return the filter that cuts a list up, with a limit on the pieces."""
    original: Any = FILTERS[name]

    def cut(value: Any, number: Any, fill_with: Any = None) -> Any:
        if not isinstance(number, int) or not 0 < number <= _MOST_PIECES:
            raise StyrdokError(
                f"”{name}” behöver ett tal mellan 1 och {_MOST_PIECES}", "Rätta talet i taggen."
            )
        return original(value, number, fill_with)

    return cut


def _rounded(value: Any, precision: Any = 0, method: str = "common") -> Any:
    if not isinstance(precision, int) or abs(precision) > _MOST_DECIMALS:
        raise StyrdokError("”round” behöver ett litet antal decimaler", "Rätta talet i taggen.")
    original: Any = FILTERS["round"]
    return original(value, precision, method)


def _replace(value: Any, old: str, new: str, count: int = -1) -> str:
    result: str = short(str(value).replace(str(old), str(new), count))
    return result


def _upper_first(value: Any) -> str:
    text = str(value)
    return text[:1].upper() + text[1:]


def _for_cover(value: Any) -> str:
    """Return a title with a period of years on a line of its own: a title is not broken at its dash."""
    return _PERIOD.sub("\n", str(value))


def _lower_first(value: Any) -> str:
    text = str(value)
    return text[:1].lower() + text[1:]
