"""A paragraph as the words and things that are compared."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from generator.alignment.words import words
from generator.ooxml.redline.field_codes import said, steady, unfold_fields, whole_fields
from generator.ooxml.redline.names import (
    ALTERNATE,
    BOX,
    FLD_CHAR,
    FLD_TYPE,
    HYPERLINK,
    INSTR,
    NOT_CONTENT,
    NOTE_REFERENCES,
    RPR,
    SEEN_THROUGH,
    R,
    T,
)
from generator.ooxml.redline.sides import Side
from generator.ooxml.xml import NS, Element, qn

_OBJECTS = {qn("w:drawing"), qn("w:pict"), qn("w:object"), ALTERNATE}
_ANCHOR, _FOLLOWS, _LINK = qn("w:anchor"), qn("w:customMarkFollows"), qn("r:id")
_EMBED = qn("r:embed")
_IMAGE_DATA = f"{{{NS['v']}}}imagedata"


class Leaf:
    """A run of a paragraph, or an equation that stands where a run can.

    ``wrapper`` is the hyperlink around it, ``link`` where that leads, ``rpr`` the properties of the run.
    """

    __slots__ = ("link", "rpr", "run", "wrapper")

    def __init__(self, run: Element, wrapper: Element | None, link: Hashable) -> None:
        self.run, self.wrapper, self.link = run, wrapper, link
        first = run[0] if len(run) and run.tag == R else None
        self.rpr = first if first is not None and first.tag == RPR else None


Piece = tuple[Leaf, "str | Element"]


class Token:
    """A word or a thing, with the pieces that it is made of: text, or an element, of a run each.

    ``key`` tells what is equal. ``result`` is what a field shows, and the pieces before and after it stand in
    ``pieces`` and ``end``. ``open`` says that it belongs to a field that spans paragraphs.
    """

    __slots__ = ("end", "key", "open", "pieces", "result")

    def __init__(self, key: Hashable, pieces: list[Piece]) -> None:
        self.key, self.pieces = key, pieces
        self.open = False
        self.result: list[Token] | None = None
        self.end: list[Piece] = []

    def everything(self) -> Iterator[Piece]:
        """Yield all pieces in order."""
        yield from self.pieces
        for token in self.result or ():
            yield from token.everything()
        yield from self.end


def tokens(paragraph: Element, side: Side, part: str) -> list[Token]:
    """Return the tokens of a paragraph; its simple fields are rewritten as complex ones first."""
    unfold_fields(paragraph)
    return _Reader(side, part).read(list(_pieces(paragraph, side, part, None, None)))


def _pieces(
    parent: Element, side: Side, part: str, wrapper: Element | None, link: Hashable
) -> Iterator[Piece]:
    for item in parent:
        tag = item.tag
        if tag == R:
            leaf = Leaf(item, wrapper, link)
            for content in item:
                if content.tag == T:
                    if content.text:
                        yield leaf, content.text
                elif content.tag not in NOT_CONTENT:
                    yield leaf, content
        elif tag == HYPERLINK:
            yield from _pieces(item, side, part, item, _leads_to(item, side, part))
        elif tag in SEEN_THROUGH:
            yield from _pieces(item, side, part, wrapper, link)
        elif tag not in NOT_CONTENT:
            yield Leaf(item, wrapper, link), item


def _leads_to(link: Element, side: Side, part: str) -> Hashable:
    rid = link.get(_LINK)
    anchor = link.get(_ANCHOR) or ""
    # Word names the places that its contents lead to anew each time.
    name = anchor.rstrip("0123456789") if anchor.startswith("_Toc") else anchor
    return ("to", side.meaning.target(part, rid) if rid else b"", name)


class _Reader:
    def __init__(self, side: Side, part: str) -> None:
        self._side, self._part = side, part

    def read(self, pieces: list[Piece]) -> list[Token]:
        self._all = pieces
        self._ends, self._separators = whole_fields([content for _, content in pieces])
        return self._between(0, len(pieces))

    def _between(self, at: int, end: int) -> list[Token]:
        found: list[Token] = []
        text: list[Piece] = []
        while at < end:
            leaf, content = self._all[at]
            if isinstance(content, str):
                if text and text[-1][0].link != leaf.link:
                    found += _worded(text)
                    text = []
                text.append((leaf, content))
                at += 1
                continue
            found += _worded(text)
            text = []
            if at in self._ends:
                found.append(self._field(at))
                at = self._ends[at] + 1
            else:
                found.append(self._thing(leaf, content))
                at += 1
        return found + _worded(text)

    def _field(self, at: int) -> Token:
        end = self._ends[at]
        separate = self._separators.get(at, end)
        code = self._all[at:separate]
        code_text = "".join(said(content) for _, content in code)
        token = Token(("field", " ".join(steady(code_text).split()), code[0][0].link), code)
        token.result = self._between(separate + 1, end) if separate < end else []
        if separate < end:
            token.pieces = self._all[at : separate + 1]
        token.end = [self._all[end]]
        return token

    def _thing(self, leaf: Leaf, content: Element) -> Token:
        tag = content.tag
        token = Token((tag, leaf.link, self._key(content)), [(leaf, content)])
        # A mark that has no partner in this paragraph: all of a field that ends elsewhere stands open.
        token.open = tag == FLD_CHAR
        return token

    def _key(self, content: Element) -> Hashable:
        tag = content.tag
        if tag in NOTE_REFERENCES:
            return content.get(_FOLLOWS)
        if tag == FLD_CHAR:
            return content.get(FLD_TYPE)
        if tag == INSTR:
            return " ".join(steady(content.text or "").split())
        boxes = text_boxes(content) if tag in _OBJECTS else []
        if boxes:
            return len(boxes), tuple(self._pictures(content))
        if not len(content) and not content.text:
            return tuple(sorted(content.attrib.items()))
        return self._side.meaning.of(content, self._part)

    def _pictures(self, content: Element) -> Iterator[bytes]:
        for item in content.iter():
            rid = item.get(_EMBED) or (item.get(_LINK) if item.tag == _IMAGE_DATA else None)
            if rid:
                yield self._side.meaning.target(self._part, rid)


def text_boxes(content: Element) -> list[Element]:
    """Return the texts of the boxes in a drawing, those in other boxes left out, fallbacks included."""
    return [
        box
        for box in content.iter(BOX)
        if next((e for e in box.iterancestors(BOX) if _in(e, content)), None) is None
    ]


def _in(element: Element, container: Element) -> bool:
    return any(parent is container for parent in element.iterancestors())


def _worded(text: list[Piece]) -> list[Token]:
    """Return the words of pieces of text that follow each other; a word may have pieces of several runs."""
    if not text:
        return []
    link = text[0][0].link
    if len(text) == 1 and link is None:
        leaf = text[0][0]
        return [Token(word, [(leaf, word)]) for word in words(str(text[0][1]))]
    found = []
    pieces = iter(text)
    leaf, left = text[0][0], ""
    for word in words("".join(str(content) for _, content in text)):
        mine: list[Piece] = []
        need = len(word)
        while need:
            if not left:
                leaf, content = next(pieces)
                left = str(content)
            piece, left = left[:need], left[need:]
            mine.append((leaf, piece))
            need -= len(piece)
        found.append(Token(word if link is None else (word, link), mine))
    return found
