"""N007: en indikator anges i olika enheter.

Varför: 0,3 ton och 262 kg går inte att jämföra utan att räkna om, och den som
inte märker det drar fel slutsats.

Exempel: namnet säger kg koldioxid per årsarbetare, ingångsvärdet är 0,3 ton. Eller: målvärdet är i veckor men
utfallet i månader.

Rätta: välj en enhet och skriv alla värden i den.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.indicators import Held, held, of_plan, words
from generator.checks.measured import outcome, start
from generator.checks.plans import Plan, is_report, outcomes
from generator.checks.quantities import MEASURED, plain_spaces, unit_kind
from generator.checks.targets import limit_in
from generator.checks.wording import named
from generator.diagnostics import Diagnostic, Severity
from generator.domain.korpus import Korpus
from generator.domain.mal import Indikator
from generator.domain.wording import upper_first

_IN_NAME = re.compile(r"[(,] ?([^\W\d_]+)\b")
_WITH_NUMBER = re.compile(r"\d ?([^\W\d_]+)\b")
_SAME = {
    "%": "%",
    "procent": "%",
    "kilo": "kg",
    "kilogram": "kg",
    "gram": "g",
    "kilometer": "km",
    "meter": "m",
    "kronor": "kr",
    "mkr": "mnkr",
    "miljoner kronor": "mnkr",
    "tusen kronor": "tkr",
    "dag": "dagar",
    "dygn": "dagar",
    "vecka": "veckor",
    "månad": "månader",
}
_CLOCK = "klocktid"


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a warning at an indikator in two units, and at an outcome in another than the plan has."""
    mixed: set[str] = set()
    for each in held(korpus):
        units = _units(each.indikator)
        if _is_mixed(units):
            mixed.add(each.indikator.id)
            yield _in_one(each, units, korpus)
    for report in korpus.dokument.values():
        followed = korpus.dokument.get(report.foljer_upp)
        if is_report(report) and followed is not None:
            measured = {id_: each for each in of_plan(Plan(korpus, (followed,))) for id_ in each.ids}
            for utfall in outcomes(report):
                found, told = measured.get(utfall.indikator), outcome(str(utfall.varde))
                if found is None or told is None or found.indikator.id in mixed:
                    continue
                units = _units(found.indikator)
                now = _unit(told.values[0].unit)
                if units and now and now not in units and _is_mixed({*units, now}):
                    message = (
                        f"Utfallet för {named(found.indikator, korpus)} är i {now}, "
                        f"men planen har {' och '.join(sorted(units))}"
                    )
                    hint = "Skriv alla värden i samma enhet."
                    ids = (utfall.indikator,)
                    yield Diagnostic("N007", message, utfall.position, hint, Severity.WARNING, ids)


def _in_one(each: Held, units: set[str], korpus: Korpus) -> Diagnostic:
    said = " och ".join(sorted(units))
    message = f"{upper_first(named(each.indikator, korpus))} anges i både {said}"
    hint = "Välj en enhet och skriv alla värden i den."
    return Diagnostic("N007", message, each.indikator.position, hint, Severity.WARNING, (each.indikator.id,))


def _units(indikator: Indikator) -> set[str]:
    """Return the units that name, ingångsvärde and målvärde are in, one spelling for each."""
    name = [w for w in _IN_NAME.findall(plain_spaces(words(indikator.namn))) if unit_kind(w) in MEASURED]
    began = start(str(indikator.ingangsvarde))
    values = [began.value] if began is not None and began.value is not None else []
    values += [limit] if (limit := limit_in(words(indikator.malvarde))) is not None else []
    loose = [
        w
        for w in _WITH_NUMBER.findall(plain_spaces(words(indikator.ingangsvarde)))
        if unit_kind(w) in MEASURED
    ]
    return {_unit(u) for u in (*name, *loose, *(v.unit for v in values))} - {""}


def _unit(unit: str) -> str:
    """Return one spelling of a unit; empty for a word that is none, and for the parts of a clock."""
    kind = unit_kind(unit)
    return _SAME.get(unit, unit) if kind and kind != _CLOCK else ""


def _is_mixed(units: set[str]) -> bool:
    """Tell whether there are two units of one kind, or of times that cannot be told in one another."""
    kinds = [("tid" if unit_kind(u) in ("dagar", "månader", "år") else unit_kind(u)) for u in units]
    return len(kinds) > len(set(kinds))
