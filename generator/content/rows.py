"""Tables whose columns have known names: indikatorer, outcomes, states."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.content.findings import Findings
from generator.content.headings import ids_in
from generator.content.raw import RawCell, RawTable
from generator.content.sections import Section
from generator.diagnostics import Position, did_you_mean, nearest
from generator.domain.fras import Phrase

Row = Mapping[str, RawCell]

_CHOOSE = ' Välj bland bladets med kolumner="…".'


def rows_under(section: Section, columns: Mapping[str, bool], findings: Findings) -> Iterator[Row]:
    """Yield the rows of the tables under a heading that asks for one, by column name in small letters.

    ``columns`` tells which must be there. What is no table is noted (S003), what cannot be read is lost.
    """
    section.attributes.only((), findings, id_allowed=False)
    tables = list(section.tables())
    _report_others(section, tables, columns, findings)
    for table in tables:
        yield from _rows(table, columns, findings)


def _report_others(
    section: Section, tables: Sequence[RawTable], columns: Mapping[str, bool], findings: Findings
) -> None:
    other = next((raw for raw in section.blocks if not isinstance(raw, RawTable)), None)
    if tables and other is not None:
        hint = "Flytta texten till under målets eller kapitlets rubrik."
        findings.error("S003", f"Under ”{section.text}” ska bara stå en tabell", other.position, hint)
    elif not tables:
        place = other.position if other is not None else section.position
        findings.error("S003", f"Under ”{section.text}” ska stå en tabell", place, _shape(columns))
        findings.lose(ids_in(section))
    report_headings(section, findings)


def report_headings(section: Section, findings: Findings) -> None:
    """Note headings below one that can have none (S001)."""
    for child in section.children:
        hint = f"Flytta den; under ”{section.text}” kan inga rubriker stå."
        findings.error("S001", f"Rubriken ”{child.text}” kan inte stå här", child.position, hint)
        findings.lose(ids_in(child))


def _shape(columns: Mapping[str, bool]) -> str:
    return f"Kolumnerna är {', '.join(c.capitalize() for c in columns)}."


def _names_of(table: RawTable, columns: Mapping[str, bool], findings: Findings) -> list[str]:
    """Return what the columns are called; an unknown name (S001) is taken for the missing one it is like."""
    names = [cell.text.strip().casefold() for cell in table.head]
    missing = [name for name, required in columns.items() if required and name not in names]
    for number, cell in enumerate(table.head):
        if names[number] not in columns:
            said = cell.text.strip()
            otherwise = _shape(columns) + (_CHOOSE if table.from_sheet else "")
            hint = did_you_mean(said, [c.capitalize() for c in columns], otherwise)
            message = f"Okänd kolumn ”{said}”" if said else "Kolumnen saknar rubrik"
            findings.error("S001", message, cell.position, hint)
            names[number] = nearest(said, missing) or names[number]
    return names


def _rows(table: RawTable, columns: Mapping[str, bool], findings: Findings) -> Iterator[Row]:
    if table.is_lost:
        return
    names = _names_of(table, columns, findings)
    for number, name in enumerate(names):
        if name in names[:number] and name in columns:
            message = f"Kolumnen ”{name.capitalize()}” finns två gånger"
            findings.error("S004", message, table.head[number].position, "Behåll en av dem.")
    missing = [name.capitalize() for name, required in columns.items() if required and name not in names]
    for name in missing:
        findings.error("S002", f"Kolumnen ”{name}” saknas", table.position, _shape(columns))
    if missing:
        findings.lose(row[0].text.strip() for row in table.rows)
        return
    for row in table.rows:
        yield dict(reversed(list(zip(names, row, strict=False))))


def text_in(row: Row, column: str) -> str:
    """Return the cell's text, empty when there is no such column."""
    return row[column].text.strip() if column in row else ""


def phrase_in(row: Row, column: str) -> Phrase:
    """Return the cell's phrase, empty when there is no such column."""
    return row[column].phrase if column in row else Phrase()


def place_in(row: Row, column: str) -> Position:
    """Return the place of the cell, or of the row's first when there is no such column."""
    return row[column].position if column in row else min(cell.position for cell in row.values())
