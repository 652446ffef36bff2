"""What a body has planned: its documents for one period, what applies to it then, and what it answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import field
from functools import cached_property

from generator.diagnostics import Position, Severity
from generator.diagnostics.values import dataclass
from generator.domain.datum import Period
from generator.domain.dokument import Dokument
from generator.domain.korpus import Korpus
from generator.domain.mal import Atagande, Indikator, Nod, Svar, Uppdrag, Utfall
from generator.domain.wording import slug

_GRAVEST = (Severity.NOTE, Severity.WARNING, Severity.ERROR)


def is_report(dokument: Dokument) -> bool:
    """Tell whether the document follows up a plan."""
    return bool(dokument.foljer_upp)


def is_plan(dokument: Dokument) -> bool:
    """Tell whether the document is a plan: neither a report nor orders of the spring."""
    return not is_report(dokument) and not dokument.direktivgrupper and dokument.direktivkapitel is None


def is_of_board(dokument: Dokument, korpus: Korpus) -> bool:
    """Tell whether it is the document of a nämnd or styrelse."""
    organ = korpus.organisation.organ.get(dokument.organ)
    return organ is not None and organ.beslutar


def is_broken(dokument: Dokument, korpus: Korpus) -> bool:
    """Tell whether something in the document's files could not be read as it was meant."""
    return any(file.startswith(f"{dokument.id}/") for file in korpus.trasiga)


@dataclass(frozen=True)
class Plan:
    """What a nämnd or styrelse plans for one period, in one document or several (a body may have two).

    ``dokument`` are in the order of the folders; findings about the whole are told of the first.
    """

    korpus: Korpus
    dokument: tuple[Dokument, ...]
    organ: str = field(init=False)
    period: Period = field(init=False)

    def __post_init__(self) -> None:
        """Take body and period from the first document, which all the others share them with."""
        object.__setattr__(self, "organ", self.first.organ)
        object.__setattr__(self, "period", self.first.period)

    @property
    def first(self) -> Dokument:
        """The document that what is lacking is told of."""
        return self.dokument[0]

    @property
    def base(self) -> Dokument | None:
        """The plan above that it builds on."""
        return self.korpus.plan(self.first.bygger_pa)

    @property
    def place(self) -> Position:
        """Where its first document says what it builds on."""
        return self.first.place("bygger på")

    def reason_place(self, id_: str) -> Position:
        """Return where the plan gives the reason for leaving the item out."""
        holder = next((d for d in self.dokument if id_ in dict(d.utelamnar)), self.first)
        return holder.place(f"utelämnar {slug(id_)}")

    @cached_property
    def left_out(self) -> dict[str, str]:
        """What the plan leaves out, with the reason, by id."""
        return {id_: why for d in self.dokument for id_, why in d.utelamnar}

    @cached_property
    def explained(self) -> frozenset[str]:
        """The ids that a reason is given for: left out, or answered by the usual work."""
        usual = (id_ for d in self.dokument for id_, _ in d.ordinarie_verksamhet)
        return frozenset((*self.left_out, *usual))

    @cached_property
    def goals(self) -> tuple[Nod, ...]:
        """The superior goals that apply to it: valid in its period, and in the plan it builds on."""
        gone = with_below((i for i, _ in self.base.utelamnar), self.korpus) if self.base else frozenset()
        return tuple(n for n in self._above if n.giltighet.overlaps(self.period) and n.id not in gone)

    @property
    def _above(self) -> tuple[Nod, ...]:
        """The goals that are decided for any of its documents."""
        if len(self.dokument) == 1:
            return self.korpus.mal_for(self.first)
        ids = {n.id for d in self.dokument for n in self.korpus.mal_for(d)}
        return tuple(n for n in self.korpus.noder if n.id in ids)

    @cached_property
    def kept(self) -> tuple[Nod, ...]:
        """The goals that apply to it but for those it leaves out, and what lies below them."""
        gone = with_below(self.left_out, self.korpus)
        return tuple(n for n in self.goals if n.id not in gone)

    @cached_property
    def own(self) -> tuple[Nod, ...]:
        """The goals of its own."""
        return tuple(n for d in self.dokument for n in d.egna)

    @cached_property
    def answers(self) -> dict[str, Svar]:
        """The first answer to each goal, by its id."""
        found: dict[str, Svar] = {}
        for svar in (s for d in self.dokument for s in d.svar):
            found.setdefault(svar.nod, svar)
        return found

    @cached_property
    def answered(self) -> frozenset[str]:
        """The ids that an åtagande says it answers."""
        return frozenset(id_ for a in self.commitments() for id_ in a.svarar_pa)

    @cached_property
    def handled(self) -> frozenset[str]:
        """The goals that it says anything of, itself or of what lies below them."""
        said = [nod for nod, svar in self.answers.items() if _says_something(svar)]
        noder = [n for id_ in (*said, *self.answered) if (n := self.korpus.nod(id_)) is not None]
        return frozenset(each.id for nod in (*noder, *self.own) for each in (nod, *self.korpus.anfader(nod)))

    def is_silent_on(self, nod: Nod) -> bool:
        """Tell whether it says nothing at all of a goal that everybody has to answer, or of one above."""
        line = (nod, *self.korpus.anfader(nod))
        mandatory = (n for n in line if (niva := self.korpus.niva(n)) is not None and niva.obligatorisk)
        return any(n.id not in self.handled for n in mandatory)

    @cached_property
    def is_whole(self) -> bool:
        """Tell whether all of it was read and every answer leads somewhere, so that what is missing is so."""
        if any(is_broken(d, self.korpus) for d in self.dokument):
            return False
        index = self.korpus.index
        return self.answers.keys() <= index.keys() and self.answered <= index.keys()

    def commitments(self) -> Iterator[Atagande]:
        """Yield its åtaganden."""
        return (a for d in self.dokument for s in d.svar for a in s.ataganden)

    def indicators(self) -> Iterator[Indikator]:
        """Yield its own indikatorer, the rows that set a target for a superior one included."""
        for dokument in self.dokument:
            yield from (i for s in dokument.svar for i in s.indikatorer)
            yield from dokument.indikatorer


