"""L002: något ligger under ett mål på fel nivå, eller under ett annat mål än det hör till.

Varför: styrmodellen säger vilken nivå som bär vilken. Hamnar ett insatsområde direkt under ett perspektiv
finns det inget mål som det ska bidra till.

Exempel: ett insatsområde med ”under: invånare-och-samhälle”, som är ett perspektiv.

Rätta: peka på ett mål på nivån närmast över, eller flytta texten till den fil där målet hör hemma.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.rings import is_in_ring
from generator.checks.wording import named, the
from generator.diagnostics import Diagnostic
from generator.domain.korpus import Korpus
from generator.domain.mal import Nod, Svar
from generator.domain.wording import upper_first


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding at every parent on another level than the one right above."""
    for nod in korpus.alla_noder():
        yield from _parent(nod, korpus)
    for dokument in korpus.dokument.values():
        for svar in dokument.svar:
            yield from _answer(svar, korpus)


def _parent(nod: Nod, korpus: Korpus) -> Iterator[Diagnostic]:
    parent, niva = korpus.nod(nod.under), korpus.niva(nod)
    if parent is None or niva is None or (nod.agare and not niva.egna) or is_in_ring(nod, korpus):
        return  # what is nobody's to add has been told where it was read, a ring by L003
    above = korpus.styrmodell.over(niva)
    if above is None:
        message = f"{upper_first(named(nod, korpus))} kan inte ligga under något annat"
        hint = f"Ta bort raden ”under”; {niva.namn.flertal} är den översta nivån."
        yield Diagnostic("L002", message, nod.under_position, hint, ids=(nod.id,))
    elif parent.niva != above.nyckel:
        message = f"{upper_first(named(nod, korpus))} ligger under {named(parent, korpus)}"
        hint = f"{niva.namn.flertal.capitalize()} ska ligga under {above.namn.obestamd}."
        yield Diagnostic("L002", message, nod.under_position, hint, ids=(nod.id,))


def _answer(svar: Svar, korpus: Korpus) -> Iterator[Diagnostic]:
    nod = korpus.nod(svar.nod)
    if nod is None:
        return
    claimed = korpus.styrmodell.niva(svar.niva)
    if claimed is not None and claimed.nyckel != nod.niva:
        message = f"Rubriken säger {claimed.namn.ental}, men ”{svar.nod}” är {named(nod, korpus)}"
        hint = "Rätta rubrikens första ord, eller id."
        yield Diagnostic("L002", message, svar.position, hint, ids=(nod.id,))
    elif _belongs_elsewhere(nod, svar, korpus):
        parent = korpus.nod(nod.under)
        where = named(parent, korpus) if parent else f"”{nod.under}”"
        message = f"{upper_first(named(nod, korpus))} hör till {where}, inte hit"
        hint = f"Flytta avsnittet till den fil som svarar på {the(parent, korpus) if parent else 'målet'}."
        yield Diagnostic("L002", message, svar.position, hint, ids=(nod.id,))


def _belongs_elsewhere(nod: Nod, svar: Svar, korpus: Korpus) -> bool:
    """Tell whether the nod lies under another than the one its heading stands under, if that one exists."""
    return bool(svar.under) and nod.under != svar.under and korpus.nod(svar.under) is not None
