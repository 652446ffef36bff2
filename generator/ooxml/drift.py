"""How a template has drifted from the house style, in words: styles, theme, numbering, paper and margins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from generator.diagnostics import Severity
from generator.ooxml.flaw import Flaw
from generator.ooxml.house import THEME, House, folded, key_of, page_of, shown_name
from generator.ooxml.mending import numbered_paragraphs
from generator.ooxml.package import Package
from generator.ooxml.stock import complete
from generator.ooxml.style_words import Side, differences, flat, millimetres, property_words
from generator.ooxml.styles import Styles
from generator.ooxml.xml import NS, Element, attribute, child, parse_strict, qn

Needed = Sequence[tuple[str, str]]
"""Styles that something asks for: (kind, name)."""

_STORIES = (
    "document.main+xml",
    "template.main+xml",
    "header+xml",
    "footer+xml",
    "footnotes+xml",
    "endnotes+xml",
)
_KINDS = {
    "paragraph": "styckeformatet",
    "character": "teckenformatet",
    "table": "tabellformatet",
    "numbering": "listformatet",
}
_USES = {qn("w:pStyle"): "paragraph", qn("w:rStyle"): "character", qn("w:tblStyle"): "table"}
_SYNC = "Ändra i bas.docx om hela huset ska ändras; annars hämtar styrdok templates sync tillbaka husets."
_SIDES = {
    "w": "sidans bredd",
    "h": "sidans höjd",
    "top": "övre marginal",
    "right": "höger marginal",
    "bottom": "nedre marginal",
    "left": "vänster marginal",
}
_BASIC = ("no list", "normal table", "default paragraph font")
_MANY = 12
_TOLERANCE = 12
"""Twips. Word rounds lengths to tenths of a millimetre when someone opens a dialogue."""


@dataclass(frozen=True, slots=True)
class Drift:
    """Something of the house that a template has otherwise."""

    subject: str
    what: str

    def __str__(self) -> str:
        return f"{self.subject}: {self.what}"


def drift(base: House, template: House) -> Iterator[Drift]:
    """Yield how the look of a template differs from the house's; what only the template has is no drift."""
    for kind, word in (("w:rPrDefault/w:rPr", "tecken"), ("w:pPrDefault/w:pPr", "stycken")):
        said = list(_defaults(base, template, f"w:docDefaults/{kind}"))
        if said:
            yield Drift(f"Grundinställningen för {word}", ", ".join(said))
    for key, style in base.by_key.items():
        theirs = template.by_key.get(key)
        said = [] if theirs is None else differences(Side(base, style), Side(template, theirs))
        if said:
            yield Drift(shown_name(attribute(style, "w:name") or ""), ", ".join(said))
    yield from _theme(base, template)


def _defaults(base: House, template: House, path: str) -> Iterator[str]:
    found = [child(house.styles, path) for house in (base, template)]
    mine, theirs = ({} if e is None else flat(e, h) for e, h in zip(found, (base, template), strict=True))
    yield from property_words(mine, theirs)


def _theme(base: House, template: House) -> Iterator[Drift]:
    mine, theirs = (house.root(THEME) for house in (base, template))
    if mine is None:
        return
    if theirs is None:
        yield Drift("Temat", "saknas")
        return
    said = []
    for path, word in (
        ("a:themeElements/a:clrScheme", "färgerna"),
        ("a:themeElements/a:fontScheme", "typsnitten"),
    ):
        one, other = child(mine, path), child(theirs, path)
        if one is not None and (other is None or _inside(one) != _inside(other)):
            said.append(
                f"{word} skiljer sig ({', '.join(_changed(one, other))})"
                if other is not None
                else f"{word} saknas"
            )
    if said:
        yield Drift("Temat", ", ".join(said))


def _inside(element: Element) -> list[str]:
    return [_canonical(item) for item in element]


def _changed(one: Element, other: Element) -> list[str]:
    """Return the names of what differs: accent1, majorFont …"""
    theirs = {item.tag: _canonical(item) for item in other}
    return [str(e.tag).rpartition("}")[2] for e in one if theirs.get(e.tag) != _canonical(e)] or [
        "annan ordning"
    ]


def _canonical(element: Element) -> str:
    # Word adds fonts for every script there is to a theme it saves; the house sets none of them.
    script = [e for e in element if str(e.tag).rpartition("}")[2] != "font"]
    attributes = sorted(
        (str(k), str(v).casefold()) for k, v in element.attrib.items() if k not in ("panose", "lastClr")
    )
    return f"{element.tag!r}{attributes}{[_canonical(e) for e in script]}"


def missing(base: House, template: House) -> list[str]:
    """Return the styles of the house that a template lacks, as Word shows their names."""
    lacking = (s for key, s in base.by_key.items() if key not in template.by_key and key[1] not in _BASIC)
    return [shown_name(attribute(style, "w:name") or "") for style in lacking]


