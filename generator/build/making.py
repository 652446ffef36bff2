"""One document from its view and template, with page numbers where LibreOffice can count them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.build.properties import properties_of
from generator.documents.view import View
from generator.render.pages import StandIn, convert_to_pdf, page_map
from generator.render.template import Template


@dataclass(frozen=True, slots=True)
class Made:
    """The Word file, and on which page each bookmark stands; None when that is not known."""

    data: bytes
    pages: Mapping[str, int] | None


def make(view: View, template: Template, soffice: Path | None) -> Made:
    """Return the document, as a build makes it. Raises StyrdokError for a template that cannot be filled."""
    filled = template.fill(view, properties_of(view))
    if soffice is None:
        return Made(filled.finish(None), None)
    laid_out = convert_to_pdf({"dokument": filled.finish(StandIn())}, soffice)
    pages = page_map(laid_out["dokument"]) if "dokument" in laid_out else {}
    return Made(filled.finish(pages or None), pages or None)


def remake(view: View, template: Template, pages: Mapping[str, int] | None, code: str) -> bytes:
    """Return a document made before, from its view, template and pages; ``code`` is its content code then."""
    return template.render(view, properties_of(view, code), pages)
