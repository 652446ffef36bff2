"""Proposals by name: which there are to a document, and one of them as a view."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path

from generator.build.inspection import today
from generator.build.workspace import Workspace
from generator.content.folders import PROPOSALS
from generator.content.ids import is_id
from generator.content.proposals.facts import MAIN
from generator.content.proposals.listing import FILE
from generator.content.reading import Proposal, Reading
from generator.diagnostics import Severity, StyrdokError, did_you_mean
from generator.documents.kind import kinds
from generator.documents.view import View
from generator.domain.korpus import Korpus


def proposals(workspace: Workspace, document_id: str) -> tuple[str, ...]:
    """Return the names of the proposals to a document; none when there is no such document.

    Only the names are looked at: nothing is read.
    """
    if not _is_plain(document_id):
        return ()
    folder = workspace.content
    try:
        for step in (*document_id.split("/"), PROPOSALS):
            folder = _below(folder, step)
        found = [_composed(entry.name) for entry in folder.iterdir() if _below(entry, FILE).is_file()]
    except OSError:
        return ()
    return tuple(sorted(name for name in found if is_id(name) and name not in MAIN))


def _below(folder: Path, name: str) -> Path:
    """Return what has this name in the folder, in whatever form its letters are written there.

    Raises OSError when the folder cannot be listed.
    """
    path = folder / name
    return path if path.exists() else next((p for p in folder.iterdir() if _composed(p.name) == name), path)


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _is_plain(document_id: str) -> bool:
    return bool(document_id) and all(part not in ("", ".", "..") for part in document_id.split("/"))


def proposal_view(reading: Reading, document_id: str, name: str) -> tuple[Korpus, View]:
    """Return the content as it would be with a proposal, and the document's view of it.

    Raises StyrdokError when there is no such proposal, or it cannot be read.
    """
    read = reading.with_proposal(named_proposal(reading, document_id, name))
    korpus = read.reading.korpus
    if korpus is None:
        errors = [d for d in read.reading.diagnostics if d.severity is Severity.ERROR]
        own = [d for d in errors if d.position.file.startswith(read.folder)] or errors
        message = own[0].message if own else f"Förslaget ”{name}” kan inte läsas"
        hint = "Kör styrdok check och rätta felen först."
        raise StyrdokError(message, hint, own[0].position if own else read.file)
    korpus = replace(korpus, dag=korpus.dag or today())
    dokument = korpus.dokument[document_id]
    kind = kinds().get(dokument.slag)
    if kind is None:
        raise StyrdokError(f"Det finns inget dokumentslag ”{dokument.slag}”", position=dokument.position)
    return korpus, kind.build(korpus, dokument)


def named_proposal(reading: Reading, document_id: str, name: str) -> Proposal:
    """Return the proposal of that name. Raises StyrdokError when there is none."""
    names = [p.name for p in reading.proposals if p.document == document_id]
    for proposal in reading.proposals:
        if (proposal.document, proposal.name) == (document_id, name):
            return proposal
    listed = f"Förslagen är {', '.join(names)}." if names else "Dokumentet har inga förslag."
    hint = did_you_mean(name, names, listed)
    raise StyrdokError(f"Det finns inget förslag ”{name}” till {document_id}", hint)
