"""Two flows laid beside each other: block by block, and word by word within those that changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.alignment.blocks import align
from generator.alignment.flow import Block, Flow, Kind, plain
from generator.alignment.sequences import Run
from generator.alignment.words import word_runs
from generator.compare.printed import cut_alike
from generator.compare.reading import BLANK, SILENT, read_words, same_form
from generator.compare.word_figures import is_year
from generator.diagnostics.values import dataclass

_APART = frozenset((Kind.RAD, Kind.FOTNOT, Kind.BILD))
"""Kinds that are only paired with their own kind."""
_MARGINS = "Sidhuvud och sidfot"
_SAYS = 4
"""Words a block needs for it to be called moved rather than removed here and added there."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A block of the old version and one of the new, or either alone, with their words.

    ``runs`` tell which words are equal; none when the blocks say the same. ``moved``: says the same, but the
    other version has it elsewhere; then only one side is here.
    """

    old: Block | None
    new: Block | None
    old_words: tuple[str, ...] = ()
    new_words: tuple[str, ...] = ()
    runs: tuple[Run, ...] = ()
    moved: bool = False

    @property
    def changed(self) -> bool:
        """Whether a reader has something to see here."""
        return bool(self.runs) or self.old is None or self.new is None

    @property
    def block(self) -> Block:
        """The block of the new version, or of the old where the new has none."""
        block = self.new or self.old
        assert block is not None  # noqa: S101  # a pair has at least one side
        return block


@dataclass(frozen=True, slots=True)
class _Read:
    """A block with its words as shown, and the form they are compared in."""

    block: Block
    words: tuple[str, ...]
    forms: tuple[str, ...]
    key: tuple[str, ...]


def laid(old: Flow, new: Flow) -> tuple[Pair, ...]:
    """Return the pairs, in the order of both documents."""
    printed = old.printed or new.printed
    left, right = cut_alike(old, new) if printed else (_with_margins(old), _with_margins(new))
    before, after = ([_read(block, printed) for block in side] for side in (left, right))
    if printed:
        before, after = _without_marks(before, after), _without_marks(after, before)
    places = align(
        before,
        after,
        key=lambda read: read.key,
        text=lambda read: " ".join(read.key[1:]),
        alike=_alike_printed if printed else _alike,
        anchor=lambda read: read.block.anchor or None,
        name=_row_name,
    )
    sides = ((None if i is None else before[i], None if j is None else after[j]) for i, j in places)
    pairs = [_pair(*(_numbered_alike(*side) if printed else side)) for side in sides]
    return tuple(_moved(pairs, printed))


def _with_margins(flow: Flow) -> tuple[Block, ...]:
    """Return the blocks with the headers and footers last, as a chapter of their own."""
    return (*flow.blocks, *(Block(Kind.STYCKE, text, place=(_MARGINS,)) for text in flow.margins))


def _read(block: Block, printed: bool) -> _Read:
    said = read_words(block.text)
    forms = tuple(same_form(said, printed=printed))
    silent = SILENT if printed else BLANK
    return _Read(block, tuple(said), forms, (block.sign, *(form for form in forms if form not in silent)))


def _row_name(read: _Read) -> str | None:
    """Return what a row of a table is called: its first cell, where that is more than a running number."""
    if read.block.kind is not Kind.RAD:
        return None
    name = plain(read.block.cells[0]).casefold()
    return name if any(map(str.isalpha, name)) or is_year(name) else None


def _alike(a: _Read, b: _Read) -> bool:
    one, two = a.block.kind, b.block.kind
    return one is two or not (one in _APART or two in _APART)


def _alike_printed(a: _Read, b: _Read) -> bool:
    return (a.block.kind is Kind.FOTNOT) is (b.block.kind is Kind.FOTNOT)


def _pair(a: _Read | None, b: _Read | None) -> Pair:
    if a is None or b is None:
        return Pair(
            a.block if a else None, b.block if b else None, a.words if a else (), b.words if b else ()
        )
    found: tuple[Run, ...] = ()
    if a.key != b.key:
        found = tuple(run for run in word_runs(a.forms, b.forms))
    return Pair(a.block, b.block, a.words, b.words, found)


def _moved(pairs: Sequence[Pair], printed: bool) -> Iterator[Pair]:
    """Yield the pairs; what only stands elsewhere says so. On a page a box or note may stand anywhere."""
    gone = _alone(pair for pair in pairs if pair.new is None)
    come = _alone(pair for pair in pairs if pair.old is None)
    both = gone.keys() & come.keys()
    for pair in pairs:
        if not (pair.old is None or pair.new is None):
            yield pair
            continue
        key = _said(pair)
        if key not in both:
            yield pair
        elif not (
            printed and {gone[key].block.kind, come[key].block.kind} & {Kind.RUTA, Kind.FOTNOT, Kind.RAD}
        ):
            yield replace(pair, moved=True)
        elif pair.old is None:
            yield replace(come[key], old=gone[key].old, old_words=gone[key].old_words)


def _alone(pairs: Iterator[Pair]) -> dict[tuple[str, ...], Pair]:
    found: dict[tuple[str, ...], Pair] = {}
    twice: set[tuple[str, ...]] = set()
    for pair in pairs:
        key = _said(pair)
        if key in found:
            twice.add(key)
        if len(key) >= _SAYS:
            found[key] = pair
    return {key: pair for key, pair in found.items() if key not in twice}


def _said(pair: Pair) -> tuple[str, ...]:
    said = pair.old_words or pair.new_words
    return tuple(form for form in same_form(list(said), printed=True) if form not in BLANK)


def _without_marks(own: Sequence[_Read], other: Sequence[_Read]) -> list[_Read]:
    """Take a list's number off a text where the other side has the same text with the number apart."""
    numbered = {(_squeezed(read.block.number), read.key[1:]) for read in other if read.block.number}
    numbers = {number for number, _ in numbered}
    return [_bared(read, numbered) if _leads(read, numbers) else read for read in own]


def _numbered_alike(a: _Read | None, b: _Read | None) -> tuple[_Read | None, _Read | None]:
    """Take a list's number off the text of one of two paired blocks where the other has it apart."""
    if a is None or b is None:
        return a, b
    return _without_number(a, b), _without_number(b, a)


def _without_number(own: _Read, other: _Read) -> _Read:
    number = _squeezed(other.block.number)
    return _bare(own) if number and _leads(own, {number}) else own


def _leads(read: _Read, numbers: set[str]) -> bool:
    """Tell whether a text begins with something that is a number on the other side."""
    first, _, rest = read.block.text.partition(" ")
    return bool(rest) and not read.block.number and _squeezed(first) in numbers


def _bared(read: _Read, numbered: set[tuple[str, tuple[str, ...]]]) -> _Read:
    bare = _bare(read)
    return bare if (_squeezed(bare.block.number), bare.key[1:]) in numbered else read


def _bare(read: _Read) -> _Read:
    first, _, rest = read.block.text.partition(" ")
    return _read(replace(read.block, text=rest.lstrip(), number=first), printed=True)


def _squeezed(number: str) -> str:
    return number.strip().rstrip(".")
