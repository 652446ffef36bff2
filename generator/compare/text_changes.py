"""What changed between two texts as a list: the same kind of changes as by item, where there is no view."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import groupby

from generator.alignment.flow import CELL as TAB
from generator.alignment.flow import Flow, Kind, plain
from generator.compare.change import AMOUNT, CELL, Along, Change
from generator.compare.excerpts import between, first_words, last_words
from generator.compare.laid import Pair, laid
from generator.compare.marked_words import is_amount
from generator.compare.plain import shortened
from generator.compare.word_figures import differences
from generator.diagnostics.values import dataclass
from generator.domain.belopp import EMPTY

_TITLE = 90
_AMOUNTS = 3
"""Cells from which a row of amounts is one of several columns of them."""
_LONGEST = 400
_WORDS = {
    Kind.RUBRIK: ("rubrik", "rubriker"),
    Kind.RAD: ("tabellrad", "tabellrader"),
    Kind.FOTNOT: ("fotnot", "fotnoter"),
    Kind.BILD: ("bild", "bilder"),
}
_TEXT = ("text", "texter")
_TABLE = ("tabell", "tabeller")
_ALONG = {_TABLE[0]: ("rad till", "rader till"), "tabellrad": ("rad till", "rader till")}
_MORE = ("stycke till", "stycken till")


@dataclass(frozen=True, slots=True)
class Place:
    """A change, and which pairs (from, up to but not including) it is about."""

    change: Change
    start: int
    end: int


def text_changes(old: Flow, new: Flow) -> tuple[Change, ...]:
    """Return what changed in the text, in the order of the document; nothing for two that say the same.

    What was added or removed in one stretch is one change that counts its paragraphs.
    """
    return tuple(place.change for place in places(laid(old, new)))


def places(pairs: Sequence[Pair]) -> tuple[Place, ...]:
    """Return the changes with the pairs they are about."""
    found: list[Place] = []
    rows = Counter(_table_of(pair) for pair in pairs)
    heads: dict[int, tuple[str, ...]] = {}
    for pair in pairs:
        if pair.new is not None and pair.new.kind is Kind.RAD:
            heads.setdefault(pair.new.table, pair.new.cells)
    for _, members in groupby(enumerate(pairs), key=lambda one: _kind_of_change(*one)):
        stretch = list(members)
        at, pair = stretch[0]
        if pair.changed and (change := _change([one for _, one in stretch], rows, heads)) is not None:
            found.append(Place(change, at, at + len(stretch)))
    return tuple(found)


def _kind_of_change(at: int, pair: Pair) -> tuple[str, int]:
    """Return what is alike for neighbours that make one change; a reworded paragraph is one by itself."""
    if not pair.changed:
        return "", 0
    side = "removed" if pair.new is None else "added" if pair.old is None else "changed"
    return ("moved" if pair.moved else "") + side, at if side == "changed" else 0


def _table_of(pair: Pair) -> tuple[bool, int]:
    """Return which table of which version a row is in, and whether of the old one; 0 of what is no row."""
    return pair.new is None, pair.block.table


def _change(
    members: Sequence[Pair], rows: Mapping[tuple[bool, int], int], heads: Mapping[int, tuple[str, ...]]
) -> Change | None:
    pair = members[0]
    if pair.moved and pair.new is None:
        return None  # told where it stands now
    kind, plural = _WORDS.get(pair.block.kind, _TEXT)
    if pair.old is not None and pair.new is not None:
        return _row(pair, heads.get(pair.new.table, ())) or _reworded(pair, kind, plural)
    table = _table_of(pair)
    if table[1] and sum(_table_of(each) == table for each in members) == rows[table]:
        kind, plural = _TABLE
    title = plain(pair.block.cells[0] or pair.block.text)
    if kind == _WORDS[Kind.RAD][0] and len(members) == 1:
        title = "; ".join(filter(None, map(plain, pair.block.cells)))
    said = shortened(plain(" ".join(each.block.text for each in members)), _LONGEST)
    more = (Along(*_ALONG.get(kind, _MORE), len(members) - 1),) if len(members) > 1 else ()
    removed = pair.new is None
    return Change(
        "",
        kind,
        "moved" if pair.moved else "removed" if removed else "added",
        "",
        said if removed or pair.moved else "",
        "" if removed else said,
        pair.block.place,
        title=shortened(title, _TITLE),
        plural=plural,
        along=more,
    )


def _reworded(pair: Pair, kind: str, plural: str) -> Change:
    figures = differences(pair.old_words, pair.new_words, pair.runs)
    one = figures[0] if len(figures) == 1 else None
    return Change(
        "",
        kind,
        "changed",
        "text",
        _excerpt(pair, is_new=False),
        _excerpt(pair, is_new=True),
        pair.block.place,
        title=shortened(plain(pair.block.cells[0] or pair.block.text), _TITLE),
        plural=plural,
        row=plain(pair.block.cells[0]) if pair.block.kind is Kind.RAD else "",
        unit=one.unit if one else "",
        difference=one.value if one else None,
    )


def _row(pair: Pair, head: Sequence[str]) -> Change | None:
    """Return a change of a row told by its cells, where it has as many as before.

    An amount is told by its column too, which the first row of the table names.
    """
    old, new = _cells(pair.old_words), _cells(pair.new_words)
    if pair.block.kind is not Kind.RAD or len(old) != len(new) or old[0] != new[0]:
        return None
    differ = [at for at, (a, b) in enumerate(zip(old, new, strict=True)) if a != b]
    figures = differences(pair.old_words, pair.new_words, pair.runs)
    one = figures[0] if len(figures) == len(differ) == 1 and is_amount(new[differ[0]]) else None
    return Change(
        "",
        _TABLE[0],
        "changed",
        AMOUNT if one else CELL,
        "; ".join(old[at] or EMPTY for at in differ),
        "; ".join(new[at] or EMPTY for at in differ),
        pair.block.place,
        title=shortened(new[0], _TITLE),
        plural=_TABLE[1],
        row=new[0],
        column=plain(head[differ[0]]) if one and len(head) == len(new) >= _AMOUNTS else "",
        unit=one.unit if one else "",
        difference=one.value if one else None,
    )


def _cells(said: Sequence[str]) -> list[str]:
    return [plain(cell) for cell in "".join(said).split(TAB)]


def _excerpt(pair: Pair, *, is_new: bool) -> str:
    """Return the words of one side that changed, with a few of those around them.

    What is around them is alike on both sides; ”…” stands for what is left out.
    """
    said = [_said(pair, at, is_new=is_new) for at in range(len(pair.runs))]
    return plain("".join(said))


def _said(pair: Pair, at: int, *, is_new: bool) -> str:
    run = pair.runs[at]
    if not run.equal:
        return "".join(run.new.of(pair.new_words) if is_new else run.old.of(pair.old_words))
    part = run.new.of(pair.new_words)
    if at == 0:
        return last_words(part)
    return first_words(part) if at == len(pair.runs) - 1 else between(part)
