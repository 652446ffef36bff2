"""The changes in one line: ”2 insatsområden tillkommer, 1 uppdrag utgår, 3 målvärden ändras”.

The verbs are such as need no gender: what a styrmodell calls its levels is not known here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from generator.compare.change import (
    AMOUNT,
    CELL,
    COLUMN,
    COLUMN_ORDER,
    ORDER,
    PARENT,
    REPLACED,
    ROW,
    ROW_ORDER,
    Change,
)
from generator.compare.item import CHAPTER, DIRECTIVE, MEASURE, PROMISE, TABLE
from generator.compare.item import ORDER as UPPDRAG
from generator.compare.plain import HEADING, PIECE, POINT
from generator.compare.silence import FIELD as FOLLOWED_UP
from generator.compare.silence import NOT_TOLD
from generator.domain.belopp import NBSP, format_number
from generator.domain.hamtning import POWERS
from generator.domain.organisation import fold

NO_CHANGES = "Inga skillnader"

_WORDS: Mapping[str, tuple[str, str]] = {
    "målvärde": ("målvärde", "målvärden"),
    "ingångsvärde": ("ingångsvärde", "ingångsvärden"),
    "utfall": ("utfall", "utfall"),
    "bedömning": ("bedömning", "bedömningar"),
    "måluppfyllelse": ("bedömning", "bedömningar"),
    "prognos": ("prognos", "prognoser"),
    "status": ("status", "status"),
    "årgång": ("årgång", "årgångar"),
    AMOUNT: ("belopp", "belopp"),
    CELL: ("tabellcell", "tabellceller"),
    ROW: ("tabellrad", "tabellrader"),
    COLUMN: ("kolumn", "kolumner"),
    PIECE: ("stycke", "stycken"),
    POINT: ("punkt", "punkter"),
    HEADING: ("rubrik", "rubriker"),
    **dict.fromkeys(("titel", "text", "egen text", "namn", "punkter"), ("formulering", "formuleringar")),
}
"""What has changed, by its field: one and several. What is not here is an uppgift."""
_OTHER = ("uppgift", "uppgifter")
_VERBS = {"added": "tillkommer", "removed": "utgår", "moved": "flyttas", "changed": "ändras"}
_VERBS_IN_ORDER = ("tillkommer", "utgår", "ersätts", "flyttas", NOT_TOLD, "ändras")
_KINDS = (UPPDRAG, DIRECTIVE, PROMISE, MEASURE, CHAPTER, TABLE, "inledning")
"""What is told after the goals, which the styrmodell names, in this order."""
_ORDER_OF_THINGS = ("ordningsföljd", "ordningsföljder")
_MOST_YEARS = 3


def summary(changes: Sequence[Change]) -> str:
    """Return the line; ”Inga skillnader” when there are none."""
    if not changes:
        return NO_CHANGES
    counted: Counter[tuple[str, str, str]] = Counter()
    for change in changes:
        if not change.follows:
            counted[_counted_as(change)] += 1
    said = [_said(key, counted[key], changes) for key in sorted(counted, key=_rank)]
    return ", ".join(said) or "Bara summor ändras"


def _counted_as(change: Change) -> tuple[str, str, str]:
    """Return one, several, and what happens to them."""
    if change.field in (ORDER, ROW_ORDER, COLUMN_ORDER):
        return *_ORDER_OF_THINGS, _VERBS["changed"]
    if change.field == FOLLOWED_UP:
        return change.kind, change.plural or change.kind, NOT_TOLD
    if change.field == REPLACED:
        return change.kind, change.plural or change.kind, "ersätts"
    if change.part and change.change != "changed":
        return *_WORDS[change.part], _VERBS[change.change]
    if change.field in ("", PARENT):
        return change.kind, change.plural or change.kind, _VERBS[change.change]
    return *_WORDS.get(change.field, _OTHER), _VERBS[change.change]


def _rank(key: tuple[str, str, str]) -> tuple[bool, int, int]:
    """Return where in the line it is told: whole things first, goals before tables, then what changed."""
    one, _, verb = key
    kinds, nouns = list(_KINDS), [words[0] for words in _WORDS.values()]
    is_noun = one in nouns or one in (_OTHER[0], _ORDER_OF_THINGS[0])
    if not is_noun:
        return False, kinds.index(one) if one in kinds else -1, _VERBS_IN_ORDER.index(verb)
    return True, nouns.index(one) if one in nouns else len(nouns), _VERBS_IN_ORDER.index(verb)


def _said(key: tuple[str, str, str], number: int, changes: Sequence[Change]) -> str:
    one, several, verb = key
    words = f"{number} {one if number == 1 else several} {verb}"
    net = net_words(changes) if (one, verb) == (AMOUNT, _VERBS["changed"]) else ""
    return f"{words} ({net})" if net else words


def net_words(changes: Iterable[Change]) -> str:
    """Return ”netto +1 250,0 tkr”, for each year by itself; nothing when it would mean nothing.

    Amounts of one table are added: others may have other signs, or tell the same again. So may a ”varav …”.
    """
    amounts = [c for c in changes if c.field == AMOUNT and not c.follows]
    amounts = [c for c in amounts if not fold(c.row).startswith("varav ")]
    known = [c for c in amounts if c.difference is not None and c.unit in POWERS]
    if not amounts or len(known) < len(amounts) or len({(c.new_ids, c.place) for c in amounts}) > 1:
        return ""
    by_column: dict[str, Decimal] = {}
    for change in known:
        by_column[change.column] = by_column.get(change.column, Decimal(0)) + (change.difference or 0)
    unit = known[0].unit
    if len(by_column) == 1:
        return f"netto {signed(next(iter(by_column.values())), unit)}"
    if len(by_column) > _MOST_YEARS:
        return ""
    each = "; ".join(f"{column} {signed(value)}" for column, value in by_column.items())
    return f"netto {each} {unit}"


def signed(value: Decimal, unit: str = "") -> str:
    """Return ”+1 250,0 tkr”."""
    return format_number(value, signed=True) + (f"{NBSP}{unit}" if unit and unit != "antal" else "")
