"""A report's file on direktiv: how far those have come that concern the body, under one title."""

from __future__ import annotations

from generator.content.items import Maker
from generator.content.opening import read_opening
from generator.content.outcomes import read_lagen
from generator.content.pages import Document
from generator.content.raw import RawHeading, RawTable
from generator.content.rows import report_headings
from generator.content.sections import Section
from generator.diagnostics.values import dataclass
from generator.domain.dokument import Kapitel
from generator.domain.mal import Lage

COLUMN = "direktiv"
"""What the first column of the table is called."""


@dataclass(frozen=True, slots=True)
class OrderStates:
    """What the file says: its title and prose, and how far each direktiv has come."""

    kapitel: Kapitel
    lagen: tuple[Lage, ...] = ()


def has_order_states(document: Document) -> bool:
    """Tell whether a file has a table of direktiv right below its title; else it is a chapter like others."""
    for raw in document.page.blocks:
        if isinstance(raw, RawHeading) and raw.level > 1:
            return False
        if isinstance(raw, RawTable) and any(cell.text.strip().casefold() == COLUMN for cell in raw.head):
            return True
    return False


def read_order_states(document: Document, slug: str, maker: Maker) -> OrderStates | None:
    """Return what the file says, or None when it has no title."""
    opening = read_opening(document, slug, "rubriker", maker.findings)
    if opening is None:
        return None
    top = opening.top
    report_headings(top, maker.findings)
    prose, table = (Section(top.level, top.title, position=top.position) for _ in range(2))
    prose.blocks = [raw for raw in top.blocks if not isinstance(raw, RawTable)]
    table.blocks = [raw for raw in top.blocks if isinstance(raw, RawTable)]
    kapitel = opening.chapter(prose, maker.organ, maker.findings)
    return OrderStates(kapitel, tuple(read_lagen(table, COLUMN, maker.context)))
