"""Fetching: the one place where a value is written, found from every place where it is printed.

A figure that is typed twice comes to differ. So prose and tables name it instead, ``budget.totalt.2019`` or
``attraktionsindex.målvärde``, and get it as it stands in its table.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from generator.diagnostics.values import dataclass
from generator.domain.belopp import NBSP, Belopp
from generator.domain.dokument import Dokument
from generator.domain.fras import Emphasis, Figure, Footnote, Inline, Link, Phrase, Strong
from generator.domain.korpus import Korpus
from generator.domain.mal import Indikator, Utfall
from generator.domain.prosa import tables
from generator.domain.tabell import Kolumn, Tabell
from generator.domain.wording import slug

WITH_SIGN, WITHOUT_SIGN = "med tecken", "utan tecken"
UNITS = {
    "kr": "kr",
    "kronor": "kr",
    "tkr": "tkr",
    "tusen kronor": "tkr",
    "mnkr": "mnkr",
    "miljoner kronor": "mnkr",
    "%": "%",
    "procent": "%",
    "antal": "antal",
}
"""The words a unit can be printed with, and the unit they mean."""

POWERS = {"kr": 0, "tkr": 3, "mnkr": 6}
"""How many powers of ten of a krona a unit of money is."""
_DECIMALS = {"kr": 0, "tkr": 0, "mnkr": 1}
"""How an amount is rounded when it is printed in a larger unit than its table's."""

_VALUES: Mapping[str, Callable[[Indikator], Phrase]] = {
    "namn": lambda indikator: indikator.namn,
    "ingångsvärde": lambda indikator: indikator.ingangsvarde,
    "målvärde": lambda indikator: indikator.malvarde,
    "frekvens": lambda indikator: indikator.frekvens,
    "källa": lambda indikator: indikator.kalla,
}
"""What can be fetched of an indikator."""
_OUTCOMES = ("utfall", "mätt")
_WORDS = re.compile(r"[^\W_]+")
_COSTS = ("kostnad", "nettokostnad", "utgift", "underskott")
_GAINS = ("överskott", "intäkt", "resultat")

Value = Phrase | Belopp


