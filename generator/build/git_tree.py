"""Files of a commit, written to a folder of our own: plain files with plain names, and nothing else.

Links, other repositories inside this one, and names that could lead out of the folder or mean something
else on another system are passed over. The bytes are those that are stored: no filter has touched them.
"""

from __future__ import annotations

import tempfile
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from generator.build.git_run import ask
from generator.diagnostics import StyrdokError
from generator.diagnostics.values import dataclass

LARGEST = 512 * 1024 * 1024
"""Bytes of all files together."""
MOST = 50_000
"""Files."""

_PLAIN = ("100644", "100755")
_MEANS_MORE = frozenset('<>:"|?*\\')
_DEVICES = {"con", "prn", "aux", "nul", *(f"{n}{i}" for n in ("com", "lpt") for i in range(1, 10))}
_LACKS = "En fil i revisionen finns inte i den här kopian av förrådet"
_FETCH = "Hämta hela historiken (git fetch --unshallow, eller git clone utan filter)."
_SMALLER = "Välj en senare revision, eller flytta det som inte är innehåll ur mappen."


@dataclass(frozen=True, slots=True)
class Blob:
    """A file of a commit: its path from the folder that was asked for, its object and its size in bytes."""

    path: str
    object: str
    size: int


def folders_with(name: str, commit: str, top: Path) -> tuple[str, ...]:
    """Return the folders of a commit that hold a file with this name."""
    listed = ask(top, ("ls-tree", "-r", "-z", "--full-tree", "--name-only", commit)).data
    paths = (path.decode("utf-8", "replace") for path in listed.split(b"\0"))
    return tuple(path.rpartition("/")[0] for path in paths if path.rpartition("/")[2] == name)


def files_in(folder: str, commit: str, top: Path, without: str = "") -> tuple[Blob, ...]:
    """Return the plain files in a folder of a commit (``""``: all); none when it has no such folder.

    What lies in the folder ``without`` inside it is left out. Raises StyrdokError when there are more of
    them than anybody writes.
    """
    answer = ask(top, ("ls-tree", "-r", "-z", "-l", "--full-tree", f"{commit}:{folder}"))
    listed = _blobs(answer.data) if answer.fine else ()
    found = tuple(blob for blob in listed if not (without and blob.path.startswith(f"{without}/")))
    if len(found) > MOST or sum(blob.size for blob in found) > LARGEST:
        raise StyrdokError("Revisionen innehåller mer än vad som kan läsas", _SMALLER)
    return found


def _blobs(listed: bytes) -> Iterator[Blob]:
    seen: set[str] = set()
    for entry in listed.split(b"\0"):
        about, _, name = entry.partition(b"\t")
        words = about.decode("ascii", "replace").split()
        path = _decoded(name)
        if len(words) == 4 and words[0] in _PLAIN and words[1] == "blob" and is_harmless(path):  # noqa: PLR2004
            if not words[3].isdecimal():
                raise StyrdokError(_LACKS, _FETCH)
            alike = unicodedata.normalize("NFC", path).casefold()
            if alike not in seen:
                seen.add(alike)
                yield Blob(path, words[2], int(words[3]))


def _decoded(name: bytes) -> str:
    try:
        return name.decode("utf-8")
    except UnicodeDecodeError:
        return ""


def is_harmless(path: str) -> bool:
    """Tell whether a path can be written on every system and stays where it is written."""
    return bool(path) and all(_is_plain(part) for part in path.split("/"))


def _is_plain(name: str) -> bool:
    bare = name.rstrip(". ")
    return (
        bool(bare)
        and bare == name
        and name.casefold() != ".git"
        and name.isprintable()
        and not _MEANS_MORE.intersection(name)
        and name.partition(".")[0].casefold() not in _DEVICES
    )


def write_files(blobs: Sequence[Blob], target: Path, top: Path) -> None:
    """Write the files below a folder. Raises StyrdokError when one of them is not stored here."""
    if not blobs:
        return
    asked = "".join(f"{blob.object}\n" for blob in blobs).encode("ascii")
    with tempfile.TemporaryFile() as stored:
        ask(top, ("cat-file", "--batch"), given=asked, into=stored)
        stored.seek(0)
        for blob in blobs:
            data = _next(stored)
            path = target.joinpath(*blob.path.split("/"))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


def _next(stored: IO[bytes]) -> bytes:
    head = stored.readline().split()
    if len(head) != 3 or head[1] != b"blob":  # noqa: PLR2004  # name, kind, size
        raise StyrdokError(_LACKS, _FETCH)
    data = stored.read(int(head[2]))
    stored.read(1)
    return data
