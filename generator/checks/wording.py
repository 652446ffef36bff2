"""How the checks name things: in the organisation's own words."""

from __future__ import annotations

import weakref
from collections.abc import Iterator, Mapping, Sequence

from generator.diagnostics import Spellings, did_you_mean
from generator.diagnostics.values import dataclass
from generator.domain.korpus import Item, Korpus
from generator.domain.mal import Atagande, Direktiv, Indikator, Nod
from generator.domain.organisation import fold
from generator.domain.wording import slug


def named(item: Item, korpus: Korpus) -> str:
    """Return ”insatsområdet ”Minska patientskador i vården””."""
    if isinstance(item, Nod):
        return f"{the(item, korpus)} ”{item.titel}”"
    if isinstance(item, Indikator):
        return f"indikatorn ”{item.namn or slug(item.id)}”"
    order = "direktivet" if isinstance(item, Direktiv) else "uppdraget"
    return f"{'åtagandet' if isinstance(item, Atagande) else order} ”{slug(item.id)}”"


def several(names: Sequence[str], most: int = 4) -> str:
    """Return ””a”, ”b” och ”c””; of more than ``most`` the first, and how many there are besides."""
    quoted = [f"”{name}”" for name in names[: most if len(names) > most + 1 else most + 1]]
    rest = len(names) - len(quoted)
    last = f"{rest} till" if rest else quoted.pop()
    return f"{', '.join(quoted)} och {last}" if quoted else last


def the(nod: Nod, korpus: Korpus) -> str:
    """Return what the nod is, in the definite form: ”insatsområdet”."""
    niva = korpus.niva(nod)
    return niva.namn.bestamd if niva else "målet"


def it(nod: Nod, korpus: Korpus) -> str:
    """Return the pronoun for the nod: ”det” or ”den”."""
    niva = korpus.niva(nod)
    return niva.namn.det if niva else "det"


def suggestion(reference: str, korpus: Korpus, *kinds: type[Item]) -> str:
    """Return what may have been meant, as a hint: the item of that title, else of the nearest id."""
    known = _known(korpus, kinds)
    titled = known.by_title.get(fold(slug(reference)))
    if titled is not None:
        return f"Skriv dess id: ”{slug(titled)}”."
    return did_you_mean(slug(reference), known.slugs, "Rätta stavningen, eller lägg till det som fattas.")


def nearest_id(reference: str, korpus: Korpus) -> str | None:
    """Return the id (as it is written) of anything that is most like the reference, or None."""
    return _known(korpus, ()).slugs.nearest(slug(reference))


@dataclass(frozen=True, slots=True)
class _Known:
    """The ids of a kind of items: by folded title, and as they are written."""

    by_title: Mapping[str, str]
    slugs: Spellings


_Memory = dict[tuple[type[Item], ...], _Known]
_remembered: tuple[weakref.ref[Korpus], _Memory] | None = None


def _known(korpus: Korpus, kinds: tuple[type[Item], ...]) -> _Known:
    """Return the ids of the kinds (none: of all), gathered once for all that is wrong with a corpus."""
    global _remembered  # noqa: PLW0603  # one corpus at a time; a corpus has no hash to remember it by
    if _remembered is None or _remembered[0]() is not korpus:
        _remembered = weakref.ref(korpus), {}
    memory = _remembered[1]
    if kinds not in memory:
        items = [(id_, i) for id_, i in korpus.index.items() if not kinds or isinstance(i, kinds)]
        by_title: dict[str, str] = {}
        for id_, item in items:
            for title in _titles(item):
                by_title.setdefault(fold(title), id_)
        memory[kinds] = _Known(by_title, Spellings(slug(id_) for id_, _ in items))
    return memory[kinds]


def _titles(item: Item) -> Iterator[str]:
    if isinstance(item, Nod):
        yield str(item.titel)
    elif isinstance(item, Indikator):
        yield str(item.namn)
