"""What a cell says was measured: the value, its parts by group, and values of earlier years."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field, replace

from generator.checks.quantities import Quantity, plain_spaces, quantity
from generator.diagnostics.values import dataclass

_YEAR = r"((?:19|20)\d\d)(?:[/–-]\d{2,4})?"
_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_BEFORE_COMMA = re.compile(r"[ ,]+,")
_EARLIER = re.compile(rf"(?:[^\W\d_]+ )*{_YEAR}: ?(.+)")
_GROUP = re.compile(r"([^\W\d_]+):? (.+)")
_DATED = re.compile(rf"(?:[^\W\d_]+ )*{_YEAR} ?= ?(.+)")
_TO_COME = re.compile(rf"(?:[^\W\d_]+ )?utfall(?:et)? {_YEAR}")
_ANY_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class Outcome:
    """A measured value, or one for each group (kvinnor, män); ``earlier`` what it was, by year."""

    values: tuple[Quantity, ...]
    earlier: Mapping[int, Quantity] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Start:
    """The starting value of the latest year it is told for (0: the year is not said).

    ``value`` is None when that year's outcome is still to come.
    """

    year: int = 0
    value: Quantity | None = None


def outcome(text: str) -> Outcome | None:
    """Return what an outcome says: ”79 % (2018: 81 %)”, ”Kvinnor 80, män 74”; None when not certain."""
    text = plain_spaces(text.replace("\n", ", "))
    values = _values(_BEFORE_COMMA.sub(",", _IN_BRACKETS.sub(" ", text)).strip(" ,"))
    if not values:
        return None
    earlier: dict[int, Quantity] = {}
    for inside in _IN_BRACKETS.findall(text):
        said = _EARLIER.fullmatch(inside)
        value = quantity(said[2]) if said is not None else None
        if said is not None and value is not None:
            earlier.setdefault(int(said[1]), _like(value, values[0]))
    return Outcome(values, earlier if len(values) == 1 else {})


def start(text: str) -> Start | None:
    """Return what an ingångsvärde says of the latest year; None when it is not certain."""
    found: list[Start] = []
    for line in text.split("\n"):
        plain = plain_spaces(line)
        bare = " ".join(_IN_BRACKETS.sub(" ", plain).split())
        if not bare:
            continue
        told = _line(bare, plain)
        if told is None:
            return None
        found.append(told)
    return max(found, key=lambda s: s.year, default=None)


def _line(bare: str, plain: str) -> Start | None:
    if to_come := _TO_COME.fullmatch(bare):
        return Start(int(to_come[1]))
    if dated := _DATED.fullmatch(bare):
        value = quantity(dated[2])
        return Start(int(dated[1]), value) if value is not None else None
    value = quantity(bare)
    years = _ANY_YEAR.findall(plain.removeprefix(bare))
    return Start(max(map(int, years), default=0), value) if value is not None else None


def _values(text: str) -> tuple[Quantity, ...]:
    """Return the one quantity of the text, or those of its groups; nothing when anything else is in it."""
    one = quantity(text)
    if one is not None:
        return (one,)
    groups = [_GROUP.fullmatch(part.strip()) for part in re.split(r", (?=[^\W\d_])| och ", text)]
    found = [quantity(g[2]) if g is not None else None for g in groups]
    return tuple(q for q in found if q is not None) if len(found) > 1 and None not in found else ()


def _like(value: Quantity, other: Quantity) -> Quantity:
    """Return an earlier value in the unit of the later one when it has none of its own."""
    return value if value.unit or not other.unit else replace(_in_unit(value, other), kind=other.kind)


def _in_unit(value: Quantity, other: Quantity) -> Quantity:
    made = quantity(f"1 {other.unit}")
    factor = made.value if made is not None else 1
    return replace(value, value=value.value * factor, step=value.step * factor, unit=other.unit)
