"""What stands right under a heading of a proposal, laid over what stands there in the main one.

Prose replaces prose. A table is known by its caption and a list of åtaganden or direktiv by the ids of its
points; of those only what the proposal gives is changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from generator.content.findings import Findings
from generator.content.proposals.layer import Trail
from generator.content.proposals.marks import (
    CODE,
    is_misspelt,
    is_new,
    is_struck,
    merged,
    report_missing,
    unmarked,
)
from generator.content.proposals.points import Points, clean, has_ids
from generator.content.proposals.rows import rows_laid_over
from generator.content.raw import Raw, RawList, RawProse, RawTable
from generator.diagnostics import Position, did_you_mean
from generator.diagnostics.values import dataclass
from generator.domain.fras import Phrase, Text
from generator.domain.organisation import fold
from generator.domain.prosa import Paragraph

_CAPTION = re.compile(r"Tabell:\s*", re.IGNORECASE)


@dataclass(slots=True, eq=False)
class Unit:
    """A table with its caption, a list whose points have ids, or a block of prose."""

    caption: RawProse | None = None
    table: RawTable | None = None
    points: RawList | None = None
    prose: Raw | None = None

    @property
    def is_table(self) -> bool:
        """Tell whether it is a table, or the caption of one."""
        return self.caption is not None or self.table is not None

    @property
    def id(self) -> str:
        """The id in the caption."""
        return self.caption.attributes.id if self.caption is not None else ""

    @property
    def title(self) -> str:
        """The table's title."""
        words = _words(self.caption) if self.caption is not None else ""
        return _CAPTION.sub("", words, count=1).strip()

    @property
    def position(self) -> Position:
        """Where it begins."""
        raws = self.blocks()
        return raws[0].position

    def blocks(self) -> list[Raw]:
        """Return the blocks it is made of."""
        return [raw for raw in (self.caption, self.table, self.points, self.prose) if raw is not None]


def units_of(blocks: Iterable[Raw], *, proposal: bool) -> list[Unit]:
    """Return the blocks as units; in a ``proposal`` a mark makes a list one of points."""
    found: list[Unit] = []
    for raw in blocks:
        if isinstance(raw, RawTable):
            last = found[-1] if found else None
            if last is not None and last.caption is not None and last.table is None:
                last.table = raw
            else:
                found.append(Unit(table=raw))
        elif isinstance(raw, RawProse) and _CAPTION.match(_words(raw)):
            found.append(Unit(caption=raw))
        elif isinstance(raw, RawList) and (has_ids(raw) or (proposal and _strikes(raw))):
            found.append(Unit(points=raw))
        else:
            found.append(Unit(prose=raw))
    return found


def _strikes(raw: RawList) -> bool:
    return any(is_struck(item.attributes) for item in raw.items)


def _words(raw: RawProse) -> str:
    block = raw.block
    if not isinstance(block, Paragraph) or not block.content or not isinstance(block.content[0], Text):
        return ""
    return str(Phrase(block.content))


class OwnText:
    """Lays the blocks under a proposal's heading over those of the main one."""

    def __init__(
        self, main: Sequence[Raw], elsewhere: Mapping[str, str], trail: Trail, findings: Findings
    ) -> None:
        self.units = units_of(main, proposal=False)
        self.elsewhere, self.trail, self.findings = elsewhere, trail, findings

    def laid(self, own: Sequence[Raw]) -> list[Raw]:
        """Return the blocks as they are after the proposal."""
        given = units_of(own, proposal=True)
        self.mentioned = {fold(unit.id or unit.title) for unit in given if unit.is_table}
        self.next = (
            self._without_prose() if any(unit.prose is not None for unit in given) else len(self.units)
        )
        for unit in given:
            if unit.is_table:
                self._table(unit)
            elif unit.points is not None:
                self._points(unit.points)
            else:
                self._put(unit)
        return [raw for unit in self.units for raw in unit.blocks()]

    def _without_prose(self) -> int:
        """Take away the main proposal's prose and return where the new belongs."""
        first = next((n for n, unit in enumerate(self.units) if unit.prose is not None), 0)
        self.units = [unit for unit in self.units if unit.prose is None]
        return first

    def _put(self, unit: Unit) -> None:
        self.units.insert(self.next, unit)
        self.next += 1

    def _points(self, own: RawList) -> None:
        holders = [unit for unit in self.units if unit.points is not None]
        lists = [unit.points for unit in holders if unit.points is not None]
        points = Points(lists, self.elsewhere, self.findings)
        if not points.lay(own):
            if _strikes(own):
                for item in own.items:
                    if is_struck(item.attributes):
                        points.report_struck(item)
                return
            self._put(Unit(points=replace(own, items=tuple(clean(item) for item in own.items))))
            return
        for unit, laid in zip(holders, points.lists_or_none(), strict=True):
            unit.points = laid
        self.next = self.units.index(holders[-1]) + 1

    def _table(self, own: Unit) -> None:
        said = own.caption.attributes if own.caption is not None else None
        main = self._find(own)
        if main is None:
            self._new_table(own)
        elif said is not None and is_struck(said):
            self.next = self.units.index(main)
            self.units.remove(main)
        else:
            if own.table is not None and main.table is not None:
                main.table = rows_laid_over(main.table, own.table, self.trail, self.findings)
            if own.caption is not None and main.caption is not None:
                self.trail.touch(main.caption.position, own.caption.position)
                said = merged(main.caption.attributes, own.caption.attributes)
                main.caption = replace(own.caption, attributes=said)
            self.next = self.units.index(main) + 1

    def _find(self, own: Unit) -> Unit | None:
        """Return the main proposal's table that is meant: by id, by title, or the only one without either."""
        tables = [unit for unit in self.units if unit.is_table]
        if own.id:
            return next((u for u in tables if u.id == own.id), None) or self._titled(
                own, tables, without=True
            )
        if own.caption is not None:
            return self._titled(own, tables, without=False)
        nameless = [unit for unit in tables if unit.caption is None]
        return nameless[0] if len(nameless) == 1 else None

    @staticmethod
    def _titled(own: Unit, tables: Sequence[Unit], *, without: bool) -> Unit | None:
        found = [u for u in tables if fold(u.title) == fold(own.title) and not (without and u.id)]
        return found[0] if len(found) == 1 else None

    def _new_table(self, own: Unit) -> None:
        """Add a table that the main proposal does not have, when it is sure to be meant so."""
        said = own.caption.attributes if own.caption is not None else None
        known = {unit.id: unit.title for unit in self.units if unit.is_table}
        titles = [title for title in known.values() if title]
        if own.caption is None or said is None or is_struck(said) or not (said.id or is_new(said)):
            what = own.title or "utan rubrikrad"
            report_missing("Tabellen", what, titles, own.position, self.findings)
            return
        meant = "" if is_new(said) or not said.id else is_misspelt(said.id, list(known), self.mentioned)
        if meant:
            hint = did_you_mean(said.id, [meant]) + " Om tabellen är ny: skriv ny efter dess id."
            self.findings.error(CODE, f"Tabellen ”{said.id}” finns inte i huvudförslaget", own.position, hint)
            return
        own.caption = replace(own.caption, attributes=unmarked(said))
        self._put(own)
