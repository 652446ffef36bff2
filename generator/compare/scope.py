"""What two documents cannot be compared in, said in words: nothing is left out without a word."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compare.item import DOCUMENT, GROUP, MODEL, OF_DOCUMENT, OF_KIND, Items
from generator.compare.walk import items_of
from generator.documents.view import View
from generator.domain.wording import listed

_YEARS = "De gäller olika år, så andra årtal i rubrikerna räknas inte som ändringar."


def reach(old: View, new: View) -> int:
    """Return which values are compared: those whose ``Value.when`` is at most this."""
    if old.dokument.slag != new.dokument.slag:
        return 0
    return OF_DOCUMENT if is_same_document(old, new) else OF_KIND


def is_same_document(old: View, new: View) -> bool:
    """Tell whether both are the same document, a proposal to change it or not (``ID@namn``)."""
    return old.dokument.id.partition("@")[0] == new.dokument.id.partition("@")[0]


def is_of_other_years(old: View, new: View) -> bool:
    """Tell whether these are two documents of one kind and of different years: this plan and the last."""
    return reach(old, new) == OF_KIND and old.dokument.period != new.dokument.period


def not_compared(old: View, new: View) -> tuple[str, ...]:
    """Return in sentences what is not compared, and why; nothing for two versions of one document."""
    most = reach(old, new)
    if most == OF_DOCUMENT:
        return ()
    both = (items_of(old), items_of(new))
    left = list(_left(both, most))
    if most == OF_KIND:
        said = [f"Dokumenten är två olika. Därför jämförs inte {listed(left)}."] if left else []
        return (*said, _YEARS) if is_of_other_years(old, new) else tuple(said)
    kinds = f"{old.dokument.slag} och {new.dokument.slag}"
    said = [f"Dokumenten är av olika slag, {kinds}. Därför jämförs inte {listed(left)}."] if left else []
    alone = list(dict.fromkeys(_alone(*both)))
    if alone:
        said.append(f"Bara det ena slaget har {listed(alone)}; de räknas inte som ändringar.")
    return tuple(said)


def briefly(old: View, new: View) -> str:
    """Return in a sentence what is not compared; nothing for two versions of one document."""
    most = reach(old, new)
    if most == OF_DOCUMENT:
        return ""
    if most == OF_KIND:
        return "Stadium, version och beslut är vart dokuments egna och jämförs inte."
    return "Dokumenten är av olika slag. Bara det som båda slagen kan innehålla är jämfört."


def _left(both: tuple[Items, Items], most: int) -> Iterator[str]:
    """Yield the values that are there and not compared, by what they are values of."""
    found: dict[str, dict[str, None]] = {}
    for items in both:
        for item in items.all:
            fields = (v.field for v in item.values if v.when > most and v.text)
            if all(item.key.role in each.roles for each in both):
                plural = "dokumentens uppgifter" if item.key.role == DOCUMENT else item.plural
                found.setdefault(plural, {}).update(dict.fromkeys(fields))
    for plural, said in found.items():
        if said:
            yield f"{plural} ({', '.join(said)})"


def _alone(old: Items, new: Items) -> Iterator[str]:
    """Yield what only one of the documents has any of, in several."""
    for items, others in ((old, new), (new, old)):
        for item in items.all:
            if item.key.role not in (*others.roles, DOCUMENT, MODEL, GROUP):
                yield item.plural
