"""E007: utfallet redovisas utan budget, utfall och avvikelse, eller avvikelsen är inte skillnaden mellan dem.

Varför: den som läser en uppföljning vill se vad som var tänkt, vad det blev och hur mycket det skiljer. Är
avvikelsen fel räknad, eller med omvänt tecken på en rad, blir ett underskott ett överskott.

Exempel: Budget 100,0, Utfall 103,0 och Avvikelse 3,0 på en rad, medan tabellen annars räknar budget minus
utfall. Beloppen får vara avrundade var för sig.

Rätta: räkna om avvikelsen, på samma sätt på alla rader. Lägg till den kolumn som fattas.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.checks.figures import Figure, difference, figure, money_tables
from generator.checks.stage import missing
from generator.diagnostics import Diagnostic, Severity
from generator.diagnostics.values import dataclass
from generator.domain.belopp import format_number
from generator.domain.beloppstabell import surplus_sign
from generator.domain.dokument import Dokument, Stadium
from generator.domain.korpus import Korpus
from generator.domain.organisation import fold
from generator.domain.tabell import Rad, Tabell

_WORDS = {
    "budget": ("budget", "plan", "krav", "ram"),
    "utfall": ("utfall", "bokslut", "genomfört"),
    "avvikelse": ("avvikelse", "differens", "återstår"),
}


@dataclass(frozen=True, slots=True)
class _Row:
    rad: Rad
    budget: Figure
    utfall: Figure
    avvikelse: Figure

    def misses(self, sign: int) -> bool:
        """Tell whether the deviation is not the difference, counted one way (1) or the other (-1)."""
        right = (self.budget.value - self.utfall.value) * sign
        return abs(self.avvikelse.value - right) > self.budget.own + self.utfall.own + self.avvikelse.own


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding at every report without a table of outcome, and at every table that counts wrongly."""
    for dokument in korpus.dokument.values():
        if not dokument.foljer_upp:
            continue
        tables = [(t, c) for t in money_tables(dokument) if len(c := _columns(t)) > 1 and "utfall" in c]
        if not tables and dokument.stadium is not Stadium.UTKAST:
            yield _no_table(dokument)
        for tabell, columns in tables:
            if len(columns) == len(_WORDS):
                yield from _wrong(tabell, columns, dokument)
            else:
                yield _incomplete(tabell, columns, dokument)


def _columns(tabell: Tabell) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for number, kolumn in enumerate(tabell.kolumner):
        first = fold(str(kolumn.titel)).split(" ")[0]
        role = next((role for role, words in _WORDS.items() if first in words), None)
        if role is not None and kolumn.slag == "belopp":
            found.setdefault(role, number)
    return found


def _no_table(dokument: Dokument) -> Diagnostic:
    message = f"”{dokument.titel}” saknar en tabell med budget, utfall och avvikelse"
    hint = "Lägg till en tabell med kolumnerna Budget, Utfall och Avvikelse, högerställda och med enhet."
    return Diagnostic("E007", message, dokument.position, hint, missing(dokument), (dokument.id,))


def _incomplete(tabell: Tabell, columns: Mapping[str, int], dokument: Dokument) -> Diagnostic:
    gone = next(role for role in _WORDS if role not in columns)
    message = f"”{tabell.titel}” saknar kolumnen {gone}"
    hint = "Visa budget, utfall och avvikelse bredvid varandra."
    severity = min(missing(dokument), Severity.WARNING, key=list(Severity)[::-1].index)
    return Diagnostic("E007", message, tabell.position, hint, severity, (dokument.id,))


def _wrong(tabell: Tabell, columns: Mapping[str, int], dokument: Dokument) -> Iterator[Diagnostic]:
    rows = list(_rows(tabell, columns))
    sign = 1 if sum(r.misses(1) for r in rows) <= sum(r.misses(-1) for r in rows) else -1
    off = [r for r in rows if r.misses(sign)]
    turned = [r for r in off if not r.misses(-sign)]
    false = [r for r in off if r not in turned]
    how = "budget minus utfall" if sign > 0 else "utfall minus budget"
    if false:
        yield _told(false, f"Räkna om den som {how}.", tabell, dokument)
    if turned and surplus_sign(tabell):
        yield _turned(turned, how, dokument)


def _rows(tabell: Tabell, columns: Mapping[str, int]) -> Iterator[_Row]:
    for rad in tabell.rader:
        budget, utfall, avvikelse = (figure(tabell, rad, columns[role]) for role in _WORDS)
        if budget is not None and utfall is not None and avvikelse is not None:
            yield _Row(rad, budget, utfall, avvikelse)


def _turned(rows: list[_Row], how: str, dokument: Dokument) -> Diagnostic:
    name = str(rows[0].rad.celler[0] or rows[0].rad.id)
    more = f" ({len(rows)} rader)" if len(rows) > 1 else ""
    message = f"Avvikelsen för ”{name}” har omvänt tecken mot tabellens andra rader{more}"
    hint = f"Räkna {how} på alla rader."
    return Diagnostic("E007", message, rows[0].rad.position, hint, ids=(dokument.id,))


def _told(rows: list[_Row], hint: str, tabell: Tabell, dokument: Dokument) -> Diagnostic:
    row = rows[0]
    name = str(row.rad.celler[0] or row.rad.id)
    more = f" ({len(rows)} rader)" if len(rows) > 1 else ""
    message = (
        f"Avvikelsen för ”{name}” är {format_number(row.avvikelse.printed.value)} {tabell.enhet}, "
        f"men budget och utfall skiljer {difference(row.budget, row.utfall)}{more}"
    )
    return Diagnostic("E007", message, row.rad.position, hint, ids=(dokument.id,))
