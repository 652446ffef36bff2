"""What changed in a table: rows and columns that came or went, and every cell that says something else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from generator.compare.amounts import measure
from generator.compare.change import AMOUNT, CELL, COLUMN, COLUMN_ORDER, ROW, ROW_ORDER, Change
from generator.compare.names import Names
from generator.compare.plain import phrase_words, same
from generator.compare.table_pairs import Cell, TablePairs, cell, cell_words, label, row_names
from generator.domain.belopp import Belopp
from generator.domain.tabell import Rad, Tabell


def table_changes(old: Tabell, new: Tabell, told: Change, names: Names) -> Iterator[Change]:
    """Yield what changed in the columns, rows and cells of a table; ``told`` says which table it is."""
    yield from _Tables(old, new, replace(told, place=(*told.place, new.titel)), names).changes()


class _Tables:
    def __init__(self, old: Tabell, new: Tabell, told: Change, names: Names) -> None:
        self.old, self.new, self.told, self.names = old, new, told, names
        self.measure = measure(old, new)
        pairs = TablePairs(old, new, names)
        self.rows, self.columns = pairs.rows, pairs.columns
        self.name_of_old, self.name_of_new = row_names(old), row_names(new)
        self.old_rows, self.new_rows = (
            {rad.id: rad for rad in tabell.rader if rad.id} for tabell in (old, new)
        )

    def changes(self) -> Iterator[Change]:
        """Yield the changes: columns, then row by row as the new table reads, what is gone where it stood."""
        yield from self._of_columns()
        found: list[tuple[tuple[int, int, int], Change]] = []
        last = -1
        for a, rad in enumerate(self.old.rader):
            if a in self.rows:
                last = self.rows[a]
                changes = self._of_row(rad, self.new.rader[last])
                found += [((last, 0, number), change) for number, change in enumerate(changes)]
            else:
                found.append(((last, 1, a), self._row(rad, self.old, is_new=False)))
        stayed = set(self.rows.values())
        come = (b for b in range(len(self.new.rader)) if b not in stayed)
        found += [((b, 0, 0), self._row(self.new.rader[b], self.new, is_new=True)) for b in come]
        yield from (change for _, change in sorted(found, key=lambda each: each[0]))
        labels = [[label(rad) for rad in tabell.rader] for tabell in (self.old, self.new)]
        yield from self._order(ROW_ORDER, self.rows, *labels)

    def _of_columns(self) -> Iterator[Change]:
        old, new = ([phrase_words(k.titel) for k in t.kolumner] for t in (self.old, self.new))
        stayed = set(self.columns.values())
        for number, title in enumerate(new):
            if number not in stayed:
                yield replace(self.told, change="added", field=COLUMN, new=title, column=title)
        for number, title in enumerate(old):
            if number not in self.columns:
                yield replace(self.told, change="removed", field=COLUMN, old=title, column=title)
            elif not same(title, after := new[self.columns[number]]):
                yield replace(self.told, field=COLUMN, old=title, new=after, column=after)
        yield from self._order(COLUMN_ORDER, self.columns, old, new)

    def _order(
        self, field: str, pairs: Mapping[int, int], old: Sequence[str], new: Sequence[str]
    ) -> Iterator[Change]:
        there = [pairs[a] for a in sorted(pairs)]
        if there != sorted(there):
            before, after = "; ".join(old[n] for n in sorted(pairs)), "; ".join(new[n] for n in sorted(there))
            yield replace(self.told, change="moved", field=field, old=before, new=after)

    def _row(self, rad: Rad, tabell: Tabell, *, is_new: bool) -> Change:
        """Return that a row came or went, with what it says: ”Drift: 2019 100,0, 2020 110,0”."""
        shown = [(k, cell_words(c)) for k, c in zip(tabell.kolumner, rad.celler, strict=False)][1:]
        said = "; ".join(f"{phrase_words(kolumn.titel)} {words}" for kolumn, words in shown if words)
        name = (self.name_of_new if is_new else self.name_of_old)(rad)
        words, unit = (f"{name}: {said}" if said else name), (tabell.enhet if said else "")
        told = replace(self.told, field=ROW, row=name, unit=unit)
        return (
            replace(told, change="added", new=words) if is_new else replace(told, change="removed", old=words)
        )

    def _of_row(self, old: Rad, new: Rad) -> Iterator[Change]:
        before, after = label(old), label(new)
        told = replace(self.told, row=self.name_of_new(new) or self.name_of_old(old))
        if not same(self.names.now(before), self.names.now(after)):
            yield replace(told, field=ROW, old=before, new=after)
        for a, b in sorted(self.columns.items(), key=lambda pair: pair[1]):
            is_label = a == b == 0 and self.new.kolumner[0].slag == "text"
            change = None if is_label else self._of_cell(cell(old, a), cell(new, b), told)
            if change is not None:
                follows = change.difference is not None and self._follows(old, new, (a, b), change.difference)
                yield replace(change, column=phrase_words(self.new.kolumner[b].titel), follows=follows)

    def _of_cell(self, old: Cell, new: Cell, told: Change) -> Change | None:
        words = cell_words(old), cell_words(new)
        if not (isinstance(old, Belopp) and isinstance(new, Belopp)):
            if same(*words):
                return None
            tabell = self.new if isinstance(new, Belopp) else self.old
            has_amount = isinstance(new, Belopp) or isinstance(old, Belopp)
            unit = tabell.enhet if has_amount else ""
            return replace(told, field=AMOUNT if has_amount else CELL, old=words[0], new=words[1], unit=unit)
        if self.measure.is_same(old, new):
            return None
        vintages = (self.old.argang, self.new.argang)
        return replace(
            told,
            field=AMOUNT,
            old=words[0],
            new=words[1],
            unit=self.measure.unit,
            difference=self.measure.difference(old, new),
            vintages=("", "") if same(*vintages) else vintages,
        )

    def _follows(self, old: Rad, new: Rad, columns: tuple[int, int], difference: Decimal) -> bool:
        """Tell whether a sum differs by just as much as its parts do together."""
        if not (old.summa_av and new.summa_av):
            return False
        total = Decimal(0)
        for part in dict.fromkeys((*old.summa_av, *new.summa_av)):
            before = _amount(self.old_rows.get(part), columns[0])
            after = _amount(self.new_rows.get(part), columns[1])
            total += after.scaleb(self.measure.new_power) - before.scaleb(self.measure.old_power)
        return total == difference


def _amount(rad: Rad | None, column: int) -> Decimal:
    found = cell(rad, column) if rad is not None else None
    return found.value if isinstance(found, Belopp) else Decimal(0)
