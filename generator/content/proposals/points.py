"""Points of a proposal's lists laid over those of the main one, by id: åtaganden, direktiv, their points."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.content.findings import Findings
from generator.content.proposals.marks import (
    CODE,
    is_misspelt,
    is_new,
    is_struck,
    merged,
    report_missing,
    unmarked,
)
from generator.content.raw import RawItem, RawList
from generator.diagnostics import did_you_mean
from generator.domain.prosa import Block, ListBlock, Prosa


def has_ids(raw: RawList) -> bool:
    """Tell whether the list's points are known by ids, or marked as new."""
    return any(item.attributes.id or is_new(item.attributes) for item in raw.items)


def ids_of(lists: Iterable[RawList]) -> Iterator[str]:
    """Yield the ids of the points and of those inside them."""
    for raw in lists:
        for item in raw.items:
            yield from (each.attributes.id for each in (item, *item.points) if each.attributes.id)


class Points:
    """Lays the points of a proposal over those of some lists of the main one.

    ``elsewhere`` are the ids of points under other headings of the file, with what the heading says: such a
    one can be moved here, but not be struck here.
    """

    def __init__(self, lists: Sequence[RawList], elsewhere: Mapping[str, str], findings: Findings) -> None:
        self.lists = [list(raw.items) for raw in lists]
        self.main, self.elsewhere, self.findings = lists, elsewhere, findings

    def lay(self, own: RawList) -> bool:
        """Take up the proposal's list; False when it has none to be laid over, and is new as a whole."""
        if not self.lists:
            return False
        mentioned = {item.attributes.id for item in own.items}
        place: tuple[list[RawItem], int] | None = None
        waiting: list[RawItem] = []
        for item in own.items:
            found = self._find(item.attributes.id)
            if found is not None:
                holder, at = found
                holder[at:at] = waiting
                at += len(waiting)
                waiting.clear()
                place = holder, self._there(holder, at, item)
            elif self._may_be_added(item, mentioned):
                new = clean(item)
                if place is None:
                    waiting.append(new)
                else:
                    place[0].insert(place[1], new)
                    place = place[0], place[1] + 1
        self.lists[-1].extend(waiting)
        return True

    def laid(self) -> list[RawList]:
        """Return the lists as they are after the proposal; one whose points are all struck is gone."""
        pairs = zip(self.main, self.lists, strict=True)
        return [replace(raw, items=tuple(items)) for raw, items in pairs if items]

    def lists_or_none(self) -> list[RawList | None]:
        """Return the same with None where a list is gone."""
        pairs = zip(self.main, self.lists, strict=True)
        return [replace(raw, items=tuple(items)) if items else None for raw, items in pairs]

    def _find(self, id_: str) -> tuple[list[RawItem], int] | None:
        for items in self.lists if id_ else ():
            for at, item in enumerate(items):
                if item.attributes.id == id_:
                    return items, at
        return None

    def _there(self, holder: list[RawItem], at: int, item: RawItem) -> int:
        """Change or strike a point, and return where one that comes after it belongs."""
        if is_struck(item.attributes):
            del holder[at]
            return at
        if is_new(item.attributes):
            message = f"”{item.attributes.id}” finns redan i huvudförslaget"
            self.findings.error(
                "S004", message, item.attributes.position, "Ta bort ny, eller välj ett annat id."
            )
        holder[at] = self._changed(holder[at], item)
        return at + 1

    def _changed(self, main: RawItem, own: RawItem) -> RawItem:
        """Return the point with what the proposal says of it: its words, its particulars, its points."""
        said = merged(main.attributes, own.attributes)
        words = [block for block in own.content if not isinstance(block, ListBlock)]
        if str(Prosa(tuple(words))).strip():
            fresh = clean(own)
            return replace(fresh, attributes=said)
        if not own.points:
            return replace(main, attributes=said, position=own.position)
        inner = Points([RawList(False, 1, main.points, main.position)], {}, self.findings)
        inner.lay(RawList(False, 1, own.points, own.position))
        points = tuple(inner.lists[0])
        return RawItem(_with_points(main.content, points), said, own.position, points)

    def _may_be_added(self, item: RawItem, mentioned: set[str]) -> bool:
        """Tell whether the point can be a new one; what is more likely a slip is noted (S009)."""
        id_, known = item.attributes.id, list(ids_of(self.main))
        place = item.attributes.position if item.attributes else item.position
        if is_struck(item.attributes):
            self.report_struck(item, known)
            return False
        meant = "" if is_new(item.attributes) or not id_ else is_misspelt(id_, known, mentioned)
        if meant:
            hint = did_you_mean(id_, [meant]) + f" Om punkten är ny: skriv {{#{id_} ny}}."
            self.findings.error(CODE, f"Punkten ”{id_}” finns inte i huvudförslaget", place, hint)
        return not meant

    def report_struck(self, item: RawItem, known: Collection[str] = ()) -> None:
        """Note that a point is struck where it does not stand (S009)."""
        id_, place = item.attributes.id, item.attributes.position
        if id_ in self.elsewhere:
            hint = f"Skriv den under rubriken ”{self.elsewhere[id_]}”, som i huvudförslaget."
            self.findings.error(CODE, f"Punkten ”{id_}” står inte under den här rubriken", place, hint)
        else:
            said = id_ or str(Prosa(item.content)).strip()
            report_missing("Punkten", said, known, place, self.findings, "")


def clean(item: RawItem) -> RawItem:
    """Return a new point without the marks."""
    points = tuple(clean(point) for point in item.points)
    return replace(item, attributes=unmarked(item.attributes), points=points)


def _with_points(content: Sequence[Block], points: Sequence[RawItem]) -> tuple[Block, ...]:
    """Return what a point holds, with these points in place of its lists."""
    words: list[Block] = [block for block in content if not isinstance(block, ListBlock)]
    first = next((block for block in content if isinstance(block, ListBlock)), ListBlock(False, (), 1))
    if points:
        words.append(replace(first, items=tuple(point.content for point in points)))
    return tuple(words)
