"""What changed between two texts as a list: the same kind of changes as by item, where there is no view."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from generator.alignment.flow import CELL as TAB
from generator.alignment.flow import Flow, Kind, plain
from generator.compare.change import AMOUNT, CELL, Along, Change
from generator.compare.laid import Pair, laid
from generator.compare.marked_words import is_amount
from generator.compare.plain import shortened
from generator.compare.word_figures import differences
from generator.diagnostics.values import dataclass
from generator.domain.belopp import EMPTY

_TITLE = 90
_LONGEST = 400
_AROUND = 8
"""Words (blanks among them) shown on each side of what changed."""
_WORDS = {
    Kind.RUBRIK: ("rubrik", "rubriker"),
    Kind.RAD: ("tabell", "tabeller"),
    Kind.FOTNOT: ("fotnot", "fotnoter"),
    Kind.BILD: ("bild", "bilder"),
}
_TEXT = ("text", "texter")
_ALONG = ("stycke till", "stycken till")
_GAP = " … "


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
    for _, members in groupby(enumerate(pairs), key=lambda one: _kind_of_change(*one)):
        stretch = list(members)
        at, pair = stretch[0]
        if pair.changed and (change := _change([each for _, each in stretch])) is not None:
            found.append(Place(change, at, at + len(stretch)))
    return tuple(found)


def _kind_of_change(at: int, pair: Pair) -> tuple[str, int]:
    """Return what is alike for neighbours that make one change; a reworded paragraph is one by itself."""
    if not pair.changed:
        return "", 0
    side = "removed" if pair.new is None else "added" if pair.old is None else "changed"
    return ("moved" if pair.moved else "") + side, at if side == "changed" else 0


def _change(members: Sequence[Pair]) -> Change | None:
    pair = members[0]
    if pair.moved and pair.new is None:
        return None  # told where it stands now
    kind, plural = _WORDS.get(pair.block.kind, _TEXT)
    if pair.old is not None and pair.new is not None:
        return _row(pair, plural) or _reworded(pair, kind, plural)
    title = shortened(plain(pair.block.cells[0] or pair.block.text), _TITLE)
    said = shortened(plain(" ".join(each.block.text for each in members)), _LONGEST)
    more = (Along(*_ALONG, len(members) - 1),) if len(members) > 1 else ()
    removed = pair.new is None
    return Change(
        "",
        kind,
        "moved" if pair.moved else "removed" if removed else "added",
        "",
        said if removed or pair.moved else "",
        "" if removed else said,
        pair.block.place,
        title=title,
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


def _row(pair: Pair, plural: str) -> Change | None:
    """Return a change of a row told by its cells, where it has as many as before."""
    old, new = _cells(pair.old_words), _cells(pair.new_words)
    if pair.block.kind is not Kind.RAD or len(old) != len(new) or old[0] != new[0]:
        return None
    differ = [at for at, (a, b) in enumerate(zip(old, new, strict=True)) if a != b]
    figures = differences(pair.old_words, pair.new_words, pair.runs)
    one = figures[0] if len(figures) == len(differ) == 1 and is_amount(new[differ[0]]) else None
    return Change(
        "",
        "tabell",
        "changed",
        AMOUNT if one else CELL,
        "; ".join(old[at] or EMPTY for at in differ),
        "; ".join(new[at] or EMPTY for at in differ),
        pair.block.place,
        title=shortened(new[0], _TITLE),
        plural=plural,
        row=new[0],
        unit=one.unit if one else "",
        difference=one.value if one else None,
    )


def _cells(said: Sequence[str]) -> list[str]:
    return [plain(cell) for cell in "".join(said).split(TAB)]


def _excerpt(pair: Pair, *, is_new: bool) -> str:
    """Return the words of one side from the first change to the last, with a little of what is around.

    Where the changes are far apart, each stands by itself; what is around them is alike on both sides.
    """
    places = [at for at, run in enumerate(pair.runs) if not run.equal]
    first, last = places[0], places[-1]
    said = [_said(pair, at, is_new=is_new) for at in range(first, last + 1)]
    if sum(map(len, said)) > _LONGEST:
        apart = (_around(pair, at, _said(pair, at, is_new=is_new), at) for at in places)
        return shortened(_GAP.join(apart), _LONGEST)
    return _around(pair, first, "".join(said), last)


def _said(pair: Pair, at: int, *, is_new: bool) -> str:
    run = pair.runs[at]
    own = is_new or run.equal
    return "".join(run.new.of(pair.new_words) if own else run.old.of(pair.old_words))


def _around(pair: Pair, first: int, said: str, last: int) -> str:
    before = pair.runs[first - 1].new.of(pair.new_words) if first else ()
    after = pair.runs[last + 1].new.of(pair.new_words) if last + 1 < len(pair.runs) else ()
    return plain("".join((*before[-_AROUND:], said, *after[:_AROUND])))
