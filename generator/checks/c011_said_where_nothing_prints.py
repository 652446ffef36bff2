"""C011: dokumentet säger något om det som det inte tar upp, så att orden inte skrivs ut.

Varför: den som har skrivit ett svar eller ett utfall tror att det står i dokumentet. Faller det bort i
tysthet märks det först när någon saknar det.

Exempel: planen utelämnar ett mål men svarar ändå på det, eller en berättelse ger läget för ett åtagande som
finns i en annan nämnds plan.

Rätta: ta bort målet ur ”utelämnar”, eller flytta texten till det dokument där den hör hemma.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.direktiv import decided_orders, ids_of, plan_after, still_stands
from generator.checks.wording import it, named, the
from generator.diagnostics import Diagnostic, Position
from generator.domain.dokument import Dokument
from generator.domain.korpus import Korpus
from generator.domain.mal import Nod
from generator.domain.wording import upper_first


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding at everything said that the document has no place for."""
    for dokument in korpus.dokument.values():
        plan = korpus.dokument.get(dokument.foljer_upp, dokument)
        yield from _answers(dokument, plan, korpus)
        if plan is not dokument:
            yield from _reports(dokument, plan, korpus)


def _answers(dokument: Dokument, plan: Dokument, korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding at the first answer to, or below, each nod that is left out."""
    left_out = {id_ for id_, _ in (*plan.utelamnar, *dokument.utelamnar)}
    answered: dict[str, list[tuple[Nod, Position]]] = {}
    for svar in dokument.svar:
        nod = korpus.nod(svar.nod)
        line = (nod, *korpus.anfader(nod)) if nod is not None else ()
        gone = next((n for n in line if n.id in left_out), None)
        if nod is not None and gone is not None:
            answered.setdefault(gone.id, []).append((nod, svar.position))
    for id_, places in answered.items():
        yield _answered(korpus.nod(id_) or places[0][0], places, korpus)


def _answered(gone: Nod, places: list[tuple[Nod, Position]], korpus: Korpus) -> Diagnostic:
    nod, place = places[0]
    about = it(gone, korpus) if nod.id == gone.id else named(nod, korpus)
    more = f" ({len(places)} ställen)" if len(places) > 1 else ""
    message = f"{upper_first(named(gone, korpus))} utelämnas, men här står text om {about}{more}"
    hint = f"Ta bort {the(gone, korpus)} ur ”utelämnar”, eller ta bort texten."
    return Diagnostic("C011", message, place, hint, ids=tuple(n.id for n, _ in places))


def _reports(dokument: Dokument, plan: Dokument, korpus: Korpus) -> Iterator[Diagnostic]:
    printed = set(_printed(dokument, plan, korpus))
    for id_, place in _told(dokument):
        item = korpus.index.get(id_)
        if item is not None and id_ not in printed:
            message = f"{upper_first(named(item, korpus))} finns inte i ”{plan.titel}”, som följs upp"
            hint = "Rätta id, eller flytta raden till den berättelse där den hör hemma."
            yield Diagnostic("C011", message, place, hint, ids=(id_,))


def _told(dokument: Dokument) -> Iterator[tuple[str, Position]]:
    """Yield what a report tells of, under its goals and of direktiv, with the place."""
    for svar in dokument.svar:
        yield from ((u.indikator, u.position) for u in svar.utfall)
    yield from ((x.gallande, x.position) for x in dokument.lagen())


def _printed(dokument: Dokument, plan: Dokument, korpus: Korpus) -> Iterator[str]:
    """Yield the ids that a report prints: those above all documents, those of its plan and of itself.

    And the direktiv that its plan has to answer.
    """
    for orders in decided_orders(korpus):
        if orders.period.start == plan.period.start:
            after = plan_after(orders, korpus)
            mine = (d for g in orders.direktivgrupper for d in g.direktiv if d.riktas_till(plan.organ))
            yield from (id_ for d in mine if still_stands(d, after) for id_ in ids_of(d))
    for nod in korpus.noder:
        yield from (u.id for u in nod.uppdrag)
        yield from (i.id for i in nod.indikatorer)
    base = korpus.dokument.get(plan.bygger_pa)
    for source in (plan, dokument, *([base] if base else [])):
        yield from (i.id for i in source.indikatorer)
    for source in (plan, dokument):
        for svar in source.svar:
            yield from (u.id for u in svar.uppdrag)
            yield from (i.id for i in svar.indikatorer)
            yield from (a.id for a in svar.ataganden)
