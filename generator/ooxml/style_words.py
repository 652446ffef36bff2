"""What differs between two definitions of a style, said as a person who sets styles in Word would say it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.ooxml.house import House, folded, shown_name
from generator.ooxml.xml import Element, attribute, child, qn, whole

Properties = Mapping[str, str]
"""Properties of a style by a path such as ``rPr/sz/val``."""

_HOLDERS = ("pPr", "rPr", "tblPr", "trPr", "tcPr")
# What Word writes beside the property itself, and what says nothing about the look.
_IGNORED = {
    "bCs",
    "iCs",
    "szCs",
    "rsid",
    "pPrChange",
    "rPrChange",
    "numPr",
    "eastAsiaTheme",
    "cstheme",
    "cs",
    "eastAsia",
    "bidi",
    "hAnsi",
    "hAnsiTheme",
    "hint",
    "noProof",
}
_ON, _OFF = {"1", "true", "on", ""}, {"0", "false", "off"}
_SWITCHES = {
    "b": "fetstil",
    "i": "kursiv",
    "caps": "versaler",
    "smallCaps": "kapitäler",
    "strike": "genomstrykning",
    "keepNext": "håll ihop med nästa",
    "keepLines": "håll ihop rader",
    "pageBreakBefore": "sidbrytning före",
    "widowControl": "kontroll av enstaka rader",
    "contextualSpacing": "inget avstånd mellan lika stycken",
    "suppressAutoHyphens": "ingen avstavning",
    "vanish": "dold text",
    "suppressLineNumbers": "inga radnummer",
    "cantSplit": "raden hålls ihop",
    "tblHeader": "rubrikraden upprepas",
}
_WORDS = {
    "sz/val": "teckenstorlek",
    "color/val": "teckenfärg",
    "color/themeColor": "temafärg",
    "u/val": "understrykning",
    "rFonts/ascii": "typsnitt",
    "rFonts/asciiTheme": "temats typsnitt",
    "vertAlign/val": "upphöjd eller nedsänkt text",
    "lang/val": "språk",
    "jc/val": "justering",
    "outlineLvl/val": "dispositionsnivå",
    "spacing/val": "teckenavstånd",
    "spacing/before": "avstånd före",
    "spacing/after": "avstånd efter",
    "spacing/line": "radavstånd",
    "ind/left": "indrag från vänster",
    "ind/right": "indrag från höger",
    "ind/firstLine": "indrag på första raden",
    "ind/hanging": "hängande indrag",
    "shd/fill": "bakgrundsfärg",
    "shd/themeFill": "bakgrund ur temat",
    "kern/val": "kerning",
    "position/val": "teckenläge",
    "highlight/val": "överstrykning",
}
_GROUPS = {
    "pBdr": "kantlinjer",
    "tabs": "tabbar",
    "tblBorders": "tabellens linjer",
    "tblCellMar": "cellernas marginaler",
    "tcBorders": "cellernas linjer",
    "tblStylePr": "tabellens delar",
    "shd": "bakgrund",
    "ind": "indrag",
    "spacing": "avstånd",
    "rFonts": "typsnitt",
    "color": "teckenfärg",
    "tblInd": "tabellens indrag",
    "lang": "språk",
    "vAlign": "cellernas justering",
}
_POINTS = {"before", "after"}
_MILLIMETRES = {"left", "right", "firstLine", "hanging"}
_ALIGNED = {
    "left": "vänster",
    "start": "vänster",
    "right": "höger",
    "end": "höger",
    "center": "centrerad",
    "both": "marginaljusterad",
}
_TWIPS_PER_POINT, _TWIPS_PER_MM, _LINE = 20, 56.7, 240


@dataclass(frozen=True, slots=True)
class Side:
    """A style in its file."""

    house: House
    style: Element


def differences(base: Side, other: Side) -> list[str]:
    """Return in words how a style differs from that of the house, in a fixed order."""
    found = [
        *_ties(base, other),
        *property_words(properties_of(base), properties_of(other)),
        *_list(base, other),
    ]
    return list(dict.fromkeys(found))


def _ties(base: Side, other: Side) -> Iterator[str]:
    for named, word in ((_above, "bygger på"), (_next, "nästa stycke är")):
        mine, theirs = named(base), named(other)
        if mine.casefold() != theirs.casefold():
            yield f"{word} {shown_name(theirs) or 'inget'} i stället för {shown_name(mine) or 'inget'}"


def _above(side: Side) -> str:
    """Return the style a style builds on; what everything builds on is nothing to speak of."""
    name = side.house.name(attribute(side.style, "w:basedOn"))
    return "" if folded(name) in ("default paragraph font", "normal table") else name


def _next(side: Side) -> str:
    """Return the style of the paragraph after one in this style: itself unless told."""
    return side.house.name(attribute(side.style, "w:next")) or attribute(side.style, "w:name") or ""


def _list(base: Side, other: Side) -> Iterator[str]:
    texts = [_list_text(side) for side in (base, other)]
    if texts[0] != texts[1]:
        yield (
            "numreringen har lagts till"
            if not texts[0]
            else "numreringen saknas"
            if not texts[1]
            else "annan numrering"
        )


def _list_text(side: Side) -> str:
    number = attribute(side.style, "w:pPr/w:numPr/w:numId")
    if number is None:
        return ""
    level = attribute(side.style, "w:pPr/w:numPr/w:ilvl") or "0"
    return "ingen" if whole(number) == 0 else f"{level}:{side.house.list_text(whole(number))}"


def properties_of(side: Side) -> Properties:
    """Return the properties of a style, and those of a table style's parts."""
    found: dict[str, str] = {}
    for name in _HOLDERS:
        holder = child(side.style, f"w:{name}")
        if holder is not None:
            found |= flat(holder, side.house)
    for part in side.style.iterfind(qn("w:tblStylePr")):
        found[f"tblStylePr/{part.get(qn('w:type'))}"] = side.house.text(part)
    return found


