"""C008: en uppföljning tiger om ett mål, ett insatsområde eller en indikator som planen har.

Varför: en uppföljning ska svara på hela planen. Det som faller bort är ofta det som gick sämst.

Exempel: planen har åtaganden under ”Minska patientskador i vården”, men berättelsen nämner varken området
eller åtagandena. En indikator ska ha en rad under Utfall när tiden för mätningen är inne.

Rätta: skriv hur det gick. Vill nämnden hoppa över något skrivs det under ”utelämnar”, med skälet.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.indicators import Held, is_due, of_plan
from generator.checks.plans import Plan, is_whole_report, outcomes
from generator.checks.stage import missing
from generator.checks.wording import named, several
from generator.diagnostics import Diagnostic, Position
from generator.domain.dokument import Dokument
from generator.domain.korpus import Korpus
from generator.domain.mal import Nod, Svar
from generator.domain.wording import upper_first

_ONE_BY_ONE = 3


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding for what a report is silent on."""
    places = _places(korpus)
    for report in korpus.dokument.values():
        followed = korpus.dokument.get(report.foljer_upp)
        if followed is None or followed is report or not is_whole_report(report, korpus):
            continue
        plan = Plan(korpus, (followed,))
        if plan.is_whole:
            told = _told(report, places, korpus)
            silent = [n for n in _planned(plan, report, korpus) if n.id not in told]
            gone = {n.id for n in silent}
            topmost = [n for n in silent if n.under not in gone]
            yield from _goals(topmost, report, korpus)
            yield from _indicators(_unreported(plan, report, gone), report, korpus)


def _places(korpus: Korpus) -> dict[str, str]:
    """Return the goal that each åtagande, uppdrag and indikator stands under, by id."""
    found: dict[str, str] = {}
    for nod in korpus.noder:
        found.update(dict.fromkeys((u.id for u in nod.uppdrag), nod.id))
        found.update(dict.fromkeys((i.id for i in nod.indikatorer), nod.id))
    for svar in (s for d in korpus.dokument.values() for s in d.svar):
        found.update(dict.fromkeys((u.id for u in svar.uppdrag), svar.nod))
        found.update(dict.fromkeys((i.id for i in svar.indikatorer), svar.nod))
        found.update(dict.fromkeys((a.id for a in svar.ataganden), svar.nod))
    return found


def _told(report: Dokument, places: dict[str, str], korpus: Korpus) -> frozenset[str]:
    """Return the goals that the report says anything of, and those above them."""
    said = [s.nod for s in report.svar if _says_something(s)]
    said += [places.get(x.gallande, "") for x in report.lagen()]
    said += [places.get(u.indikator, "") for u in outcomes(report)]
    noder = [n for id_ in said if (n := korpus.nod(id_)) is not None]
    return frozenset(each.id for nod in noder for each in (nod, *korpus.anfader(nod)))


def _says_something(svar: Svar) -> bool:
    return bool(svar.text or svar.maluppfyllelse or svar.prognos or svar.utfall or svar.lagen)


def _planned(plan: Plan, report: Dokument, korpus: Korpus) -> Iterator[Nod]:
    """Yield the goals that the plan promises something for, unless the report leaves them out with a reason.

    Where it promises nothing and nothing is judged there is nothing to tell.
    """
    skipped = {id_ for id_, _ in report.utelamnar}
    for id_, svar in plan.answers.items():
        nod = korpus.nod(id_)
        niva = korpus.niva(nod) if nod is not None else None
        if not (svar.ataganden or svar.uppdrag or svar.indikatorer or (niva is not None and niva.bedoms)):
            continue
        if nod is not None and not skipped.intersection((nod.id, *(a.id for a in korpus.anfader(nod)))):
            yield nod


def _unreported(plan: Plan, report: Dokument, gone: set[str]) -> list[Held]:
    """Return the indikatorer without a row though their time has come, but for those of silent goals."""
    told = {u.indikator for u in outcomes(report)}
    skipped = {id_ for id_, _ in report.utelamnar}
    return [
        each
        for each in of_plan(plan)
        if not told.intersection(each.ids)
        and not skipped.intersection((*each.ids, each.nod))
        and each.nod not in gone
        and not ((nod := plan.korpus.nod(each.nod)) is not None and plan.is_silent_on(nod))
        and is_due(each.indikator, report, plan.korpus)
    ]


def _goals(silent: list[Nod], report: Dokument, korpus: Korpus) -> Iterator[Diagnostic]:
    what = "Skriv hur det gick i en fil i målmappen, eller utelämna det med ett skäl."
    place = report.place("följer upp")
    if len(silent) > _ONE_BY_ONE:
        names = several([str(n.titel) for n in silent])
        message = f"”{report.titel}” säger inget om {len(silent)} delar av planen: {names}"
        yield Diagnostic("C008", message, place, what, missing(report), tuple(n.id for n in silent))
        return
    for nod in silent:
        message = f"{upper_first(named(nod, korpus))} finns i planen men inte i ”{report.titel}”"
        yield Diagnostic("C008", message, _near(nod, report, korpus), what, missing(report), (nod.id,))


def _indicators(found: list[Held], report: Dokument, korpus: Korpus) -> Iterator[Diagnostic]:
    hint = "Lägg till en rad under Utfall. Skriv ”Ingen mätning” om det inte har mätts."
    if len(found) > _ONE_BY_ONE:
        names = several([str(each.indikator.namn) for each in found])
        message = f"”{report.titel}” saknar utfall för {len(found)} indikatorer: {names}"
        ids = tuple(each.indikator.id for each in found)
        yield Diagnostic("C008", message, report.place("följer upp"), hint, missing(report), ids)
        return
    for each in found:
        nod = korpus.nod(each.nod)
        place = _near(nod, report, korpus) if nod is not None else report.place("följer upp")
        message = f"{upper_first(named(each.indikator, korpus))} finns i planen men inte i ”{report.titel}”"
        yield Diagnostic("C008", message, place, hint, missing(report), (each.indikator.id,))


def _near(nod: Nod, report: Dokument, korpus: Korpus) -> Position:
    """Return the report's nearest place: its words on the goal or on one above it."""
    answers = (report.svar_pa(n.id) for n in (nod, *korpus.anfader(nod)))
    return next((s.position for s in answers if s is not None), report.place("följer upp"))
