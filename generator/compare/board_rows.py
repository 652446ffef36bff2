"""Changes → the rows of an ändringsblad, each with what it counts for and about how high it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import ceil

from generator.compare.change import AMOUNT, ORDER, PARENT, REPLACED, SEPARATOR, Change
from generator.compare.excerpts import excerpts, marked
from generator.compare.item import DIRECTIVE, GOAL, MEASURE, PROMISE
from generator.compare.item import ORDER as UPPDRAG
from generator.compare.plain import shortened
from generator.compare.sentences import unit_after, with_along
from generator.compare.silence import FIELD as FOLLOWED_UP
from generator.compare.summary import signed
from generator.diagnostics.values import dataclass
from generator.documents.andringsblad import AndringsradVy
from generator.domain.belopp import EMPTY
from generator.domain.hamtning import POWERS
from generator.domain.wording import upper_first

_OF_CHAIN = (GOAL, UPPDRAG, DIRECTIVE, PROMISE, MEASURE)
_WORDED = {GOAL: "titel", MEASURE: "namn", UPPDRAG: "text", DIRECTIVE: "text", PROMISE: "text"}
HAPPENED = {"added": "Tillkommer", "removed": "Utgår", "moved": "Flyttas"}
REWORDED = "Ny lydelse"
_LONG, _PLACE, _VALUE = 130, 70, 70
_WIDEST, _WIDE, _NARROW = 50, 45, 24
"""Characters on a line of the widest column of the things, of the other tables, and of a narrow one."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row, how many changes it tells, how many lines it takes, how much it matters (least first)."""

    row: AndringsradVy
    changes: int
    lines: int
    rank: float


def is_thing(change: Change) -> bool:
    """Tell whether it is a goal, uppdrag or the like that came, went, moved or was reworded."""
    if change.role not in _OF_CHAIN or change.field == ORDER:
        return False
    if change.part and change.change != "changed":
        return False
    return change.field in ("", PARENT, REPLACED, _WORDED[change.role])


def is_measure(change: Change) -> bool:
    """Tell whether an indikator is measured differently."""
    return change.role == MEASURE and not is_thing(change) and change.field not in (ORDER, FOLLOWED_UP)


def is_amount(change: Change) -> bool:
    """Tell whether it is an amount."""
    return change.field == AMOUNT


def thing(change: Change) -> Entry:
    """Return the row of a goal or the like."""
    before = ""
    name = shortened(change.title, _LONG)
    happened = HAPPENED.get(change.change, REWORDED)
    if change.field == PARENT:
        before = shortened(change.old.rpartition(SEPARATOR)[2], _PLACE)
    elif change.field == REPLACED:
        happened, name, before = "Ersätts", shortened(change.new, _LONG), shortened(change.old, _LONG)
    elif change.field in ("titel", "namn"):
        name, before = shortened(change.new, _LONG), shortened(change.old, _LONG)
    elif change.field and (found := excerpts(change.old, change.new)):
        name = shortened(" / ".join(map(marked, found)), 2 * _LONG)
    elif change.field:
        name, before = shortened(change.new, _LONG), shortened(change.old, _LONG)
    text = f"{upper_first(change.kind)}: {name}{with_along(change.along)}"
    place = shortened(change.place[-1], _PLACE) if change.place else ""
    row = AndringsradVy(andring=happened, text=text, tidigare=before, plats=place)
    height = _lines(text, _WIDEST) + (_lines(f"Tidigare: {before}", _WIDEST) if before else 0)
    return Entry(row, 1, max(height, _lines(place, _NARROW)), _rank(change))


def _rank(change: Change) -> int:
    """Return how soon a row is left out: a goal last, what was only reworded first."""
    reworded = change.change == "changed" and change.field != REPLACED
    return _OF_CHAIN.index(change.role) + (len(_OF_CHAIN) if reworded else 0)


def measure(change: Change) -> Entry:
    """Return the row of what measures differently."""
    name = shortened(change.title, _LONG)
    text = name if change.field == "målvärde" else f"{name}, {change.field}"
    before, after = (shortened(value, _VALUE) or EMPTY for value in (change.old, change.new))
    row = AndringsradVy(text=text, fore=before, efter=after)
    height = max(_lines(text, _WIDE), _lines(before, _NARROW), _lines(after, _NARROW))
    return Entry(row, 1, height, 0 if change.field == "målvärde" else 1)


def amounts(changes: Iterable[Change]) -> Iterator[Entry]:
    """Yield the rows of amounts; each tells its table, which the first of those that are shown prints."""
    for change in changes:
        unit = unit_after(change.unit)
        heading = change.title + (f",{unit}" if unit else "")
        row = AndringsradVy(
            text=" ".join(filter(None, (shortened(change.row, _PLACE), change.column))),
            fore=change.old or EMPTY,
            efter=change.new or EMPTY,
            skillnad=signed(change.difference) if change.difference is not None else EMPTY,
            rubrik=heading,
            summa=change.follows,
        )
        yield Entry(row, 0 if change.follows else 1, _lines(row.text, _WIDE), _size(change))


def _size(change: Change) -> float:
    """Return how soon an amount is left out: the largest difference in kronor last, sums before all else."""
    if change.difference is None or change.unit not in POWERS:
        return 0.0
    kronor = float(abs(change.difference).scaleb(POWERS[change.unit]))
    return 1 / (1 + kronor) if change.follows else -kronor


def _lines(text: str, wide: int) -> int:
    return ceil(len(text) / wide) or 1
