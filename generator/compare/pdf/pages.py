"""The pages of a PDF as words with places, read by a program apart from this one.

PDFium (through pypdfium2; BSD and Apache) reads more files, more truly and ten times as fast as readers
written in Python, and what a hostile file can do to it stays in a process with bounded memory and time.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.compare.pdf import words_on_pages
from generator.diagnostics import StyrdokError
from generator.diagnostics.values import dataclass

MAX_BYTES = 200 * 1024 * 1024
SECONDS = 60
_FAR = 1e6
_HEAD_BYTES = 1024
_PROGRAM = Path(words_on_pages.__file__)
_AGAIN = "Hämta filen på nytt från diariet, eller jämför med ett Word-dokument."


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its place in points from the lower left corner, and the size of its type in points."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its width and height in points and its words in the order of the file."""

    width: float
    height: float
    words: tuple[Word, ...]


def pages_of(data: bytes, name: str = "") -> list[Page]:
    """Return the pages of a PDF; ``name`` is what the file is called in messages.

    Raises StyrdokError for what is no PDF, asks for a password, is damaged, too large or takes too long.
    """
    called = name or "PDF-filen"
    if b"%PDF-" not in data[:_HEAD_BYTES]:
        raise StyrdokError(f"{called} är inte en PDF.", "Välj en fil som slutar på .pdf eller .docx.")
    if len(data) > MAX_BYTES:
        raise StyrdokError(
            f"{called} är {len(data) // 1024**2} MB; högst {MAX_BYTES // 1024**2} MB läses.",
            "Spara en version av dokumentet utan stora bilder.",
        )
    said = _ask(data, called)
    try:
        *lines, last = said.decode("utf-8").splitlines()
        if last == '"end"':
            return [_page(json.loads(line)) for line in lines]
    except (ValueError, TypeError, IndexError) as problem:
        raise _damaged(called) from problem
    raise _damaged(called)


def _ask(data: bytes, called: str) -> bytes:
    try:
        done = subprocess.run(
            [sys.executable, "-P", str(_PROGRAM)],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as problem:
        raise StyrdokError(f"{called} tar längre än {SECONDS} sekunder att läsa.", _AGAIN) from problem
    except OSError as problem:
        raise StyrdokError(f"{called} kan inte läsas: läsaren av PDF-filer går inte att starta.") from problem
    if done.returncode == 0:
        return done.stdout
    if done.returncode == words_on_pages.PASSWORD:
        raise StyrdokError(
            f"{called} är skyddad med lösenord.", "Spara en kopia utan lösenord och jämför den."
        )
    if done.returncode == words_on_pages.TOO_MUCH:
        raise StyrdokError(f"{called} har orimligt många sidor eller tecken och läses därför inte.", _AGAIN)
    if done.returncode == words_on_pages.NO_READER:
        raise StyrdokError(
            f"{called} kan inte läsas: biblioteket pypdfium2 saknas eller är skadat.",
            "Installera Styrdok på nytt: pip install --upgrade styrdok",
        )
    raise _damaged(called)


def _damaged(called: str) -> StyrdokError:
    return StyrdokError(f"{called} är skadad eller avbruten och går inte att läsa.", _AGAIN)


def _page(said: Any) -> Page:
    width, height, words = said
    return Page(float(width), float(height), tuple(_sound(words)))


def _sound(words: list[Any]) -> Iterator[Word]:
    """Yield the words that stand somewhere; a file may claim that one stands a light-year away."""
    for text, left, right, bottom, top, size, bold in words:
        if all(abs(side) < _FAR for side in (left, right, bottom, top)):
            yield Word(text, left, right, bottom, top, size, bool(bold))
