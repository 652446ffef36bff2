"""Indikatorer as one document prints them: those from above, with the body's own targets, and its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from generator.documents.facts import day_of, judgement
from generator.documents.view import IndikatorgruppVy, IndikatorVy
from generator.domain.belopp import EMPTY
from generator.domain.dokument import Dokument
from generator.domain.fras import Footnote, LineBreak, Phrase, Text
from generator.domain.korpus import Korpus
from generator.domain.mal import Indikator, Utfall
from generator.domain.wording import organ_name, slug

_NO_OUTCOME = Utfall("")


@dataclass(frozen=True, slots=True)
class Indicators:
    """Builds the indikatorer of one document."""

    korpus: Korpus
    dokument: Dokument
    _outcomes: dict[str, Utfall] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Gather the outcomes that the document tells, by indikator."""
        answers = (u for svar in self.dokument.svar for u in svar.utfall)
        self._outcomes.update((u.indikator, u) for u in (*self.dokument.utfall, *answers))

    def rows(self, above: Iterable[Indikator], own: Iterable[Indikator]) -> tuple[IndikatorVy, ...]:
        """Return the superior ones, each with the body's own target where it has set one, then its own.

        A body sets its own target by giving an indikator the slug of the superior one; its outcome may be
        reported under either id, and under whatever heading of the document.
        """
        reported = self._outcomes
        left = {slug(i.id): i for i in own}
        found = []
        for indikator in above:
            target = left.pop(indikator.id) if _means(left.get(indikator.id), indikator) else None
            outcome = reported.get(target.id if target else "", reported.get(indikator.id, _NO_OUTCOME))
            found.append(self._row(self._with_own_target(indikator, target), outcome))
        return (*found, *(self._row(i, reported.get(i.id, _NO_OUTCOME)) for i in left.values()))

    def groups(self, plan: Dokument) -> tuple[IndikatorgruppVy, ...]:
        """Return the indikatorer that hang on no goal, by category: the body's own categories first.

        ``plan`` is the document whose indikatorer are printed: the one followed up, or the document itself.
        Those of the document it builds on are printed with them, but for what is left out.
        """
        left_out = dict((*plan.utelamnar, *self.dokument.utelamnar))
        base = self.korpus.dokument.get(plan.bygger_pa)
        above = [i for i in base.indikatorer if i.id not in left_out] if base else []
        own = [i for i in plan.indikatorer if i.id not in left_out]
        grouped: dict[str, list[IndikatorVy]] = {i.kategori: [] for i in (*own, *above)}
        for indikator in self.rows(above, own):
            grouped[indikator.kategori].append(indikator)
        return tuple(IndikatorgruppVy(name, tuple(found)) for name, found in grouped.items() if found)

    def _with_own_target(self, above: Indikator, own: Indikator | None) -> Indikator:
        """Return an indikator from above with the målvärde that the body has set for itself.

        The decided one is printed below it, with the name of the one who decided.
        """
        if own is None:
            return above
        target = above.malvarde
        if own.malvarde and str(own.malvarde) != str(target):
            decider = organ_name(above.beslutad_av, self.korpus.organisation, day_of(self.dokument))
            decided = (LineBreak(), Text(f"({decider}: "), *target.content, Text(")")) if target else ()
            target = Phrase((*own.malvarde.content, *decided))
        return replace(
            above,
            ingangsvarde=own.ingangsvarde or above.ingangsvarde,
            malvarde=target,
            frekvens=own.frekvens or above.frekvens,
            kalla=own.kalla or above.kalla,
        )

    def _row(self, indikator: Indikator, outcome: Utfall) -> IndikatorVy:
        return IndikatorVy(
            indikator.id,
            replace(indikator.namn, anchor=indikator.id),
            _dash(indikator.ingangsvarde),
            _dash(indikator.malvarde),
            indikator.frekvens,
            indikator.kalla,
            _on_two_lines(indikator.frekvens, indikator.kalla),
            indikator.kategori,
            organ_name(indikator.beslutad_av, self.korpus.organisation, day_of(self.dokument)),
            indikator.beslutad_av == self.dokument.organ,
            outcome.varde,
            outcome.matt,
            judgement(self.korpus.styrmodell.bedomning(outcome.bedomning)),
            outcome.kommentar,
        )


def _means(own: Indikator | None, above: Indikator) -> bool:
    """Tell whether an own indikator only sets a target; with another name it is another indikator."""
    return own is not None and str(own.namn) in ("", str(above.namn))


def _dash(value: Phrase) -> Phrase:
    """Return a value that was written as a mere hyphen as the dash it means, its notes kept."""
    if str(value).strip() != "-":
        return value
    notes = tuple(piece for piece in value.content if isinstance(piece, Footnote))
    return Phrase((Text(EMPTY), *notes))


def _on_two_lines(first: Phrase, second: Phrase) -> Phrase:
    return Phrase((*first.content, LineBreak(), *second.content)) if first and second else first or second
