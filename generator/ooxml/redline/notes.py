"""Footnotes and endnotes that came or went with the text that refers to them, and the order of all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count, pairwise

from generator.ooxml.redline.marks import Marks
from generator.ooxml.redline.names import DEL, ID, INS, NOTE_REFERENCES, P
from generator.ooxml.redline.whole import mark_contents
from generator.ooxml.xml import Element, qn, whole

_TYPE = qn("w:type")


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


def order_notes(main: Element, roots: Iterable[Element]) -> None:
    """Put the notes of each part into the order in which the text refers to them, numbered in that order.

    LibreOffice takes notes by their order rather than by their ids, deleted ones too. Separators keep
    their ids, which the settings name, and stand first.
    """
    parts = {root.tag: root for root in roots}
    for tag, kind in NOTE_REFERENCES.items():
        part = parts.get(qn(f"w:{kind}s"))
        if part is not None:
            _order(part, [reference for reference in main.iter(tag) if reference.get(ID)])


def _order(part: Element, references: list[Element]) -> None:
    notes = {note.get(ID) or "": note for note in part if note.get(_TYPE) in {None, "normal"}}
    named = dict.fromkeys(reference.get(ID) or "" for reference in references)
    ordered = [number for number in named if number in notes]
    ordered += [number for number in notes if number not in named]
    if ordered == list(notes) and _rises(ordered):
        return
    apart = [item for item in part if isinstance(item.tag, str) and item.get(_TYPE) not in {None, "normal"}]
    numbers = dict(zip(ordered, _free({item.get(ID) or "" for item in apart}), strict=False))
    for number in ordered:
        part.append(notes[number])  # lxml moves it
        notes[number].set(ID, numbers[number])
    for item in reversed(apart):
        part.insert(0, item)
    for reference in references:
        known = reference.get(ID) or ""
        reference.set(ID, numbers.get(known, known))


def _rises(numbers: list[str]) -> bool:
    return all(whole(one) < whole(other) for one, other in pairwise(numbers))


def _free(taken: set[str]) -> Iterator[str]:
    """Yield the ids from 1 on that no separator has."""
    return (str(number) for number in count(1) if str(number) not in taken)
