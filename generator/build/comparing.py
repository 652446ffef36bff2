"""Two sides compared: the list of changes, side by side, tracked changes, one page for the board.

Each is made when it is asked for; a document is laid out by LibreOffice only where its pages are printed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from generator.alignment.flow import Flow
from generator.build.side import PDF, Side, packages
from generator.compare.change import Change
from generator.compare.items import item_changes
from generator.compare.scope import not_compared
from generator.compare.successors import successors_of
from generator.diagnostics import StyrdokError
from generator.documents.archive import content_hash
from generator.documents.view import View


@dataclass
class Comparison:
    """What changed from one side to the other. ``remarks`` are what a reader must know besides, once each."""

    old: Side
    new: Side
    remarks: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.remarks += [f"{side}: {side.error}" for side in (self.old, self.new) if side.error]

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """The changes: by item when both sides are documents of the content, else by text."""
        views = self._views
        if views is not None:
            return item_changes(*views, self._successors)
        from generator.compare.text_changes import text_changes

        return text_changes(*self.flows)

    @cached_property
    def differs(self) -> bool:
        """Tell whether anything differs; what no list shows is remarked on."""
        if self.changes:
            return True
        views = self._views
        if views is None or views[0].dokument.slag != views[1].dokument.slag:
            return False
        if content_hash(views[0]) == content_hash(views[1]):
            return False
        self.remarks.append(_SMALL)
        return True

    @cached_property
    def flows(self) -> tuple[Flow, Flow]:
        """Both sides as text."""
        old, new = self._flow(self.old), self._flow(self.new)
        self.remarks += [said for flow in (old, new) for said in flow.said]
        return old, new

    def as_text(self) -> str:
        """Return the list of changes for a terminal."""
        from generator.compare.as_text import changes_as_text

        left = not_compared(*self._views) if self._views else ()
        return f"{self.old}\n→ {self.new}\n\n{changes_as_text(self.changes, left)}"

    def as_json(self) -> str:
        """Return the list of changes in the published format."""
        from generator.compare.as_json import changes_as_json

        return changes_as_json(self.changes)

    def as_html(self) -> bytes:
        """Return both sides beside each other as an HTML page."""
        from generator.compare.side_by_side import as_html

        items = self.changes if self._views else ()
        title = f"Ändringar i {self.new.name}"
        return as_html(*self.flows, str(self.old), str(self.new), items, title).encode("utf-8")

    def as_tracked(self, author: str, moment: datetime, *, looks: bool = True) -> bytes:
        """Return the new side as a Word file with tracked changes; without ``looks`` not those of formatting.

        Raises StyrdokError when a side is a PDF, or no sound Word file.
        """
        self.stop_if_printed()
        from generator.ooxml.redline import redline

        old, new = packages((self.old, self.new))
        made = redline(old, new, author=author, date=moment, looks=looks)
        self.remarks += (*made.accepted, *made.coarsened)
        return made.data

    def stop_if_printed(self) -> None:
        """Raise StyrdokError when a side is a PDF, in which no changes can be tracked."""
        if PDF in (self.old.form, self.new.form):
            hint = "Jämför sida vid sida i stället, med --html FIL."
            raise StyrdokError("Spårade ändringar kan bara göras mellan två Worddokument", hint)

    def as_summary(self) -> bytes:
        """Return one page in Word on what matters most. Raises StyrdokError when a side is a mere file."""
        from generator.build.change_sheet import change_sheet

        views, workspace = self._views, self.new.workspace
        if views is None or workspace is None:
            hint = "Jämför två versioner ur innehållet, eller skriv --html FIL."
            raise StyrdokError("Sammanfattningen kan inte göras av filer, bara av innehåll", hint)
        versions = self.old.version, self.new.version
        names = () if versions[0] == versions[1] else versions  # two documents are told apart by their covers
        return change_sheet(workspace, *views, self.changes, names)

    @property
    def _views(self) -> tuple[View, View] | None:
        return (self.old.view, self.new.view) if self.old.view and self.new.view else None

    @property
    def _successors(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for side in (self.old, self.new):
            if side.korpus is not None:
                found |= successors_of(side.korpus)
        return found

    def _flow(self, side: Side) -> Flow:
        if side.form == PDF:
            from generator.compare.pdf.flow import flow_of_pdf

            return flow_of_pdf(side.data, side.name)
        from generator.ooxml.flow import flow_of

        return flow_of(side.package())


_SMALL = "Något litet skiljer som listan inte visar, till exempel fet stil. --docx och --html visar allt."
