"""Two flows of which at least one was printed, cut alike: what the printing did is no change.

Printed pages do not tell for sure where a paragraph ends. The words of both sides are laid beside each other
from beginning to end, and where the words agree, one division into blocks serves both: that of the Word
file, or, of two printed ones, that which looks like the end of something.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.alignment.flow import CELL, LINE, NOTE, Block, Flow, Kind, notes_last, placed
from generator.alignment.sequences import Run, runs
from generator.compare.pdf.hyphens import settled, vocabulary
from generator.compare.pdf.marks import bullet
from generator.compare.reading import SILENT, read_words, same_form

_ENDS = (".", ":", "!", "?", ";", "”")
_STRONG = frozenset((Kind.RUBRIK, Kind.PUNKT, Kind.RAD, Kind.FOTNOT, Kind.BILDTEXT))
_LONG = 4
"""Words that differ beside an equal stretch before its edge is taken for the edge of a block."""
_DIGITS = re.compile(r"\d+")


@dataclass(slots=True)
class _Token:
    """A word with the block it comes from, what stands before it, and whether it begins a block."""

    word: str
    form: str
    block: Block
    gap: str
    begins: bool


def cut_alike(old: Flow, new: Flow) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """Return the blocks of both sides, divided alike where they say the same; pictures are left out."""
    known = vocabulary(block.text for flow in (old, new) for block in flow.blocks)
    left, right = list(_tokens(old, new, known)), list(_tokens(new, old, known))
    found = runs([token.form for token in left], [token.form for token in right])
    for run in found:
        if run.equal:
            _agree(left, right, run, (old.printed, new.printed))
    _agree_at_edges(left, right, found)
    return placed(_blocks(left)), placed(_blocks(right))


def _tokens(flow: Flow, other: Flow, known: frozenset[str]) -> Iterator[_Token]:
    running = _running(other) if flow.printed else frozenset()
    labels = {b.number for b in other.blocks if b.number[:2].isalpha()} if flow.printed else set()
    for found in notes_last(flow.blocks):
        block = found
        if block.kind is Kind.BILD or (running and _bare(block.text) in running):
            continue
        text = settled(block.text, known).replace(NOTE, "")
        block, text = _unmarked(block, _unlabelled(text, labels) if labels else text)
        said = read_words(text)
        gap, begins = "", True
        for word, form in zip(said, same_form(said, printed=True), strict=True):
            if word in SILENT:
                gap += word
            else:
                yield _Token(word, form, block, gap, begins)
                gap, begins = "", False


def _unmarked(block: Block, text: str) -> tuple[Block, str]:
    """Take a bullet or dash off a paragraph: on the other side it may be made by a list, or be missing."""
    mark = "" if block.kind is Kind.RAD else bullet(text)
    if not mark:
        return block, text
    return replace(block, number=block.number or mark.strip()), text[len(mark) :]


def _unlabelled(text: str, labels: set[str]) -> str:
    """Take ”Bilaga 1.” off a heading; in a Word file it is the number of one."""
    found = next((label for label in labels if f"{text} ".startswith(f"{label} ")), "")
    return text[len(found) :].strip()


def _running(other: Flow) -> frozenset[str]:
    """Return the lines of the other side's headers and footers that its text does not have as well."""
    lines = {_bare(line) for text in other.margins for line in text.split(LINE)}
    return frozenset(lines - {_bare(block.text) for block in other.blocks})


def _bare(text: str) -> str:
    """Return a line of a header by itself: without page numbers and blanks."""
    return "".join(_DIGITS.sub("", text).casefold().split()).replace("avsida", "").removesuffix("av")


def _agree(left: list[_Token], right: list[_Token], run: Run, printed: tuple[bool, bool]) -> None:
    """Within an equal stretch, make both sides begin blocks and cells at the same words."""
    for i, j in zip(range(*run.old), range(*run.new), strict=True):
        a, b = left[i], right[j]
        inside = i > run.old.start
        if inside and a.begins != b.begins:
            _decide(a, b, left[i - 1], right[j - 1], printed)
        if inside and not a.begins and not b.begins:
            _same_gap(a, b, printed)
        if a.begins and b.begins and printed[0] != printed[1]:
            truth, copy = (b, a) if printed[0] else (a, b)
            copy.block = replace(
                truth.block,
                text=copy.block.text,
                number=copy.block.number or truth.block.number,
                page=copy.block.page,
            )


def _decide(a: _Token, b: _Token, before_a: _Token, before_b: _Token, printed: tuple[bool, bool]) -> None:
    if printed[0] != printed[1]:
        begins = b.begins if printed[0] else a.begins
    else:
        begins = _is_end(before_a, a) if a.begins else _is_end(before_b, b)
    for own, other in ((a, b), (b, a)):
        was = own.begins
        if begins and not own.begins:
            own.block = replace(other.block, page=own.block.page)
        own.begins = begins
        if not begins and was:
            own.gap = (
                f" {own.block.number} ".replace("  ", " ") + own.gap if own.block.kind is Kind.PUNKT else " "
            )


def _is_end(before: _Token, token: _Token) -> bool:
    strong = before.block.kind in _STRONG or token.block.kind in _STRONG
    return strong or before.word in _ENDS


def _same_gap(a: _Token, b: _Token, printed: tuple[bool, bool]) -> None:
    """Where a cell ends in the Word file, it does on the page, and nowhere else."""
    if printed[0] and not printed[1]:
        a.gap = _gap(a.gap, b.gap)
    elif printed[1] and not printed[0]:
        b.gap = _gap(b.gap, a.gap)


def _gap(printed: str, written: str) -> str:
    if CELL in written and CELL not in printed:
        return CELL + printed.strip() + (" " if printed.strip() else "")
    return printed if CELL in written else printed.replace(CELL, " ")


def _agree_at_edges(left: list[_Token], right: list[_Token], found: Sequence[Run]) -> None:
    """Cut where an equal stretch meets a long one that differs, and one side begins a block there."""
    for run in found:
        if run.equal or (run.old.end - run.old.start) + (run.new.end - run.new.start) < _LONG:
            continue
        for i, j in ((run.old.start, run.new.start), (run.old.end, run.new.end)):
            if 0 < i < len(left) and 0 < j < len(right) and left[i].begins != right[j].begins:
                late = right[j] if left[i].begins else left[i]
                late.begins = True


def _blocks(tokens: Iterable[_Token]) -> Iterator[Block]:
    held: list[_Token] = []
    for token in tokens:
        if token.begins and held:
            yield _block(held)
            held = []
        held.append(token)
    if held:
        yield _block(held)


def _block(held: Sequence[_Token]) -> Block:
    first = held[0]
    text = first.gap.lstrip() + first.word + "".join(f"{token.gap}{token.word}" for token in held[1:])
    if first.block.kind is not Kind.RAD:
        text = text.replace(CELL, " ")
    return replace(first.block, text=text)
