"""What a folder holds, as one hash: the names and the bytes of all its files.

Where the hash would not tell all (a link, a special file, something that cannot be read, too much of it)
there is none, and what would have been remembered by it is worked out anew.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path

MOST = 64 * 1024 * 1024
"""Bytes. Reading more than this takes longer than what is gained."""
DEEPEST = 40
_OF_TOOLS = (".git", ".hg", ".svn", ".venv")
"""Folders that only tools write in; no reader looks into them."""

Seen = tuple[tuple[str, int, int, int, int], ...]
"""Path, inode, size, time of change and time of status change of every file and folder."""


class Fingerprint:
    """The hash of a folder, and when each of its files was last touched.

    Two are equal when nothing was changed in between, not even changed back.
    """

    __slots__ = ("digest", "seen")

    def __init__(self, digest: str, seen: Seen) -> None:
        self.digest, self.seen = digest, seen

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Fingerprint) and (self.digest, self.seen) == (other.digest, other.seen)

    def __hash__(self) -> int:
        return hash(self.digest)


class _UnclearError(Exception):
    """The folder holds something that its names and bytes do not tell all about."""


def fingerprint(root: Path, but: str = "") -> Fingerprint | None:
    """Return the fingerprint of everything in the folder; None when it cannot be trusted.

    ``but`` is a folder right in it that is left out.
    """
    digest, seen, left, start = sha256(), [], MOST, len(os.fspath(root))
    try:
        for path, data, status in _everything(os.fspath(root), 0, but):
            name = os.fsencode(path[start:])
            left -= len(data or b"")
            if left < 0:
                return None
            inside = b"/" if data is None else sha256(data).digest()
            digest.update(b"%d %b\n%b\n" % (len(name), name, inside))
            seen.append((path, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns))
    except (OSError, ValueError, _UnclearError):
        return None
    return Fingerprint(digest.hexdigest(), tuple(seen))


def _everything(folder: str, depth: int, but: str) -> Iterator[tuple[str, bytes | None, os.stat_result]]:
    """Yield each folder (without bytes) and file in it, sorted by name. Raises _UnclearError and OSError."""
    if depth > DEEPEST:
        raise _UnclearError
    yield folder, None, os.stat(folder)  # noqa: PTH116  # a Path for each of a thousand files takes its time
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda e: e.name)
    if len({unicodedata.normalize("NFC", e.name) for e in entries}) < len(entries):
        raise _UnclearError
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if entry.name not in _OF_TOOLS and entry.name != but:
                yield from _everything(entry.path, depth + 1, "")
        elif entry.is_file(follow_symlinks=False):
            yield (entry.path, *_read(entry.path))
        else:
            raise _UnclearError


def _read(path: str) -> tuple[bytes, os.stat_result]:
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123  # as above
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode) or status.st_size > MOST:
            raise _UnclearError
        return file.read(), status


def stamps(folders: Iterable[Path]) -> str:
    """Return a hash over names, sizes and times of the files in some folders: enough for a program's own."""
    digest = sha256()
    for folder in folders:
        for path, status in _files(os.fspath(folder)):
            digest.update(os.fsencode(f"{path} {status.st_size} {status.st_mtime_ns}\n"))
    return digest.hexdigest()


def _files(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda e: e.name)
    except OSError:
        return
    for entry in entries:
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _files(entry.path)
        else:
            yield entry.path, entry.stat()
