"""L003: mål ligger under varandra i ring, eller dokument bygger på eller följer upp varandra i ring.

Varför: den röda tråden ska leda uppåt. I en ring finns ingen topp, och inget av målen kommer med.

Exempel: a ligger under b, och b under a.

Rätta: ändra ”under” i en av filerna, eller ”bygger på” eller ”följer upp” i ett av dokumenten.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from generator.checks.rings import ring, under
from generator.checks.wording import it, named
from generator.diagnostics import Diagnostic
from generator.domain.korpus import Korpus
from generator.domain.wording import upper_first


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield one finding for each ring."""
    ids = dict.fromkeys(nod.id for nod in korpus.alla_noder())
    for found in _rings(ids, lambda id_: under(id_, korpus)):
        noder = [nod for id_ in found if (nod := korpus.nod(id_)) is not None]
        if len(noder) == 1:
            self_ = "självt" if it(noder[0], korpus) == "det" else "själv"
            message, hint = (
                f"{upper_first(named(noder[0], korpus))} ligger under sig {self_}",
                "Ändra ”under”.",
            )
        else:
            message = f"Mål ligger under varandra i ring: {_road([str(n.titel) for n in noder])}"
            hint = "Ändra ”under” för ett av dem."
        yield Diagnostic("L003", message, noder[0].under_position, hint, ids=tuple(found))
    based = {id_: d.bygger_pa for id_, d in korpus.dokument.items()}
    followed = {id_: d.foljer_upp for id_, d in korpus.dokument.items()}
    yield from _documents("bygger på", based, korpus)
    yield from _documents("följer upp", followed, korpus)


def _documents(key: str, above: Mapping[str, str], korpus: Korpus) -> Iterator[Diagnostic]:
    for found in _rings(above, lambda id_: above[id_] if above[id_] in above else ""):
        documents = [korpus.dokument[id_] for id_ in found]
        if len(documents) == 1:
            message, hint = f"”{documents[0].titel}” {key} sig självt", f"Ändra ”{key}”."
        else:
            message = f"Dokument {key} varandra i ring: {_road(found)}"
            hint = f"Ändra ”{key}” för ett av dem."
        yield Diagnostic("L003", message, documents[0].place(key), hint, ids=tuple(found))


def _rings(ids: Iterable[str], above: Callable[[str], str]) -> Iterator[Sequence[str]]:
    """Yield each ring once."""
    told: set[str] = set()
    for id_ in ids:
        found = ring(id_, above) if id_ and id_ not in told else ()
        if found:
            told.update(found)
            yield found


def _road(titles: Sequence[str]) -> str:
    return " → ".join(f"”{title}”" for title in (*titles, titles[0]))