@dataclass(frozen=True, slots=True)
class Missing:
    """Why there is nothing to fetch: ”Raden ”totalt” finns inte i tabellen ”budget””, and what there is."""

    message: str
    name: str = ""
    candidates: tuple[str, ...] = ()
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class Lookup:
    """Finds values for the texts of one document."""

    korpus: Korpus
    dokument: Dokument

    def words(self, figure: Figure) -> Phrase | Missing:
        """Return the value as it is to be printed in a text."""
        found = self.value(figure)
        if isinstance(found, Belopp):
            return printed(found, figure)
        if isinstance(found, Phrase) and (figure.enhet or figure.tecken):
            message = f"”{'.'.join(figure.path)}” är ingen siffra, utan texten ”{found}”"
            return Missing(message, remedy="Ta bort det som står efter namnet.")
        return found

    def value(self, figure: Figure) -> Value | Missing:
        """Return the value itself, in the unit of its table."""
        return self.follow(figure, frozenset())

    def follow(self, figure: Figure, seen: frozenset[tuple[str, Figure]]) -> Value | Missing:
        """Return the value; ``seen`` are the references that led here, with their documents."""
        if not figure.path:
            return Missing(f"{figure.written} går inte att tolka")
        key = (self.dokument.id, figure)
        if key in seen:
            return Missing("Värdena hämtas från varandra i en ring", remedy="Skriv ut ett av dem.")
        if figure.dokument and figure.dokument not in self.korpus.dokument:
            names = tuple(self.korpus.dokument)
            return Missing(f"Det finns inget dokument ”{figure.dokument}”", figure.dokument, names)
        if len(figure.path) == 2:  # noqa: PLR2004  # indikator and value
            found = self._indicator(*figure.path, figure.dokument)
            there = replace(self, dokument=self.korpus.dokument.get(figure.dokument, self.dokument))
            words = there.whole(found, seen | {key}) if isinstance(found, Phrase) else found
            return words if isinstance(words, Missing) else _bare(words)
        return self._cell(figure, seen | {key})

    def _cell(self, figure: Figure, seen: frozenset[tuple[str, Figure]]) -> Value | Missing:
        table, row, column = figure.path
        for dokument, tabell in self._tables(figure):
            return Lookup(self.korpus, dokument).in_table(tabell, row, column, seen)
        named = self.korpus.dokument.get(figure.dokument)
        near = [named] if named else list(self._near())
        known = tuple(t.id for d in near for t in tabeller(d) if t.id)
        where = f"dokumentet ”{near[0].titel}”" if named else "dokumentet eller det som det bygger på"
        return Missing(f"Det finns ingen tabell ”{table}” i {where}", table, known)

    def _tables(self, figure: Figure) -> Iterator[tuple[Dokument, Tabell]]:
        """Yield the tables that the reference can mean, the nearest first, with their documents."""
        named = self.korpus.dokument.get(figure.dokument)
        for dokument in [named] if named else self._near():
            yield from ((dokument, t) for t in tabeller(dokument) if t.id == figure.path[0])
        yield from self._frames(named or self.dokument, figure.path[0])

    def _frames(self, dokument: Dokument, table: str) -> Iterator[tuple[Dokument, Tabell]]:
        """Yield the ledger of the frames of the document's body, when that is asked for."""
        from generator.domain.ramar import RAM, ledger

        tabell = ledger(self.korpus, dokument) if table == RAM else None
        if tabell is not None:
            yield dokument, tabell

    def _near(self) -> Iterator[Dokument]:
        """Yield this document, what it follows up, and what they build on."""
        seen: dict[str, Dokument] = {self.dokument.id: self.dokument}
        for dokument in (self.dokument, self.korpus.dokument.get(self.dokument.foljer_upp)):
            for id_ in (dokument.foljer_upp, dokument.bygger_pa) if dokument else ():
                if id_ in self.korpus.dokument:
                    seen.setdefault(id_, self.korpus.dokument[id_])
        yield from seen.values()

    def in_table(
        self, tabell: Tabell, row: str, column: str, seen: frozenset[tuple[str, Figure]]
    ) -> Value | Missing:
        """Return what stands in a cell of this document's table."""
        rad = next((r for r in tabell.rader if r.id == row), None)
        if rad is None:
            known = tuple(r.id for r in tabell.rader if r.id)
            return Missing(f"Raden ”{row}” finns inte i tabellen ”{tabell.id}”", row, known)
        columns = columns_by_name(tabell)
        if column not in columns:
            message = f"Kolumnen ”{column}” finns inte i tabellen ”{tabell.id}”"
            return Missing(message, column, tuple(columns))
        alike = [str(k.titel) for k in tabell.kolumner if column_name(k) == column]
        if len(alike) > 1:
            message = f"Tabellen ”{tabell.id}” har flera kolumner som heter ”{column}”"
            remedy = "Ge dem rubriker som skiljer sig i något ord."
            return Missing(message, remedy=remedy)
        cell = rad.celler[columns[column]]
        if cell is None:
            message = f"Cellen {tabell.id}.{row}.{column} är tom"
            return Missing(message, remedy="Fyll i den, eller hämta en annan.")
        again = single(cell)
        if again is None or not isinstance(cell, Phrase):
            return self.whole(cell, seen) if isinstance(cell, Phrase) else cell
        if tabell.enhet and tabell.kolumner[columns[column]].slag == "belopp":
            return self.amount(again, tabell, seen)
        return self.whole(cell, seen) if again.enhet or again.tecken else self.follow(again, seen)

    def amount(
        self, figure: Figure, tabell: Tabell, seen: frozenset[tuple[str, Figure]] = frozenset()
    ) -> Belopp | Missing:
        """Return what a cell of figures in this document's table shows: in its unit, signed as it asks."""
        found = self.follow(figure, seen)
        if isinstance(found, Missing):
            return found
        changed = in_unit(found, tabell.enhet) if isinstance(found, Belopp) else None
        if changed is None:
            remedy = "Kolumnen med belopp kan bara hämta belopp, i tabellens enhet eller en mindre."
            return Missing(f"{figure.written} är inget belopp i tabellens enhet", remedy=remedy)
        _, theirs = next(self._tables(figure))
        meanings = {is_cost(theirs.tecken), is_cost(tabell.tecken)}
        if figure.tecken != WITHOUT_SIGN and meanings == {True, False}:
            message = f"{figure.written} betyder ”{theirs.tecken}”, men tabellen här ”{tabell.tecken}”"
            return Missing(message, remedy="Låt tabellerna ha samma tecken, eller skriv ut beloppet.")
        return _signed(changed, figure)

    def whole(self, phrase: Phrase, seen: frozenset[tuple[str, Figure]]) -> Phrase | Missing:
        """Return the words with the values that they fetch in their turn, and without their notes."""
        pieces: list[Inline] = []
        for piece in phrase.content:
            words = self._piece(piece, seen)
            if isinstance(words, Missing):
                return words
            pieces.extend(words.content)
        return replace(phrase, content=tuple(pieces))

    def _piece(self, piece: Inline, seen: frozenset[tuple[str, Figure]]) -> Phrase | Missing:
        match piece:
            case Figure():
                value = self.follow(piece, seen)
                return printed(value, piece) if isinstance(value, Belopp) else value
            case Strong(content) | Emphasis(content) | Link(_, content):
                inner = self.whole(Phrase(content), seen)
                return (
                    inner if isinstance(inner, Missing) else Phrase((replace(piece, content=inner.content),))
                )
            case Footnote():
                return Phrase()
            case _:
                return Phrase((piece,))

    def _indicator(self, name: str, value: str, dokument: str) -> Phrase | Missing:
        where = self.korpus.dokument.get(dokument, self.dokument)
        ids = (f"{where.organ}/{name}", name)
        found = [i for id_ in ids if isinstance(i := self.korpus.sak(id_, where), Indikator)]
        if not found:
            known = tuple(slug(i.id) for i in self.korpus.items() if isinstance(i, Indikator))
            return Missing(f"Det finns ingen indikator ”{name}”", name, known)
        if value in _OUTCOMES:
            told = next((u for u in _outcomes(where) if u.indikator in ids), Utfall(""))
            phrase = told.varde if value == "utfall" else told.matt
            message = f"Dokumentet anger inget {value} för indikatorn ”{name}”"
            return phrase or Missing(message, remedy="Fyll i det under Utfall.")
        if value not in _VALUES:
            return Missing(f"En indikator har inget som heter ”{value}”", value, (*_VALUES, *_OUTCOMES))
        phrase = next((p for i in found if (p := _VALUES[value](i))), Phrase())
        message = f"Indikatorn ”{name}” har inget {value}"
        return phrase or Missing(message, remedy="Fyll i det där indikatorn står.")


