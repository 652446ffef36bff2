"""A PDF as a flow: headings by their type, paragraphs, list items, rows, notes; printing undone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.alignment.flow import CELL, NOTE, Block, Flow, Kind, placed, plain
from generator.compare.pdf.hyphens import joined
from generator.compare.pdf.lines import Line, body_size, lines_of
from generator.compare.pdf.marks import has_leader, heading_mark, is_bullet, is_mark, item_mark
from generator.compare.pdf.pages import pages_of
from generator.compare.pdf.paragraphs import Group, groups, notes_apart
from generator.compare.pdf.running import without_running
from generator.diagnostics import StyrdokError

_LARGER = 0.9
_HEADING_CHARS = 160
_LEVELS = 9
_CONTENTS = ("innehåll", "innehållsförteckning")


def flow_of_pdf(data: bytes, name: str = "") -> Flow:
    """Return the flow of a PDF; ``name`` is what the file is called in messages.

    Raises StyrdokError for a file that cannot be read, and for one that is pictures of pages only.
    """
    pages = pages_of(data, name)
    every = [lines_of(page, number) for number, page in enumerate(pages, start=1)]
    if not any(every):
        raise StyrdokError(
            f"{name or 'PDF-filen'} innehåller ingen text; troligen är sidorna inskannade bilder.",
            "Tolka texten (OCR) i det program de skannades med, eller jämför med ett Word-dokument.",
        )
    kept, margins = without_running(pages, every)
    body = body_size(line for page in kept for line in page)
    text, notes = notes_apart(kept, body)
    read = groups(text)
    sizes = _heading_sizes(read, body)
    made = [_block(group, body, sizes) for group in _marked(read)]
    blocks = list(_without_repeated_heads(list(_without_contents(made))))
    found = (*blocks, *(_note(group) for group in groups(notes)))
    return Flow(placed(block for block in found if block.text), tuple(margins), printed=True)


def _marked(read: Sequence[Group]) -> Iterator[Group]:
    """Yield the groups; a row that is a bullet and its text is a list item."""
    for group in read:
        cells = group.cells
        if len(cells) > 1 and not cells[2:] and len(cells[0]) == 1 and is_mark(group.first.text):
            first, *rest = cells[1]
            yield Group([[_with_mark(group.first, first), *rest]])
        else:
            yield group


def _with_mark(mark: Line, line: Line) -> Line:
    return Line(
        f"{mark.text} {line.text}",
        mark.left, line.right, line.bottom, line.top, line.size, line.bold, line.page, mark.first,
    )  # fmt: skip


def _heading_sizes(read: Sequence[Group], body: float) -> list[tuple[float, bool]]:
    """Return the kinds of type that headings are set in, the largest first."""
    kinds = {(round(group.first.size), group.first.bold) for group in read if _is_heading(group, body)}
    return sorted(kinds, reverse=True)


def _is_heading(group: Group, body: float) -> bool:
    lines = group.lines
    text = " ".join(line.text for line in lines)
    if len(group.cells) > 1 or len(text) > _HEADING_CHARS or text.endswith((".", ",", ";")):
        return False
    larger = min(line.size for line in lines) > body + _LARGER
    bold = all(line.bold for line in lines) and min(line.size for line in lines) > body - _LARGER
    return (larger or bold) and any(sign.isalpha() for sign in text)


def _block(group: Group, body: float, sizes: Sequence[tuple[float, bool]]) -> Block:
    page = group.first.page
    if len(group.cells) > 1:
        return Block(Kind.RAD, CELL.join(_text(cell) for cell in group.cells), table=1, page=page)
    text = _text(group.cells[0])
    if _is_heading(group, body):
        mark = heading_mark(text)
        depth = mark.strip().rstrip(".").count(".") + 1 if mark else 0
        level = depth or sizes.index((round(group.first.size), group.first.bold)) + 1
        return Block(Kind.RUBRIK, text[len(mark) :], min(level, _LEVELS), mark.strip(), page=page)
    if mark := item_mark(text):
        shown = "•" if is_bullet(mark) else mark.strip()
        return Block(Kind.PUNKT, text[len(mark) :], number=shown, page=page)
    return Block(Kind.STYCKE, text, page=page)


def _text(cell: Sequence[Line]) -> str:
    return joined(line.text.replace(CELL, " ") for line in cell)


def _note(group: Group) -> Block:
    text, number = _text(group.lines), group.first.note
    if not number and (mark := heading_mark(text)):
        text, number = text[len(mark) :], mark.strip()
    return Block(Kind.FOTNOT, text.removeprefix(NOTE).strip(), number=number, page=group.first.page)


def _without_contents(blocks: Sequence[Block]) -> Iterator[Block]:
    """Leave out tables of contents: lines with leaders, and headings of the text with a page after them."""
    headings = {_bare(f"{block.number} {block.text}") for block in blocks if block.kind is Kind.RUBRIK}
    listed = [_is_listed(block, headings) for block in blocks]
    for at, block in enumerate(blocks):
        title = _bare(block.text) in _CONTENTS and any(listed[at + 1 : at + 3])
        if not listed[at] and not title:
            yield block


def _without_repeated_heads(blocks: Sequence[Block]) -> Iterator[Block]:
    """Leave out the first row of a table where it is printed again, at the head of the next page."""
    seen: set[str] = set()
    last: Block | None = None
    for block in blocks:
        is_row = block.kind is Kind.RAD
        goes_on = last is not None and last.kind is Kind.RAD and last.page != block.page
        if not (is_row and goes_on and block.text in seen):
            yield block
        if is_row:
            seen.add(block.text)
        last = block


def _is_listed(block: Block, headings: set[str]) -> bool:
    text = plain(f"{block.number} {block.text}".replace("•", ""))
    if has_leader(text):
        return True
    words, _, page = text.rpartition(" ")
    return page.isdecimal() and block.kind is not Kind.RUBRIK and _bare(words) in headings


def _bare(text: str) -> str:
    return "".join(plain(text).casefold().split())
