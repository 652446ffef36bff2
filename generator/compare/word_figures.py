"""Figures inside changed words: which took the place of which, and by how much they differ."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.alignment.sequences import Run, Span
from generator.diagnostics.values import dataclass
from generator.domain.belopp import MINUS, NBSP, format_number, parse_number
from generator.domain.datum import MONTHS

_FIGURE = re.compile(r"\d+(?:\u00a0\d{3})*(?:,\d+)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ORDINAL = re.compile(r"0\d")
"""No amount begins so: 0001, 0455."""
_LONGEST_LIST = 24
"""Words, blanks and signs that are read on each side of a figure."""
_JOINS = frozenset("-–/:§.")
"""Beside one of these a figure is part of a date, a diarienummer, a paragraph: nothing to subtract."""
_MINUS = frozenset((MINUS, "-", "–"))
_NUMBERED = frozenset(
    (
        *("§", "art", "artikel", "avsnitt", "bild", "bilaga", "bilagan", "bilagor", "den", "diagram"),
        *("diarienr", "diarienummer", "dnr", "etapp", "fas", "fig", "figur", "fotnot", "kap", "kapitel"),
        *("kapitlet", "kl", "klockan", "kvartal", "mom", "moment", "not", "nr", "nummer", "paragraf"),
        *("paragrafen", "paragraferna", "prop", "punkt", "punkten", "punkterna", "s", "sid", "sida", "sidan"),
        *("sidor", "sidorna", "skr", "ss", "steg", "tab", "tabell", "upplaga", "utgåva", "v", "vecka"),
        "version",
    )
)
"""What is counted rather than measured: a figure after one of these is a name."""
_AFTER = frozenset(("§", "kap", "kapitel", "kapitlet", *MONTHS))
"""A figure before one of these is a paragraph, a chapter or a day."""
_LISTED = frozenset((",", "och", "samt", "eller", "till", *_JOINS)) - {"§"}
"""What stands between the figures of a list: ”§§ 45, 46 och 48”, ”den 16 och 23 april”."""
_UNITS = ("tkr", "mnkr", "kr", "mkr", "mdkr", "%")


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure and the one in its place: where they stand among the words, new minus old, and its unit."""

    old: int
    new: int
    value: Decimal
    unit: str = ""

    @property
    def words(self) -> str:
        """Return ”+436,1 tkr”; per cent differ in percentage points."""
        points = "procentenhet" if abs(self.value) == 1 else "procentenheter"
        unit = points if self.unit == "%" else self.unit
        return format_number(self.value, signed=True) + (f"{NBSP}{unit}" if unit else "")


def is_year(word: str) -> bool:
    """Tell whether a word is a year of our time, and so no amount."""
    return _YEAR.fullmatch(word) is not None


def differences(old: Sequence[str], new: Sequence[str], found: Sequence[Run]) -> tuple[Difference, ...]:
    """Return the figures that took each other's place; none where a stretch has not as many on each side."""
    return tuple(one for run in found if not run.equal for one in _of_run(old, new, run))


def _of_run(old: Sequence[str], new: Sequence[str], run: Run) -> Iterator[Difference]:
    left, right = list(_figures(old, run.old)), list(_figures(new, run.new))
    if len(left) != len(right):
        return
    for (i, before), (j, after) in zip(left, right, strict=True):
        if before != after:
            yield Difference(i, j, after - before, _unit(new, j))


def _figures(said: Sequence[str], span: Span) -> Iterator[tuple[int, Decimal]]:
    for at in range(span.start, span.end):
        word = said[at]
        if not _FIGURE.fullmatch(word) or is_year(word) or _ORDINAL.match(word):
            continue
        before, after = _word(said, at - 1), _word(said, at + 1)
        if _is_grouped(said, at):
            continue
        if _beside(said, at, -1) in _NUMBERED or _beside(said, at, 1) in _AFTER:
            continue
        negative = before in _MINUS and not _word(said, at - 2).strip()
        if (before in _JOINS and not negative) or (after in _JOINS and _word(said, at + 2)[:1].isalnum()):
            continue
        value = parse_number(word)
        yield at, -value if negative else value


def _is_grouped(said: Sequence[str], at: int) -> bool:
    """Tell whether only a blank parts a figure from another: a telephone number, a postcode."""
    return any(_word(said, at + s) == " " and _word(said, at + 2 * s).isdigit() for s in (-1, 1))


def _beside(said: Sequence[str], at: int, step: int) -> str:
    """Return the word before or after a figure, or the list of figures that it is in, in lower case."""
    found = ""
    for _ in range(_LONGEST_LIST):
        at += step
        found = _word(said, at).casefold()
        if found.strip() and found not in _LISTED and not found.isdigit():
            break
    return found


def _unit(said: Sequence[str], at: int) -> str:
    """Return the unit that stands after a figure, a blank between them or not."""
    for word in said[at + 1 : at + 3]:
        if word.strip():
            return "%" if word == "procent" else word if word in _UNITS else ""
    return ""


def _word(said: Sequence[str], at: int) -> str:
    return said[at] if 0 <= at < len(said) else ""