def tabeller(dokument: Dokument) -> Iterator[Tabell]:
    """Yield the tables of a document's chapters and answers."""
    for kapitel in dokument.kapitel:
        yield from tables(kapitel.text)
    for svar in dokument.svar:
        yield from tables(svar.text)


def is_cost(tecken: str) -> bool | None:
    """Tell whether a positive amount is a cost (”kostnad positiv”); None when the words do not tell."""
    words = tecken.lower().split()
    costs, gains = (bool(words) and words[0].startswith(nouns) for nouns in (_COSTS, _GAINS))
    if len(words) != 2 or costs == gains or not words[1].startswith(("positiv", "negativ")):  # noqa: PLR2004
        return None
    return costs is words[1].startswith("positiv")


def columns_by_name(tabell: Tabell) -> Mapping[str, int]:
    """Return the columns by what a reference calls them: ”Utfall 2019” is ``utfall-2019``, or ``2019``.

    A year alone names a column when no other column is of that year.
    """
    found: dict[str, int] = {}
    years = [k.ar for k in tabell.kolumner]
    for number, kolumn in enumerate(tabell.kolumner):
        found.setdefault(column_name(kolumn), number)
    for number, year in enumerate(years):
        if year is not None and years.count(year) == 1:
            found.setdefault(str(year), number)
    return found


def column_name(kolumn: Kolumn) -> str:
    """Return what a reference calls the column: its heading in small letters with hyphens."""
    return "-".join(_WORDS.findall(str(kolumn.titel).lower()))


def single(cell: Phrase | Belopp | None) -> Figure | None:
    """Return the reference that a cell consists of, if that is all there is in it."""
    if isinstance(cell, Phrase) and len(cell.content) == 1 and isinstance(cell.content[0], Figure):
        return cell.content[0]
    return None


def printed(belopp: Belopp, figure: Figure) -> Phrase | Missing:
    """Return an amount in the unit, and with the sign, that the reference asks for."""
    unit = UNITS.get(figure.enhet, "") if figure.enhet else belopp.enhet
    changed = in_unit(belopp, unit)
    if changed is None:
        message = f"”{'.'.join(figure.path)}” är i {belopp.enhet} och kan inte skrivas i {figure.enhet}"
        remedy = "Skriv i samma enhet som tabellen, eller i en större."
        return Missing(message, remedy=remedy)
    if belopp.value and not changed.value:
        message = f"”{'.'.join(figure.path)}” är {belopp} {belopp.enhet} och blir noll i {figure.enhet}"
        return Missing(message, remedy=f"Skriv det i {belopp.enhet}.")
    return Phrase.of(str(_signed(changed, figure)) + (f"{NBSP}{figure.enhet}" if figure.enhet else ""))


def _signed(belopp: Belopp, figure: Figure) -> Belopp:
    """Return the amount with the sign that the reference asks for."""
    value = belopp.value.copy_abs() if figure.tecken == WITHOUT_SIGN else belopp.value
    return replace(belopp, value=value, signed=figure.tecken == WITH_SIGN)


def in_unit(belopp: Belopp, unit: str) -> Belopp | None:
    """Return the amount in a unit, rounded half up (0,05 → 0,1) where the unit is larger.

    None when it cannot be: a smaller unit would claim digits that nobody knows, per cent is no money.
    """
    if unit == belopp.enhet:
        return belopp
    if unit not in POWERS or belopp.enhet not in POWERS or POWERS[unit] < POWERS[belopp.enhet]:
        return None
    scaled = belopp.value.scaleb(POWERS[belopp.enhet] - POWERS[unit])
    rounded = scaled.quantize(Decimal(1).scaleb(-_DECIMALS[unit]), ROUND_HALF_UP)
    return replace(belopp, value=rounded, enhet=unit)


def _outcomes(dokument: Dokument) -> Iterator[Utfall]:
    yield from dokument.utfall
    for svar in dokument.svar:
        yield from svar.utfall


def _bare(phrase: Phrase) -> Phrase:
    """Return the words without the notes and marks of the place they stand in."""
    return Phrase.of(str(phrase).replace("\n", " ").strip())
