"""Which documents were asked for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from generator.diagnostics import StyrdokError, did_you_mean
from generator.domain.dokument import Dokument
from generator.domain.korpus import Korpus
from generator.domain.organisation import Organisation

_ABOVE = re.compile(r"^(?:.*/)?content/[^/]+/")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Ids, kinds, boards and a year; what is empty does not narrow."""

    documents: Sequence[str] = ()
    kinds: Sequence[str] = ()
    namnder: Sequence[str] = ()
    year: int | None = None


def select(korpus: Korpus, known: Sequence[str], wanted: Wanted) -> tuple[str, ...]:
    """Return the ids asked for, in the order of the content; those that could not be read included.

    Raises StyrdokError when a name fits nothing, or there is nothing to choose from.
    """
    if not known:
        raise StyrdokError("Här finns inga dokument", "Ett dokument är en mapp med filen dokument.yaml.")
    for name in wanted.documents:
        if not any(_named(id_, name) for id_ in known):
            alone = name.partition("@")[0]
            hint = did_you_mean(name, known, f"Dokumenten är {', '.join(known)}.")
            if alone != name and any(_named(id_, alone) for id_ in known):
                hint = f"Här skrivs bara dokumentet, {alone}, utan version eller förslag efter @."
            raise StyrdokError(f"Det finns inget dokument ”{name}”", hint)
    organ = frozenset(_organ(name, korpus.organisation) for name in wanted.namnder)
    found = tuple(
        id_
        for id_ in known
        if (not wanted.documents or any(_named(id_, name) for name in wanted.documents))
        and _fits(korpus.dokument.get(id_), wanted, organ)
    )
    if not found:
        raise StyrdokError("Inget dokument stämmer med urvalet", f"Dokumenten är {', '.join(known)}.")
    return found


def as_id(name: str) -> str:
    """Return a name as ids are written; the folder may be given all the way from above ``content``."""
    return _ABOVE.sub("", unicodedata.normalize("NFC", name).replace("\\", "/")).strip("/")


def _organ(name: str, organisation: Organisation) -> str:
    """Return the id of a body. Raises StyrdokError when there is none with that name."""
    found = organisation.find(name)
    if found is None:
        names = [o.namn[0].text for o in organisation.organ.values()]
        raise StyrdokError(f"Det finns ingen nämnd ”{name}”", did_you_mean(name, names))
    return found.id


def _named(id_: str, name: str) -> bool:
    """Tell whether the name means the document: its id, its folder, or a folder it lies in."""
    name = as_id(name)
    return id_ == name or id_.startswith(f"{name}/") or id_.replace("/", "-") == name.removesuffix(".docx")


def _fits(dokument: Dokument | None, wanted: Wanted, organ: frozenset[str]) -> bool:
    if dokument is None:
        return not (wanted.kinds or organ or wanted.year)
    return (
        (not wanted.kinds or dokument.slag in wanted.kinds)
        and (not organ or dokument.organ in organ)
        and (wanted.year is None or wanted.year in dokument.period)
    )
