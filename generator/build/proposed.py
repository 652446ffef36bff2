"""What is wrong with proposals: found as in the main one, told where the proposal has caused it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.checks import run_checks
from generator.checks.accepting import accepted
from generator.checks.judging import judged
from generator.content.proposals.reading import ProposalReading
from generator.content.reading import ACCEPTED, Proposal, Reading
from generator.diagnostics import Diagnostic, Severity, sort_diagnostics
from generator.diagnostics.values import dataclass
from generator.domain.korpus import Korpus


@dataclass(frozen=True, slots=True)
class Proposed:
    """A proposal to change a document: the content as it would be, and everything wrong with that.

    ``new`` is what is not wrong with the main one, at its places in the proposal's files. The corpus is
    None when it cannot be told what the proposal is. ``folder`` ends with ``/``.
    """

    document: str
    name: str
    title: str
    folder: str
    korpus: Korpus | None
    found: tuple[Diagnostic, ...]
    new: tuple[Diagnostic, ...]

    @property
    def id(self) -> str:
        """What names it beside its document: ``ID@namn``."""
        return f"{self.document}@{self.name}"


def inspect_proposals(
    reading: Reading, main: Sequence[Diagnostic], instead_of: Korpus
) -> tuple[Proposed, ...]:
    """Return all proposals with what is wrong; ``main`` is what was found in the content without them.

    ``instead_of`` is that content. Its day holds for the proposals too, and what is frozen of other
    documents: to change what is frozen of its own is what a proposal is for.
    """
    return tuple(inspect_proposal(reading, each, main, instead_of) for each in reading.proposals)


def inspect_proposal(
    reading: Reading, proposal: Proposal, main: Sequence[Diagnostic], instead_of: Korpus
) -> Proposed:
    """Return one proposal with what is wrong with it."""
    read = reading.with_proposal(proposal)
    inside, korpus = read.reading, read.reading.korpus
    known = sort_diagnostics(inside.attributed(inside.diagnostics))
    found = known
    if korpus is not None:
        others = {id_: held for id_, held in instead_of.arkiv.items() if id_ != proposal.document}
        korpus = replace(korpus, dag=instead_of.dag, arkiv=others)
        found = judged(korpus, known, inside.attributed(run_checks(korpus)))
    own = {d: _led_to(read, d) for d in _new(found, main, read.folder) if _is_its_own(d, read, proposal)}
    new = _accepted(own, {d for d in known if d.severity is Severity.ERROR}, read, korpus)
    whole = sort_diagnostics((*(d for d in found if d not in own), *new))
    return Proposed(proposal.document, proposal.name, read.title, read.folder, korpus, whole, new)


def _accepted(
    own: Mapping[Diagnostic, Diagnostic],
    fixed: Collection[Diagnostic],
    read: ProposalReading,
    korpus: Korpus | None,
) -> tuple[Diagnostic, ...]:
    """Return what is wrong with the proposal alone, with what it lets stand marked so.

    ``fixed`` is what nobody can accept.
    """
    if korpus is None or not read.accepted:
        return sort_diagnostics(own.values())
    loose = [led for d, led in own.items() if d not in fixed]
    hard = [led for d, led in own.items() if d in fixed]
    marked, remarks = accepted(loose, hard, replace(korpus, godtagna=read.accepted))
    return sort_diagnostics((*marked, *hard, *remarks))


def _new(found: Sequence[Diagnostic], main: Sequence[Diagnostic], folder: str) -> Iterator[Diagnostic]:
    """Yield what is not found in the main one; what has only moved to the proposal's files is not new.

    Nor is what the main one lets stand, or a note at the same place, which now may gather fewer things.
    """
    known, here = set(main), set(found)
    stands = {(d.code, d.position, d.message) for d in main if d.accepted is not None}
    noted = {(d.code, d.position) for d in main if d.severity is Severity.NOTE}
    gone = Counter((d.code, d.message) for d in main if d not in here)
    for diagnostic in found:
        place = (diagnostic.code, diagnostic.position)
        if diagnostic in known or (*place, diagnostic.message) in stands:
            continue
        if diagnostic.severity is Severity.NOTE and place in noted:
            continue
        same = (diagnostic.code, diagnostic.message)
        if diagnostic.position.file.startswith(folder) and gone[same]:
            gone[same] -= 1
        else:
            yield diagnostic


def _is_its_own(diagnostic: Diagnostic, read: ProposalReading, proposal: Proposal) -> bool:
    """Tell whether the proposal is to blame, and not that others have not followed it.

    The plans of boards answer to the main one, and so do the findings that it has accepted.
    """
    file = diagnostic.position.file
    if file.startswith(read.folder):
        return True
    known = read.reading.documents
    holder = max((id_ for id_ in known if file.startswith(f"{id_}/")), key=len, default="")
    return holder in ("", proposal.document) and file.rpartition("/")[2] != ACCEPTED


def _led_to(read: ProposalReading, diagnostic: Diagnostic) -> Diagnostic:
    """Return the finding at the place in the proposal that has caused it."""
    place = diagnostic.position
    if place.file.startswith(read.folder) or not place.file:
        return diagnostic
    hint = f"{diagnostic.hint} Det visar sig i {place}.".lstrip()
    return replace(diagnostic, position=read.trail.find(place) or read.file, hint=hint)
