"""Where an item stands in the documents that were last built: the heading it is under, and the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.build.files import checksum
from generator.build.manifest import Entry, Manifest
from generator.build.pages_kept import read_pages
from generator.build.workspace import Workspace
from generator.diagnostics import StyrdokError
from generator.domain.dokument import Dokument
from generator.ooxml.bookmark_names import bookmark_name
from generator.ooxml.headings_at import HeadingAt, headings_at
from generator.trace.thread import Stalle


def places(workspace: Workspace, item_id: str, documents: Iterable[Dokument]) -> Mapping[str, Stalle]:
    """Return where the item stands, by document; nothing for one that is not built or was changed by hand."""
    manifest, kept = Manifest(workspace.output), read_pages(workspace.output)
    name, found = bookmark_name(item_id), dict[str, Stalle]()
    for dokument in documents:
        entry = manifest.get(dokument.id)
        heading = _heading(workspace, entry, name) if entry is not None else None
        if entry is None or heading is None:
            continue
        pages = kept.get(dokument.id)
        known = pages is not None and pages.checksum == entry.checksum
        page = pages.pages.get(name, 0) if pages is not None and known else 0
        found[dokument.id] = Stalle(heading.number, heading.text, page)
    return found


def _heading(workspace: Workspace, entry: Entry, name: str) -> HeadingAt | None:
    try:
        data = (workspace.output / entry.file).read_bytes()
        return headings_at(data).get(name) if checksum(data) == entry.checksum else None
    except (OSError, StyrdokError):
        return None
