"""One side of a comparison: a document of the content at some version, or a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from generator.build.making import finished
from generator.build.properties import properties_of
from generator.build.workspace import Workspace
from generator.documents.view import View
from generator.domain.korpus import Korpus
from generator.ooxml.opened import package_for_comparing
from generator.ooxml.package import Package
from generator.render.pages import find_libreoffice
from generator.render.template import Filled, Template

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

    @cached_property
    def filled(self) -> Filled | None:
        """The template with the view in it; None for what is a finished file.

        Raises StyrdokError when the template cannot be filled.
        """
        if self.view is None or self.template is None:
            return None
        return Template.read(self.template).fill(self.view, properties_of(self.view))

    def package(self) -> Package:
        """Return the side as a Word file, without page numbers where it is made here and now.

        Raises StyrdokError when it is no sound Word file, or its template cannot be filled.
        """
        if self.filled is None:
            return package_for_comparing(self.data, self.name)
        return Package.read(self.filled.finish(), str(self))


def packages(sides: Sequence[Side]) -> list[Package]:
    """Return the sides as Word files, with page numbers where LibreOffice can count them.

    Raises StyrdokError as ``Side.package`` does.
    """
    filled = {str(at): side.filled for at, side in enumerate(sides) if side.filled is not None}
    made = finished(filled, find_libreoffice()) if filled else {}
    return [
        Package.read(made[str(at)].data, str(side)) if str(at) in made else side.package()
        for at, side in enumerate(sides)
    ]


def called(view: View) -> str:
    """Return what a document is called: ”Verksamhetsplan 2019, Regionstyrelsen”."""
    facts = view.dokument
    return f"{facts.titel}, {facts.organ}" if facts.organ else facts.titel
