"""The content as it stands: what it holds, and everything that is wrong with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from generator.build.workspace import ARCHIVE, Workspace
from generator.checks import run_checks
from generator.checks.judging import judged
from generator.content import Reading, read_corpus
from generator.diagnostics import Diagnostic, sort_diagnostics
from generator.diagnostics.values import dataclass
from generator.documents.known import KINDS, RESERVED
from generator.domain.korpus import Korpus

if TYPE_CHECKING:
    from generator.build.proposed import Proposed


@dataclass(frozen=True, slots=True)
class Inspection:
    """The corpus (None when it cannot be read), everything found wrong with it, the ids of its documents.

    What is wrong with ``proposals`` is told by them.
    """

    korpus: Korpus | None
    found: tuple[Diagnostic, ...]
    documents: tuple[str, ...]
    proposals: tuple[Proposed, ...] = ()

    def everything(self) -> tuple[Diagnostic, ...]:
        """Return what is wrong with the content and what the proposals add to it."""
        if not self.proposals:
            return self.found
        return sort_diagnostics((*self.found, *(d for each in self.proposals for d in each.new)))


def inspect(
    workspace: Workspace, dag: date | None = None
) -> tuple[Korpus | None, tuple[Diagnostic, ...], tuple[str, ...]]:
    """Return the corpus, everything found wrong with it, and the ids of its documents, proposals left out.

    All is judged as of ``dag``: without it as of the organisation's ``läge``, or today.
    """
    found, _ = inspected(workspace, dag)
    return found.korpus, found.found, found.documents


def inspect_all(workspace: Workspace, dag: date | None = None) -> Inspection:
    """Return the same with all proposals; there being none costs nothing."""
    found, reading = inspected(workspace, dag)
    if found.korpus is None or not reading.proposals:
        return found
    from generator.build.proposed import inspect_proposals

    return replace(found, proposals=inspect_proposals(reading, found.found, found.korpus))


def inspected(workspace: Workspace, dag: date | None = None) -> tuple[Inspection, Reading]:
    """Return the inspection without proposals, and the reading that they can be laid over."""
    reading = read_corpus(workspace.content, KINDS, RESERVED)
    if reading.korpus is None:
        damaged = sort_diagnostics(reading.attributed(reading.diagnostics))
        return Inspection(None, damaged, reading.documents), reading
    korpus = replace(reading.korpus, dag=dag or reading.korpus.organisation.lage or today())
    if (workspace.content / ARCHIVE).is_dir():
        from generator.build.arkiv.compared import archived
        from generator.build.arkiv.store import Archive

        korpus = replace(korpus, arkiv=archived(Archive(workspace), korpus))
    found = judged(korpus, reading.attributed(reading.diagnostics), reading.attributed(run_checks(korpus)))
    return Inspection(korpus, found, reading.documents), reading


def today() -> date:
    """Return the date here."""
    return datetime.now().astimezone().date()
