"""The orders of a planeringsdirektiv: a file of them, under headings that say whom they are for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.content.addressees import addressees
from generator.content.headings import ids_in
from generator.content.items import Maker
from generator.content.opening import read_opening
from generator.content.pages import Document
from generator.content.particulars import PARTICULARS, read_particulars
from generator.content.raw import RawItem, RawList, report_unused_in
from generator.content.rows import report_headings
from generator.content.sections import Section, prose_of
from generator.diagnostics import Position
from generator.diagnostics.values import dataclass
from generator.domain.dokument import Direktivgrupp, Kapitel
from generator.domain.mal import Direktiv
from generator.domain.prosa import ListBlock, Prosa

KIND = "planeringsdirektiv"
"""The kind of document that has orders."""
FILE = "direktiv"
"""The name of the file, without number."""

_HEADING = re.compile(r"direktiv(?: till(?: (?P<to>.+))?)?", re.IGNORECASE)
_EXAMPLE = "Skriv ett direktiv per rad: - ta fram … {#kort-namn}."


@dataclass(frozen=True, slots=True)
class Orders:
    """What the file says: its title and prose, and the orders by those they are addressed to."""

    kapitel: Kapitel
    grupper: tuple[Direktivgrupp, ...] = ()


def read_orders(document: Document, slug: str, maker: Maker) -> Orders | None:
    """Return what the file says, or None when it has no title."""
    opening = read_opening(document, slug, "rubrikerna ”Direktiv till …”", maker.findings)
    if opening is None:
        return None
    kapitel = opening.chapter(opening.top, maker.organ, maker.findings)
    groups = [group for child in opening.top.children if (group := _group(child, maker)) is not None]
    _report_twice(groups, maker)
    return Orders(kapitel, tuple(groups))


def _report_twice(groups: Sequence[Direktivgrupp], maker: Maker) -> None:
    """Note a second heading for the same bodies (S004)."""
    seen: set[tuple[bool, frozenset[str]]] = set()
    for group in groups:
        to = (group.alla_namnder, frozenset(group.mottagare))
        if to in seen and any(to):
            hint = "Flytta ihop direktiven under en rubrik."
            message = "Filen har redan en rubrik för samma mottagare"
            maker.findings.error("S004", message, group.position, hint)
        seen.add(to)


def _group(section: Section, maker: Maker) -> Direktivgrupp | None:
    """Return the orders under a heading; one that does not say whom they are for is noted (S001)."""
    meant = _HEADING.fullmatch(section.text)
    if meant is None:
        if section.text:
            hint = "Skriv ”Direktiv till samtliga nämnder”, eller ”Direktiv till” och namnen på dem."
            message = f"Rubriken ”{section.text}” betyder ingenting här"
            maker.findings.error("S001", message, section.position, hint)
        maker.findings.lose(ids_in(section))
        return None
    section.attributes.only((), maker.findings, id_allowed=False)
    report_headings(section, maker.findings)
    everyone, organ = addressees((meant["to"] or "").strip(), section.position, maker.context, "Direktiv")
    text = prose_of(_above_the_list(section, maker), maker.findings)
    to = Direktiv("", Prosa(), organ, everyone, maker.organ)
    found = tuple(_order(item, to, maker) for each in section.lists() for item in each.items)
    if not found:
        maker.findings.error(
            "S002", f"Under ”{section.text}” finns inga direktiv", section.position, _EXAMPLE
        )
    return Direktivgrupp(organ, everyone, text, found, section.position)


def _above_the_list(section: Section, maker: Maker) -> Section:
    """Return the section with the prose before its orders alone; prose after them is noted (S003)."""
    first = next((n for n, raw in enumerate(section.blocks) if isinstance(raw, RawList)), len(section.blocks))
    for raw in section.blocks[first:]:
        if not isinstance(raw, RawList):
            _misplaced("Text efter direktiven kan inte stå här", raw.position, maker)
            break
    prose = Section(section.level, section.title, position=section.position)
    prose.blocks = section.blocks[:first]
    return prose


def _misplaced(message: str, place: Position, maker: Maker) -> None:
    maker.findings.error("S003", message, place, "Flytta den till före listan.")


def _order(item: RawItem, to: Direktiv, maker: Maker) -> Direktiv:
    """Return the order of an item, addressed as ``to``, with its points."""
    order = _item(item, to, maker)
    if not order.id:
        maker.id_in(item.attributes, item.position, "Direktivet")
    blocks = [block for block in item.content if not isinstance(block, ListBlock)]
    if item.content[: len(blocks)] != tuple(blocks):
        _misplaced("Text efter underpunkterna kan inte stå här", item.position, maker)
    points = tuple(_point(point, to, maker) for point in item.points)
    return replace(order, text=Prosa(tuple(blocks), position=item.position), punkter=points)


def _point(item: RawItem, to: Direktiv, maker: Maker) -> Direktiv:
    report_unused_in(item.points, maker.findings)
    return _item(item, to, maker)


def _item(item: RawItem, to: Direktiv, maker: Maker) -> Direktiv:
    said = item.attributes
    said.only(PARTICULARS, maker.findings)
    text = Prosa(item.content, position=item.position)
    if not str(text).strip():
        maker.findings.error("S002", "Direktivet saknar text", item.position, "Skriv vad som ska göras.")
    more = read_particulars(said, maker.context)
    if len(to.mottagare) == 1 and to.mottagare[0] in more.samverkar_med:
        hint = "Ta bort den ur ”i samverkan med”."
        message = "Direktivet ställs redan till den som det ska göras i samverkan med"
        maker.findings.error("S003", message, said.position, hint)
    return replace(
        to,
        id=maker.id_in(said, item.position, "Direktivet") if said.id else "",
        text=text,
        position=item.position,
        samverkar_med=more.samverkar_med,
        senast=more.senast,
        aterrapporteras=more.aterrapporteras,
    )
