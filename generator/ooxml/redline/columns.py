"""The columns of two tables of which one became the other: kept, new or gone, told once for all rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from rapidfuzz.distance import Indel

from generator.alignment.blocks import Pair, likeness
from generator.diagnostics.values import dataclass
from generator.ooxml.redline.names import TBLPREX, TC, TCPR, TRPR
from generator.ooxml.redline.whole import cells, rows, text_of
from generator.ooxml.xml import Element, qn, whole

_MOST = 63  # columns that a table of Word can have
_READ = 1_000  # rows that are read to tell which columns are the same
_LIKE = 0.4  # how alike two columns of one place among the others are at least
_CLEARLY = 0.5  # how much better it has to be that columns moved than that their cells changed
_SPAN, _VAL = qn("w:gridSpan"), qn("w:val")
_MERGED = tuple(qn(f"w:{name}") for name in ("vMerge", "hMerge"))
_BESIDE = tuple(qn(f"w:{name}") for name in ("gridBefore", "gridAfter"))
_HOLDS = frozenset(qn(f"w:{name}") for name in ("sdt", "customXml", "smartTag", "ins", "moveTo"))


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of two tables belong together, and the rows that have a cell in each of their columns.

    ``pairs``: the places of the columns, in order, None for what only the other side has; empty where no
    column came or went. ``kept``: for each row that follows the columns, the places of those that both have.
    """

    pairs: tuple[Pair, ...]
    kept: Mapping[Element, tuple[int, ...]]

    def cells(self, row: Element) -> list[Element]:
        """Return the cells of a row that the other table may have too."""
        found = cells(row)
        places = self.kept.get(row)
        return found if places is None else [found[at] for at in places]


def find_columns(old: Sequence[Element], new: Sequence[Element]) -> Columns:
    """Return the columns of two tables, given their rows; none where rows have to be taken as they are."""
    before, after = _even(old), _even(new)
    pairs = _paired(_by_column(before), _by_column(after)) if before and after else []
    if all(i == j for i, j in pairs):
        return Columns((), {})
    both = [(i, j) for i, j in pairs if i is not None and j is not None]
    places = tuple(i for i, _ in both), tuple(j for _, j in both)
    return Columns(tuple(pairs), dict.fromkeys(before, places[0]) | dict.fromkeys(after, places[1]))


def same_but_columns(old: Element, new: Element) -> bool:
    """Tell whether a table is another with columns that came or went."""
    return bool(find_columns(rows(old), rows(new)).pairs)


def _even(found: Sequence[Element]) -> list[Element]:
    """Return the plain rows that have as many cells as most have; none where that is not most of them."""
    plain = [(row, len(cells(row))) for row in found if _is_plain(row)]
    many = Counter(number for _, number in plain).most_common(1)
    if not many or many[0][1] * 2 <= len(plain) or not 0 < many[0][0] <= _MOST:
        return []
    return [row for row, number in plain if number == many[0][0]]


def _is_plain(row: Element) -> bool:
    """Tell whether each cell of a row takes one column, in order, and stands in nothing but the row."""
    for item in row:
        if item.tag in _HOLDS:
            return False
        if item.tag in {TRPR, TBLPREX} and next(item.iterchildren(*_BESIDE), None) is not None:
            return False
        if item.tag == TC and any(map(_takes_more, item.iterchildren(TCPR))):
            return False
    return True


def _takes_more(properties: Element) -> bool:
    return any(
        item.tag in _MERGED or (item.tag == _SPAN and whole(item.get(_VAL)) != 1) for item in properties
    )


def _by_column(found: list[Element]) -> list[list[str]]:
    """Return the texts of each column from the top."""
    read = [[" ".join(text_of(cell).split()) for cell in cells(row)] for row in found[:_READ]]
    return [list(column) for column in zip(*read, strict=True)]


def _paired(old: list[list[str]], new: list[list[str]]) -> list[Pair]:
    """Return the pairs of columns; nothing where too few are alike, or cells that changed tell it as well."""
    alike = [[_likeness(one, other) for other in new] for one in old]
    both = _heaviest(alike)
    if 2 * len(both) < min(len(old), len(new)):
        return []
    if len(old) == len(new):
        in_place = sum(alike[at][at] for at in range(len(old)))
        if sum(alike[i][j] for i, j in both) < in_place + _CLEARLY:
            return []
    found: list[Pair] = []
    i = j = 0
    for a, b in (*both, (len(old), len(new))):
        found += _gap(range(i, a), range(j, b))
        if a < len(old):
            found.append((a, b))
        i, j = a + 1, b + 1
    return found


def _gap(gone: range, came: range) -> list[Pair]:
    """Return the columns between two kept ones; as many on each side have taken each other's place."""
    if len(gone) == len(came):
        return list(zip(gone, came, strict=True))
    return [*((i, None) for i in gone), *((None, j) for j in came)]


def _likeness(old: list[str], new: list[str]) -> float:
    """Return how alike two columns are, from 0 to 1: as much for what stands at the top as for the rest."""
    body = Indel.normalized_similarity(old[1:], new[1:])
    if not old[0] and not new[0]:
        return body if len(old) > 1 and len(new) > 1 else 0.0
    head = likeness(old[0], new[0])
    return (head + body) / 2 if len(old) > 1 and len(new) > 1 else head


def _heaviest(alike: list[list[float]]) -> list[tuple[int, int]]:
    """Return the pairs of columns that rise on both sides and are most alike together."""
    many = len(alike[0])
    best = [[0.0] * (many + 1) for _ in range(len(alike) + 1)]
    for i in reversed(range(len(alike))):
        for j in reversed(range(many)):
            pair = alike[i][j] + best[i + 1][j + 1] if alike[i][j] >= _LIKE else 0.0
            best[i][j] = max(pair, best[i + 1][j], best[i][j + 1])
    found = []
    i = j = 0
    while i < len(alike) and j < many:
        if alike[i][j] >= _LIKE and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            found.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found
