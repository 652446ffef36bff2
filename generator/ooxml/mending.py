"""Tags that Word has split over runs, put together again.

A spelling mark, a cursor bookmark or a saved revision in the middle of ``{{ dokument.titel }}`` is enough for
Word to write it as three runs. Each tag is gathered into the run where it begins, and keeps that run's look.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.ooxml.tag_text import TAG
from generator.ooxml.xml import Element, qn

SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_P, _T, _FALLBACK = qn("w:p"), qn("w:t"), qn("mc:Fallback")
_CHANGES = tuple(qn(f"w:{name}") for name in ("ins", "del", "moveFrom", "moveTo"))


def numbered_paragraphs(root: Element) -> Iterator[tuple[int, Element]]:
    """Yield the paragraphs of a part with the numbers that messages and ``templates show`` give them."""
    number = 0
    for paragraph in root.iter(_P):
        # What a text box holds stands once more in here, for Word before 2010.
        if next(paragraph.iterancestors(_FALLBACK), None) is None:
            number += 1
            yield number, paragraph


def own_texts(paragraph: Element) -> list[Element]:
    """Return the ``w:t`` of a paragraph, not those of a text box inside it."""
    return [text for text in paragraph.iter(_T) if next(text.iterancestors(_P)) is paragraph]


def own_text(paragraph: Element) -> str:
    """Return the letters of a paragraph in which its tags are looked for."""
    return "".join(text.text or "" for text in own_texts(paragraph))


def mend(paragraph: Element) -> None:
    """Move the letters of each tag into the ``w:t`` where the tag begins."""
    texts = own_texts(paragraph)
    whole = "".join(text.text or "" for text in texts)
    spans = [match.span() for match in TAG.finditer(whole)]
    homes = _homes(texts)
    for begin, end in spans:
        homes[begin:end] = [homes[begin]] * (end - begin)
    pieces = [""] * len(texts)
    for letter, home in zip(whole, homes, strict=True):
        pieces[home] += letter
    for text, piece in zip(texts, pieces, strict=True):
        if piece != (text.text or ""):
            text.text = piece
        if piece != piece.strip():
            text.set(SPACE, "preserve")


def _homes(texts: Sequence[Element]) -> list[int]:
    """Return for each letter the number of the ``w:t`` that holds it."""
    return [number for number, text in enumerate(texts) for _ in text.text or ""]


def tags_across_changes(paragraph: Element) -> list[str]:
    """Return the tags that lie across a tracked change: no one can tell what they are meant to say."""
    texts = own_texts(paragraph)
    whole = "".join(text.text or "" for text in texts)
    homes = _homes(texts)
    return [
        match[0]
        for match in TAG.finditer(whole)
        if _is_crossed(paragraph, texts, homes[match.start()], homes[match.end() - 1])
    ]


def _is_crossed(paragraph: Element, texts: Sequence[Element], first: int, last: int) -> bool:
    if len({_change_of(text) for text in texts[first : last + 1]}) > 1:
        return True
    inside = False
    for element in paragraph.iter(_T, *_CHANGES):
        if element is texts[first]:
            inside = True
        elif inside and element.tag in _CHANGES:
            return True
        if element is texts[last]:
            break
    return False


def _change_of(element: Element) -> Element | None:
    return next(element.iterancestors(*_CHANGES), None)
