"""Namespaces, qualified names, and the one strict way in and out of XML."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import cache

from lxml import etree
from lxml.etree import _Element

from generator.diagnostics import StyrdokError

Element = _Element

NS = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "v": "urn:schemas-microsoft-com:vml",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
}

_NEEDED = ("w", "r")
_ROOT_TAG = re.compile(r"<[A-Za-z_][^>]*>")
_DOCTYPE = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_EXCERPT = 60
_LIMIT = "XML_PARSE_HUGE"


def qn(name: str) -> str:
    """Return ``w:p`` in lxml's form with the namespace in braces."""
    prefix, _, local = name.partition(":")
    return f"{{{NS[prefix]}}}{local}"


_VAL, _PPR, _PSTYLE = qn("w:val"), qn("w:pPr"), qn("w:pStyle")


def has_doctype(data: bytes) -> bool:
    """Tell whether an XML text declares a document type, the door to entities."""
    return any(mark in data for mark in _DOCTYPE)


def parse_strict(data: bytes | str, what: str, *, bounded: bool = False) -> Element:
    """Return the root of an XML text without repairing anything.

    ``what`` names the part in the message. Raises StyrdokError when the text is not well formed, declares a
    document type, or, if it is to be ``bounded``, goes beyond what any document that people write needs: 256
    levels, or 10 million signs in one text.
    """
    raw = encode_part(data, what) if isinstance(data, str) else data
    if has_doctype(raw):
        raise StyrdokError(
            f"{what} innehåller en dokumenttypsdeklaration (DTD), och det får ett Word-dokument inte göra.",
            "Öppna filen i Word och spara den på nytt.",
        )
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=not bounded,
        recover=False,
        remove_pis=True,
        remove_comments=True,
    )
    try:
        return etree.fromstring(raw, parser)
    except etree.XMLSyntaxError as error:
        raise _unreadable(raw, what, error) from error


def root_alone(data: bytes) -> Element:
    """Return the root of an XML text with its attributes and namespaces, without reading what it holds.

    The text must be known to be well formed and without a document type.
    """
    events = etree.iterparse(io.BytesIO(data), events=("start",), resolve_entities=False, no_network=True)
    _, root = next(events)
    return root


def _unreadable(raw: bytes, what: str, error: etree.XMLSyntaxError) -> StyrdokError:
    if _LIMIT in error.msg:
        return StyrdokError(
            f"{what} har orimligt många nivåer eller orimligt långa texter och läses därför inte.",
            "Öppna filen i Word och spara den på nytt; kontrollera varifrån den kommer.",
        )
    line, column = error.position
    lines = raw.split(b"\n")
    text = lines[line - 1].decode("utf-8", "replace") if 0 < line <= len(lines) else ""
    near = "".join(c if c.isprintable() else "?" for c in text[max(0, column - _EXCERPT) : column + _EXCERPT])
    return StyrdokError(
        f"{what} är inte välformad XML (rad {line}, kolumn {column}: {error.msg}).",
        f"Det står nära: {near}" if near else "Filen är skadad eller avbruten.",
    )


def encode_part(text: str, what: str) -> bytes:
    """Return a rendered part as UTF-8 with the namespaces our own XML relies on declared in its root."""
    match = _ROOT_TAG.search(text)
    if match:
        tag = match.group()
        missing = "".join(f' xmlns:{p}="{NS[p]}"' for p in _NEEDED if f"xmlns:{p}=" not in tag)
        if missing:
            cut = match.end() - (2 if tag.endswith("/>") else 1)
            text = text[:cut] + missing + text[cut:]
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise StyrdokError(f"{what} innehåller tecken som inte kan skrivas (ensamma surrogat).") from error


def serialise(root: Element) -> bytes:
    """Return an XML part as Word writes it: UTF-8, declared standalone."""
    body: bytes = etree.tostring(root, encoding="UTF-8")
    if body.startswith(b"<?xml"):
        body = body.partition(b"?>")[2].lstrip()
    return b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + body


@cache
def _steps(path: str) -> tuple[str, ...]:
    return tuple(qn(step) for step in path.split("/"))


def child(element: Element, path: str) -> Element | None:
    """Return the first element at a path of prefixed names (``w:pPr/w:pStyle``)."""
    # lxml's own ``find`` does the same in three times the time, and this is asked of every paragraph.
    return _first(element, _steps(path))


def _first(element: Element, steps: tuple[str, ...]) -> Element | None:
    below = steps[1:]
    for found in element.iterchildren(steps[0]):
        deeper = _first(found, below) if below else found
        if deeper is not None:
            return deeper
    return None


def attribute(element: Element | None, path: str = "", name: str = _VAL) -> str | None:
    """Return an attribute (``w:val`` unless told) of the element, or of the first at ``path`` below it."""
    if element is not None and path:
        element = _first(element, _steps(path))
    return None if element is None else element.get(name)


def style_of(paragraph: Element) -> tuple[Element | None, str | None]:
    """Return the properties of a paragraph and the id of its style; the schema puts both first."""
    properties = paragraph[0] if len(paragraph) else None
    if properties is None or properties.tag != _PPR:
        return None, None
    first = properties[0] if len(properties) else None
    return properties, first.get(_VAL) if first is not None and first.tag == _PSTYLE else None


def whole(text: str | None, otherwise: int = 0) -> int:
    """Return a number that a file states, or ``otherwise`` when it states none or nonsense."""
    try:
        return int(text or "")
    except ValueError:
        return otherwise


def detach(element: Element) -> None:
    """Take an element out of its tree; the text after it stays."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        before = element.getprevious()
        if before is None:
            parent.text = (parent.text or "") + element.tail
        else:
            before.tail = (before.tail or "") + element.tail
        element.tail = None
    parent.remove(element)


def unwrap(element: Element) -> None:
    """Replace an element by its children."""
    if element.getparent() is None:
        return
    for item in list(element):
        element.addprevious(item)
    detach(element)


def walk(start: Element) -> Iterator[Element]:
    """Yield the elements that begin after ``start`` begins, in document order."""
    current: Element | None = start
    while current is not None:
        if len(current):
            current = current[0]
        else:
            while current is not None and current.getnext() is None:
                current = current.getparent()
            current = None if current is None else current.getnext()
        if current is not None:
            yield current
