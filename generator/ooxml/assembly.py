"""From a prepared template and rendered XML to a finished Word file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.ooxml.bookmark_names import bookmark_name
from generator.ooxml.finish import Story
from generator.ooxml.notes import Notes
from generator.ooxml.numbering import Lists
from generator.ooxml.package import Package
from generator.ooxml.prepared import Prepared
from generator.ooxml.properties import Properties
from generator.ooxml.styles import Styles
from generator.ooxml.writing import Finished, write

__all__ = ["Assembly", "Package", "Prepared"]

_FIRST_BOOKMARK = 500_000
_LINK = "rIdL"


class Assembly:
    """One rendering: collects lists, notes, links and bookmarks while XML is built, then writes the file."""

    def __init__(self, prepared: Prepared) -> None:
        self.prepared = prepared
        self._lists = Lists(prepared.numbering, prepared.styles)
        self._notes = Notes(prepared.styles)
        self._addresses: dict[str, str] = {}
        self._placed: set[str] = set()

    @property
    def styles(self) -> Styles:
        """The styles of the template, and the built-in ones it lacked."""
        return self.prepared.styles

    @property
    def main_part(self) -> str:
        """The name of the document part, for ``link``."""
        return self.prepared.main

    @property
    def notes_part(self) -> str:
        """The name of the footnotes part, for links inside notes."""
        return self.prepared.footnotes_part

    def new_list(self, ordered: bool, style_id: str, start: int = 1, level: int = 0) -> int:
        """Return the numId of a list that begins anew at ``start``.

        It looks as the list the paragraph style names; when that names none of the kind, as a plain list.
        ``level`` (from 0) is the level that ``start`` is meant for.
        """
        return self._lists.new(ordered, style_id, start, level)

    def add_note(self, paragraphs: Sequence[str]) -> str:
        """Return the run that refers to a new footnote, given run-level XML for each of its paragraphs."""
        return self._notes.add(paragraphs)

    def link(self, part: str, url: str) -> str:
        """Return the id by which text in a part can link to a web address (for ``blocks.hyperlink``)."""
        # One id per address in all parts: a phrase may be moved into a note after its link was made.
        del part
        return self._addresses.setdefault(url, f"{_LINK}{len(self._addresses) + 1}")

    def bookmark_name(self, item_id: str) -> str:
        """Return the name of an item's bookmark: the same in every document and version."""
        return bookmark_name(item_id)

    def bookmark(self, item_id: str) -> tuple[str, str]:
        """Return the start and end to put around the first place of an item; empty texts later on."""
        if item_id in self._placed:
            return "", ""
        number = _FIRST_BOOKMARK + len(self._placed)
        self._placed.add(item_id)
        name = self.bookmark_name(item_id)
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{number}"/>'

    def finish(
        self, rendered: Mapping[str, str], properties: Properties, pages: Mapping[str, int] | None = None
    ) -> bytes:
        """Return the file; may be called again, as when the pages have become known.

        ``rendered`` holds the XML of the stories that were rendered (``Prepared.stories``); the others are
        those of the template. ``pages`` gives the page of a bookmark; without it no page number is written.
        Raises StyrdokError when a rendered part is not well formed.
        """
        story = Story(self.prepared, rendered)
        story.settle(self._notes.parsed(), pages)
        urls = {rid: url for url, rid in self._addresses.items()}
        addresses = {
            part: {rid: urls[rid] for rid in used if rid in urls} for part, used in story.outward.items()
        }
        numbering = self._lists.xml() if self._lists else None
        return write(self.prepared, Finished(story.parts(), addresses, numbering), properties)
