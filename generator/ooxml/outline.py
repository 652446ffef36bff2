"""A template as readable text: every paragraph with number, style and tags, set in by for and if."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.ooxml.house import shown_name
from generator.ooxml.mending import numbered_paragraphs
from generator.ooxml.prepared import Prepared
from generator.ooxml.tag_text import STATEMENT, tags_of
from generator.ooxml.visible import text_of
from generator.ooxml.xml import Element, attribute, parse_strict, qn

_PARTS = {"header": "Sidhuvud", "footer": "Sidfot", "footnotes": "Fotnoter", "endnotes": "Slutnoter"}
_TC, _TR, _BOX = (qn(f"w:{name}") for name in ("tc", "tr", "txbxContent"))
_IN, _OUT, _BETWEEN = ("for", "if", "with"), ("endfor", "endif", "endwith"), ("else", "elif")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph: number, name of its style, text, where it stands, and how deep inside for and if."""

    number: int
    style: str
    text: str
    place: str
    depth: int


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the template with its paragraphs; ``title`` says which it is."""

    name: str
    title: str
    lines: tuple[Line, ...]


def outline(prepared: Prepared) -> Iterator[Part]:
    """Yield the parts that people write in, the text first; those without a word are left out."""
    for name in prepared.stories:
        lines = tuple(_lines(prepared, name))
        if any(line.text.strip() for line in lines):
            kind = name.rpartition("/")[2].removesuffix(".xml").rstrip("0123456789")
            yield Part(name, "Text" if name == prepared.main else _PARTS.get(kind, kind), lines)


def _lines(prepared: Prepared, name: str) -> Iterator[Line]:
    root = parse_strict(prepared.story(name), name)
    depth = 0
    for number, paragraph in numbered_paragraphs(root):
        text = text_of(paragraph).replace("\n", "↵").replace("\t", "→")
        words = [tag.word for tag in tags_of(text) if tag.mark == STATEMENT]
        steps = sum(word in _IN for word in words) - sum(word in _OUT for word in words)
        here = depth + min(steps, 0) - (1 if words and words[0] in _BETWEEN else 0)
        style = shown_name(prepared.styles.name(attribute(paragraph, "w:pPr/w:pStyle")))
        yield Line(number, style, text, _place(paragraph), max(here, 0))
        depth = max(depth + steps, 0)


def _place(paragraph: Element) -> str:
    """Return ”tabell” or ”ruta” for a paragraph in one, ”rad” for the first of a row, else nothing."""
    holder = next(paragraph.iterancestors(_TC, _BOX), None)
    if holder is None:
        return ""
    if holder.tag == _BOX:
        return "ruta"
    row = next(holder.iterancestors(_TR), None)
    first = row is not None and next(row.iter(qn("w:p")), None) is paragraph
    return "rad" if first else "tabell"
