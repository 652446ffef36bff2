"""The settings part: what concerns the person who last saved the template is not for its readers."""

from __future__ import annotations

from lxml import etree

from generator.ooxml.xml import NS, Element, child, detach, parse_strict, qn, serialise

_DROPPED = (
    "w:updateFields", "w:attachedTemplate", "w:linkStyles", "w:rsids", "w:proofState", "w:trackRevisions",
    "w:mailMerge", "w:docVars", "w:revisionView", "w:activeWritingStyle", "w:formsDesign",
    "w:writeProtection",
    "w:hideSpellingErrors", "w:hideGrammaticalErrors", "w:stylePaneFormatFilter", "w:stylePaneSortMethod",
    "w:documentType", "w:docId", "w:attachedSchema", "w:saveThroughXslt", "w14:docId", "w15:docId",
)  # fmt: skip
# In the order of the schema nearly everything stands before the settings of notes, and this after them.
_AFTER_NOTES = (
    "w:endnotePr", "w:compat", "w:docVars", "w:rsids", "m:mathPr", "w:attachedSchema", "w:themeFontLang",
    "w:clrSchemeMapping", "w:doNotIncludeSubdocsInStats", "w:doNotAutoCompressPictures", "w:forceUpgrade",
    "w:captions", "w:readModeInkLockDown", "w:smartTagType", "sl:schemaLibrary", "w:shapeDefaults",
    "w:doNotEmbedSmartTags", "w:decimalSymbol", "w:listSeparator",
)  # fmt: skip


def cleaned(xml: bytes, language: str, footnotes: bool) -> bytes:
    """Return the settings without personal traces, with the language, and with separators for footnotes."""
    root = parse_strict(xml, "Inställningarna (word/settings.xml)")
    for name in _DROPPED:
        for element in root.findall(name, NS):
            detach(element)
    theme = child(root, "w:themeFontLang")
    if theme is not None:
        theme.set(qn("w:val"), language)
    if footnotes:
        add_separators(root, "footnote")
    etree.cleanup_namespaces(root, keep_ns_prefixes=_ignorable(root))
    return serialise(root)


def add_separators(root: Element, word: str) -> None:
    """State the two separators of notes, unless it is done; ``word`` is footnote or endnote."""
    if child(root, f"w:{word}Pr/w:{word}") is not None:
        return
    properties = child(root, f"w:{word}Pr")
    if properties is None:
        properties = etree.Element(qn(f"w:{word}Pr"), nsmap=root.nsmap)
        later = _AFTER_NOTES if word == "footnote" else _AFTER_NOTES[1:]
        after = next((e for e in root if _prefixed(e) in later), None)
        if after is None:
            root.append(properties)
        else:
            after.addprevious(properties)
    for number in ("-1", "0"):
        etree.SubElement(properties, qn(f"w:{word}")).set(qn("w:id"), number)


def _prefixed(element: Element) -> str:
    return f"{element.prefix}:{etree.QName(element).localname}"


def _ignorable(root: Element) -> list[str]:
    return [*(root.get(qn("mc:Ignorable")) or "").split(), "w", "r"]
