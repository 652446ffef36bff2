"""The ledger of the frames: what fullmäktige gives each body, preliminary, decided and changed.

The preliminary frame stands in a table of the planeringsdirektiv, the decided one in a table of the plan,
both with a row for each body; each change is a line of ``ramar.yaml`` with its decision. Which frame is in
force is a question with a date (domain.md section 1).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from datetime import date
from decimal import Decimal

from generator.diagnostics import NOWHERE, Position
from generator.diagnostics.values import dataclass
from generator.domain.belopp import Belopp
from generator.domain.beloppstabell import surplus_sign, year_columns
from generator.domain.datum import Period, format_date
from generator.domain.dokument import Beslut, Dokument
from generator.domain.fras import Phrase
from generator.domain.hamtning import tabeller
from generator.domain.korpus import Korpus
from generator.domain.organisation import Organ
from generator.domain.tabell import Kolumn, Rad, Tabell
from generator.domain.wording import decision, name_inside, organ_name

RAM = "ram"
"""What the ledger of a document's body is called where it is fetched: ``[=ram]``, ``[=ram.gällande.2019]``"""
PRELIMINARY, DECIDED, IN_FORCE = "preliminär", "beslutad", "gällande"
"""The rows that can be fetched; changes between them have no names."""

POWER = {"kr": 0, "tkr": 3, "mnkr": 6}
"""The units of money, as powers of ten kronor."""
_FEWEST = 2
"""Bodies with rows of their own that make a table one of frames."""


@dataclass(frozen=True, slots=True)
class Ramandring:
    """A change of a body's frame: by how much for each year of the period (plus: more to spend), and why."""

    organ: str
    period: Period
    belopp: Belopp
    beslut: Beslut
    skal: str
    position: Position = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True)
class Ram:
    """The frame of a body for a year: the cell that decided it, and the changes that are in force."""

    tabell: Tabell
    rad: Rad
    beslutad: Belopp
    andringar: tuple[Ramandring, ...]

    @property
    def gallande(self) -> Belopp:
        """The frame in force, in the unit of the table."""
        changed = sum((_in_unit(a.belopp, self.tabell.enhet) for a in self.andringar), Decimal())
        return Belopp(self.beslutad.value + changed, self.beslutad.enhet)


def frame_table(dokument: Dokument, korpus: Korpus) -> Tabell | None:
    """Return the table whose rows are bodies (by row id) and whose columns are years: the first one."""
    money = (t for t in tabeller(dokument) if t.enhet in POWER)
    return next((t for t in money if _is_of_frames(t, korpus)), None)


def _is_of_frames(tabell: Tabell, korpus: Korpus) -> bool:
    bodies = [rad for rad in tabell.rader if body_of(rad, korpus) is not None]
    return len(bodies) >= _FEWEST and bool(year_columns(tabell)) and surplus_sign(tabell) < 0


def body_of(rad: Rad, korpus: Korpus) -> Organ | None:
    """Return the nämnd or styrelse that a row is for, by its id."""
    organ = korpus.organisation.organ.get(rad.id)
    return organ if organ is not None and organ.beslutar else None


def counted(tabell: Tabell, rad: Rad) -> set[str]:
    """Return the ids of the rows that a sum counts, sums in it followed down."""
    rows = {r.id: r for r in tabell.rader}
    found: set[str] = set()
    waiting = list(rad.summa_av)
    while waiting:
        id_ = waiting.pop()
        if id_ not in found and id_ in rows:
            found.add(id_)
            waiting.extend(rows[id_].summa_av)
    return found


def day_of_frames(dokument: Dokument) -> date:
    """Return the day as of which a document goes by the frames.

    A report by those at the end of its period, or on its own day when that is earlier; a plan by those of its
    decision, and without any day by those at the beginning of its period.
    """
    if dokument.foljer_upp:
        end = date(dokument.period.end, 12, 31)
        return min(end, dokument.datum or end)
    decided = dokument.beslut.datum if dokument.beslut is not None else None
    return decided or dokument.datum or date(dokument.period.start, 1, 1)


def frame(korpus: Korpus, base: Dokument, organ: str, ar: int, dag: date | None) -> Ram | None:
    """Return the frame that a plan above gives a body for a year, as of a day (None: with every change).

    None when the plan gives it none.
    """
    tabell = frame_table(base, korpus)
    rad = next((r for r in tabell.rader if r.id == organ), None) if tabell is not None else None
    column = year_columns(tabell).get(ar) if tabell is not None else None
    if tabell is None or rad is None or column is None:
        return None
    cell = rad.celler[column]
    if not isinstance(cell, Belopp):
        return None
    return Ram(tabell, rad, cell, _changes(korpus, base, tabell, rad, ar, dag))


