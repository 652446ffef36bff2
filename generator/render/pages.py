"""The page of every bookmark, as LibreOffice lays the document out. Never guessed."""

from __future__ import annotations

import contextlib
import io
import logging
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.ooxml.caches import PAGE_COUNT

_EXPORT = 'pdf:writer_pdf_Export:{"ExportBookmarksToPDFDestination":{"type":"boolean","value":"true"}}'
_WINDOWS = (Path("C:/Program Files/LibreOffice/program"), Path("C:/Program Files (x86)/LibreOffice/program"))
_MAC = Path("/Applications/LibreOffice.app/Contents/MacOS")
_PATIENCE = 120
"""Seconds. What LibreOffice may take to start; each document adds ``_EACH``."""
_EACH = 30


class StandIn(Mapping[str, int]):
    """A page number for every bookmark before any is known: it takes the room that the true one will take."""

    def __getitem__(self, bookmark: str) -> int:
        return 88

    def __contains__(self, bookmark: object) -> bool:
        return True

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def find_libreoffice() -> Path | None:
    """Return the program, from STYRDOK_SOFFICE, the path, or where it is usually installed."""
    named = os.environ.get("STYRDOK_SOFFICE")
    if named is not None:
        return Path(named) if named and Path(named).is_file() else None
    found = shutil.which("soffice") or shutil.which("libreoffice")
    if found:
        return Path(found)
    places = [f / "soffice.com" for f in _WINDOWS] + [_MAC / "soffice"]
    return next((p for p in places if p.is_file()), None)


def convert_to_pdf(documents: Mapping[str, bytes], soffice: Path) -> dict[str, bytes]:
    """Return the documents as PDF, by the same keys; one that LibreOffice cannot convert is left out.

    A profile of its own keeps it clear of a LibreOffice that the user has open.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="styrdok-", ignore_cleanup_errors=True) as folder:
            return _converted(documents, soffice, Path(folder))
    except OSError:  # the disk for temporary files is full, or is not there
        return {}


def _converted(documents: Mapping[str, bytes], soffice: Path, place: Path) -> dict[str, bytes]:
    names = {key: f"d{number}" for number, key in enumerate(documents)}
    for key, name in names.items():
        (place / f"{name}.docx").write_bytes(documents[key])
    _run(soffice, place, [f"{name}.docx" for name in names.values()])
    made = {key: place / f"{name}.pdf" for key, name in names.items()}
    return {key: path.read_bytes() for key, path in made.items() if path.is_file()}


def _run(soffice: Path, place: Path, files: list[str]) -> None:
    command = [
        str(soffice),
        f"-env:UserInstallation={(place / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--convert-to",
        _EXPORT,
        "--outdir",
        str(place),
        *files,
    ]
    try:
        program = subprocess.Popen(  # LibreOffice; the files are our own
            command,
            cwd=place,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return
    try:
        program.wait(_PATIENCE + _EACH * len(files))
    except subprocess.TimeoutExpired:
        return
    finally:
        _end(program)


def _end(program: subprocess.Popen[bytes]) -> None:
    """End a program that does not, and what it has started: soffice is a script around the real one."""
    if program.poll() is not None:
        return
    with contextlib.suppress(OSError):
        if os.name == "posix":
            os.killpg(program.pid, signal.SIGKILL)
        else:
            program.kill()
    program.wait()


def page_map(pdf: bytes) -> dict[str, int]:
    """Return the page, from 1, of every named place in a PDF, and how many there are (``PAGE_COUNT``).

    Empty when the PDF cannot be read.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it says is in English, and for no one here
    try:
        reader = PdfReader(io.BytesIO(pdf))
        found = {PAGE_COUNT: len(reader.pages)}
        for name, place in reader.named_destinations.items():
            number = reader.get_destination_page_number(place)
            if number is not None and number >= 0:
                found[_bookmark(str(name))] = number + 1
        return found
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError):
        return {}


def page_maps(documents: Mapping[str, bytes], soffice: Path) -> dict[str, dict[str, int]]:
    """Return the page map of each Word file, by the same keys, all laid out in one call of LibreOffice.

    One that cannot be laid out is left out.
    """
    made = convert_to_pdf(documents, soffice)
    return {key: pages for key, pdf in made.items() if (pages := page_map(pdf))}


def _bookmark(destination: str) -> str:
    """Return the bookmark's name: LibreOffice writes its first character, ``_``, as ``5F`` after a slash."""
    name = destination.removeprefix("/")
    return f"_{name[2:]}" if name.startswith("5F") else name
