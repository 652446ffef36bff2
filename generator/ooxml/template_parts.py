"""All parts of a template that hold tags, and what a template holds that no document gets.

Tags are filled in where a document has text: body, headers, footers and notes. In comments and charts they
would stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.diagnostics import Severity
from generator.ooxml.flaw import Flaw
from generator.ooxml.mending import numbered_paragraphs, tags_across_changes
from generator.ooxml.package import Package
from generator.ooxml.pictures import is_silent
from generator.ooxml.prepared import Prepared
from generator.ooxml.revisions import tracked_changes
from generator.ooxml.tag_text import TAG, tags_of
from generator.ooxml.tags import Reading, TaggedPart, has_tags, read_tags
from generator.ooxml.xml import Element, parse_strict, qn

_T, _P = qn("w:t"), qn("w:p")
_DRAWING, _PICTURE = qn("wp:docPr"), b"docPr"
_IN_WORDS = "Högerklicka på den i Word, välj Redigera alternativtext och skriv vad den visar."
_COMMENT, _CHANGES = qn("w:comment"), ("ins", "del", "moveFrom", "moveTo")
_UNFILLED = {
    "comments": "en kommentar",
    "chart": "ett diagram",
    "diagramData": "en SmartArt-bild",
    "glossaryDocument": "ett byggblock",
}
"""Parts that are not filled in, by the last word of their relationship."""


def read_template(prepared: Prepared) -> tuple[Reading, ...]:
    """Return the parts that hold tags, the document first, with what is wrong in each."""
    return tuple(
        read_tags(name, parse_strict(prepared.story(name), name), prepared.styles)
        for name in prepared.stories
        if has_tags(prepared.story(name))
    )


def sound_parts(prepared: Prepared, template: str) -> tuple[TaggedPart, ...]:
    """Return the parts that hold tags. Raises StyrdokError for the first tag that would break a document."""
    for flaw in changes_in(prepared):
        if flaw.severity is Severity.ERROR:
            raise flaw.error(template)
    readings = read_template(prepared)
    for reading in readings:
        for flaw in reading.errors:
            raise flaw.error(template)
    return tuple(reading.part for reading in readings)


def changes_in(prepared: Prepared) -> Iterator[Flaw]:
    """Yield tags that lie across tracked changes, and one remark for each part that has any changes."""
    if not prepared.has_tracked_changes:
        return
    for name in prepared.stories:
        root = parse_strict(prepared.package.parts[name], name)
        if not tracked_changes(root):
            continue
        for number, paragraph in numbered_paragraphs(root):
            for tag in tags_across_changes(paragraph):
                hint = "Godkänn eller avvisa ändringen i mallen (Granska, Godkänn)."
                yield Flaw(name, number, tag, "taggen ligger över en spårad ändring", hint)
        hint = "Godkänn eller avvisa dem i Word; dokument byggs som om alla vore godkända."
        many = sum(1 for _ in root.iter(*(qn(f"w:{change}") for change in _CHANGES)))
        what = (
            f"{many} spårade ändringar finns kvar i mallen"
            if many > 1
            else "en spårad ändring finns kvar i mallen"
        )
        yield Flaw(name, 0, "", what, hint, Severity.WARNING)


def unfilled(package: Package) -> Iterator[Flaw]:
    """Yield comments that were left in the template, and tags where nothing fills them in."""
    for name in sorted(package.parts):
        kind = _kind(package, name)
        if kind not in _UNFILLED or not name.endswith(".xml"):
            continue
        root = parse_strict(package.parts[name], name)
        comments = sum(1 for _ in root.iter(_COMMENT))
        if comments:
            what = (
                f"{comments} kommentarer finns kvar i mallen"
                if comments > 1
                else "en kommentar finns kvar i mallen"
            )
            yield Flaw(
                name, 0, "", what, "Ta bort den; den följer inte med till dokumenten.", Severity.WARNING
            )
        for tag in dict.fromkeys(found.seen for found in tags_of(_letters(root))):
            what = f"taggar i {_UNFILLED[kind]} fylls inte i"
            yield Flaw(name, 0, tag, what, "Flytta taggen till texten.", Severity.WARNING)
    yield from _addresses(package)


def silent_pictures(prepared: Prepared) -> Iterator[Flaw]:
    """Yield the pictures that have no text for those who cannot see them, and are not called decorative."""
    for name in prepared.stories:
        if _PICTURE not in prepared.package.parts[name]:
            continue
        root = parse_strict(prepared.package.parts[name], name)
        for number, paragraph in numbered_paragraphs(root):
            for drawing in paragraph.iter(_DRAWING):
                if _nearest(drawing) is paragraph and is_silent(drawing):
                    shown = drawing.get("name") or ""
                    named = f" ”{shown}”" if shown else ""
                    what = f"bilden{named} saknar alternativtext"
                    yield Flaw(name, number, "", what, _IN_WORDS, Severity.WARNING, "T001")


def _nearest(drawing: Element) -> Element | None:
    return next(drawing.iterancestors(_P), None)


def _letters(root: Element) -> str:
    """Return the text of a part without markup, so that split tags are whole."""
    return "".join(str(text) for text in root.itertext())


def _kind(package: Package, name: str) -> str:
    """Return what a part is, by the last word of its content type: comments, chart …"""
    kind = package.content_type(name).rpartition(".")[2].partition("+")[0]
    return "glossaryDocument" if "glossary" in package.content_type(name) else kind


def _addresses(package: Package) -> Iterator[Flaw]:
    """Yield links whose address is a tag: an address is not text."""
    for owner in sorted(name for name in package.parts if name.startswith("word/") and "/_rels/" not in name):
        for item in package.relationships(owner):
            address = item.target.replace("%7B", "{").replace("%7D", "}").replace("%20", " ")
            found = TAG.search(address) if item.external else None
            if found:
                what = "taggen står i adressen till en länk, och där fylls den inte i"
                yield Flaw(owner, 0, found[0], what, "Låt innehållet ha länken i stället.", Severity.WARNING)
