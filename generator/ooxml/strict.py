"""”Strict Open XML” read as the ordinary kind: the same under other names (ISO/IEC 29500-1 and -4)."""

from __future__ import annotations

import re
from collections.abc import Mapping

_STRICT = b"http://purl.oclc.org/ooxml/"
_ORDINARY = b"http://schemas.openxmlformats.org/"
_NAME = re.compile(rb"http://purl\.oclc\.org/ooxml/([A-Za-z]+)/([A-Za-z]+)((?:/[A-Za-z]+)*)")
_CONFORMANCE = re.compile(rb'(<(?:\w+:)?document\b[^>]*?) (?:\w+:)?conformance="strict"')
# Names that differ by more than the year in the middle.
_RENAMED = {
    b"relationships/extendedProperties": b"relationships/extended-properties",
    b"relationships/customProperties": b"relationships/custom-properties",
    b"extendedProperties": b"extended-properties",
    b"customProperties": b"custom-properties",
}


def is_strict(parts: Mapping[str, bytes]) -> bool:
    """Tell whether a package is saved as Strict Open XML."""
    return _STRICT in parts.get("_rels/.rels", b"")


def as_ordinary(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the parts with the names of the ordinary kind in their XML."""
    return {
        name: _translated(data) if name.endswith((".xml", ".rels")) and _STRICT in data else data
        for name, data in parts.items()
    }


def _translated(data: bytes) -> bytes:
    return _CONFORMANCE.sub(rb"\1", _NAME.sub(_ordinary, data))


def _ordinary(found: re.Match[bytes]) -> bytes:
    family, first, rest = found[1], found[2], found[3]
    after = _RENAMED.get(first + rest, first + rest)
    return _ORDINARY + family + b"/2006/" + after
