"""The styles of a document, looked up by the names people know them by."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from generator.ooxml.style_names import built_in_name
from generator.ooxml.xml import NS, Element, attribute, parse_strict, qn, whole

BODY_LEVEL = 9


@dataclass(frozen=True, slots=True)
class Style:
    """A style as far as the engine needs it. ``numbering`` is a numId (0 takes an inherited one away).

    None means that the style says nothing. ``outline`` and ``level`` count from 0; ``tabs`` are (position in
    twips, alignment).
    """

    id: str
    name: str
    kind: str
    based_on: str | None
    outline: int | None
    numbering: int | None
    level: int | None
    tabs: tuple[tuple[int, str], ...]


@dataclass(slots=True)
class _Lookup:
    by_id: dict[str, Style] = field(default_factory=dict)
    by_name: dict[tuple[str, str], str] = field(default_factory=dict)
    aliases: dict[tuple[str, str], str] = field(default_factory=dict)
    defaults: dict[str, str] = field(default_factory=dict)
    latent: set[str] = field(default_factory=set)


class Styles:
    """The styles part. Style ids differ between languages of Word, names do not."""

    def __init__(self, xml: bytes) -> None:
        self._found = _read(parse_strict(xml, "Formatmallarna (word/styles.xml)"))
        self._ids: dict[tuple[str, str], str | None] = {}

    def id(self, name: str, kind: str = "paragraph") -> str | None:
        """Return the id of the style with this name, or None when the document does not define it.

        Upper and lower case are alike; aliases and the Swedish names of built-in styles are understood.
        ``kind`` is paragraph, character, table or numbering.
        """
        key = (kind, name)
        if key not in self._ids:
            self._ids[key] = self._find(kind, name)
        return self._ids[key]

    def _find(self, kind: str, name: str) -> str | None:
        exact = " ".join(name.casefold().split())
        for key in ((kind, exact), (kind, built_in_name(name))):
            found = self._found.by_name.get(key) or self._found.aliases.get(key)
            if found:
                return found
        return None

    def is_latent(self, name: str) -> bool:
        """Tell whether Word knows the name as built in, though the document does not define it."""
        return built_in_name(name) in self._found.latent and self.id(name) is None

    def get(self, style_id: str | None) -> Style | None:
        """Return a style by its id."""
        return self._found.by_id.get(style_id or "")

    def name(self, style_id: str | None, kind: str = "paragraph") -> str:
        """Return the name of a style; that of the default style when the id is missing or unknown."""
        style = self.get(style_id) or self.get(self.default(kind))
        return style.name if style else ""

    def default(self, kind: str = "paragraph") -> str | None:
        """Return the id of the style that is used where none is named."""
        return self._found.defaults.get(kind)

    def names(self, kind: str = "paragraph") -> tuple[str, ...]:
        """Return the names of the defined styles of a kind, in the order of the file."""
        return tuple(style.name for style in self._found.by_id.values() if style.kind == kind)

    def outline_level(self, style_id: str | None) -> int | None:
        """Return the outline level from 0, or None for body text, as inherited through its styles."""
        for style in self._chain(style_id):
            if style.outline is not None:
                return style.outline if style.outline < BODY_LEVEL else None
        return None

    @cached_property
    def counted(self) -> frozenset[str]:
        """The ids of the paragraph styles that give a number or an outline level."""
        return frozenset(
            style.id
            for style in self._found.by_id.values()
            if style.kind == "paragraph"
            and (self.numbering_of(style.id) is not None or self.outline_level(style.id) is not None)
        )

    def heading_level(self, style_id: str | None) -> int | None:
        """Return n for the built-in style Heading n, else None."""
        style = self.get(style_id)
        if style is None or style.kind != "paragraph":
            return None
        stem, _, number = style.name.casefold().rpartition(" ")
        return int(number) if stem == "heading" and number.isdecimal() else None

    def numbering_of(self, style_id: str | None) -> tuple[int, int] | None:
        """Return (numId, level from 0) of a paragraph style as inherited; None when it has no numbering."""
        chain = self._chain(style_id)
        number = next((style.numbering for style in chain if style.numbering is not None), None)
        if not number:
            return None
        return number, next((style.level for style in chain if style.level is not None), 0)

    def tabs(self, style_id: str | None) -> tuple[tuple[int, str], ...]:
        """Return the tab stops of a style (position in twips, alignment), those it inherits first."""
        stops: dict[int, str] = {}
        for style in reversed(list(self._chain(style_id))):
            stops.update(style.tabs)
        return tuple((position, kind) for position, kind in sorted(stops.items()) if kind != "clear")

    def _chain(self, style_id: str | None) -> list[Style]:
        chain: list[Style] = []
        style = self.get(style_id) or self.get(self.default())
        while style is not None and style not in chain:
            chain.append(style)
            style = self.get(style.based_on) if style.based_on else None
        return chain


def _read(root: Element) -> _Lookup:
    found = _Lookup()
    for exception in root.iterfind("w:latentStyles/w:lsdException", NS):
        found.latent.add((exception.get(qn("w:name")) or "").casefold())
    for element in root.iterfind("w:style", NS):
        _add(found, element)
    return found


def _add(found: _Lookup, element: Element) -> None:
    style = _style(element)
    if not style.id or style.id in found.by_id:
        return
    found.by_id[style.id] = style
    found.by_name.setdefault((style.kind, " ".join(style.name.casefold().split())), style.id)
    for alias in (attribute(element, "w:aliases") or "").split(","):
        if alias.strip():
            found.aliases.setdefault((style.kind, " ".join(alias.casefold().split())), style.id)
    if element.get(qn("w:default")) in {"1", "true", "on"}:
        found.defaults.setdefault(style.kind, style.id)


def _style(element: Element) -> Style:
    number = attribute(element, "w:pPr/w:numPr/w:numId")
    level = attribute(element, "w:pPr/w:numPr/w:ilvl")
    outline = attribute(element, "w:pPr/w:outlineLvl")
    stops = (
        (whole(tab.get(qn("w:pos"))), tab.get(qn("w:val")) or "left")
        for tab in element.iterfind("w:pPr/w:tabs/w:tab", NS)
    )
    return Style(
        id=element.get(qn("w:styleId")) or "",
        name=attribute(element, "w:name") or "",
        kind=element.get(qn("w:type")) or "paragraph",
        based_on=attribute(element, "w:basedOn"),
        outline=None if outline is None else whole(outline),
        numbering=None if number is None else whole(number),
        level=None if level is None else whole(level),
        tabs=tuple(stops),
    )
