"""N005: bedömningen går inte ihop med målvärdet och utfallet.

Varför: en läsare som ser ”Uppfyllt” bredvid 74 % när målet är mer än 80 % slutar att lita på resten.

Exempel: målvärdet är ”>80 %”, utfallet ”74 %” och bedömningen ”Uppfyllt”. Nämndens eget målvärde går före
fullmäktiges. Det som kan läsas på mer än ett sätt lämnas i fred.

Rätta: ändra bedömningen, eller utfallet om det är fel. Är bedömningen rätt ändå behöver målvärdet bli
tydligare.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.indicators import Held, of_plan, words
from generator.checks.plans import Plan, is_report, is_whole_report, outcomes
from generator.checks.targets import reached
from generator.checks.wording import named
from generator.diagnostics import Diagnostic, Severity
from generator.domain.dokument import Dokument
from generator.domain.korpus import Korpus
from generator.domain.mal import Nod, Svar, Utfall
from generator.domain.styrmodell import Styrmodell
from generator.domain.wording import upper_first

_NEGATIONS = ("ej", "inte", "icke")
_PARTLY = "delvis"
_UNTOLD = "?"


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding at every judgement that målvärde and outcome, or all measures of a goal, contradict."""
    scale = _Scale(korpus.styrmodell)
    for report in korpus.dokument.values():
        followed = korpus.dokument.get(report.foljer_upp)
        if is_report(report) and followed is not None:
            plan = Plan(korpus, (followed,))
            measured = {id_: each for each in of_plan(plan) for id_ in each.ids}
            for utfall in outcomes(report):
                each = measured.get(utfall.indikator)
                if each is not None:
                    yield from _indicator(utfall, each, scale, korpus)
            if is_whole_report(report, korpus):
                yield from _goals(report, plan, scale)


class _Scale:
    """What the steps of a scale say, as far as their words do: the first is the best.

    A step is its opposite, or half of it, when it is the same word with ej, inte or delvis before it.
    """

    def __init__(self, styrmodell: Styrmodell) -> None:
        first = styrmodell.bedomningar[0] if styrmodell.bedomningar else None
        self.words = {b.nyckel: b.ord for b in styrmodell.bedomningar}
        self.best = first.nyckel if first is not None and first.bedomd else None
        word = first.ord.casefold() if first is not None else ""
        self.missed = {
            k for k, w in self.words.items() if w.casefold() in {f"{n} {word}" for n in _NEGATIONS}
        }
        self.partly = {k for k, w in self.words.items() if w.casefold() == f"{_PARTLY} {word}"}


def _indicator(utfall: Utfall, each: Held, scale: _Scale, korpus: Korpus) -> Iterator[Diagnostic]:
    said = utfall.bedomning
    if said != scale.best and said not in scale.missed | scale.partly:
        return
    indikator = each.indikator
    verdict = reached(str(indikator.malvarde), str(utfall.varde), str(indikator.ingangsvarde))
    if verdict is not None and verdict != (said == scale.best):
        message = (
            f"{upper_first(named(indikator, korpus))} bedöms som ”{scale.words[said]}”, men målvärdet är "
            f"”{words(indikator.malvarde)}” och utfallet ”{words(utfall.varde)}”"
        )
        hint = "Rätta bedömningen, eller utfallet om det är fel."
        yield Diagnostic("N005", message, utfall.position, hint, ids=(utfall.indikator,))


def _goals(report: Dokument, plan: Plan, scale: _Scale) -> Iterator[Diagnostic]:
    """Yield a warning for a goal judged against every one of its measures, when each of them is told."""
    korpus, told = plan.korpus, {u.indikator: u.bedomning for u in reversed(list(outcomes(report)))}
    judged: dict[str, list[str]] = {}
    for each in of_plan(plan):
        nod = korpus.nod(each.nod)
        said = next((told[id_] for id_ in each.ids if id_ in told), _UNTOLD)
        for above in (nod, *korpus.anfader(nod)) if nod is not None else ():
            judged.setdefault(above.id, []).append(said)
    goals = {n.id: n for n in (*plan.kept, *plan.own)}
    for svar in report.svar:
        nod, found = goals.get(svar.nod), judged.get(svar.nod, [])
        known = [b for b in found if b == scale.best or b in scale.missed | scale.partly]
        if nod is None or not known or _UNTOLD in found:
            continue
        if svar.maluppfyllelse == scale.best and all(b in scale.missed for b in known):
            yield _goal(nod, svar, "ingen av dess indikatorer har nått sitt målvärde", scale, korpus)
        elif svar.maluppfyllelse in scale.missed and all(b == scale.best for b in known):
            yield _goal(nod, svar, "alla dess bedömda indikatorer har nått sina målvärden", scale, korpus)


def _goal(nod: Nod, svar: Svar, why: str, scale: _Scale, korpus: Korpus) -> Diagnostic:
    message = f"{upper_first(named(nod, korpus))} bedöms som ”{scale.words[svar.maluppfyllelse]}”, men {why}"
    hint = "Ändra bedömningen, eller säg i texten vad den bygger på."
    return Diagnostic("N005", message, svar.position, hint, Severity.WARNING, (nod.id,))
