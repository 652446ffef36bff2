"""E009: en ram har ändrats, men inte genom ett beslut som står i liggaren.

Varför: en ram ändras bara genom beslut. Följer en berättelse upp mot en annan budget än den ram som gällde
måste läsaren få veta vem som ändrade den, när och med hur mycket.

Exempel: regionplanen ger trafiknämnden 335 912,6 tkr för 2019, men berättelsen redovisar mot 340 912,6 tkr
utan att ramar.yaml har något beslut om 5 000 tkr. Eller: en rad där nämnden ändrar sin egen ram.

Rätta: skriv beslutet i ramar.yaml (organ, år, belopp, beslut, skäl), eller rätta budgeten. Så länge liggaren
är tom är det en varning, sedan ett fel.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.figures import columns_called, difference, figure
from generator.checks.frames import Budget, body_name, budgets, frame_in_force, whence
from generator.checks.plans import plans_above
from generator.diagnostics import Diagnostic, Severity
from generator.domain.dokument import Dokument
from generator.domain.korpus import Korpus
from generator.domain.ramar import Ramandring, frame
from generator.domain.wording import name_inside, upper_first


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding at every report against another budget than the frame, and at impossible changes."""
    for change in korpus.ramandringar:
        yield from _impossible(change, korpus)
    for dokument in korpus.dokument.values():
        if dokument.foljer_upp and dokument.bygger_pa in korpus.dokument:
            yield from _changed(dokument, korpus)


def _impossible(change: Ramandring, korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding at a change by the body itself, and at one of a frame that nobody has given."""
    name = name_inside(change.organ, korpus.organisation, change.beslut.datum)
    organ = korpus.organisation.organ.get(change.organ)
    if change.organ == change.beslut.organ and organ is not None and organ.slag == "nämnd":
        message = f"{upper_first(name)} ändrar sin egen ram för {change.period}"
        hint = "Skriv vem som har beslutat om ramen, eller ta bort raden."
        yield Diagnostic("E009", message, change.position, hint, ids=(change.organ,))
    elif not any(_gives(plan, change, korpus) for plan in plans_above(korpus)):
        message = f"Ramen för {name} {change.period} ändras, men ingen plan ger någon ram att ändra"
        hint = "Rätta organet eller året, eller ge organet en rad bland ramarna i planen."
        yield Diagnostic("E009", message, change.position, hint, Severity.WARNING, (change.organ,))


def _gives(plan: Dokument, change: Ramandring, korpus: Korpus) -> bool:
    years = range(change.period.start, change.period.end + 1)
    return any(frame(korpus, plan, change.organ, year, None) is not None for year in years)


def _changed(dokument: Dokument, korpus: Korpus) -> Iterator[Diagnostic]:
    told: set[tuple[str, int]] = set()
    for budget in budgets(dokument, korpus):
        for year, column in columns_called(budget.tabell, "budget", "ram").items():
            own = figure(budget.tabell, budget.rad, column)
            found = frame_in_force(dokument, korpus, budget.organ, year)
            if own is None or found is None or (budget.organ, year) in told:
                continue
            if abs(own.value - found.amount.value) > own.slack + found.amount.slack:
                told.add((budget.organ, year))
                more = "ytterligare " if found.changes else ""
                what = upper_first(f"budgeten för {body_name(budget.organ, dokument, korpus)} {year}")
                message = (
                    f"{what} är {own}, men {whence(found, dokument, korpus)} är {found.amount} (skillnad "
                    f"{difference(own, found.amount)}), och ramar.yaml har inget {more}beslut som ändrar den"
                )
                yield _told(message, budget, dokument, korpus)


def _told(message: str, budget: Budget, dokument: Dokument, korpus: Korpus) -> Diagnostic:
    hint = "Skriv beslutet som ändrade ramen i ramar.yaml, eller rätta budgeten."
    severity = Severity.ERROR if korpus.ramandringar else Severity.WARNING
    return Diagnostic("E009", message, budget.rad.position, hint, severity, (dokument.id,))
