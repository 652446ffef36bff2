"""Which item a person means: by its id, by the short form of it, or by its title."""

from __future__ import annotations

from collections.abc import Sequence

from generator.diagnostics import StyrdokError, did_you_mean
from generator.domain.korpus import Item, Korpus
from generator.domain.mal import Indikator, Nod
from generator.domain.organisation import fold
from generator.domain.wording import slug
from generator.trace.words import kind_of, title_of

_SHORTEST = 4
"""Letters. Fewer than so are part of too many titles."""
_LISTED = 10


def find_item(korpus: Korpus, reference: str) -> Item:
    """Return the item that is meant. Raises StyrdokError when there is none, or when it may be several."""
    wanted = reference.strip().lstrip("#").strip()
    exact = korpus.index.get(wanted)
    if exact is not None:
        return exact
    for found in (_by_slug(korpus, wanted), _by_title(korpus, wanted), _by_part(korpus, wanted)):
        if len(found) == 1:
            return found[0]
        if found:
            raise _several(reference, found, korpus)
    raise _missing(reference, wanted, korpus)


def _by_slug(korpus: Korpus, wanted: str) -> list[Item]:
    return [item for id_, item in korpus.index.items() if slug(id_) == wanted]


def _titled(korpus: Korpus) -> list[tuple[str, Item]]:
    items = (i for i in korpus.index.values() if isinstance(i, Nod | Indikator))
    return [(fold(title_of(i)), i) for i in items]


def _by_title(korpus: Korpus, wanted: str) -> list[Item]:
    return [item for title, item in _titled(korpus) if title == fold(wanted)]


def _by_part(korpus: Korpus, wanted: str) -> list[Item]:
    part = fold(wanted)
    return [i for title, i in _titled(korpus) if part in title] if len(part) >= _SHORTEST else []


def _several(reference: str, found: Sequence[Item], korpus: Korpus) -> StyrdokError:
    named = [f"{i.id} ({kind_of(i, korpus)})" for i in found[:_LISTED]]
    more = f" och {len(found) - _LISTED} till" if len(found) > _LISTED else ""
    return StyrdokError(
        f"”{reference}” kan betyda {len(found)} saker: {', '.join(named)}{more}", "Skriv hela id:t."
    )


def _missing(reference: str, wanted: str, korpus: Korpus) -> StyrdokError:
    if wanted in korpus.dokument:
        message = f"”{reference}” är ett dokument, inte ett mål, uppdrag, åtagande eller en indikator"
        return StyrdokError(message, "Skriv id för något som står i det.")
    names = dict.fromkeys((*map(slug, korpus.index), *(title_of(i) for _, i in _titled(korpus))))
    hint = did_you_mean(wanted, names, "Skriv det id som står i klammern, till exempel ”god-kvalitet”.")
    return StyrdokError(f"Det finns inget som heter ”{reference}”", hint)
