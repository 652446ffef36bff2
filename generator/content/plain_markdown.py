"""The blocks of plain Markdown, read without a Markdown parser: most of what people write is that.

Headings, paragraphs, tables, and lists of one level are found line by line, in a tenth of the time, and give
the tokens that markdown-it would give. Only their text, where it holds marks, is left to it. Whatever could
mean more is left to it altogether: here the answer is given only where there is no doubt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.content.tokens import Piece, Token

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


class Plain:
    """The tokens of a text, and those among them whose text holds marks still to be read."""

    def __init__(self) -> None:
        self.tokens: list[Token] = []
        self.marked: list[Piece] = []

    def open(self, kind: str, tag: str, level: int, lines: list[int] | None = None, style: str = "") -> Piece:
        piece = Piece(f"{kind}_open", 1, level, lines, tag=tag, style=style)
        self.tokens.append(piece)
        return piece

    def close(self, kind: str, tag: str, level: int) -> None:
        self.tokens.append(Piece(f"{kind}_close", -1, level, tag=tag))

    def inline(self, text: str, lines: list[int], level: int) -> None:
        piece = Piece("inline", 0, level, lines, text)
        if _MORE.search(text):
            self.marked.append(piece)
        else:
            piece.children = _children(text)
        self.tokens.append(piece)


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
        self._leaf("heading", f"h{len(match[1])}", at, at + 1, match[2], 0)
        return at + 1

    def _paragraph(self, at: int) -> int:
        after = at
        while after < len(self.lines) and self._line(after):
            if after > at and _BLOCK.match(self.lines[after]):
                break
            if _SPECIAL.match(self.lines[after]):
                raise _InDoubtError
            after += 1
        self._leaf("paragraph", "p", at, after, "\n".join(self.lines[at:after]), 0)
        return after

    def _list(self, at: int) -> int:
        """Take a list whose items have one line each, blank lines between them or not."""
        opening = self.found.open("bullet_list", "ul", 0)
        after = next_ = at
        while next_ < len(self.lines):
            if match := _ITEM.fullmatch(self.lines[next_]):
                self._item(next_, match[1])
                after = next_ + 1
            elif self._line(next_):
                self._after_list(self.lines[next_], near=next_ == after)
                break
            next_ += 1
        opening.map = [at, after]
        self.found.close("bullet_list", "ul", 0)
        return after

    @staticmethod
    def _after_list(line: str, *, near: bool) -> None:
        """Doubt a line after a list that may belong to its last item: one right below, or indented."""
        if line[0] in "- " or (near and line[0] != "#"):
            raise _InDoubtError

    def _item(self, at: int, text: str) -> None:
        if _SPECIAL.match(text):
            raise _InDoubtError
        self.found.open("list_item", "li", 1, [at, at + 1])
        self._leaf("paragraph", "p", at, at + 1, text, 2)
        self.found.close("list_item", "li", 1)

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
        self.found.open("table", "table", 0, [at, after])
        self._rows("thead", "th", (at,), aligns)
        if after > at + 2:
            self._rows("tbody", "td", range(at + 2, after), aligns)
        self.found.close("table", "table", 0)
        return after

    def _rows(self, part: str, cell: str, rows: Sequence[int], aligns: Sequence[str]) -> None:
        self.found.open(part, part, 1, [rows[0], rows[-1] + 1])
        for at in rows:
            texts = self._cells(at)
            self.found.open("tr", "tr", 2, [at, at + 1])
            for number, align in enumerate(aligns):
                self.found.open(cell, cell, 3, style=f"text-align:{align}" if align else "")
                text = _bare(texts[number]) if number < len(texts) else ""
                self.found.inline(text, [at, at + 1], 4)
                self.found.close(cell, cell, 3)
            self.found.close("tr", "tr", 2)
        self.found.close(part, part, 1)

    def _cells(self, at: int) -> list[str]:
        line = self.lines[at]
        if line[0] != "|" or "\\" in line:
            raise _InDoubtError
        cells = line.strip(" ")[1:].split("|")
        return cells[:-1] if cells[-1] == "" else cells

    def _leaf(self, kind: str, tag: str, at: int, after: int, text: str, level: int) -> None:
        self.found.open(kind, tag, level, [at, after])
        self.found.inline(_bare(text), [at, after], level + 1)
        self.found.close(kind, tag, level)


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
            found.append(Piece("softbreak", tag="br"))
        found.append(Piece("text", content=line))
    return found
