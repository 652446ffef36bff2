"""The blocks of plain Markdown, read without a Markdown parser: most of what people write is that.

Headings, paragraphs, tables, and lists of one level are found line by line, in a tenth of the time. Only
their text, where it holds marks, is left to markdown-it. Whatever could mean more is left to it altogether:
here the answer is given only where there is no doubt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from generator.content.tokens import Piece, Token

Kind = Literal["heading", "paragraph", "list", "table"]

MARKS = re.compile(r"[\n\\`*_\[\]!<&^~]")
"""What Markdown may read as more than text."""

_MORE = re.compile(r"[\\`*_\[\]!<&^~]| \n")
"""The same, but for a mere end of line."""
_DOUBTFUL = re.compile(r"[\t\r\x00]|\[\^")
"""What stands nowhere in a text without doubt: tabs are indents of many widths, notes gather at the end."""
_BLOCK = re.compile(r"#|- [^ ]")
"""What ends a paragraph."""
_SPECIAL = re.compile(r"[-+>#:=| ]|[0-9]+[.)]|```|~~~|[*_](?:[*_ ]*$|(?<=\*) )")
"""What a line of a paragraph does not begin with when it is sure to be one."""
_HEADING = re.compile(r"(#{1,6}) +([^ #].*)")
_ITEM = re.compile(r"- ([^ ].*)")
_RULE = re.compile(r"\|(?: *:?-+:? *\|)+ *")
_ONLY_RULE = re.compile(r"[-:| ]*")
_MOST_CELLS = 60_000
"""Of larger tables markdown-it leaves some out."""
_ALIGNS = {(True, True): "center", (False, True): "right", (True, False): "left", (False, False): ""}


class Block:
    """A heading, a paragraph, a list or a table that begins at the line ``at`` (from 0).

    ``pieces`` are the texts of a heading, of a paragraph and of the points of a list; of a table all its
    tokens. ``level`` is that of a heading.
    """

    __slots__ = ("at", "kind", "level", "pieces")

    def __init__(self, kind: Kind, at: int, pieces: Sequence[Token], level: int = 0) -> None:
        self.kind, self.at, self.pieces, self.level = kind, at, pieces, level


class Plain:
    """The blocks of a text, and those of their texts whose marks are still to be read."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.marked: list[Piece] = []

    def inline(self, text: str, at: int, after: int) -> Piece:
        """Return a text on these lines; without marks its children are its lines."""
        piece = Piece("inline", 0, 1, [at, after], text)
        if _MORE.search(text):
            self.marked.append(piece)
        else:
            piece.children = _children(text)
        return piece


def read_plain(text: str) -> Plain | None:
    """Return what markdown-it would make of the text, or None when it may hold more than it seems."""
    if _DOUBTFUL.search(text):
        return None
    try:
        return _Lines(text.split("\n")).read()
    except _InDoubtError:
        return None


class _InDoubtError(Exception):
    """Only markdown-it knows what this is."""


class _Lines:
    """Takes the lines one block at a time; each method returns the line after its block."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self.found = Plain()

    def read(self) -> Plain:
        at = 0
        while at < len(self.lines):
            at = self._block(at)
        return self.found

    def _block(self, at: int) -> int:
        line = self.lines[at]
        if not line.strip(" "):
            return at + 1
        match line[0]:
            case "#":
                return self._heading(at)
            case "-":
                return self._list(at)
            case "|":
                return self._table(at)
        return self._paragraph(at)

    def _line(self, at: int) -> str:
        """Return the line without what surrounds it; empty when there is none."""
        return self.lines[at].strip(" ") if at < len(self.lines) else ""

    def _heading(self, at: int) -> int:
        match = _HEADING.fullmatch(self.lines[at])
        if match is None or match[2].rstrip(" ").endswith("#") or _RULE.fullmatch(self._line(at + 1)):
            raise _InDoubtError
        self._add("heading", at, [self._text(match[2], at, at + 1)], len(match[1]))
        return at + 1

    def _paragraph(self, at: int) -> int:
        after = at
        while after < len(self.lines) and self._line(after):
            if after > at and _BLOCK.match(self.lines[after]):
                break
            if _SPECIAL.match(self.lines[after]):
                raise _InDoubtError
            after += 1
        self._add("paragraph", at, [self._text("\n".join(self.lines[at:after]), at, after)])
        return after

    def _list(self, at: int) -> int:
        """Take a list whose items have one line each, blank lines between them or not."""
        items: list[Piece] = []
        after = next_ = at
        while next_ < len(self.lines):
            if match := _ITEM.fullmatch(self.lines[next_]):
                if _SPECIAL.match(match[1]):
                    raise _InDoubtError
                items.append(self._text(match[1], next_, next_ + 1))
                after = next_ + 1
            elif self._line(next_):
                self._after_list(self.lines[next_], near=next_ == after)
                break
            next_ += 1
        self._add("list", at, items)
        return after

    @staticmethod
    def _after_list(line: str, *, near: bool) -> None:
        """Doubt a line after a list that may belong to its last item: one right below, or indented."""
        if line[0] in "- " or (near and line[0] != "#"):
            raise _InDoubtError

    def _table(self, at: int) -> int:
        """Take a table whose rows all begin with a bar, down to a blank line."""
        if not _RULE.fullmatch(self._line(at + 1)) or _ONLY_RULE.fullmatch(self.lines[at]):
            raise _InDoubtError
        rules = [rule.strip(" ") for rule in self._line(at + 1).strip("|").split("|")]
        aligns = [_ALIGNS[rule[0] == ":", rule[-1] == ":"] for rule in rules]
        if len(self._cells(at)) != len(aligns):
            raise _InDoubtError
        after = at + 2
        while self._line(after):
            after += 1
        if len(aligns) * (after - at) > _MOST_CELLS:
            raise _InDoubtError
        head, rows = self._row(at, "th", aligns), (self._row(n, "td", aligns) for n in range(at + 2, after))
        self._add("table", at, [*head, *(token for row in rows for token in row)])
        return after

    def _row(self, at: int, cell: str, aligns: Sequence[str]) -> Iterator[Token]:
        texts = self._cells(at)
        yield Piece("tr_open", 1, 2, [at, at + 1])
        for number, align in enumerate(aligns):
            yield Piece(f"{cell}_open", 1, 3, style=f"text-align:{align}" if align else "")
            yield self._text(texts[number] if number < len(texts) else "", at, at + 1)
            yield Piece(f"{cell}_close", -1, 3)
        yield Piece("tr_close", -1, 2)

    def _cells(self, at: int) -> list[str]:
        line = self.lines[at]
        if line[0] != "|" or "\\" in line:
            raise _InDoubtError
        cells = line.strip(" ")[1:].split("|")
        return cells[:-1] if cells[-1] == "" else cells

    def _text(self, text: str, at: int, after: int) -> Piece:
        return self.found.inline(_bare(text), at, after)

    def _add(self, kind: Kind, at: int, pieces: Sequence[Token], level: int = 0) -> None:
        self.found.blocks.append(Block(kind, at, pieces, level))


def _bare(text: str) -> str:
    """Return the text without spaces around it; which other white space goes is for markdown-it to say."""
    bare = text.strip(" ")
    if bare != text.strip():
        raise _InDoubtError
    return bare


def _children(text: str) -> list[Token]:
    found: list[Token] = []
    for line in text.split("\n") if text else ():
        if found:
            found.append(Piece("softbreak"))
        found.append(Piece("text", content=line))
    return found
