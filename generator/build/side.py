"""One side of a comparison: a document of the content at some version, or a file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from generator.build.making import make
from generator.build.workspace import Workspace
from generator.documents.view import View
from generator.domain.korpus import Korpus
from generator.ooxml.opened import package_for_comparing
from generator.ooxml.package import Package
from generator.render.pages import find_libreoffice
from generator.render.template import Template

WORD, PDF = ".docx", ".pdf"


@dataclass(frozen=True)
class Side:
    """One side.

    ``name`` is what reports call it, ``version`` which version that is. A document of the content has a
    ``view`` and the ``template`` that prints it; a file has its bytes in ``data`` and its form (``.docx``,
    ``.pdf``); a frozen version has both. ``korpus`` is the content it was taken from, ``workspace``
    where that lies, ``error`` what is wrong with it. ``proposed``: it is a proposal to change the document.
    """

    name: str
    version: str = ""
    view: View | None = None
    template: Path | None = None
    data: bytes = b""
    form: str = ""
    korpus: Korpus | None = None
    workspace: Workspace | None = None
    error: str = ""
    proposed: bool = False

    def __str__(self) -> str:
        return f"{self.name}, {self.version}" if self.version else self.name

    def package(self, *, pages: bool = False) -> Package:
        """Return the side as a Word file; ``pages``: with page numbers, where LibreOffice can count them.

        Raises StyrdokError when it is no sound Word file, or its template cannot be filled.
        """
        if self.view is None or self.template is None:
            return package_for_comparing(self.data, self.name)
        soffice = find_libreoffice() if pages else None
        return Package.read(make(self.view, Template.read(self.template), soffice).data, str(self))


def called(view: View) -> str:
    """Return what a document is called: ”Verksamhetsplan 2019, Regionstyrelsen”."""
    facts = view.dokument
    return f"{facts.titel}, {facts.organ}" if facts.organ else facts.titel
