"""The document of forty pages, made by docxtpl and by us. The floor: its parts serialised and packed."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

from docx import Document
from docxtpl import DocxTemplate
from lxml import etree

from benchmarks.document import CHAPTERS, forty_pages
from benchmarks.templates import loop_context, loop_template, our_template
from benchmarks.timing import Case
from generator.build.properties import properties_of
from generator.ooxml.writing import Finished, write
from generator.render.pages import StandIn
from generator.render.template import Template

FLOOR = "golvet: serialisera och packa delarna"
DOCXTPL = "docxtpl, mall med slingor, öppnad och sparad varje gång"
BLOCKS = "vår, texten som XML och packad, inget därefter"
OURS = "vår, mallen förberedd, färdig fil"
TWICE = "vår, färdigställd två gånger (före och efter sidnumren)"
COLD = "vår, mallen läst och förberedd varje gång"

Words = tuple[list[str], list[list[list[str]]]]
"""The paragraphs of a document that say something, and its tables, row by row, cell by cell."""


@dataclass(frozen=True, slots=True)
class Bench:
    """The cases and, to see that they do the same, the documents they make."""

    cases: tuple[Case, ...]
    ours: bytes
    theirs: bytes


def bench(chapters: int = CHAPTERS) -> Bench:
    """Return what is to be measured. Raises AssertionError when the documents do not say the same.

    All but the blocks alone are finished with page numbers, as the build does when LibreOffice is there.
    """
    view = forty_pages(chapters)
    properties, loop, data, context = properties_of(view), loop_template(), our_template(), loop_context(view)
    warm = Template(data, "mall.docx")

    def docxtpl() -> bytes:
        template = DocxTemplate(io.BytesIO(loop))
        template.render(context, autoescape=True)
        out = io.BytesIO()
        template.save(out)
        return out.getvalue()

    def ours(template: Template) -> bytes:
        return template.render(view, properties, StandIn())

    def twice() -> bytes:
        filled = warm.fill(view, properties)
        filled.finish(StandIn())
        return filled.finish(StandIn())

    def blocks() -> bytes:
        filled = warm.fill(view, properties)
        stories = {name: text.encode() for name, text in filled.parts.items()}
        return write(warm.prepared, Finished(stories, {}, None), properties)

    made, theirs = ours(warm), docxtpl()
    if words(made) != words(theirs):
        raise AssertionError("dokumenten säger inte samma sak")
    cases = (
        Case(FLOOR, _floor(made)),
        Case(DOCXTPL, docxtpl),
        Case(BLOCKS, blocks),
        Case(OURS, lambda: ours(warm)),
        Case(TWICE, twice),
        Case(COLD, lambda: ours(Template(data, "mall.docx"))),
    )
    return Bench(cases, made, theirs)


def _floor(document: bytes) -> Callable[[], bytes]:
    """Return the least that any way of writing has to do with the finished parts, held as trees."""
    with zipfile.ZipFile(io.BytesIO(document)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    trees = {n: etree.fromstring(data) for n, data in parts.items() if n.endswith((".xml", ".rels"))}
    others = {n: data for n, data in parts.items() if n not in trees}

    def work() -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, tree in trees.items():
                archive.writestr(name, etree.tostring(tree, encoding="UTF-8", standalone=True))
            for name, data in others.items():
                archive.writestr(name, data)
        return out.getvalue()

    return work


def words(data: bytes) -> Words:
    """Return what a document says, the lines of its table of contents left out."""
    document = Document(io.BytesIO(data))
    styled = [((p.style.name if p.style else "") or "", p.text) for p in document.paragraphs]
    said = [text for style, text in styled if text and not style.startswith("toc")]
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    return said, tables
