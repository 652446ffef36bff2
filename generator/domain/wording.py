"""Small matters of wording: lists in a sentence, names inside a line, ids as they are written."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from generator.domain.belopp import NBSP
from generator.domain.datum import format_date
from generator.domain.dokument import Beslut
from generator.domain.mal import Uppdrag
from generator.domain.organisation import Organisation
from generator.domain.styrmodell import Kon

_NUMBERS = ("noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv")


def listed(words: Sequence[str]) -> str:
    """Return ”a, b och c”."""
    if len(words) <= 1:
        return "".join(words)
    return f"{', '.join(words[:-1])} och {words[-1]}"


def slug(id_: str) -> str:
    """Return the id as it is written in its own document: without the body whose own it is."""
    return id_.rpartition("/")[2]


def in_words(number: int, kon: Kon) -> str:
    """Return a number as it stands in a sentence, to twelve as a word; ``kon`` is the noun's gender."""
    if number == 1:
        return kon
    return _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)


def upper_first(text: str) -> str:
    """Return the text with a capital at the start and the rest untouched."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """Return a body's name as it stands inside a sentence: the board's own capital goes, others stay."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def name_inside(organ: str, organisation: Organisation, day: date | None = None) -> str:
    """Return the name a body had on the day as it stands inside a sentence: ”regionstyrelsen”."""
    found = organisation.organ.get(organ)
    name = organ_name(organ, organisation, day)
    return name if found and found.egennamn else lower_first(name)


def organ_name(organ: str, organisation: Organisation, day: date | None = None) -> str:
    """Return the name a body had on the day (without one its present name), or the id of an unknown one."""
    found = organisation.organ.get(organ)
    return found.namn_vid(day) if found else organ


def addressees(uppdrag: Uppdrag, organisation: Organisation, day: date | None = None) -> str:
    """Return whom an uppdrag is addressed to: ”samtliga nämnder”, ”regionstyrelsen och trafiknämnden”."""
    return bodies(uppdrag.mottagare, organisation, day, everyone=uppdrag.alla_namnder)


def bodies(
    organ: Sequence[str], organisation: Organisation, day: date | None = None, *, everyone: bool = False
) -> str:
    """Return bodies, given by id, as they are named inside a sentence; ``everyone``: all nämnder first."""
    named = [name_inside(o, organisation, day) for o in organ]
    return listed([*(["samtliga nämnder"] if everyone else []), *named])


def decision(beslut: Beslut, organisation: Organisation, day: date | None = None) -> str:
    """Return ”Regionstyrelsen 5 december 2018, § 12” with what is known of it."""
    words = organ_name(beslut.organ, organisation, day)
    if beslut.datum:
        words += f" {format_date(beslut.datum)}"
    if beslut.paragraf:
        words += f", §{NBSP}{beslut.paragraf.removeprefix('§').strip().replace(' ', NBSP)}"
    return words
