"""Rules of a sound Word file that a schema validator misses: what makes Word ask to repair it, or tells too
little.

For tests, and for a last look before a file is sent out: an empty list means that all is well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.diagnostics import StyrdokError
from generator.ooxml import content_types, relationships
from generator.ooxml.fields import FLD_CHAR
from generator.ooxml.identity import reference
from generator.ooxml.index import Index, index
from generator.ooxml.package import Package
from generator.ooxml.pictures import is_silent
from generator.ooxml.properties import Properties, read_properties
from generator.ooxml.relationships import relationships_name
from generator.ooxml.repair import ends_with_paragraph
from generator.ooxml.styles import Styles
from generator.ooxml.visible import text_of
from generator.ooxml.xml import NS, Element, attribute, child, parse_strict, qn, whole

_P, _TBL, _TR, _TC = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc"))
_VAL, _ID, _NAME = qn("w:val"), qn("w:id"), qn("w:name")
_STORIES = ("document.main+xml", "header+xml", "footer+xml", "footnotes+xml", "endnotes+xml")
_LINKED = {f"{{{NS['r']}}}{name}" for name in ("id", "embed", "link", "pict")}
_PARA_ID = qn("w14:paraId")
_NEVER = {"w:proofErr", "w:commentReference", "w:commentRangeStart", "w:ins", "w:del"}
_BLANKS = 3


@dataclass(slots=True)
class _File:
    package: Package
    styles: Styles
    stories: dict[str, Index]
    properties: Properties

    @property
    def main(self) -> Index:
        return self.stories[self.package.main]

    def part(self, relationship: str) -> str | None:
        found = self.package.relationships(self.package.main).target(relationship)
        return found if found in self.package.parts else None


def problems(data: bytes) -> list[str]:
    """Return what is wrong with a .docx, one sentence each, in a fixed order."""
    try:
        file = _open(data)
    except StyrdokError as error:
        return [error.message]
    found: list[str] = []
    for check in _CHECKS:
        found += check(file)
    return found


def _open(data: bytes) -> _File:
    package = Package.read(data)
    for name, content in package.parts.items():
        if name.endswith((".xml", ".rels")):
            parse_strict(content, name)
    styles = package.relationships(package.main).target(relationships.STYLES) or ""
    stories = {
        name: index(parse_strict(content, name))
        for name, content in sorted(
            package.parts.items(), key=lambda item: (item[0] != package.main, item[0])
        )
        if package.content_type(name).endswith(_STORIES)
    }
    return _File(package, Styles(package.parts[styles]), stories, read_properties(data))


def _repeated(values: Iterable[str | None]) -> list[str]:
    return sorted(value for value, count in Counter(values).items() if value is not None and count > 1)


def _package(file: _File) -> Iterator[str]:
    package = file.package
    for name in package.parts:
        if name != content_types.PART and not package.content_type(name):
            yield f"Delen {name} saknar innehållstyp."
    for owner in ("", *package.parts):
        links = package.relationships(owner)
        for item in links:
            if not item.external and links.path(item) not in package.parts:
                yield f"{relationships_name(owner)}: {item.id} leder till {item.target}, som inte finns."
    for name, story in file.stories.items():
        links = package.relationships(name)
        used = {value for e in story.root.iter() for key, value in e.attrib.items() if key in _LINKED}
        for rid in sorted(str(value) for value in used):
            if rid and rid not in links:
                yield f"{name}: relationen {rid} används men finns inte."


def _tables(file: _File) -> Iterator[str]:
    for name, story in file.stories.items():
        for cell in story.root.iter(_TC):
            if not ends_with_paragraph(cell):
                yield f"{name}: en tabellcell slutar inte med ett stycke."
        for table in story.root.iter(_TBL):
            rows = [row for row in table.iter(_TR) if next(row.iterancestors(_TBL)) is table]
            following = table.getnext()
            if following is not None and following.tag == _TBL:
                yield f"{name}: två tabeller ligger intill varandra utan stycke emellan."
            if not rows or any(next(row.iter(_TC), None) is None for row in rows):
                yield f"{name}: en tabell saknar rader eller har en rad utan celler."
            elif child(rows[0], "w:trPr/w:tblHeader") is None:
                yield f"{name}: en tabell saknar rubrikrad: ”{_words(rows[0])}”."
            if child(table, "w:tblGrid") is None:
                yield f"{name}: en tabell saknar kolumnbredder."


def _words(element: Element) -> str:
    return " ".join(text_of(p) for p in element.iter(_P)).strip()[:60]


def _bookmarks(file: _File) -> Iterator[str]:
    marks = [mark for story in file.stories.values() for mark in story.bookmarks]
    for name, story in file.stories.items():
        for mark in story.bookmarks:
            if mark.end is None:
                yield f"{name}: bokmärket {mark.name} slutar aldrig."
        if story.loose:
            yield f"{name}: {len(story.loose)} bokmärken slutar utan att ha börjat."
    for name in _repeated(mark.name.casefold() for mark in marks):
        yield f"Bokmärket {name} finns flera gånger."
    for number in _repeated(mark.start.get(_ID) for mark in marks):
        yield f"Flera bokmärken har nummer {number}."
    for mark in marks:
        if len(mark.name) > 40:  # noqa: PLR2004 - Word's limit
            yield f"Bokmärket {mark.name} har för långt namn."


def _references(file: _File) -> Iterator[str]:
    names = {mark.name for story in file.stories.values() for mark in story.bookmarks}
    for name, story in file.stories.items():
        for _, link in story.links:
            anchor = link.get(qn("w:anchor"))
            if anchor not in names and anchor != "_top":
                yield f"{name}: en länk leder till bokmärket {anchor}, som inte finns."
        for found in story.fields:
            wanted = reference(found)
            if wanted is not None and wanted not in names:
                yield f"{name}: fältet ”{found.instruction.strip()}” nämner ett bokmärke som inte finns."


def _fields(file: _File) -> Iterator[str]:
    for name, story in file.stories.items():
        depth = 0
        for mark in story.root.iter(FLD_CHAR):
            depth += {"begin": 1, "end": -1}.get(mark.get(qn("w:fldCharType")) or "", 0)
            if depth < 0:
                break
        if depth:
            yield f"{name}: ett fält börjar eller slutar inte."


def _notes(file: _File) -> Iterator[str]:
    for relationship, used, word in (
        (relationships.FOOTNOTES, file.main.footnotes, "fotnot"),
        (relationships.ENDNOTES, file.main.endnotes, "slutnot"),
    ):
        part = file.part(relationship)
        root = file.stories[part].root if part in file.stories else None
        notes = [
            note for note in (() if root is None else root) if note.get(qn("w:type")) in {None, "normal"}
        ]
        ids = [note.get(_ID) for note in notes]
        references = [reference.get(_ID) for reference in used]
        for number in sorted(set(references) - set(ids), key=str):
            yield f"Texten hänvisar till {word} {number}, som inte finns."
        for number in sorted(set(ids) - set(references), key=str):
            yield f"Ingen text hänvisar till {word} {number}."
        for number in _repeated(ids) + _repeated(references):
            yield f"{word.capitalize()} {number} finns eller används flera gånger."
        if references != sorted(references, key=whole):
            yield f"Numren på {word}erna följer inte texten."


def _ids(file: _File) -> Iterator[str]:
    stories = file.stories.values()
    for number in _repeated(drawing.get("id") for story in stories for drawing in story.drawings):
        yield f"Flera bilder har id {number}."
    for number in _repeated(attribute(c, "w:id") for story in stories for c in story.controls):
        yield f"Flera innehållskontroller har id {number}."
    for number in _repeated(e.get(_PARA_ID) for story in stories for e in story.root.iter(_P)):
        yield f"Flera stycken har paraId {number}."


def _lists_and_styles(file: _File) -> Iterator[str]:
    part = file.part(relationships.NUMBERING)
    numbering = None if part is None else parse_strict(file.package.parts[part], part)
    nums = set() if numbering is None else {e.get(qn("w:numId")) for e in numbering.iterfind("w:num", NS)}
    tags = [] if numbering is None else [e.tag for e in numbering]
    if qn("w:num") in tags and qn("w:abstractNum") in tags[tags.index(qn("w:num")) :]:
        yield "I numreringen står en abstractNum efter en num."
    missing: set[tuple[str, str]] = set()
    for story in file.stories.values():
        for tag, word in (
            ("w:pStyle", "styckeformatet"),
            ("w:rStyle", "teckenformatet"),
            ("w:tblStyle", "tabellformatet"),
        ):
            missing |= {
                (word, value)
                for e in story.root.iter(qn(tag))
                if file.styles.get(value := e.get(_VAL) or "") is None
            }
        for e in story.root.iter(qn("w:numId")):
            if e.get(_VAL) not in nums | {"0"}:
                missing.add(("listan", e.get(_VAL) or ""))
    for word, value in sorted(missing):
        yield f"Texten använder {word} {value}, som inte finns."


def _headings(file: _File) -> Iterator[str]:
    above = 0
    for paragraph in file.main.root.iter(_P):
        level = file.styles.heading_level(attribute(paragraph, "w:pPr/w:pStyle"))
        if level is None:
            continue
        text = text_of(paragraph).strip()
        if not text:
            yield f"En rubrik på nivå {level} är tom."
        if level > above + 1:
            yield f"Rubriken ”{text[:60]}” hoppar från nivå {above} till {level}."
        above = level


def _pictures(file: _File) -> Iterator[str]:
    for name, story in file.stories.items():
        for drawing in story.drawings:
            if is_silent(drawing):
                yield f"{name}: bilden ”{drawing.get('name') or ''}” saknar alternativtext."


def _leftovers(file: _File) -> Iterator[str]:
    for name, story in file.stories.items():
        for tag in sorted(_NEVER):
            if next(story.root.iter(qn(tag)), None) is not None:
                yield f"{name}: {tag} är kvar."
    blanks = 0
    for block in file.main.root.iterfind("w:body/*", NS):
        blank = block.tag == _P and all(item.tag == qn("w:pPr") for item in block)
        blanks = blanks + 1 if blank else 0
        if blanks == _BLANKS:
            yield f"{_BLANKS} tomma stycken står i rad."


def _facts(file: _File) -> Iterator[str]:
    part = file.part(relationships.STYLES) or ""
    root = parse_strict(file.package.parts[part], part)
    if not attribute(root, "w:docDefaults/w:rPrDefault/w:rPr/w:lang"):
        yield "Dokumentets språk är inte angivet."
    if not file.properties.title:
        yield "Dokumentet saknar titel bland sina egenskaper."


_CHECKS: tuple[Callable[[_File], Iterable[str]], ...] = (
    _package, _tables, _bookmarks, _references, _fields, _notes, _ids, _lists_and_styles, _headings,
    _pictures, _leftovers, _facts,
)  # fmt: skip
