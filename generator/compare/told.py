"""Items and what happened to them → changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from generator.compare.change import ORDER, REPLACED, SEPARATOR, Along, Change
from generator.compare.item import Item
from generator.compare.matching import Replacement
from generator.compare.plain import shortened
from generator.domain.wording import listed

LONGEST = 90
"""Characters of what stands above; an uppdrag has no title but its text."""
_SHORT = 60
"""Characters of each title where many are listed."""


def changed(old: Item, new: Item, field: str, before: str, after: str) -> Change:
    """Return that a value of an item is another."""
    return Change(
        new.id,
        new.kind,
        "changed",
        field,
        before,
        after,
        new.place,
        title=new.titel,
        plural=new.plural,
        role=new.key.role,
        old_ids=(old.id,),
        new_ids=(new.id,),
    )


def whole(item: Item, along: tuple[Along, ...], *, is_new: bool) -> Change:
    """Return that an item was added or removed, with what came or went with it."""
    ids: tuple[tuple[str, ...], ...] = ((), (item.id,)) if is_new else ((item.id,), ())
    return Change(
        item.id,
        item.kind,
        "added" if is_new else "removed",
        "",
        "" if is_new else item.titel,
        item.titel if is_new else "",
        item.place,
        title=item.titel,
        plural=item.plural,
        role=item.key.role,
        old_ids=ids[0],
        new_ids=ids[1],
        along=along,
    )


def reordered(old: Item | None, new: Item | None, before: Sequence[Item], after: Sequence[Item]) -> Change:
    """Return that the things below a parent (None: the document) stand in another order."""
    first = after[0]
    return Change(
        new.id if new else "",
        first.kind,
        "moved",
        ORDER,
        _short_titles(before),
        _short_titles(after),
        below_title(new) if new else (),
        plural=first.plural,
        role=first.key.role,
        old_ids=(old.id,) if old else (),
        new_ids=(new.id,) if new else (),
    )


def replaced(what: Replacement) -> Change:
    """Return that some items took the place of others."""
    news, olds = what.new, what.old
    known = news if len(news) == 1 else olds
    return Change(
        known[0].id,
        known[0].kind,
        "changed",
        REPLACED,
        _titles(olds),
        _titles(news),
        news[0].place,
        title=_titles(olds),
        plural=known[0].plural,
        role=known[0].key.role,
        old_ids=tuple(i.id for i in olds),
        new_ids=tuple(i.id for i in news),
    )


def _titles(items: Sequence[Item]) -> str:
    return listed([f"”{i.titel}”" for i in items])


def _short_titles(items: Sequence[Item]) -> str:
    return "; ".join(shortened(item.titel, _SHORT) for item in items)


def below_title(item: Item) -> tuple[str, ...]:
    """Return the place of what stands right below an item."""
    return (*item.place, shortened(item.titel, LONGEST))


def path(item: Item) -> str:
    """Return what stands above an item, from the top."""
    return SEPARATOR.join(filter(None, item.place))


def counted(items: Iterable[Item]) -> tuple[Along, ...]:
    """Return how many there are of each kind, in the order they come."""
    found = Counter((item.kind, item.plural) for item in items)
    return tuple(Along(*words, number) for words, number in found.items())
