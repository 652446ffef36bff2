"""Properties of runs, paragraphs, tables and sections as values that can be compared between files."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Protocol

from generator.ooxml.xml import Element, qn

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_STYLES = frozenset(qn(f"w:{name}") for name in ("pStyle", "rStyle", "tblStyle"))
_NUM_ID, _VAL = qn("w:numId"), qn("w:val")
_SILENT = frozenset(
    qn(f"w:{name}")
    for name in (
        "lang", "noProof", "cnfStyle", "divId", "rsid", "headerReference", "footerReference", "rPrChange",
        "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange", "tblPrExChange",
        "printerSettings", "webHidden",
    )
)  # fmt: skip
_ON = frozenset(("1", "true", "on"))
_OF_WORD = (
    "{http://schemas.openxmlformats.org/",
    "{http://schemas.microsoft.com/",
    "{urn:schemas-microsoft-com",
)


class Names(Protocol):
    """What the ids in properties stand for."""

    def style(self, style_id: str) -> str:
        """Return the name of a style."""

    def list_look(self, number: str) -> Hashable:
        """Return what the list of a numId looks like."""


def properties(element: Element, names: Names, without: Sequence[str] = ()) -> tuple[Hashable, ...]:
    """Return what the properties in an element say, in whatever order they stand; ``without`` are tags."""
    said = [
        _one(item, names)
        for item in element
        if isinstance(item.tag, str) and item.tag not in _SILENT and item.tag not in without
    ]
    return tuple(sorted((one for one in said if one is not None), key=repr))


def _one(item: Element, names: Names) -> tuple[Hashable, ...] | None:
    tag = str(item.tag)
    if tag in _STYLES:
        return tag, names.style(item.get(_VAL) or "")
    if tag == _NUM_ID:
        return tag, names.list_look(item.get(_VAL) or "0")
    attributes = tuple(
        sorted(
            (str(key), str(value))
            for key, value in item.attrib.items()
            if not (key == _VAL and value in _ON) and _speaks(str(key))
        )
    )
    inside = properties(item, names) if len(item) else ()
    if tag.endswith(("}rPr", "}numPr", "}tblCellMar", "}pBdr")) and not inside and not attributes:
        return None
    return tag, attributes, inside


def _speaks(name: str) -> bool:
    """Tell whether an attribute says something to a reader; those of other programs do not."""
    if "rsid" in name or name.endswith("}hint"):
        return False
    return not name.startswith("{") or name.startswith(_OF_WORD)