def _changes(
    korpus: Korpus, base: Dokument, tabell: Tabell, rad: Rad, ar: int, dag: date | None
) -> tuple[Ramandring, ...]:
    """Return the changes of a row and of what it counts that were decided after the plan, up to the day."""
    rows = {rad.id, *counted(tabell, rad)}
    found = [a for a in korpus.ramandringar if a.organ in rows and ar in a.period]
    since = base.beslut.datum if base.beslut is not None else None
    return tuple(a for a in found if _is_between(since, a.beslut.datum, dag))


def _is_between(since: date | None, decided: date | None, dag: date | None) -> bool:
    if decided is None:
        return True
    return (since is None or since < decided) and (dag is None or decided <= dag)


def _in_unit(belopp: Belopp, unit: str) -> Decimal:
    """Return an amount in another unit, exactly."""
    return belopp.value.scaleb(POWER.get(belopp.enhet, 0) - POWER.get(unit, 0))


def _change(change: Ramandring, ram: Ram) -> Belopp:
    return Belopp(_in_unit(change.belopp, ram.tabell.enhet), ram.tabell.enhet, signed=True)


def ledger(korpus: Korpus, dokument: Dokument) -> Tabell | None:
    """Return the frames of a document's body as a table: as decided, each change, and what is in force.

    None when the plan that it builds on gives the body no frame.
    """
    base = korpus.dokument.get(dokument.bygger_pa)
    if base is None:
        return None
    dag = day_of_frames(dokument)
    found = {
        ar: ram
        for ar in _years(base, korpus)
        if (not dokument.foljer_upp or ar in dokument.period)
        and (ram := frame(korpus, base, dokument.organ, ar, dag)) is not None
    }
    if not found:
        return None
    return _Ledger(korpus, dokument, base, found, dag).table()


def _years(base: Dokument, korpus: Korpus) -> tuple[int, ...]:
    tabell = frame_table(base, korpus)
    return tuple(year_columns(tabell)) if tabell is not None else ()


@dataclass(frozen=True, slots=True)
class _Ledger:
    """Words the ledger of a document's body."""

    korpus: Korpus
    dokument: Dokument
    base: Dokument
    found: dict[int, Ram]
    dag: date

    def table(self) -> Tabell:
        first = next(iter(self.found.values())).tabell
        years = list(self.found)
        span = str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"
        name = name_inside(self.dokument.organ, self.korpus.organisation, date(years[0], 1, 1))
        columns = (
            Kolumn(Phrase.of("Beslut")),
            *(Kolumn(Phrase.of(str(ar)), "belopp", ar) for ar in years),
        )
        rows = tuple(self._rows())
        return Tabell(RAM, f"Ram {span} för {name}", columns, rows, first.enhet, first.tecken, first.argang)

    def _rows(self) -> Iterator[Rad]:
        yield from self._preliminary()
        words = f"Ram i {self.base.titel}"
        if self.base.beslut is not None:
            words += f" ({self._decision(self.base.beslut)})"
        yield self._row(DECIDED, words, {ar: ram.beslutad for ar, ram in self.found.items()})
        changes = dict.fromkeys(a for ram in self.found.values() for a in ram.andringar)
        for number, change in enumerate(changes, 1):
            changed = {ar: _change(change, ram) for ar, ram in self.found.items() if change in ram.andringar}
            yield self._row(f"ändring-{number}", self._words(change), changed)
        force = {ar: ram.gallande for ar, ram in self.found.items()}
        yield self._row(IN_FORCE, f"Gällande ram den {format_date(self.dag)}", force, is_sum=True)

    def _preliminary(self) -> Iterator[Rad]:
        """Yield the frame that the orders of the spring gave, when there are such orders."""
        for spring in self.korpus.dokument.values():
            orders = spring.direktivkapitel is not None or spring.direktivgrupper
            if orders and spring.organ == self.base.organ and spring.period.start == self.base.period.start:
                given = {ar: frame(self.korpus, spring, self.dokument.organ, ar, None) for ar in self.found}
                amounts = {ar: ram.beslutad for ar, ram in given.items() if ram is not None}
                if amounts:
                    yield self._row(PRELIMINARY, f"Preliminär ram i {spring.titel}", amounts)
                return

    def _words(self, change: Ramandring) -> str:
        reason = change.skal.rstrip(".")
        if change.organ != self.dokument.organ:
            name = organ_name(change.organ, self.korpus.organisation, change.beslut.datum)
            reason = f"{name}: {reason}"
        return f"{reason} ({self._decision(change.beslut)})"

    def _decision(self, beslut: Beslut) -> str:
        return decision(beslut, self.korpus.organisation, beslut.datum)

    def _row(self, id_: str, words: str, amounts: dict[int, Belopp], *, is_sum: bool = False) -> Rad:
        cells = (Phrase.of(words), *(amounts.get(ar) for ar in self.found))
        return Rad(id_, cells, "summa" if is_sum else "rad")
