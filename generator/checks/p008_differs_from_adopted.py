"""P008: ett dokument säger något annat än den frysta version som det säger sig vara.

Varför: version 1.0 är det som beslutades. Ändras texten utan att versionen gör det finns två dokument som
heter likadant, och läsaren kan inte veta vilket som gäller.

Exempel: planen är justerad och fryst som 1.0. Ett målvärde i den har sedan ändrats, men i dokument.yaml står
fortfarande version 1.0. Har bara ord i fullmäktiges mål ändrats sägs det i stället av L009. Ett förslag som
har ändrats sedan det skickades ut ger en varning.

Rätta: ta tillbaka ändringen, eller ge dokumentet ett nytt versionsnummer: 1.1 för en rättelse, 2.0 efter ett
nytt beslut, nästa nummer för ett förslag.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.checks.frozen import changed, only_from_above, told_by_its_decider
from generator.checks.wording import named
from generator.diagnostics import Diagnostic, Severity
from generator.domain.arkiv import KAPITEL, UPPGIFT, Arkiverat, Forhallande, Post
from generator.domain.dokument import Dokument
from generator.domain.korpus import Korpus

_HINT = "Ta tillbaka ändringen, eller skriv ett nytt versionsnummer: en rättelse blir {}, ett nytt beslut {}."
_SENT = "Skriv nästa versionsnummer i dokument.yaml."


def check(korpus: Korpus) -> Iterator[Diagnostic]:
    """Yield one finding for each document whose content is not that of its version any more.

    What has been changed above them all is told of once.
    """
    for id_, held in korpus.arkiv.items():
        dokument = korpus.dokument.get(id_)
        if dokument is not None and held.mot is not None and held.nu is Forhallande.UTSANT_ANDRAT:
            message = (
                f"Version {held.mot.version} är redan utsänd, med en annan lydelse{_where(held, korpus)}"
            )
            yield Diagnostic(
                "P008", message, dokument.place("version"), _SENT, Severity.WARNING, (dokument.id,)
            )
    elsewhere = told_by_its_decider(korpus)
    from_above = []
    for id_, held in changed(korpus).items():
        if not only_from_above(held):
            yield _finding(korpus.dokument[id_], held, korpus)
        elif any(s.hur != "ändrad" and s.post.id not in elsewhere for s in held.skillnader):
            from_above.append(id_)
    if from_above:
        first = from_above[0]
        yield _finding(korpus.dokument[first], korpus.arkiv[first], korpus, from_above)


def _finding(dokument: Dokument, held: Arkiverat, korpus: Korpus, all_of: Sequence[str] = ()) -> Diagnostic:
    version = held.mot.version if held.mot else ""
    ids = tuple(all_of) or (dokument.id,)
    more = f" (och {len(ids) - 1} dokument till)" if len(ids) > 1 else ""
    message = (
        f"”{dokument.titel}”{more} säger något annat än den frysta version {version}{_where(held, korpus)}"
    )
    head, _, under = version.partition(".")
    correction = f"{head}.{int(under) + 1}" if under.isdigit() else "1.1"
    revision = f"{int(head) + 1}.0" if head.isdigit() else "2.0"
    return Diagnostic("P008", message, dokument.place("version"), _HINT.format(correction, revision), ids=ids)


_HOW = {"ändrad": "har ändrats", "tillagd": "har tillkommit", "borttagen": "har tagits bort"}


def _where(held: Arkiverat, korpus: Korpus) -> str:
    """Return what differs, the document's own first: ”: åtagandet ”…” har ändrats (och 2 till)”."""
    found = sorted(held.skillnader, key=lambda s: not s.eget)
    if not found:
        return ": ordningen, eller något runt texten"
    more = f" (och {len(found) - 1} till)" if len(found) > 1 else ""
    post = found[0].post
    return f": {_what(post, korpus)} {_HOW[found[0].hur]}{more}"


def _what(post: Post, korpus: Korpus) -> str:
    if post.slag == UPPGIFT:
        return post.titel
    if post.slag == KAPITEL:
        return f"kapitlet ”{post.titel}”"
    item = korpus.index.get(post.id)
    return named(item, korpus) if item is not None else f"{post.slag} ”{post.titel}”"
