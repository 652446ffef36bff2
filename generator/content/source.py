"""Source files as text: whatever the bytes are, a person is led to what is wrong with them.

A byte order mark, Windows line endings and letters in two parts (macOS splits å) are harmless and put right
in silence. Bytes that are not UTF-8 are an error at the first of them; the rest is still read, each such
byte as the letter it was in Windows-1252, so that one run tells all.
"""

from __future__ import annotations

import codecs
import re
import stat
import unicodedata
from pathlib import Path

from generator.content.findings import Findings
from generator.diagnostics import Position
from generator.diagnostics.system import system_reason
from generator.diagnostics.values import dataclass

LARGEST = 2 * 1024 * 1024
"""Bytes. A larger text file is no text that people write: this is a thousand pages."""

_LINE_BREAKS = "\x85\u2028\u2029"
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffd-\uffff]")
_SURROGATES = range(0xD800, 0xE000)
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
_WIDE = {
    codecs.BOM_UTF32_LE: "UTF-32",
    codecs.BOM_UTF32_BE: "UTF-32",
    codecs.BOM_UTF16_LE: "UTF-16",
    codecs.BOM_UTF16_BE: "UTF-16",
}
_OTHER_FORMATS = {
    b"PK\x03\x04": "en Word- eller Excelfil, eller en zip",
    b"%PDF": "en pdf",
    b"\xd0\xcf\x11\xe0": "en äldre Officefil",
    b"\x89PNG": "en bild",
    b"\xff\xd8\xff": "en bild",
}
_UTF16_SHARE = 0.2
_SAVE_AS_UTF8 = "Spara filen som UTF-8 (i Anteckningar: Spara som, Kodning UTF-8)."


@dataclass(frozen=True, slots=True)
class Source:
    r"""A file's text with ``\n`` line ends, and its name relative to the content root."""

    name: str
    text: str
    first_line: int = 1

    def at(self, line: int, column: int = 1) -> Position:
        """Return the position of a line (from 1) of this text in its file."""
        return Position(self.name, line + self.first_line - 1, column)


def relative_name(path: Path, root: Path) -> str:
    """Return the name shown to people: relative to the root, with ``/`` and composed letters."""
    name = unicodedata.normalize("NFC", path.relative_to(root).as_posix())
    return name.encode("utf-8", errors="replace").decode("utf-8")


def read_source(path: Path, root: Path, findings: Findings, largest: int = LARGEST) -> Source | None:
    """Return the file's text, or None when there is nothing to go on with; problems are noted (S005).

    ``largest``: how many bytes it may have.
    """
    name = relative_name(path, root)
    data = read_bytes(path, Position(name), findings, largest)
    text = _decode(data, name, findings) if data is not None else None
    if text is None:
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Source(name, unicodedata.normalize("NFC", cleaned(text, name, findings)))


