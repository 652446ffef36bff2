"""Quantities in cells: a number with its unit, as certain as it is written. What is not certain is None."""

from __future__ import annotations

import re
from decimal import Decimal

from generator.diagnostics.values import dataclass
from generator.domain.belopp import parse_number
from generator.domain.organisation import fold

_NUMBER = r"[+\-−]?(?:\d{1,3}(?: \d{3})+|\d+)(?:,\d+)?"
_ONE = re.compile(rf"(?P<number>{_NUMBER}) ?(?P<unit>%|av \d+|miljoner kronor|tusen kronor|[^\W\d_]+)?")
_TIME = re.compile(rf"(?P<number>{_NUMBER}) ?(?P<unit>[^\W\d_]+)(?:,| och)? ?")

_UNITS: dict[str, tuple[str, Decimal]] = {}
for _kind, _words in {
    "procent": "%:1 procent:1",
    "procentenheter": "procentenhet:1 procentenheter:1",
    "massa": "g:0.001 gram:0.001 kg:1 kilo:1 kilogram:1 ton:1000",
    "längd": "m:0.001 meter:0.001 km:1 kilometer:1 mil:10",
    "pengar": "kr:1 kronor:1 tkr:1000 mkr:1000000 mnkr:1000000 mdkr:1000000000",
    "klocktid": "s:1 sek:1 sekund:1 sekunder:1 min:60 minut:60 minuter:60 h:3600 tim:3600 timme:3600 "
    "timmar:3600",
    "dagar": "dag:1 dagar:1 dygn:1 vecka:7 veckor:7",
    "månader": "månad:1 månader:1",
    "år": "år:1",
    "": "tusen:1000 miljon:1000000 miljoner:1000000",
}.items():
    _UNITS.update({w.split(":")[0]: (_kind, Decimal(w.split(":")[1])) for w in _words.split()})
_UNITS["miljoner kronor"], _UNITS["tusen kronor"] = _UNITS["mnkr"], _UNITS["tkr"]

MEASURED = ("massa", "längd", "pengar")
"""The kinds of unit in which the same thing can be written in several ways."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in the base of its kind; ``unit`` as written, ``kind`` what can be compared with what.

    ``step`` is one unit of the last printed place, so half of it is what rounding can hide. A word that is no
    unit of measure (”42 besök”) is its own kind, which a bare number can be compared with.
    """

    value: Decimal
    kind: str = ""
    unit: str = ""
    step: Decimal = Decimal(1)

    def is_comparable(self, other: Quantity) -> bool:
        """Tell whether the two are of a kind."""
        kinds = {self.kind, other.kind}
        counted = any(kind.startswith("antal ") for kind in kinds)
        return len(kinds) == 1 or ("" in kinds and counted)


def plain_spaces(text: str) -> str:
    """Return the text with one kind of space, on one line, in small letters."""
    return fold(text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " "))


def quantity(text: str) -> Quantity | None:
    """Return the quantity that the text consists of; None when it is anything more or else."""
    text = plain_spaces(text)
    whole = _ONE.fullmatch(text)
    if whole is not None:
        return _made(whole["number"], whole["unit"] or "")
    return _composed(text)


def unit_kind(word: str) -> str:
    """Return what a unit measures, empty for a word that is none."""
    return _UNITS.get(word, ("", Decimal(1)))[0]


def _made(number: str, unit: str) -> Quantity:
    value = parse_number(number.lstrip("+") if number.startswith("+") else number)
    exponent = value.as_tuple().exponent
    step = Decimal(1).scaleb(exponent if isinstance(exponent, int) else 0)
    kind, factor = _UNITS.get(unit, (f"antal {unit}" if unit else "", Decimal(1)))
    return Quantity(value * factor, kind, unit, step * factor)


def _composed(text: str) -> Quantity | None:
    """Return a time in several parts, 7 timmar 10 minuter, as one."""
    parts, at = [], 0
    while at < len(text):
        found = _TIME.match(text, at)
        if found is None:
            return None
        parts.append(_made(found["number"], found["unit"]))
        at = found.end()
    if len(parts) < 2 or any(part.kind != "klocktid" for part in parts):  # noqa: PLR2004  # one is no sum
        return None
    return Quantity(sum((p.value for p in parts), Decimal()), "klocktid", parts[0].unit, parts[-1].step)
