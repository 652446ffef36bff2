"""What stands in the archive's own files: the list of all versions, and what is recorded of each."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import field, fields, is_dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from generator.diagnostics.values import dataclass
from generator.documents.plain_data import Reader
from generator.domain.arkiv import Fryssteg, Post

FORMAT = 1
INDEX = "index.json"
RECORD = "beslut.json"
DOCUMENT = "dokument.docx"
TEMPLATE = "mall.docx"
VIEW = "vy.json"
POSTER = "poster.json"
PAGES = "sidor.json"

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Fil:
    """A file of a version: SHA-256 and size in bytes; of a Word file also the SHA-256 of each part, unpacked.

    Packing gives other bytes with another zlib; the parts stay the same.
    """

    summa: str
    storlek: int
    delar: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fynd:
    """A finding that the version was frozen in spite of."""

    kod: str
    plats: str
    meddelande: str


@dataclass(frozen=True, slots=True)
class Fattat:
    """The decision: body (id and name), day, paragraph of the minutes.

    Of what was sent out: the body it was sent to, and the day it was sent.
    """

    organ: str = ""
    namn: str = ""
    datum: date | None = None
    paragraf: str = ""


@dataclass(frozen=True, slots=True)
class Beslutspost:
    """Everything recorded of one version.

    ``innehallskod`` is the ``content_hash`` of its view, ``vyformat`` the ``view_format`` of that,
    ``textkod`` the hash of its view without the stage. ``forbi`` is what stood
    in the way and was passed for the reason in ``trots``. ``foregaende`` is the checksum of the record of the
    document's version before, so that a version that is taken out of the middle is missed.
    """

    format: int
    dokument: str
    titel: str
    slag: str
    version: str
    steg: Fryssteg
    stadium: str
    beslut: Fattat
    diarienummer: str
    fryst: datetime
    av: str
    skal: str
    trots: str
    program: str
    motor: str
    mall: str
    sidnummer: bool
    innehallskod: str
    textkod: str
    vyformat: str
    filer: Mapping[str, Fil]
    forbi: tuple[str, ...] = ()
    fel: tuple[Fynd, ...] = ()
    varningar: int = 0
    noteringar: int = 0
    godtagna: int = 0
    foregaende: str = ""


@dataclass(frozen=True, slots=True)
class Rad:
    """A version in the list of all; ``summa`` is the SHA-256 of its record."""

    dokument: str
    version: str
    steg: Fryssteg
    fryst: datetime
    summa: str


@dataclass(frozen=True, slots=True)
class Forteckning:
    """The list of all versions, in the order in which they were frozen."""

    format: int = FORMAT
    versioner: tuple[Rad, ...] = ()


@dataclass(frozen=True, slots=True)
class Posterna:
    """What a version says under names of its own."""

    format: int = FORMAT
    poster: tuple[Post, ...] = ()


@dataclass(frozen=True, slots=True)
class Sidor:
    """On which page each bookmark stood."""

    format: int = FORMAT
    sidor: Mapping[str, int] = field(default_factory=dict)


def written(value: Any) -> bytes:
    """Return one of the values above as the bytes of its file: UTF-8, a value a line."""
    return (json.dumps(_plain(value), ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def listed(index: Forteckning) -> bytes:
    """Return the list of versions with one line for each, so that two branches are easily merged."""
    lines = ",\n".join(json.dumps(_plain(row), ensure_ascii=False) for row in index.versioner)
    return f'{{"format": {index.format}, "versioner": [\n{lines}\n]}}\n'.encode()


def read(kind: type[Value], data: bytes, name: str) -> Value:
    """Return one of the values above from its file. Raises StyrdokError when it holds something else."""
    return Reader().read(kind, data.decode("utf-8", errors="replace"), name)


def same(name: str) -> str:
    """Return a name of a file or folder made comparable: some systems split å in two, some know no case."""
    return unicodedata.normalize("NFC", name).casefold()


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in sorted(value.items())}
    return value.isoformat() if isinstance(value, date) else value
