"""One change in plain Swedish, as it is told on the terminal and in Word."""

from __future__ import annotations

from generator.compare.change import (
    AMOUNT,
    CELL,
    COLUMN,
    COLUMN_ORDER,
    LEFT_OUT,
    ORDER,
    PARENT,
    REPLACED,
    ROW,
    ROW_ORDER,
    Along,
    Change,
)
from generator.compare.excerpts import CUT, excerpts, marked
from generator.compare.item import CHAPTER, DOCUMENT, GOAL, GROUP, MODEL, TABLE
from generator.compare.plain import PARAGRAPH, shortened
from generator.compare.silence import FIELD as FOLLOWED_UP
from generator.domain.belopp import EMPTY, NBSP, format_number
from generator.domain.wording import listed

ARROW = "\N{RIGHTWARDS ARROW}"
_TITLE = 90
_VALUE = 120
_LONG = 40
"""Characters from which a text is shown by the words that changed in it."""
_MOST = 3
"""Places of a text that are shown."""
_IN_TABLE = (AMOUNT, CELL, ROW, COLUMN, ROW_ORDER, COLUMN_ORDER)


def told(change: Change) -> str:
    """Return the change in one line, without the place and without a mark for what kind of change it is."""
    if change.field in _IN_TABLE:
        return _in_table(change)
    if not change.field:
        return subject(change) + with_along(change.along)
    if change.part and change.change != "changed":
        return _part(change)
    values = f"{_value(change.old)} {ARROW} {_value(change.new)}"
    if change.field == PARENT:
        return f"{subject(change)}: {values}"
    if change.field == ORDER:
        return f"ordningen bland {change.plural or change.kind}: {values}"
    if change.field == REPLACED:
        kind = change.kind if len(change.old_ids) == 1 else change.plural or change.kind
        return f"{kind} {_quoted(change.old)} ersätts av {_quoted(change.new)}"
    return _of_field(change)


def subject(change: Change, longest: int = _TITLE) -> str:
    """Return what it is about: ”insatsområde ”Nära vård””; of the document itself nothing."""
    if change.role in (DOCUMENT, MODEL):
        return "styrmodellen" if change.role == MODEL else ""
    return f"{change.kind} ”{shortened(change.title, longest)}”"


def with_along(along: tuple[Along, ...]) -> str:
    """Return ”, med 2 uppdrag och 1 indikator”."""
    said = [f"{a.number} {a.kind if a.number == 1 else a.plural}" for a in along]
    return f", med {listed(said)}" if said else ""


def difference(old: str, new: str) -> str:
    """Return how a value differs: whole when it is short, else the words that changed."""
    is_cut = any(CUT in (text[:1], text[-1:]) for text in (old, new))
    is_short = (max(len(old), len(new)) <= _LONG and not is_cut) or not (old and new)
    is_rewritten = PARAGRAPH in old or PARAGRAPH in new  # of what is not, each paragraph is told by itself
    found = () if is_short or is_rewritten else excerpts(old, new)
    if not found:
        return f"{_value(old)} {ARROW} {_value(new)}"
    left = len(found) - _MOST
    more = f" (och {left} {'ställe' if left == 1 else 'ställen'} till)" if left > 0 else ""
    return " / ".join(map(marked, found[:_MOST])) + more


def amount(change: Change) -> str:
    """Return ”35 063,9 → 35 500,0 tkr, +436,1”."""
    words = f"{change.old or EMPTY} {ARROW} {change.new or EMPTY}{unit_after(change.unit)}"
    if change.difference is not None:
        words += f", {format_number(change.difference, signed=True)}"
    return words + (" (summa)" if change.follows else "")


def unit_after(unit: str) -> str:
    """Return the unit as it stands after an amount; a mere number has none."""
    return f"{NBSP}{unit}" if unit not in ("", "antal") else ""


def _quoted(titles: str) -> str:
    return titles if titles.startswith("”") else f"”{titles}”"


def is_of_whole(change: Change) -> bool:
    """Tell whether it is a value of a goal, chapter or table: it is told below that."""
    own = change.role in (GOAL, CHAPTER, TABLE, GROUP) and bool(change.change == "changed" or change.part)
    return own and change.field not in (REPLACED, *_IN_TABLE)


def _of_field(change: Change) -> str:
    if change.field == LEFT_OUT:
        along = with_along(change.along)
        return f"tas inte upp{along}: {_value(change.new)}" if change.new else f"tas upp igen{along}"
    if change.field == FOLLOWED_UP and change.new:
        return change.new if is_of_whole(change) else f"{subject(change)} {change.new}"
    lead = change.field
    if change.field in ("namn", "text") and not (is_of_whole(change) or change.part) and subject(change):
        lead = change.kind
    elif not is_of_whole(change) and subject(change) and change.role != MODEL:
        lead = f"{subject(change)}, {change.field}"
    return f"{lead}: {difference(change.old, change.new)}"


def _part(change: Change) -> str:
    """Return ”stycke ”Nämnden svarar …””, with whose text it is where that is not told above."""
    whose = "" if is_of_whole(change) or change.role == MODEL else subject(change)
    field = "" if change.field in ("text", "punkter") else change.field
    what = f"{change.part} på annan plats" if change.change == "moved" else change.part
    return f"{', '.join(filter(None, (whose, field, what)))} ”{_value(change.new or change.old)}”"


def _value(text: str) -> str:
    return shortened(text, _VALUE) or EMPTY


def _in_table(change: Change) -> str:
    if change.field in (ROW, COLUMN):
        if change.change == "changed":
            return f"{change.field} ”{change.old}” heter nu ”{change.new}”"
        said = _value(change.old or change.new)
        return (
            f"{change.field} {said}{unit_after(change.unit) if change.field == ROW and ':' in said else ''}"
        )
    if change.field in (ROW_ORDER, COLUMN_ORDER):
        return f"{change.field}: {_value(change.old)} {ARROW} {_value(change.new)}"
    cell = " ".join(filter(None, (shortened(change.row, _TITLE), change.column)))
    return f"{cell}: {difference(change.old, change.new) if change.field == CELL else amount(change)}"
