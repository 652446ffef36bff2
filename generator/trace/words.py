"""How the röd tråd words an item: what it is, what it is called, whose it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator.domain.avtryck import normalised
from generator.domain.datum import Giltighet, format_date
from generator.domain.dokument import Dokument
from generator.domain.korpus import Item, Korpus
from generator.domain.mal import Atagande, Direktiv, Indikator, Nod, Uppdrag
from generator.domain.organisation import Organisation
from generator.domain.prosa import Prosa, Quote, block_text


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


def slug(id_: str) -> str:
    """Return the id as it is written in its own document."""
    return id_.rpartition("/")[2]


def organ(id_: str, organisation: Organisation, day: date | None = None) -> str:
    """Return a body's name on a day (the present one when no day is given), or the id of an unknown one."""
    found = organisation.organ.get(id_)
    return found.namn_vid(day) if found else id_


def whose(dokument: Dokument, korpus: Korpus) -> str:
    """Return ”Trafiknämnden, Verksamhetsplan 2019”."""
    day = date(dokument.period.start, 1, 1)
    return f"{organ(dokument.organ, korpus.organisation, day)}, {dokument.titel}"


def addressees(uppdrag: Uppdrag, organisation: Organisation) -> str:
    """Return ”samtliga nämnder”, ”regionstyrelsen och trafiknämnden”."""
    everyone = ["samtliga nämnder"] if uppdrag.alla_namnder else []
    return listed([*everyone, *(_inside(organ(o, organisation)) for o in uppdrag.mottagare)])


def partners(uppdrag: Uppdrag, organisation: Organisation) -> str:
    """Return the bodies that an uppdrag is carried out with."""
    return listed([_inside(organ(o, organisation)) for o in uppdrag.samverkar_med])


def _inside(name: str) -> str:
    """Return a name as it stands inside a sentence: its own capital goes, an abbreviation stays."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def listed(words: Sequence[str]) -> str:
    """Return ”a, b och c”."""
    if len(words) <= 1:
        return "".join(words)
    return f"{', '.join(words[:-1])} och {words[-1]}"


def upper_first(text: str) -> str:
    """Return the text with a capital at the start and the rest untouched."""
    return text[:1].upper() + text[1:]


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