def house_flaws(package: Package, base: bytes | None, needed: Needed) -> Iterator[Flaw]:
    """Yield what a template lacks or has otherwise than the house; without a base only what it lacks."""
    template = House(package)
    part = package.main
    for word, style_id, paragraph in _undefined(package, template):
        what = f"{word} ”{style_id}” används men finns inte i mallen"
        yield _flaw(part, what, "Välj ett annat format för stycket i Word.", Severity.ERROR, paragraph)
    lacking = [name for kind, name in needed if (kind, folded(name)) not in template.by_key]
    yield from _lacking(part, lacking)
    if base is None:
        return
    house = House(Package.read(base, "bas.docx"))
    known = {folded(shown_name(name)) for name in lacking}
    if others := [name for name in missing(house, template) if folded(name) not in known]:
        what = f"{listed(others)} saknas, som hör till husets stil"
        yield _flaw(part, what, "Hämta ur bas.docx med styrdok templates sync.")
    yield from _drifted(part, list(drift(house, template)))
    yield from page_flaws(house, template)


def _lacking(part: str, lacking: Sequence[str]) -> Iterator[Flaw]:
    """Yield the styles that the program needs and the template lacks, by what becomes of the text."""
    for made, look in ((True, "det enklaste utseendet"), (False, "brödtextens utseende")):
        names = [shown_name(name) for name in lacking if (folded(name) in _stock()) is made]
        if names:
            what = f"{listed(names)} saknas, och programmet behöver {'det' if len(names) == 1 else 'dem'}"
            yield _flaw(part, f"{what}; texten får {look}", "Hämta ur bas.docx med styrdok templates sync.")


def _drifted(part: str, found: Sequence[Drift]) -> Iterator[Flaw]:
    """Yield what differs, style by style; where nearly all does, that is one thing to tell."""
    if len(found) > _MANY:
        names = listed([item.subject for item in found])
        hint = "styrdok templates sync --dry-run visar hur."
        yield _flaw(part, f"{names} avviker från bas.docx", hint)
        return
    for item in found:
        yield _flaw(part, f"{item} (avviker från bas.docx)", _SYNC)


def listed(names: Sequence[str]) -> str:
    """Return names of styles in a sentence, the first of them when they are many."""
    shown = ", ".join(f"”{name}”" for name in names[:_MANY])
    more = f" och {len(names) - _MANY} till" if len(names) > _MANY else ""
    return f"{'formatet' if len(names) == 1 else 'formaten'} {shown}{more}"


@cache
def _stock() -> frozenset[str]:
    """Return the names of the styles that are made when a template lacks them."""
    styles = Styles(complete(f'<w:styles xmlns:w="{NS["w"]}"/>'.encode(), "sv-SE"))
    return frozenset(folded(name) for kind in _KINDS for name in styles.names(kind))


def _flaw(part: str, what: str, hint: str, severity: Severity = Severity.WARNING, paragraph: int = 0) -> Flaw:
    return Flaw(part, paragraph, "", what, hint, severity, "D004")


def _undefined(package: Package, template: House) -> Iterator[tuple[str, str, int]]:
    """Yield styles that the text names and the file does not define, once each, with the first paragraph."""
    known = {(key_of(style)[0], style_id) for style_id, style in template.by_id.items()}
    seen: set[tuple[str, str]] = set()
    for name in sorted(package.parts, key=lambda n: (n != package.main, n)):
        if not package.content_type(name).endswith(_STORIES):
            continue
        root = parse_strict(package.parts[name], name)
        numbers = {paragraph: number for number, paragraph in numbered_paragraphs(root)}
        for element in root.iter(*_USES):
            use = _USES[str(element.tag)], attribute(element) or ""
            if use not in known and use not in seen:
                seen.add(use)
                paragraph = next(element.iterancestors(qn("w:p")), None)
                yield _KINDS[use[0]], use[1], numbers.get(paragraph, 0) if paragraph is not None else 0


def page_flaws(base: House, template: House) -> Iterator[Flaw]:
    """Yield sections whose paper and margins are those of no section of the house."""
    mine = [page_of(s) for s in _sections(base.package)]
    for number, section in enumerate(_sections(template.package), 1):
        page = page_of(section)
        if not mine or any(not _unlike(page, other) for other in mine):
            continue
        nearest = min(reversed(mine), key=lambda other: len(_unlike(page, other)))
        said = ", ".join(
            f"{_SIDES[side]} {millimetres(page[side])} mm i stället för {millimetres(nearest[side])} mm"
            for side in _unlike(page, nearest)
        )
        hint = "Ändra i Word under Layout, Marginaler. Det ändras inte av styrdok templates sync."
        yield _flaw(template.package.main, f"avsnitt {number}: {said}", hint)


def _unlike(page: dict[str, int], other: dict[str, int]) -> list[str]:
    return [side for side in _SIDES if abs(page[side] - other[side]) > _TOLERANCE]


def _sections(package: Package) -> list[Element]:
    root = parse_strict(package.parts[package.main], package.main)
    return [s for s in root.iter(qn("w:sectPr")) if next(s.iterancestors(qn("w:sectPrChange")), None) is None]
