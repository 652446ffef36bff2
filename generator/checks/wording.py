"""How the checks name things: in the organisation's own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.diagnostics import did_you_mean
from generator.domain.korpus import Item, Korpus
from generator.domain.mal import Atagande, Direktiv, Indikator, Nod
from generator.domain.organisation import fold


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


def sentence(text: str) -> str:
    """Return the text with a capital at the start and the rest untouched."""
    return text[:1].upper() + text[1:]


def the(nod: Nod, korpus: Korpus) -> str:
    """Return what the nod is, in the definite form: ”insatsområdet”."""
    niva = korpus.niva(nod)
    return niva.namn.bestamd if niva else "målet"


def it(nod: Nod, korpus: Korpus) -> str:
    """Return the pronoun for the nod: ”det” or ”den”."""
    niva = korpus.niva(nod)
    return niva.namn.det if niva else "det"


def slug(id_: str) -> str:
    """Return the id as it is written in its own document."""
    return id_.rpartition("/")[2]


def suggestion(reference: str, korpus: Korpus, *kinds: type[Item]) -> str:
    """Return what may have been meant, as a hint: the item of that title, else of the nearest id."""
    wanted = fold(slug(reference))
    known = [(id_, item) for id_, item in korpus.index.items() if not kinds or isinstance(item, kinds)]
    for id_, item in known:
        if wanted in map(fold, _titles(item)):
            return f"Skriv dess id: ”{slug(id_)}”."
    return did_you_mean(
        slug(reference), [slug(id_) for id_, _ in known], "Rätta stavningen, eller lägg till det som fattas."
    )


def _titles(item: Item) -> Iterator[str]:
    if isinstance(item, Nod):
        yield str(item.titel)
    elif isinstance(item, Indikator):
        yield str(item.namn)
