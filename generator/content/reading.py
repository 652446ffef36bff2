"""What reading an organisation's folder gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.diagnostics import Diagnostic
from generator.diagnostics.values import dataclass

if TYPE_CHECKING:
    from generator.content.folders import Folder
    from generator.content.proposals.reading import ProposalReading
    from generator.content.reader import Read
    from generator.content.sheets.uses import Use
    from generator.domain.korpus import Korpus

ORGANISATION = "organisation.yaml"
STYRMODELL = "styrmodell.yaml"
ACCEPTED = "godtagna.yaml"
"""Lies in the organisation's folder or in a document's own."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal to change a document: the document's folder, those of all its proposals, and its own."""

    folder: Folder
    homes: tuple[Folder, ...]
    home: Folder

    @property
    def document(self) -> str:
        """The document's id."""
        return self.folder.name

    @property
    def name(self) -> str:
        """The proposal's name: that of its folder."""
        return self.home.name.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read (None when organisation or styrmodell cannot be) and what was found wrong."""

    korpus: Korpus | None
    diagnostics: tuple[Diagnostic, ...]
    documents: tuple[str, ...] = ()
    """The ids of all documents that are there, those that cannot be read included."""
    uses: tuple[Use, ...] = ()
    """What the documents take from sheets."""
    proposals: tuple[Proposal, ...] = ()
    """The proposals to change documents, in the order of the documents."""
    read: Read | None = None
    """What reading a proposal needs of all this; None when there are no proposals."""

    def with_proposal(self, proposal: Proposal) -> ProposalReading:
        """Return the content as it would be with one of the proposals."""
        from generator.content.proposals.reading import read_proposal

        if self.read is None:
            raise ValueError(proposal.name)
        return read_proposal(self.read, proposal.folder, proposal.homes, proposal.name)

    def attributed(self, found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Yield the findings, those in sheets with the ids of the documents they concern."""
        if not self.uses:
            yield from found
            return
        from generator.content.sheets.uses import concerned

        files = {use.file for use in self.uses}
        for diagnostic in found:
            place = diagnostic.position
            ids = concerned(place, self.uses) if place.file in files else ()
            yield replace(diagnostic, ids=(*diagnostic.ids, *ids)) if ids else diagnostic


def is_organisation(folder: Path) -> bool:
    """Tell whether the folder holds an organisation's content."""
    try:
        return (folder / ORGANISATION).is_file()
    except OSError:
        return False
