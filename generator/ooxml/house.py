"""The house style of a file: its styles by name, their lists, theme, fonts and settings, as parsed XML.

Styles are known by name, never by id: a Swedish Word saves heading 1 under the id ``Rubrik1``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from generator.ooxml import relationships
from generator.ooxml.package import Package
from generator.ooxml.style_names import built_in_name
from generator.ooxml.xml import NS, Element, attribute, child, parse_strict, qn, whole

THEME = f"{relationships.OFFICE}/theme"
FONTS = f"{relationships.OFFICE}/fontTable"

Key = tuple[str, str]
"""A style: its kind (paragraph, character, table, numbering) and its name, folded."""

_EMPTY = f'<w:styles xmlns:w="{NS["w"]}"/>'.encode()
_SHOWN = {
    built_in_name(name): name
    for name in (
        "Rubrik", "Underrubrik", "Brödtext", "Beskrivning", "Citat", "Betoning", "Stark", "Figurförteckning",
        "Fotnotsreferens", "Fotnotstext", "Hyperlänk", "Använd hyperlänk", "Innehållsförteckningsrubrik",
        "Liststycke", "Sidfot", "Sidhuvud", "Tabellrutnät", "Punktlista", "Numrerad lista", "Normal tabell",
        *(f"{stem} {n}" for stem in ("Rubrik", "Innehåll") for n in range(1, 10)),
        *(f"{stem} {n}" for stem in ("Punktlista", "Numrerad lista") for n in range(2, 6)),
    )
}  # fmt: skip
_NEUTRAL = frozenset(qn(f"w:{name}") for name in ("nsid", "tmpl", "rsid", "name", "multiLevelType"))


def folded(name: str) -> str:
    """Return a style's name as names are compared."""
    return " ".join(name.casefold().split())


def shown_name(name: str) -> str:
    """Return a style's name as a Swedish Word shows it: ``heading 2`` gives ”Rubrik 2”."""
    return _SHOWN.get(folded(name), name)


@dataclass(frozen=True)
class House:
    """The parts of a file that make its look. A part that the file lacks is None."""

    package: Package
    parts: dict[str, str | None] = field(init=False)

    def __post_init__(self) -> None:
        links = self.package.relationships(self.package.main)
        kinds = (
            relationships.STYLES,
            relationships.NUMBERING,
            relationships.SETTINGS,
            THEME,
            FONTS,
        )
        found = {kind: links.target(kind) for kind in kinds}
        known = {kind: part if part in self.package.parts else None for kind, part in found.items()}
        object.__setattr__(self, "parts", known)

    def root(self, kind: str) -> Element | None:
        """Return a part by its relationship, parsed anew."""
        part = self.parts[kind]
        return None if part is None else parse_strict(self.package.parts[part], part)

    @cached_property
    def styles(self) -> Element:
        """The styles part, not to be changed."""
        found = self.root(relationships.STYLES)
        return parse_strict(_EMPTY, "styles") if found is None else found

    @cached_property
    def by_key(self) -> dict[Key, Element]:
        """The styles by kind and name; of two with one name the first."""
        found: dict[Key, Element] = {}
        for style in self.styles.iterfind("w:style", NS):
            found.setdefault(key_of(style), style)
        return found

    @cached_property
    def by_id(self) -> dict[str, Element]:
        """The styles by id."""
        return {style.get(qn("w:styleId")) or "": style for style in self.styles.iterfind("w:style", NS)}

    def name(self, style_id: str | None) -> str:
        """Return the name of the style with this id, or the id when there is none."""
        style = self.by_id.get(style_id or "")
        return (attribute(style, "w:name") if style is not None else None) or style_id or ""

    @cached_property
    def numbering(self) -> Element | None:
        """The numbering part, not to be changed."""
        return self.root(relationships.NUMBERING)

    @cached_property
    def nums(self) -> dict[int, Element]:
        """The lists by numId."""
        root = self.numbering
        found = [] if root is None else root.findall("w:num", NS)
        return {whole(num.get(qn("w:numId"))): num for num in found}

    @cached_property
    def abstracts(self) -> dict[int, Element]:
        """The definitions of lists by abstractNumId."""
        root = self.numbering
        found = [] if root is None else root.findall("w:abstractNum", NS)
        return {whole(a.get(qn("w:abstractNumId"))): a for a in found}

    def abstract_of(self, num_id: int) -> Element | None:
        """Return the definition of a list."""
        num = self.nums.get(num_id)
        return None if num is None else self.abstracts.get(whole(attribute(num, "w:abstractNumId"), -1))

    def list_text(self, num_id: int) -> str:
        """Return a list's definition as text that can be compared between files."""
        num, abstract = self.nums.get(num_id), self.abstract_of(num_id)
        if num is None or abstract is None:
            return ""
        overrides = "".join(self.text(e) for e in num.iterfind("w:lvlOverride", NS))
        return self.definition_text(abstract) + overrides

    def definition_text(self, abstract: Element) -> str:
        """Return the definition of lists as text that can be compared between files."""
        return "".join(self.text(e) for e in abstract if e.tag not in _NEUTRAL)

    def text(self, element: Element) -> str:
        """Return an element as text in one fixed form, with styles by name, without revision ids."""
        shown = {_plain(str(k)): str(v) for k, v in element.attrib.items() if "rsid" not in str(k)}
        if element.tag in _STYLE_TIES and "val" in shown:
            shown["val"] = folded(self.name(shown["val"]))
        elif shown.get("val") in _ON:
            del shown["val"]
        attributes = "".join(f" {k}={v}" for k, v in sorted(shown.items()))
        return f"<{_plain(str(element.tag))}{attributes}>{''.join(map(self.text, element))}</>"


_ON = ("1", "true", "on")
_STYLE_TIES = {
    qn(f"w:{name}") for name in ("pStyle", "rStyle", "basedOn", "next", "link", "styleLink", "numStyleLink")
}


def _plain(name: str) -> str:
    """Return a name without namespace, and the names of an older standard as the newer has them."""
    local = name.rpartition("}")[2]
    return {"start": "left", "end": "right"}.get(local, local)


def key_of(style: Element) -> Key:
    """Return what a style is known by."""
    return style.get(qn("w:type")) or "paragraph", folded(attribute(style, "w:name") or "")


def page_of(section: Element) -> dict[str, int]:
    """Return paper and margins of a section in twips, upright whatever way the page lies."""
    size, margins = child(section, "w:pgSz"), child(section, "w:pgMar")
    wide, high = (whole(attribute(size, name=qn(f"w:{n}"))) for n in ("w", "h"))
    sides = {n: abs(whole(attribute(margins, name=qn(f"w:{n}")))) for n in ("top", "right", "bottom", "left")}
    if attribute(size, name=qn("w:orient")) == "landscape" or wide > high > 0:
        wide, high = high, wide
        # Word turns the margins with the page, clockwise.
        sides = {
            "top": sides["right"],
            "right": sides["bottom"],
            "bottom": sides["left"],
            "left": sides["top"],
        }
    return {"w": wide, "h": high, **sides}
