"""What stands inside a paragraph of a Word file, with every tracked change accepted, or rejected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from lxml.etree import _Element as Element

from tests.support.wordfile import MC, M, R, W, WordFile, local, tag
from tests.support.wordlooks import object_digests, object_look, run_look

_TEXT = {f"{W}t", f"{W}delText", f"{M}t"}
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_BREAKS = {"page": "\f", "column": "\v"}
_FIELD = {"begin": "{", "separate": "|", "end": "}"}
_NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_OBJECTS = {f"{W}drawing", f"{W}pict", f"{W}object"}
_RUNS = {f"{W}r", f"{M}r"}
_PASSED = {
    f"{W}{name}"
    for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "rubyPr", "proofErr",
                 "lastRenderedPageBreak", "commentReference", "p", "tbl")
}  # fmt: skip


class Piece(NamedTuple):
    """A stretch of a paragraph: its words, all that can be told of it, where it leads, how it looks."""

    words: str
    exact: str
    link: str = ""
    look: str = ""


class Around(NamedTuple):
    """What holds for all that stands inside an element: the link and the look."""

    link: str = ""
    look: str = ""


@dataclass
class Content:
    """The pieces of a paragraph, and the boxes that hang on it; spare ones are for programs of long ago."""

    pieces: list[Piece] = field(default_factory=list)
    boxes: list[tuple[Element, bool]] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.pieces or self.boxes)

    def add(self, piece: Piece) -> None:
        """Add a piece that shows something."""
        if piece.exact:
            self.pieces.append(piece)

    @property
    def words(self) -> str:
        """The words alone."""
        return "".join(piece.words for piece in self.pieces)

    @property
    def exact(self) -> str:
        """All that can be told, with each link around its text however often it is cut."""
        texts = [(link, "".join(p.exact for p in some)) for link, some in groupby(self.pieces, _link_of)]
        return "".join(f"[{text}]({link})" if link else text for link, text in texts)

    @property
    def looks(self) -> list[tuple[str, str]]:
        """How each stretch of equal look looks."""
        return [(look, "".join(p.exact for p in some)) for look, some in groupby(self.pieces, _look_of)]


def _link_of(piece: Piece) -> str:
    return piece.link


def _look_of(piece: Piece) -> str:
    return piece.look


class Inline:
    """Reads the insides of paragraphs of one part, and keeps the notes and the bookmarks that it meets."""

    def __init__(self, file: WordFile, part: str, *, rejected: bool) -> None:
        self.file, self.part, self.rejected = file, part, rejected
        self.gone = {f"{W}{name}" for name in (("ins", "moveTo") if rejected else ("del", "moveFrom"))}
        self.references: list[tuple[str, str]] = []
        self.bookmarks: set[str] = set()

    def read(self, holder: Element, content: Content, around: Around = Around()) -> None:
        """Add what is below an element to the content."""
        for child in holder:
            if tag(child) in self.gone | _PASSED:
                continue
            if tag(child) in _OBJECTS:
                self._object(child, content)
            elif tag(child) in _RUNS:
                look = run_look(self.file, child, rejected=self.rejected)
                self.read(child, content, around._replace(look=look))
            elif tag(child) == f"{W}hyperlink":
                self.read(child, content, around._replace(link=self._target(child)))
            elif tag(child) == f"{MC}AlternateContent":
                self._alternatives(child, content, around)
            elif (piece := self._piece(child, around)) is not None:
                content.add(piece)
            else:
                self._around(child, content, around)

    def _around(self, child: Element, content: Content, around: Around) -> None:
        """Read what only holds others; formulas and simple fields have signs before and after."""
        before = after = ""
        if tag(child) == f"{W}fldSimple":
            for sign in ("{", child.get(f"{W}instr", ""), "|"):
                content.add(Piece("", sign, around.link))
            after = "}"
        elif tag(child).startswith(M) and not local(child).endswith("Pr") and not self._sign_gone(child):
            before, after = f"⟨{local(child)} ", "⟩"
        content.add(Piece("", before, around.link))
        self.read(child, content, around)
        content.add(Piece("", after, around.link))

    def _sign_gone(self, formula: Element) -> bool:
        """Tell whether a fraction, root or the like is gone although what it holds stays."""
        control = formula.find(f"{M}{local(formula)}Pr/{M}ctrlPr")
        return control is not None and any(tag(item) in self.gone for item in control.iter("*"))

    def _alternatives(self, child: Element, content: Content, around: Around) -> None:
        for choice in child.findall(f"{MC}Choice")[:1]:
            self.read(choice, content, around)
        content.boxes += [(spare, True) for spare in child.findall(f"{MC}Fallback")]

    def _piece(self, child: Element, around: Around) -> Piece | None:
        """Return the piece that an element in a run is, or None if it only holds others."""
        name, text = local(child), child.text or ""
        if tag(child) in _TEXT:
            return Piece(text, text, *around)
        if not tag(child).startswith(W):
            return None
        if name == "bookmarkStart":
            self.bookmarks.add(child.get(f"{W}name", ""))
        if name == "br":
            sign = _BREAKS.get(child.get(f"{W}type", ""), "\n")
            return Piece(sign, sign, *around)
        if name == "fldChar":
            return Piece("", _FIELD[child.get(f"{W}fldCharType", "begin")], around.link)
        if name in {"instrText", "delInstrText"}:
            return Piece("", text, around.link)
        if name == "sym":
            return Piece("□", f"[{child.get(f'{W}font')} {child.get(f'{W}char')}]", *around)
        if tag(child) in _NOTES:
            self.references.append((_NOTES[tag(child)], child.get(f"{W}id", "")))
            return Piece("", f"[{_NOTES[tag(child)]}]", *around)
        return Piece(_SIGNS[name], _SIGNS[name], *around) if name in _SIGNS else None

    def _object(self, element: Element, content: Content) -> None:
        if len(element) and all(local(child) == "shapetype" for child in element):
            return  # says what shapes look like, and shows none
        found = object_digests(self.file, self.part, element)
        look = object_look(self.file, self.part, element)
        content.add(Piece("", f"[{local(element)} {' '.join(found)}]", look=look))
        content.boxes += [(box, False) for box in _boxes(element)]

    def _target(self, link: Element) -> str:
        id_, anchor = link.get(f"{R}id"), link.get(f"{W}anchor")
        return (self.file.digest(self.part, id_) if id_ else "") + (f"#{anchor}" if anchor else "")


def _boxes(element: Element) -> Iterator[Element]:
    for child in element:
        if tag(child) == f"{W}txbxContent":
            yield child
        elif tag(child) != f"{MC}Fallback":
            yield from _boxes(child)