def flat(holder: Element, house: House) -> Properties:
    """Return properties of a ``w:pPr`` or ``w:rPr`` by path."""
    found: dict[str, str] = {}
    for item in holder:
        name = _local(item)
        if name in _IGNORED:
            continue
        if len(item):
            found[name] = house.text(item)
        elif name in _SWITCHES:
            found[name] = "0" if (attribute(item) or "") in _OFF else "1"
        else:
            found |= {f"{name}/{key}": value for key, value in _attributes(name, item).items()}
    return found


def _attributes(name: str, item: Element) -> dict[str, str]:
    """Return the attributes of a property that decide its look."""
    found = {_plain(k): str(v) for k, v in item.attrib.items() if _plain(k) not in _IGNORED}
    if name == "rFonts" and "asciiTheme" in found:
        found.pop("ascii", None)
    elif name == "ind":
        found = {k: v for k, v in found.items() if v != "0" or k not in ("hanging", "firstLine")}
    elif name == "spacing" and "line" in found:
        found["line"] = f"{found['line']} {found.pop('lineRule', 'auto')}"
    return found


def property_words(base: Properties, other: Properties) -> Iterator[str]:
    """Yield in words how properties differ, those first that have a word of their own."""
    differing = [
        p
        for p in sorted({*base, *other})
        if (base.get(p) or "").casefold() != (other.get(p) or "").casefold()
    ]
    told: set[str] = set()
    for path in differing:
        head, _, tail = path.partition("/")
        mine, theirs = base.get(path), other.get(path)
        if head in _SWITCHES:
            yield _switched(_SWITCHES[head], mine, theirs)
        elif path in _WORDS:
            yield _valued(_WORDS[path], _shown(tail, path, mine), _shown(tail, path, theirs))
        else:
            continue
        told.add(head)
    for head in dict.fromkeys(path.partition("/")[0] for path in differing):
        if head not in told:
            yield f"{_GROUPS.get(head, f'egenskapen {head}')} skiljer sig"


def _switched(word: str, mine: str | None, theirs: str | None) -> str:
    if theirs is None:
        return f"{word} saknas" if mine == "1" else f"{word} är inte avstängt"
    return f"{word} har lagts till" if theirs == "1" else f"{word} är avstängt"


def _valued(word: str, mine: str, theirs: str) -> str:
    if not theirs:
        return f"{word} saknas ({mine})"
    return f"{word} {theirs} i stället för {mine}" if mine else f"{word} {theirs} har lagts till"


def _shown(name: str, path: str, value: str | None) -> str:
    """Return a value with its unit as Word shows it."""
    if value is None:
        return ""
    shown = value
    if path == "sz/val":
        shown = decimal(whole(value) / 2)
    elif path == "outlineLvl/val":
        shown = str(whole(value) + 1)
    elif path == "jc/val":
        shown = _ALIGNED.get(value, value)
    elif path == "spacing/line":
        shown = _line(*value.split(" "))
    elif name in _POINTS and path.startswith("spacing/"):
        shown = f"{decimal(whole(value) / _TWIPS_PER_POINT)} pt"
    elif name in _MILLIMETRES and path.startswith("ind/"):
        shown = f"{millimetres(whole(value))} mm"
    return shown


def _line(height: str, rule: str) -> str:
    """Return the height of a line as Word shows it: in lines, or in points that are least or exact."""
    if rule == "auto":
        return f"{decimal(whole(height) / _LINE)} rader"
    return f"{'minst' if rule == 'atLeast' else 'exakt'} {decimal(whole(height) / _TWIPS_PER_POINT)} pt"


def decimal(number: float) -> str:
    """Return a number with a decimal comma, without needless decimals."""
    return f"{number:.2f}".rstrip("0").rstrip(".").replace(".", ",")


def millimetres(twips: int) -> str:
    """Return a length in millimetres."""
    return decimal(round(twips / _TWIPS_PER_MM, 1))


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _plain(name: object) -> str:
    local = str(name).rpartition("}")[2]
    return {"start": "left", "end": "right"}.get(local, local)
