"""The archive as it lies on the disk: which versions there are, and what is in each."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from generator.build.arkiv.records import (
    DOCUMENT,
    INDEX,
    PAGES,
    POSTER,
    RECORD,
    TEMPLATE,
    VIEW,
    Beslutspost,
    Fattat,
    Forteckning,
    Posterna,
    Rad,
    Sidor,
    read,
    same,
)
from generator.build.workspace import ARCHIVE, Workspace
from generator.diagnostics import StyrdokError
from generator.diagnostics.system import system_reason
from generator.domain.arkiv import Fryssteg, Post, Versionsnummer, version_number

if TYPE_CHECKING:
    from generator.documents.view import View

HIDDEN = ".~styrdok-"
"""How the names of folders that are being written begin."""
LARGEST = 256 * 1024 * 1024
"""Bytes of a file in the archive."""
DEEPEST = 20
_UNSAFE = re.compile(r'[<>:"|?*\\\x00-\x1f]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


class Archive:
    """One organisation's archive; reading it writes nothing, and nothing of it need be there."""

    def __init__(self, workspace: Workspace) -> None:
        self.folder = workspace.content / ARCHIVE

    def __bool__(self) -> bool:
        """Tell whether there is one."""
        return self.folder.is_dir() and not self.folder.is_symlink()

    @cached_property
    def index(self) -> Forteckning:
        """The list of versions. Raises StyrdokError when it cannot be read."""
        return self.read_index()

    def read_index(self) -> Forteckning:
        """Return the list as it stands on the disk now. Raises StyrdokError when it cannot be read."""
        path = self.folder / INDEX
        if not self or not path.exists():
            return Forteckning()
        return read(Forteckning, read_file(path), f"{ARCHIVE}/{INDEX}")

    @cached_property
    def rows(self) -> tuple[Rad, ...]:
        """The versions in the list, and after them those that lie in the archive without being in it."""
        try:
            listed = self.index.versioner
        except StyrdokError:
            listed = ()
        return (*listed, *self.unlisted(listed))

    def unlisted(self, listed: Sequence[Rad]) -> tuple[Rad, ...]:
        """Return a row for each version that is in a folder of its own but in no list, the oldest first."""
        known = {self.place(row.dokument, row.version, row.steg) for row in listed}
        found = [row for path in self.folders() if path not in known and (row := _row(path)) is not None]
        mine = [row for row in found if self.place(row.dokument, row.version, row.steg) not in known]
        return tuple(sorted(mine, key=lambda r: (r.fryst.timestamp(), r.dokument, r.version)))

    def versions(self, document: str) -> tuple[Frozen, ...]:
        """Return a document's frozen versions, in the order in which they were frozen."""
        wanted = unicodedata.normalize("NFC", document)
        return tuple(self.frozen(row) for row in self._by_document.get(wanted, ()))

    def find(self, document: str, name: str) -> Frozen | None:
        """Return the version that a name means, the last of several: 1.0, 1.0-beslutad, beslutad."""
        wanted = same(name.replace(" ", "-"))
        for each in reversed(self.versions(document)):
            names = (each.version.replace(" ", "-"), folder_name(each.version, each.steg), each.steg.value)
            if wanted in map(same, names):
                return each
        return None

    @property
    def documents(self) -> tuple[str, ...]:
        """The documents that have a frozen version."""
        return tuple(self._by_document)

    @cached_property
    def _by_document(self) -> Mapping[str, Sequence[Rad]]:
        found: dict[str, list[Rad]] = {}
        for row in self.rows:
            found.setdefault(row.dokument, []).append(row)
        return found

    def frozen(self, row: Rad) -> Frozen:
        """Return the version of a row."""
        return Frozen(row, self.place(row.dokument, row.version, row.steg))

    def place(self, document: str, version: str, steg: Fryssteg) -> Path:
        """Return the folder of a version, there or not, whatever form the letters of its path have there."""
        folder = self.folder
        for step in (*document.split("/"), folder_name(version, steg)):
            folder = _below(folder, safe_name(step))
        return folder

    def folders(self) -> Iterator[Path]:
        """Yield the folders that hold a record."""
        if self:
            yield from _with_record(self.folder, 0)


