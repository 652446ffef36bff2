"""Lines put together to paragraphs, and what stands side by side to rows of tables.

A line goes on the paragraph above it when it is set alike, stands as close as lines do, has no mark of a
list, and its first word would not have fitted on the line above. Files keep the order of the text, cell by
cell in a table, and that order is trusted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from generator.alignment.flow import NOTE
from generator.compare.pdf.lines import Line
from generator.compare.pdf.marks import heading_mark, item_mark

_CLOSEST, _FARTHEST = 0.7, 1.9
_LOOSER = 1.2
_ORDINARY = 1.3
_SIZES = 0.7
_COLUMN = 3.0
_INDENT = 5.0
_BLANK = 0.25
_NOTE_SIZE = 0.93
_ENDS = '.!?:;…”"'


@dataclass(slots=True)
class Group:
    """A paragraph, or a row: its cells, each the lines that stand under one another."""

    cells: list[list[Line]] = field(default_factory=lambda: [[]])

    @property
    def lines(self) -> list[Line]:
        """The lines in order."""
        return [line for cell in self.cells for line in cell]

    @property
    def first(self) -> Line:
        """The first line."""
        return self.cells[0][0]


def groups(pages: Sequence[Sequence[Line]]) -> list[Group]:
    """Return the paragraphs and rows of the pages, in order; a paragraph may go on over the page."""
    pitch = _Pitch(line for page in pages for line in page)
    found: list[Group] = []
    edges: dict[int, dict[int, float]] = {}
    for page in pages:
        for line in page:
            if line.page not in edges:
                edges[line.page] = _edges(page)
            if not (found and _taken(found[-1], line, edges, pitch)):
                found.append(Group([[line]]))
    return found


def _taken(group: Group, line: Line, edges: dict[int, dict[int, float]], pitch: _Pitch) -> bool:
    """Put the line into the group where it belongs there, and tell whether it did."""
    cell = group.cells[-1]
    if _is_beside(cell, line):
        group.cells.append([line])
        return True
    # The right edge of a cell is not known; its lines are told from a new row by where they stand.
    if _goes_on(cell, line, edges, pitch, in_row=len(group.cells) > 1):
        cell.append(line)
        return True
    return False


def _is_beside(cell: Sequence[Line], line: Line) -> bool:
    last = cell[-1]
    if line.page != last.page or line.left < max(each.right for each in cell) - 1:
        return False
    return line.bottom < cell[0].top and line.top > last.bottom


def _goes_on(
    cell: Sequence[Line], line: Line, edges: dict[int, dict[int, float]], pitch: _Pitch, *, in_row: bool
) -> bool:
    last = cell[-1]
    if abs(line.size - last.size) > _SIZES or line.bold != last.bold or line.note:
        return False
    if item_mark(line.text) or (line.bold and heading_mark(line.text)):
        return False
    if line.page != last.page:
        open_end = last.text[-1:] not in _ENDS and line.text[:1].islower()
        return open_end and not in_row and _is_full(last, line, edges)
    step = last.bottom - line.bottom
    if not _CLOSEST * line.size <= step <= _FARTHEST * line.size:
        return False
    if step > max(pitch.of(cell, line) * _LOOSER, _ORDINARY * line.size) and not _is_cut(last, line):
        return False
    if in_row and abs(line.left - cell[0].left) > line.size:
        return False
    if len(cell) > 1 and line.left > last.left + _INDENT:
        return False
    hangs = last.note or item_mark(last.text) or heading_mark(last.text)
    if len(cell) == 1 and line.left > last.left + _INDENT and not hangs:
        return False
    return _is_open(last, line) or _is_full(last, line, edges)


def _is_cut(last: Line, line: Line) -> bool:
    """Tell whether a word seems to be divided between the lines."""
    return last.text[-1:] in "-\u00ad\u2010" and last.text[-2:-1].isalpha() and line.text[:1].islower()


def _is_open(last: Line, line: Line) -> bool:
    """Tell whether a line breaks off inside a sentence, or inside a word."""
    end = last.text[-1:]
    return line.text[:1].islower() and (end in "-\u00ad\u2010," or end.isalnum())


def _is_full(last: Line, line: Line, edges: dict[int, dict[int, float]]) -> bool:
    """Tell whether the first word of a line would not have fitted on the line before."""
    known = edges.get(last.page, {})
    right = max((known.get(_column(last.left) + step, 0.0) for step in (-1, 0, 1)), default=0.0)
    right = max(right, last.left + (line.right - line.left))
    return last.right + _BLANK * last.size + line.first > right - 1


def _edges(page: Iterable[Line]) -> dict[int, float]:
    """Return how far to the right lines reach, by where they begin."""
    found: dict[int, float] = defaultdict(float)
    for line in page:
        column = _column(line.left)
        found[column] = max(found[column], line.right)
    return dict(found)


def _column(left: float) -> int:
    return round(left / _COLUMN)


class _Pitch:
    """How far apart lines of each size stand: the least step that is common."""

    def __init__(self, lines: Iterable[Line]) -> None:
        steps: dict[float, list[float]] = defaultdict(list)
        last: Line | None = None
        for line in lines:
            if last is not None and last.page == line.page and abs(last.size - line.size) < _SIZES:
                step = last.bottom - line.bottom
                if _CLOSEST * line.size <= step <= _FARTHEST * line.size:
                    steps[round(line.size)].append(step)
            last = line
        self._usual = {size: _common(found) for size, found in steps.items()}

    def of(self, cell: Sequence[Line], line: Line) -> float:
        """Return the step that the paragraph has, or that lines of this size have."""
        if len(cell) > 1 and cell[-1].page == cell[-2].page:
            return max(cell[-2].bottom - cell[-1].bottom, line.size)
        return self._usual.get(round(line.size), _FARTHEST * line.size)


def _common(steps: Sequence[float]) -> float:
    ordered = sorted(steps)
    return ordered[len(ordered) // 4]


def notes_apart(pages: Sequence[Sequence[Line]], body: float) -> tuple[list[list[Line]], list[list[Line]]]:
    """Return the lines without the notes at the foot of each page, and the notes' lines, page by page."""
    text: list[list[Line]] = []
    notes: list[list[Line]] = []
    last = 0
    for page in pages:
        at = next(_first_note(page, body, last + 1), len(page))
        below = [line for line in page[at:] if line.size < body - _SIZES / 2]
        notes.append(below)
        last += sum(bool(line.note or heading_mark(line.text)) for line in below)
        text.append([*page[:at], *(line for line in page[at:] if line not in below)])
    return text, notes


def _first_note(page: Sequence[Line], body: float, number: int) -> Iterator[int]:
    lowest = min((line.bottom for line in page if line.size >= body - _SIZES / 2), default=0.0)
    # A number that is not raised is the number of a note only where a note is referred to, and has no other.
    loose = any(NOTE in line.text for line in page) and not any(line.note for line in page)
    for at, line in enumerate(page):
        counted = loose and line.size < _NOTE_SIZE * body and heading_mark(line.text).strip() == str(number)
        if (line.note or counted) and line.size < body - _SIZES / 2 and line.bottom < lowest:
            yield at
