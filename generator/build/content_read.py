"""The content of a workspace as a comparison asks for it: which document is meant, its view, its errors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.build.errors_by_document import Blocked, errors_by_document
from generator.build.inspection import Inspection, inspected
from generator.build.proposals import named_proposal, proposal_view
from generator.build.proposed import inspect_proposal
from generator.build.selection import Wanted, select
from generator.build.workspace import Workspace
from generator.content import Reading
from generator.diagnostics import Diagnostic, StyrdokError
from generator.documents.kind import kinds
from generator.documents.view import View
from generator.domain.korpus import Korpus


@dataclass
class ContentRead:
    """The content of a workspace, read when it is first asked for."""

    workspace: Workspace

    @cached_property
    def _read(self) -> tuple[Inspection, Reading]:
        return inspected(self.workspace)

    @cached_property
    def _inspected(self) -> tuple[Korpus, Blocked, tuple[str, ...]]:
        found, _ = self._read
        if found.korpus is None:
            raise StyrdokError("Innehållet kan inte läsas", "Kör styrdok check och rätta felen först.")
        return found.korpus, errors_by_document(found.korpus, found.documents, found.found), found.documents

    @property
    def korpus(self) -> Korpus:
        """The content. Raises StyrdokError when it cannot be read."""
        return self._inspected[0]

    @property
    def readable(self) -> Korpus | None:
        """The content, or nothing when it cannot be read."""
        try:
            return self.korpus
        except StyrdokError:
            return None

    def document(self, name: str) -> str:
        """Return the id that the name means. Raises StyrdokError when it means none, or several."""
        found = select(self.korpus, self._inspected[2], Wanted((name,)))
        if len(found) > 1:
            raise StyrdokError(f"”{name}” kan vara flera dokument", f"Välj ett av {', '.join(found)}.")
        return found[0]

    def view(self, id_: str) -> View:
        """Return a document's view, errors in its content or not: a comparison can be what finds them.

        Raises StyrdokError when its dokument.yaml cannot be read.
        """
        dokument = self.korpus.dokument.get(id_)
        if dokument is None:
            hint = "Kör styrdok check och rätta felen först."
            raise StyrdokError(f"{id_}/dokument.yaml har fel", hint)
        return kinds()[dokument.slag].build(self.korpus, dokument)

    def errors(self, id_: str) -> str:
        """Return the first error in a document's content and how many there are; nothing when it has none."""
        return _first_of(self._inspected[1].get(id_, ()), "Innehållet")

    def proposal(self, id_: str, name: str) -> tuple[Korpus, View]:
        """Return the content as it would be with a proposal to change a document, and that document's view.

        Raises StyrdokError when there is no such proposal, or it cannot be read.
        """
        return proposal_view(self._read[1], id_, name)

    def errors_of_proposal(self, id_: str, name: str) -> str:
        """Return the first error in a document's content with a proposal, as ``errors`` does."""
        found, reading = self._read
        proposal = named_proposal(reading, id_, name)
        each = inspect_proposal(reading, proposal, found.found, self.korpus)
        if each.korpus is None:
            return ""
        blocked = errors_by_document(each.korpus, found.documents, each.found, each.folder)
        return _first_of(blocked.get(id_, ()), "Förslaget")

    def has(self, name: str) -> bool:
        """Tell whether there is just one document of that name."""
        try:
            self.document(name)
        except StyrdokError:
            return False
        return True


def _first_of(found: Sequence[Diagnostic], what: str) -> str:
    if not found:
        return ""
    first = f"{what} har fel: {found[0].position}: {found[0].message}"
    return f"{first} (och {len(found) - 1} fel till)." if len(found) > 1 else f"{first}."
