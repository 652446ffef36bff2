"""Who makes redlines: we, and Docxodus to compare with (the extra ``benchmark``, nothing depends on it)."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

Engine = Callable[[bytes, bytes], bytes]
"""The old file and the new one, as bytes, into the redline."""

AUTHOR = "Styrdok"
DATE = datetime(2026, 1, 1, tzinfo=UTC)
OURS, DOCXODUS = "styrdok", "docxodus"


def has_docxodus() -> bool:
    """Tell whether Docxodus is here: ``pip install 'python-redlines[docxodus]'``."""
    return all(importlib.util.find_spec(name) for name in ("python_redlines", "python_redlines_docxodus"))


def ours(old: bytes, new: bytes) -> bytes:
    """Return our redline."""
    from generator.ooxml.package import Package
    from generator.ooxml.redline import redline

    return redline(Package.read(old), Package.read(new), author=AUTHOR, date=DATE).data


def docxodus(old: bytes, new: bytes) -> bytes:
    """Return the redline of Docxodus. Raises ImportError where it is not installed."""
    from python_redlines import DocxodusEngine

    made: bytes = DocxodusEngine().run_redline(AUTHOR, old, new)[0]
    return made


ENGINES: dict[str, Engine] = {OURS: ours, DOCXODUS: docxodus}


def main(engine: str, old: str, new: str, made: str) -> None:
    """Redline two files into a third: the call that is measured."""
    Path(made).write_bytes(ENGINES[engine](Path(old).read_bytes(), Path(new).read_bytes()))


if __name__ == "__main__":
    main(*sys.argv[1:])
