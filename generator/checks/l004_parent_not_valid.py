"""L004: något svarar på eller ligger under ett mål som inte gäller då.

Varför: mål byts ut. En plan som svarar på ett mål som har upphört styr mot något som fullmäktige har lämnat.

Exempel: målet har ”gäller till: 2018-12-31” och planen är för 2019.

Rätta: svara på målets efterföljare, eller rätta datumen.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.wording import it, named
from generator.diagnostics import Diagnostic
from generator.domain.datum import format_date
from generator.domain.dokument import Dokument
from generator.domain.korpus import Korpus
from generator.domain.mal import Nod, Svar
from generator.domain.wording import upper_first


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding at every parent or answered goal outside its validity."""
    for dokument in korpus.dokument.values():
        yield from _answers(dokument, korpus)
    for nod in korpus.noder:
        parent = korpus.nod(nod.under)
        if parent is not None:
            yield from _outlives(nod, parent, korpus)


def _answers(dokument: Dokument, korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding at the topmost answer to each goal that is not valid; a report's plan is told first."""
    planned = korpus.dokument.get(dokument.foljer_upp)
    answered = [(s, n) for s in dokument.svar if (n := korpus.nod(s.nod)) is not None]
    ended = {n.id for _, n in answered if not n.giltighet.overlaps(dokument.period)}
    for svar, nod in answered:
        told = planned is not None and planned.svar_pa(nod.id) is not None
        if nod.id in ended and nod.under not in ended and not told:
            yield _not_valid(svar, nod, dokument, korpus)


def _not_valid(svar: Svar, nod: Nod, dokument: Dokument, korpus: Korpus) -> Diagnostic:
    message = f"{upper_first(named(nod, korpus))} gäller inte {dokument.period}"
    successors = [korpus.nod(id_) for id_ in nod.efterfoljare]
    names = " och ".join(named(n, korpus) for n in successors if n is not None)
    hint = f"Svara på {names} i stället." if names else "Ta bort svaret, eller rätta målets giltighet."
    return Diagnostic("L004", message, svar.position, hint, ids=(nod.id,))


def _outlives(nod: Nod, parent: Nod, korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding for a nod that is valid before or after the one it lies under."""
    own, above = nod.giltighet, parent.giltighet
    if above.end is not None and (own.end is None or own.end > above.end):
        how, limit = "längre", f"till {format_date(above.end)}"
        hint = f"Rätta ”gäller till”, eller lägg {it(nod, korpus)} under en efterföljare."
    elif above.start is not None and own.start is not None and own.start < above.start:
        how, limit = "tidigare", f"från {format_date(above.start)}"
        hint = "Rätta ”gäller från”."
    else:
        return
    message = f"{upper_first(named(nod, korpus))} gäller {how} än {named(parent, korpus)}, som gäller {limit}"
    yield Diagnostic("L004", message, nod.under_position, hint, ids=(nod.id,))
