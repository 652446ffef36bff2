"""A Word file that someone names for comparing: whatever it is, it is read safely or refused in a sentence.

Nothing is fetched and nothing run. Sizes are bounded before anything is read or unpacked, so that no file
makes the program take more than a few hundred megabytes.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.diagnostics import StyrdokError
from generator.ooxml.package import Package
from generator.ooxml.strict import as_ordinary, is_strict
from generator.ooxml.xml import parse_strict
from generator.ooxml.zipfiles import read_zip

MAX_FILE = 100 * 1024 * 1024
MAX_UNPACKED = 200 * 1024 * 1024
MAX_TEXT = 64 * 1024 * 1024
MAX_TAGS = 3_000_000
"""A thousand pages have about half a million tags."""
MAX_ATTRIBUTES = 2_000_000
"""They have about as many attributes, and each takes a quarter of a kilobyte."""

_READ = frozenset(("styles", "numbering", "settings", "footnotes", "endnotes", "header", "footer"))
_TABLES = ("[Content_Types].xml", "_rels/.rels")
_MEGA = 1024 * 1024
_LOCK = "~$"
_AGAIN = "Kontrollera sökvägen, och att filen inte flyttas eller sparas just nu."
_SMALLER = "Gör bilderna mindre i Word (Bildformat, Komprimera bilder) och spara om filen."
_OPEN = "Stäng filen i Word, eller be den som har den öppen, och försök igen."


def read_for_comparing(path: Path) -> Package:
    """Return a Word file to compare. Raises StyrdokError, with the remedy, for one that cannot be read."""
    return package_for_comparing(bytes_for_comparing(path), path.name)


def package_for_comparing(data: bytes, name: str) -> Package:
    """Return the Word file in these bytes to compare; ``name`` is what it is called in messages.

    Strict Open XML is read as the ordinary kind. Raises StyrdokError for what is no whole, harmless file.
    """
    parts: Mapping[str, bytes] = read_zip(data, name, limit=MAX_UNPACKED)
    for part in _TABLES:
        if part in parts:
            parse_strict(parts[part], f"{name}: delen {part}", bounded=True)
    if is_strict(parts):
        parts = as_ordinary(parts)
    package = Package.of_parts(parts, name)
    if any("vbaProject" in package.content_type(part) for part in parts):
        raise StyrdokError(f"{name} innehåller makron.", "Spara om filen i Word som .docx, utan makron.")
    read = [*dict.fromkeys(_parts_read(package))]
    _refuse_too_much(package, read)
    for part in read:
        parse_strict(package.parts[part], f"{name}: delen {part}", bounded=True)
    return package


def bytes_for_comparing(path: Path) -> bytes:
    """Return the bytes of a file to compare, a Word file or a PDF.

    Raises StyrdokError when it is no file, too large, or held by another program.
    """
    name = path.name
    if name.startswith(_LOCK):
        raise StyrdokError(
            f"{name} är bara Words märke för att någon har filen öppen.", f"Ange {name[2:]} i stället."
        )
    try:
        _refuse_by_look(path)
        with path.open("rb") as file:
            # The file can have grown since it was looked at.
            data = file.read(MAX_FILE + 1)
    except FileNotFoundError as error:
        raise StyrdokError(f"Filen {path} finns inte.", _AGAIN) from error
    except PermissionError as error:
        raise StyrdokError(f"{name} får inte läsas; den kan vara öppen i Word.", _OPEN) from error
    except (OSError, ValueError) as error:
        raise StyrdokError(f"{name} går inte att läsa.", _AGAIN) from error
    if len(data) > MAX_FILE:
        raise _too_big(name, len(data))
    return data


def _refuse_by_look(path: Path) -> None:
    info = path.stat()
    if stat.S_ISDIR(info.st_mode):
        raise StyrdokError(f"{path} är en mapp.", "Ange en fil i mappen.")
    if not stat.S_ISREG(info.st_mode):
        raise StyrdokError(f"{path} är ingen vanlig fil.", "Välj en fil som sparats i Word som .docx.")
    if info.st_size > MAX_FILE:
        raise _too_big(path.name, info.st_size)


def _too_big(name: str, size: int) -> StyrdokError:
    shown, most = round(size / _MEGA), MAX_FILE // _MEGA
    return StyrdokError(
        f"{name} är för stor för att jämföras: {shown}\u00a0MB, högst {most}\u00a0MB.", _SMALLER
    )


def _parts_read(package: Package) -> Iterator[str]:
    """Yield the parts that a comparison reads as XML."""
    yield package.main
    yield from (name for name in package.parts if name.endswith(".rels"))
    links = package.relationships(package.main)
    for item in links:
        if item.kind in _READ and not item.external and links.path(item) in package.parts:
            yield links.path(item)


def _refuse_too_much(package: Package, read: list[str]) -> None:
    """Refuse a text so large that its tree would take all memory; looking for signs takes next to none."""
    data = [package.parts[part] for part in read]
    tags, attributes = (sum(text.count(sign) for text in data) for sign in (b"<", b"="))
    if sum(map(len, data)) > MAX_TEXT or tags > MAX_TAGS or attributes > MAX_ATTRIBUTES:
        raise StyrdokError(
            f"{package.name} har en text som är för lång för att jämföras.",
            "Dela upp dokumentet och jämför delarna var för sig.",
        )
