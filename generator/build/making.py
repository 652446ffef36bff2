"""Documents from their views and templates, with page numbers where LibreOffice can count them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.build.properties import properties_of
from generator.documents.view import View
from generator.render.pages import StandIn, page_maps
from generator.render.template import Filled, Template


@dataclass(frozen=True, slots=True)
class Made:
    """The Word file, and on which page each bookmark stands; None when that is not known."""

    data: bytes
    pages: Mapping[str, int] | None


def make(view: View, template: Template, soffice: Path | None) -> Made:
    """Return the document, as a build makes it. Raises StyrdokError for a template that cannot be filled."""
    return finished({"dokument": template.fill(view, properties_of(view))}, soffice)["dokument"]


def finished(filled: Mapping[str, Filled], soffice: Path | None) -> dict[str, Made]:
    """Return documents with their page numbers, by the same keys; LibreOffice lays all out in one call."""
    if soffice is None:
        return {key: Made(each.finish(None), None) for key, each in filled.items()}
    maps = page_maps({key: each.finish(StandIn()) for key, each in filled.items()}, soffice)
    return {key: Made(each.finish(maps.get(key)), maps.get(key)) for key, each in filled.items()}


def remake(view: View, template: Template, pages: Mapping[str, int] | None, code: str) -> bytes:
    """Return a document made before, from its view, template and pages; ``code`` is its content code then."""
    return template.render(view, properties_of(view, code), pages)
