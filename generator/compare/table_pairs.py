"""Which row and column of one table is which of the other: by id, by name, else by what stands in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence

from generator.compare.change import SEPARATOR
from generator.compare.names import Names
from generator.compare.pairing import numbered, paired
from generator.compare.plain import phrase_words
from generator.domain.belopp import Belopp
from generator.domain.fras import Phrase
from generator.domain.hamtning import column_name
from generator.domain.organisation import fold
from generator.domain.tabell import Kolumn, Rad, Tabell

Cell = Phrase | Belopp | None


class TablePairs:
    """``rows`` and ``columns``: numbers in the old table → the numbers in the new one that answer to them."""

    def __init__(self, old: Tabell, new: Tabell, names: Names) -> None:
        self.old, self.new, self.names = old, new, names
        self.columns = self._columns()
        self.rows = self._rows()
        self._same_rows()
        self._same_columns()

    def _columns(self) -> dict[int, int]:
        old, new = self.old.kolumner, self.new.kolumner
        again = numbered(old, _whole_heading), numbered(new, _whole_heading)
        found = paired(old, new, [(_heading, _heading), again])
        first_is_free = 0 not in found and 0 not in found.values()
        if first_is_free and old and new and old[0].slag == new[0].slag == "text":
            found[0] = 0  # what the rows are called, under another heading
        return found

    def _rows(self) -> dict[int, int]:
        old, new = self.old.rader, self.new.rader
        sections = _sections(old, self.names), _sections(new, self.names)
        ways = [
            (_id, _id),
            (self._later_id, _id),
            (_id, self._later_id),
            sections,
            (self._label, self._label),
        ]
        again = [(numbered(old, name), numbered(new, name)) for name in (_id, self._label, _whole)]
        return paired(old, new, [*ways, *again])

    def _later_id(self, rad: Rad) -> Hashable:
        return self.names.one(rad.id) or None

    def _label(self, rad: Rad) -> Hashable:
        return fold(self.names.now(label(rad))) or None

    def _same_rows(self) -> None:
        """Pair the rows that are called something else and say the same."""
        left = [n for n in range(len(self.old.rader)) if n not in self.rows]
        right = sorted(set(range(len(self.new.rader))).difference(self.rows.values()))
        shown = [(a, b) for a, b in self.columns.items() if a and b]

        def says(n: int) -> Hashable:
            return _content([cell(self.old.rader[n], a) for a, _ in shown])

        def says_now(n: int) -> Hashable:
            return _content([cell(self.new.rader[n], b) for _, b in shown])

        self.rows |= {left[a]: right[b] for a, b in paired(left, right, [(says, says_now)]).items()}

    def _same_columns(self) -> None:
        """Pair the columns that have another heading and say the same."""
        left = [n for n in range(1, len(self.old.kolumner)) if n not in self.columns]
        right = sorted(set(range(1, len(self.new.kolumner))).difference(self.columns.values()))

        def says(n: int) -> Hashable:
            return _content([cell(self.old.rader[a], n) for a in self.rows])

        def says_now(n: int) -> Hashable:
            return _content([cell(self.new.rader[b], n) for b in self.rows.values()])

        self.columns |= {left[a]: right[b] for a, b in paired(left, right, [(says, says_now)]).items()}


def cell(rad: Rad, number: int) -> Cell:
    """Return a cell; a row that is too short says nothing there."""
    return rad.celler[number] if number < len(rad.celler) else None


def cell_words(found: Cell) -> str:
    """Return what stands in a cell as it is printed."""
    return "" if found is None else str(found) if isinstance(found, Belopp) else phrase_words(found)


def label(rad: Rad) -> str:
    """Return what a row is called: its first words."""
    return next((phrase_words(c) for c in rad.celler if isinstance(c, Phrase) and c), "")


def row_names(tabell: Tabell) -> Callable[[Rad], str]:
    """Return what each row is told by: its label, after the heading above it where others are called so."""
    labels = Counter(label(rad) for rad in tabell.rader)
    found: dict[int, str] = {}
    heading = ""
    for rad in tabell.rader:
        name = label(rad)
        heading = name if rad.roll == "rubrik" else heading
        is_told = labels[name] > 1 and heading not in ("", name)
        found[id(rad)] = f"{heading}{SEPARATOR}{name}" if is_told else name
    return lambda rad: found[id(rad)]


def _id(rad: Rad) -> Hashable:
    return rad.id or None


def _heading(kolumn: Kolumn) -> Hashable:
    return column_name(kolumn) or None


def _whole_heading(kolumn: Kolumn) -> Hashable:
    return fold(phrase_words(kolumn.titel))


def _whole(rad: Rad) -> Hashable:
    return tuple(map(cell_words, rad.celler))


def _content(cells: Sequence[Cell]) -> Hashable:
    """Return what stands in a row or column; None when nothing does."""
    words = tuple(fold(cell_words(each)) for each in cells)
    return words if any(words) else None


def _sections(rader: Sequence[Rad], names: Names) -> Callable[[Rad], Hashable]:
    """Return names of rows that tell the heading they stand under: ”Personal” may stand under many."""
    found: dict[int, Hashable] = {}
    heading = ""
    for rad in rader:
        name = fold(names.now(label(rad)))
        heading = name if rad.roll == "rubrik" else heading
        if name:
            found[id(rad)] = heading, name
    return lambda rad: found.get(id(rad))
