"""What the checks of frozen versions share: whose change it is that a document is not as it was decided."""

from __future__ import annotations

from generator.domain.arkiv import Arkiverat, Forhallande
from generator.domain.korpus import Korpus


def changed(korpus: Korpus) -> dict[str, Arkiverat]:
    """Return the documents whose content is not that of their decided version any more."""
    return {
        id_: held
        for id_, held in korpus.arkiv.items()
        if held.nu is Forhallande.ANDRAT and held.mot is not None and id_ in korpus.dokument
    }


def only_from_above(held: Arkiverat) -> bool:
    """Tell whether all that differs is what others have decided, and the document only prints."""
    return bool(held.skillnader) and all(not s.eget and s.post.is_item for s in held.skillnader)


def told_by_its_decider(korpus: Korpus) -> frozenset[str]:
    """Return the ids of what differs in the frozen document of the very body that decided it."""
    return frozenset(
        s.post.id for held in changed(korpus).values() for s in held.skillnader if s.eget and s.post.is_item
    )
