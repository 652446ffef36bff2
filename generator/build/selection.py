"""Which documents were asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.diagnostics import StyrdokError, did_you_mean
from generator.domain.dokument import Dokument
from generator.domain.korpus import Korpus


@dataclass(frozen=True, slots=True)
class Wanted:
    """Ids, kinds, a board and a year; what is empty does not narrow."""

    documents: Sequence[str] = ()
    kinds: Sequence[str] = ()
    namnd: str = ""
    year: int | None = None


def select(korpus: Korpus, known: Sequence[str], wanted: Wanted) -> tuple[str, ...]:
    """Return the ids asked for, in the order of the content; those that could not be read included.

    Raises StyrdokError when a name fits nothing, or there is nothing to choose from.
    """
    if not known:
        raise StyrdokError("Här finns inga dokument", "Ett dokument är en mapp med filen dokument.yaml.")
    for name in wanted.documents:
        if not any(_named(id_, name) for id_ in known):
            hint = did_you_mean(name, known, f"Dokumenten är {', '.join(known)}.")
            raise StyrdokError(f"Det finns inget dokument ”{name}”", hint)
    organ = korpus.organisation.find(wanted.namnd) if wanted.namnd else None
    if wanted.namnd and organ is None:
        names = [o.namn[0].text for o in korpus.organisation.organ.values()]
        raise StyrdokError(f"Det finns ingen nämnd ”{wanted.namnd}”", did_you_mean(wanted.namnd, names))
    found = tuple(
        id_
        for id_ in known
        if (not wanted.documents or any(_named(id_, name) for name in wanted.documents))
        and _fits(korpus.dokument.get(id_), wanted, organ.id if organ else "")
    )
    if not found:
        raise StyrdokError("Inget dokument stämmer med urvalet", f"Dokumenten är {', '.join(known)}.")
    return found


def _named(id_: str, name: str) -> bool:
    """Tell whether the name means the document: its id, its folder, or a folder it lies in."""
    name = name.replace("\\", "/").strip("/")
    return id_ == name or id_.startswith(f"{name}/") or id_.replace("/", "-") == name.removesuffix(".docx")


def _fits(dokument: Dokument | None, wanted: Wanted, organ: str) -> bool:
    if dokument is None:
        return not (wanted.kinds or organ or wanted.year)
    return (
        (not wanted.kinds or dokument.slag in wanted.kinds)
        and (not organ or dokument.organ == organ)
        and (wanted.year is None or wanted.year in dokument.period)
    )
