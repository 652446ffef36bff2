"""Built-in styles that a template may lack because no one has used them in it yet.

Word itself knows Heading 3 or List Bullet before a file defines them, and defines them on first use. The
engine does the same, with the plainest look.
"""

from __future__ import annotations

from lxml import etree

from generator.ooxml.styles import Styles
from generator.ooxml.xml import NS, Element, child, parse_strict, qn, serialise

_W = f'xmlns:w="{NS["w"]}"'
_PART = "Formatmallarna (word/styles.xml)"
_NOTE = (
    '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="18"/></w:rPr>'
)
_LINK = '<w:rPr><w:color w:val="0B4F71"/><w:u w:val="single"/></w:rPr>'
_HEADING_SIZES = (32, 26, 24, 22)


def _heading(level: int, size: int) -> str:
    return (
        '<w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="240"/>'
        f'<w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr>'
    )


def _contents(level: int) -> str:
    indent = f'<w:ind w:left="{220 * (level - 1)}"/>' if level > 1 else ""
    return f'<w:pPr><w:spacing w:after="100"/>{indent}</w:pPr>'


# kind, name, id, look
_STYLES = (
    *(("paragraph", f"heading {n}", f"Heading{n}", _heading(n, s)) for n, s in enumerate(_HEADING_SIZES, 1)),
    *(("paragraph", f"toc {n}", f"TOC{n}", _contents(n)) for n in range(1, 5)),
    ("paragraph", "footnote text", "FootnoteText", _NOTE),
    (
        "character",
        "footnote reference",
        "FootnoteReference",
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>',
    ),
    ("character", "Hyperlink", "Hyperlink", _LINK),
    ("paragraph", "caption", "Caption", "<w:pPr><w:keepNext/></w:pPr><w:rPr><w:b/></w:rPr>"),
    ("paragraph", "table of figures", "TableofFigures", ""),
    ("paragraph", "List Bullet", "ListBullet", "<w:pPr><w:contextualSpacing/></w:pPr>"),
    ("paragraph", "List Number", "ListNumber", "<w:pPr><w:contextualSpacing/></w:pPr>"),
)


def complete(xml: bytes, language: str) -> bytes:
    """Return the styles part with the missing built-in styles defined and the language of the text set."""
    styles = Styles(xml)
    root = parse_strict(xml, _PART)
    taken = {e.get(qn("w:styleId")) for e in root.iterfind("w:style", NS)}
    for kind, name, style_id, look in _STYLES:
        if styles.id(name, kind) is None:
            root.append(_style(kind, name, _free(style_id, taken), styles.default(kind), look))
    _set_language(root, language)
    return serialise(root)


def _free(style_id: str, taken: set[str | None]) -> str:
    while style_id in taken:
        style_id += "x"
    taken.add(style_id)
    return style_id


def _style(kind: str, name: str, style_id: str, base: str | None, look: str) -> Element:
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    return parse_strict(
        f'<w:style {_W} w:type="{kind}" w:styleId="{style_id}"><w:name w:val="{name}"/>{based}'
        f'<w:uiPriority w:val="99"/><w:unhideWhenUsed/>{look}</w:style>',
        _PART,
    )


def _set_language(root: Element, language: str) -> None:
    """Set the language of all text that does not say otherwise."""
    defaults = child(root, "w:docDefaults")
    if defaults is None:
        defaults = etree.Element(qn("w:docDefaults"))
        root.insert(0, defaults)
    run_defaults = child(defaults, "w:rPrDefault")
    if run_defaults is None:
        run_defaults = etree.Element(qn("w:rPrDefault"))
        defaults.insert(0, run_defaults)
    properties = child(run_defaults, "w:rPr")
    if properties is None:
        properties = etree.SubElement(run_defaults, qn("w:rPr"))
    found = child(properties, "w:lang")
    mark = etree.SubElement(properties, qn("w:lang")) if found is None else found
    mark.set(qn("w:val"), language)
