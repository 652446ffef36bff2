"""The headers and footers that the pages of each section show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.ooxml.package import Package
from generator.ooxml.redline.content import Reader, Resolve, blocks
from generator.ooxml.redline.context import Context
from generator.ooxml.redline.told import Token
from generator.ooxml.relationships import SETTINGS
from generator.ooxml.revisions import read_accepted, tracked_changes
from generator.ooxml.xml import Element, child, parse_strict, qn

Slot = tuple[str, str]
"""Header or footer, and on which pages: default, first or even."""

_KINDS = {qn("w:headerReference"): "header", qn("w:footerReference"): "footer"}
_OFF = {"0", "false", "off"}


class Furniture:
    """Reads the headers and footers of a document; ``resolve`` is what is done to their tracked changes."""

    def __init__(self, context: Context, resolve: Resolve) -> None:
        self._context = context
        self._resolve = resolve
        self._read: dict[str, tuple[Token, ...]] = {}
        self._even = has_even_pages(context.package)

    def slots(self, sections: Iterable[Element]) -> Iterator[dict[Slot, tuple[str, tuple[Token, ...]]]]:
        """Yield, for each section, the part and what it says for each slot that has anything."""
        current: dict[Slot, str] = {}
        for section in sections:
            for reference in section:
                if reference.tag in _KINDS:
                    slot = (_KINDS[str(reference.tag)], reference.get(qn("w:type")) or "default")
                    current[slot] = self._part(reference)
            shown = (
                "default",
                *(["first"] if _has_first(section) else []),
                *(["even"] if self._even else []),
            )
            said = {slot: (part, self._says(part)) for slot, part in current.items() if slot[1] in shown}
            yield {slot: found for slot, found in said.items() if found[1]}

    def _part(self, reference: Element) -> str:
        links = self._context.links(self._context.package.main)
        item = links.get(reference.get(qn("r:id")) or "")
        return "" if item is None or item.external else links.path(item)

    def _says(self, part: str) -> tuple[Token, ...]:
        """Return what a part says; nothing for one that has only empty paragraphs."""
        if part not in self._read:
            data = self._context.package.parts.get(part)
            self._read[part] = () if data is None else self._tokens(part, data)
        return self._read[part]

    def _tokens(self, part: str, data: bytes) -> tuple[Token, ...]:
        root = parse_strict(data, part)
        if tracked_changes(root):
            self._resolve(root)
        reader = Reader(self._context, part, self._resolve)
        said = [reader.block(block) for block in blocks(root)]
        return tuple(said) if any(len(block) > 2 for block in said) else ()  # noqa: PLR2004  # begin and end


def has_even_pages(package: Package) -> bool:
    """Tell whether even pages have headers and footers of their own."""
    part = package.relationships(package.main).target(SETTINGS)
    data = package.parts.get(part or "")
    if not data or b"evenAndOddHeaders" not in data:
        return False
    mark = child(parse_strict(data, part or ""), "w:evenAndOddHeaders")
    return mark is not None and mark.get(qn("w:val")) not in _OFF


def _has_first(section: Element) -> bool:
    mark = child(section, "w:titlePg")
    return mark is not None and mark.get(qn("w:val")) not in _OFF


def sections_of(found: Iterable[Element], last: Element | None) -> list[Element]:
    """Return the properties of the sections that end in these blocks, and of the last one."""
    inside = (child(block, "w:pPr/w:sectPr") for block in found)
    return [section for section in (*inside, last) if section is not None]


def read_body(package: Package) -> Element:
    """Return the body of a document with its tracked changes accepted."""
    root = read_accepted(package.parts[package.main], package.main)
    body = child(root, "w:body")
    return root if body is None else body
