"""What is made right after rendering, in the order in which one thing needs another.

Text boxes, tables and cells first, then sections and notes (which copy what loops repeated), then names and
ids, then numbers and cross-references, and last the tables of contents, which print all of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.ooxml import caches, cleanup, contents, identity, notes, toc
from generator.ooxml.heading_numbers import HeadingNumbers, Headings, counted_paragraphs
from generator.ooxml.index import Index, index
from generator.ooxml.keeping import keep_together
from generator.ooxml.prepared import Prepared
from generator.ooxml.repair import repair
from generator.ooxml.sections import settle_sections
from generator.ooxml.xml import Element, parse_strict, serialise

# Only a story that was not rendered from ``Prepared.template`` has any of these.
_RAW = ("w:rsidR", "paraId=", "<w:proofErr", "_GoBack", "<w:comment", "<w:ins ", "<w:del ", "<mc:Fallback")


class Story:
    """The parts of one document that hold text, parsed."""

    def __init__(self, prepared: Prepared, rendered: Mapping[str, str]) -> None:
        self._prepared = prepared
        self.roots: dict[str, Element] = {}
        self.outward: dict[str, set[str]] = {}
        for part in prepared.stories:
            text = rendered.get(part)
            if text is not None:
                self.roots[part] = _parsed(text, part)
            elif part == prepared.main or prepared.needs_pass(part):
                self.roots[part] = parse_strict(prepared.story(part), part)

    @property
    def main(self) -> Element:
        """The document itself."""
        return self.roots[self._prepared.main]

    def settle(self, added_notes: Sequence[Element], pages: Mapping[str, int] | None) -> None:
        """Make everything right."""
        for root in self.roots.values():
            repair(root)
        keep_together(self.main, self._prepared.styles)
        tables = contents.empty_contents(self.main)
        main = index(self.main)
        main.sections = settle_sections(main.sections)
        self._settle_notes(main, added_notes)
        parts = [main]
        for name, root in self.roots.items():
            found = main if root is self.main else index(root)
            self.outward[name] = found.outward
            if found is not main:
                parts.append(found)
        contents.drop_old_marks(main)
        names = identity.settle_bookmarks(parts, self._prepared.ahead)
        styles = self._prepared.styles
        identity.settle_references(parts, names, styles.id("Hyperlink", "character"))
        identity.settle_ids(parts)
        paragraphs = counted_paragraphs(main.root, styles, contents.listed_styles(tables, styles))
        numbers = HeadingNumbers(styles, self._prepared.numbering).of(paragraphs)
        caches.number_captions(main, styles)
        caches.fill_references(parts, caches.Known(numbers, pages))
        filler = toc.Filler(main, names, styles, Headings(paragraphs, numbers), pages)
        for table in tables:
            filler.fill(table)

    def _settle_notes(self, main: Index, added: Sequence[Element]) -> None:
        prepared = self._prepared
        for part, kind, references, more in (
            (prepared.footnotes_part, notes.FOOTNOTES, main.footnotes, added),
            (prepared.endnotes_part, notes.ENDNOTES, main.endnotes, ()),
        ):
            root = self.roots.get(part)
            if root is None and part in prepared.stories:
                root = parse_strict(prepared.story(part), part)
            if root is None and references:
                root = notes.empty_part(kind)
            if root is not None:
                notes.settle(root, references, more)
                self.roots[part] = root

    def parts(self) -> dict[str, bytes]:
        """Return the parts as they are to be written."""
        return {name: serialise(root) for name, root in self.roots.items()}


def _parsed(text: str, part: str) -> Element:
    root = parse_strict(text, part)
    if any(mark in text for mark in _RAW):
        cleanup.clean(root)
    return root
