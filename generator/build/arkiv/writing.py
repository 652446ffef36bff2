"""A version is written whole or not at all: beside its place, moved there in one step, then listed."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.build.arkiv.records import INDEX, RECORD, Beslutspost, Fil, Rad, listed, written
from generator.build.arkiv.store import HIDDEN, Archive, sha256
from generator.build.files import write_whole
from generator.build.workspace import ARCHIVE
from generator.diagnostics import StyrdokError
from generator.diagnostics.system import system_reason
from generator.ooxml.package import Package

_ATTRIBUTES = ".gitattributes"
_AS_THEY_ARE = b"# Filerna h\xc3\xa5lls byte f\xc3\xb6r byte, ocks\xc3\xa5 i Windows.\n* -text\n"
_TIMES, _PAUSE = 6, 0.25
"""How often, and after how many seconds, a folder that something holds open is tried again."""
_LEFT = 3600
"""Seconds after which a folder that was being written has been left behind."""


def described(files: Mapping[str, bytes]) -> dict[str, Fil]:
    """Return what is recorded of files: checksum and size, and of a Word file the checksum of each part."""
    return {name: _described(name, data) for name, data in files.items()}


def _described(name: str, data: bytes) -> Fil:
    return Fil(sha256(data), len(data), parts_of(data, name) if name.endswith(".docx") else {})


def parts_of(data: bytes, name: str) -> dict[str, str]:
    """Return the SHA-256 of each part of a Word file, unpacked. Raises StyrdokError when it is none."""
    return {part: sha256(content) for part, content in Package.read(data, name).parts.items()}


def write_version(archive: Archive, record: Beslutspost, files: Mapping[str, bytes]) -> Rad:
    """Write a version and enter it in the list.

    Raises StyrdokError, with nothing left behind, when the disk does not take it, something holds the folder,
    or there is one of that name.
    """
    _stop_if_misplaced(archive)
    place = archive.place(record.dokument, record.version, record.steg)
    if place.exists():
        message = f"Mappen {place.relative_to(archive.folder).as_posix()} finns redan i arkivet"
        hint = "Har någon annan just fryst den? styrdok versions visar det, och styrdok check om den är hel."
        raise StyrdokError(message, hint)
    data = written(replace(record, filer=described(files)))
    row = Rad(record.dokument, record.version, record.steg, record.fryst, sha256(data))
    temporary = None
    try:
        archive.folder.mkdir(parents=True, exist_ok=True)
        _sweep(archive.folder)
        temporary = Path(tempfile.mkdtemp(prefix=HIDDEN, dir=archive.folder))
        for name, content in {**files, RECORD: data}.items():
            _write(temporary / name, content)
        temporary.chmod(0o777 & ~_mask())
        place.parent.mkdir(parents=True, exist_ok=True)
        _patiently(lambda: temporary.rename(place))
    except OSError as problem:
        _remove(temporary)
        _remove_empty(place.parent, archive.folder)
        raise StyrdokError(
            f"Versionen kan inte skrivas i arkivet: {system_reason(problem)}",
            "Inget har frysts. Se efter att disken inte är full och att inget program håller mappen öppen,"
            " till exempel Word eller OneDrive, och kör samma kommando igen.",
        ) from problem
    try:
        enter(archive, row)
    except BaseException:
        _remove(place)
        _remove_empty(place.parent, archive.folder)
        raise
    _protect(place)
    return row


def enter(archive: Archive, row: Rad) -> None:
    """Add a version to the list as it stands on the disk now, and before it what the list had lost.

    Two who freeze at once may each write the list without the other's version. So it is written again as long
    as there is a version in the archive that it lacks: the one who writes last has seen them all.

    Raises StyrdokError when the list is damaged.
    """
    if not (archive.folder / _ATTRIBUTES).exists():
        write_whole(archive.folder / _ATTRIBUTES, _AS_THEY_ARE)
    for _ in range(_TIMES):
        index = archive.read_index()
        others = [r for r in index.versioner if not _is_same(r, row)]
        others += [r for r in archive.unlisted(index.versioner) if not _is_same(r, row)]
        write_whole(archive.folder / INDEX, listed(replace(index, versioner=(*others, row))))
        if not archive.unlisted(archive.read_index().versioner):
            break


def _is_same(one: Rad, other: Rad) -> bool:
    return (one.dokument, one.version, one.steg) == (other.dokument, other.version, other.steg)


def _stop_if_misplaced(archive: Archive) -> None:
    if archive.folder.is_symlink():
        raise StyrdokError(f"Mappen {ARCHIVE} är en länk", "Lägg själva mappen där i stället för en länk.")
    if archive.folder.exists() and not archive.folder.is_dir():
        raise StyrdokError(f"{ARCHIVE} är en fil, inte en mapp", "Byt namn på filen.")


def _write(path: Path, data: bytes) -> None:
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _patiently(move: Callable[[], object]) -> None:
    """Do what fails while Word, OneDrive or a virus scanner looks into the folder, a few times."""
    for left in reversed(range(_TIMES)):
        try:
            move()
            return
        except PermissionError:
            if not left:
                raise
            time.sleep(_PAUSE)


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _protect(folder: Path) -> None:
    """Make the files read-only; a system that cannot does without: the checksums tell."""
    for path in folder.iterdir():
        try:
            path.chmod(stat.S_IREAD | stat.S_IRGRP | stat.S_IROTH)
        except OSError:
            continue


def _remove(folder: Path | None) -> None:
    if folder is not None:
        shutil.rmtree(folder, onerror=_writable)


def _writable(remove: Callable[[str], Any], path: str, _: object) -> None:
    try:
        Path(path).chmod(stat.S_IRWXU)
        remove(path)
    except OSError:
        return


def _remove_empty(folder: Path, top: Path) -> None:
    """Remove the folders that were made for a version that did not come, as long as they are empty."""
    while folder.is_relative_to(top):
        try:
            folder.rmdir()
        except FileNotFoundError:
            pass
        except OSError:
            return
        folder = folder.parent


def _sweep(folder: Path) -> None:
    """Remove what a run that was killed has left behind, once nobody can be writing it any more."""
    now = time.time()
    for left in folder.glob(f"{HIDDEN}*"):
        try:
            if left.is_dir() and now - left.stat().st_mtime > _LEFT:
                _remove(left)
        except OSError:
            continue
