"""The frames: which rows of a document's tables are what fullmäktige gives each body."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from generator.checks.figures import Figure, figure, grand_total, money_tables
from generator.diagnostics.values import dataclass
from generator.domain.beloppstabell import surplus_sign, year_columns
from generator.domain.datum import format_date
from generator.domain.dokument import Dokument
from generator.domain.korpus import Korpus
from generator.domain.organisation import Organ, fold
from generator.domain.ramar import POWER, body_of, day_of_frames, frame
from generator.domain.tabell import Rad, Tabell

RESULT = "resultat"
_OTHER_MONEY = ("investering", "intäkt", "effektivisering")
"""Budgets of something else than the running of things."""


def bodies(tabell: Tabell, korpus: Korpus) -> Iterator[tuple[Rad, Organ]]:
    """Yield the rows that are a nämnd or styrelse, with the body."""
    for rad in tabell.rader:
        organ = body_of(rad, korpus)
        if organ is not None:
            yield rad, organ


def frame_in_force(dokument: Dokument, korpus: Korpus, organ: str, year: int) -> Frame | None:
    """Return a body's frame for a year, on the day that the document goes by; None when there is none."""
    base = korpus.dokument.get(dokument.bygger_pa)
    ram = frame(korpus, base, organ, year, day_of_frames(dokument)) if base is not None else None
    if ram is None:
        return None
    decided = figure(ram.tabell, ram.rad, year_columns(ram.tabell)[year])
    if decided is None:
        return None
    power = POWER[ram.tabell.enhet]
    amount = replace(decided, value=ram.gallande.value.scaleb(power), printed=ram.gallande)
    return Frame(amount, len(ram.andringar))


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame in force: the amount, and how many decisions have changed it since the plan."""

    amount: Figure
    changes: int


def whence(found: Frame, dokument: Dokument, korpus: Korpus) -> str:
    """Return what is said of where a frame comes from: ”ramen i ”Regionplan 2019–2021””."""
    if not found.changes:
        return f"ramen i ”{korpus.dokument[dokument.bygger_pa].titel}”"
    return f"den gällande ramen den {format_date(day_of_frames(dokument))}"


def changed_between(plan: Dokument, report: Dokument, korpus: Korpus, year: int) -> Decimal:
    """Return how much the decisions between a plan and its report have moved the body's frame, in kronor.

    Amounts are added whatever their sign: each can have moved a row of its own.
    """
    base = korpus.dokument.get(report.bygger_pa)
    if base is None or not korpus.ramandringar:
        return Decimal()
    then, now = (frame(korpus, base, report.organ, year, day_of_frames(d)) for d in (plan, report))
    if now is None:
        return Decimal()
    before = then.andringar if then is not None else ()
    moved = (a.belopp for a in now.andringar if a not in before)
    return sum((abs(b.value).scaleb(POWER[b.enhet]) for b in moved), Decimal())


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
