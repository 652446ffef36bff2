"""A proposal's headings laid over those of the main one: each replaces what stands right under it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
from generator.content.proposals.own_text import OwnText
from generator.content.proposals.parts import Part
from generator.content.proposals.points import clean, ids_of
from generator.content.raw import Raw, RawHeading, RawList, RawProse
from generator.diagnostics import NOWHERE, Position, did_you_mean
from generator.domain.organisation import fold


class Headings:
    """Lays one text over another, heading by heading."""

    def __init__(self, main: Part, trail: Trail, findings: Findings) -> None:
        self.main, self.trail, self.findings = main, trail, findings
        self.mentioned: set[str] = set()

    def lay(self, own: Part) -> None:
        """Change the main text. What is not in it is noted (S009), what could be two as well (S004)."""
        self.mentioned = {part.said.id for part, _ in own.below() if part.said.id}
        if own.own:
            if self.main.children and self.main.children[0].level == 1:
                hint = "Skriv först rubriken som texten ska stå under, som den lyder i huvudförslaget."
                self.findings.error(CODE, "Texten står inte under någon rubrik", own.own[0].position, hint)
            else:
                self._own_text(self.main, own)
        self._below(self.main, own)

    def _below(self, main: Part, own: Part) -> None:
        found = [(child, self._find(main, child)) for child in own.children]
        after: Part | None = None
        for number, (child, there) in enumerate(found):
            if there is None:
                holder = self._holder(main, child) if self._may_be_added(child) else None
                if holder is not None:
                    _clean(child)
                    following = [pair[0] for _, pair in found[number + 1 :] if pair is not None]
                    holder.children.insert(_place_among(holder.children, after, following), child)
                    after = child
                continue
            part, holder = there
            if is_struck(child.said) or self._is_emptied(part, child):
                at = holder.children.index(part)
                after = holder.children[at - 1] if at else None
                holder.children.remove(part)
            else:
                after = part

    def _is_emptied(self, part: Part, own: Part) -> bool:
        """Change a heading and what is below it; tell whether nothing is left of what stood there."""
        held = bool(part.own or part.children)
        self._lay_one(part, own)
        return held and part.level > 1 and not part.own and not part.children

    def _lay_one(self, part: Part, own: Part) -> None:
        main_heading, heading = part.heading, own.heading
        if main_heading is not None and heading is not None:
            if is_new(heading.attributes):
                message = f"Rubriken ”{heading.text}” finns redan i huvudförslaget"
                self.findings.error("S004", message, heading.position, "Ta bort ny, eller välj ett annat id.")
            self.trail.touch(main_heading.position, heading.position)
            part.heading = _heading(main_heading, heading)
        if own.own:
            self._own_text(part, own)
        self._below(part, own)

    def _own_text(self, part: Part, own: Part) -> None:
        others = [other for other, _ in self.main.below() if other is not part]
        elsewhere = {id_: other.text for other in others for id_ in _points(other)}
        part.own = OwnText(part.own, elsewhere, self.trail, self.findings).laid(own.own)

    def _find(self, main: Part, own: Part) -> tuple[Part, Part] | None:
        """Return the heading that is meant and what holds it; one that could be two is noted (S004)."""
        everywhere = list(self.main.below())
        if own.said.id:
            found = [pair for pair in everywhere if pair[0].said.id == own.said.id]
            if found or not own.text:
                return found[0] if found else None
        if own.level == 1:
            titles = [pair for pair in everywhere if pair[0].level == 1]
            return titles[0] if len(titles) == 1 else None
        same = [pair for pair in everywhere if self._is_same(pair[0], own)]
        right = [pair for pair in same if pair[1] is main]
        found = right or (same if main.level <= 1 else [])
        if len(found) > 1:
            hint = "Skriv också rubriken som den står under, eller ge den ett id i huvudförslaget."
            message = f"I huvudförslaget finns flera rubriker ”{own.text}”"
            self.findings.error("S004", message, _place(own), hint)
        return found[0] if found else None

    @staticmethod
    def _is_same(main: Part, own: Part) -> bool:
        alike = main.level == own.level and fold(main.text) == fold(own.text)
        return alike and not (own.said.id and main.said.id)

    def _may_be_added(self, own: Part) -> bool:
        """Tell whether the heading can be a new one; what is more likely a slip is noted (S009)."""
        said = own.said
        known = [part.said.id for part, _ in self.main.below() if part.said.id]
        texts = [part.text for part, _ in self.main.below()]
        if is_struck(said) or not (said.id or is_new(said)) or not own.text:
            shown = own.text or said.id
            report_missing("Rubriken", shown, texts if own.text else known, _place(own), self.findings)
            return False
        meant = "" if is_new(said) else is_misspelt(said.id, known, self.mentioned)
        if meant:
            hint = did_you_mean(said.id, [meant]) + f" Om rubriken är ny: skriv {{#{said.id} ny}}."
            self.findings.error(CODE, f"”{said.id}” finns inte i huvudförslaget", said.position, hint)
        return not meant

    def _holder(self, main: Part, own: Part) -> Part | None:
        """Return what a new heading belongs under; where that is not written, it is noted (S009)."""
        while main.level + 1 < own.level and len(main.children) == 1 and main.children[0].level < own.level:
            main = main.children[0]
        if own.level > 1 and main.level == 0 and main.children and main.children[0].level == 1:
            main = main.children[0]
        if main.level + 1 < own.level and any(child.level < own.level for child in main.children):
            hint = "Skriv först rubriken som den ska stå under, som den lyder i huvudförslaget."
            self.findings.error(CODE, f"Rubriken ”{own.text}” står inte under någon annan", _place(own), hint)
            return None
        return main


def _place_among(children: Sequence[Part], after: Part | None, following: Sequence[Part]) -> int:
    """Return where a new heading belongs: after the one before it, before the one after it, or last."""
    if after is not None and after in children:
        return children.index(after) + 1
    return next((children.index(part) for part in following if part in children), len(children))


def _heading(main: RawHeading, own: RawHeading) -> RawHeading:
    """Return the heading after the proposal: the main one as it is, where the proposal only names it."""
    said = merged(main.attributes, own.attributes)
    content = own.content if own.text else main.content
    if content == main.content and said is main.attributes:
        return main
    return replace(main, content=content, attributes=said, position=own.position)


def _place(part: Part) -> Position:
    return part.heading.position if part.heading is not None else NOWHERE


def _points(part: Part) -> Iterator[str]:
    return ids_of(raw for raw in part.own if isinstance(raw, RawList))


def _clean(part: Part) -> None:
    """Take the marks from a new heading and all below it."""
    if part.heading is not None:
        part.heading = replace(part.heading, attributes=unmarked(part.heading.attributes))
    part.own = [_without_marks(raw) for raw in part.own]
    for child in part.children:
        _clean(child)


def _without_marks(raw: Raw) -> Raw:
    if isinstance(raw, RawList):
        return replace(raw, items=tuple(clean(item) for item in raw.items))
    return replace(raw, attributes=unmarked(raw.attributes)) if isinstance(raw, RawProse) else raw