def _says_something(svar: Svar) -> bool:
    return bool(svar.text or svar.ataganden or svar.indikatorer or svar.uppdrag)


def plans_of_boards(korpus: Korpus) -> tuple[Plan, ...]:
    """Return what each nämnd and styrelse plans for each period."""
    found: dict[tuple[str, Period, str], list[Dokument]] = {}
    for dokument in korpus.dokument.values():
        if is_plan(dokument) and is_of_board(dokument, korpus):
            found.setdefault((dokument.organ, dokument.period, dokument.bygger_pa), []).append(dokument)
    return tuple(Plan(korpus, tuple(d)) for d in found.values())


def whole_plans(korpus: Korpus) -> tuple[Plan, ...]:
    """Return the plans of nämnder and styrelse in which what seems to be missing is missing."""
    return tuple(plan for plan in plans_of_boards(korpus) if plan.is_whole)


def plans_above(korpus: Korpus) -> tuple[Dokument, ...]:
    """Return the plans of those who decide for all nämnder."""
    return tuple(d for d in korpus.dokument.values() if is_plan(d) and not is_of_board(d, korpus))


def with_below(ids: Iterable[str], korpus: Korpus) -> frozenset[str]:
    """Return the ids with those of all that lies below them."""
    found, before = set(ids), 0
    while len(found) > before:  # twice when parents stand before their children, as they do
        before = len(found)
        found.update(n.id for n in korpus.alla_noder() if n.under in found)
    return frozenset(found)


def is_whole_report(report: Dokument, korpus: Korpus) -> bool:
    """Tell whether all of a report was read and speaks of what exists, so that what is missing is so."""
    said = (*(s.nod for s in report.svar), *(u.indikator for u in outcomes(report)))
    return not is_broken(report, korpus) and all(id_ in korpus.index for id_ in said)


def outcomes(dokument: Dokument) -> Iterator[Utfall]:
    """Yield the outcomes that a report tells."""
    yield from (u for s in dokument.svar for u in s.utfall)
    yield from dokument.utfall


def addressed(uppdrag: Uppdrag, korpus: Korpus) -> tuple[str, ...]:
    """Return the bodies that an uppdrag is for: the named ones, or every nämnd and styrelse with a plan."""
    if not uppdrag.alla_namnder:
        return uppdrag.mottagare
    return tuple(dict.fromkeys((*uppdrag.mottagare, *(p.organ for p in plans_of_boards(korpus)))))


def gravest(found: Iterable[Severity]) -> Severity:
    """Return the gravest of several; a note when there is none."""
    return max(found, key=_GRAVEST.index, default=Severity.NOTE)
