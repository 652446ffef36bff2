"""How the röd tråd words an item: what it is, what it is called, whose it is."""

from __future__ import annotations

from datetime import date

from generator.domain.avtryck import normalised
from generator.domain.datum import Giltighet, format_date
from generator.domain.dokument import Dokument
from generator.domain.korpus import Item, Korpus
from generator.domain.mal import Atagande, Direktiv, Indikator, Nod, Uppdrag
from generator.domain.prosa import Prosa, Quote, block_text
from generator.domain.wording import organ_name, slug


def kind_of(item: Item, korpus: Korpus) -> str:
    """Return what the item is: ”insatsområde”, ”eget insatsområde”, ”uppdrag”."""
    match item:
        case Nod():
            niva = korpus.niva(item)
            if niva is None:
                return "mål"
            return niva.namn.eget if item.agare else niva.namn.ental
        case Direktiv():
            return "direktiv"
        case Uppdrag():
            return "uppdrag"
        case Atagande():
            return "åtagande"
        case Indikator():
            return "indikator"


def title_of(item: Item) -> str:
    """Return what the item says in one line: its title, or its whole text."""
    match item:
        case Nod():
            return normalised(str(item.titel))
        case Indikator():
            return normalised(str(item.namn)) or slug(item.id)
        case _:
            return normalised(str(item.text))


def whose(dokument: Dokument, korpus: Korpus) -> str:
    """Return ”Trafiknämnden, Verksamhetsplan 2019”."""
    day = date(dokument.period.start, 1, 1)
    return f"{organ_name(dokument.organ, korpus.organisation, day)}, {dokument.titel}"


def validity(giltighet: Giltighet) -> str:
    """Return ”från 1 januari 2019 till 31 december 2022”; empty when it is open at both ends."""
    said = []
    if giltighet.start:
        said.append(f"från {format_date(giltighet.start)}")
    if giltighet.end:
        said.append(f"till {format_date(giltighet.end)}")
    return " ".join(said)


def vision(korpus: Korpus) -> tuple[str, str, str]:
    """Return id, title and words of the text that all goals serve; empty when the organisation has none.

    It is the text called vision, else the first that all plans build on; a quotation in it is the vision
    itself, what stands around it explains.
    """
    found = next((k for k in korpus.grund if k.id == "vision"), next(iter(korpus.grund), None))
    if found is None:
        return "", "", ""
    return found.id, normalised(str(found.titel)), normalised(_core(found.text))


def _core(text: Prosa) -> str:
    quotes = [block for block in text.content if isinstance(block, Quote)]
    return block_text(quotes[0] if quotes else text.content[0]) if text.content else ""
