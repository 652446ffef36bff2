"""A redline held against what it was made from: accepted it is the new document, rejected the old one.

Knows nothing of how the redline was made. Blocks without changes are compared as they are written and cost
next to nothing; the others are resolved and read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from generator.alignment.sequences import common_ends, runs
from generator.diagnostics.values import dataclass
from generator.ooxml.package import Package
from generator.ooxml.redline.content import Reader, Resolve, blocks
from generator.ooxml.redline.context import Context
from generator.ooxml.redline.furnished import Furniture, read_body, sections_of
from generator.ooxml.redline.marked import Marked
from generator.ooxml.redline.told import Token
from generator.ooxml.revisions import accept_changes, reject_changes
from generator.ooxml.xml import NS, Element, child, qn

_TABLE = qn("w:tbl")
_COUNTED = frozenset((qn("w:p"), _TABLE))
_REFERS = (b" r:", b"noteReference", b"relid=")
_REFERS_ANYHOW = (NS["r"].encode(), *_REFERS[1:])
_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where a redline does not give back a document.

    ``side`` tells which: ``old`` when rejected, ``new`` when accepted. ``at`` is the place of the block among
    the paragraphs and tables of that document's body (content controls looked through), -1 for the properties
    of its last section and for headers and footers, whose ``part`` (of the redline, else of the document) is
    told. ``expected`` and ``found`` are for people who look for the reason.
    """

    side: str
    part: str
    at: int
    expected: str
    found: str


def differing_blocks(
    old: Package, new: Package, marked: Package, *, own: bool = False
) -> tuple[Difference, ...]:
    """Return where ``marked`` does not give back ``old`` when rejected and ``new`` when accepted.

    Tracked changes in ``old`` and ``new`` count as accepted. ``own``: both are made here.
    Raises StyrdokError for XML not well formed.
    """
    text = Marked(marked, own=own)
    return (
        *_Comparison("old", old, text, reject_changes).differences(),
        *_Comparison("new", new, text, accept_changes).differences(),
    )


