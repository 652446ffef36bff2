"""The matrix goal × nämnd: what each nämnd's plan for a year says of every goal it has to handle."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import field
from enum import StrEnum

from generator.diagnostics.values import dataclass
from generator.domain.datum import Period
from generator.domain.dokument import Dokument
from generator.domain.korpus import Korpus
from generator.domain.mal import Nod, Svar
from generator.domain.rod_trad import RodTrad, riktas_till, utelamnad


class Tackning(StrEnum):
    """How a nämnd's plan handles a goal."""

    BESVARAD = "besvarad"
    EGET = "eget"
    TEXT = "besvarad utan åtagande"
    OBESVARAD = "obesvarad"
    UTELAMNAD = "utelämnad"
    INGET_KRAV = "inget krav"


@dataclass(frozen=True, slots=True)
class Namndkolumn:
    """A nämnd (id and name) with its plans for the year."""

    organ: str
    namn: str
    planer: tuple[Dokument, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one nämnd says of one goal.

    ``ataganden`` are the ids of those that answer it or something below it, ``egna`` the ids of the nämnd's
    own nodes right under it, ``skal`` the reason when it is left out.
    """

    tackning: Tackning
    ataganden: tuple[str, ...] = ()
    egna: tuple[str, ...] = ()
    skal: str = ""


@dataclass(frozen=True, slots=True)
class Malrad:
    """A goal, its depth from 0, and a cell for each nämnd; ``obligatorisk``: every nämnd has to answer."""

    nod: Nod
    djup: int
    obligatorisk: bool
    celler: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matris:
    """The matrix of one year; it has no columns when no nämnd has a plan for it."""

    ar: int
    namnder: tuple[Namndkolumn, ...]
    rader: tuple[Malrad, ...]


def planer(korpus: Korpus) -> tuple[Dokument, ...]:
    """Return the plans with which nämnder answer goals decided above them."""
    return tuple(d for d in korpus.dokument.values() if _is_plan(d, korpus))


def _is_plan(dokument: Dokument, korpus: Korpus) -> bool:
    organ = korpus.organisation.organ.get(dokument.organ)
    answers = bool(dokument.bygger_pa or dokument.svar)
    orders = dokument.direktivkapitel is not None
    return organ is not None and organ.beslutar and answers and not dokument.foljer_upp and not orders


def years(korpus: Korpus) -> tuple[int, ...]:
    """Return the years that nämnder have plans for, the latest first year of a plan last."""
    return tuple(sorted({d.period.start for d in planer(korpus)}))


def matris(trad: RodTrad, ar: int) -> Matris:
    """Return the matrix of the plans that cover the year."""
    korpus = trad.korpus
    columns: dict[str, list[Dokument]] = {}
    for plan in planer(korpus):
        if ar in plan.period:
            columns.setdefault(plan.organ, []).append(plan)
    organ = korpus.organisation.organ
    namnder = tuple(
        Namndkolumn(id_, organ[id_].namn_vid(None), tuple(columns[id_])) for id_ in organ if id_ in columns
    )
    decided = {n.id for plans in columns.values() for plan in plans for n in korpus.mal_for(plan)}
    rows = tuple(row for row in _rows(trad, Period(ar, ar)) if row.nod.id in decided)
    said = [_Said(trad, column, rows) for column in namnder]
    return Matris(
        ar,
        namnder,
        tuple(Malrad(r.nod, r.djup, r.must, tuple(each.cell(r) for each in said)) for r in rows),
    )


@dataclass(frozen=True, slots=True)
class _Row:
    """A nod to be answered, its depth from 0, whether it must be, and the ids from it upwards."""

    djup: int
    nod: Nod
    must: bool
    line: tuple[str, ...]


def _rows(trad: RodTrad, period: Period) -> Iterator[_Row]:
    """Yield the mandatory goals, each before what lies below it."""
    korpus = trad.korpus
    mandatory = {n.nyckel for n in korpus.styrmodell.nivaer if n.obligatorisk}
    mandatory = mandatory or {korpus.styrmodell.nivaer[0].nyckel}
    seen: set[str] = set()
    for nod in korpus.noder:
        if nod.id in seen or nod.niva not in mandatory or not nod.giltighet.overlaps(period):
            continue
        if any(n.niva in mandatory for n in korpus.anfader(nod)):
            continue
        for depth, each in ((0, nod), *trad.nedanfor(nod)):
            if each.id not in seen and not each.agare and each.giltighet.overlaps(period):
                seen.add(each.id)
                line = (each.id, *(n.id for n in korpus.anfader(each)))
                yield _Row(depth, each, each.niva in mandatory, line)


@dataclass(slots=True)
class _Said:
    """What one nämnd's plans say, by goal."""

    trad: RodTrad
    namnd: Namndkolumn
    rows: Sequence[_Row]
    answered: dict[str, list[Svar]] = field(default_factory=dict)
    ataganden: dict[str, dict[str, None]] = field(default_factory=dict)
    egna: dict[str, list[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Gather what is said of each goal, and then of what lies below it."""
        for plan in self.namnd.planer:
            for nod in plan.egna:
                self.egna.setdefault(nod.under, []).append(nod.id)
            for svar in plan.svar:
                self._gather(svar)
        for nod in (row.nod for row in reversed(self.rows)):
            own = [id_ for egen in self.egna.get(nod.id, ()) for id_ in self._of_own(egen)]
            promises = self.ataganden.setdefault(nod.id, {})
            promises.update(dict.fromkeys(own))
            self.ataganden.setdefault(nod.under, {}).update(promises)

    def _gather(self, svar: Svar) -> None:
        self.answered.setdefault(svar.nod, []).append(svar)
        for atagande in svar.ataganden:
            for id_ in (svar.nod, *(self._nod_of(reference) for reference in atagande.svarar_pa)):
                self.ataganden.setdefault(id_, {})[atagande.id] = None

    def _nod_of(self, reference: str) -> str:
        """Return the nod that is answered when this is: itself, or the one that an uppdrag stands under."""
        return reference if self.trad.korpus.nod(reference) else self.trad.plats(reference).nod

    def _of_own(self, id_: str) -> Iterator[str]:
        """Yield the åtaganden of an own nod, and of those below it."""
        nod = self.trad.korpus.nod(id_)
        for _, each in ((0, nod), *self.trad.nedanfor(nod)) if nod is not None else ():
            yield from self.ataganden.get(each.id, ())

    def cell(self, row: _Row) -> Cell:
        """Return what the nämnd says of one goal."""
        nod = row.nod
        reasons = [utelamnad(plan, row.line) for plan in self.namnd.planer]
        if all(reasons):
            return Cell(Tackning.UTELAMNAD, skal=reasons[0])
        ataganden, egna = tuple(self.ataganden.get(nod.id, ())), tuple(self.egna.get(nod.id, ()))
        if egna:
            return Cell(Tackning.EGET, ataganden, egna)
        if ataganden:
            return Cell(Tackning.BESVARAD, ataganden)
        if self.answered.get(nod.id):
            return Cell(Tackning.TEXT)
        orders = riktas_till(nod, self.namnd.organ)
        return Cell(Tackning.OBESVARAD if row.must or orders else Tackning.INGET_KRAV)
