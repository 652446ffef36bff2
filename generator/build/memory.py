"""Answers kept between runs, each under the key of everything it was made from.

They lie in the user's own folder for such things, never among the content. What is lost, damaged, of another
version or not ours only costs the work of finding the answer again; it is never taken for one.
"""

from __future__ import annotations

import json
import os
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

VARIABLE = "STYRDOK_CACHE"
"""Names another folder; empty: nothing is kept."""
LARGEST = 8 * 1024 * 1024
"""Bytes of an answer. More would take longer to read than it is worth."""
MOST = 60
"""Answers. The oldest give way."""
_MARK = b"styrdok 1"


def memory_folder() -> Path | None:
    """Return the folder for answers, which need not be there yet; None when nothing is to be kept."""
    named = os.environ.get(VARIABLE)
    if named is not None:
        return Path(named).absolute() if named else None
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA", "")
    elif sys.platform == "darwin":
        base = os.path.expanduser("~/Library/Caches")  # noqa: PTH111  # does not raise without a home
    else:
        base = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")  # noqa: PTH111
    return Path(base) / "styrdok" if os.path.isabs(base) else None  # noqa: PTH117


def recall(name: str, key: str) -> Any:
    """Return the data kept under the name, if they belong to the key and are whole; else None."""
    folder = memory_folder()
    try:
        whole = _read(folder / f"{name}.json") if folder else b""
        head, _, data = whole.partition(b"\n")
        return json.loads(data) if head == _head(key, data) else None
    except (OSError, ValueError, RecursionError):
        return None


def keep(name: str, key: str, data: Any) -> None:
    """Keep the data under the name; where that cannot be done nothing happens."""
    folder = memory_folder()
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    if folder is None or len(text) > LARGEST:
        return
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _replace(folder / f"{name}.json", _head(key, text) + b"\n" + text)
        _forget_the_oldest(folder)
    except OSError:
        return


def _head(key: str, data: bytes) -> bytes:
    return b" ".join((_MARK, key.encode(), sha256(data).hexdigest().encode()))


def _read(path: Path) -> bytes:
    """Return the file's bytes; nothing when another user may have written it, or it is no such file."""
    with path.open("rb") as file:
        status = os.fstat(file.fileno())
        if status.st_size > LARGEST + 1024 or not _is_own(status):
            return b""
        return file.read()


def _replace(path: Path, data: bytes) -> None:
    """Put the bytes in place of the file in one step; what a crash leaves half written is seen by its sum."""
    temporary = path.with_name(f"{path.stem}-{os.getpid()}.part")
    try:
        with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(data)
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


def _is_own(status: os.stat_result) -> bool:
    return sys.platform == "win32" or status.st_uid == os.getuid()


def _forget_the_oldest(folder: Path) -> None:
    kept = sorted(folder.iterdir(), key=lambda p: p.stat().st_mtime_ns, reverse=True)
    for path in kept[MOST:]:
        path.unlink(missing_ok=True)
