"""The pairs of blocks as HTML: what changed with a label and a way on, what is alike folded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import count

from generator.alignment.flow import Block, Kind, heading_words
from generator.alignment.sequences import Span
from generator.compare.change import SEPARATOR
from generator.compare.laid import Pair
from generator.compare.marked_words import ADDED, REMOVED, cells, is_amount
from generator.compare.plain import shortened
from generator.compare.text_changes import Place
from generator.compare.word_figures import differences

_SHOWN = 1
"""Blocks alike that are shown before and after what changed."""
_FEWEST = 3
"""Blocks alike that are worth folding."""
_SUMMARY = 70
_COLUMNS = 3
"""Cells from which a row may be one of figures, set to the right."""
_NOTHING = frozenset(("", "–", "-"))
_CHANGED = {"added": "tillagd", "removed": "borttagen", "changed": "ny-text", "moved": "flyttad"}
LABELS = {"added": "Tillagt", "removed": "Borttaget", "changed": "Ändrat", "moved": "Flyttat"}
_SIGNS = {REMOVED: "−", ADDED: "+"}
_CLASSES = {REMOVED: "gammal", ADDED: "ny"}


Figures = Mapping[tuple[int, int], frozenset[int]]


def page_text(pairs: Sequence[Pair], found: Sequence[Place], wanted: Mapping[int, str]) -> str:
    """Return the pairs. ``found``: the numbered changes, ``a1`` and so on; ``wanted``: more ids, by place."""
    return "\n".join(_Page(pairs, found, wanted).pieces())


class _Page:
    def __init__(self, pairs: Sequence[Pair], found: Sequence[Place], wanted: Mapping[int, str]) -> None:
        self._pairs, self._found, self._wanted = pairs, found, wanted
        self._old_notes, self._new_notes = count(1), count(1)
        self._figures = _figure_columns(pairs)

    def pieces(self) -> Iterator[str]:
        at = 0
        for number, place in enumerate(self._found, start=1):
            yield from self._alike(range(at, place.start), first=at == 0, last=False)
            yield self._changed(number, place)
            at = place.end
        yield from self._alike(range(at, len(self._pairs)), first=at == 0, last=True)

    def _alike(self, places: range, *, first: bool, last: bool) -> Iterator[str]:
        """Yield what did not change, folded but for what stands next to a change."""
        head, tail = (0 if first else _SHOWN), (0 if last else _SHOWN)
        if len(places) < head + tail + _FEWEST:
            yield from map(self._pair, places)
            return
        yield from map(self._pair, places[:head])
        folded = places[head : len(places) - tail]
        said = escape(_folded_words([self._pairs[at].block for at in folded]))
        inner = "\n".join(map(self._pair, folded))
        yield f'<details class="lika">\n<summary>{said}</summary>\n{inner}\n</details>'
        yield from map(self._pair, places[len(places) - tail :])

    def _pair(self, at: int) -> str:
        id_ = f' id="{self._wanted[at]}"' if at in self._wanted else ""
        return f'<div class="par"{id_}><div class="sidor">{self._sides(at)}</div></div>'

    def _changed(self, number: int, place: Place) -> str:
        change, last = place.change, len(self._found)
        ways = [
            f'<a href="#a{number - 1}">↑ Föregående</a>' if number > 1 else "",
            f'<a href="#a{number + 1}">↓ Nästa</a>' if number < last else "",
            '<a href="#andringar">Till listan</a>',
        ]
        where = escape(SEPARATOR.join(change.place))
        label = (
            f'<div class="etikett"><h3>{LABELS[change.change]} ({number} av {last})</h3>'
            f'<span class="plats">{where}</span>{" ".join(filter(None, ways))}</div>'
        )
        inner = "\n".join(
            f'<div class="sidor"{self._id(at)}>{self._sides(at, first=at == place.start)}</div>'
            for at in range(place.start, place.end)
        )
        kind = _CHANGED[change.change]
        return (
            f'<section class="par andrad {kind}" id="a{number}" tabindex="-1">\n{label}\n{inner}\n</section>'
        )

    def _id(self, at: int) -> str:
        return f' id="{self._wanted[at]}"' if at in self._wanted else ""

    def _sides(self, at: int, *, first: bool = True) -> str:
        pair = self._pairs[at]
        figures = differences(pair.old_words, pair.new_words, pair.runs)
        whole = pair.old is None or pair.new is None
        old_changed = [run.old for run in pair.runs if not run.equal]
        new_changed = [run.new for run in pair.runs if not run.equal]
        if whole and not pair.moved:
            old_changed, new_changed = [Span(0, len(pair.old_words))], [Span(0, len(pair.new_words))]
        beside = {one.new: one.words for one in figures}
        left = cells(pair.old_words, old_changed, REMOVED, {}, self._old_notes)
        right = cells(pair.new_words, new_changed, ADDED, beside, self._new_notes)
        sides = _side(pair.old, left, REMOVED, self._figures), _side(pair.new, right, ADDED, self._figures)
        return "".join(side or _empty(pair, mark, first) for side, mark in zip(sides, _SIGNS, strict=True))


def _side(block: Block | None, shown: list[str], mark: tuple[str, str], figures: Figures) -> str:
    if block is None:
        return ""
    marked = f"<{mark[0]}>" in "".join(shown)
    sign = f'<span class="sign" aria-hidden="true">{_SIGNS[mark]}</span>' if marked else ""
    row = (" med-rad" if block.kind is Kind.RAD else "") + (" markt" if marked else "")
    return f'<div class="sida {_CLASSES[mark]}{row}">{sign}{_block(block, shown, figures)}</div>'


def _empty(pair: Pair, mark: tuple[str, str], first: bool) -> str:
    """Return the side that does not have the block; the first of several says so."""
    said = f'<p class="tom">{_absent(pair, mark)}</p>' if first else ""
    return f'<div class="sida {_CLASSES[mark]}">{said}</div>'


def _absent(pair: Pair, mark: tuple[str, str]) -> str:
    if pair.moved:
        return "Står på ett annat ställe i den här versionen."
    return "Finns inte i den äldre versionen." if mark is REMOVED else "Finns inte i den nyare versionen."


def _block(block: Block, shown: list[str], figures: Figures) -> str:
    number = f'<span class="nummer">{escape(block.number)}</span> ' if block.number else ""
    if block.kind is Kind.RAD:
        right = figures.get((block.table, len(block.cells)), frozenset())
        held = '<span class="dold">; </span>'.join(
            f'<span class="belopp">{html}</span>' if at in right else f"<span>{html}</span>"
            for at, html in enumerate(shown)
        )
        return f'<div class="rad">{held}</div>'
    name = block.kind.value
    if block.kind is Kind.RUBRIK:
        name += f" n{min(block.level, 6)}"
    text = " ".join(shown)
    if block.kind is Kind.BILD:
        text = f"[Bild: {text}]"
    return f'<p class="{name}">{number}{text}</p>'


def _figure_columns(pairs: Sequence[Pair]) -> Figures:
    """Return which columns hold figures only, below the head, by table and number of cells."""
    mixed: dict[tuple[int, int], set[int]] = {}
    found: dict[tuple[int, int], set[int]] = {}
    for pair in pairs:
        for block in (pair.old, pair.new):
            if block is None or block.kind is not Kind.RAD or len(block.cells) < _COLUMNS:
                continue
            key = block.table, len(block.cells)
            if key not in found:  # the head
                found[key], mixed[key] = set(), set()
                continue
            found[key].update(at for at, text in enumerate(block.cells) if is_amount(text))
            said = (at for at, text in enumerate(block.cells) if not is_amount(text) and text not in _NOTHING)
            mixed[key].update(said)
    return {key: frozenset(found[key] - mixed[key]) for key in found}


def _folded_words(blocks: Sequence[Block]) -> str:
    """Return what a fold holds: ”14 stycken är lika: 3.1 Mål, 3.2 Uppdrag”."""
    headings = [heading_words(block) for block in blocks if block.kind is Kind.RUBRIK]
    said = "1 stycke är lika" if len(blocks) == 1 else f"{len(blocks)} stycken är lika"
    if not headings:
        return said
    return f"{said}: {shortened(', '.join(headings), _SUMMARY)}"
