"""Which findings keep which document from being built."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from generator.content.confirmed import LOCK
from generator.content.folders import PROPOSALS
from generator.content.reading import ACCEPTED
from generator.diagnostics import Diagnostic, Severity
from generator.domain.korpus import Korpus

Blocked = Mapping[str, Sequence[Diagnostic]]


def errors_by_document(
    korpus: Korpus, known: Sequence[str], found: Iterable[Diagnostic], proposal: str = ""
) -> Blocked:
    """Return the errors that concern each document.

    An error in a document's folder concerns that document and those that follow it up, an error in a sheet
    those that take it from there too; an error in what lies above the documents (organisation, styrmodell,
    grund, mål) concerns them all. No document prints what has been confirmed.

    Nothing in a proposal's folder concerns the main one; ``proposal`` is the folder of the one that is meant.

    What is accepted concerns none, nor does a mistake in what says so: then the finding itself counts.
    """
    blocked: dict[str, list[Diagnostic]] = {id_: [] for id_ in known}
    for diagnostic in found:
        if _is_elsewhere(diagnostic, known, proposal):
            continue
        if diagnostic.severity is Severity.ERROR and not _holds_nothing_back(diagnostic):
            for id_ in _concerned(korpus, known, diagnostic):
                blocked[id_].append(diagnostic)
    return blocked


def _is_elsewhere(diagnostic: Diagnostic, known: Sequence[str], proposal: str) -> bool:
    """Tell whether it stands in the folder of a proposal other than the one that is meant."""
    file = diagnostic.position.file
    if f"/{PROPOSALS}/" not in file or (proposal and file.startswith(proposal)):
        return False
    return any(file.startswith(f"{id_}/{PROPOSALS}/") for id_ in known)


def _holds_nothing_back(diagnostic: Diagnostic) -> bool:
    return diagnostic.accepted is not None or diagnostic.position.file.rpartition("/")[2] == ACCEPTED


def _concerned(korpus: Korpus, known: Sequence[str], diagnostic: Diagnostic) -> list[str]:
    if diagnostic.position.file == LOCK:
        return []
    holders = [id_ for id_ in known if diagnostic.position.file.startswith(f"{id_}/")]
    owners = {*diagnostic.ids, max(holders, key=len, default="")}.intersection(known)
    if not owners:
        return list(known)
    return [id_ for id_ in known if not owners.isdisjoint((id_, _followed(korpus, id_)))]


def _followed(korpus: Korpus, id_: str) -> str:
    dokument = korpus.dokument.get(id_)
    return dokument.foljer_upp if dokument else ""
