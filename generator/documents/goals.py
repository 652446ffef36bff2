"""The goal chain as a document prints it: what is decided above, what the body adds, how it came out.

A plan fetches the goals and answers them. A report prints the same structure as the plan it follows up, with
outcomes. A document at the top prints the goals as its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from generator.documents.facts import day_of, judgement, usually_responsible
from generator.documents.indicators import Indicators
from generator.documents.view import (
    AtagandeVy,
    BedomningVy,
    IndikatorVy,
    NodVy,
    UppdragVy,
)
from generator.domain.datum import Datum
from generator.domain.dokument import Dokument
from generator.domain.fras import Inline, Link, Phrase, Text
from generator.domain.korpus import Korpus
from generator.domain.mal import Atagande, Lage, Nod, Svar, Uppdrag
from generator.domain.styrmodell import SMALL_TITLE, Niva
from generator.domain.wording import addressees, bodies, lower_first, name_inside, organ_name, upper_first

_NO_ANSWER = Svar("")
USUAL = "Ordinarie verksamhet"
"""What is said before the reason why an order needs no åtagande."""


@dataclass(frozen=True, slots=True)
class Goals:
    """Builds the nodes of one document."""

    korpus: Korpus
    dokument: Dokument
    _states: dict[str, Lage] = field(init=False, default_factory=dict)
    """How far things have come, by id: told under whatever heading, it is printed with the thing."""
    _indicators_of: Indicators = field(init=False)

    def __post_init__(self) -> None:
        """Gather what the whole document tells of the things in it."""
        object.__setattr__(self, "_indicators_of", Indicators(self.korpus, self.dokument))
        self._states.update((x.gallande, x) for x in self.dokument.lagen())

    @property
    def plan(self) -> Dokument:
        """The plan whose own nodes, indikatorer and åtaganden are printed: the one followed up, or itself."""
        return self.korpus.dokument.get(self.dokument.foljer_upp, self.dokument)

    def tree(self) -> tuple[NodVy, ...]:
        """Return the nodes of the top level, each with those below it."""
        top = self.korpus.styrmodell.nivaer[0].nyckel
        return self._level([n for n in self._selected() if n.niva == top])

    def _selected(self) -> list[Nod]:
        """Return the nodes this document prints: valid in its period, its body's own included."""
        period = self.dokument.period
        decided = self.korpus.mal_for(self.dokument)
        above = [n for n in decided if n.giltighet.overlaps(period)]
        return [*above, *self.plan.egna]

    def _level(self, noder: list[Nod]) -> tuple[NodVy, ...]:
        return tuple(self._node(nod, first=number == 0) for number, nod in enumerate(noder))

    def _node(self, nod: Nod, *, first: bool) -> NodVy:
        niva = self.korpus.niva(nod)
        planned = self.plan.svar_pa(nod.id) or _NO_ANSWER
        said = self.dokument.svar_pa(nod.id) or _NO_ANSWER
        left_out = self._left_out(nod)
        below = [] if left_out else [n for n in self._selected() if n.under == nod.id]
        return NodVy(
            nod.id,
            nod.niva,
            niva.djup if niva else 1,
            _heading(nod, niva),
            nod.titel,
            Phrase((Link(f"#{nod.id}", nod.titel.content),)),
            upper_first(niva.namn.flertal) if niva else "",
            first,
            bool(nod.agare) and nod.agare == self.dokument.organ,
            self._name(nod.beslutad_av),
            nod.text,
            said.text,
            () if left_out else self._orders(nod, planned),
            () if left_out else self._commitments(planned),
            () if left_out else self._indicators(nod, planned),
            self._level(below),
            bool(niva and niva.bedoms),
            BedomningVy() if left_out else self._judged(said.maluppfyllelse, niva),
            judgement(self.korpus.styrmodell.bedomning(said.prognos)),
            left_out,
            self._below_judged(niva),
        )

    def _left_out(self, nod: Nod) -> str:
        """Return why the document, or the plan it follows up, leaves the nod out; empty when it does not."""
        return dict((*self.plan.utelamnar, *self.dokument.utelamnar)).get(nod.id, "")

    def _below_judged(self, niva: Niva | None) -> bool:
        above = (n for n in self.korpus.styrmodell.nivaer if niva and n.djup < niva.djup)
        return any(n.bedoms for n in above)

    def _judged(self, key: str, niva: Niva | None) -> BedomningVy:
        """Return the judgement; a goal that should be judged and is not is in the state that says so."""
        scale = self.korpus.styrmodell
        found = scale.bedomning(key)
        if found is None and niva is not None and niva.bedoms:
            found = next((b for b in scale.bedomningar if not b.bedomd), None)
        return judgement(found)

    def _orders(self, nod: Nod, planned: Svar) -> tuple[UppdragVy, ...]:
        return tuple(self._order(u, self._states.get(u.id)) for u in (*nod.uppdrag, *planned.uppdrag))

    def _order(self, uppdrag: Uppdrag, lage: Lage | None) -> UppdragVy:
        """Return an order; where a report is silent on one that the usual work answers, it says so."""
        organisation = self.korpus.organisation
        usual = dict(self.plan.ordinarie_verksamhet).get(uppdrag.id, "")
        comment = lage.kommentar if lage else Phrase()
        if usual and lage is None and self.plan is not self.dokument:
            comment = Phrase.of(f"{USUAL}: {usual}")
        return UppdragVy(
            uppdrag.id,
            replace(uppdrag.text, anchor=uppdrag.id),
            addressees(uppdrag, organisation, day_of(self.dokument)),
            uppdrag.riktas_till(self.dokument.organ),
            self._name(uppdrag.beslutad_av),
            uppdrag.beslutad_av == self.dokument.organ,
            self._state(lage),
            comment,
            bodies(uppdrag.samverkar_med, organisation, day_of(self.dokument)),
            Datum(uppdrag.senast) if uppdrag.senast else None,
            uppdrag.aterrapporteras,
            usual,
        )

    def _commitments(self, planned: Svar) -> tuple[AtagandeVy, ...]:
        return tuple(self._commitment(a, self._states.get(a.id)) for a in planned.ataganden)

    def _commitment(self, atagande: Atagande, lage: Lage | None) -> AtagandeVy:
        return AtagandeVy(
            atagande.id,
            replace(atagande.text, anchor=atagande.id),
            self._responsible(atagande),
            self._state(lage),
            lage.kommentar if lage else Phrase(),
        )

    def _responsible(self, atagande: Atagande) -> str:
        """Return who answers for an åtagande, when it is not the one who answers for most of them.

        Where most are another's, one that names nobody is the board's own.
        """
        usual = usually_responsible(self.plan)
        named = atagande.ansvarig or (self.plan.organ if usual else "")
        if not named or named == usual:
            return ""
        return name_inside(named, self.korpus.organisation, day_of(self.dokument))

    def _indicators(self, nod: Nod, planned: Svar) -> tuple[IndikatorVy, ...]:
        return self._indicators_of.rows(nod.indikatorer, planned.indikatorer)

    def _state(self, lage: Lage | None) -> str:
        status = self.korpus.styrmodell.status(lage.status) if lage else None
        return status.ord if status else ""

    def _name(self, organ: str) -> str:
        return organ_name(organ, self.korpus.organisation, day_of(self.dokument))


def in_order(noder: tuple[NodVy, ...]) -> Iterator[NodVy]:
    """Yield the nodes and those below them in the order of the document."""
    for nod in noder:
        yield nod
        yield from in_order(nod.barn)


def _heading(nod: Nod, niva: Niva | None) -> Phrase:
    """Return the heading as the styrmodell words it; ``{titel:liten}`` begins small."""
    pattern = niva.rubrik if niva else "{titel}"
    before, mark, after = pattern.partition(SMALL_TITLE)
    content = nod.titel.content
    if mark:
        content = _begun_small(content)
    else:
        before, _, after = pattern.partition("{titel}")
    around = (Text(before) if before else None, Text(after) if after else None)
    return Phrase(tuple(p for p in (around[0], *content, around[1]) if p is not None), nod.id)


def _begun_small(content: tuple[Inline, ...]) -> tuple[Inline, ...]:
    first = content[0] if content else None
    return (Text(lower_first(first.value)), *content[1:]) if isinstance(first, Text) else content
