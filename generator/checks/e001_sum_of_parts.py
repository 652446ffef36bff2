"""E001: en utskriven summa är inte summan av sina delar.

Varför: en läsare räknar efter, och en budget som inte går ihop gör hela dokumentet misstänkt. Delar som är
avrundade var för sig får skilja någon enhet i sista siffran; det är avrundning och bara en notering. Med
många delar kan avrundning i teorin dölja mycket, så en skillnad som den nästan aldrig ger blir en varning.

Exempel: Totalt är 117 019,9 tkr, men raderna som räknas upp i Summa av blir 117 029,9 tkr.

Rätta: räkna om summan, eller ändra vilka rader som står i Summa av. En avrundning behöver inte rättas.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.checks.figures import places
from generator.checks.rounding import Rounding, rounding
from generator.diagnostics import Diagnostic, Severity
from generator.diagnostics.values import dataclass
from generator.domain.belopp import Belopp, Enhet, format_number
from generator.domain.fras import Phrase
from generator.domain.hamtning import tabeller
from generator.domain.korpus import Korpus
from generator.domain.prosa import tables
from generator.domain.tabell import Rad, Tabell


@dataclass(frozen=True, slots=True)
class _Miss:
    """A printed sum that is not what its parts make, and what rounding can explain."""

    rad: Rad
    column: str
    printed: Decimal
    parts: Decimal
    allowed: Rounding

    @property
    def distance(self) -> Decimal:
        return abs(self.printed - self.parts)

    @property
    def is_possible(self) -> bool:
        """Tell whether rounding can have done it."""
        return self.distance <= self.allowed.most

    @property
    def is_rounding(self) -> bool:
        """Tell whether it is what rounding does."""
        return self.distance <= self.allowed.likely


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding at every wrong sum, and one note for each table whose sums are merely rounded."""
    for tabell in (t for kapitel in korpus.grund for t in tables(kapitel.text)):
        yield from _judged(tabell)
    for dokument in korpus.dokument.values():
        for tabell in tabeller(dokument):
            yield from _judged(tabell)


def _judged(tabell: Tabell) -> Iterator[Diagnostic]:
    misses = list(_misses(tabell))
    yield from (_wrong(miss, tabell) for miss in misses if not miss.is_rounding)
    rounded = [miss for miss in misses if miss.is_rounding]
    if rounded:
        yield _rounded(rounded, tabell)


def _misses(tabell: Tabell) -> Iterator[_Miss]:
    ids = [rad.id for rad in tabell.rader]
    rows = {rad.id: rad for rad in tabell.rader if ids.count(rad.id) == 1}
    for number, kolumn in enumerate(tabell.kolumner):
        if kolumn.slag != "belopp":
            continue
        last = max((places(rad.celler[number]) for rad in tabell.rader), default=0)
        for rad in tabell.rader:
            printed = rad.celler[number]
            parts = [rows[id_].celler[number] for id_ in rad.summa_av if id_ in rows]
            if _can_be_judged(rad, parts) and isinstance(printed, Belopp):
                counted = tabell.enhet == Enhet.ANTAL and not last
                miss = _miss(rad, str(kolumn.titel), printed, parts, None if counted else last)
                if miss.distance:
                    yield miss


def _can_be_judged(rad: Rad, parts: Sequence[object]) -> bool:
    """Tell whether every part is known; what is wrong with the parts themselves is told where they stand."""
    whole = len(set(rad.summa_av)) == len(rad.summa_av) == len(parts) and rad.id not in rad.summa_av
    return bool(parts) and whole and not any(isinstance(part, Phrase) for part in parts)


def _miss(rad: Rad, column: str, printed: Belopp, parts: Sequence[object], last: int | None) -> _Miss:
    """Return what a sum is and what its parts make; ``last`` is None for what is counted one by one.

    Rounding can move it by half a unit of the last place for each rounded part and half a unit for the sum
    itself (domain.md section 7); a part that is exactly zero is not rounded.
    """
    amounts = [part.value for part in parts if isinstance(part, Belopp)]
    units: list[Decimal] = []
    if last is not None:
        units = [Decimal(1).scaleb(-last) for a in amounts if a]
        units.append(Decimal(1).scaleb(-places(printed)))
    return _Miss(rad, column, printed.value, sum(amounts, Decimal()), rounding(units))


def _unit(tabell: Tabell) -> str:
    """Return the unit after an amount; a number of things has none."""
    return "" if tabell.enhet == Enhet.ANTAL else f" {tabell.enhet}"


def _wrong(miss: _Miss, tabell: Tabell) -> Diagnostic:
    printed, parts = format_number(miss.printed), format_number(miss.parts)
    name = str(miss.rad.celler[0] or miss.rad.id)
    message = (
        f"Summan ”{name}” för {miss.column} är {printed}{_unit(tabell)}, men dess delar blir {parts} "
        f"(skillnad {format_number(miss.printed - miss.parts, signed=True)})"
    )
    if miss.is_possible:
        message += ", och så mycket ger avrundning nästan aldrig"
        hint = "Räkna efter: det krävs att nästan alla delarna är avrundade åt samma håll."
        return Diagnostic("E001", message, miss.rad.position, hint, Severity.WARNING)
    hint = "Räkna om summan, eller rätta raderna i Summa av."
    return Diagnostic("E001", message, miss.rad.position, hint)


def _rounded(misses: list[_Miss], tabell: Tabell) -> Diagnostic:
    farthest = max(miss.distance for miss in misses)
    what = "en summa" if len(misses) == 1 else f"{len(misses)} summor"
    message = (
        f"I ”{tabell.titel}” skiljer sig {what} från sina delar med högst {format_number(farthest)}"
        f"{_unit(tabell)}, så mycket som avrundning kan ge"
    )
    hint = "Inget behöver göras. Säg gärna i en not att delarna är avrundade var för sig."
    return Diagnostic("E001", message, misses[0].rad.position, hint, Severity.NOTE, mild=True)