class Frozen:
    """One frozen version: ``row`` is its line in the list, ``path`` its folder.

    What reads a file raises StyrdokError when that is not there or holds something else.
    """

    def __init__(self, row: Rad, path: Path) -> None:
        self.row, self.path = row, path

    @property
    def version(self) -> str:
        """Its number: ”1.0”."""
        return self.row.version

    @property
    def number(self) -> Versionsnummer:
        """Its number as one that can be compared."""
        return version_number(self.row.version) or Versionsnummer(0)

    @property
    def steg(self) -> Fryssteg:
        """What made it worth keeping."""
        return self.row.steg

    @property
    def is_there(self) -> bool:
        """Tell whether its folder is there, and a folder."""
        try:
            return self.path.is_dir()
        except OSError:  # a name longer than any can be
            return False

    @cached_property
    def record(self) -> Beslutspost:
        """What is recorded of it: the decision, the checksums."""
        return read(Beslutspost, self.data(RECORD), self._named(RECORD))

    @property
    def datum(self) -> date | None:
        """The day it was decided, or sent out."""
        return self.record.beslut.datum

    @property
    def decision(self) -> Fattat:
        """The decision: body, day, paragraph."""
        return self.record.beslut

    def document(self) -> bytes:
        """Return the Word file."""
        return self.data(DOCUMENT)

    def template(self) -> bytes:
        """Return the template it was made with."""
        return self.data(TEMPLATE)

    def view_json(self) -> str:
        """Return its view as JSON."""
        return self.data(VIEW).decode("utf-8", errors="replace")

    def view(self) -> View:
        """Return its view."""
        from generator.documents.archive import from_json

        return from_json(self.view_json(), self._named(VIEW))

    def poster(self) -> tuple[Post, ...]:
        """Return what it says under names of its own."""
        return read(Posterna, self.data(POSTER), self._named(POSTER)).poster

    def pages(self) -> Mapping[str, int] | None:
        """Return on which page each bookmark stood; None when the pages were never counted."""
        if not self.record.sidnummer:
            return None
        return read(Sidor, self.data(PAGES), self._named(PAGES)).sidor

    def data(self, name: str) -> bytes:
        """Return the bytes of one of its files."""
        return read_file(self.path / name)

    def _named(self, name: str) -> str:
        return f"{self.path.name}/{name}"


def _row(path: Path) -> Rad | None:
    """Return the row of a folder, when its record can be read and is that of this folder."""
    try:
        data = read_file(path / RECORD)
        record = read(Beslutspost, data, path.name)
    except StyrdokError:
        return None
    if same(path.name) != same(safe_name(folder_name(record.version, record.steg))):
        return None
    return Rad(record.dokument, record.version, record.steg, record.fryst, sha256(data))


def read_file(path: Path) -> bytes:
    """Return a file's bytes. Raises StyrdokError when it is no ordinary file of reasonable size."""
    try:
        if path.is_symlink() or not path.is_file():
            raise StyrdokError(f"Filen {path.name} saknas i arkivet ({path.parent})", _REMEDY)
        if path.stat().st_size > LARGEST:
            raise StyrdokError(f"Filen {path.name} i arkivet är orimligt stor ({path.parent})", _REMEDY)
        return path.read_bytes()
    except OSError as problem:
        reason = system_reason(problem)
        message = f"Filen {path.name} i arkivet ({path.parent}) kan inte läsas: {reason}"
        raise StyrdokError(message, "Stäng den i andra program och försök igen.") from problem


_REMEDY = "Hämta tillbaka mappen ur versionshistoriken eller en säkerhetskopia."


def sha256(data: bytes) -> str:
    """Return the SHA-256 of the bytes."""
    return hashlib.sha256(data).hexdigest()


def folder_name(version: str, steg: Fryssteg) -> str:
    """Return the name of a version's folder: ``1.0-justerad``, ``2.0-förslag-1-utsänd``."""
    return f"{version.replace(' ', '-')}-{steg.value}"


def safe_name(name: str) -> str:
    """Return a name that every system can have, and that leads nowhere else."""
    bare = _UNSAFE.sub("_", unicodedata.normalize("NFC", name)).rstrip(". ")
    bare = f"_{bare}" if not bare or bare.startswith(".") else bare
    return f"{bare}_" if _RESERVED.fullmatch(bare) else bare


def _below(folder: Path, name: str) -> Path:
    """Return the folder's child with this name, in whatever form its letters are written there."""
    path = folder / name
    try:
        if path.exists():
            return path
        return next((p for p in folder.iterdir() if same(p.name) == same(name)), path)
    except OSError:
        return path


def _with_record(folder: Path, depth: int) -> Iterator[Path]:
    try:
        inside = sorted(p for p in folder.iterdir() if p.is_dir() and not p.is_symlink())
    except OSError:
        return
    if depth and (folder / RECORD).is_file():
        yield folder
    elif depth < DEEPEST:
        for each in inside:
            if not each.name.startswith(HIDDEN):
                yield from _with_record(each, depth + 1)
