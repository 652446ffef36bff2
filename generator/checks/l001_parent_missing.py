"""L001: något hänvisar till ett mål, ett uppdrag, en indikator eller ett dokument som inte finns.

Varför: där hänvisningen brister är den röda tråden av. Det som skulle ha skrivits ut faller bort.

Exempel: ”under: attraktivt-blekige”, eller ett utfall för en indikator som planen inte har.

Rätta: stava som i det som avses, eller lägg till det som fattas.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.wording import named, nearest_id, suggestion
from generator.diagnostics import Diagnostic, Position, did_you_mean
from generator.domain.dokument import OTHERS, Dokument
from generator.domain.korpus import Item, Korpus
from generator.domain.mal import Atagande, Direktiv, Indikator, Nod, Uppdrag
from generator.domain.wording import slug


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding at every reference that leads nowhere."""
    for nod in korpus.noder:
        yield from _parent(nod, korpus)
        yield from _successors(nod, korpus)
    for dokument in korpus.dokument.values():
        yield from _documents(dokument, korpus)
        yield from _left_out(dokument, korpus)
        if dokument.foljer_upp not in korpus.olasta:
            yield from _answers(dokument, korpus)


def _parent(nod: Nod, korpus: Korpus) -> Iterator[Diagnostic]:
    niva = korpus.niva(nod)
    above = korpus.styrmodell.over(niva) if niva is not None else None
    if above is None:
        return
    if not nod.under:
        message = f"Det framgår inte {above.namn.vilket} som {named(nod, korpus)} hör under"
        hint = "Lägg till raden ”under: …” i filens huvud."
        yield Diagnostic("L001", message, nod.position, hint, ids=(nod.id,))
    elif _is_missing(nod.under, korpus, Nod):
        message = f"Det finns {above.namn.inget} ”{nod.under}”, som {named(nod, korpus)} ligger under"
        hint = suggestion(nod.under, korpus, Nod)
        yield Diagnostic("L001", message, nod.under_position, hint, ids=(nod.id,))


def _successors(nod: Nod, korpus: Korpus) -> Iterator[Diagnostic]:
    for id_ in nod.efterfoljare:
        if _is_missing(id_, korpus, Nod):
            message = f"Efterföljaren ”{id_}” till {named(nod, korpus)} finns inte"
            hint = suggestion(id_, korpus, Nod)
            yield Diagnostic("L001", message, nod.efterfoljare_position, hint, ids=(nod.id,))


def _documents(dokument: Dokument, korpus: Korpus) -> Iterator[Diagnostic]:
    if korpus.ovan.oklart:
        return
    for key, reference in (("bygger på", dokument.bygger_pa), ("följer upp", dokument.foljer_upp)):
        if reference and korpus.plan(reference) is None and reference not in korpus.olasta:
            message = f"Det finns inget dokument ”{reference}”, som ”{dokument.titel}” {key}"
            otherwise = "Skriv sökvägen till dokumentets mapp, till exempel verksamhetsplan-2019/nämnden."
            hint = did_you_mean(reference, (*korpus.dokument, *korpus.ovan.dokument), otherwise)
            yield Diagnostic("L001", message, dokument.place(key), hint, ids=(dokument.id,))


def _left_out(dokument: Dokument, korpus: Korpus) -> Iterator[Diagnostic]:
    for id_, _ in dokument.utelamnar:
        place = dokument.place(f"utelämnar {slug(id_)}")
        yield from _missing("Här utelämnas", id_, place, korpus, Nod, Indikator, Uppdrag)
    for id_, _ in dokument.ordinarie_verksamhet:
        place = dokument.place(f"ordinarie verksamhet {slug(id_)}")
        yield from _missing("Den ordinarie verksamheten svarar på", id_, place, korpus, Uppdrag)
    for id_, _ in dokument.direktivbesked:
        if id_ != OTHERS:
            place = dokument.place(f"direktiv {id_}")
            yield from _missing("Här ges besked om", id_, place, korpus, Direktiv)


def _answers(dokument: Dokument, korpus: Korpus) -> Iterator[Diagnostic]:
    for svar in dokument.svar:
        yield from _missing("Texten svarar på", svar.nod, svar.position, korpus, Nod)
        for atagande in svar.ataganden:
            for id_ in atagande.svarar_pa:
                yield from _missing("Åtagandet svarar på", id_, atagande.position, korpus, Nod, Uppdrag)
    for lage in dokument.lagen():
        yield from _missing("Här ges läget för", lage.gallande, lage.position, korpus, Atagande, Uppdrag)
    for utfall in (*(u for s in dokument.svar for u in s.utfall), *dokument.utfall):
        yield from _missing("Här ges utfall för", utfall.indikator, utfall.position, korpus, Indikator)
    for indikator in (*(i for s in dokument.svar for i in s.indikatorer), *dokument.indikatorer):
        yield from _nameless(indikator, dokument, korpus)


def _nameless(indikator: Indikator, dokument: Dokument, korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield a finding for an indikator without a name: a superior one is meant, and there is none."""
    id_ = slug(indikator.id)
    if id_ and not indikator.namn and id_ != indikator.id and _is_missing(id_, korpus, Indikator):
        message = f"Indikatorn ”{id_}” saknar namn, och det finns ingen överordnad med det id:t"
        hint = "Skriv namnet i kolumnen Indikator, eller rätta id till den överordnades."
        yield Diagnostic("L001", message, indikator.position, hint, ids=(dokument.id,))


def _is_missing(reference: str, korpus: Korpus, *kinds: type[Item]) -> bool:
    """Tell whether there is no such item; what is there and could not be read is not missing."""
    if not reference or isinstance(korpus.index.get(reference), kinds):
        return False
    return reference in korpus.index or not _may_be_unread(slug(reference), korpus)


def _may_be_unread(reference: str, korpus: Korpus) -> bool:
    """Tell whether a reference may mean something unread: its id is known, or it is like no other."""
    if "*" not in korpus.olasta:
        return reference in korpus.olasta
    return reference in korpus.olasta or nearest_id(reference, korpus) is None


def _missing(
    what: str, reference: str, place: Position, korpus: Korpus, *kinds: type[Item]
) -> Iterator[Diagnostic]:
    """Yield a finding when there is no such item; one of another kind is named for what it is."""
    if not _is_missing(reference, korpus, *kinds):
        return
    other = korpus.index.get(reference)
    is_what = f"är {named(other, korpus)}" if other is not None else "inte finns"
    hint = suggestion(reference, korpus, *kinds) if other is None else "Skriv id för det som avses."
    message = f"{what} ”{slug(reference)}”, som {is_what}"
    yield Diagnostic("L001", message, place, hint, ids=(reference,))
