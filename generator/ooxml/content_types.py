"""What kind each part of a package is."""

from __future__ import annotations

from generator.ooxml.text import escape_text
from generator.ooxml.xml import NS, parse_strict

PART = "[Content_Types].xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DOCUMENT = f"{_WORD}.document.main+xml"
TEMPLATE = f"{_WORD}.template.main+xml"
STYLES = f"{_WORD}.styles+xml"
NUMBERING = f"{_WORD}.numbering+xml"
FOOTNOTES = f"{_WORD}.footnotes+xml"
ENDNOTES = f"{_WORD}.endnotes+xml"
HEADER = f"{_WORD}.header+xml"
SETTINGS = f"{_WORD}.settings+xml"
CORE_PROPERTIES = "application/vnd.openxmlformats-package.core-properties+xml"
EXTENDED_PROPERTIES = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
CUSTOM_PROPERTIES = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/content-types"


class ContentTypes:
    """The table of content types: by extension, and by part where that differs."""

    def __init__(self, defaults: dict[str, str], overrides: dict[str, str]) -> None:
        self._defaults = defaults
        self._overrides = overrides

    @classmethod
    def read(cls, xml: bytes) -> ContentTypes:
        """Read the part. Raises StyrdokError for XML that is not well formed."""
        root = parse_strict(xml, PART)
        defaults = {
            (e.get("Extension") or "").casefold(): e.get("ContentType") or ""
            for e in root.iterfind("ct:Default", NS)
        }
        overrides = {
            (e.get("PartName") or "").removeprefix("/"): e.get("ContentType") or ""
            for e in root.iterfind("ct:Override", NS)
        }
        return cls(defaults, overrides)

    def get(self, part: str) -> str:
        """Return the content type of a part, or "" when none is stated."""
        return self._overrides.get(part) or self._defaults.get(part.rpartition(".")[2].casefold(), "")

    def set(self, part: str, content_type: str) -> None:
        """State the content type of a part."""
        self._overrides[part] = content_type

    def state(self, part: str, content_type: str) -> None:
        """State the content type of a part, by its extension where none is known for that yet."""
        extension = part.rpartition(".")[2].casefold() if "." in part.rpartition("/")[2] else ""
        if extension and extension not in self._defaults and not content_type.endswith("+xml"):
            self._defaults[extension] = content_type
        else:
            self._overrides[part] = content_type

    def serialise(self, parts: frozenset[str]) -> bytes:
        """Return the part, with nothing about parts that are not among ``parts``."""
        extensions = {part.rpartition(".")[2].casefold() for part in parts}
        defaults = "".join(
            f'<Default Extension="{escape_text(ext)}" ContentType="{escape_text(kind)}"/>'
            for ext, kind in sorted(self._defaults.items())
            if ext in extensions or ext in {"rels", "xml"}
        )
        overrides = "".join(
            f'<Override PartName="/{escape_text(part)}" ContentType="{escape_text(kind)}"/>'
            for part, kind in sorted(self._overrides.items())
            if part in parts
        )
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        return f'{head}<Types xmlns="{_NAMESPACE}">{defaults}{overrides}</Types>'.encode()

    def copy(self) -> ContentTypes:
        """Return a table of its own to change."""
        return ContentTypes(dict(self._defaults), dict(self._overrides))
