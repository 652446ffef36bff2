"""A Word template, compiled once and rendered many times."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Template as JinjaTemplate
from jinja2 import TemplateError, Undefined
from markupsafe import Markup

from generator.diagnostics import StyrdokError
from generator.documents.view import View
from generator.domain.fras import Phrase
from generator.domain.prosa import Prosa
from generator.domain.tabell import Tabell
from generator.ooxml.assembly import Assembly, Package, Prepared
from generator.ooxml.blocks import kept_with_next, paragraph, text_run
from generator.ooxml.properties import Properties
from generator.ooxml.tags import TaggedPart
from generator.ooxml.template_parts import sound_parts
from generator.render.environment import TemplateEnvironment, make_environment, undefined_type
from generator.render.failures import SOURCE_NAME, in_words
from generator.render.inline import InlineWriter, escaped, inside_run, is_plain, shown
from generator.render.names import fold, roots
from generator.render.prose import ProseWriter
from generator.render.tables import TableWriter


@dataclass(frozen=True, slots=True)
class CompiledPart:
    """A part with tags, compiled."""

    tagged: TaggedPart
    jinja: JinjaTemplate


@dataclass(frozen=True, slots=True)
class Filled:
    """A template with all in it but page numbers, which no one knows before the document is laid out."""

    assembly: Assembly
    parts: Mapping[str, str]
    properties: Properties

    def finish(self, pages: Mapping[str, int] | None = None) -> bytes:
        """Return the document; may be called again, when more is known of its pages.

        ``pages`` tells the page of each bookmark, for the contents; None when unknown.
        """
        return self.assembly.finish(self.parts, self.properties, pages)


class Template:
    """A template file, taken apart when it is first needed: to know that nothing has changed, nothing is.

    What reads its parts raises StyrdokError when the file is not a sound template.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self.checksum = hashlib.sha256(data).hexdigest()
        self.data = data

    @cached_property
    def package(self) -> Package:
        """The file as its parts."""
        return Package.read(self.data, self.name)

    @cached_property
    def prepared(self) -> Prepared:
        """The parts, made ready for any number of documents."""
        return Prepared(self.package)

    @classmethod
    def read(cls, path: Path) -> Template:
        """Return the template in a file."""
        try:
            return cls(path.read_bytes(), path.name)
        except OSError as problem:
            raise StyrdokError(
                f"Mallen {path.name} kan inte läsas", "Stäng den i Word och se efter att filen finns."
            ) from problem

    @cached_property
    def tagged(self) -> tuple[TaggedPart, ...]:
        """The parts with tags, as Jinja source. Raises StyrdokError for a tag that would break a document."""
        return sound_parts(self.prepared, self.name)

    @cached_property
    def environment(self) -> TemplateEnvironment:
        """The environment its parts were compiled in."""
        return make_environment()

    @cached_property
    def compiled(self) -> tuple[CompiledPart, ...]:
        """The parts, compiled. Raises StyrdokError for a tag that cannot be read."""
        return tuple(self._compile(part) for part in self.tagged)

    def _compile(self, part: TaggedPart) -> CompiledPart:
        environment = self.environment
        try:
            tree = environment.parse(part.source, SOURCE_NAME, SOURCE_NAME)
            code = environment.compile(tree, SOURCE_NAME, SOURCE_NAME)
            return CompiledPart(part, JinjaTemplate.from_code(environment, code, {}))
        except TemplateError as problem:
            raise in_words(problem, part, self.name) from problem

    def render(self, view: View, properties: Properties, pages: Mapping[str, int] | None = None) -> bytes:
        """Return the document in one go: ``fill`` and ``Filled.finish``."""
        return self.fill(view, properties).finish(pages)

    def fill(self, view: View, properties: Properties) -> Filled:
        """Return the template with the view in it.

        Raises StyrdokError, with template, part, paragraph and tag, for a tag that cannot be filled in.
        """
        assembly = Assembly(self.prepared)
        values = roots(view)
        self.environment.levels = frozenset(fold(n.nyckel) for n in view.styrmodell.nivaer)
        self.environment.undefined = undefined_type(values)
        rendered = {
            part.tagged.name: self._render_part(part, values, assembly) for part in self._in_reading_order()
        }
        return Filled(assembly, rendered, properties)

    def _in_reading_order(self) -> list[CompiledPart]:
        """Return the parts with the body first, so that an item's first place is there."""
        return sorted(self.compiled, key=lambda p: p.tagged.name != self.package.main)

    def _render_part(self, part: CompiledPart, values: Mapping[str, Any], assembly: Assembly) -> str:
        writer = _PartWriter(part.tagged, assembly, self.prepared.text_width, self.prepared.landscape_width)
        context = {**values, "__text": writer.text, "__block": writer.block}
        try:
            return part.jinja.render(context).replace("\n", "")
        except Exception as problem:
            raise in_words(problem, part.tagged, self.name) from problem


class _PartWriter:
    """What the wrapped tags of one part call."""

    def __init__(self, part: TaggedPart, assembly: Assembly, width: int, turned: int) -> None:
        self.part = part
        self.inline = InlineWriter(assembly, part.name)
        self.tables = TableWriter(assembly, self.inline, width, turned)
        self.prose = ProseWriter(assembly, self.inline, self.tables)

    def text(self, value: object, number: int) -> Markup:
        """Return a value for a place inside a run's text."""
        if isinstance(value, Undefined):
            str(value)
        if isinstance(value, Prosa):
            raise StyrdokError(
                "här står en text av flera stycken", "Skriv taggen som {{p … }} i ett eget stycke."
            )
        form = self.part.formats[number]
        if isinstance(value, Phrase) and not is_plain(value):
            return Markup(inside_run(self.inline.phrase(value, form), form))  # noqa: S704  # escaped piece by piece
        text = shown(value)
        if "\n" in text or "\t" in text:
            return Markup(inside_run(text_run(text, form.properties()), form))  # noqa: S704
        return Markup(escaped(text))  # noqa: S704

    def block(self, value: object, style_id: str, in_cell: bool, keep: bool) -> Markup:
        """Return a value as blocks that take the place of the tag's paragraph.

        ``keep``: the last of them stays on the page of what follows, as the template says of the paragraph.
        """
        if isinstance(value, Undefined):
            str(value)
        blocks = self._block(value, style_id, in_cell)
        return Markup(kept_with_next(blocks) if keep else blocks)  # noqa: S704

    def _block(self, value: object, style_id: str, in_cell: bool) -> str:
        if isinstance(value, Prosa) and value:
            return self.prose.blocks(value, style_id)
        if isinstance(value, Tabell):
            return self.tables.block(value)
        if isinstance(value, Phrase) and value:
            return paragraph(self.inline.phrase(value), style_id)
        if not value and not in_cell:
            return ""
        return paragraph(text_run(shown(value)), style_id)
