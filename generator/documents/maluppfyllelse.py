"""How the goals were reached, on one page: a sentence with the counts, and a row for each goal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.documents.facts import judgement
from generator.documents.view import (
    AtagandeVy,
    BedomningVy,
    IndikatorVy,
    MalradVy,
    MaluppfyllelseVy,
    NodVy,
)
from generator.domain.styrmodell import Bedomning, Ordformer, Styrmodell
from generator.domain.wording import in_words, listed, upper_first

MOST_STEPS = 3
"""Columns. More would leave the titles of the goals too little room."""


def reached(noder: Sequence[NodVy], styrmodell: Styrmodell) -> MaluppfyllelseVy:
    """Return the page for the nodes of a report, given in the order of the document."""
    rows = _Rows(styrmodell)
    found = [rows.row(nod) for nod in noder if _is_judged(nod) or (nod.djup == 1 and _has_judged(nod))]
    return MaluppfyllelseVy(
        " ".join(_sentences([n for n in noder if _is_judged(n)], styrmodell)),
        tuple(judgement(step) for step in rows.steps),
        tuple(found),
    )


def _is_judged(nod: NodVy) -> bool:
    return nod.bedoms and not nod.utelamnad


def _has_judged(nod: NodVy) -> bool:
    return any(_is_judged(child) or _has_judged(child) for child in nod.barn)


@dataclass(frozen=True, slots=True)
class _Rows:
    """Makes the rows of one table."""

    styrmodell: Styrmodell

    @property
    def steps(self) -> list[Bedomning]:
        """The steps of the scale that have a column."""
        return [b for b in self.styrmodell.bedomningar if b.bedomd][:MOST_STEPS]

    def row(self, nod: NodVy) -> MalradVy:
        if not _is_judged(nod):
            nothing = BedomningVy()
            return MalradVy(nod.lank, nod.titel, False, nothing, nothing, (), 0, 0, 0)
        states = Counter(i.bedomning.nyckel for i in _indicators(nod))
        counts = tuple(states[step.nyckel] for step in self.steps)
        promises = list(_commitments(nod))
        done = {s.ord for s in self.styrmodell.statusar if s.slutford}
        return MalradVy(
            nod.lank,
            nod.titel,
            True,
            nod.maluppfyllelse,
            nod.prognos,
            counts,
            states.total() - sum(counts),
            len(promises),
            sum(a.status in done for a in promises),
        )


def _under(nod: NodVy) -> Iterator[NodVy]:
    """Yield the node and those below it whose indikatorer and åtaganden count as its own."""
    yield nod
    for child in nod.barn:
        if not child.bedoms:
            yield from _under(child)


def _indicators(nod: NodVy) -> Iterator[IndikatorVy]:
    return (indikator for each in _under(nod) for indikator in each.indikatorer)


def _commitments(nod: NodVy) -> Iterator[AtagandeVy]:
    return (atagande for each in _under(nod) for atagande in each.ataganden)


def _sentences(judged: Sequence[NodVy], styrmodell: Styrmodell) -> Iterator[str]:
    """Yield what can be said of the goals of each level that is judged."""
    for niva in styrmodell.nivaer:
        found = Counter(nod.maluppfyllelse.nyckel for nod in judged if nod.niva == niva.nyckel)
        if found:
            yield from _of_level(niva.namn, found, styrmodell)


def _of_level(namn: Ordformer, found: Counter[str], styrmodell: Styrmodell) -> Iterator[str]:
    """Yield ”Av elva mål har två bedömningen Uppfyllt och nio Delvis uppfyllt.”, and how many have none.

    The words of the scale are names here, so that the sentence is right whatever they are.
    """
    number = found.total()
    steps = [(b.ord, found[b.nyckel]) for b in styrmodell.bedomningar if b.bedomd and found[b.nyckel]]
    left = number - sum(count for _, count in steps)
    if not steps:
        yield f"{upper_first(namn.inget)} har någon bedömning ännu."
        return
    if len(steps) == 1 and not left:
        yield f"{_all(namn, number)} har bedömningen {steps[0][0]}."
        return
    (first, count), *more = steps
    said = [f"{in_words(count, namn.kon)} bedömningen {first}"]
    said += [f"{in_words(count, namn.kon)} {word}" for word, count in more]
    yield f"Av {in_words(number, namn.kon)} {namn.flertal} har {listed(said)}."
    if left:
        yield f"{upper_first(in_words(left, namn.kon))} saknar ännu bedömning."


def _all(namn: Ordformer, number: int) -> str:
    """Return ”Alla elva mål”, as it is said of one and of two too."""
    if number == 1:
        return f"{upper_first(namn.det)} enda {namn.bestamd}"
    both = 2
    if number == both:
        return f"Båda {namn.bestamt_flertal}"
    return f"Alla {in_words(number, namn.kon)} {namn.flertal}"
