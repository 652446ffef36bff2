"""Which files there are, in the order a person sees them: by leading number, then by name.

Folders are listed once and with suspicion: a link is never followed to another folder nor out of the
organisation's own, so nothing is read twice, nothing from elsewhere, and no walk is endless.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from generator.content.findings import Findings
from generator.content.source import relative_name
from generator.diagnostics import Position
from generator.diagnostics.system import system_reason
from generator.diagnostics.values import dataclass

if TYPE_CHECKING:
    from generator.content.proposals.layer import Layer

GOALS = "mål"
SHEETS = "underlag"
"""The folder of sheets that tables are taken from; nobody asks what lies there unused."""
PROPOSALS = "förslag"
"""The folder in a document's own where proposals to change it lie, a folder each."""

DOCUMENT = "dokument.yaml"
DEEPEST = 20
"""Folders inside folders. Nobody sorts deeper."""

_NUMBERED = re.compile(r"(\d+(?:\.\d+)*)[-_. ]+(.+)", re.ASCII)
_PASSED_OVER = ("readme.md", "thumbs.db", "desktop.ini")
_UNNUMBERED = (10**9,)


@dataclass(frozen=True, slots=True)
class Entry:
    """A file or a folder, and its name with composed letters, as Windows and people write it.

    When a proposal is read, ``over`` is what it lays over the file or folder, and ``added`` tells that it
    has added the file.
    """

    path: Path
    name: str
    is_folder: bool = False
    over: tuple[Layer, ...] = ()
    added: Layer | None = None

    @property
    def slug(self) -> str:
        """The name without leading number and ending."""
        return slug_of_name(self.name)

    @property
    def is_text(self) -> bool:
        """Tell whether it is a Markdown file."""
        return not self.is_folder and self.name.endswith(".md")


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder and what a person put in it, in order."""

    path: Path
    root: Path
    depth: int = 0
    entries: tuple[Entry, ...] = ()

    @property
    def name(self) -> str:
        """Its name relative to the content root."""
        return relative_name(self.path, self.root)

    def file(self, name: str) -> Entry | None:
        """Return the file with this name."""
        return next((e for e in self.entries if e.name == name and not e.is_folder), None)

    def folder(self, slug: str) -> Entry | None:
        """Return the folder with this name, numbered or not."""
        return next((e for e in self.entries if e.slug == slug and e.is_folder), None)

    def position(self, entry: Entry) -> Position:
        """Return the place of a file or folder as a whole."""
        return Position(relative_name(entry.path, self.root))


def slug_of_name(name: str) -> str:
    """Return a file's or folder's name without its leading number and ending."""
    bare = name.removesuffix(".md").removesuffix(".yaml")
    match = _NUMBERED.fullmatch(bare)
    return match[2] if match else bare


def order(entry: Entry) -> tuple[tuple[int, ...], str]:
    """Return the sort key: 1 before 1.1 before 2 before 10 before what has no number."""
    match = _NUMBERED.match(entry.name)
    return (tuple(int(n) for n in match[1].split(".")) if match else _UNNUMBERED), entry.name


def open_folder(path: Path, root: Path, findings: Findings, depth: int = 0) -> Folder:
    """Return the folder with its entries; what cannot be listed or followed is noted (S005)."""
    place = Position("" if path == root else relative_name(path, root))
    if depth > DEEPEST:
        hint = "Flytta mappen närmare organisationens mapp."
        findings.error("S005", f"Mappen ligger djupare än {DEEPEST} nivåer och läses inte", place, hint)
        return Folder(path, root, depth)
    try:
        with os.scandir(path) as found:
            listed = [e for e in found if not _is_passed_over(e.name)]
    except FileNotFoundError:
        return Folder(path, root, depth)
    except OSError as problem:
        findings.error("S005", f"Mappen kan inte läsas: {system_reason(problem)}", place, "Försök igen.")
        return Folder(path, root, depth)
    entries = [e for raw in listed if (e := _entry(raw, root, findings)) is not None]
    entries.sort(key=order)
    folder = Folder(path, root, depth, tuple(entries))
    doubles = list(_alike(folder, findings))
    return replace(folder, entries=tuple(e for e in entries if e not in doubles)) if doubles else folder


def inside(folder: Folder, entry: Entry, findings: Findings) -> Folder:
    """Return the folder that the entry is, with what a proposal lays over it."""
    found = open_folder(entry.path, folder.root, findings, folder.depth + 1)
    if entry.over:
        from generator.content.proposals.listing import laid_over

        return laid_over(found, entry.over, findings)
    return found


def _is_passed_over(name: str) -> bool:
    """Tell whether it is a hidden file, Word's lock file or something the system left."""
    return name.startswith((".", "~$")) or name.casefold() in _PASSED_OVER


def _entry(raw: os.DirEntry[str], root: Path, findings: Findings) -> Entry | None:
    path = Path(raw.path)
    name = unicodedata.normalize("NFC", raw.name)
    shown = relative_name(path, root)
    place = Position("".join(c if c.isprintable() else "?" for c in shown))
    if not name.isprintable():
        hint = "Byt namn på den, helst till små bokstäver med bindestreck emellan."
        findings.error("S005", "Namnet innehåller tecken som inte går att skriva ut", place, hint)
        return None
    problem = _link_problem(path, root) if raw.is_symlink() else ""
    if problem:
        findings.error("S005", problem, place, "Lägg själva filen eller mappen där i stället för en länk.")
        return None
    try:
        if raw.is_dir():
            return Entry(path, name, is_folder=True)
        if raw.is_file():
            return Entry(path, name)
    except OSError as error:
        findings.error("S005", f"Filen kan inte läsas: {system_reason(error)}", place, "Försök igen.")
        return None
    findings.error("S005", "Detta är ingen vanlig fil", place, "Ersätt den med en vanlig fil.")
    return None


def _alike(folder: Folder, findings: Findings) -> Iterator[Entry]:
    """Note names that only some computers can tell apart (I001), and yield the files to leave unread."""
    first: dict[str, Entry] = {}
    for entry in folder.entries:
        other = first.setdefault(entry.name.casefold(), entry)
        if other is not entry:
            message = f"Namnen ”{other.name}” och ”{entry.name}” kan inte skiljas åt på alla datorer"
            hint = "Döp om det ena; stora och små bokstäver räknas inte som olika."
            findings.error("I001", message, folder.position(entry), hint)
            if not entry.is_folder:
                yield entry


def _link_problem(path: Path, root: Path) -> str:
    """Return what is wrong with a link; nothing when it leads to a file in the organisation's folder."""
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):
        return "Länken leder ingenstans"
    if not target.is_relative_to(root.resolve()):
        return "Länken leder ut ur organisationens mapp och följs inte"
    return "Mappen är en länk och läses inte" if target.is_dir() else ""
