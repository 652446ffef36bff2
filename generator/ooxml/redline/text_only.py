"""Tracked changes in what is said, and not in how it looks: the new formatting holds, unmarked."""

from __future__ import annotations

from collections.abc import Mapping

from generator.ooxml.redline.counting import count_changes
from generator.ooxml.xml import Element, detach, parse_strict, qn, serialise

# The grid is left: accepting takes out of it the columns of cells that are gone.
_LOOKS = tuple(
    qn(f"w:{properties}Change") for properties in ("rPr", "pPr", "sectPr", "tblPr", "tblPrEx", "trPr", "tcPr")
)
_MARKED = b"w:author="


def without_looks(parts: Mapping[str, bytes]) -> tuple[dict[str, bytes], int]:
    """Return the parts of a redline without marks of formatting, and how many changes are left."""
    found = dict(parts)
    roots: list[Element] = []
    for name, data in parts.items():
        if name.endswith(".xml") and _MARKED in data:
            root = parse_strict(data, name)
            for mark in list(root.iter(*_LOOKS)):
                detach(mark)
            found[name] = serialise(root)
            roots.append(root)
    return found, count_changes(roots)
