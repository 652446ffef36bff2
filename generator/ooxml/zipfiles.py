"""Zip files in and out: reading distrusts everything, writing gives equal bytes for equal parts.

Word's own zip dates, orders and flags differ from saving to saving; ours do not. Deflated bytes of parts that
never change are kept and written again as they are, which is most of the cost of a document.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from generator.diagnostics import StyrdokError

MAX_PARTS = 5_000
MAX_BYTES = 256 * 1024 * 1024
_BOMB_RATIO = 200
_BOMB_FLOOR = 16 * 1024 * 1024
_CHUNK = 1024 * 1024

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DATE_1980 = 0x0021
_DEFLATED = 8
_STORED = 0
_VERSION = 20
_UTF8_NAMES = 0x0800
_LEVEL = 6
_FIRST = ("[Content_Types].xml", "_rels/.rels")


@dataclass(frozen=True, slots=True)
class Wording:
    """What a zip is meant to be, as the messages say it."""

    document: str
    program: str
    ending: str
    old_ending: str


WORD = Wording("ett Word-dokument", "Word", ".docx", ".doc")
EXCEL = Wording("en Excel-arbetsbok", "Excel", ".xlsx", ".xls")


@dataclass(frozen=True, slots=True)
class Deflated:
    """A part's bytes together with their packed form."""

    source: bytes
    packed: bytes
    crc: int
    method: int


def deflate(data: bytes) -> Deflated:
    """Return the part packed, or stored where packing would make it larger (pictures)."""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -15)
    packed = packer.compress(data) + packer.flush()
    if len(packed) >= len(data):
        return Deflated(data, data, zlib.crc32(data), _STORED)
    return Deflated(data, packed, zlib.crc32(data), _DEFLATED)


def write_zip(parts: Mapping[str, bytes], compressed: Mapping[str, Deflated] | None = None) -> bytes:
    """Return a zip of the parts: fixed date, order and attributes.

    ``compressed`` holds parts packed before; one is reused when its bytes are those to be written.
    """
    out = io.BytesIO()
    directory: list[bytes] = []
    known = compressed or {}
    for name in _in_order(parts):
        kept = known.get(name)
        data = parts[name]
        part = kept if kept is not None and kept.source == data else deflate(data)
        directory.append(_write_part(out, name, part))
    start = out.tell()
    for entry in directory:
        out.write(entry)
    size = out.tell() - start
    out.write(struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, len(directory), len(directory), size, start, 0))
    return out.getvalue()


def _in_order(parts: Iterable[str]) -> list[str]:
    return sorted(parts, key=lambda name: (_FIRST.index(name) if name in _FIRST else len(_FIRST), name))


def _write_part(out: io.BytesIO, name: str, part: Deflated) -> bytes:
    encoded = name.encode("utf-8")
    flags = 0 if name.isascii() else _UTF8_NAMES
    offset = out.tell()
    sizes = (part.crc, len(part.packed), len(part.source), len(encoded), 0)
    common = struct.pack("<HHHHHIIIHH", _VERSION, flags, part.method, 0, _DATE_1980, *sizes)
    out.write(struct.pack("<I", 0x04034B50) + common + encoded)
    out.write(part.packed)
    return (
        struct.pack("<IH", 0x02014B50, _VERSION)
        + common
        + struct.pack("<HHHII", 0, 0, 0, 0, offset)
        + encoded
    )


def read_zip(
    data: bytes,
    name: str,
    words: Wording = WORD,
    *,
    wanted: Callable[[str], bool] = lambda part: True,  # noqa: ARG005  # every part is
    limit: int = MAX_BYTES,
) -> dict[str, bytes]:
    """Return the wanted files of a zip by name, directories left out; ``limit`` is their size together.

    Raises StyrdokError for what is not a whole, open, reasonably sized zip with safe names.
    """
    if data.startswith(_OLE):
        raise StyrdokError(
            f"{name} är lösenordsskyddad eller sparad i {words.program}s gamla format ({words.old_ending}).",
            f"Ta bort lösenordet eller spara om filen i {words.program} som {words.ending}.",
        )
    if not data.startswith(b"PK"):
        hint = f"Välj en fil som sparats i {words.program} som {words.ending}."
        raise StyrdokError(f"{name} är inte {words.document}.", hint)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _read_all(archive, name, words, wanted, limit)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        struct.error,
        ValueError,
        OSError,
    ) as error:
        raise StyrdokError(
            f"{name} är skadad eller avbruten och går inte att läsa.",
            f"Hämta filen på nytt eller spara om den i {words.program}.",
        ) from error


def _read_all(
    archive: zipfile.ZipFile, name: str, words: Wording, wanted: Callable[[str], bool], limit: int
) -> dict[str, bytes]:
    entries = [info for info in archive.infolist() if not info.is_dir()]
    if len(entries) > MAX_PARTS:
        raise StyrdokError(f"{name} innehåller {len(entries)} delar, fler än {words.document} kan ha.")
    parts: dict[str, bytes] = {}
    seen: set[str] = set()
    left = limit
    for info in entries:
        _check_name(info, name, seen)
        if wanted(info.filename):
            part = _read_part(archive, info, left, name)
            left -= len(part)
            parts[info.filename] = part
    return parts


def _check_name(info: zipfile.ZipInfo, name: str, seen: set[str]) -> None:
    path = info.filename
    steps = path.split("/")
    # ``orig_filename`` still has what ``filename`` was cut at or rewritten from.
    unsafe = "\0" in info.orig_filename or "\\" in info.orig_filename or ":" in path
    if unsafe or path.startswith("/") or any(step in {"", ".", ".."} for step in steps):
        raise StyrdokError(f"{name} innehåller en del med ett otillåtet namn: {path!r}.")
    if path.casefold() in seen:
        raise StyrdokError(f"{name} innehåller delen {path} mer än en gång.")
    seen.add(path.casefold())
    if info.flag_bits & 0x1:
        raise StyrdokError(f"{name} är krypterad.", "Ta bort lösenordet och spara om filen.")


def _read_part(archive: zipfile.ZipFile, info: zipfile.ZipInfo, left: int, name: str) -> bytes:
    if info.compress_type not in (_STORED, _DEFLATED):
        raise NotImplementedError(info.compress_type)  # Office knows no other, and each has errors of its own
    ceiling = min(left, max(_BOMB_FLOOR, info.compress_size * _BOMB_RATIO))
    chunks: list[bytes] = []
    total = 0
    with archive.open(info) as stream:
        while chunk := stream.read(_CHUNK):
            total += len(chunk)
            if total > ceiling:
                raise StyrdokError(
                    f"{name} packas upp till orimligt mycket data och läses därför inte.",
                    "Kontrollera varifrån filen kommer.",
                )
            chunks.append(chunk)
    return b"".join(chunks)
