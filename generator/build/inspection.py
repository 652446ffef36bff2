"""The content as it stands: what it holds, and everything that is wrong with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from generator.build.workspace import Workspace
from generator.checks import run_checks
from generator.checks.judging import judged
from generator.content import read_corpus
from generator.diagnostics import Diagnostic, sort_diagnostics
from generator.documents.known import KINDS, RESERVED
from generator.domain.korpus import Korpus


def inspect(
    workspace: Workspace, dag: date | None = None
) -> tuple[Korpus | None, tuple[Diagnostic, ...], tuple[str, ...]]:
    """Return the corpus, everything found wrong with it, and the ids of its documents.

    All is judged as of ``dag``: without it as of the organisation's ``läge``, or today.
    """
    reading = read_corpus(workspace.content, KINDS, RESERVED)
    if reading.korpus is None:
        return None, sort_diagnostics(reading.attributed(reading.diagnostics)), reading.documents
    korpus = replace(reading.korpus, dag=dag or reading.korpus.organisation.lage or today())
    found = judged(korpus, reading.attributed(reading.diagnostics), reading.attributed(run_checks(korpus)))
    return korpus, found, reading.documents


def today() -> date:
    """Return the date here."""
    return datetime.now().astimezone().date()
