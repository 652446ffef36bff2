"""``styrdok --version``: version, engine, and which optional parts are found."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version

from generator import __version__

_LIBRARIES = ("python-docx", "docxtpl", "jinja2", "lxml", "markdown-it-py", "pypdf", "pypdfium2", "rapidfuzz")


def describe() -> str:
    """Return the lines."""
    from generator.build.engine import engine_version
    from generator.render.pages import find_libreoffice

    soffice = find_libreoffice()
    lines = [
        f"styrdok {__version__}",
        f"Motor: {engine_version()}",
        f"Python: {platform.python_version()} ({platform.system()})",
        "Bibliotek: " + ", ".join(f"{name} {_version(name)}" for name in _LIBRARIES),
        f"LibreOffice: {soffice}"
        if soffice
        else "LibreOffice: saknas (inga sidnummer i innehållsförteckningar)",
    ]
    return "\n".join(lines)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "saknas"