class _Comparison:
    def __init__(self, side: str, package: Package, marked: Marked, resolve: Resolve) -> None:
        self._side, self._main = side, package.main
        self._context = Context(package, accept=True, own=marked.context.own)
        self._marked, self._resolve = marked, resolve
        body = read_body(package)
        self._last = child(body, "w:sectPr")
        self._expected = list(blocks(body))
        self._found = list(marked.resolved(resolve))
        self._here = Reader(self._context, package.main, accept_changes)
        self._there = Reader(marked.context, marked.context.package.main, resolve)
        self._ambiguous = _ambiguous(self._context, marked.context)
        # Relationships are looked for by their usual prefix or, where the body has none, by their namespace.
        usual = body.nsmap.get("r") == NS["r"]
        self._refers = _REFERS if usual else _REFERS_ANYHOW
        self._as_written = usual or NS["r"] not in body.nsmap.values()

    def differences(self) -> Iterator[Difference]:
        """Yield the differences, in the order of the document."""
        yield from self._in_blocks()
        last = self._marked.last_section(self._resolve)
        expected, found = self._here.section(self._last), self._there.section(last)
        if expected != found:
            yield self._difference(-1, expected, found)
        yield from self._in_furniture(last)

    def _in_blocks(self) -> Iterator[Difference]:
        self._end_alike()
        many = min(len(self._expected), len(self._found))
        head = next((at for at in range(many) if not self._alike(at, at)), many)
        tail = next((at for at in range(many - head) if not self._alike(-1 - at, -1 - at)), many - head)
        expected = [self._here.block(e) for e in self._expected[head : len(self._expected) - tail]]
        found = [self._there.block(e) for e, _ in self._found[head : len(self._found) - tail]]
        for run in runs(expected, found):
            if run.equal:
                continue
            places = range(run.old.start, run.old.end) or range(run.old.start - 1, run.old.start + 1)
            beside = found[run.new.start : run.new.end]
            for number, at in enumerate(places):
                one = expected[at] if run.old.start <= at < run.old.end else None
                other = beside[min(number, len(beside) - 1)] if beside else None
                yield self._difference(self._counted(head + at), one, other)

    def _end_alike(self) -> None:
        """Let a text that is empty or ends in a table end as Word shows it, in an empty paragraph."""
        more, fewer = len(self._found) - len(self._expected), len(self._expected) - len(self._found)
        if more == 1 and _needs_end(self._expected) and self._there.is_empty(self._found[-1][0]):
            self._found.pop()
        elif (
            fewer == 1 and _needs_end([e for e, _ in self._found]) and self._here.is_empty(self._expected[-1])
        ):
            self._expected.pop()

    def _alike(self, at: int, place: int) -> bool:
        block, (other, as_it_stands) = self._expected[at], self._found[place]
        if as_it_stands and self._as_written:
            raw: bytes = etree.tostring(block, with_tail=False)
            if raw == self._marked.written(other) and not self._may_differ(raw):
                return True
        return self._here.block(block) == self._there.block(other)

    def _may_differ(self, raw: bytes) -> bool:
        """Tell whether a block names anything that can be another thing in the other document."""
        if any(word in raw for word in self._refers):
            return True
        return self._ambiguous is not None and self._ambiguous.search(raw) is not None

    def _counted(self, at: int) -> int:
        before = sum(1 for e in self._expected[: max(at, 0)] if e.tag in _COUNTED)
        return min(before, max(0, sum(1 for e in self._expected if e.tag in _COUNTED) - 1))

    def _in_furniture(self, last: Element | None) -> Iterator[Difference]:
        mine = sections_of(self._expected, self._last)
        theirs = sections_of((block for block, _ in self._found), last)
        if len(mine) != len(theirs):
            return
        here = Furniture(self._context, accept_changes).slots(mine)
        there = Furniture(self._marked.context, self._resolve).slots(theirs)
        seen: set[tuple[str, str]] = set()
        for one, other in zip(here, there, strict=True):
            for slot in sorted({*one, *other}):
                (part, expected), (name, found) = one.get(slot, ("", ())), other.get(slot, ("", ()))
                if expected != found and (part, name) not in seen:
                    seen.add((part, name))
                    yield Difference(self._side, name or part, -1, _shown(expected), _shown(found))

    def _difference(self, at: int, expected: Token, found: Token) -> Difference:
        return Difference(self._side, self._main, at, *_told_apart(expected, found))


def _needs_end(found: list[Element]) -> bool:
    return not found or found[-1].tag == _TABLE


def _ambiguous(one: Context, other: Context) -> re.Pattern[bytes] | None:
    """Return what finds the ids of styles and lists that stand for something else in the other document."""
    (styles, default), (their_styles, their_default) = one.styles, other.styles
    if default != their_default:
        return re.compile(b"")
    numbers, their_numbers = one.numbers, other.numbers
    found = [key for key, name in styles.items() if their_styles.get(key) != name]
    found += [key for key in their_styles if key not in styles]
    words = [re.escape(key) for key in found]
    lists = [re.escape(key) for key, look in numbers.items() if their_numbers.get(key, 0) != look]
    lists += [re.escape(key) for key in their_numbers if key not in numbers]
    patterns = [rf'Style [^>]*val="(?:{"|".join(words)})"'] if words else []
    patterns += [rf'numId [^>]*val="(?:{"|".join(lists)})"'] if lists else []
    return re.compile("|".join(patterns).encode()) if patterns else None


def _told_apart(expected: Token, found: Token) -> tuple[str, str]:
    """Return both from where they begin to differ."""
    if isinstance(expected, tuple) and isinstance(found, tuple):
        same, _ = common_ends(expected, found)
        return _shown(expected[same:]), _shown(found[same:])
    return _shown(expected), _shown(found)


def _shown(token: Token) -> str:
    text = "" if token is None else re.sub(r"\{[^{}']*\}", "", repr(token))
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
