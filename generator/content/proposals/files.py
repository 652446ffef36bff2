"""A text of the main proposal with what proposals lay over it, and texts that they add."""

from __future__ import annotations

from dataclasses import replace

from generator.content.attributes import Attributes
from generator.content.changes import FILE as CHANGES
from generator.content.findings import Findings
from generator.content.folders import Entry
from generator.content.pages import Document, read_page
from generator.content.proposals.headings import Headings
from generator.content.proposals.layer import Layer
from generator.content.proposals.marks import is_new, is_struck, report_missing, unmarked
from generator.content.proposals.parts import attributes_in, blocks_of, parts_of
from generator.content.proposals.trees import STRUCK, tree_laid_over
from generator.content.raw import Page, Raw, RawHeading
from generator.content.sheets.shelf import Shelf

_NAMED_BY = ("id", "svarar på")


def proposed(page: Document, entry: Entry, shelf: Shelf, findings: Findings) -> Document | None:
    """Return the text after all proposals; None when it is struck, or cannot be meant as a new one."""
    if entry.added is not None:
        if not _may_be_added(page, entry, entry.added, findings):
            return None
        _take_mark(page)
    laid: Document | None = page
    for layer in entry.over:
        own = read_page(layer.path, shelf.sheets.beside(layer.home), findings)
        if own is not None and laid is not None:
            layer.trail.files[laid.source.name] = own.source.name
            laid = _laid(laid, own, layer, findings)
    return laid


def _laid(main: Document, own: Document, layer: Layer, findings: Findings) -> Document | None:
    title = _title(own)
    if own.tree.data.get(STRUCK) == "ja" or (title is not None and is_struck(title.attributes)):
        return None
    tree = tree_laid_over(main.tree, own.tree, findings)
    root = parts_of(main.page.blocks)
    Headings(root, layer.trail, findings).lay(parts_of(own.page.blocks))
    blocks = blocks_of(root)
    return Document(main.source, tree, Page(main.source, blocks, _by_number(blocks)))


def _by_number(blocks: list[Raw]) -> dict[int, Attributes]:
    return dict(enumerate(attributes_in(blocks)))


def _title(page: Document) -> RawHeading | None:
    first = page.page.blocks[0] if page.page.blocks else None
    return first if isinstance(first, RawHeading) and first.level == 1 else None


def _may_be_added(page: Document, entry: Entry, layer: Layer, findings: Findings) -> bool:
    """Tell whether a file can be new: its title has an id or is marked so; what may be a slip is noted."""
    title = _title(page)
    said = title.attributes if title is not None else None
    if entry.name == CHANGES or any(page.tree.data.get(key) for key in _NAMED_BY):
        return True
    if said is not None and (said.id or is_new(said)):
        return True
    hint = "Om filen är ny: skriv {ny} sist på dess första rubrikrad."
    report_missing("Filen", entry.name, layer.known, page.start, findings, hint)
    return False


def _take_mark(page: Document) -> None:
    title = _title(page)
    if title is not None:
        page.page.blocks[0] = replace(title, attributes=unmarked(title.attributes))
