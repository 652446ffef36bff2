"""The text a reader sees in a stretch of a document: no field instructions, no notes, no text boxes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.ooxml.xml import Element, qn, walk

_SIGNS = {
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "\u2011",
    qn("w:softHyphen"): "\u00ad",
}
_TEXT, _RUN, _PARAGRAPH, _BOX = qn("w:t"), qn("w:r"), qn("w:p"), qn("w:txbxContent")
_TAGS = (_TEXT, *_SIGNS)


def text_of(paragraph: Element) -> str:
    """Return the text of a paragraph; tabs and line breaks as such."""
    return "".join(_pieces(paragraph.iter(*_TAGS), paragraph))


def line_of(paragraph: Element) -> str:
    """Return the text of a paragraph on one line, as a table of contents shows it."""
    return " ".join(text_of(paragraph).replace("\u00ad", "").replace("\u00a0", "\ue000").split()).replace(
        "\ue000", "\u00a0"
    )


def text_between(start: Element, end: Element) -> str:
    """Return the text from one mark to another; paragraphs are joined by a space."""
    pieces: list[str] = []
    for element in walk(start):
        if element is end:
            break
        if element.tag == _PARAGRAPH and pieces:
            pieces.append(" ")
        else:
            pieces.extend(_pieces((element,), None))
    return "".join(pieces)


def _pieces(elements: Iterable[Element], paragraph: Element | None) -> Iterator[str]:
    for element in elements:
        if element.tag == _TEXT:
            if paragraph is None or _own(element, paragraph):
                yield element.text or ""
        elif element.tag in _SIGNS:
            run = element.getparent()
            # A w:tab is also a tab stop, inside the properties of a paragraph.
            if run is not None and run.tag == _RUN and (paragraph is None or _own(element, paragraph)):
                yield _SIGNS[element.tag]


def _own(element: Element, paragraph: Element) -> bool:
    """Tell whether the text stands in this paragraph and not in a text box anchored to it."""
    run = element.getparent()
    holder = None if run is None else run.getparent()
    if holder is paragraph:
        return True
    return next(element.iterancestors(_PARAGRAPH, _BOX), None) is paragraph
