"""The frames: which rows of a document's tables are what fullmäktige gives each body."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from generator.checks.figures import Figure, figure, grand_total, money_tables, surplus_sign, year_columns
from generator.diagnostics.values import dataclass
from generator.domain.dokument import Dokument
from generator.domain.korpus import Korpus
from generator.domain.organisation import Organ, fold
from generator.domain.tabell import Rad, Tabell

RESULT = "resultat"
_OTHER_MONEY = ("investering", "intäkt", "effektivisering")
"""Budgets of something else than the running of things."""
_FEWEST = 2
"""Bodies with rows of their own that make a table one of frames."""


def frame_table(dokument: Dokument, korpus: Korpus) -> Tabell | None:
    """Return the table whose rows are bodies (by row id) and whose columns are years: the first one."""
    return next((t for t in money_tables(dokument) if _is_of_frames(t, korpus)), None)


def _is_of_frames(tabell: Tabell, korpus: Korpus) -> bool:
    bodies = [rad for rad in tabell.rader if _body(rad, korpus) is not None]
    return len(bodies) >= _FEWEST and bool(year_columns(tabell)) and surplus_sign(tabell) < 0


def _body(rad: Rad, korpus: Korpus) -> Organ | None:
    organ = korpus.organisation.organ.get(rad.id)
    return organ if organ is not None and organ.beslutar else None


def bodies(tabell: Tabell, korpus: Korpus) -> Iterator[tuple[Rad, Organ]]:
    """Yield the rows that are a nämnd or styrelse, with the body."""
    for rad in tabell.rader:
        organ = _body(rad, korpus)
        if organ is not None:
            yield rad, organ


def frames(dokument: Dokument, korpus: Korpus) -> Mapping[tuple[str, int], Figure]:
    """Return the frames a document gives, by body (its id) and year; förvaltningar may have rows too."""
    tabell = frame_table(dokument, korpus)
    found: dict[tuple[str, int], Figure] = {}
    for rad in tabell.rader if tabell is not None else ():
        for year, column in year_columns(tabell).items() if tabell is not None else ():
            amount = figure(tabell, rad, column) if tabell is not None else None
            if rad.id in korpus.organisation.organ and amount is not None:
                found.setdefault((rad.id, year), amount)
    return found


def result_table(dokument: Dokument) -> tuple[Tabell, Rad] | None:
    """Return the table that shows the result with a surplus as plus, and its row."""
    for tabell in money_tables(dokument):
        row = next((r for r in tabell.rader if r.id == RESULT), None)
        if row is not None and surplus_sign(tabell) > 0 and year_columns(tabell):
            return tabell, row
    return None


@dataclass(frozen=True, slots=True)
class Budget:
    """What a table of a plan or a report says is a body's budget: the total, or the body's own row."""

    organ: str
    tabell: Tabell
    rad: Rad


def budgets(dokument: Dokument, korpus: Korpus) -> Iterator[Budget]:
    """Yield the rows that are the budget of the document's body, or of one under it.

    In a table that is called a budget that is the row whose id is the body's, else the total. Whose total it
    is the caption says; without a name there it is the document's own body's.
    """
    for tabell in filter(_is_a_budget, money_tables(dokument)):
        own = [r for r in tabell.rader if r.id in korpus.organisation.organ]
        yield from (Budget(rad.id, tabell, rad) for rad in own)
        total = grand_total(tabell)
        if total is not None and not own:
            yield Budget(_named_in(tabell.titel, korpus) or dokument.organ, tabell, total)


def _is_a_budget(tabell: Tabell) -> bool:
    said = fold(tabell.titel)
    return "budget" in said and surplus_sign(tabell) < 0 and not any(w in said for w in _OTHER_MONEY)


def _named_in(titel: str, korpus: Korpus) -> str:
    """Return the body that a caption names (the longest name first), or nothing."""
    said = f" {fold(titel)} "
    for spelling, organ in korpus.organisation.by_spelling.items():
        if spelling in said and (f" {spelling} " in said or f" {spelling}s " in said):
            return organ.id
    return ""


def body_name(id_: str, dokument: Dokument, korpus: Korpus) -> str:
    """Return the body's name in the document's time, as it stands inside a sentence: ”trafiknämnden”."""
    organ = korpus.organisation.organ.get(id_)
    if organ is None:
        return id_
    name = organ.namn_vid(date(dokument.period.start, 1, 1))
    return name[:1].lower() + name[1:] if organ.beslutar or organ.slag == "fullmäktige" else name
