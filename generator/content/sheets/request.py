"""What the line ``Tabell: … {från="budget.xlsx" blad="Budget" …}`` asks for."""

from __future__ import annotations

from generator.content.attributes import Attributes
from generator.content.findings import Findings
from generator.diagnostics import Position
from generator.diagnostics.values import dataclass

FILE = "från"
_ROWS, _COLUMNS, _AMOUNTS = "rader", "kolumner", "belopp"
_TAB, _AREA, _HEAD = "blad", "område", "rubrikrad"
KEYS = (FILE, _TAB, _AREA, _HEAD, _ROWS, _COLUMNS, _AMOUNTS)
"""What a line may say of the sheet that its table is taken from."""


@dataclass(frozen=True, slots=True)
class Condition:
    """Keep the rows whose cell in the column is one of the values."""

    column: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Request:
    """A sheet, an area in it, its heading row (0: the first that holds something), rows and columns.

    ``columns`` and ``amounts`` are as they were typed: headings may hold commas, so only who knows the
    headings can part them. ``unit`` is the unit of the table that is to be.
    """

    file: str
    position: Position
    tab: str = ""
    area: str = ""
    head: int = 0
    conditions: tuple[Condition, ...] = ()
    columns: str = ""
    amounts: str = ""
    unit: str = ""


def fold(text: str) -> str:
    """Return the text as headings and values are compared: small letters, single spaces."""
    return " ".join(text.split()).casefold()


def split(attributes: Attributes) -> tuple[Attributes, Attributes]:
    """Return what the attributes say of the sheet, and what they say of the table."""
    theirs = {key: value for key, value in attributes.values.items() if key in KEYS}
    rest = {key: value for key, value in attributes.values.items() if key not in KEYS}
    return (
        Attributes("", theirs, attributes.position),
        Attributes(attributes.id, rest, attributes.position),
    )


def read_request(attributes: Attributes, findings: Findings) -> Request | None:
    """Return what is asked for, or None when it cannot be told; what is wrong is noted (S001, S003)."""
    place, unit = attributes.position, attributes.get("enhet")
    conditions = _conditions(attributes.get(_ROWS), place, findings)
    head = attributes.get(_HEAD)
    if head and not (head.isascii() and head.isdigit() and 0 < int(head[:8]) < 10**7):
        hint = 'Skriv radens nummer i bladet: rubrikrad="4".'
        findings.error("S003", f"”{head}” är inget radnummer", place, hint)
        return None
    if attributes.get(_AMOUNTS) and not unit:
        hint = 'Lägg till enheten, till exempel enhet="tkr".'
        message = "”belopp” hör till en tabell med belopp, och den här har ingen enhet"
        findings.error("S001", message, place, hint)
        return None
    if conditions is None:
        return None
    return Request(
        attributes.get(FILE),
        place,
        attributes.get(_TAB),
        attributes.get(_AREA),
        int(head or 0),
        conditions,
        attributes.get(_COLUMNS),
        attributes.get(_AMOUNTS),
        unit,
    )


def _conditions(said: str, place: Position, findings: Findings) -> tuple[Condition, ...] | None:
    found = []
    for part in said.split(";") if said else ():
        column, equals, values = part.partition("=")
        listed = tuple(" ".join(v.split()) for v in values.split("|") if v.strip())
        if not equals or not column.strip() or not listed:
            hint = 'Skriv kolumnens rubrik, likhetstecken och värde: rader="Nämnd=Tandvårdsnämnden".'
            findings.error("S003", f"”{part.strip()}” säger inte vilka rader som menas", place, hint)
            return None
        found.append(Condition(" ".join(column.split()), listed))
    return tuple(found)
