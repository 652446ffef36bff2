"""Indikatorer as a plan has them: the superior ones with the nämnd's own target, and its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.checks.moments import first_due, next_measured
from generator.checks.plans import Plan, is_plan, is_report, plans_above
from generator.checks.stage import missing
from generator.diagnostics import Severity
from generator.diagnostics.values import dataclass
from generator.domain.dokument import Dokument
from generator.domain.fras import Emphasis, Footnote, Inline, Link, Phrase, Strong
from generator.domain.korpus import Korpus
from generator.domain.mal import Indikator
from generator.domain.wording import slug

_NOTHING = ("", "-", "–", "—", "−", "?")


@dataclass(frozen=True, slots=True)
class Held:
    """An indikator as it holds: with the id of the goal it stands under (empty for none).

    ``severity`` is how grave it is that something is missing in it; ``source`` the document that it stands
    in, None above all documents; ``ids`` the ids that its outcome may be told under.
    """

    indikator: Indikator
    nod: str
    severity: Severity
    source: Dokument | None = None
    ids: tuple[str, ...] = ()


def held(korpus: Korpus) -> Iterator[Held]:
    """Yield every indikator once, where it is decided; rows that only set a target are left out.

    Those of a file in which something could not be read are left out: their values may be what was lost.
    """
    for each in (*_above(korpus), *_own(korpus)):
        if each.indikator.position.file not in korpus.trasiga:
            yield each


def of_plan(plan: Plan) -> Iterator[Held]:
    """Yield what a plan measures: the superior indikatorer that it does not leave out, and its own."""
    korpus, skipped = plan.korpus, plan.left_out
    rows = [(d, nod, i) for d in plan.dokument for nod, i in _rows(d)]
    targets = {above.id: i for _, _, i in rows if (above := superior(i, korpus)) is not None}
    severity = missing(plan.first)
    base = plan.base.indikatorer if plan.base is not None else ()
    for nod_id, indikator in (
        *((n.id, i) for n in plan.kept for i in n.indikatorer),
        *(("", i) for i in base),
    ):
        own = targets.get(indikator.id)
        if indikator.id not in skipped:
            ids = (indikator.id, own.id) if own is not None else (indikator.id,)
            yield Held(with_target(indikator, own), nod_id, severity, None, ids)
    for dokument, nod_id, indikator in rows:
        if superior(indikator, korpus) is None and indikator.id not in skipped:
            yield Held(indikator, nod_id, severity, dokument, (indikator.id,))


def superior(indikator: Indikator, korpus: Korpus) -> Indikator | None:
    """Return the superior indikator that an own row sets a target for; with another name it is another."""
    above = korpus.index.get(slug(indikator.id)) if slug(indikator.id) != indikator.id else None
    if not isinstance(above, Indikator):
        return None
    return above if str(indikator.namn) in ("", str(above.namn)) else None


def with_target(above: Indikator, own: Indikator | None) -> Indikator:
    """Return a superior indikator with what the nämnd has set for itself."""
    if own is None:
        return above
    return replace(
        above,
        ingangsvarde=own.ingangsvarde or above.ingangsvarde,
        malvarde=own.malvarde or above.malvarde,
        frekvens=own.frekvens or above.frekvens,
    )


def is_due(indikator: Indikator, report: Dokument, korpus: Korpus) -> bool:
    """Tell whether a report has to have the outcome by now; without a day, at the end of its year."""
    if korpus.dag is None:
        return True
    again = next_measured(words(indikator.ingangsvarde), words(indikator.frekvens))
    due = first_due(words(indikator.frekvens), report.period)
    return (again is None or again <= korpus.dag) and due <= korpus.dag


def words(phrase: Phrase) -> str:
    """Return the words of a cell on one line, without notes."""
    return " ".join(str(phrase).split())


def is_empty(phrase: Phrase) -> bool:
    """Tell whether a cell says nothing; a dash is how nothing is printed."""
    return words(phrase) in _NOTHING


def notes(*phrases: Phrase) -> str:
    """Return the words of the notes in cells."""
    return " ".join(str(p) for phrase in phrases for p in _notes(phrase.content))


def _notes(content: tuple[Inline, ...]) -> Iterator[Phrase]:
    for piece in content:
        match piece:
            case Footnote(phrases):
                yield from phrases
            case Strong(inner) | Emphasis(inner) | Link(_, inner):
                yield from _notes(inner)


def _own(korpus: Korpus) -> Iterator[Held]:
    for dokument in korpus.dokument.values():
        for nod, indikator in _rows(dokument) if is_plan(dokument) else ():
            if superior(indikator, korpus) is None:
                yield Held(indikator, nod, missing(dokument), dokument, (indikator.id,))


def _above(korpus: Korpus) -> Iterator[Held]:
    """Yield the indikatorer of the goals; how grave it is follows the latest plan that has the goal."""
    plans = sorted(plans_above(korpus), key=lambda d: d.period, reverse=True)
    for nod in korpus.noder:
        if nod.indikatorer:
            holder = next((p for p in plans if nod.giltighet.overlaps(p.period)), None)
            severity = missing(holder) if holder is not None else Severity.NOTE
            yield from (Held(i, nod.id, severity, None, (i.id,)) for i in nod.indikatorer)


def _rows(dokument: Dokument) -> Iterator[tuple[str, Indikator]]:
    for svar in dokument.svar if not is_report(dokument) else ():
        yield from ((svar.nod, i) for i in svar.indikatorer)
    yield from (("", i) for i in dokument.indikatorer)
