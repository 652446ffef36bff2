"""The content as it stands: what it holds, and everything that is wrong with it."""

from __future__ import annotations

from generator.build.workspace import Workspace
from generator.checks import run_checks
from generator.content import read_corpus
from generator.diagnostics import Diagnostic, sort_diagnostics
from generator.documents.kind import kinds
from generator.documents.reserved import reserved_names
from generator.domain.korpus import Korpus


def inspect(workspace: Workspace) -> tuple[Korpus | None, tuple[Diagnostic, ...], tuple[str, ...]]:
    """Return the corpus, everything found wrong with it, and the ids of its documents."""
    reading = read_corpus(workspace.content, tuple(kinds()), reserved_names())
    found = list(reading.diagnostics)
    if reading.korpus is not None:
        found.extend(run_checks(reading.korpus))
    return reading.korpus, sort_diagnostics(reading.attributed(found)), reading.documents
