"""What the program itself is, as far as it decides how a document looks: part of every build key."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path

from generator import __version__

_RENDERING = ("docxtpl", "jinja2", "lxml", "python-docx")


@cache
def engine_version() -> str:
    """Return the version of the program and a short hash over its code and the libraries that render."""
    digest = hashlib.sha256()
    root = Path(str(files("generator")))
    for path in sorted(root.rglob("*.py")):
        digest.update(path.relative_to(root).as_posix().encode())
        digest.update(path.read_bytes())
    for library in _RENDERING:
        digest.update(f"{library} {_installed(library)}".encode())
    return f"{__version__}+{digest.hexdigest()[:12]}"


def _installed(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "?"
