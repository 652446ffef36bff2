"""The content of a workspace as a comparison asks for it: which document is meant, its view, its errors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.build.errors_by_document import Blocked, errors_by_document
from generator.build.inspection import inspect, inspect_all
from generator.build.selection import Wanted, select
from generator.build.workspace import Workspace
from generator.diagnostics import Diagnostic, StyrdokError
from generator.documents.kind import kinds
from generator.documents.view import View
from generator.domain.korpus import Korpus


@dataclass
class ContentRead:
    """The content of a workspace, read when it is first asked for."""

    workspace: Workspace

    @cached_property
    def _inspected(self) -> tuple[Korpus, Blocked, tuple[str, ...]]:
        korpus, found, known = inspect(self.workspace)
        if korpus is None:
            raise StyrdokError("Innehållet kan inte läsas", "Kör styrdok check och rätta felen först.")
        return korpus, errors_by_document(korpus, known, found), known

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

    def errors_of_proposal(self, id_: str, name: str) -> str:
        """Return the same of a proposal to change it."""
        for each in inspect_all(self.workspace).proposals:
            if (each.document, each.name) == (id_, name) and each.korpus is not None:
                found = errors_by_document(each.korpus, self._inspected[2], each.found, each.folder)
                return _first_of(found.get(id_, ()), "Förslaget")
        return ""

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
