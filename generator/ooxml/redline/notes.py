"""Footnotes and endnotes that came or went with the text that refers to them."""

from __future__ import annotations

from collections.abc import Iterable

from generator.ooxml.redline.marks import Marks
from generator.ooxml.redline.names import DEL, ID, INS, NOTE_REFERENCES, P
from generator.ooxml.redline.whole import mark_contents
from generator.ooxml.xml import Element, qn


def mark_notes(marks: Marks, main: Element, roots: Iterable[Element]) -> None:
    """Mark the text of each note whose reference is marked, so that a list of changes shows it too."""
    parts = {root.tag: root for root in roots}
    wanted: dict[str, dict[str, str]] = {}
    for reference in main.iter(*NOTE_REFERENCES):
        mark = next((above.tag for above in reference.iterancestors(INS, DEL, P)), P)
        if mark != P:
            kind = NOTE_REFERENCES[str(reference.tag)]
            wanted.setdefault(kind, {})[reference.get(ID) or ""] = "ins" if mark == INS else "del"
    for kind, numbers in wanted.items():
        part = parts.get(qn(f"w:{kind}s"))
        for note in () if part is None else part.iterchildren(qn(f"w:{kind}")):
            if (name := numbers.get(note.get(ID) or "")) is not None:
                mark_contents(marks, note, name)
