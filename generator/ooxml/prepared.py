"""A template made ready once for any number of documents: cleaned, looked up, packed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from generator.ooxml import relationships, settings, stock
from generator.ooxml.cleanup import clean
from generator.ooxml.identity import mark_references
from generator.ooxml.index import index
from generator.ooxml.numbering import Numbering
from generator.ooxml.package import Package
from generator.ooxml.properties import APP_PART, CORE_PART, CUSTOM_PART
from generator.ooxml.relationships import Relationships, relationships_name
from generator.ooxml.revisions import tracked_changes
from generator.ooxml.sections import text_width
from generator.ooxml.styles import Styles
from generator.ooxml.xml import child, parse_strict, serialise
from generator.ooxml.zipfiles import Deflated, deflate

_DROPPED = {
    "comments", "commentsExtended", "commentsIds", "commentsExtensible", "people", "stylesWithEffects",
    "customXml", "glossaryDocument", "thumbnail", "attachedTemplate", "keyMapCustomizations",
    "attachedToolbars", "vbaProject", "recipientData", "mailMergeSource", "mailMergeHeaderSource",
}  # fmt: skip
_STORIES = (
    "document.main+xml",
    "template.main+xml",
    "header+xml",
    "footer+xml",
    "footnotes+xml",
    "endnotes+xml",
)
# A story that holds none of these needs nothing done after rendering.
_TOUCHY = (b"bookmarkStart", b"docPr", b"<w:sdt", b"w:anchor", b"REF ", b"NUMPAGES")
_DEFAULT_STYLES = b'<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>'


class Prepared:
    """What can be worked out once per template and language. Never changes; may be shared by all renderings.

    Raises StyrdokError when a part of the template is not well formed.
    """

    def __init__(self, package: Package, language: str = "sv-SE") -> None:
        self.package = package
        self.language = language
        self.main = package.main
        self.folder = package.main.rpartition("/")[0]
        self._links: dict[str, Relationships] = {}
        self._reach()
        main = self.links(self.main)
        self.styles_part = main.target(relationships.STYLES) or self.beside("styles.xml")
        self.numbering_part = main.target(relationships.NUMBERING) or self.beside("numbering.xml")
        self.settings_part = main.target(relationships.SETTINGS) or self.beside("settings.xml")
        self.footnotes_part = main.target(relationships.FOOTNOTES) or self.beside("footnotes.xml")
        self.endnotes_part = main.target(relationships.ENDNOTES) or self.beside("endnotes.xml")
        self.styles_xml = stock.complete(package.parts.get(self.styles_part, _DEFAULT_STYLES), language)
        self.styles = Styles(self.styles_xml)
        self.numbering = Numbering(package.parts.get(self.numbering_part), self.styles)
        self.has_tracked_changes = False
        self.ahead: frozenset[str] = frozenset()
        self._stories = self._read_stories()

    @property
    def stories(self) -> tuple[str, ...]:
        """The parts that hold text and may hold template tags: the document, headers, footers, notes."""
        return tuple(self._stories)

    def template(self, part: str) -> str:
        """Return a story cleaned of what Word leaves behind, without declaration, to compile tags from."""
        return self._stories[part].partition(b"?>")[2].decode().lstrip()

    def story(self, part: str) -> bytes:
        """Return a story as cleaned."""
        return self._stories[part]

    def links(self, part: str) -> Relationships:
        """Return the relationships of a part that are kept; to be changed only in a copy."""
        return self._links.get(part) or Relationships(part)

    def beside(self, name: str) -> str:
        """Return the name of a part in the folder of the document."""
        return f"{self.folder}/{name}" if self.folder else name

    def needs_pass(self, part: str) -> bool:
        """Tell whether an unrendered story takes part in what is made right after rendering."""
        return any(mark in self._stories[part] for mark in _TOUCHY)

    @cached_property
    def section_xml(self) -> str:
        """The ``w:sectPr`` of the last section, as text."""
        body = child(parse_strict(self._stories[self.main], self.main), "w:body")
        last = None if body is None else child(body, "w:sectPr")
        return "<w:sectPr/>" if last is None else serialise(last).partition(b"?>")[2].decode().strip()

    @cached_property
    def text_width(self) -> int:
        """The width of the text in the last section, in twips."""
        return text_width(parse_strict(self.section_xml, self.main))

    @cached_property
    def landscape_width(self) -> int:
        """The width of the text on a turned page of the last section, in twips."""
        return text_width(parse_strict(self.section_xml, self.main), landscape=True)

    @cached_property
    def static(self) -> Mapping[str, bytes]:
        """The parts that are the same in every document: all but the text, properties and relationships."""
        kept = {name: data for name, data in self.package.parts.items() if name in self._links}
        for name in (CORE_PART, APP_PART, CUSTOM_PART, self.main, self.settings_part):
            kept.pop(name, None)
        kept |= {name: data for name, data in self._stories.items() if name != self.main}
        kept[self.styles_part] = self.styles_xml
        for part, links in self._links.items():
            if part not in {"", self.main} and len(links):
                kept[relationships_name(part)] = links.serialise()
        return kept

    @cached_property
    def deflated(self) -> dict[str, Deflated]:
        """The static parts packed."""
        packed = {name: deflate(data) for name, data in self.static.items()}
        packed[self.settings_part] = deflate(self.settings(footnotes=False))
        return packed

    def settings(self, footnotes: bool) -> bytes:
        """Return the settings part, for a document with or without footnotes of its own."""
        if footnotes not in self._settings:
            xml = self.package.parts.get(
                self.settings_part, _DEFAULT_STYLES.replace(b"w:styles", b"w:settings")
            )
            self._settings[footnotes] = settings.cleaned(xml, self.language, footnotes)
        return self._settings[footnotes]

    @cached_property
    def _settings(self) -> dict[bool, bytes]:
        return {}

    def _reach(self) -> None:
        """Collect the relationships of all parts that are for readers, beginning with the package's."""
        waiting = [""]
        while waiting:
            part = waiting.pop()
            if part in self._links:
                continue
            links = self.package.relationships(part)
            for item in list(links):
                if item.kind in _DROPPED or (
                    not item.external and links.path(item) not in self.package.parts
                ):
                    links.remove(item.id)
            self._links[part] = links
            waiting += [links.path(item) for item in links if not item.external]

    def _read_stories(self) -> dict[str, bytes]:
        found: dict[str, bytes] = {}
        for part in sorted(self._links, key=lambda name: (name != self.main, name)):
            if part and self.package.content_type(part).endswith(_STORIES):
                root = parse_strict(self.package.parts[part], part)
                self.has_tracked_changes |= tracked_changes(root)
                clean(root)
                if part == self.main:
                    self.ahead = mark_references(index(root))
                found[part] = serialise(root)
        return found
