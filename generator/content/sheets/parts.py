"""The parts of a workbook that hold no cells: links, and the texts and number formats they share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from posixpath import dirname, join, normpath

from generator.content.sheets.codes import BUILT_IN, GENERAL
from generator.content.sheets.events import Attributes, read_events
from generator.content.sheets.worksheet import unescaped

Links = Mapping[str, tuple[str, str]]
"""What a part is linked to, by the link's id: the kind in one word, and the other part's name."""


def links_of(part: str) -> str:
    """Return the name of the part that holds a part's links; of the whole file when it is empty."""
    return join(dirname(part), "_rels", f"{part.rpartition('/')[2]}.rels")


def read_links(data: bytes, part: str) -> Links:
    """Return where a part's links lead inside the file; those that lead out of it are left out."""
    found: dict[str, tuple[str, str]] = {}

    def start(element: str, attributes: Attributes) -> None:
        if element == "Relationship" and attributes.get("TargetMode") != "External":
            target = normpath(join("/", dirname(part), attributes.get("Target", ""))).lstrip("/")
            kind = attributes.get("Type", "").rpartition("/")[2]
            found[attributes.get("Id", "")] = (kind, target)

    if data:
        read_events(data, start)
    return found


def content_type(data: bytes, part: str) -> str:
    """Return what kind of content a part is said to be."""
    found: dict[str, str] = {}

    def start(element: str, attributes: Attributes) -> None:
        if element == "Override":
            found[attributes.get("PartName", "").lstrip("/")] = attributes.get("ContentType", "")
        elif element == "Default":
            found[f".{attributes.get('Extension', '').lower()}"] = attributes.get("ContentType", "")

    read_events(data, start)
    return found.get(part) or found.get(f".{part.rpartition('.')[2].lower()}", "")


class _Strings:
    """Takes up texts one by one, without how they are pronounced (in Japanese)."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.pieces: list[str] = []
        self.taking = self.in_reading = False

    def start(self, element: str, _: Attributes) -> None:
        if element == "si":
            self.pieces = []
        elif element == "rPh":
            self.in_reading = True
        elif element == "t":
            self.taking = not self.in_reading

    def end(self, element: str) -> None:
        if element == "t":
            self.taking = False
        elif element == "rPh":
            self.in_reading = False
        elif element == "si":
            self.found.append(unescaped("".join(self.pieces)))

    def text(self, piece: str) -> None:
        if self.taking:
            self.pieces.append(piece)


def read_strings(data: bytes) -> Sequence[str]:
    """Return the texts that the sheets of a workbook share."""
    reader = _Strings()
    if data:
        read_events(data, reader.start, reader.end, reader.text)
    return reader.found


def read_codes(data: bytes) -> Sequence[str]:
    """Return the number format of every style of cell."""
    own: dict[int, str] = {}
    found: list[int] = []
    inside: list[str] = []

    def start(element: str, attributes: Attributes) -> None:
        text = attributes.get("numFmtId", "0")
        number = int(text) if text.isascii() and text.isdigit() else 0
        if element == "numFmt":
            own[number] = attributes.get("formatCode", GENERAL)
        elif element == "cellXfs":
            inside.append(element)
        elif element == "xf" and inside:
            found.append(number)

    def end(element: str) -> None:
        if element == "cellXfs":
            inside.clear()

    if data:
        read_events(data, start, end)
    return [own.get(number) or BUILT_IN.get(number, GENERAL) for number in found]
