"""Blocks grouped under their headings, so that a file can be read as the outline it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field

from generator.content.attributes import NONE, Attributes
from generator.content.findings import Findings
from generator.content.inline import joined
from generator.content.raw import Page, Raw, RawHeading, RawList, RawTable, as_prose, without_fetches
from generator.diagnostics import NOWHERE, Position
from generator.diagnostics.values import dataclass
from generator.domain.fras import Inline, Phrase, Text, plain
from generator.domain.prosa import Block, Prosa


@dataclass(slots=True)
class Section:
    """A heading and what stands under it, down to the next heading of its level."""

    level: int
    title: tuple[Inline, ...] = ()
    attributes: Attributes = NONE
    position: Position = NOWHERE
    blocks: list[Raw] = field(default_factory=list)
    children: list[Section] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The heading's words."""
        return plain(self.title).strip()

    def tables(self) -> Iterator[RawTable]:
        """Yield the tables directly under the heading."""
        return (b for b in self.blocks if isinstance(b, RawTable))

    def lists(self) -> Iterator[RawList]:
        """Yield the lists directly under the heading."""
        return (b for b in self.blocks if isinstance(b, RawList))


def outline(page: Page, top: int, findings: Findings) -> Section:
    """Return a section of level 0 that holds the whole page; its headings begin at level ``top``.

    A heading that is empty (S002) or skips a level (T002) is noted.
    """
    root = Section(0, position=page.source.at(1))
    open_ = [root]
    for raw in page.blocks:
        if isinstance(raw, RawHeading):
            while open_[-1].level >= raw.level:
                open_.pop()
            report_empty(raw, findings)
            if open_[-1] is not root or top > 1:  # that the first heading is missing is told by others
                report_skipped(raw, max(open_[-1].level + 1, top), findings)
            section = Section(raw.level, raw.content, raw.attributes, raw.position)
            open_[-1].children.append(section)
            open_.append(section)
        else:
            open_[-1].blocks.append(raw)
    return root


def report_empty(heading: RawHeading, findings: Findings) -> None:
    """Note a heading without words (S002)."""
    if not heading.text:
        findings.error("S002", "Rubriken är tom", heading.position, "Skriv rubriken, eller ta bort raden.")


def report_skipped(heading: RawHeading, deepest: int, findings: Findings) -> None:
    """Note a heading further down than the one above it allows (T002)."""
    if heading.level > deepest:
        hint = f"Skriv {'#' * deepest} i stället för {'#' * heading.level}."
        findings.error("T002", f"Rubriken ”{heading.text}” hoppar över en nivå", heading.position, hint)


def prose_of(section: Section, findings: Findings) -> Prosa:
    """Return the prose right under the heading; a table there is noted as out of place (S003)."""
    blocks: list[Block] = []
    for raw in section.blocks:
        if isinstance(raw, RawTable):
            hint = "Tabeller hör hemma under en rubrik som Indikatorer, eller i ett kapitel."
            findings.error("S003", "En tabell kan inte stå här", raw.position, hint)
        elif not isinstance(raw, RawHeading):
            blocks.append(without_fetches(as_prose(raw, findings), raw.position, findings))
    return Prosa(tuple(blocks), position=section.blocks[0].position if section.blocks else section.position)


def title_of(section: Section) -> Phrase:
    """Return the heading without its leading word: ”Insatsområde: Titel” gives ”Titel”."""
    left = plain(section.title).index(":") + 1 if ":" in plain(section.title) else 0
    pieces: list[Inline] = []
    for piece in section.title:
        words = plain((piece,))
        if left >= len(words) > 0:
            left -= len(words)
        elif left:
            pieces.append(Text(words[left:]))
            left = 0
        else:
            pieces.append(piece)
    if pieces and isinstance(pieces[0], Text):
        pieces[0] = Text(pieces[0].value.lstrip())
    return Phrase(tuple(joined(p for p in pieces if p != Text(""))))
