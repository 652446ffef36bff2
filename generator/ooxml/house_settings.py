"""The settings and fonts of the house in a template: hyphenation, language, layout, and no more."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy

from generator.ooxml import relationships
from generator.ooxml.house import FONTS, House
from generator.ooxml.xml import NS, Element, attribute, child, detach, qn, serialise

_CARRIED = {
    "defaultTabStop": "tabbavstånd",
    "autoHyphenation": "avstavning",
    "consecutiveHyphenLimit": "avstavning",
    "hyphenationZone": "avstavning",
    "doNotHyphenateCaps": "avstavning",
    "characterSpacingControl": "teckenavstånd",
    "compat": "kompatibilitet",
    "themeFontLang": "språk",
    "clrSchemeMapping": "temats färger",
    "decimalSymbol": "decimaltecken",
    "listSeparator": "listavgränsare",
}
_STYLED = ("w:clickAndTypeStyle", "w:defaultTableStyle")
# The order of the schema, as far as something has to find its place in it.
_ORDER = """
writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries
displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData
embedTrueTypeFonts embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges
bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors
activeWritingStyle proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter
stylePaneSortMethod documentType mailMerge revisionView trackRevisions doNotTrackMoves doNotTrackFormatting
documentProtection autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop autoHyphenation
consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle
defaultTableStyle evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets
drawingGridHorizontalSpacing drawingGridVerticalSpacing displayHorizontalDrawingGridEvery
displayVerticalDrawingGridEvery doNotUseMarginsForDrawingGridOrigin drawingGridHorizontalOrigin
drawingGridVerticalOrigin doNotShadeFormData noPunctuationKerning characterSpacingControl printTwoOnOne
strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore savePreviewPicture doNotValidateAgainstSchema
saveInvalidXml ignoreMixedContent alwaysShowPlaceholderText doNotDemarcateInvalidXml saveXmlDataOnly
useXSLTWhenSaving saveThroughXslt showXMLTags alwaysMergeEmptyNamespace updateFields hdrShapeDefaults
footnotePr endnotePr compat docVars rsids mathPr attachedSchema themeFontLang clrSchemeMapping
doNotIncludeSubdocsInStats doNotAutoCompressPictures forceUpgrade captions readModeInkLockDown smartTagType
schemaLibrary shapeDefaults doNotEmbedSmartTags decimalSymbol listSeparator
"""
_RANK = {name: number for number, name in enumerate(_ORDER.split())}


def carried_settings(base: House, template: House, ids: Mapping[str, str]) -> tuple[bytes | None, list[str]]:
    """Return the template's settings with those of the house, and what was changed; None when nothing was."""
    mine, theirs = base.root(relationships.SETTINGS), template.root(relationships.SETTINGS)
    if mine is None:
        return None, []
    if theirs is None:
        return base.package.parts[base.parts[relationships.SETTINGS] or ""], ["inställningarna"]
    changed = [
        word
        for name, word in _CARRIED.items()
        if _carry(name, child(mine, f"w:{name}"), theirs, base, template)
    ]
    for tag in _STYLED:
        tie = child(theirs, tag)
        named = attribute(tie) if tie is not None else None
        if tie is not None and named is not None and ids.get(named, named) != named:
            tie.set(qn("w:val"), ids[named])
            changed.append("formatens id")
    return (serialise(theirs) if changed else None), list(dict.fromkeys(changed))


def _carry(name: str, mine: Element | None, theirs: Element, base: House, template: House) -> bool:
    """Give the template the house's setting; tell whether it had another."""
    found = child(theirs, f"w:{name}")
    if name == "compat" and mine is not None and found is not None:
        return _carry_compat(mine, found, base, template)
    if mine is None and found is None:
        return False
    if mine is not None and found is not None and base.text(mine) == template.text(found):
        return False
    if found is not None:
        detach(found)
    if mine is not None:
        _insert(theirs, deepcopy(mine))
    return True


def _carry_compat(mine: Element, found: Element, base: House, template: House) -> bool:
    """Give the template each of the house's choices; those that a newer Word has added stay."""
    changed = False
    for choice in mine:
        same = [e for e in found if e.tag == choice.tag and e.get(qn("w:name")) == choice.get(qn("w:name"))]
        if any(template.text(e) == base.text(choice) for e in same):
            continue
        for other in same:
            detach(other)
        found.append(deepcopy(choice))
        changed = True
    return changed


def _insert(root: Element, element: Element) -> None:
    element.tail = None
    rank = _rank(element)
    following = next((item for item in root if _rank(item) > rank), None)
    if following is None:
        root.append(element)
    else:
        following.addprevious(element)


def _rank(element: Element) -> int:
    return _RANK.get(str(element.tag).rpartition("}")[2], len(_RANK))


def carried_fonts(base: House, template: House) -> bytes | None:
    """Return the template's table of fonts with the house's added; None when nothing is to change."""
    mine, theirs = base.root(FONTS), template.root(FONTS)
    if mine is None:
        return None
    if theirs is None:
        return base.package.parts[base.parts[FONTS] or ""]
    known = {font.get(qn("w:name")) for font in theirs.iterfind("w:font", NS)}
    lacking = [font for font in mine.iterfind("w:font", NS) if font.get(qn("w:name")) not in known]
    for font in lacking:
        copy = deepcopy(font)
        # A font that is embedded in the base is a part of its own, which stays there.
        for item in [e for e in copy if str(e.tag).rpartition("}")[2].startswith("embed")]:
            detach(item)
        theirs.append(copy)
    return serialise(theirs) if lacking else None
