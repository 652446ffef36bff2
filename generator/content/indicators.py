"""Indikatorer that hang on no goal: a document's own file of them by category, and their outcomes."""

from __future__ import annotations

from generator.content.context import Context
from generator.content.items import Maker, read_indikatorer
from generator.content.opening import read_opening
from generator.content.outcomes import read_utfall
from generator.content.pages import Document
from generator.content.raw import RawTable
from generator.content.sections import Section
from generator.diagnostics.values import dataclass
from generator.domain.dokument import Kapitel
from generator.domain.mal import Indikator, Utfall
from generator.domain.organisation import fold

IN_PLAN = ("indikatorer",)
IN_REPORT = ("indikatorer", "utfall")
"""The names of the file, without number: in a plan, and in a report."""

_OUTCOMES = "utfall"


@dataclass(frozen=True, slots=True)
class Indicators:
    """What the file says: its title and prose, indikatorer by category in a plan, outcomes in a report."""

    kapitel: Kapitel
    indikatorer: tuple[Indikator, ...] = ()
    utfall: tuple[Utfall, ...] = ()


def read_indicators(document: Document, slug: str, maker: Maker, *, report: bool) -> Indicators | None:
    """Return what the file says, or None when it has no title."""
    opening = read_opening(document, slug, "kategorierna", maker.findings)
    if opening is None:
        return None
    top = opening.top
    prose = Section(top.level, top.title, position=top.position)
    prose.blocks = [raw for raw in top.blocks if report or not isinstance(raw, RawTable)]
    kapitel = opening.chapter(prose, maker.organ, maker.findings)
    if report:
        return Indicators(kapitel, utfall=_outcomes(top, maker.context))
    return Indicators(kapitel, _by_category(top, maker))


def _by_category(top: Section, maker: Maker) -> tuple[Indikator, ...]:
    """Return the indikatorer of the tables: under a heading in that category, before the first in none."""
    found: list[Indikator] = []
    tables = list(top.tables())
    if tables:
        first = Section(top.level, top.title, position=top.position, blocks=list(tables))
        found.extend(read_indikatorer(first, maker))
    for child in top.children:
        found.extend(read_indikatorer(child, maker, child.text))
    return tuple(found)


def _outcomes(top: Section, context: Context) -> tuple[Utfall, ...]:
    found: list[Utfall] = []
    for child in top.children:
        if fold(child.text) == _OUTCOMES:
            found.extend(read_utfall(child, context))
        else:
            hint = "Skriv utfallen i en tabell under rubriken ”Utfall”."
            message = f"Rubriken ”{child.text}” betyder ingenting här"
            context.findings.error("S001", message, child.position, hint)
    return tuple(found)
