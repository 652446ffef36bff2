"""Finished Word files as a reader sees them: headings, tables, notes, plain text."""

from __future__ import annotations

from pathlib import Path

import docx
from docx.table import Table
from lxml import etree

HEADINGS = ("Heading", "Rubrik utan nummer", "Underrubrik utan nummer", "Bilaga rubrik")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def plain(text: str) -> str:
    """Return the text with every kind of space as one ordinary space, and ₂ as 2."""
    return " ".join(text.replace("\u00a0", " ").replace("₂", "2").split())


def headings(path: Path) -> list[str]:
    """Return the words of the paragraphs in heading styles, in order."""
    return [
        plain(p.text)
        for p in docx.Document(str(path)).paragraphs
        if p.style is not None and (p.style.name or "").startswith(HEADINGS)
    ]


def tables(path: Path) -> list[list[list[str]]]:
    """Return every table as rows of cell texts."""
    return [_rows(t) for t in docx.Document(str(path)).tables]


def _rows(table: Table) -> list[list[str]]:
    return [[plain(cell.text) for cell in row.cells] for row in table.rows]


def notes(path: Path) -> list[str]:
    """Return the texts of the footnotes, without the separators."""
    root = etree.fromstring(_part(path, "word/footnotes.xml"))
    return [
        plain("".join(t.text or "" for t in note.iter(f"{_W}t")))
        for note in root.iter(f"{_W}footnote")
        if note.get(f"{_W}type") is None
    ]


def all_text(path: Path) -> str:
    """Return all words of the body, tables included, in the order of the file."""
    root = etree.fromstring(_part(path, "word/document.xml"))
    return plain(" ".join("".join(t.text or "" for t in p.iter(f"{_W}t")) for p in root.iter(f"{_W}p")))


def part_text(path: Path, beginning: str) -> list[str]:
    """Return the words of every part whose name begins so, such as ``word/header``."""
    import zipfile

    with zipfile.ZipFile(path) as archive:
        names = [n for n in archive.namelist() if n.startswith(beginning)]
        roots = [etree.fromstring(archive.read(n)) for n in names]
    return [plain("".join(t.text or "" for t in root.iter(f"{_W}t"))) for root in roots]


def _part(path: Path, name: str) -> bytes:
    import zipfile

    with zipfile.ZipFile(path) as archive:
        return archive.read(name)
