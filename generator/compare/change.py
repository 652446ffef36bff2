"""One change between two versions, as it is told and published."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from generator.diagnostics.values import dataclass

Slag = Literal["added", "removed", "changed", "moved"]

SEPARATOR = " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} "
"""Between the parts of a place, from the top."""

REPLACED = "ersatt av"
"""The field of a change that tells of a goal and what took its place."""
PARENT, ORDER = "under", "ordning"
"""The fields of what was moved, and of the order among siblings."""
LEFT_OUT = "utelämnat"
"""The field of a goal that a document leaves out: the reason."""
AMOUNT, CELL, ROW, COLUMN = "belopp", "cell", "rad", "kolumn"
ROW_ORDER, COLUMN_ORDER = "radernas ordning", "kolumnernas ordning"
"""The fields of what changed inside a table."""


@dataclass(frozen=True, slots=True)
class Along:
    """What went or came with an item: how many of a kind."""

    kind: str
    plural: str
    number: int


@dataclass(frozen=True, slots=True)
class Change:
    """A change; what is mirrored has ``old`` and ``new`` swapped, and the difference negated.

    ``kind`` is what the styrmodell calls the item (insatsområde), ``plural`` several of them, ``role`` what
    it is whatever the styrmodell calls it. ``field`` is a Swedish key (målvärde), empty when the whole item
    was added or removed. ``part`` is what of a longer text it is about (stycke, punkt, rubrik): ``old`` and
    ``new`` are then that part. ``place`` are the titles above, from the top, ``title`` what the item is
    called now.

    Of an amount ``row`` and ``column`` say where it stands, ``unit`` what ``difference`` is counted in, and
    ``vintages`` the decisions that the two figures belong to. ``follows`` tells that it is a sum which
    differs just as much as its parts do.
    """

    id: str
    kind: str
    change: Slag
    field: str
    old: str
    new: str
    place: tuple[str, ...]
    title: str = ""
    plural: str = ""
    role: str = ""
    part: str = ""
    old_ids: tuple[str, ...] = ()
    new_ids: tuple[str, ...] = ()
    along: tuple[Along, ...] = ()
    row: str = ""
    column: str = ""
    unit: str = ""
    difference: Decimal | None = None
    follows: bool = False
    vintages: tuple[str, str] = ("", "")
