"""A Word file as its parts. Reading is safe whatever the file holds; the value never changes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.diagnostics import StyrdokError
from generator.ooxml import content_types, relationships
from generator.ooxml.content_types import ContentTypes
from generator.ooxml.relationships import Relationships, relationships_name
from generator.ooxml.xml import has_doctype
from generator.ooxml.zipfiles import Deflated, read_zip, write_zip

__all__ = ["Deflated", "Package", "write_zip"]

_MAIN_TYPES = {content_types.DOCUMENT, content_types.TEMPLATE}
_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
_NOT_WORD = "Välj en fil som sparats i Word som .docx."


class Package:
    """The parts of a .docx by name, without the leading slash; ``main`` names the document itself."""

    def __init__(self, parts: Mapping[str, bytes], main: str, types: ContentTypes, name: str = "") -> None:
        self.parts: Mapping[str, bytes] = MappingProxyType(dict(parts))
        self.main = main
        self.name = name
        self._types = types

    @classmethod
    def read(cls, data: bytes, name: str = "") -> Package:
        """Return the package in these bytes; ``name`` is what the file is called in messages.

        Raises StyrdokError when the file is not a whole, open, harmless Word document.
        """
        return cls.of_parts(read_zip(data, name or "Filen"), name)

    @classmethod
    def of_parts(cls, parts: Mapping[str, bytes], name: str = "") -> Package:
        """Return the package of these parts, under the same conditions."""
        called = name or "Filen"
        for part, content in parts.items():
            if part.endswith((".xml", ".rels")) and has_doctype(content):
                raise StyrdokError(
                    f"{called}: delen {part} har en dokumenttypsdeklaration (DTD), som kan vara skadlig.",
                    "Öppna filen i Word och spara den på nytt.",
                )
        if content_types.PART not in parts:
            raise StyrdokError(f"{called} är inte ett Word-dokument.", _NOT_WORD)
        types = ContentTypes.read(parts[content_types.PART])
        return cls(parts, _main_part(parts, types, called), types, name)

    def content_type(self, name: str) -> str:
        """Return the content type of a part, or "" when the package states none."""
        return self._types.get(name)

    @property
    def types(self) -> ContentTypes:
        """A copy of the table of content types."""
        return self._types.copy()

    def relationships(self, part: str) -> Relationships:
        """Return the relationships of a part; "" stands for the package itself."""
        return Relationships.read(part, self.parts.get(relationships_name(part)))

    def with_parts(self, changed: Mapping[str, bytes]) -> Package:
        """Return the package with these parts added or replaced."""
        parts = {**self.parts, **changed}
        return Package(parts, self.main, ContentTypes.read(parts[content_types.PART]), self.name)


def _main_part(parts: Mapping[str, bytes], types: ContentTypes, name: str) -> str:
    of_package = Relationships.read("", parts.get("_rels/.rels"))
    if any(item.type == _STRICT for item in of_package):
        raise StyrdokError(
            f"{name} är sparad som ”Strict Open XML”, som inte kan läsas här.",
            "Spara om filen i Word som vanligt Word-dokument (.docx).",
        )
    main = of_package.target(relationships.MAIN_DOCUMENT)
    if main is None or main not in parts:
        raise StyrdokError(f"{name} saknar själva dokumentdelen och är inte ett Word-dokument.", _NOT_WORD)
    kind = types.get(main)
    if "macroEnabled" in kind:
        raise StyrdokError(f"{name} innehåller makron.", "Spara om filen i Word som .docx, utan makron.")
    if kind not in _MAIN_TYPES:
        raise StyrdokError(f"{name} är inte ett Word-dokument.", _NOT_WORD)
    return main