def read_bytes(path: Path, place: Position, findings: Findings, largest: int = LARGEST) -> bytes | None:
    """Return a file's bytes, or None when it cannot be read or has more than ``largest`` of them (S005)."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            findings.error("S005", "Detta är ingen vanlig fil", place, "Ersätt den med en vanlig fil.")
            return None
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except OSError as problem:
        findings.error("S005", f"Filen kan inte läsas: {system_reason(problem)}", place, _remedy(problem))
        return None
    if len(data) > largest:
        findings.error("S005", f"Filen är större än {largest >> 20} MB", place, "Dela upp den.")
        return None
    return data


def is_other_format(data: bytes, name: str, findings: Findings) -> bool:
    """Tell whether a file that should be text is something else, which is noted (S005)."""
    other = next((what for magic, what in _OTHER_FORMATS.items() if data.startswith(magic)), None)
    if other:
        hint = "Skriv texten i en vanlig textfil."
        findings.error("S005", f"Filen är ingen text utan {other}", Position(name), hint)
    return other is not None


def _decode(data: bytes, name: str, findings: Findings) -> str | None:
    if is_other_format(data, name, findings):
        return None
    wide = wide_encoding(data)
    if wide:
        label, codec = wide
        findings.error("S005", f"Filen är sparad som {label}", Position(name, 1, 1), _SAVE_AS_UTF8)
        return data.decode(codec, errors="ignore").removeprefix("\ufeff")
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode("utf-8", errors="surrogatepass")
    except UnicodeDecodeError as problem:
        place = _place_of(data[: problem.start], name)
        letter = data[problem.start : problem.start + 1].decode("cp1252", errors="replace")
        what = f" (”{letter}”)" if letter != _REPLACEMENT else ""
        message = f"Filen är inte sparad som UTF-8: här står ett tecken{what} i en äldre kodning"
        findings.error("S005", message, place, _SAVE_AS_UTF8)
        return data.decode("utf-8", errors=_OLDER)


def _place_of(before: bytes, name: str) -> Position:
    """Return the place that comes after the bytes."""
    lines = before.decode("utf-8", errors="replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return Position(name, len(lines), len(unicodedata.normalize("NFC", lines[-1])) + 1)


def wide_encoding(data: bytes) -> tuple[str, str] | None:
    """Return the name and the codec of a wide encoding: by its mark, else by every other byte being zero."""
    for mark, label in _WIDE.items():
        if data.startswith(mark):
            return label, label.lower()
    zeros = data.count(0)
    if zeros > len(data) * _UTF16_SHARE:
        return "UTF-16", "utf-16-le" if data[1::2].count(0) * 2 > zeros else "utf-16-be"
    return None


def _older(problem: UnicodeError) -> tuple[str, int]:
    """Read one byte that is not UTF-8 as Windows-1252."""
    assert isinstance(problem, UnicodeDecodeError)  # noqa: S101  # only ever registered for decoding
    byte = problem.object[problem.start : problem.start + 1]
    letter = byte.decode("cp1252", errors="replace").replace(_REPLACEMENT, "?")
    return letter, problem.start + 1


_OLDER = "styrdok-windows-1252"
codecs.register_error(_OLDER, _older)


def cleaned(text: str, name: str, findings: Findings) -> str:
    """Note each kind of character that no document can hold, once, and return the text without them."""
    if not _FORBIDDEN.search(text):
        return text
    first: dict[str, Position] = {}
    for number, line in enumerate(text.split("\n"), 1):
        for match in _FORBIDDEN.finditer(line):
            first.setdefault(match.group(), Position(name, number, match.start() + 1))
    for character, place in first.items():
        message, hint = forbidden_in_words(character, text.count(character))
        findings.error("S005", message, place, hint)
    return without_forbidden(text)


def without_forbidden(text: str) -> str:
    """Return the text without the characters that no document can hold."""
    return _FORBIDDEN.sub(lambda match: " " if match.group() in _LINE_BREAKS else "", text)


def forbidden_character(text: str) -> str | None:
    """Return the first character that no document can hold (it can be spelled out as an escape)."""
    match = _FORBIDDEN.search(text)
    return match.group() if match else None


def forbidden_in_words(character: str, times: int = 1) -> tuple[str, str]:
    """Return what is wrong with the character and what to do about it."""
    code = f"U+{ord(character):04X}"
    places = f" ({times} ställen)" if times > 1 else ""
    if character == _REPLACEMENT:
        return f"Tecknet � visar att en bokstav har gått förlorad{places}", "Skriv bokstaven på nytt."
    remove = "Ta bort det; det följer ofta med när text klistras in."
    if character in _LINE_BREAKS:
        return f"Radbrytningstecknet {code} kan inte stå i ett dokument{places}", "Byt det mot en ny rad."
    if ord(character) in _SURROGATES:
        return f"Ett halvt tecken ({code}) kan inte stå i ett dokument{places}", remove
    return f"Styrtecknet {code} kan inte stå i ett dokument{places}", remove


def _remedy(problem: OSError) -> str:
    if isinstance(problem, PermissionError):
        return "Stäng filen i andra program och försök igen."
    return "Försök igen."
