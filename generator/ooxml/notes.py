"""Footnotes and endnotes: each reference has a note of its own, numbered in the order of the text.

What a loop in a template repeats refers to one and the same note until it has been given a copy. Word accepts
neither two references to a note nor a reference to none.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass

from generator.ooxml import content_types, relationships
from generator.ooxml.styles import Styles
from generator.ooxml.text import escape_text
from generator.ooxml.xml import NS, Element, detach, parse_strict, qn, whole

_ADDED = 1_000_000
_ID = qn("w:id")
_TYPE = qn("w:type")
_NAMESPACES = f'xmlns:w="{NS["w"]}" xmlns:r="{NS["r"]}"'


@dataclass(frozen=True, slots=True)
class Kind:
    """Footnotes or endnotes: how Word calls what belongs to them."""

    word: str
    content_type: str
    relationship: str

    @property
    def reference(self) -> str:
        """The tag of a reference in the text."""
        return qn(f"w:{self.word}Reference")


FOOTNOTES = Kind("footnote", content_types.FOOTNOTES, relationships.FOOTNOTES)
ENDNOTES = Kind("endnote", content_types.ENDNOTES, relationships.ENDNOTES)


class Notes:
    """The footnotes that one document adds, as text until they are settled."""

    def __init__(self, styles: Styles) -> None:
        self._text_style = styles.id("footnote text") or ""
        reference = styles.id("footnote reference", "character")
        look = (
            f'<w:rStyle w:val="{escape_text(reference)}"/>'
            if reference
            else '<w:vertAlign w:val="superscript"/>'
        )
        self._mark = f"<w:rPr>{look}</w:rPr>"
        self._added: list[str] = []

    def add(self, paragraphs: Sequence[str]) -> str:
        """Return the run that refers to a new note of these paragraphs (run-level XML each)."""
        number = _ADDED + len(self._added)
        style = (
            f'<w:pPr><w:pStyle w:val="{escape_text(self._text_style)}"/></w:pPr>' if self._text_style else ""
        )
        sign = f'<w:r>{self._mark}<w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>'
        contents = list(paragraphs) or [""]
        contents[0] = sign + contents[0]
        body = "".join(f"<w:p>{style}{content}</w:p>" for content in contents)
        self._added.append(f'<w:footnote w:id="{number}">{body}</w:footnote>')
        return f'<w:r>{self._mark}<w:footnoteReference w:id="{number}"/></w:r>'

    def parsed(self) -> list[Element]:
        """Return the added notes."""
        if not self._added:
            return []
        return list(
            parse_strict(f"<w:footnotes {_NAMESPACES}>{''.join(self._added)}</w:footnotes>", "Fotnoterna")
        )


def empty_part(kind: Kind) -> Element:
    """Return a notes part with nothing but the two separators that Word demands."""
    word = kind.word
    separators = "".join(
        f'<w:{word} w:type="{name}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" w:line="240"'
        f' w:lineRule="auto"/></w:pPr><w:r><w:{name}/></w:r></w:p></w:{word}>'
        for number, name in ((-1, "separator"), (0, "continuationSeparator"))
    )
    return parse_strict(f"<w:{word}s {_NAMESPACES}>{separators}</w:{word}s>", "Fotnoterna")


def settle(part: Element, references: Sequence[Element], added: Sequence[Element] = ()) -> int:
    """Make ``part`` hold one note for each reference, in their order, and number both; return how many.

    A note that nothing refers to is dropped, and so is a reference to a note that does not exist.
    """
    special = [note for note in part if note.get(_TYPE) not in {None, "normal"}]
    notes: dict[str | None, Element] = {
        note.get(_ID): note for note in (*part, *added) if note.get(_TYPE) in {None, "normal"}
    }
    for note in list(part):
        part.remove(note)
    part.extend(special)
    number = max([0, *(whole(note.get(_ID)) for note in special)])
    first = number
    used: set[str] = set()
    for reference in references:
        wanted = reference.get(_ID) or ""
        found = notes.get(wanted)
        if found is None:
            _drop_reference(reference)
            continue
        number += 1
        part.append(_numbered(deepcopy(found) if wanted in used else found, number))
        used.add(wanted)
        reference.set(_ID, str(number))
    return number - first


def _numbered(note: Element, number: int) -> Element:
    note.set(_ID, str(number))
    note.tail = None
    return note


def _drop_reference(reference: Element) -> None:
    run = reference.getparent()
    detach(reference)
    if run is not None and run.tag == qn("w:r") and all(item.tag == qn("w:rPr") for item in run):
        detach(run)
