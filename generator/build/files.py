"""Files written whole or not at all, and nothing that a person has changed is lost."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from generator.diagnostics import StyrdokError
from generator.diagnostics.system import system_reason

_TEMPORARY = ".~styrdok-"
_RESERVED = {"con", "prn", "aux", "nul", *(f"{n}{i}" for n in ("com", "lpt") for i in range(1, 10))}
_KEPT = "ändrad för hand"


def checksum(data: bytes) -> str:
    """Return the SHA-256 of the bytes."""
    return hashlib.sha256(data).hexdigest()


def file_name(document: str, ending: str = ".docx") -> str:
    """Return the file name of a document's id: ``verksamhetsplan-2019/regionstyrelsen`` becomes one name."""
    stem = document.replace("/", "-")
    return (f"{stem}_" if stem.casefold() in _RESERVED else stem) + ending


def write_whole(path: Path, data: bytes) -> None:
    """Put the bytes in place of the file in one step; killed before that, the old file is untouched.

    Raises StyrdokError when another program holds the file open, or the disk does not take it.
    """
    import tempfile

    temporary = ""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=_TEMPORARY, suffix=".tmp", dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        _readable(Path(temporary))
        os.replace(temporary, path)  # noqa: PTH105  # the one call that is atomic on every system
    except PermissionError as problem:
        _forget(temporary)
        raise StyrdokError(
            f"Filen {path.name} kan inte skrivas: den är öppen i Word, eller så saknas rättighet",
            "Stäng dokumentet i Word och kör samma kommando igen.",
        ) from problem
    except OSError as problem:
        _forget(temporary)
        raise StyrdokError(
            f"Filen {path.name} kan inte skrivas: {system_reason(problem)}",
            "Se efter att disken inte är full och att mappen finns.",
        ) from problem


def _readable(path: Path) -> None:
    """Give a temporary file the rights of an ordinary one (mkstemp keeps it to its owner)."""
    if os.name == "posix":
        mask = os.umask(0)
        os.umask(mask)
        path.chmod(0o666 & ~mask)


def _forget(temporary: str) -> None:
    if temporary:
        Path(temporary).unlink(missing_ok=True)


def sweep(folder: Path) -> None:
    """Take away temporary files that an interrupted run has left behind."""
    for left in folder.glob(f"{_TEMPORARY}*.tmp"):
        try:
            left.unlink()
        except OSError:
            continue


def keep_aside(path: Path) -> Path:
    """Give a file that a person has changed another name, and return it.

    Raises StyrdokError when another program holds the file open, or the folder takes no other file.
    """
    aside = _free_name(path)
    try:
        path.rename(aside)
    except OSError as problem:
        raise StyrdokError(
            f"Filen {path.name} är ändrad för hand och kan inte läggas undan: {system_reason(problem)}",
            "Stäng dokumentet i Word och kör samma kommando igen.",
        ) from problem
    return aside


def _free_name(path: Path) -> Path:
    names: Iterable[str] = (_KEPT, *(f"{_KEPT} {n}" for n in range(2, 1000)))
    return next(p for n in names if not (p := path.with_name(f"{path.stem} ({n}){path.suffix}")).exists())
