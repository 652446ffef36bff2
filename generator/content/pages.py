"""A Markdown file as head and blocks."""

from __future__ import annotations

import re
from pathlib import Path

from generator.content.findings import UNKNOWN, Findings
from generator.content.folders import Entry, slug_of_name
from generator.content.markdown import parse_markdown
from generator.content.raw import Page
from generator.content.records import Model, read_record
from generator.content.sections import Section, outline
from generator.content.sheets.shelf import Shelf
from generator.content.source import Source, read_source
from generator.content.yaml_tree import Tree, parse_yaml
from generator.diagnostics import Position
from generator.diagnostics.values import dataclass

_FENCE = "---"
_ROW = re.compile(r"[^\W\d][\w ]*:(?:\s|$)|\s+\S")


@dataclass(slots=True)
class Document:
    """A file's head with the places in it, and its blocks."""

    source: Source
    tree: Tree
    page: Page

    @property
    def start(self) -> Position:
        """The file's first line."""
        return self.source.at(1)

    def outline(self, top: int, findings: Findings) -> Section:
        """Return the blocks grouped under their headings, which begin at level ``top``."""
        return outline(self.page, top, findings)


def read_page(path: Path, shelf: Shelf, findings: Findings) -> Document | None:
    """Return the file split into head and blocks, or None when it cannot be read."""
    source = read_source(path, shelf.sheets.root, findings)
    if source is None:
        findings.lose([slug_of_name(path.name), UNKNOWN])
        return None
    head, body = _split(source, findings)
    tree = parse_yaml(head, findings) if head else Tree(start=source.at(1))
    return Document(source, tree, parse_markdown(body, shelf, findings))


def read_entry(entry: Entry, shelf: Shelf, findings: Findings) -> Document | None:
    """Return a file as ``read_page``, with what a proposal lays over it; None when it is struck."""
    page = read_page(entry.path, shelf, findings)
    if page is not None and (entry.over or entry.added):
        from generator.content.proposals.files import proposed

        return proposed(page, entry, shelf, findings)
    return page


def read_head(document: Document, model: type[Model], findings: Findings) -> Model | None:
    """Return the head as a record; problems are noted, and what the file would have given is lost."""
    head = read_record(model, document.tree, findings)
    if head is None:
        findings.lose((slug_of_name(document.source.name.rpartition("/")[2]), *document.page.ids()))
    return head


def _split(source: Source, findings: Findings) -> tuple[Source | None, Source]:
    """Return head and body; a head that never ends is noted (S005), and ends where its rows do."""
    lines = source.text.split("\n")
    if lines[0].rstrip() != _FENCE:
        return None, source
    end = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE), None)
    if end is None:
        hint = "Avsluta huvudet med en rad med tre streck (---)."
        findings.error("S005", "Filens huvud börjar men slutar aldrig", source.at(1), hint)
        end = next((i for i, line in enumerate(lines[1:], 1) if not _ROW.match(line)), len(lines))
        return _part(source, lines[1:end], 1), _part(source, lines[end:], end)
    return _part(source, lines[1:end], 1), _part(source, lines[end + 1 :], end + 1)


def _part(source: Source, lines: list[str], at: int) -> Source:
    """Return some lines of the source, which begin at the one with this number from 0."""
    return Source(source.name, "\n".join(lines), source.first_line + at)
